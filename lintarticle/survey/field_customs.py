"""What the values of one key have in common: their type, and more."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lintarticle.article.metadata.dates import parse_moment
from lintarticle.article.metadata.fields import normal_key
from lintarticle.article.metadata.metadata import ALIASES
from lintarticle.article.values import Node
from lintarticle.ranges import Range
from lintarticle.record import NamedTuple
from lintarticle.schema.field_spec import DATE_TYPES, FieldSpec, meant
from lintarticle.schema.value_checks import test_of_fields
from lintarticle.survey.traits import Traits


class Custom(NamedTuple):
    """One thing that articles do: what it adds to a field, or to the outline, and the articles that don't.

    `key` is the field, or "" for the outline; `attribute` is what the custom is about, `value` its value.
    """

    key: str
    attribute: str
    value: Any
    exceptions: frozenset[str]


class Known(NamedTuple):
    """What the files of a site say: the names of its authors, with the file that has them."""

    authors: frozenset[str] = frozenset()
    authors_file: str = ""


_FREE = frozenset(
    name for field in ("title", "seo_title", "social_title", "short_title", "subtitle", "slug", "permalink", "excerpt",
                       "seo_excerpt", "social_excerpt", "keyphrase", "date", "updated", "expires", "author", "cover",
                       "cover_alt", "cover_caption", "canonical_url", "reading_time", "word_count", "tags", "keywords")
    for name in (field, *ALIASES[field])
)  # fmt: skip
"""Keys whose values are each article's own, so that a list of them would be no rule."""

_MEASURED = frozenset(
    normal_key(name) for field in ("title", "seo_title", "excerpt", "seo_excerpt") for name in ALIASES[field]
)
_TAGGED = frozenset(normal_key(name) for name in ALIASES["tags"])
_FREELY = frozenset(map(normal_key, _FREE))
_AUTHORS = frozenset(normal_key(name) for name in ALIASES["author"])

_MOST_CHOICES = 12
_TIMES = 5
"""A key is one of a few choices if there are at most this many, used this often on average: our own figures."""

_CHOICE = re.compile(r"(?=.*[^\W\d])[\w][\w .&/+#-]{0,39}")
"""What one of a few choices looks like: some words, no number or sentence."""

_CONSTANT = frozenset(("layout", "template", "type", "lang", "language", "locale", "status", "kind"))
"""Keys for which even a single value is worth a list."""

_MEASURABLE = 30
"""With fewer articles, the shortest and the longest value say nothing."""


# --- types ----------------------------------------------------------------------------------------------------


def shape_of(key: str, having: Sequence[Traits], share: float) -> FieldSpec:
    """Return the type of a key: the closest one that nearly all its values have."""
    nodes = [article.values[key] for article in having]
    kinds = Counter(map(_kind, nodes))
    enough = share * len(nodes)
    for name in ("boolean", "integer", "list", "mapping"):
        if kinds[name] >= enough:
            return _collected(name, nodes) if name in ("list", "mapping") else FieldSpec(type=name)
    if kinds["integer"] + kinds["number"] >= enough:
        return FieldSpec(type="number")
    if kinds["date"] >= enough:
        return FieldSpec(type="date")
    scalars = sum(count for kind, count in kinds.items() if kind in ("string", "integer", "number", "date", "time"))
    if scalars < enough or key == "illustrations":  # briefs under labels are text, in front matter they are a list
        return FieldSpec()
    if all(_is_address(node.text) for node in nodes if node.kind == "string") and kinds["string"] >= enough:
        return FieldSpec(type="url")
    lines = sum("\n" in node.text.strip("\n") for node in nodes)
    return FieldSpec(type="text" if lines else "string")


def _kind(node: Node) -> str:
    if node.kind in ("date", "datetime") or (node.kind == "string" and len(node.text) < 40 and parse_moment(node.text)):
        return "date"
    return node.kind


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://")) and " " not in text


def _collected(name: str, nodes: Sequence[Node]) -> FieldSpec:
    """Return the type of lists or groups of keys, as far down as all of them agree."""
    if name == "list":
        inner = Counter(_item_kind(item) for node in nodes for item in node.items)
        if len(inner) == 1 and "text" in inner:
            return FieldSpec(type="list", items=FieldSpec(type="string"))
        return (
            FieldSpec(type="list", items=_structure([item for node in nodes for item in node.items]))
            if len(inner) == 1 and "mapping" in inner
            else FieldSpec(type="list")
        )
    return _structure(nodes)


def _item_kind(node: Node) -> str:
    return node.kind if node.kind in ("boolean", "null", "list", "mapping") else "text"


_JSON_TYPES = {"string": "string", "integer": "integer", "number": "number", "boolean": "boolean"}
_MOST_KEYS = 8


