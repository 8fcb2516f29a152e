"""Where the articles of a site no longer follow its configuration, and what the configuration does not mention."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Collection, Container, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lintarticle.config.configuration import ArticleType, Globs
from lintarticle.problem import Problem
from lintarticle.ranges import Range
from lintarticle.record import NamedTuple
from lintarticle.schema.field_spec import FieldSpec
from lintarticle.schema.fields_contract import FieldsContract
from lintarticle.schema.vocabulary import Vocabulary
from lintarticle.survey.configuration_text import articles_text, kind_text, range_text, spec_text
from lintarticle.survey.contract import kind_of, settled, with_noise
from lintarticle.survey.field_customs import Known, bounds_of, breaking, shape_of, texts_of
from lintarticle.survey.groups import FEWEST, MOST_GROUPS, groups_of
from lintarticle.survey.noise import NOISE, quiet_reason, quieted
from lintarticle.survey.survey import CONTRACT
from lintarticle.survey.traits import Traits
from lintarticle.wording import first_of

Table = Mapping[str, Any]
"""A table of TOML as it was read."""

_TOLD = 0.25
"""A key is worth a field if at least this share of the articles have it."""

_NAMED = 6
"""Up to this many tags and values are listed one by one."""


class Drift(NamedTuple):
    """One thing that the configuration and the articles say differently.

    `place` are the keys and list positions that lead to it, `value` its new value; None removes it. `comment`
    goes after it. Instead, `addition` are lines for the end of the configuration, `terms` names for the end of the
    file `file`, and `inserted` what goes into the list, each with the position that it goes before.
    """

    place: tuple[str | int, ...]
    sentence: str
    value: object = None
    comment: str = ""
    addition: str = ""
    terms: tuple[str, ...] = ()
    file: str = ""
    inserted: tuple[tuple[int, Table], ...] = ()

    @property
    def name(self) -> str:
        """Its name on the command line; positions count from 1."""
        return ".".join(str(part + 1) if isinstance(part, int) else part for part in self.place)


class ToCompare(NamedTuple):
    """What drift is looked for in: the tables of a configuration, its types, and its articles, which lack drafts.

    `problems` are those of the articles, by path.
    """

    tables: Table
    types: Sequence[ArticleType]
    articles: Sequence[Traits]
    problems: Mapping[str, Sequence[Problem]]
    share: float


def are_many(broken: int, total: int, share: float) -> bool:
    """Whether several articles differ, and more than `share` allows."""
    return broken > 1 and broken > (1 - share) * total + 1e-9


def so_many(count: int, total: int) -> str:
    """Return `3 of 1,200`."""
    return f"{count:,} of {total:,}"


def drift_of_types(compared: ToCompare, roots: Sequence[str]) -> Iterator[Drift]:
    """Yield how the fields of types differ, and which types are missing; articles are below `roots`."""
    tables = compared.tables.get("types", {})
    for kind in compared.types:
        table = tables.get(kind.name, {}).get("fields")
        if isinstance(table, Mapping) and isinstance(kind.contract, FieldsContract):
            typical = [each for each in compared.articles if each.type == kind.name and each.is_typical]
            if len(typical) >= FEWEST:
                look = _Fields(("types", kind.name, "fields"), table, typical, compared.share)
                yield from look.drift(kind.contract.fields)
    yield from _new_types(compared, roots)


def _new_types(compared: ToCompare, roots: Sequence[str]) -> Iterator[Drift]:
    rest = [each for each in compared.articles if not each.type]
    typed = [each.path for each in compared.articles if each.type]
    names = {kind.name for kind in compared.types}
    most = sum(each.is_typical for each in rest) // 100
    found = [
        kind_of(group, compared.share, Known())
        for group in groups_of(rest, roots, compared.share)[: max(0, MOST_GROUPS - len(names))]
        if not any(map(Globs(group.files).match, typed))
    ]
    off = {*compared.tables.get("rules", {}), *(each.rule for each in quieted(compared.problems))}
    for kind in with_noise(settled(found, most), compared.problems, off):
        name = kind.group.name if kind.group.name not in names else f"{kind.group.name}-new"
        text = kind_text(kind.replaced(group=kind.group._replace(name=name)))
        if text and name not in names:
            sentence = f"new: {articles_text(len(kind.group.articles))} in {', '.join(kind.group.files)} have no type"
            yield Drift(("types", name), sentence, addition=text)


# --- fields ---------------------------------------------------------------------------------------------------


class _Fields:
    """The fields of one type as the configuration has them, and the typical articles of that type."""

    def __init__(self, place: tuple[str, ...], table: Table, typical: Sequence[Traits], share: float) -> None:
        self._place = place
        self._table = table
        self._typical = typical
        self._share = share

    def drift(self, specs: Mapping[str, FieldSpec]) -> Iterator[Drift]:
        """Yield how the articles differ from the fields, and which fields are missing."""
        for key, spec in specs.items():
            yield from self._of_field(key, spec)
        counts = Counter(key for article in self._typical for key in article.values)
        for key, count in counts.items():
            if key not in specs and count >= _TOLD * len(self._typical) and "\n" not in key:
                yield self._new(key)

    def _having(self, key: str) -> dict[str, Traits]:
        return {article.path: article for article in self._typical if key in article.values}

    def _are_many(self, broken: int, total: int) -> bool:
        return are_many(broken, total, self._share)

    def _new(self, key: str) -> Drift:
        having = self._having(key)
        is_required = not self._are_many(len(self._typical) - len(having), len(self._typical))
        spec = replace(self._shape(key, having), required=is_required)
        count = so_many(len(having), len(self._typical))
        comment = "" if len(having) == len(self._typical) else f"in {count}"
        return Drift((*self._place, key), f"new: in {count} articles", _table_of(spec), comment)

    def _shape(self, key: str, having: Mapping[str, Traits]) -> FieldSpec:
        spec = shape_of(key, list(having.values()), self._share)
        return FieldSpec() if self._are_many(len(breaking(spec, key, having)), len(having)) else spec

    def _of_field(self, key: str, spec: FieldSpec) -> Iterator[Drift]:
        own = self._table.get(key)
        having = self._having(key)
        total = len(self._typical)
        own = {"type": own} if isinstance(own, str) else own
        if not isinstance(own, Mapping):
            return
        if own.get("required") is True and self._are_many(total - len(having), total):
            sentence = f"required, but {so_many(total - len(having), total)} articles have none"
            yield Drift((*self._place, key, "required"), sentence, None, f"in {so_many(len(having), total)}")
        elif len(having) == total and not {"required", "required-if", "default"}.intersection(own):
            asked = {**own, "required": True} if isinstance(self._table[key], str) else True
            place = (*self._place, key) if isinstance(self._table[key], str) else (*self._place, key, "required")
            yield Drift(place, f"optional, but all {total:,} articles have it", asked, f"in {so_many(total, total)}")
        if not having:
            return
        if "type" in own and spec.type not in ("enum", "any") and (drift := self._type(key, spec, having, own)):
            yield drift
            return
        yield from self._choices(key, spec, having, own)
        for name, bounds, sizes in (
            ("length", spec.length, [len(each.values[key].text.strip()) for each in having.values()]),
            ("count", spec.count, [len(texts_of(each.values[key])) for each in having.values()]),
        ):
            if bounds and name in own:
                alone = replace(FieldSpec(type=spec.type), length=spec.length if name == "length" else None,
                                count=spec.count if name == "count" else None)  # fmt: skip
                if self._are_many(broken := len(breaking(alone, key, having)), len(having)):
                    wide = _wider(bounds, bounds_of(sizes, name))
                    sentence = f"{range_text(bounds)}, but {so_many(broken, len(having))} are not"
                    yield Drift(
                        (*self._place, key, name), f"{sentence}; {range_text(wide)} would fit", range_text(wide)
                    )

    def _type(self, key: str, spec: FieldSpec, having: Mapping[str, Traits], own: Table) -> Drift | None:
        items = FieldSpec(type=spec.items.type) if spec.items and not spec.items.enum else None
        alone = FieldSpec(type=spec.type, items=items)
        broken = breaking(alone, key, having)
        if not self._are_many(len(broken), len(having)):
            return None
        sentence = f"{spec.type}, but {so_many(len(broken), len(having))} are something else"
        kept = {name: own[name] for name in _OF_EVERY_TYPE if name in own}
        return Drift((*self._place, key), sentence, {**_table_of(self._shape(key, having)), **kept})

    def _choices(self, key: str, spec: FieldSpec, having: Mapping[str, Traits], own: Table) -> Iterator[Drift]:
        inner = own.get("items")
        for listed, table, place in (
            (spec.enum, own, (key, "enum")),
            (spec.items.enum if spec.items else (), inner, (key, "items", "enum")),
        ):
            if not listed or not isinstance(table, Mapping) or "enum" not in table:
                continue
            counts: Counter[str] = Counter()
            known = {str(choice) for choice in listed}
            for article in having.values():
                counts.update({text for text in texts_of(article.values[key]) if text not in known})
            new = [text for text, count in counts.most_common() if text and count > 1]
            if new:
                yield Drift((*self._place, *place), f"new: {_listed(counts, new)}", [*table["enum"], *new])


_OF_EVERY_TYPE = ("description", "names", "required", "required-if", "not-with", "deprecated")
"""Attributes that a field keeps when its type changes."""


def _table_of(spec: FieldSpec) -> Table:
    table: Table = tomllib.loads(f"x = {spec_text(spec)}")["x"]
    return table


def _wider(first: Range, second: Range) -> Range:
    least = None if first.least is None or second.least is None else min(first.least, second.least)
    most = None if first.most is None or second.most is None else max(first.most, second.most)
    return Range(least, most)


def _listed(counts: Mapping[str, int], names: Sequence[str]) -> str:
    return first_of([f"{name} ({counts[name]:,})" for name in names], _NAMED)


# --- tags, rules, folders ---------------------------------------------------------------------------------------

_VOCABULARY = ("rules", "tags/vocabulary")


def drift_of_tags(compared: ToCompare, vocabulary: Vocabulary) -> Iterator[Drift]:
    """Yield the tags that several articles have but the configuration's vocabulary lacks."""
    own = compared.tables.get("rules", {}).get("tags/vocabulary")
    if not isinstance(own, Mapping):
        return
    counts = Counter(tag for article in compared.articles if article.is_typical for tag in set(article.tags))
    new = [tag for tag, count in counts.most_common()
           if count > 1 and tag not in vocabulary and not vocabulary.meant_by(tag)]  # fmt: skip
    if not new:
        return
    sentence = f"new: {_listed(counts, new)}"
    file = own.get("file", "")
    if file.endswith(".txt") and all(tag == tag.strip() and not tag.startswith("#") for tag in new):
        yield Drift(_VOCABULARY, sentence, terms=tuple(new), file=file)
    else:
        yield Drift((*_VOCABULARY, "values"), sentence, [*own.get("values", ()), *new])


