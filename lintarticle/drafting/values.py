"""Values for fields: what a new article starts with, and what the example of a guide contains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta

from lintarticle.article.editing.writing import Value
from lintarticle.article.metadata.fields import normal_key
from lintarticle.article.metadata.metadata import ALIASES
from lintarticle.drafting.matching import text_matching
from lintarticle.drafting.prose import EXCERPT, SHORT_EXCERPT, TITLE, characters_within, title_within
from lintarticle.record import NamedTuple
from lintarticle.schema.field_spec import DATE_TYPES, FieldSpec
from lintarticle.schema.value_checks import test_of_fields

TODO = "TODO"
"""The placeholder for a value or a text that the writer gives; `check` reports it."""

Names = Mapping[str, tuple[str, ...]]
"""The names that a file lists, by the file as a field of a contract names it."""


def role_of(name: str) -> str:
    """Return our field that a key means by its name, or ""."""
    folded = normal_key(name)
    return next((field for field, names in ALIASES.items() if folded in map(normal_key, names)), "")


# --- placeholders ---------------------------------------------------------------------------------------------


def placeholder(spec: FieldSpec) -> Value:
    """Return what a field begins with: its default, its only value, else what `check` reports until it is filled."""
    if spec.default is not None:
        return spec.default  # type: ignore[return-value]  # a value of TOML
    if "draft" in spec.enum or len(spec.enum) == 1:
        return "draft" if "draft" in spec.enum else spec.enum[0]  # type: ignore[return-value]  # as above
    if spec.type == "list":
        return []
    if spec.type == "object" and spec.fields:
        return {name: placeholder(each) for name, each in spec.fields.items() if each.required}
    return TODO


# --- examples -------------------------------------------------------------------------------------------------

_DAY = date(2024, 5, 14)

_ITEMS = ("tides", "sailing", "navigation", "harbors", "maps", "weather", "boats", "islands", "charts", "walking")

TEXTS: Mapping[str, tuple[str, ...]] = {
    "title": (TITLE, "Tide tables"),
    "seo_title": (f"{TITLE}: four columns explained", TITLE),
    "social_title": (TITLE,),
    "short_title": ("Tide tables",),
    "subtitle": ("Four columns, two kinds of water, one rule of thumb",),
    "slug": ("how-to-read-a-tide-table", "tide-tables"),
    "permalink": ("/how-to-read-a-tide-table/",),
    "excerpt": (EXCERPT, SHORT_EXCERPT),
    "id": ("how-to-read-a-tide-table",),
    "seo_excerpt": (EXCERPT,),
    "social_excerpt": (EXCERPT,),
    "keyphrase": ("tide table",),
    "author": ("Ada Harbor",),
    "canonical_url": ("https://example.org/how-to-read-a-tide-table/",),
    "lang": ("en",),
    "cover": ("https://example.org/tide-table.jpg",),
    "cover_alt": ("A printed tide table with notes in pencil",),
    "categories": ("sailing",),
    "tags": (", ".join(_ITEMS[:3]),),
    "audience": ("Readers who sail for the first time",),
    "illustrations": ("**Hero image** (top of the post): A printed tide table with notes in pencil",),
}
"""Values for our fields and for other keys, by name."""

_OF_TYPE: Mapping[str, tuple[str, ...]] = {
    "url": ("https://example.org/tides",),
    "email": ("desk@example.org",),
    "slug": ("tides", "harbor"),
    "image": ("https://example.org/tide-table.jpg",),
    "file": ("https://example.org/tide-table.pdf",),
    "article": ("https://example.org/neap-tides/",),
    "author": ("Ada Harbor",),
    "tag": ("tides",),
    "lang": ("en",),
}


def example_values(fields: Mapping[str, FieldSpec], names: Names) -> dict[str, Value]:
    """Return a value for every field that can have one next to the others; what is no longer used is left out."""
    dates = _dates(fields)
    values: dict[str, Value] = {}
    for name, spec in fields.items():
        excluded = any(other in values for other in spec.not_with) or any(
            name in fields[key].not_with for key in values
        )
        if spec.deprecated or (excluded and not spec.required):
            continue
        value = dates.get(name) or _example(name, spec, names)
        if value is not None:
            values[name] = value
    return values


def _example(name: str, spec: FieldSpec, names: Names) -> Value:
    """Return a value that a field may have, or None."""
    if spec.type == "object":
        inner = example_values(spec.fields, names) if spec.fields else {"note": "tides"}
        return inner or None
    if spec.type == "list":
        return _list(name, spec, names)
    fits = test_of_fields({name: spec})
    return next((value for value in _candidates(name, spec, names) if fits({name: value})), None)


def _list(name: str, spec: FieldSpec, names: Names) -> Value:
    items = spec.items or FieldSpec("string")
    least = int(spec.count.least or 1) if spec.count else 1
    most = int(spec.count.most) if spec.count and spec.count.most is not None else None
    wanted = max(least, 1 if most == 1 else min(3, most or 3))
    if items.type in ("object", "list"):
        item = _example(name, items, names)
        return [item] * max(least, 1) if item is not None else None
    fits = test_of_fields({name: items})
    found = [value for value in dict.fromkeys(_item_candidates(name, items, names, wanted)) if fits({name: value})]
    if found and len(found) < least and not spec.unique:
        found += [found[-1]] * (least - len(found))
    return found[:wanted] if len(found) >= least else None


def _item_candidates(name: str, spec: FieldSpec, names: Names, wanted: int) -> Iterator[Value]:
    listed = spec.enum or names.get(spec.source, ())
    if listed:
        yield from listed  # type: ignore[misc]  # values of TOML
        return
    yield from (_ITEMS if spec.type in ("string", "text", "any", "slug", "tag") else ())
    yield from _candidates(name, spec, names)
    for number in range(2, wanted + 2):
        for value in _candidates(name, spec, names):
            if isinstance(value, str) and value:
                head, dot, tail = value.rpartition(".")
                slash = "/" * value.endswith("/")
                is_file = dot and len(tail) < 5
                yield f"{head}-{number}.{tail}" if is_file else f"{value.removesuffix('/')}-{number}{slash}"
            elif isinstance(value, int) and not isinstance(value, bool):
                yield value + number
            elif isinstance(value, date):
                yield value + timedelta(days=number)


def _candidates(name: str, spec: FieldSpec, names: Names) -> Iterator[Value]:
    """Yield values for a field, the most realistic ones first."""
    if spec.source:
        yield from names.get(spec.source, ())
    if spec.enum:
        yield from ("published",) if "published" in spec.enum else ()
        yield from spec.enum  # type: ignore[misc]  # values of TOML
        return
    match spec.type:
        case "boolean":
            yield role_of(name) == "published"
        case "integer" | "number":
            yield from _numbers(spec)
        case "date":
            yield _DAY
        case "datetime":
            yield datetime(_DAY.year, _DAY.month, _DAY.day, 9, 30, tzinfo=UTC)
        case "any" if not spec.pattern and role_of(name) in ("date", "updated", "expires"):
            yield _DAY
        case "any" if role_of(name) == "tags":
            yield list(_ITEMS[:3])
        case _:
            yield from _texts(name, spec)


def _numbers(spec: FieldSpec) -> Iterator[Value]:
    least, most = (spec.range.least, spec.range.most) if spec.range else (None, None)
    yield from (3, 1)
    for end in (least, most):
        if end is not None:
            yield int(end) if end == int(end) else end
    if least is not None:
        yield int(least) + 1


def _texts(name: str, spec: FieldSpec) -> Iterator[str]:
    usual = (*TEXTS.get(role_of(name) or normal_key(name), ()), *_OF_TYPE.get(spec.type, ("Tides and tables",)))
    yield from usual
    if role_of(name) in ("title", "seo_title", "social_title", "subtitle", "short_title"):
        yield title_within(spec.length)
    if spec.pattern:
        least = int(spec.length.least or 0) if spec.length else 0
        yield text_matching(spec.pattern, least)
    joiner = "-" if spec.type == "slug" else " "
    yield from (characters_within(spec.length, each).replace(" ", joiner).lower() for each in usual if joiner == "-")
    yield from (characters_within(spec.length, each) for each in usual)


def _dates(fields: Mapping[str, FieldSpec]) -> dict[str, Value]:
    """Return the dates of a group, each where the others say that it is: some days before or after them."""
    dated = {name: spec for name, spec in fields.items() if spec.type in DATE_TYPES}
    days = dict.fromkeys(dated, 0) | {name: 10 for name in dated if role_of(name) == "updated"}
    for _ in dated:  # a chain of dates has no more links than there are dates
        for name, spec in dated.items():
            if spec.after in days:
                days[name] = max(days[name], days[spec.after] + 1)
            if spec.before in days:
                days[spec.before] = max(days[spec.before], days[name] + 1)
    return {name: _moment(spec, days[name]) for name, spec in dated.items()}


def _moment(spec: FieldSpec, days: int) -> Value:
    day = _DAY + timedelta(days=days)
    return datetime(day.year, day.month, day.day, 9, 30, tzinfo=UTC) if spec.type == "datetime" else day


def sources_of(specs: Iterable[FieldSpec]) -> Iterator[str]:
    """Yield the files of names that fields refer to."""
    for spec in specs:
        if spec.source:
            yield spec.source
        yield from sources_of(spec.below)


# --- what `--set` gives ---------------------------------------------------------------------------------------


class GivenValue(NamedTuple):
    """A value given on the command line, by the keys that lead to it."""

    place: tuple[str, ...]
    text: str


def meant_by(text: str, spec: FieldSpec | None) -> Value:
    """Return the value that a text on a command line means: as its field asks, else as YAML reads it."""
    kind = spec.type if spec else ""
    if spec and kind == "list" and not text.lstrip().startswith("["):
        return [meant_by(part.strip(), spec.items) for part in text.split(",") if part.strip()]
    if kind in ("string", "text", "url", "email", "slug", "image", "file", "article", "author", "tag", "lang"):
        return text
    from yaml import YAMLError, safe_load

    try:
        value: Value = safe_load(text)
    except (YAMLError, ValueError):
        return text
    is_meant = not isinstance(value, (dict, list)) or text.lstrip().startswith(("{", "["))
    return value if value is not None and is_meant else text
