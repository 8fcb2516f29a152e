"""Different images have the same alt text.

Screen reader users can't tell them apart. A light and a dark version of one picture may share a text, and so may images
whose text is a single short word ("avatar", "logo").

## Bad

````markdown
# Tide tables

![A tide table](images/1890.jpg)

![A tide table](images/1950.jpg)
````

## Good

````markdown
# Tide tables

![A tide table of 1890](images/1890.jpg)

![A tide table of 1950](images/1950.jpg)
````
"""

from __future__ import annotations

from lintarticle.article.markdown.elements import Image
from lintarticle.article.markdown.targets import is_variant
from lintarticle.article.text.alt_text import is_file_name
from lintarticle.article.text.measure import columns
from lintarticle.rule import Article, Finding, Findings, Related, Severity, rule


def check(article: Article) -> Findings:
    images = [image for image in article.body.images if image.alt]
    if len(images) == len({image.alt and _words(image.alt.text) for image in images}):
        return
    seen: dict[str, Image] = {}
    for image in images:
        if image.alt is None or image.target is None or image.decorative or not image.alt.text.strip():
            continue
        is_mark = len(image.alt.text.split()) == 1 and columns(image.alt.text) < 12
        if is_mark or is_file_name(image.alt.text, image.target.text, article):
            continue
        first = seen.setdefault(_words(image.alt.text), image)
        if first.target and first.alt and not is_variant(first.target.text, image.target.text):
            yield Finding(
                image.alt.span,
                f"Two different images have the alt text “{image.alt.text}”; describe each.",
                related=(Related(first.alt.span, "the first of them"),),
            )


def _words(alt: str) -> str:
    return " ".join(alt.casefold().split())


RULE = rule(check, Severity.INFO, looks_at="images")
