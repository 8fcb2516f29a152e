"""A front matter value is read as something other than what was meant.

Without quotes YAML reads `no` as false, `1.10` as the number 1.1, `0123` as 83, `12:30` as 750 and a bare year as a
number, and drops what follows a “#”. It reads a list below a value as more of its text, text in brackets as a list, and
a sentence with a colon as a key. Jekyll and Python tools follow these rules of YAML 1.1; gray-matter (Docusaurus,
Eleventy) and Hugo follow only some, so the same file is read differently from site to site. Quotes keep the text as it
is. In every format `draft: "false"` is text, which counts as true, and so does `draft: maybe`, which the presets of
platforms report.

Title, excerpt, slug, author and other text fields are checked, and each tag and category (a whole number is fine as a
tag: it reads the same).

## Bad

```markdown
---
title: 1984
tags: [no, harbours]
---
```

## Good

```markdown
---
title: "1984"
tags: ["no", harbours]
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from lintarticle.article.metadata.metadata import Field
from lintarticle.article.values import Entry, Node
from lintarticle.expression import expression
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Option, Options, Severity, Span, rule

_LISTS = ("tags", "keywords", "categories")
_TEXTS = (
    "title", "seo_title", "social_title", "short_title", "subtitle", "excerpt", "seo_excerpt", "social_excerpt", "slug",
    "author", "series", "audience", "keyphrase", "lang", "cover_alt",
)  # fmt: skip
_CHECKED = (*_TEXTS, *_LISTS)

_BEFORE_COMMENT = (" ", "\t", "#")
_CUT = expression(r"[ \t]*(?<=[ \t])(#[^\s#][^\n]*)")


_FLAGS = ("draft", "published", "unlisted")
_WORDS = {"true": "true", "yes": "true", "on": "true", "false": "false", "no": "false", "off": "false"}
_NAMES = ("author", "audience", "keyphrase", "series", "lang")
"""Fields of text that may be a list as well."""
_LONGEST_KEY = 40
_SWALLOWED = expression(r"\n[ \t]*-[ \t]")


class RetypedValue(Options):
    flags: Annotated[tuple[str, ...], Option("Keys that are true or false on this site, whatever else they hold.")] = ()


def check(article: Article, options: RetypedValue) -> Findings:
    root = article.front_matter.root if article.front_matter else None
    if article.front_matter is None or root is None:
        return
    for entry in root.entries:
        if entry.value.kind == "string" and entry.key.text.casefold() in _FLAGS:
            yield from _flag(entry, options.flags)
    if article.front_matter.format != "yaml":
        return
    for entry in root.entries:
        if entry.key.style == "plain" and _is_sentence(entry.key.text):
            yield _sentence(entry.key)
    for name in article.metadata.named(_CHECKED):
        for field in article.metadata.all(name):
            yield from _field(article, field, name)


def _field(article: Article, field: Field, name: str) -> Iterator[Finding]:
    """Find values of a field that YAML reads as something else, cuts off or joins."""
    for node in _nodes(field):
        what = _retyped(node, is_item=name in _LISTS)
        if what:
            from lintarticle.article.editing import quote_value  # only fixes edit

            fix = Fix("Quote the value", quote_value(article, node))
            message = f"YAML reads “{node.text}” as {what}; put it in quotes."
            yield Finding(node.span, message, fix=fix if fix.edits else None)
        if _may_be_cut(article, node):
            yield from _cut_off(article, node)
    whole = field.node
    if whole and (whole.style == "flow" or (whole.style == "plain" and "\n" in article.source[whole.span])):
        yield from _listed(article, field, is_list=name in (*_LISTS, *_NAMES))


def _flag(entry: Entry, flags: tuple[str, ...]) -> Iterator[Finding]:
    """Find `draft: "false"`: text where only true or false is a value."""
    node = entry.value
    meant = _WORDS.get(node.text.strip().casefold())
    if meant:
        fix = Fix(f"Write {meant}", (Edit(node.span, meant),), "unsafe")
        why = ", which counts as true; write false" if meant == "false" else "; write true"
        yield Finding(node.span, f"“{node.text}” is text here{why} without quotes.", fix=fix)
    elif not node.text.strip():
        yield Finding(node.span, f"“{entry.key.text}” is empty text; write true or false.")
    elif entry.key.text in flags and "{{" not in node.text:
        yield Finding(node.span, f"“{node.text}” is neither true nor false; write one of them.")


def _is_sentence(key: str) -> bool:
    """Whether a key is prose that a colon has made one."""
    if "<" in key:
        return "<" in key.strip("<") or re.match(r"</?[a-z]", key) is not None or _is_long(key)
    return _is_long(key)


def _is_long(key: str) -> bool:
    return len(key) > _LONGEST_KEY and " " in key.strip()


def _sentence(key: Node) -> Finding:
    shown = key.text if len(key.text) <= _LONGEST_KEY else f"{key.text[:_LONGEST_KEY].rstrip()}…"
    message = f"“{shown}” is read as a name, since “:” follows; indent text that continues the line above."
    return Finding(key.span, message)


def _listed(article: Article, field: Field, *, is_list: bool) -> Iterator[Finding]:
    """Find a list that became text (`tags: tides` with `- neaps` below), and text that became a list (`[Guide]`)."""
    node = field.node
    if node is None or field.origin != "front-matter":
        return
    written = article.source[node.span]
    if node.kind == "string" and node.style == "plain" and "\n" in written and _SWALLOWED.search(written):
        message = f"The list below is read as part of the text, “{node.text}”; "
        message += "write each item after “- ”." if is_list else "use one or the other."
        yield Finding(node.span, message, fix=_as_list(article, node) if is_list else None)
    elif node.style == "flow" and not is_list and (node.items or node.entries) and "\n" not in written:
        what = "a list" if node.kind == "list" else "a group"
        is_plain = not re.search(r"[\"'\\]", written)
        fix = Fix("Quote the value", (Edit(node.span, f'"{written}"'),), "unsafe") if is_plain else None
        yield Finding(node.span, f"YAML reads “{written}” as {what}; put text in quotes.", fix=fix)


def _as_list(article: Article, node: Node) -> Fix | None:
    """Return the fix that makes the first line an item like those below it."""
    written = article.source[node.span]
    below = re.compile(r"\n([ \t]*)-[ \t]").search(written)
    first = article.text[article.text.rfind("\n", 0, node.span.start) + 1 : node.span.start]
    if below is None or "\n" in written[: below.start()]:
        return None
    if not first.strip():  # `-moon` as the first item
        if not re.match(r"-\S", written):
            return None
        at = node.span.start + 1
        return Fix("Insert a space", (Edit(Span(at, at), " "),), "unsafe")
    start = node.span.start - (len(first) - len(first.rstrip(" \t")))
    edit = Edit(Span(start, node.span.start), f"\n{below[1]}- ")
    return Fix("Make it a list", (edit,), "unsafe") if first.rstrip().endswith(":") else None


def _nodes(field: Field) -> tuple[Node, ...]:
    if field.node is None:
        return ()
    return field.node.items if field.node.kind == "list" else (field.node,)


def _retyped(node: Node, *, is_item: bool) -> str:
    """Say what a plain value became, "" if it is still text."""
    if node.kind == "boolean":
        return f"“{'true' if node.value else 'false'}”"
    if node.kind in ("integer", "number"):
        return "" if is_item and str(node.value) == node.text else f"the number {node.value}"
    return "a date" if node.kind in ("date", "datetime") else ""


def _may_be_cut(article: Article, node: Node) -> bool:
    """Whether a “#” may have turned the rest of a value into a comment: `tags: #tides`, `title: Pier #9`."""
    end = node.span.end
    return node.style == "plain" and node.kind in ("null", "string") and article.text[end : end + 1] in _BEFORE_COMMENT


def _cut_off(article: Article, node: Node) -> Iterator[Finding]:
    found = _CUT.match(article.text, node.span.end)
    if found and ((node.kind == "null" and not node.text) or found[1][1].isdigit()):
        start = node.span.start if node.text else found.start(1)
        whole = Span(start, found.start(1) + len(found[1].rstrip()))
        quoted = '"' + article.source[whole].replace("\\", "\\\\").replace('"', '\\"') + '"'
        message = f"“{found[1].rstrip()}” is ignored: text after “ #” is a comment. Put the whole value in quotes."
        fix = Fix("Quote the value", (Edit(whole, quoted),), "unsafe")
        yield Finding(Span(found.start(1), whole.end), message, fix=fix)


RULE = rule(check, Severity.WARNING, looks_at="front matter", fix=("safe", "unsafe"), options=RetypedValue)
