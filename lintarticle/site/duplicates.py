"""Texts that several published articles have in common, and whether that is meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import combinations
from pathlib import PurePosixPath
from posixpath import dirname

from lintarticle.article.values import Text
from lintarticle.expression import expression
from lintarticle.record import NamedTuple
from lintarticle.rule import Severity
from lintarticle.site.finding import SiteFindings
from lintarticle.site.record import ArticleRecord
from lintarticle.site.whole import WholeSite, named, shared

_MANY = 5
"""Two folders with at least this many texts in common share them on purpose: events and their recordings, say."""

_FEW = 2
"""An index page with more than this many other articles in its folder is the page of that folder."""

_HOST = r"(?:medium|substack|dev\.?to|hashnode|linkedin|ghost|wordpress|newsletter|zenn|qiita)"
_NOUN = r"(?:article|post|version|copy|draft)"
_FOR_A_HOST = expression(rf"{_HOST}(?:[-_.]{_NOUN})?|{_NOUN}[-_.]{_HOST}", re.IGNORECASE)
"""The name of a version of an article that is published elsewhere: `substack-article.md`."""


class Shared(NamedTuple):
    """What articles must not share: `name` says what, `advice` why or what to do.

    `key` is what two have in common, `part` where it is. `is_rare` says whether even far apart it is hardly ever meant.
    """

    name: str
    advice: str
    key: Callable[[ArticleRecord], str]
    part: Callable[[ArticleRecord], Text]
    is_rare: Callable[[str], bool] = bool

    def message(self, _: ArticleRecord, others: Sequence[ArticleRecord]) -> str:
        """Return the sentence about an article that shares it with others."""
        return f"{named(others)} {'has' if len(others) == 1 else 'have'} the same {self.name}; {self.advice}."


def duplicates(site: WholeSite, what: Shared) -> SiteFindings:
    """Yield a finding for each article that shares something with another one.

    Articles of different folders are often listed separately. For these the finding is less severe, and there is none
    if the text is not rare, if it is that of an entry that leads elsewhere, or if the folders share many.
    """
    alike = ([each for each in group if _is_compared(each)] for group in site.alike(site.articles, what.key))
    groups = [group for group in alike if len(group) > 1]
    folder_of = _Folders(site)
    folders = [Counter(map(folder_of, group)) for group in groups]
    pairs = Counter(pair for each in folders for pair in combinations(sorted(each), 2))
    for group, counted in zip(groups, folders, strict=True):
        is_meant = any(pairs[pair] >= _MANY for pair in combinations(sorted(counted), 2))
        own = [record for record in group if "link" not in record.keys]
        found = shared(group, what.part, what.message, f"the same {what.name}")
        for record, finding in zip(group, found, strict=True):
            if counted[folder_of(record)] > 1:
                yield finding
            elif len(own) > 1 and record in own and what.is_rare(what.part(record).text) and not is_meant:
                yield finding._replace(at_most=Severity.INFO)


def _is_compared(record: ArticleRecord) -> bool:
    """Whether an article may share nothing: it is neither a draft nor published elsewhere."""
    return not record.is_draft and not _FOR_A_HOST.fullmatch(PurePosixPath(record.path).stem)


def _folders_above(path: str) -> Iterator[str]:
    """Yield the folders that a path is in, the innermost first; the outermost of a relative path is “.”."""
    while (folder := dirname(path)) != path:
        yield folder or "."
        path = folder


class _Folders:
    """Where an article is listed: in its folder, unless it is the page of another one."""

    def __init__(self, site: WholeSite) -> None:
        self._site = site

    @cached_property
    def _articles(self) -> Counter[str]:
        """How many articles are in each folder and below it."""
        counts: Counter[str] = Counter()
        for folder, count in Counter(dirname(record.path) for record in self._site.every).items():
            for outer in (folder or ".", *_folders_above(folder)):
                counts[outer] += count
        return counts

    def __call__(self, record: ArticleRecord) -> str:
        """Return the folder of an article, or for the page of a folder what no other article has."""
        path = PurePosixPath(record.path)
        is_index = path.stem.casefold() in ("index", "_index")
        own = path.parent if is_index else path.with_suffix("")
        is_page_of_folder = self._articles[str(own)] > (_FEW if is_index else 0)
        return f"{own}/" if is_page_of_folder else self._site.paths[record.path].collection
