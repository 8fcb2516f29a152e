"""The article has no picture, and nobody has asked for one.

An article without any picture looks bare in feeds, on social cards and on the page. A brief for an
illustration, a cover field, an image, a drawing made from code or an embedded video in the body: each is enough.

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

from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Options, Rule


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    if article.illustrations or "cover" in article.metadata or article.body.shows_picture:
        return
    if article.tells_what_is_missing:
        yield Finding(
            article.metadata_span,
            "The article has no picture: no illustration is suggested, no cover is named, no image is in the text.",
        )


RULE = Rule(check, Severity.WARNING)
