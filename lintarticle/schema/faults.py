"""Faults of contracts: the place, the sentence and the fix of each kind, and which unknown keys are faults."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from lintarticle.article.article import Article
from lintarticle.article.editing import insert_key, rename_key, set_value, split_into_list, wrap_in_list
from lintarticle.article.metadata.fields import normal_key
from lintarticle.article.metadata.metadata import LIST_FIELDS
from lintarticle.article.values import Entry, Fault, Node
from lintarticle.problem import Fix, Severity
from lintarticle.rule import Site
from lintarticle.schema.contract import FoundFields, Place, Subject, called, known_elsewhere, shown_node
from lintarticle.schema.field_spec import FieldSpec
from lintarticle.schema.sentences import TYPE_WORDS, listed
from lintarticle.source import Span
from lintarticle.wording import capitalised, nearest

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_ONE_NAME = r"[\w+#-]+(?: [\w+#-]+){0,2}"
"""A part between commas that is surely a name by itself: up to three words, without a dot as in “Washington, D.C.”."""

_OTHER_NAMES = 3
"""The number of allowed names that a message lists."""


def missing(article: Article, name: str, entry: Entry | None, *, names: Iterable[str] = (), why: str = "") -> Fault:
    """Return the fault of a required field that is empty (`entry`) or missing.

    `names`: the keys that count as it. `why` ends the sentence: in which case the field is required.
    """
    if entry is not None:
        return Fault("required", entry.key.span, f"“{entry.key.text}” is empty{why or '; expected a value'}.")
    others = [f"“{other}”" for other in names if other != name][:_OTHER_NAMES]
    also = f" You can also use {listed(others)}." if others else ""
    edits = insert_key(article, name, None)
    fix = Fix(f"Add the key “{name}” for you to fill in", edits, "unsafe") if edits else None
    return Fault("required", article.metadata_span, f"“{name}” is missing{why}.{also}", fix=fix)


def misspelt(article: Article, name: str, entry: Entry) -> Fault:
    """Return the fault of a missing required field when a key is spelled much like it."""
    edits = rename_key(article, entry, name)
    fix = Fix(f"Rename the key to “{name}”", edits, "unsafe") if edits else None
    return Fault("required", entry.key.span, f"“{name}” is missing; “{entry.key.text}” may be a typo for it.", fix=fix)


def missing_inside(article: Article, place: Place, node: Node, key: Span, *, why: str = "") -> Fault:
    """Return the fault of a key that is missing from a group of keys."""
    name, owner = str(place[-1]), called(place[:-1])
    edits = insert_key(article, name, None, into=node) if node.kind == "mapping" else ()
    fix = Fix(f"Add the key “{name}” for you to fill in", edits, "unsafe") if edits else None
    entry = node.entry(name)
    if entry:
        return Fault("required", entry.key.span, f"“{name}” in {owner} is empty{why or '; expected a value'}.")
    return Fault(
        "required", article.source.first_line(key), f"{capitalised(owner)} lacks the key “{name}”{why}.", "", fix
    )


def wrong_value(article: Article, name: str, node: Node, detail: ErrorDetails) -> Fault:
    """Return the fault for one error of pydantic, of our own kinds or its own."""
    context = detail.get("ctx", {})
    if detail["type"] == "lintarticle_value":
        found = context["found"] or shown_node(node)
        return unfit(article, name, node, found=found, expected=context["expected"], nearest=context["nearest"])
    expected = {"list_type": "list", "dict_type": "object", "model_type": "object", "model_attributes_type": "object"}
    kind = expected.get(detail["type"], "")
    wanted = f"expected {TYPE_WORDS[kind]}" if kind else str(context.get("expected", detail["msg"]))
    return wrong_type(article, name, node, wanted, is_list=kind == "list")


def wrong_type(article: Article, name: str, node: Node, expected: str, *, is_list: bool) -> Fault:
    """Return the fault of a value of the wrong type; a single value where a list belongs becomes one."""
    fix = _as_list(article, node) if is_list and node.kind != "mapping" else None
    sentence = f"{capitalised(name)} is {shown_node(node)}; {expected}."
    return Fault("type", _head(article, node), sentence, _quoted_help(node, expected), fix)


def _as_list(article: Article, node: Node) -> Fix | None:
    """Return the list that a single value most likely is; safe only if it can't be read in another way.

    Commas part the names of a field that is a list by nature (tags). In other fields they may belong to one value, and
    some platforms also split tags at blanks.
    """
    field = next((field for field in article.metadata.every if field.node is node and field.name in LIST_FIELDS), None)
    parts = [item.text for item in field.items] if field else []
    if len(parts) < 2:
        edits = wrap_in_list(article, node)
        sure = not re.search(r"\s" if field else ",", node.text.strip())
        return Fix("Make it a list of one", edits, "safe" if sure else "unsafe") if edits else None
    edits = split_into_list(article, node, parts)
    sure = field is not None and field.name != "author" and all(re.fullmatch(_ONE_NAME, part) for part in parts)
    return Fix(f"Make it a list of {len(parts)}", edits, "safe" if sure else "unsafe") if edits else None


def unfit(  # noqa: PLR0913 - the parts of one sentence
    article: Article, name: str, node: Node, *, found: str, expected: str, nearest: str = ""
) -> Fault:
    """Return the fault of a value that is not allowed; the fix writes the nearest one that is."""
    edits = set_value(article, node, nearest) if nearest and node.kind not in ("list", "mapping") else ()
    fix = Fix(f"Write “{nearest}”", edits, "unsafe") if edits else None
    near = f" Did you mean “{nearest}”?" if nearest else ""
    return Fault("value", _head(article, node), f"{capitalised(name)} is {found}; {expected}.{near}", "", fix)


def unknown_key(article: Article, entry: Entry, sentence: str, nearest: str, at_most: Severity | None) -> Fault:
    """Return the fault of a key that the contract does not know."""
    edits = rename_key(article, entry, nearest) if nearest else ()
    fix = Fix(f"Rename the key to “{nearest}”", edits, "unsafe") if edits else None
    return Fault("unknown-key", entry.key.span, sentence, "", fix, at_most=at_most)


def dangling(article: Article, node: Node, sentence: str, nearest: str = "", *, names_nearest: bool = False) -> Fault:
    """Return the fault of a value that names nothing that exists. `names_nearest`: the sentence already has it."""
    edits = set_value(article, node, nearest) if nearest else ()
    near = f" Did you mean “{nearest}”?" if nearest and not names_nearest else ""
    fix = Fix(f"Write “{nearest}”", edits, "unsafe") if edits else None
    return Fault("reference", _head(article, node), sentence + near, "", fix)


def _quoted_help(node: Node, expected: str) -> str:
    """Say what to do about the two commonest mistakes with quotes."""
    if node.kind == "boolean" and expected.endswith("text"):
        return f"Put “{node.text}” in quotes." if node.text else ""
    if node.kind == "string" and node.style in ("single", "double"):
        plain = node.text.strip().casefold()
        is_flag = "true or false" in expected and plain in ("true", "false")
        is_number = "number" in expected and plain.lstrip("+-").replace(".", "", 1).isdecimal()
        return "Remove the quotes." if is_flag or is_number else ""
    return ""


def _head(article: Article, node: Node) -> Span:
    """Return where to point at a value: its first line if it has several."""
    return article.source.first_line(node.span)


_SLIP = 80
"""Similarity in percent from which an unlisted key counts as a misspelling of a listed one: our own figure."""


def unknown_keys(
    article: Article,
    site: Site,
    fields: Mapping[str, FieldSpec],
    found: FoundFields,
    *,
    strict: bool,
) -> tuple[list[Fault], dict[str, Entry]]:
    """Return the faults of unknown keys, and the missing fields that some resemble, which are reported instead."""
    subject, entries = found.subject, found.entries
    own = {entry.key.span.start for entry in entries.values()}
    others = [entry for entry in subject.root.entries if entry.key.span.start not in own]
    known = {name for field, spec in fields.items() for name in spec.names or (field,)}
    absent = [name for name in fields if name not in entries]
    resembled: dict[str, Entry] = {}
    found_faults: list[Fault] = []
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
        found_faults.append(_fault(article, entry, slip, "", strict=strict))
    for name, entry in entries.items():
        if fields[name].items or fields[name].fields:
            found_faults += _inside(article, name, entry, fields[name], strict=strict)
    return found_faults, resembled


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
    sentence = f"Unknown key “{entry.key.text}”{where}.{near}"
    return unknown_key(article, entry, sentence, slip, None if strict else Severity.WARNING)


def _slip(key: str, candidates: Collection[str]) -> str:
    """Return the candidate that a key is most likely a misspelling of, or "" if it is probably a different key."""
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
