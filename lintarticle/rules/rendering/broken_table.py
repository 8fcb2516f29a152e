"""Rows between bars are not a table.

Readers see the bars if the row of dashes below the header is missing, has a different number of cells than the header,
or contains characters that do not belong there, or if the table continues the text above it. Hugo and DEV allow more
dashes than the header has cells, Pandoc any number; kramdown needs no dashes but, like DEV, Pandoc and Python-Markdown,
a blank line above.

The fix is a row of dashes that fits, or a blank line. It is safe if all rows have as many cells as the header.

## Bad

```markdown
# Tide tables

| Port | Height |
| ---- |
| North | 4 m |
```

## Good

```markdown
# Tide tables

| Port | Height |
| ---- | ------ |
| North | 4 m |
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from lintarticle.article.views.broken_tables import BrokenTable, broken_tables, tables_below_text
from lintarticle.article.views.code_fences import container_marks
from lintarticle.dialect import Dialect, renderer_of, verdict
from lintarticle.problem import Applicability
from lintarticle.rule import Article, Context, Edit, Finding, Findings, Fix, Severity, Span, TextPattern, rule

_MESSAGES = {
    "no delimiter": "is not a table, since it has no row of dashes below its header; add one",
    "no header": "is not a table, since its row of dashes has no header directly above; add one",
    "bad delimiter": "is not a table, since the row below its header has more than dashes and bars; correct it",
    "mismatch": "is not a table, since its header has {0.columns} cells and the row below {0.delimited}; match them",
    "below text": "is not a table, since it continues the text above; put a blank line between them",
}
_DASHES = {"bars": r"[+|: \t-]*|[+|: \t=]*", "loose": r"[+|: \t-]*"}
"""What a row of dashes may hold in renderers that are not strict about it."""


def check(article: Article, context: Context) -> Findings:
    renderer = renderer_of(article.path, context.site.renderer)
    for broken in broken_tables(article):
        found = verdict(renderer, partial(_breaks, article.source[broken.at], broken))
        if found:
            seen = f"This {_MESSAGES[broken.fault].format(broken)}."
            message = seen if not found.names else f"In {found.names}, {seen[0].lower()}{seen[1:]}"
            at_most = None if found.certain else Severity.WARNING
            yield Finding(broken.at, message, fix=_fix(article, broken), at_most=at_most)
    if renderer != "any" and verdict(renderer, lambda dialect: dialect.tables_need_blank):
        yield from _glued(article)


def _breaks(written: str, broken: BrokenTable, dialect: Dialect) -> bool:
    if broken.fault == "below text":
        return True
    if broken.fault == "mismatch":
        return dialect.tables == "matching" or (dialect.tables == "wide" and broken.columns > broken.delimited)
    if broken.fault == "bad delimiter" and dialect.tables in _DASHES:
        return re.fullmatch(_DASHES[dialect.tables], written) is None
    return dialect.tables != "bars"


def _glued(article: Article) -> Iterator[Finding]:
    for header in tables_below_text(article):
        message = "This table is right below text, so readers see its bars; put a blank line between them."
        yield Finding(header, message, fix=_parted(article, header))


def _fix(article: Article, broken: BrokenTable) -> Fix | None:
    if broken.fault == "no header":
        return None
    if broken.fault == "below text":
        return _parted(article, broken.at, "unsafe")
    dashes = f"|{' --- |' * broken.columns}"
    if broken.fault == "no delimiter":
        start = container_marks(article, broken.at.start)
        return Fix("Add a row of dashes", (Edit(Span(broken.at.end, broken.at.end), f"\n{start}{dashes}"),), "unsafe")
    how: Applicability = "safe" if broken.even else "unsafe"
    return Fix("Give each column its dashes", (Edit(broken.at, _kept(article.source[broken.at], broken.columns)),), how)


def _kept(written: str, columns: int) -> str:
    """Return a row of dashes with as many cells, those that are right kept."""
    cells = [cell.strip() for cell in written.strip().strip("|").split("|")][:columns]
    cells = [cell if re.fullmatch(r":?-+:?", cell) else "---" for cell in cells]
    return f"| {' | '.join([*cells, *['---'] * (columns - len(cells))])} |"


def _parted(article: Article, line: Span, how: Applicability = "safe") -> Fix:
    start = container_marks(article, line.start)
    at = line.start - len(start)
    edit = Edit(Span(at, at), f"{start.rstrip()}\n")
    return Fix("Put a blank line above", (edit,), how)


RULE = rule(
    check,
    Severity.ERROR,
    patterns=(TextPattern(r"\|", ("|",)),),
    fix=("safe", "unsafe"),
    changes_body=True,
)
