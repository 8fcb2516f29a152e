r"""A row of a table has more cells than the header, so readers do not see all of it.

Renderers drop what is to the right of the header's last column. Often the cause is a bar in code, which ends the cell
even between backticks; write it as `\|`. kramdown adds a column instead; like Pandoc and Python-Markdown, it allows
bars in code.

## Bad

```markdown
# Tide tables

| Port | Height |
| ---- | ------ |
| North | 4 m | at noon |
```

## Good

```markdown
# Tide tables

| Port | Height | Time |
| ---- | ------ | ---- |
| North | 4 m | at noon |
```
"""

from __future__ import annotations

from functools import partial

from lintarticle.article.views.broken_tables import LongRow, long_rows
from lintarticle.dialect import Dialect, renderer_of, verdict
from lintarticle.rule import Article, Context, Finding, Findings, Severity, TextPattern, rule


def check(article: Article, context: Context) -> Findings:
    renderer = renderer_of(article.path, context.site.renderer)
    for row in long_rows(article):
        found = verdict(renderer, partial(_breaks, row))
        if found:
            seen = f"In {found.names}, readers do not see this" if found.names else "Readers do not see this"
            cause = f"since the row has {row.cells} cells and the header {row.columns}"
            advice = "write a bar inside code as “\\|”" if row.by_code else "match them"
            yield Finding(row.at, f"{seen}, {cause}; {advice}.", at_most=None if found.certain else Severity.WARNING)


def _breaks(row: LongRow, dialect: Dialect) -> bool:
    return dialect.tables != "bars" and not (row.by_code and dialect.bars_in_code)


RULE = rule(check, Severity.ERROR, patterns=(TextPattern(r"\|", ("|",)),))
