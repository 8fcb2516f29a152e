"""A link points to a file that does not exist.

Readers get “page not found”. A relative path starts at the article's folder, one with a leading `/` at the site's
static folders (`static-dirs` in the configuration) or the root of the repository. It checks paths with a file extension
(`.md`, `.pdf`, `.png`, `.zip`, …) and site generators' own references: `@/…`, `@site/…`, `{% link … %}`, `{% post_url …
%}`, and `{{< ref "posts/tides.md" >}}`. A route such as `/about/` or `tides.html` may be generated from anything, so it
is checked only if `forms` contains `"route"`. Web addresses and templates are never checked.

Routes are known from the file name, date (`/2024/01/02/tides/`), `slug`, `permalink`, `url`, `path` and aliases of
every article, and so is what generators add: feeds, `/sitemap.xml`, `/404.html`, `/tags/…`, `/page/2/`. Under the
preset of a platform, a file name that such a field replaces is reported. If the site's settings choose addresses
(`permalinks`), only the last part of a route is compared.

`{% post_link name %}` is checked with the preset `hexo`.

A path whose first folder (`/media/…`) exists nowhere on the site is left to the build or the CDN that makes it,
unless another path in the article has nearly the same one; `ignore-paths` names others. A path that differs from its
file only in letter case works on some computers and breaks on most servers: a warning, or an error with
`case-sensitive = true`.

The fix uses the one existing file with a similar path (another extension, one folder up or down).

## Bad

```markdown article.md tables.md
# Tide tables

See [the tables](tabels.md).
```

## Good

```markdown article.md tables.md
# Tide tables

See [the tables](tables.md) and [about us](/about/).
```
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from lintarticle.article.markdown.elements import Link
from lintarticle.article.markdown.targets import (
    LinkTarget,
    climbs_out,
    places,
    similar_paths,
    with_scheme,
    written_path,
)
from lintarticle.article.views.links import links_with_targets
from lintarticle.missing_files import is_left_out, other_case
from lintarticle.rule import Article, Context, Edit, Finding, Findings, Fix, Option, Options, Severity, Span, rule


class FileMissing(Options):
    forms: Annotated[
        tuple[Literal["file", "reference", "route"], ...],
        Option("What to check: paths with a file extension, a generator's own references, any path of the site."),
    ] = ("file", "reference")
    ignore_paths: Annotated[
        tuple[str, ...], Option("Paths that the build or a CDN makes, as in .gitignore: “/media/**”.")
    ] = ()
    case_sensitive: Annotated[bool, Option("A path in other letter case is an error, not a warning.")] = False
    post_links: Annotated[bool, Option("Check the names of posts in `{% post_link name %}`.")] = False


_POST = re.compile(r"\s*post_link\s+([^\s\"'#{}]+)")
_SLUG = re.compile(r"[a-z0-9_/.-]+|[\w/.]*[\w/.]-[\w/.-]+", re.ASCII)
"""A name that is surely not the title of a post, which Hexo looks for, too."""


_MOVERS = {
    "slug": ("astro", "docusaurus", "hugo", "starlight", "zola"),
    "url": ("hugo",),
    "permalink": ("eleventy", "kramdown"),
    "path": ("zola",),
}
"""Fields that replace the address by file name, with the sluggers of the platforms that read them."""


def check(article: Article, options: FileMissing, context: Context) -> Findings:
    if options.post_links:
        yield from _post_links(article, context)
    for link, target in links_with_targets(article):
        if target.form not in options.forms or climbs_out(article.path, target.path) or with_scheme(link.target.text):
            continue
        is_there = context.files.exists_any(article.path, places(article.path, target))
        if target.form == "route" and not context.files.exists(article.path, target.path):
            way = context.files.way_of(article.path, target.path)
            if context.site.slugger in _MOVERS.get(way, ()):
                message = f"No page has the address “{target.path}”: its article sets another one in `{way}`."
                yield Finding(link.target.span, message)
                continue
            is_there = is_there or way != ""
        if is_there:
            continue
        is_path = target.form != "reference"
        is_page = target.form == "route"
        if is_path and is_left_out(article, target.path, options.ignore_paths, context, is_page=is_page):
            continue
        path = written_path(target, link.target.text)
        if is_path and (spelt := context.files.spelt(article.path, target.path)):
            yield other_case(article, link.target.span, path, spelt, is_error=options.case_sensitive)
        else:
            fix = _fix(article, link, target, context)
            yield Finding(link.target.span, f"Linked file “{path}” does not exist.", fix=fix)


def _post_links(article: Article, context: Context) -> Findings:
    """Find tags of Hexo that name no post, by file name or slug."""
    for mask in article.body.masks:
        found = _POST.match(article.text, mask.inner.start, mask.inner.end) if mask.kind == "liquid" else None
        if not found or not _SLUG.fullmatch(found[1]):
            continue
        names = context.files.article_names()
        if names is not None and not any(name in names for name in _names_of_post(found[1])):
            yield Finding(Span(*found.span(1)), f"Linked post “{found[1]}” does not exist.")


def _names_of_post(name: str) -> tuple[str, ...]:
    return name, name.removesuffix(".md"), f"source/_posts/{name}", name.rpartition("/")[2].removesuffix(".md")


def _fix(article: Article, link: Link, target: LinkTarget, context: Context) -> Fix | None:
    """Offer the one similar path that exists."""
    inside = (path for path in similar_paths(target.path) if not climbs_out(article.path, path))
    found = [path for path in inside if context.files.exists(article.path, path)]
    written = article.source[link.target.span]
    if len(found) != 1 or not written.startswith(target.path) or target.form == "reference":
        return None
    edit = Edit(link.target.span, found[0] + written.removeprefix(target.path))
    return Fix(f"Link to “{found[0]}”", (edit,), "unsafe")


RULE = rule(check, Severity.ERROR, looks_at="links and tags", fix=("unsafe",), options=FileMissing, changes_body=True)
