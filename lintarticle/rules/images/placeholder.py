"""An image placeholder is left in the text.

Readers see `[IMAGE: …]` or a broken image. A credit such as "[Photo: …]" right after an image is not a placeholder.

## Bad

````markdown
# Tide tables

[IMAGE: a tide table under a lamp]

Text.
````

## Good

````markdown
# Tide tables

![A tide table under a lamp](images/table.jpg)

Text.
````
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.markdown.targets import is_placeholder
from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, Span, rule


class Placeholder(Options):
    comments: Annotated[bool, Option("Report placeholders in comments too, which readers do not see.")] = False


def check(article: Article, options: Placeholder) -> Findings:
    marked = {item.span for item in article.illustrations if item.origin == "inline"}
    for span in sorted(marked):
        if options.comments or not article.source[span].startswith(("<!--", "{/*")):
            yield Finding(article.source.first_line(span), "Image placeholder left in the text.")
    for image in article.body.images:
        target = image.target.text if image.target else ""
        if image.kind == "shortcode" or image.span in marked or not is_placeholder(target):
            continue
        if not _is_script(article, image.span):
            shown = f"Image address “{target}” is a placeholder" if target.strip() else "Image has no address"
            yield Finding(image.span, f"{shown}; name the picture's file.")


def _is_script(article: Article, span: Span) -> bool:
    """Whether an HTML image gets its source from a script or a component: `src={photo}`, `data-src`, `srcset`."""
    tag = article.source[span]
    return tag.startswith("<") and any(name in tag for name in ("src={", "data-src", "srcset", "{...", ":src", "{{"))


RULE = rule(check, Severity.ERROR, options=Placeholder, looks_at="pictures")
