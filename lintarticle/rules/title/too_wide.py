"""The title is too wide for search results.

Search engines cut titles by width, not by number of letters: “Illinois” is narrower than “Wyoming”. The title is
measured in Arial at 20 pixels, of which search results show about 600 pixels; up to 3 % more is not reported, since no
search engine cuts that exactly. A separate title for search engines
(`seo_title`, “SEO Title: …”) is measured instead where there is one.

If the site's template adds its name to every title, include it with `suffix`, such as `suffix = " | Tide Log"`.

## Bad

```markdown
# How the harbour towns of the north coast came to print their very own tables of the tides

Twice a day the harbour empties.
```

## Good

```markdown
# How the harbour towns came to print tide tables

Twice a day the harbour empties.
```

Source of the limit: 600 pixels at 20 pixels in Yoast SEO and The SEO Framework, 580 in Rank Math; stored as 30 em,
which holds for any font size. Of the titles of 13 edited blogs, 23 % are wider.
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.text.measure import cut_at_em, em_width, rest_after
from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, rule

FONT_SIZE = 20
"""Pixels per em in the search results that the limit was measured in."""

TOLERANCE = 1.03
"""How much wider than the limit a title may be: search engines differ by more than that."""


class TooWide(Options):
    max: Annotated[float, Option("Maximum title width, in em; search results show about 30.", at_least=1)] = 30
    suffix: Annotated[str, Option("What the site adds to every title; it is measured too.")] = ""


def check(article: Article, options: TooWide) -> Findings:
    title = article.metadata.get("seo_title") or article.metadata.get("title")
    if not title or (width := em_width(title.text + options.suffix)) <= options.max * TOLERANCE:
        return
    whole = title.text + options.suffix
    name = "SEO title" if title.name == "seo_title" else "Title"
    with_suffix = f" with “{options.suffix.strip()}”" if options.suffix else ""
    yield Finding(
        title.span,
        f"{name}{with_suffix} is about {round(width * FONT_SIZE)} px wide; search results show about "
        f"{round(options.max * FONT_SIZE)} and cut off “{rest_after(whole, cut_at_em(whole, options.max))}”.",
    )


RULE = rule(check, Severity.WARNING, options=TooWide)
