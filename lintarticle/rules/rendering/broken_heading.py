"""A heading is shown as text: a space is missing after its marks, or HTML is directly above it.

`##Tide tables` needs a space after the marks, and an ordinary one: the full-width or non-breaking space that some
keyboards type does not count. A block of HTML continues up to the next empty line, so `## Tide tables` directly below
`</div>` is part of it. Renderers differ in both; the preset or the setting `renderer` says which one the site has. A
line that starts with a single `#` and a word may be a tag of a social network and is left alone.

## Bad

```markdown
# Tide tables

##The second column

It gives the height.
```

## Good

```markdown
# Tide tables

## The second column

It gives the height.
```
"""

from __future__ import annotations

from lintarticle.article.views.lost_headings import glued_headings, headings_in_html
from lintarticle.dialect import Verdict, verdict
from lintarticle.rule import Article, Context, Edit, Finding, Findings, Fix, Severity, Span, TextPattern, rule


def check(article: Article, context: Context) -> Findings:
    renderer = "mdx" if article.path.endswith(".mdx") else context.site.renderer
    glued = list(glued_headings(article))
    found = verdict(renderer, lambda dialect: not dialect.spaceless_headings) if glued else None
    for line, marks in glued if found else ():
        what = "an ordinary space" if article.text[marks.end].isspace() else "a space"
        fix = Fix("Write a space", (Edit(Span(marks.end, marks.end + (what != "a space")), " "),))
        yield _finding(line, found, f"write {what} after “{article.source[marks]}”", fix)
    in_html = list(headings_in_html(article))
    found = verdict(renderer, lambda dialect: dialect.html_blocks == "lines") if in_html else None
    for line in in_html if found else ():
        fix = Fix("Add an empty line", (Edit(Span(line.start, line.start), "\n"),))
        yield _finding(line, found, "put an empty line between it and the HTML above", fix)


def _finding(line: Span, found: Verdict | None, what: str, fix: Fix) -> Finding:
    where = f" in {found.names}" if found and found.names else ""
    at_most = None if found and found.certain else Severity.WARNING
    return Finding(line, f"Readers see this heading as text{where}; {what}.", fix=fix, at_most=at_most)


RULE = rule(
    check,
    Severity.ERROR,
    fix=("safe",),
    patterns=(TextPattern(r"#", ("##", "\n#", "\n #")),),
    changes_body=True,
)
