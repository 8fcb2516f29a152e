"""The kinds of articles of a site: those in the folders, or with the layout, that have the same keys."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from lintarticle.config.configuration import Globs
from lintarticle.record import NamedTuple
from lintarticle.survey.platforms import is_below
from lintarticle.survey.traits import Traits, is_section_page, shared_headings, typical_of

FEWEST = 10
"""A kind has at least this many articles: fewer show no custom. Our own figure."""

MOST_GROUPS = 8
"""A configuration with more kinds is hard to read: our own figure."""

_SEVERAL = 6
"""Up to this many folders are listed one by one; more are written as the folder above them, minus the others."""

_LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Za-z]{2,4})?")
_NAMELESS = re.compile(r"\*+|src|content|[a-z]{2}(?:-[A-Za-z]{2,4})?")
"""Folders whose names say nothing about their content."""

_LAYOUTS = ("layout", "type", "template", "kind", "category")


class ArticleGroup(NamedTuple):
    """Articles of one kind. `files` are the patterns of their paths; `where` a key and its value that they share."""

    name: str
    files: tuple[str, ...]
    articles: tuple[Traits, ...]
    where: tuple[str, str] | None = None

    @property
    def typical(self) -> list[Traits]:
        """The articles that show what is customary."""
        return typical_of(self.articles)


def escaped(path: str) -> str:
    """Return a path as a pattern as in .gitignore that matches nothing else."""
    return re.sub(r"([\\*?\[\]])", r"\\\1", path).replace(" ", r"\ ")


def groups_of(
    articles: Sequence[Traits], roots: Sequence[str], share: float, homes: Iterable[str] = ()
) -> list[ArticleGroup]:
    """Return the groups of a site, the largest first; an article need not be in one.

    The paths of the articles are relative to the site, as `roots`, the folders that they are in. `share`: a key is
    customary if at least this share of the articles have it. Each of `homes` is a folder of one kind, however few.
    """
    sections = _sections(articles, roots)
    home = {pattern: folder_around(pattern, homes) for pattern in sections}
    large = {pattern: members for pattern, members in sections.items()
             if _is_large(members) or (home[pattern] and any(article.is_typical for article in members))}  # fmt: skip
    alike: dict[tuple[str, frozenset[str]], list[str]] = defaultdict(list)
    for pattern, members in large.items():
        alike[home[pattern], frozenset() if home[pattern] else customary(members, share)].append(pattern)
    groups = [_group(patterns, large) for own, patterns in alike.items() if any(own)]
    bare = (pattern for pattern, members in large.items() if not any(article.is_typical for article in members))
    groups += [_group([pattern], large) for pattern in bare if shared_headings(typical_of(large[pattern]))]
    groups = sorted(groups, key=lambda group: -len(group.articles))
    split = [part for group in groups for part in _by_layout(group, share)]
    return _named(_matched(_with_the_rest(split[:MOST_GROUPS], sections, share), articles))


def folder_around(pattern: str, homes: Iterable[str]) -> str:
    """Return the innermost of some folders that all paths of a pattern are in, or ""."""
    around = [home for home in homes if home == "." or pattern.startswith(f"{escaped(home)}/")]
    return max(around, key=len, default="")


def customary(members: Iterable[Traits], share: float) -> frozenset[str]:
    """Return the keys that nearly all articles have."""
    typical = [article for article in members if article.is_typical]
    counts = Counter(key for article in typical for key in article.values)
    return frozenset(key for key, count in counts.items() if count >= share * len(typical))


def _is_large(members: Sequence[Traits]) -> bool:
    return len(typical_of(members)) >= FEWEST


def _sections(articles: Sequence[Traits], roots: Sequence[str]) -> dict[str, list[Traits]]:
    """Return the articles by the pattern of their folder, one below a root; folders of languages count as one."""
    files_in = Counter(article.path.rpartition("/")[0] for article in articles)
    languages = {root: _languages(articles, root) for root in roots}
    sections: dict[str, list[Traits]] = defaultdict(list)
    for article in articles:
        root = max((each for each in roots if is_below(article.path, each)), key=len, default=".")
        parts = article.path.split("/")[0 if root == "." else root.count("/") + 1 :]
        folder = [] if root == "." else [escaped(root)]
        if len(parts) > 1 and parts[0] in languages.get(root, ()):
            folder.append("*")
            parts = parts[1:]
        own = article.path.rpartition("/")[0]
        is_bundle = len(parts) == 2 and files_in[own] == 1 and parts[1].partition(".")[0] == "index"
        if len(parts) > 1 and not is_bundle:
            folder.append(escaped(parts[0]))
        sections["/".join((*folder, "**"))].append(article)
    return sections


def _languages(articles: Sequence[Traits], root: str) -> frozenset[str]:
    """Return the folders of a root that are named after languages, if it has several and most articles are in them."""
    start = 0 if root == "." else len(root) + 1
    tops = Counter(article.path[start:].partition("/")[0] for article in articles
                   if is_below(article.path, root) and "/" in article.path[start:])  # fmt: skip
    named = {name: count for name, count in tops.items() if _LANGUAGE.fullmatch(name)}
    return frozenset(named) if len(named) > 1 and 2 * sum(named.values()) >= tops.total() else frozenset()


def _group(patterns: Sequence[str], sections: Mapping[str, Sequence[Traits]]) -> ArticleGroup:
    """Return the group of some sections."""
    members = tuple(article for pattern in patterns for article in sections[pattern])
    return ArticleGroup(_name_for(patterns), tuple(sorted(patterns)), members)


def _name_for(patterns: Sequence[str]) -> str:
    """Return the name of the innermost folder that patterns share, or ""."""
    parts = [part for part in _common(patterns).split("/") if not _NAMELESS.fullmatch(part)]
    return re.sub(r"[^a-z0-9]+", "-", parts[-1].lower()).strip("-") if parts else ""


def _by_layout(group: ArticleGroup, share: float) -> list[ArticleGroup]:
    """Divide a group by the value of a key such as `layout`, where the parts have more in common than the whole."""
    common = customary(group.articles, share)
    for key in _LAYOUTS:
        if key not in common:
            continue
        parts: dict[str, list[Traits]] = defaultdict(list)
        for article in group.articles:
            node = article.values.get(key)
            parts[node.text if node and node.kind == "string" else ""].append(article)
        large = {value: members for value, members in parts.items() if value and _is_large(members)}
        covered = sum(map(len, large.values()))
        is_divided = 2 <= len(large) <= _SEVERAL and covered >= share * len(group.articles)
        if is_divided and len({customary(members, share) for members in large.values()}) > 1:
            return [ArticleGroup(f"{group.name or 'article'}-{_slug(value)}", group.files, tuple(members), (key, value))
                    for value, members in large.items()]  # fmt: skip
    return [group]


def _slug(value: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-") or "other"


def _with_the_rest(
    groups: Sequence[ArticleGroup], sections: Mapping[str, Sequence[Traits]], share: float
) -> list[ArticleGroup]:
    """Return groups with the small sections whose articles have all that is customary in them, and short patterns."""
    taken = {pattern for group in groups for pattern in group.files}
    joined = {number: list(group.files) for number, group in enumerate(groups)}
    members = {number: list(group.articles) for number, group in enumerate(groups)}
    for pattern, small in sections.items():
        if pattern in taken or not any(article.is_typical for article in small):
            continue
        keys = frozenset.intersection(*(frozenset(article.values) for article in small if article.is_typical))
        fitting = [
            number
            for number, group in enumerate(groups)
            if group.where is None and customary(group.articles, share) <= keys
        ]
        if fitting:
            best = max(fitting, key=lambda number: len(customary(groups[number].articles, share)))
            joined[best].append(pattern)
            members[best] += small
    found = []
    for number, group in enumerate(groups):
        files = _short(sorted(joined[number]), list(sections))
        name = group.name if 2 * len(group.articles) >= len(members[number]) else _name_for(joined[number])
        name = name or _name_for(files[:1]) or "article"
        found.append(group._replace(name=name, files=files, articles=tuple(members[number])))
    return found


def _short(patterns: Sequence[str], every: Sequence[str]) -> tuple[str, ...]:
    """Return what matches like the patterns and not like any other one of the site."""
    others = [pattern for pattern in every if pattern not in patterns]
    above = [pattern for pattern in patterns if any(each != pattern and _covers(pattern, each) for each in every)]
    if not others:
        tops = [
            pattern for pattern in patterns if not any(each != pattern and _covers(each, pattern) for each in patterns)
        ]
        return tuple(tops) if len(tops) <= _SEVERAL else (_common(tops),)
    top = _common(patterns)
    inside = [pattern for pattern in others if _covers(top, pattern) or pattern == top]
    is_short = len(patterns) > max(_SEVERAL, len(inside))
    if is_short and not any(other == own or _covers(other, own) for other in inside for own in patterns):
        return (top, *(f"!{pattern}" for pattern in inside))
    kept = [pattern for pattern in patterns if pattern in above or not any(_covers(each, pattern) for each in above)]
    out = [f"!{pattern}" for pattern in others if any(_covers(each, pattern) for each in kept)]
    return (*kept, *out)


def _covers(pattern: str, other: str) -> bool:
    """Whether the folder of a pattern is above that of another one."""
    top = pattern.removesuffix("**")
    return other != pattern and other.startswith(top)


def _common(patterns: Sequence[str]) -> str:
    parts = [pattern.split("/") for pattern in patterns]
    shared = []
    for level in zip(*parts, strict=False):
        if len(set(level)) > 1:
            break
        shared.append(level[0])
    return "/".join((*shared, "**")) if shared[-1:] != ["**"] else "/".join(shared)


def _matched(groups: Sequence[ArticleGroup], articles: Sequence[Traits]) -> list[ArticleGroup]:
    """Return groups with the articles that their patterns and keys match, without the pages of sections."""
    taken: set[str] = set()
    found = []
    for group in groups:
        globs = Globs(group.files)
        members = [article for article in articles if globs.match(article.path) and _has(article, group.where)]
        pages = {article.path.rpartition("/")[2] for article in members if is_section_page(article.path)}
        files = (*group.files, *(f"!**/{stem}.*" for stem in sorted({page.partition(".")[0] for page in pages})))
        own = tuple(article for article in members if not is_section_page(article.path))
        if taken.isdisjoint(article.path for article in own):
            taken.update(article.path for article in own)
            found.append(group._replace(files=files, articles=own))
    return found


def _has(article: Traits, where: tuple[str, str] | None) -> bool:
    node = article.values.get(where[0]) if where else None
    return where is None or (node is not None and node.text.casefold() == where[1].casefold())


def _named(groups: Sequence[ArticleGroup]) -> list[ArticleGroup]:
    """Return groups whose names differ from one another."""
    seen: Counter[str] = Counter()
    named = []
    for group in groups:
        seen[group.name] += 1
        named.append(group if seen[group.name] == 1 else group._replace(name=f"{group.name}-{seen[group.name]}"))
    return named
