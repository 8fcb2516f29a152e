"""The patterns of addresses in the settings of a site's platform."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, TypeAlias

from lintarticle.expression import expression
from lintarticle.site.permalinks import Pattern, Permalinks
from lintarticle.site.platform_files import at, platform_data, texts, uncommented
from lintarticle.site.site_path import site_path_of

TextOf: TypeAlias = Callable[[str], str]
"""What returns the text of a file by its path, "" if there is none."""

_MOST_SITES = 5
"""Folders in which the settings of the platform are looked for."""


def permalinks_of(text_of: TextOf, folders: Iterable[str], root: str = "") -> Permalinks:
    """Return how the platform makes addresses, by its settings above the folders of the articles.

    `root` is what the paths of `folders` start with where the settings may be.
    """
    for base, names in _places(folders, root)[:_MOST_SITES]:
        for marks, read in _READERS:
            found = read(text_of, base) if not marks.isdisjoint(names) else None
            if found:
                return found
    return Permalinks()


def _places(folders: Iterable[str], root: str) -> list[tuple[str, set[str]]]:
    """Return the folders that may have settings, the outer ones first, and which folders of articles each has.

    A folder that may be a collection of Jekyll, other than `_posts`, counts as “_”.
    """
    found: dict[str, set[str]] = {}
    for folder in folders:
        inner = folder.removeprefix(root)
        for match in _FOLDER.finditer(f"{inner}/"):
            found.setdefault(root + inner[: match.start()], set()).add("_" if match[1] else match[0].strip("/"))
    return sorted(found.items(), key=lambda item: (item[0].count("/"), item[0]))


_FOLDER = expression(r"(?:\A|(?<=/))(?:content|source|blog|docs|_posts|(_)[\w-]+)/")


def _settings(text_of: TextOf, *paths: str) -> Mapping[str, Any]:
    """Return the settings in the first of some files that exists."""
    for path in paths:
        text = text_of(path)
        if text:
            return platform_table(path, text)
    return {}


def platform_table(path: str, text: str) -> Mapping[str, Any]:
    """Return the data of a settings file, empty if it can’t be read."""
    try:
        values = platform_data(path, text)
    except ValueError:
        return {}
    return values if isinstance(values, Mapping) else {}


def _variants(stem: str) -> tuple[str, ...]:
    return tuple(f"{stem}.{ending}" for ending in ("toml", "yaml", "yml", "json"))


def _zola_or_hugo(text_of: TextOf, base: str) -> Permalinks | None:
    names = ("hugo", "config", "config/_default/hugo", "config/_default/config")
    settings = _settings(text_of, *chain.from_iterable(_variants(f"{base}{name}") for name in names))
    if at(settings, "base_url") is not None:
        return Permalinks("zola")
    if not settings:
        return None
    own = at(settings, "permalinks") or _settings(text_of, *_variants(f"{base}config/_default/permalinks"))
    languages = _tables(at(settings, "languages"))
    folders = {
        str(at(each, "contentDir") or at(settings, "contentDir") or "content") for each in (*languages, settings)
    }
    own_of_languages = [dict.fromkeys(_sections(at(each, "permalinks")), "") for each in languages]
    sections = dict(chain.from_iterable(each.items() for each in (_sections(own), *own_of_languages)))
    contents = {site_path_of(f"{base}{folder}/x.md").twin.removesuffix("x.md") for folder in folders}
    return Permalinks("hugo", tuple(
        Pattern(f"{content}{section}/", _of_section(template, section))
        for content in sorted(contents) for section, template in sections.items()
    ))  # fmt: skip


def _sections(permalinks: object) -> dict[str, str]:
    """Return the templates for pages by section; `/` is for the pages of no section, which keep their names here."""
    both = (permalinks, at(permalinks, "page"))
    found = chain.from_iterable(each.items() for each in both if isinstance(each, Mapping))
    return {section.strip("/"): text for section, text in found if isinstance(text, str) and section.strip("/")}


def _of_section(template: str, section: str) -> str:
    return re.sub(r":sections?\b(?!\[)", lambda match: section + ":subsections" * match[0].endswith("s"), template)


_STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
"""The named patterns of Jekyll, which are for posts alone."""


def _jekyll_or_hexo(text_of: TextOf, base: str) -> Permalinks | None:
    settings = _settings(text_of, f"{base}_config.yml", f"{base}_config.yaml", f"{base}_config.toml")
    if not settings:
        return None
    if {"source_dir", "public_dir", "new_post_name", "skip_render", "post_asset_folder"} & settings.keys():
        return _hexo(settings, base)
    return _jekyll(settings, base)


def _jekyll_of_collections(text_of: TextOf, base: str) -> Permalinks | None:
    settings = _settings(text_of, f"{base}_config.yml", f"{base}_config.yaml", f"{base}_config.toml")
    return _jekyll(settings, base) if at(settings, "collections") else None


def _jekyll(settings: Mapping[str, Any], base: str) -> Permalinks:
    collections = at(settings, "collections")
    place = str(at(settings, "collections_dir") or "").strip("./")
    own = {
        str(name): (f"{place}/_{name}/".lstrip("/"), at(values, "permalink"))
        for name, values in (collections.items() if isinstance(collections, Mapping) else ())
        if name == "posts" or at(values, "output")
    }
    named = "|".join(map(re.escape, (*(folder for folder, _ in own.values()), *texts(at(settings, "include")))))
    shown = rf"{re.escape(base)}(?:{named or '(?!)'}|(?:.*/)?_posts/|(?:[^_./][^/]*/)*[^_./][^/]*\Z)"
    return Permalinks("jekyll", tuple(_of_jekyll(settings, base, own)), base, shown)


def _of_jekyll(settings: Mapping[str, Any], base: str, own: Mapping[str, tuple[str, Any]]) -> Iterator[Pattern]:
    """Yield the patterns of Jekyll; `own` has the folder and the pattern, if any, of each collection."""
    style = str(at(settings, "permalink") or "date")
    posts = _STYLES.get(style, style)
    ending = "/" if posts.endswith("/") else ":output_ext"
    yield Pattern(base, f"/:page{ending}")
    yield Pattern(base, _template(str(own.get("posts", ("", None))[1] or posts), "posts"), "_posts")
    for name, (folder, template) in own.items():
        if name != "posts":
            yield Pattern(f"{base}{folder}", _template(str(template or f"/{name}/:path{ending}"), name))
    scopes = (_of_scope(each, base) for each in _tables(at(settings, "defaults")))
    yield from sorted(filter(None, scopes), key=lambda pattern: (len(pattern.folder), bool(pattern.part)))


def _of_scope(values: Mapping[str, Any], base: str) -> Pattern | None:
    """Return the pattern of one of the defaults of Jekyll; nobody knows what `*` in a path stands for."""
    template, kind = at(values, "values", "permalink"), str(at(values, "scope", "type") or "")
    if not isinstance(template, str) or kind in ("pages", "drafts"):
        return None
    folder, star, _ = str(at(values, "scope", "path") or "").strip("/").partition("*")
    inside = f"{base}{folder.strip('/')}/" if folder else base
    return Pattern(inside, "" if star else _template(template, kind), kind and f"_{kind}")


def _template(text: str, collection: str) -> str:
    return text.replace(":collection", collection)


def _tables(values: object) -> list[Mapping[str, Any]]:
    """Return the tables in a list or in another table."""
    inside = values.values() if isinstance(values, Mapping) else values
    return [each for each in inside if isinstance(each, Mapping)] if isinstance(inside, Iterable) else []


def _hexo(settings: Mapping[str, Any], base: str) -> Permalinks:
    template = str(at(settings, "permalink") or ":year/:month/:day/:title/")
    if ":year" in str(at(settings, "new_post_name")):
        template = template.replace(":title", ":undated")
    return Permalinks("hexo", (Pattern(f"{base}{at(settings, 'source_dir') or 'source'}/_posts/", template),))


def _pelican(text_of: TextOf, base: str) -> Permalinks | None:
    settings = _settings(text_of, f"{base}pelicanconf.py")
    if not settings:
        return None
    folder = f"{base}{str(at(settings, 'PATH') or 'content').strip('./')}/"
    templates = [
        Pattern(folder, str(at(settings, "ARTICLE_URL") or "{slug}")),
        *(
            Pattern(f"{folder}{name}/", str(at(settings, "PAGE_URL") or "pages/{slug}"))
            for name in texts(at(settings, "PAGE_PATHS")) or ("pages",)
        ),
    ]
    if at(settings, "SLUGIFY_SOURCE") == "basename":
        templates = [each._replace(template=each.template.replace("{slug}", "{basename}")) for each in templates]
    return Permalinks("pelican", tuple(templates))


def _docusaurus(text_of: TextOf, base: str) -> Permalinks | None:
    names = (f"{base}docusaurus.config.{ending}" for ending in ("js", "ts", "mjs", "cjs", "mts", "cts"))
    script = uncommented(next(filter(None, map(text_of, names)), ""))
    if not script:
        return None
    document = "" if re.search(r"\bnumberPrefixParser\b", script) else "/:document"
    pages = (Pattern(f"{base}{name}/", document and f"/{name}{document}") for name in ("docs", "versioned_docs"))
    return Permalinks("docusaurus", (Pattern(f"{base}blog/", "/blog/:post"), *pages))


def _mkdocs(text_of: TextOf, base: str) -> Permalinks | None:
    settings = _settings(text_of, f"{base}mkdocs.yml", f"{base}mkdocs.yaml")
    if not settings:
        return None
    folder = f"{base}{str(at(settings, 'docs_dir') or 'docs').strip('./')}/"
    ending = ".html" if at(settings, "use_directory_urls") is False else "/"
    plugins = at(settings, "plugins")
    names = texts(plugins) + [name for each in _tables([plugins]) + _tables(plugins) for name in each]
    posts = [Pattern(f"{folder}blog/posts/", "")] if {"blog", "material/blog"}.intersection(names) else []
    return Permalinks("mkdocs", (Pattern(folder, f"/:page{ending}"), *posts))


_READERS: tuple[tuple[frozenset[str], Callable[[TextOf, str], Permalinks | None]], ...] = (
    (frozenset(("content",)), _zola_or_hugo),
    (frozenset(("_posts", "source")), _jekyll_or_hexo),
    (frozenset(("_",)), _jekyll_of_collections),
    (frozenset(("blog", "docs")), _docusaurus),
    (frozenset(("docs",)), _mkdocs),
    (frozenset(("content",)), _pelican),
)
"""For each platform the folders of articles that it has, and what reads its settings; “_” is any collection."""