class RuleLevels(NamedTuple):
    """The levels of rules in a configuration, or in one of its types; `ours` are those that a survey has written."""

    place: tuple[str, ...]
    levels: Table
    ours: Collection[str]


def drift_of_rules(
    rules: RuleLevels, problems: Mapping[str, Sequence[Problem]], elsewhere: Container[str] = ()
) -> Iterator[Drift]:
    """Yield the rules that nearly all of some articles break, and those turned off by `init` that they no longer break.

    `problems` are those of the articles, by path; rules `elsewhere` don't count.
    """
    for each in quieted(problems):
        if each.rule not in rules.levels and each.rule not in elsewhere and not each.rule.startswith(CONTRACT):
            reason = quiet_reason(each)
            yield Drift((*rules.place, each.rule), reason, each.level, reason)
    broken = Counter(rule for found in problems.values() for rule in {problem.rule for problem in found})
    for rule in sorted(rules.ours):
        if broken[rule] < NOISE * len(problems):
            some = (
                f"only {so_many(broken[rule], len(problems))} articles break" if broken[rule] else "no article breaks"
            )
            yield Drift((*rules.place, rule), f"{rules.levels[rule]}, but {some} it")


def drift_of_folders(
    tables: Table, places: Mapping[str, Sequence[str]], is_in: Callable[[str], bool], patterns: Sequence[str]
) -> Iterator[Drift]:
    """Yield the folders whose articles are all left out; `patterns` include all folders of the site."""
    include = tables.get("include")
    new = {folder: paths for folder, paths in places.items() if paths and not any(map(is_in, paths))}
    paths = [path for members in new.values() for path in members]
    missing = [pattern for pattern in patterns if any(map(Globs([pattern]).match, paths))]
    if isinstance(include, list) and missing:
        first_out = next((number for number, pattern in enumerate(include) if pattern.startswith("!")), len(include))
        folders = ", ".join(f"{folder}/ ({articles_text(len(paths))})" for folder, paths in new.items())
        yield Drift(("include",), f"new: {folders}", [*include[:first_out], *missing, *include[first_out:]])
