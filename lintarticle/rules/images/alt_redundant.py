"""The alt text starts by saying that it is an image.

Screen readers already announce "image". A medium that matters ("Screenshot of", "Oil painting of") is fine. The opening
words are those of the article's language.

The fix removes the opening words from the alt text in the body.

## Bad

````markdown
# Tide tables

This is the text of the article, and it is in English.

![Image of a tide table](images/table.jpg)
````

## Good

````markdown
# Tide tables

![A tide table of 1890](images/table.jpg)
````
"""

from __future__ import annotations

from lintarticle.article.text.alt_text import may_have_opener, redundant_opener, without_opener
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Severity, rule


def check(article: Article) -> Findings:
    for image in article.body.images:
        if image.alt is None or image.decorative or not may_have_opener(image.alt.text):
            continue
        length = redundant_opener(image.alt.text, article.language)
        if not length:
            continue
        opener, plain = image.alt.text[:length].strip(), without_opener(image.alt.text, length, article.language)
        verbatim = article.source[image.alt.span] == image.alt.text
        yield Finding(
            image.alt.span,
            f"Alt text starts with “{opener}”, which screen readers already say; remove it.",
            fix=Fix(f"Remove “{opener}”", (Edit(image.alt.span, plain),)) if plain and verbatim else None,
        )


RULE = rule(check, Severity.INFO, looks_at="images", fix=("safe",), changes_body=True)
