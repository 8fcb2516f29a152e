"""The article has more than one level-1 heading.

Level 1 is for the page's title: screen readers and search engines take a second one for another title. Sections start
at level 2. HTML headings don't count, since a layout component may have its own.

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

from lintarticle.rule import Article, Finding, Findings, Related, Severity, rule


def check(article: Article) -> Findings:
    top = [h for h in article.body.headings if h.level == 1 and h.kind != "html" and not h.quoted]
    titles = [heading for heading in top if "](#tab/" not in article.source[heading.text_span]]  # tabs of Learn
    if len(titles) > 1:
        yield Finding(
            titles[1].span,
            f"{len(titles)} headings use level 1 (“#”), which is for the title.",
            help="Start sections at level 2 (“##”).",
            related=tuple(Related(title.span, f"“{title.text}”") for title in (titles[0], *titles[2:])),
        )


RULE = rule(check, Severity.WARNING, looks_at="headings")
