"""Nothing leads to an article: no navigation, no other article and no page.

Readers who don't know its address can't find it. The navigation is the one that the platform has in a file: `nav` of
`mkdocs.yml`, `SUMMARY.md` of mdBook and GitBook, `sidebars.js`, the sidebars of VitePress and Starlight, `_quarto.yml`,
`_toc.yml`, `toc.yml` of DocFX, `docs.json` of Mintlify, and `_data/navigation.yml` of Jekyll. A folder counts only if
the navigation names most of its articles, since lists and archives show the others. Drafts, hidden pages and
translations of pages that it names are skipped. A navigation that a program makes is ignored; one that can’t be read is
reported once.

## Bad

```markdown src/SUMMARY.md book.toml
# Summary

- [Tides](tides.md)
- [The moon](moon.md)
- [Harbours](harbours.md)
```

```markdown src/tides.md
# Tides
```

```markdown src/moon.md
# The moon
```

```markdown src/flood.md
# What to do in a flood
```

```markdown src/harbours.md
# Harbours
```

## Good

```markdown src/SUMMARY.md book.toml
# Summary

- [Tides](tides.md)
- [The moon](moon.md)
- [Floods](flood.md)
```

```markdown src/tides.md
# Tides
```

```markdown src/moon.md
# The moon
```

```markdown src/flood.md
# What to do in a flood
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from posixpath import dirname

from lintarticle.expression import expression
from lintarticle.rule import Severity, Span
from lintarticle.site.finding import SiteFinding, SiteFindings
from lintarticle.site.known_names import forms_meant, name_form, names_of
from lintarticle.site.navigation import Navigation, navigations
from lintarticle.site.record import ArticleRecord
from lintarticle.site.rule import site_rule
from lintarticle.site.whole import WholeSite

_FEWEST = 3
"""Articles that a navigation must name to be one: our own figure."""

_NAMED = 0.6
"""The share of the articles of a folder that a navigation must name to be meant for all of them: our own figure."""

_LED_TO = 0.8
"""The share of the articles of a folder that something must lead to: our own figure."""

_APART = expression(
    r"(?:\A|/)(?:_(?:posts|drafts|includes|layouts|data)|snippets|includes?|partials|fragments|shared|templates|blog|posts|news)/"
    r"|(?:\A|/)(?:index|_index|readme|404|search|tags|summary|_[^/]*|license|changelog)\.\w+\Z",
    re.IGNORECASE,
)
"""Articles that need no way to them, or that lists lead to."""

_HIDDEN = frozenset(
    ("hidden", "unlisted", "draft", "redirect", "redirect_to", "noindex", "robots", "listing", "nav_exclude", "sidebar")
)
"""Keys of pages that are meant to be found by their address alone, or that say themselves where they are."""

_NUMBER = expression(r"(?:\A|(?<=/))\d+[-_.]+")
_TEXT = expression(r"\.(?:mdx?|markdown|html?|astro|vue|svelte|[jt]sx?|mjs|njk|liquid|ya?ml|json|toml|ipynb)\Z")


def check(site: WholeSite) -> SiteFindings:
    candidates: dict[str, tuple[Navigation, ArticleRecord]] = {}
    for navigation in navigations(site.repository):
        if not navigation.file.startswith(site.root):
            continue
        if navigation.fault:
            yield _unreadable(navigation)
        else:
            candidates.update((record.path, (navigation, record)) for record in _left_out(site, navigation))
    if candidates:
        mentioned = _mentioned(site, [record for _, record in candidates.values()])
        for navigation, record in candidates.values():
            if record.path not in mentioned:
                message = (
                    f"“{navigation.file}” does not list this article, and no page links to it; add it to that file."
                )
                yield SiteFinding(record.path, record.top, message, record.path)


def _unreadable(navigation: Navigation) -> SiteFinding:
    return SiteFinding(
        navigation.file,
        Span(0, 0),
        "This file can’t be read, so articles missing from the navigation are not reported.",
        navigation.file,
        help=navigation.fault,
        at_most=Severity.INFO,
    )


def _left_out(site: WholeSite, navigation: Navigation) -> Iterator[ArticleRecord]:
    """Yield the articles that a navigation does not name and no article links to, of the folders that it is for."""
    folders: dict[str, list[ArticleRecord]] = defaultdict(list)
    for record in site.every:
        if record.path.startswith(navigation.root) and not site.paths[record.path].version:
            folders[dirname(site.paths[record.path].twin)].append(record)
    named = {record.path for some in folders.values() for record in some if _is_named(site, navigation, record)}
    if len(named) < _FEWEST:
        return
    linked = _linked(site, [record for some in folders.values() for record in some if record.path not in named])
    for some in folders.values():
        own = [record for record in some if record.path in named]
        lost = [each for each in some if each.path not in named and each.path not in linked and not _is_apart(each)]
        if len(own) >= _NAMED * len(some) and len(lost) <= max(1, (1 - _LED_TO) * len(some)):
            yield from lost


def _is_named(site: WholeSite, navigation: Navigation, record: ArticleRecord) -> bool:
    if site.paths[record.path].twin.startswith(navigation.folders) or record.path.startswith(navigation.folders):
        return True
    return not navigation.names.isdisjoint(_names(site, record))


def _names(site: WholeSite, record: ArticleRecord) -> set[str]:
    """Return the names by which a navigation may name an article or the original of it."""
    twin = name_form(site.paths[record.path].twin)
    names = {*names_of(record), *("/".join(twin.split("/")[start:]) for start in range(twin.count("/") + 1))}
    return names | {_NUMBER.sub("", name) for name in names}


def _linked(site: WholeSite, records: Sequence[ArticleRecord]) -> set[str]:
    """Return those of some articles that another article links to."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for record in records:
        for name in _names(site, record):
            by_name[name].append(record.path)
    last_parts = {name.rpartition("/")[2] for name in by_name}
    return {
        path
        for record in (site.every if by_name else ())
        for link in record.links
        if name_form(link.text).rpartition("/")[2] in last_parts
        for form in forms_meant(record, link.text)
        for path in by_name.get(form, ())
        if path != record.path
    }


def _is_apart(record: ArticleRecord) -> bool:
    is_hidden = not _HIDDEN.isdisjoint(key.casefold() for key in record.keys)
    return bool(record.role or record.is_draft or is_hidden or _APART.search(record.path))


def _mentioned(site: WholeSite, records: Sequence[ArticleRecord]) -> Collection[str]:
    """Return the articles whose name is in the text of any other file, in a component or a macro for instance."""
    by_name: dict[str, set[str]] = defaultdict(set)
    for record in records:
        for name in _last_names(record):
            by_name[name].add(record.path)
    names = "|".join(map(re.escape, by_name))
    mention = re.compile(rf"(?:/|\[\[)({names})(?![\w-])|[\"'(]({names})(?:\.\w+)?[\"'#)]")
    found: set[str] = set()
    for path in site.repository.paths:
        if _TEXT.search(path):
            for one, other in mention.findall(site.repository.text(path).casefold()):
                found |= by_name[one or other] - {path}
    return found


def _last_names(record: ArticleRecord) -> Collection[str]:
    """Return what a text that leads to an article would contain after a slash or a quotation mark."""
    stem = record.path.rpartition("/")[2].rpartition(".")[0].casefold()
    return {stem, _NUMBER.sub("", stem), record.slug.text.casefold().strip("/").rpartition("/")[2]} - {""}


RULE = site_rule(check, Severity.WARNING)
