"""A table of contents kept by hand has an entry for a heading that is not there.

The heading was reworded or removed, and the entry leads nowhere. A list counts as a table of contents when each of
its lines is one link into the page and at least half of them work; there must be three or more.

The fix drops the entry's line, unless others hang on it: it changes what readers see.

## Bad

```markdown
# The harbour

- [The lamps](#the-lamps)
- [The tides](#the-tides)
- [The fog](#the-fog)

## The lamps

Red and green.

## The tides

Twice a day.
```

## Good

```markdown
# The harbour

- [The lamps](#the-lamps)
- [The tides](#the-tides)
- [The fog](#the-fog)

## The lamps

Red and green.

## The tides

Twice a day.

## The fog

In May.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.article.markdown.elements import Link
from lintarticle.article.views.table_of_contents import stale_entries
from lintarticle.problem import Edit, Finding, Fix, Severity
from lintarticle.rule import Context, Options, Rule
from lintarticle.source import Span


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    if not article.body.lists:
        return
    for link in stale_entries(article, context.site.slugger):
        message = (
            f"The table of contents lists “{link.text.text}”, but no heading makes the anchor “{link.target.text}”."
        )
        yield Finding(link.span, message, fix=_fix(article, link))


def _fix(article: Article, link: Link) -> Fix | None:
    """Return the line's removal, None where entries below it are nested in it."""
    source = article.source
    number = source.line_of(link.span.start)
    line = source.line_span(number)
    below = source[source.line_span(number + 1)] if number < source.line_count else ""
    if below.strip() and _indent(below) > _indent(source[line]):
        return None
    return Fix("Drop the entry", (Edit(Span(line.start, min(line.end + 1, len(article.text))), ""),))


def _indent(line: str) -> int:
    line = line.expandtabs(4)
    return len(line) - len(line.lstrip(" >"))


RULE = Rule(check, Severity.WARNING, fix=("safe",), changes_body=True)
