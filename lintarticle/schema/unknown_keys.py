"""Keys that a contract does not name: all of them where it is strict, else those that look like a slip of the hand."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from lintarticle.article.article import Article
from lintarticle.article.metadata.fields import normal_key
from lintarticle.article.values import Entry, Fault
from lintarticle.nearest import nearest
from lintarticle.problem import Severity
from lintarticle.rule import Site
from lintarticle.schema import faults
from lintarticle.schema.field_spec import FieldSpec
from lintarticle.schema.subject import Found, Subject, known_elsewhere

_SLIP = 80
"""Similarity in percent from which an unlisted key counts as a misspelling of a listed one: our own figure."""


def unknown_keys(
    article: Article,
    site: Site,
    fields: Mapping[str, FieldSpec],
    found: Found,
    *,
    strict: bool,
) -> tuple[list[Fault], dict[str, Entry]]:
    """Return the faults of unknown keys, and the missing fields that some of them resemble, which tell it instead."""
    subject, entries = found.subject, found.entries
    own = {entry.key.span.start for entry in entries.values()}
    others = [entry for entry in subject.root.entries if entry.key.span.start not in own]
    known = {name for field, spec in fields.items() for name in spec.names or (field,)}
    absent = [name for name in fields if name not in entries]
    resembled: dict[str, Entry] = {}
    told: list[Fault] = []
    for entry in others:
        key = entry.key.text
        if key in known or (entry.key.text in subject.lenient) or key == "$schema":
            continue
        slip = _slip(key, absent)
        if not strict and (not slip or known_elsewhere(key) or _is_site_key(key, site)):
            continue
        if slip and fields[slip].required and slip not in resembled:
            resembled[slip] = entry
            continue
        told.append(_fault(article, entry, slip, "", strict=strict))
    for name, entry in entries.items():
        if fields[name].items or fields[name].fields:
            told += _inside(article, name, entry, fields[name], strict=strict)
    return told, resembled


def unnamed_keys(
    article: Article, site: Site, subject: Subject, names: Collection[str], *, strict: bool
) -> Iterator[Fault]:
    """Yield the faults of top-level keys that are not among the names."""
    there = {entry.key.text for entry in subject.root.entries}
    for entry in subject.root.entries:
        key = entry.key.text
        if key in names or key in subject.lenient or key == "$schema":
            continue
        slip = _slip(key, [name for name in names if name not in there])
        if strict or (slip and not known_elsewhere(key) and not _is_site_key(key, site)):
            yield _fault(article, entry, slip, "", strict=strict)


def _inside(article: Article, name: str, entry: Entry, spec: FieldSpec, *, strict: bool) -> Iterator[Fault]:
    """Yield the faults of unknown keys in a group of keys, and in each group of a list."""
    strict = strict or spec.strict
    if spec.type == "list" and spec.items:
        for item in entry.value.items:
            yield from _inside(article, name, Entry(entry.key, item), spec.items, strict=strict)
    if spec.type != "object" or not spec.fields:
        return
    there = {each.key.text for each in entry.value.entries}
    for each in entry.value.entries:
        inner = spec.fields.get(each.key.text)
        if inner:
            yield from _inside(article, f"{name}.{each.key.text}", each, inner, strict=strict)
            continue
        slip = _slip(each.key.text, [other for other in spec.fields if other not in there])
        if slip or strict:
            yield _fault(article, each, slip, f" in “{name}”", strict=strict)


def _fault(article: Article, entry: Entry, slip: str, where: str, *, strict: bool) -> Fault:
    near = f" Did you mean “{slip}”?" if slip else ""
    sentence = f"The key “{entry.key.text}” is not one that this kind of article has{where}.{near}"
    return faults.unknown_key(article, entry, sentence, slip, None if strict else Severity.WARNING)


def _slip(key: str, candidates: Collection[str]) -> str:
    """Return the candidate that a key most likely means to be, "" where it is likely a key of its own."""
    if not candidates:
        return ""
    folded = normal_key(key)
    same = next((name for name in candidates if normal_key(name) == folded), "")
    if same or len(key) < 4:
        return same
    found = nearest(key, candidates)
    if not found:
        return ""
    from rapidfuzz import fuzz

    return found if fuzz.ratio(key.casefold(), found.casefold()) >= _SLIP else ""


def _is_site_key(key: str, site: Site) -> bool:
    return normal_key(key) in {normal_key(name) for name in site.known_keys}
