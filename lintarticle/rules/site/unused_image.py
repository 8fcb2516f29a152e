"""No article, page, style, setting or data file names an image.

Images that are no longer shown make every clone and every build slower. An image counts as used as soon as any file of
the repository names it: by its path or its name, without its ending, as another size (`pier-800w.jpg`), in a name that
a template fills in (`covers/{{ page.slug }}.png`), or by the folder that it is in. Images that browsers and hosts look
for by name (`favicon.svg`, `og-image.png`) count as used. Only images that git has are reported, and only where the
site keeps its images.

If no image in a folder is used, there is one problem for all of them. `ignore-paths` names images that other sites
show.

## Bad

The repository has `images/pier.jpg` and `images/moon.jpg`:

```markdown posts/tides.md images/pier.jpg images/moon.jpg
---
title: How to read a tide table
---

![The pier at low water](/images/pier.jpg)
```

## Good

```markdown posts/tides.md images/pier.jpg images/moon.jpg
---
title: How to read a tide table
cover: /images/moon.jpg
---

![The pier at low water](/images/pier.jpg)
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from posixpath import basename, dirname
from typing import Annotated

from lintarticle.expression import expression
from lintarticle.patterns import gitignore_patterns
from lintarticle.rule import Option, Options, Severity, Span
from lintarticle.site.finding import SiteFinding, SiteFindings
from lintarticle.site.image_uses import IMAGE, ImageUses, image_names_in
from lintarticle.site.rule import site_rule
from lintarticle.site.whole import WholeSite

_NO_TEXT = expression(
    r"\.(?:png|jpe?g|gif|webp|avif|bmp|tiff?|ico|heic|psd|ai|pdf|zip|gz|tgz|tar|7z|woff2?|ttf|otf|eot|mp[34]|m4[av]|mov"
    r"|webm|wav|ogg|docx?|pptx?|xlsx?|jar|class|so|dylib|dll|exe|wasm|lock)\Z",
    re.IGNORECASE,
)
_PROSE = expression(r"\.(?:md|mdx|markdown|mdown|mkd|qmd|rst|adoc|txt|org)\Z", re.IGNORECASE)
_OWN = expression(r"(?:\A|/)(?:\.git\w*|\.?lintarticle[^/]*|package-lock\.json)\Z")
_ELSEWHERE = expression(
    r"(?:\A|/)(?:\.[^/]+|themes|node_modules|vendor|third[_-]party|tests?|test_\w+|testdata|fixtures|e2e|(?:web)?fonts?"
    r"|_gen|processed_images)/"
)
"""Folders of images that belong to something else, or are made by the site's generator."""

_BY_NAME = expression(
    r"(?:favicon|apple-|android-|mstile|safari-pinned|maskable|og(?:[-_]|image|default|\.)|opengraph|twitter-(?:image|card)"
    r"|social[-_]|screenshot|placeholder|default|_default|icon[-_.\d]|tn\.|logo\.(?=[a-z]+\Z)|avatar\.)",
    re.IGNORECASE,
)
"""Names by which browsers, hosts and generators find an image."""

_OF_A_PAGE = expression(r"cover|feature|thumb|(?:background|banner|hero|preview|image)\.", re.IGNORECASE)
"""Names by which themes find an image next to an article."""

_STATIC = frozenset(
    ("static", "public", "assets", "images", "img", "media", "content", "docs", "source", "uploads", "_posts", "posts")
)
"""Folders that hold a site’s images, in folders of their own or not."""

_FEW = 4
"""The most images of a folder that are reported one by one: our own figure."""

_START = Span(0, 0)
_BASELINE = expression(r'\{\s*"version": \d+,\s*"problems": \{')
"""The start of a baseline, which names files with problems."""


class UnusedImage(Options):
    ignore_paths: Annotated[
        tuple[str, ...], Option("Images that something else shows, as in .gitignore: “/press/**”.")
    ] = ()


def check(site: WholeSite, options: UnusedImage) -> SiteFindings:
    candidates = _candidates(site, options)
    if not candidates:
        return
    articles = {record.path for record in site.every}
    images = ImageUses(site.repository.paths, frozenset(map(dirname, articles)))
    for path in site.repository.paths:
        if not _NO_TEXT.search(path) and not _OWN.search(path):
            is_prose = path in articles or _PROSE.search(path) is not None
            text = site.repository.text(path)
            if not _BASELINE.match(text):
                images.add(path, image_names_in(text, is_prose=is_prose), is_article=path in articles)
    images.settle()
    served = _served(images.in_articles, articles)
    unused = [path for path in candidates if path not in images.used and _is_served(path, served)]
    yield from _findings(unused, images.paths)


def _candidates(site: WholeSite, options: UnusedImage) -> Sequence[str]:
    """Return the images that git has for the site, without those that are found by their names."""
    own = [path for path in site.repository.paths if IMAGE.search(path) and path.startswith(site.root)]
    if not own:
        return ()
    ignored = gitignore_patterns(options.ignore_paths)
    bundles = {dirname(record.path) for record in site.every}
    return [
        path
        for path in own
        if site.repository.is_in_git(path)
        and not _ELSEWHERE.search(path.removeprefix(site.root))
        and not _BY_NAME.match(basename(path))
        and not (bundles.intersection((dirname(path), dirname(dirname(path)))) and _OF_A_PAGE.match(basename(path)))
        and not ignored.verdict(path.removeprefix(site.root))
    ]


def _served(in_articles: Collection[str], articles: Collection[str]) -> frozenset[str]:
    """Return the folders whose images are those of the site: around images that articles show, and articles."""
    found = {dirname(path) for path in articles}
    for folder in {dirname(path) for path in in_articles}:
        parts = folder.split("/")
        first = next((index for index, part in enumerate(parts) if part in _STATIC), max(len(parts) - 2, 0))
        found.add("/".join(parts[: first + 1]))
    return frozenset(found - {""})


def _is_served(path: str, served: Collection[str]) -> bool:
    folder = dirname(path)
    while folder:
        if folder in served:
            return True
        folder = dirname(folder)
    return False


def _findings(unused: Sequence[str], images: Sequence[str]) -> SiteFindings:
    there = _by_folder(images)
    for folder, paths in _by_folder(unused).items():
        if len(paths) > _FEW and len(paths) == len(there[folder]):
            message = f"None of the {len(paths)} images in this folder is used; delete them if they are not needed."
            yield SiteFinding(paths[0], _START, message, folder)
            continue
        for path in paths:
            yield SiteFinding(path, _START, "This image is not used anywhere; delete it if it is not needed.", path)


def _by_folder(paths: Sequence[str]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        found[dirname(path)].append(path)
    return found


RULE = site_rule(check, Severity.WARNING, options=UnusedImage)
