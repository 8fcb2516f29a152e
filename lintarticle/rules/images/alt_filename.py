"""The alt text is a file name, or a bare word such as "image" or "screenshot 3".

Screen readers read it aloud in place of the image, and it says nothing. The bare words are those of the article's
language.

## Bad

````markdown
# The tide tables of the north

This is the text of the article.

![IMG_20240131.jpg](images/IMG_20240131.jpg)
````

## Good

````markdown
# Tide tables

![A tide table of 1890](images/IMG_20240131.jpg)
````
"""

from __future__ import annotations

from lintarticle.article.text.alt_text import is_file_name
from lintarticle.rule import Article, Finding, Findings, Severity, rule


def check(article: Article) -> Findings:
    for image in article.body.images:
        target = image.target.text if image.target else ""
        if image.alt and not image.decorative and is_file_name(image.alt.text, target, article):
            yield Finding(
                image.alt.span,
                f"Alt text “{image.alt.text}” only names the file or medium; say what the image shows.",
            )


RULE = rule(check, Severity.WARNING, looks_at="images")
