"""An image file does not exist.

Readers see a broken image. A relative path starts at the article's folder, one with a leading `/` at the site's static
folders (`static-dirs` in the configuration). Web addresses, templates, imports and shortcodes are skipped.

## Bad

The folder has no `images/tabel.jpg`:

````markdown
# Tide tables

![A tide table](images/tabel.jpg)
````

## Good

````markdown
# Tide tables

![A tide table](https://example.org/table.jpg)
````
"""

from __future__ import annotations

from lintarticle.article.markdown.targets import climbs_out, is_placeholder, local_target
from lintarticle.rule import Article, Context, Finding, Findings, Severity, rule


def check(article: Article, context: Context) -> Findings:
    for image in article.body.images:
        target = local_target(image.target.text) if image.target and image.kind != "shortcode" else ""
        if not target or image.target is None or is_placeholder(image.target.text):
            continue
        if not climbs_out(article.path, target) and not context.files.exists(article.path, target):
            yield Finding(image.target.span, f"The image file “{target}” does not exist.")


RULE = rule(check, Severity.ERROR, looks_at="images")
