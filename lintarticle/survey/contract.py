"""What the articles of a kind already follow: possible demands on fields and sections, and who breaks them.

Every custom knows its exceptions. `settled` makes demands of as many customs as the exceptions allow.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType

from lintarticle.article.metadata.fields import normal_key
from lintarticle.outline.align import align, normal_heading
from lintarticle.outline.outline import Outline, OutlineSection
from lintarticle.problem import Problem
from lintarticle.record import NamedTuple, Record
from lintarticle.schema.field_spec import FieldSpec, meant
from lintarticle.schema.value_checks import Test, test_of_fields
from lintarticle.survey.field_customs import Custom, Known, breaking, more_of, shape_of, texts_of
from lintarticle.survey.groups import FEWEST, ArticleGroup
from lintarticle.survey.noise import FEWEST_OF_KIND, Quieted, quieted
from lintarticle.survey.traits import Traits, shared_headings


class FoundField(NamedTuple):
    """What is known about one key: how many articles have it, and what its values are like."""

    key: str
    times: int
    spec: FieldSpec
    without: tuple[str, ...] = ()


class Kind(Record):
    """A group of articles with the contract that fits it, and the rules that say nothing about it."""

    group: ArticleGroup
    total: int
    fields: tuple[FoundField, ...] = ()
    outline: Outline | None = None
    quieted: tuple[Quieted, ...] = ()

    @cached_property
    def specs(self) -> dict[str, FieldSpec]:
        """The fields as a contract has them."""
        return {field.key: field.spec for field in self.fields if is_worth_a_line(field, self.total)}

    @cached_property
    def is_right(self) -> Test:
        """The check of whether values, by key, are as the fields require."""
        return test_of_fields(self.specs)


def is_worth_a_line(field: FoundField, total: int) -> bool:
    """Whether a field is worth a line: something is known about it, or many articles have it."""
    return field.spec != FieldSpec() or field.times * 4 >= total


_RARE = 0.05
"""A key in a smaller share of the articles says nothing about a kind."""


def kind_of(
    group: ArticleGroup, share: float, known: Known, declared: Mapping[str, FieldSpec] = MappingProxyType({})
) -> tuple[Kind, list[Custom]]:
    """Return a kind with no demand but the types of its fields, and the customs that may become demands.

    `declared` are the fields that the site itself declares; few articles show nothing besides.
    """
    typical = group.typical
    counts = Counter(key for article in typical for key in article.values)
    fields: list[FoundField] = []
    customs: list[Custom] = []
    for key in (*_in_order(typical, counts), *(key for key in declared if not counts[key])):
        having = {article.path: article for article in typical if key in article.values}
        own = declared.get(key)
        are_few = len(typical) < FEWEST if declared else len(having) < max(3, _RARE * len(typical))
        if not own and (are_few or _is_slip(key, counts)):
            continue
        spec = _declared_or_found(key, own, having, share)
        without = tuple(article.path for article in typical if article.path not in having)
        fields.append(FoundField(key, len(having), FieldSpec(), without))
        if spec.type != "any":
            customs.append(Custom(key, "type", spec, breaking(spec, key, having)))
        if (own and own.required) or (not are_few and len(having) >= share * len(typical)):
            customs.append(Custom(key, "required", True, frozenset(without)))
        if spec.type != "any" and not are_few:
            bounded = {name for name in ("length", "count") if getattr(spec, name)}
            customs += (each for each in more_of(key, spec, having, known) if each.attribute not in bounded)
    kind = Kind(group, len(typical), tuple(fields))
    return kind, [*customs, *(shared_outlines(typical) if len(typical) >= FEWEST or not declared else ())]


def _declared_or_found(key: str, own: FieldSpec | None, having: Mapping[str, Traits], share: float) -> FieldSpec:
    """Return what is declared of a field where articles obey it, otherwise what is found."""
    if own and own.type != "any" and len(breaking(own, key, having)) <= (1 - share) * len(having):
        return replace(own, required=False)
    found = shape_of(key, list(having.values()), share) if having else FieldSpec()
    return replace(found, description=own.description) if own else found


def _is_slip(key: str, counts: Mapping[str, int]) -> bool:
    """Whether a key looks like a misspelling of one that ten times as many articles have."""
    return any(
        count >= 10 * counts[key] and _is_like(key, other, 85) for other, count in counts.items() if other != key
    )


def _in_order(typical: Sequence[Traits], counts: Mapping[str, int]) -> list[str]:
    """Return keys in the order that articles have them in: the commonest place first."""
    places: dict[str, list[int]] = {}
    for article in typical:
        for place, key in enumerate(article.values):
            places.setdefault(key, []).append(place)
    common = [key for key in counts if "." not in key or counts[key] >= _RARE * len(typical)]
    return sorted(common, key=lambda key: (sum(places[key]) / len(places[key]), key))


# --- sections ---------------------------------------------------------------------------------------------------


def shared_outlines(typical: Sequence[Traits]) -> Iterator[Custom]:
    """Yield the outline that articles share: all its sections required, or some of them optional."""
    counts = Counter(heading for article in typical for heading in {normal_heading(each) for each in article.headings})
    shared = shared_headings(typical)
    if not shared or len(shared) > 20:
        return
    written = Counter(each for article in typical for each in article.headings if normal_heading(each) in shared)
    names = {normal_heading(each): each for each, _ in reversed(written.most_common())}
    places: dict[str, list[float]] = {heading: [] for heading in shared}
    for article in typical:
        own = [each for each in map(normal_heading, article.headings) if each in places]
        for place, heading in enumerate(own):
            places[heading].append(place / len(own))
    shared.sort(key=lambda heading: sum(places[heading]) / len(places[heading]))
    always = {heading: int(counts[heading] == len(typical)) for heading in shared}
    for least in (dict.fromkeys(shared, 1), always):
        for ordered in (True, False):
            items = tuple(OutlineSection((names[each],), least=least[each]) for each in shared)
            outline = Outline(items, ordered=ordered)
            yield Custom("", "outline", outline, frozenset(a.path for a in typical if _deviates(outline, a)))


def _deviates(outline: Outline, article: Traits) -> bool:
    return any(step.kind not in ("match", "additional") for step in align(outline, article.headings))


# --- the demands ----------------------------------------------------------------------------------------------

_RANK = {"required": 0, "type": 0, "outline": 1, "enum": 2, "from": 2, "items": 2, "length": 3, "count": 3}


def settled(found: Sequence[tuple[Kind, Sequence[Custom]]], most: int, already: Iterable[str] = ()) -> list[Kind]:
    """Return kinds with the customs that become demands; no more than `most` articles break any.

    `already` are articles that break something else.
    Customs with few exceptions come first. A second bound, choice or outline for the same thing is only taken where
    the one before it was refused.
    """
    order = sorted(((len(custom.exceptions), _RANK[custom.attribute], number, place)
                    for number, (_, customs) in enumerate(found) for place, custom in enumerate(customs)))  # fmt: skip
    flagged = set(already)
    taken: dict[int, list[Custom]] = {number: [] for number in range(len(found))}
    for _, _, number, place in order:
        custom = found[number][1][place]
        if len(flagged | custom.exceptions) <= most:
            flagged |= custom.exceptions
            taken[number].append(custom)
    return [_with(kind, taken[number]) for number, (kind, _) in enumerate(found)]


def _with(kind: Kind, taken: Sequence[Custom]) -> Kind:
    fields = tuple(field._replace(spec=_spec(field.key, taken)) for field in kind.fields)
    best = best_outline(custom.value for custom in taken if custom.attribute == "outline")
    return kind.replaced(fields=fields, outline=best)


def with_noise(kinds: Iterable[Kind], problems: Mapping[str, Sequence[Problem]], off: Container[str]) -> list[Kind]:
    """Return kinds with the rules that say nothing about them alone; those that are `off` say nothing anyway."""
    changed = []
    for kind in kinds:
        found = {article.path: problems[article.path] for article in kind.group.articles}
        own = quieted(found) if len(found) >= FEWEST_OF_KIND else ()
        changed.append(kind.replaced(quieted=tuple(each for each in own if each.rule not in off)))
    return changed


def best_outline(outlines: Iterable[Outline]) -> Outline | None:
    """Return the outline that asks for most sections, None if none of them asks for any."""
    asking = (outline for outline in outlines if any(item.least for item in outline.items))
    return max(asking, key=lambda each: (sum(item.least for item in each.items), each.ordered), default=None)


def _spec(key: str, taken: Sequence[Custom]) -> FieldSpec:
    """Merge customs into a field; what goes beyond its type counts only with the type."""
    own = {custom.attribute: custom.value for custom in reversed(taken) if custom.key == key}
    spec: FieldSpec = own.get("type", FieldSpec())
    if "type" in own:
        spec = own.get("enum") or own.get("items") or own.get("from") or spec
        for attribute in ("length", "count"):
            bounds = [custom.value for custom in taken if custom.key == key and custom.attribute == attribute]
            if bounds and not spec.enum:
                closest = min(bounds, key=lambda each: (each.most or 0) - (each.least or 0))
                spec = replace(spec, length=closest) if attribute == "length" else replace(spec, count=closest)
    return replace(spec, required="required" in own)


_SLIP = 70
"""The least likeness, in percent, of a key that may count as a misspelling: less than the rule’s."""


def may_break(article: Traits, kind: Kind, known: Known) -> bool:
    """Whether an article may break the contract of its kind; a wrong yes is possible, a wrong no is not."""
    specs = kind.specs
    values = {
        key: meant(node, specs[key], lenient=key in article.lenient)
        for key, node in article.values.items()
        if key in specs
    }
    if not kind.is_right(values) or (kind.outline and _deviates(kind.outline, article)):
        return True
    if any(spec.fields or (spec.items and spec.items.fields) for key, spec in specs.items() if key in values):
        return True
    if any(spec.refers and not known.authors.issuperset(texts_of(article.values[key]))
           for key, spec in specs.items() if key in values):  # fmt: skip
        return True
    return any(
        _is_like(key, name) for key in article.values if key not in specs for name in specs if name not in values
    )


def _is_like(key: str, name: str, percent: float = _SLIP) -> bool:
    from rapidfuzz import fuzz

    return normal_key(key) == normal_key(name) or fuzz.ratio(key.casefold(), name.casefold()) >= percent
