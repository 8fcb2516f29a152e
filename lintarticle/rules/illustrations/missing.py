"""The article has no picture and no illustration brief.

An article without a picture looks bare in feeds, on social cards and on the page. An illustration brief, a cover field,
or an image, a drawing made from code or an embedded video in the body is enough.

## Bad

````markdown
---
title: Tide tables
---

Text without any picture.
````

## Good

````markdown
---
title: Tide tables
cover: images/tides.jpg
---

Text without any picture.
````
"""

from __future__ import annotations

from lintarticle.rule import Article, Finding, Findings, Severity, rule


def check(article: Article) -> Findings:
    if article.illustrations or "cover" in article.metadata or article.body.shows_picture:
        return
    if article.tells_what_is_missing and not article.is_listing:
        yield Finding(
            article.metadata_span,
            "No picture. Add a cover, an image in the text, or an illustration brief.",
        )


RULE = rule(check, Severity.WARNING)
