"""An image has no alt text.

Alt text describes an image to search engines and to people who can't see it. Mark an image that is only decoration
with `alt=""` or `role="presentation"` in HTML, or in the site's own way (option `decorative`).

## Bad

````markdown
# Tide tables

![](images/table.jpg)
````

## Good

````markdown
# Tide tables

![A tide table of 1890 under a lamp](images/table.jpg)

<img src="images/rule.png" alt="">
````
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, rule


class AltMissing(Options):
    decorative: Annotated[
        tuple[str, ...],
        Option("What marks an image as decoration: the end of its address (`#decorative`) or its title."),
    ] = ()


def check(article: Article, options: AltMissing) -> Findings:
    for image in article.body.images:
        if image.decorative or image.kind == "shortcode" or (image.alt and image.alt.text.strip()):
            continue
        target, title = image.target.text if image.target else "", image.title.text if image.title else ""
        if any(target.endswith(mark) or title == mark for mark in options.decorative):
            continue
        named = f" “{target.rpartition('/')[2][:60]}”" if target and not target.startswith("data:") else ""
        yield Finding(
            article.source.first_line(image.span),
            f"Image{named} has no alt text; say in a few words what it shows.",
        )


RULE = rule(check, Severity.WARNING, looks_at="images", options=AltMissing)
