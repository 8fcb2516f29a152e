"""The article has more than one heading of level 1.

A page has one title, and level 1 is for it: screen readers and search engines take a second one for a second
page. Sections start at level 2. HTML headings do not count: a layout component may have its own.

## Bad

```markdown
# The harbour at night

What the lamps are for.

# The lamps

Red to port, green to starboard.
```

## Good

```markdown
# The harbour at night

What the lamps are for.

## The lamps

Red to port, green to starboard.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.problem import Finding, Related, Severity
from lintarticle.rule import Context, Options, Rule


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    titles = [h for h in article.body.headings if h.level == 1 and h.kind != "html" and not h.quoted]
    if len(titles) > 1:
        yield Finding(
            titles[1].span,
            f"The article has {len(titles)} headings of level 1, expected one: its title.",
            help="Start sections at level 2 (##).",
            related=tuple(Related(title.span, f"“{title.text}”") for title in (titles[0], *titles[2:])),
        )


RULE = Rule(check, Severity.WARNING)
