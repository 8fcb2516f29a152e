"""What fields say of each other and of their own items: conditions, order of dates, uniqueness, retired names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from lintarticle.article.dates import is_before
from lintarticle.article.editing import rename_key
from lintarticle.article.model import Article, Entry, Fault, Node
from lintarticle.problem import Fix, Related
from lintarticle.schema import faults
from lintarticle.schema.field_spec import FieldSpec
from lintarticle.schema.sentences import capitalised, shown
from lintarticle.schema.subject import Found, called

Entries = Mapping[str, Entry]
Values = Mapping[str, object]


def between_fields(
    article: Article, speaking: Mapping[str, FieldSpec], fields: Mapping[str, FieldSpec], found: Found
) -> Iterator[Fault]:
    """Yield the faults of the fields that speak of others (`speaking`) or of their items."""
    entries, values = found.entries, found.values
    for name, spec in speaking.items():
        entry = entries.get(name)
        if name not in values:
            yield from _required_if(article, name, spec, entry, values)
        if entry is None:
            continue
        yield from _not_with(name, spec, entries, values)
        yield from _order(name, spec, entries, values)
        yield from _deprecated(article, spec, entry, fields, entries)
        yield from _doubles(spec, entry.value, entry.key.text)


def _required_if(article: Article, name: str, spec: FieldSpec, entry: Entry | None, values: Values) -> Iterator[Fault]:
    for other, wanted in spec.required_if.items():
        if other in values and (not wanted or values[other] in wanted):
            why = f" where “{other}” is {shown(values[other])}" if wanted else f" beside “{other}”"
            yield faults.missing(article, name, entry, why=why)
            return


def _not_with(name: str, spec: FieldSpec, entries: Entries, values: Values) -> Iterator[Fault]:
    for other in spec.not_with:
        if name in values and other in values:
            key, beside = entries[name].key, entries[other].key
            sentence = f"“{key.text}” can’t stand beside “{beside.text}”: keep one of the two."
            yield Fault("value", key.span, sentence, related=(Related(beside.span, f"“{beside.text}” stands here."),))


def _order(name: str, spec: FieldSpec, entries: Entries, values: Values) -> Iterator[Fault]:
    here = values.get(name)
    for other, word in ((spec.before, "before"), (spec.after, "after")):
        there = values.get(other) if other else None
        if not isinstance(here, date) or not isinstance(there, date):
            continue
        earlier, later = (here, there) if word == "before" else (there, here)
        if is_before(later, earlier):
            entry, beside = entries[name], entries[other]
            sentence = (
                f"“{entry.key.text}” is {entry.value.text}, expected a date {word} that of “{beside.key.text}”, "
                f"{beside.value.text}."
            )
            related = (Related(beside.value.span, f"“{beside.key.text}” stands here."),)
            yield Fault("value", entry.value.span, sentence, related=related)


def _deprecated(
    article: Article, spec: FieldSpec, entry: Entry, fields: Mapping[str, FieldSpec], entries: Entries
) -> Iterator[Fault]:
    if not spec.deprecated:
        return
    said = spec.deprecated.strip().rstrip(".")
    name = said.removeprefix("use ").strip("“”\"'` ")
    is_free = name in fields and name not in entries
    edits = rename_key(article, entry, name) if is_free else ()
    fix = Fix(f"Rename the key to “{name}”", edits, "unsafe") if edits else None
    yield Fault("unknown-key", entry.key.span, f"“{entry.key.text}” is no longer used: {said}.", "", fix)


def _doubles(spec: FieldSpec, node: Node, name: str) -> Iterator[Fault]:
    """Yield the items that stand twice in a list of different things, in lists below it too."""
    if spec.type == "object":
        for entry in node.entries:
            if entry.key.text in spec.fields:
                yield from _doubles(spec.fields[entry.key.text], entry.value, f"{name}.{entry.key.text}")
    if spec.type != "list":
        return
    first: dict[str, Node] = {}
    for item in node.items:
        if spec.items:
            yield from _doubles(spec.items, item, name)
        if not spec.unique:
            continue
        key = repr(item.value)
        if key in first:
            sentence = f"{capitalised(called((name, 0)))}, {shown(item.value)}, stands there twice."
            yield Fault("value", item.span, sentence, related=(Related(first[key].span, "It stands here first."),))
        first.setdefault(key, item)