def _structure(nodes: Sequence[Node]) -> FieldSpec:
    """Return what groups of keys have in common: keys that all have are required."""
    from genson import SchemaBuilder  # only where articles have groups of keys

    builder = SchemaBuilder()
    for node in nodes:
        if node.kind == "mapping":
            builder.add_object({entry.key.text: _plain(entry.value) for entry in node.entries})
    schema = builder.to_schema()
    properties = schema.get("properties", {})
    if not properties or len(properties) > _MOST_KEYS:
        return FieldSpec(type="object")
    required = schema.get("required", ())
    fields = {
        name: FieldSpec(type=_JSON_TYPES.get(str(about.get("type")), "any"), required=name in required)
        for name, about in properties.items()
        if re.fullmatch(r"[\w-]+", name)
    }
    return FieldSpec(type="object", fields=fields)


def _plain(node: Node) -> object:
    """Return a value as JSON has it; text that YAML takes for a date counts as text."""
    if node.kind == "mapping":
        return {}
    if node.kind == "list":
        return []
    return node.value if isinstance(node.value, (str, int, float, bool)) or node.value is None else node.text


# --- more than the type -----------------------------------------------------------------------------------------


def more_of(key: str, spec: FieldSpec, having: Mapping[str, Traits], known: Known) -> Iterator[Custom]:
    """Yield what values have in common besides their type."""
    name = normal_key(key)
    if name in _MEASURED and spec.type in ("string", "text") and len(having) >= _MEASURABLE:
        lengths = [len(article.values[key].text.strip()) for article in having.values()]
        yield from _bounded(key, "length", spec, having, lengths)
    if name in _TAGGED and spec.type == "list" and len(having) >= _MEASURABLE:
        yield from _bounded(key, "count", spec, having, [len(article.values[key].items) for article in having.values()])
    if name in _AUTHORS and known.authors and spec.type in ("string", "list"):
        source = (
            replace(spec, items=FieldSpec(type="string", source=known.authors_file)) if spec.type == "list" else None
        )
        strangers = {
            path for path, article in having.items() if not known.authors.issuperset(texts_of(article.values[key]))
        }
        value = source or replace(spec, source=known.authors_file)
        yield Custom(key, "items" if source else "from", value, frozenset(strangers))
    if name not in _FREELY and not any(part in name for part in ("image", "url", "id", "title", "desc")):
        yield from _choices(key, spec, having)


def texts_of(node: Node) -> list[str]:
    """Return the texts of a list, or the one of another value."""
    return [item.text for item in node.items] if node.kind == "list" else [node.text]


def _bounded(
    key: str, attribute: str, spec: FieldSpec, having: Mapping[str, Traits], found: Iterable[int]
) -> Iterator[Custom]:
    """Yield the bounds from the first to the last hundredth of some figures, and from the least to the most."""
    found = list(found)
    for bounds in (bounds_of(found, attribute), bounds_of(found, attribute, of_all=True)):
        bounded = replace(spec, length=bounds) if attribute == "length" else replace(spec, count=bounds)
        yield Custom(key, attribute, bounds, breaking(bounded, key, having))


def bounds_of(found: Iterable[int], attribute: str, *, of_all: bool = False) -> Range:
    """Return the bounds of lengths or counts, rounded outward, without the first and the last hundredth of them."""
    ordered = sorted(found)
    cut = 0 if of_all else len(ordered) // 100
    step = 10 if attribute == "length" else 1
    return Range(ordered[cut] // step * step or None, math.ceil(ordered[-1 - cut] / step) * step)


def _choices(key: str, spec: FieldSpec, having: Mapping[str, Traits]) -> Iterator[Custom]:
    is_list = spec.type == "list" and spec.items is not None and spec.items.type == "string"
    if spec.type != "string" and not is_list:
        return
    counts = Counter(text for article in having.values() for text in set(texts_of(article.values[key])))
    used = [text for text, count in counts.most_common() if count > 1]
    is_few = (1 if normal_key(key) in _CONSTANT else 2) <= len(used) <= _MOST_CHOICES and sum(
        counts[text] for text in used
    ) >= max(20, _TIMES * len(used))
    if not is_few or not all(_CHOICE.fullmatch(text) for text in used):
        return
    choices = tuple(sorted(used))
    value = (
        FieldSpec(type="list", items=FieldSpec(type="enum", enum=choices))
        if is_list
        else FieldSpec(type="enum", enum=choices)
    )
    yield Custom(key, "enum", value, breaking(value, key, having))


def breaking(spec: FieldSpec, key: str, having: Mapping[str, Traits]) -> frozenset[str]:
    """Return the articles whose value of a key is not as a field asks."""
    is_right = test_of_fields({key: spec})
    return frozenset(
        path
        for path, article in having.items()
        if not is_right({key: meant(article.values[key], spec, lenient=key in article.lenient)})
        and not (spec.type in DATE_TYPES and _kind(article.values[key]) == "date")
    )
