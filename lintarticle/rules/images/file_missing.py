"""An image file does not exist.

Readers see a broken image. A relative path starts at the article's folder, one with a leading `/` at the site's static
folders (`static-dirs` in the configuration). Web addresses, templates and imports are skipped, and so are shortcodes
and tags that `shortcodes` does not name (`figure` with the preset `hugo`, `asset_img` with `hexo`).
A path whose first folder (`/media/…`) exists nowhere on the site is left to the build or the CDN that makes it,
unless another path in the article has nearly the same one; `ignore-paths` names others. A path that differs from its
file only in letter case is a warning, or an error with `case-sensitive = true`.

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

import re
from collections.abc import Iterator
from typing import Annotated

from lintarticle.article.markdown.elements import Image
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
    shortcodes: Annotated[tuple[str, ...], Option("Shortcodes and tags whose image must exist: “figure”.")] = ()


def check(article: Article, options: ImageMissing, context: Context) -> Findings:
    for image in article.body.images:
        is_shortcode = image.kind == "shortcode"
        if is_shortcode and not (options.shortcodes and _name(article, image) in options.shortcodes):
            continue
        target = local_target(image.target.text) if image.target else ""
        if not target or image.target is None or is_placeholder(image.target.text) or why_unreachable(target):
            continue
        if climbs_out(article.path, target):
            continue
        found = _places_of_resource if is_shortcode else _places
        if context.files.exists_any(article.path, found(article.path, target)):
            continue
        if is_left_out(article, target, options.ignore_paths, context):
            continue
        if spelt := context.files.spelt(article.path, target):
            yield other_case(article, image.target.span, target, spelt, is_error=options.case_sensitive)
        else:
            yield Finding(image.target.span, f"The image file “{target}” does not exist.")


def _name(article: Article, image: Image) -> str:
    """Return the name of a shortcode or a tag: `figure` of `{{< figure src="a.png" >}}`."""
    found = re.match(r"\{(?:\{[<%]|%-?)\s*([\w-]+)", article.source[image.span])
    return found[1] if found else ""


def _places(path: str, target: str) -> Iterator[str]:
    return places(path, LinkTarget("file", target))


def _places_of_resource(path: str, target: str) -> Iterator[str]:
    """Yield where a shortcode looks: with the article, in the site's folders, at the address of the page."""
    yield from _places(path, target)
    if not target.startswith("/"):
        yield f"/{target}"
        page = path.partition("content/")[2].rpartition(".")[0].removesuffix("/index")
        yield f"/{page}/{target}"
        yield f"/{page.rpartition('/')[0]}/{target}"


RULE = rule(check, Severity.ERROR, looks_at="images", options=ImageMissing, fix=("unsafe",), changes_body=True)
