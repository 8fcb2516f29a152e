"""A line of dashes or equals signs turns the text above it into a heading.

`---` directly below a paragraph does not draw a line: readers see the whole paragraph as a heading. With an empty line
between the two, it does. It reports paragraphs of several lines, and long sentences above a short line.

## Bad

```markdown
# Tide tables

The sheets are old, and some of them
were never printed again.
---

## The second column

It gives the height.
```

## Good

```markdown
# Tide tables

The sheets are old, and some of them
were never printed again.

---

## The second column

It gives the height.
```
"""

from __future__ import annotations

from lintarticle.article.views.lost_headings import accidental_headings
from lintarticle.dialect import Dialect, verdict
from lintarticle.rule import Article, Context, Edit, Finding, Findings, Fix, Severity, Span, TextPattern, rule


def check(article: Article, context: Context) -> Findings:
    renderer = "mdx" if article.path.endswith(".mdx") else context.site.renderer
    for heading, line in accidental_headings(article):
        several = "\n" in article.source[heading.text_span]
        found = verdict(renderer, _breaks_lines if several else _breaks)
        if found is None:
            continue
        where = f" in {found.names}" if found.names else ""
        message = (
            f"“{article.source[line][:3]}” turns the text above into a heading{where}; put an empty line between them."
        )
        start = article.text.rfind("\n", 0, line.start) + 1
        prefix = article.text[start : line.start].rstrip()
        fix = Fix("Add an empty line", (Edit(Span(start, start), f"{prefix}\n"),), "unsafe")
        yield Finding(line, message, fix=fix, at_most=None if found.certain else Severity.WARNING)


def _breaks(_: Dialect) -> bool:
    return True


def _breaks_lines(dialect: Dialect) -> bool:
    return dialect.underlines_paragraphs


RULE = rule(
    check,
    Severity.ERROR,
    fix=("unsafe",),
    patterns=(TextPattern(r"(?m)^[ \t>]*(?:-+|=+)[ \t]*$", ("\n-", "\n=", " -", " =", ">-", ">=")),),
    changes_body=True,
)
