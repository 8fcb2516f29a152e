"""An image file does not exist.

Readers see a broken image. A relative path starts at the article's folder, one with a leading `/` at the site's static
folders (`static-dirs` in the configuration). Web addresses, templates, imports and shortcodes are skipped.
A path whose first folder (`/media/…`) exists nowhere on the site is left to the build or the CDN that makes it,
unless another path in the article has nearly the same one; `ignore-paths` names others. A path that differs from its
file in letter case alone is a warning, or an error with `case-sensitive = true`.

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

from typing import Annotated

from lintarticle.article.markdown.targets import (
    LinkTarget,
    climbs_out,
    is_placeholder,
    local_target,
    places,
    why_unreachable,
)
from lintarticle.missing_files import is_left_out, other_case
from lintarticle.rule import Article, Context, Finding, Findings, Option, Options, Severity, rule


class ImageMissing(Options):
    ignore_paths: Annotated[
        tuple[str, ...], Option("Paths that the build or a CDN makes, as in .gitignore: “/media/**”.")
    ] = ()
    case_sensitive: Annotated[bool, Option("A path in other letter case is an error, not a warning.")] = False


def check(article: Article, options: ImageMissing, context: Context) -> Findings:
    for image in article.body.images:
        target = local_target(image.target.text) if image.target and image.kind != "shortcode" else ""
        if not target or image.target is None or is_placeholder(image.target.text) or why_unreachable(target):
            continue
        if climbs_out(article.path, target):
            continue
        if context.files.exists_any(article.path, places(article.path, LinkTarget("file", target))):
            continue
        if is_left_out(article, target, options.ignore_paths, context):
            continue
        if spelt := context.files.spelt(article.path, target):
            yield other_case(article, image.target.span, target, spelt, is_error=options.case_sensitive)
        else:
            yield Finding(image.target.span, f"The image file “{target}” does not exist.")


RULE = rule(check, Severity.ERROR, looks_at="images", options=ImageMissing, fix=("unsafe",), changes_body=True)
