"""What fields say of each other and of their own items: conditions, order of dates, uniqueness, retired names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from lintarticle.article.article import Article
from lintarticle.article.editing import rename_key
from lintarticle.article.metadata.dates import is_before
from lintarticle.article.values import Entry, Fault, Node
from lintarticle.problem import Fix, Related
from lintarticle.schema import faults
from lintarticle.schema.contract import Place, called
from lintarticle.schema.field_spec import FieldSpec, is_empty, meant
from lintarticle.schema.sentences import capitalised, shown
from lintarticle.source import Span

Entries = Mapping[str, Entry]
Values = Mapping[str, object]


class Group(NamedTuple):
    """The fields of the front matter, or of a mapping in it: `place`, `node` and `key` are those of the mapping."""

    entries: Entries
    values: Values
    place: Place = ()
    node: Node | None = None
    key: Span = Span(0, 0)


def between_fields(article: Article, fields: Mapping[str, FieldSpec], group: Group) -> Iterator[Fault]:
    """Yield the faults of the fields of one group, and of the groups in their values."""
    for name, spec in fields.items():
        if not spec.speaks_of_others:
            continue
        entry = group.entries.get(name)
        if name not in group.values:
            yield from _required_if(article, name, spec, group)
        if entry is None:
            continue
        yield from _not_with(name, spec, group.entries, group.values)
        yield from _order(name, spec, group.entries, group.values)
        yield from _deprecated(article, spec, entry, fields, group.entries)
        yield from _inside(article, spec, entry.value, (*group.place, entry.key.text), entry.key.span)


def _inside(article: Article, spec: FieldSpec, node: Node, place: Place, key: Span) -> Iterator[Fault]:
    """Yield the faults inside a value: groups of keys, items of lists."""
    if spec.type == "object" and node.kind == "mapping":
        entries = {entry.key.text: entry for entry in node.entries if entry.key.text in spec.fields}
        values = {
            name: meant(entry.value, spec.fields[name]) for name, entry in entries.items() if not is_empty(entry.value)
        }
        yield from between_fields(article, spec.fields, Group(entries, values, place, node, key))
    elif spec.type == "list":
        for index, item in enumerate(node.items if spec.items else ()):
            yield from _inside(article, spec.items or spec, item, (*place, index), item.span)
        if spec.unique:
            yield from _doubles(node, called((*place, 0)))


def _required_if(article: Article, name: str, spec: FieldSpec, group: Group) -> Iterator[Fault]:
    for other, wanted in spec.required_if.items():
        if other in group.values and (not wanted or group.values[other] in wanted):
            why = f"; required if “{other}” is {shown(group.values[other])}" if wanted else f"; required with “{other}”"
            if group.node:
                yield faults.missing_inside(article, (*group.place, name), group.node, group.key, why=why)
            else:
                yield faults.missing(article, name, group.entries.get(name), why=why)
            return


def _not_with(name: str, spec: FieldSpec, entries: Entries, values: Values) -> Iterator[Fault]:
    for other in spec.not_with:
        if name in values and other in values:
            key, beside = entries[name].key, entries[other].key
            sentence = f"“{key.text}” and “{beside.text}” exclude each other; keep one of them."
            yield Fault("value", key.span, sentence, related=(Related(beside.span, f"“{beside.text}” is here."),))


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
                f"“{entry.key.text}” is {entry.value.text}; expected a date {word} “{beside.key.text}”, "
                f"which is {beside.value.text}."
            )
            related = (Related(beside.value.span, f"“{beside.key.text}” is here."),)
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


def _doubles(node: Node, name: str) -> Iterator[Fault]:
    """Yield the items that are in a list a second time."""
    first: dict[str, Node] = {}
    for item in node.items:
        key = repr(item.value)
        if key in first:
            sentence = f"{capitalised(name)} is listed twice: {shown(item.value)}."
            yield Fault("value", item.span, sentence, related=(Related(first[key].span, "The first one is here."),))
        first.setdefault(key, item)
