"""The sites in a repository: where each is, its platform, and the folders of its articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from lintarticle.discovery import is_trial
from lintarticle.record import NamedTuple
from lintarticle.survey.platforms import PLATFORMS, Places, is_below, platforms_in
from lintarticle.survey.site_files import text_of


class FoundSite(NamedTuple):
    """One site. `folder` is relative to where the survey began, "." for that; `file` is what its platform is known by.

    `articles` are the paths of its articles relative to `folder`; `places.articles` are relative to it as well.
    """

    folder: str
    platform: str
    preset: str
    file: str
    places: Places
    articles: tuple[str, ...]


class TwoPlatformsError(Exception):
    """One folder has the files of several platforms; `names` are those, each with its file."""

    def __init__(self, folder: str, names: Sequence[str], presets: Sequence[str]) -> None:
        super().__init__(folder)
        self.folder = folder
        self.names = tuple(names)
        self.presets = tuple(presets)


_OTHERS = re.compile(r"(?:^|/)(?:exampleSite|themes|archetypes)(?:/|$)")
"""Folders of sites that belong to other projects."""

_EXAMPLES = re.compile(r"(?:^|/)(?:examples?|demos?|samples?|starters?|templates?)(?:/|$)")


def sites_in(top: Path, paths: Iterable[str], preset: str = "") -> list[FoundSite]:
    """Return the sites whose articles have some paths relative to `top`; one without a known platform if there is none.

    `preset` is the one that is asked for, which settles it where a folder has several. Raises `TwoPlatformsError`.
    """
    articles = [path for path in paths if not is_trial(path)]
    folders = {""} | {path[: end.start()] for path in articles for end in re.finditer("/", path)}
    found = [
        site
        for folder in sorted(folders)
        if not _OTHERS.search(folder) and (site := _site(top, folder, articles, preset))
    ]
    own = [site for site in found if not _EXAMPLES.search(site.folder)]
    sites = _without_nested(own or found)
    return sites or ([_guessed(top, articles, preset)] if articles else [])


def _site(top: Path, folder: str, articles: Sequence[str], preset: str) -> FoundSite | None:
    below = tuple(path[len(folder) + 1 :] if folder else path for path in articles if is_below(path, folder or "."))
    there = list(platforms_in(top / folder, below))
    if preset and (asked := [each for each in there if preset in (each[0].preset, each[2].preset)]):
        there = asked
    if len(there) > 1:
        raise TwoPlatformsError(folder or ".", [f"{each.name} ({file})" for each, file, _ in there],
                                [places.preset or each.preset for each, _, places in there])  # fmt: skip
    if not there:
        return None
    platform, file, places = there[0]
    own = tuple(path for path in below if any(is_below(path, each) for each in places.articles))
    return FoundSite(folder or ".", platform.name, preset or places.preset or platform.preset, file, places, own)


def _without_nested(sites: Sequence[FoundSite]) -> list[FoundSite]:
    """Give each article to the innermost of the sites that it is in; a site left without any is dropped."""
    left = []
    for site in sites:
        inner = [each.folder for each in sites if each is not site and is_below(each.folder, site.folder)]
        whole = [path if site.folder == "." else f"{site.folder}/{path}" for path in site.articles]
        own = tuple(
            path
            for path, full in zip(site.articles, whole, strict=True)
            if not any(is_below(full, each) for each in inner)
        )
        if own:
            places = tuple(each for each in site.places.articles if any(is_below(path, each) for path in own))
            left.append(site._replace(articles=own, places=site.places._replace(articles=places)))
    return left


# --- sites without any file of a platform ----------------------------------------------------------------------

_FEW = 40
"""Articles that are looked into for signs."""


class _Sign(NamedTuple):
    """What speaks for a platform: a pattern of paths, one of the heads of articles, or both.

    What the first group of `path` matches is the folder of the site, in which `folders` match those of its articles.
    """

    name: str
    preset: str
    folders: str
    path: str
    head: str = ""


_SIGNS = (
    _Sign("Starlight", "starlight", r"src/content/docs", r"^(.*?)src/content/docs/"),
    _Sign("Astro", "astro", r"src/content", r"^(.*?)src/content/"),
    _Sign("Hexo", "hexo", r"source/_(?:posts|drafts)", r"^(.*?)source/_posts/"),
    _Sign("Jekyll", "jekyll", r"(?:[^/]+/)*?_(?!site|includes|layouts)[^/]+", r"^(.*?)_posts/\d{4}-\d\d-\d\d-"),
    _Sign("Zenn", "zenn", r"articles|books", r"^(.*?)articles/[^/]+$", r"(?ms)^emoji:.*^topics:|^topics:.*^emoji:"),
    _Sign("Zola", "zola", r"content", r"^(.*?)content/",
          r"(?ms)\A\s*\+\+\+.*^(?:\[taxonomies\]|\[extra\]|sort_by|page_template|template|path) ?"),
    _Sign("Hugo", "hugo", r"content", r"^(.*?)content/(?:.*/)?(?:_?index)(?:\.[a-z-]+)?\.md$", r"\A\s*(?:---|\+\+\+)"),
    _Sign("Docusaurus", "docusaurus", r"blog|docs", r"^(.*?)blog/",
          r"(?ms)^authors?:.*<!-- ?truncate ?-->|^slug:.*^authors:"),
    _Sign("Eleventy", "eleventy", r"content", r"^(.*?)content/", r"(?m)^(?:eleventy\w+:|permalink: .*\{\{)"),
    _Sign("Quarto", "quarto", r"", r"^(.*?)[^/]+\.qmd$"),
)  # fmt: skip


def _guessed(top: Path, articles: Sequence[str], preset: str) -> FoundSite:
    """Return the site that articles without any platform's file are most likely of."""
    heads: dict[str, str] = {}
    step = max(1, len(articles) // _FEW)
    few = articles[::step]
    for sign in _SIGNS:
        matches = [(path, match[1]) for path in few if (match := re.search(sign.path, path))]
        if sign.head:
            for path, _ in matches:
                heads.setdefault(path, text_of(top / path)[:20_000])
            matches = [(path, folder) for path, folder in matches if re.search(sign.head, heads[path])]
        if len(matches) * 4 >= len(few) and (not preset or sign.preset == preset):
            folder = Counter(folder for _, folder in matches).most_common(1)[0][0].rstrip("/")
            return _found(sign, folder or ".", articles)
    return _found(_Sign(*_mentioned(top, preset), "", ""), ".", articles)


_MENTIONS = 5
"""A README says what the site is made with if it names a platform this often, and no other more than half as often."""


def _mentioned(top: Path, preset: str) -> tuple[str, str]:
    """Return the name and the preset of the platform that the README of a site is about."""
    words = Counter(re.findall(r"\w[\w.]*", text_of(top / "README.md").casefold()))
    counts = Counter({platform: words[platform.name.casefold()] for platform in PLATFORMS})
    (first, most), (_, next_most) = counts.most_common(2)
    if preset or most < _MENTIONS or 2 * next_most > most:
        return "", preset
    return first.name, first.preset


def _found(sign: _Sign, folder: str, articles: Sequence[str]) -> FoundSite:
    below = tuple(path if folder == "." else path[len(folder) + 1 :] for path in articles if is_below(path, folder))
    named = {
        match[0].rstrip("/") for path in below if sign.folders and (match := re.match(f"(?:{sign.folders})/", path))
    }
    roots = tuple(sorted(named)) or _roots(below)
    own = tuple(path for path in below if any(is_below(path, root) for root in roots))
    return FoundSite(folder, sign.name, sign.preset, "", Places(roots), own)


def _roots(articles: Sequence[str]) -> tuple[str, ...]:
    """Return the folders at the top that hold a tenth of the articles each; all of the site where many are in none."""
    counts = Counter(path.partition("/")[0] if "/" in path else "." for path in articles)
    roots = tuple(folder for folder, count in counts.most_common() if count * 10 >= len(articles))
    return (".",) if "." in roots or sum(counts[root] for root in roots) * 10 < 8 * len(articles) else roots
