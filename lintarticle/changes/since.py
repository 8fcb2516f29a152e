"""The articles affected by a change, and the lines it touched in them."""

from __future__ import annotations

import os
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from lintarticle.article.article import Article
from lintarticle.article.markdown.targets import local_target, places
from lintarticle.article.views.links import links_with_targets
from lintarticle.changes.git import GitError
from lintarticle.changes.repository import Lines, Repository
from lintarticle.config.configuration import read_typed, root_of
from lintarticle.config.discovery import NAMES, Configurations
from lintarticle.discovery import SUFFIXES, Target
from lintarticle.report import Report
from lintarticle.runner import Runner
from lintarticle.source import SourceText, Span

if TYPE_CHECKING:
    from lintarticle.site_check import FormerSiteArticle

_CONFIGURATIONS = frozenset(name.rpartition("/")[2] for name in NAMES)
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg")


class Since:
    """How the working tree differs from the commit at which its branch left `ref`.

    `names` are the paths given to the run. Raises `GitError` if git can't compare.
    """

    def __init__(self, runner: Runner, configurations: Configurations, ref: str, names: Sequence[str]) -> None:
        self._runner = runner
        self._configurations = configurations
        self._names = names
        self._repository = _repository(configurations.working_folder, names)
        self._base = self._repository.merge_base(ref)
        self._changes = self._repository.changes(self._base)
        self._removed = Removed(self._changes.removed)
        self._targets: dict[str, Target] = {}
        self._touched: dict[Path, Lines] = {}

    def targets(self) -> list[Target]:
        """Return the articles that are new, changed or renamed, or affected by a changed setting or a removed file."""
        found = self._runner.find_among(self._names, self._changes.changed)
        configurations, folders = self._changed_configurations()
        if configurations or folders or self._changes.removed:
            changed = {target.path for target in found}
            found = [
                target
                for target in self._runner.find(self._names)[0]
                if target.path in changed
                or _is_under(target, configurations, folders)
                or self._links_to_removed(target)
            ]
        self._targets = {target.shown: target for target in found}
        return found

    def former(self) -> list[FormerSiteArticle]:
        """Return the published articles that were removed, renamed or changed, as they were."""
        from lintarticle.changes.former import former_articles  # only where the whole site is looked at

        return former_articles(self._runner, self._repository, self._base, self._changes, self._names)

    @property
    def top(self) -> Path:
        """The root of the repository, links resolved."""
        return self._repository.top

    @property
    def asked(self) -> Iterable[str]:
        """The paths, besides those in git, of which it mattered whether they are there."""
        return self._removed.asked

    # --- indirectly affected ------------------------------------------------------------------------------------

    def _changed_configurations(self) -> tuple[set[Path], set[Path]]:
        """Return the changed configurations, and the folders whose configuration was removed."""
        changed = self._changes.changed | self._changes.removed
        if not any(path.suffix.lower() not in (*SUFFIXES, *_PICTURES) for path in changed):
            return set(), set()
        from lintarticle.changes.configuration_files import files_behind

        known = self._repository.tracked("*lintarticle.toml", "*pyproject.toml") | self._changes.changed
        there = {path for path in known if _is_configuration(path) and path.is_file()}
        own = self._configurations.of(self._configurations.working_folder).path
        there.update(Path(os.path.realpath(path)) for path in [own] if path)
        hit = {path for path in there if not files_behind(path, root_of(path)).isdisjoint(changed)}
        gone = {root_of(path) for path in changed if _is_configuration(path) and self._was_ours(path)}
        return hit, gone

    def _was_ours(self, path: Path) -> bool:
        """Whether a file used to be a configuration and no longer is."""
        if path.name != "pyproject.toml":
            return path in self._changes.removed
        mark = b"tool.lintarticle"
        if path.is_file() and mark in path.read_bytes():
            return False
        return path.is_relative_to(self._repository.top) and mark in self._repository.content(self._base, path)

    def _links_to_removed(self, target: Target) -> bool:
        """Whether an article links to a removed file."""
        try:
            data = target.read()
        except (OSError, ValueError):
            return False
        if not self._removed.may_be_named_in(data):
            return False
        article = self._article(target, SourceText.from_bytes(data))
        return any(True for _ in self._dead_links(target, article))

    def _dead_links(self, target: Target, article: Article) -> Iterator[Span]:
        if not self._changes.removed:
            return iter(())
        return self._removed.spans_of_links(article, lambda name: self._runner.places(target, name))

    def _article(self, target: Target, source: SourceText) -> Article:
        settings, _ = self._runner.situation(target)
        return read_typed(target.shown, SourceText("") if source.fault else source, settings)[0]

    # --- lines ----------------------------------------------------------------------------------------------------

    def on_touched_lines(self, report: Report) -> Report:
        """Return a report with only the problems on touched lines.

        Where lines were removed, the lines on either side count as touched. A problem of the metadata as a whole
        (something is missing) counts if any of its lines is touched; a link to a removed file always counts.
        """
        target = self._targets.get(report.path)
        if target is None or report.source is None:
            return report
        path = Path(os.path.realpath(target.path))
        if path in self._changes.new:
            return report
        article = self._article(target, report.source)
        lines = _GitLines(report.source)
        touched = self._touched.get(path, Lines())
        wholes = [block.span for block in article.blocks]
        if article.front_matter:
            wholes.append(article.front_matter.span)
        more = [lines.of(span) for span in self._dead_links(target, article)]
        if any(touched.meet(*lines.of(span)) for span in wholes):
            more.append(lines.of(article.metadata_span))
        touched = Lines.of([*zip(*touched, strict=True), *more])
        problems = [
            each
            for each in report.problems
            if each.rule in _OF_THE_CHANGE or touched.meet(*lines.of_raw(each.start.offset, each.end.offset))
        ]
        return report._replace(problems=problems, text=report.text if problems else None)

    def compare_lines(self) -> None:
        """Find the touched lines, for `on_touched_lines`."""
        self._touched = self._repository.touched_lines(self._base)


_OF_THE_CHANGE = frozenset(("site/lost-address",))
"""Rules about the change itself, regardless of the lines it touched."""


class _GitLines:
    """Line numbers as git counts them: only a line feed ends a line."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._ends = [found.start() for found in re.finditer("\n", source.raw)]

    def of(self, span: Span) -> tuple[int, int]:
        """Return the first and last line of a span."""
        return self.of_raw(self._source.raw_offset(span.start), self._source.raw_offset(span.end))

    def of_raw(self, start: int, end: int) -> tuple[int, int]:
        """Return the first and last line between two offsets of the file (end excluded)."""
        return bisect_left(self._ends, start) + 1, bisect_left(self._ends, max(start, end - 1)) + 1


def _repository(working_folder: Path, names: Sequence[str]) -> Repository:
    """Return the repository that contains all names."""
    folders = dict.fromkeys(map(_folder_of, (working_folder / name for name in names)))
    repository = Repository.around(next(iter(folders), working_folder))
    for folder in folders:
        if not folder.is_relative_to(repository.top):
            raise GitError(f"--since needs all paths in one repository, and “{folder}” is outside “{repository.top}”.")
    return repository


def _folder_of(path: Path) -> Path:
    """Return the nearest existing folder, with links resolved."""
    real = Path(os.path.realpath(path))
    return next(folder for folder in (real, *real.parents) if folder.is_dir())


def _is_configuration(path: Path) -> bool:
    """Whether a path is named like a configuration."""
    return path.name in _CONFIGURATIONS


def _is_under(target: Target, configurations: AbstractSet[Path], folders: AbstractSet[Path]) -> bool:
    """Whether an article has one of the configurations, or is in one of the folders."""
    own = target.configuration.path
    if own and configurations and Path(os.path.realpath(own)) in configurations:
        return True
    real = Path(os.path.realpath(target.path))
    return any(real.is_relative_to(folder) for folder in folders)


# --- articles that link to a removed file ----------------------------------------------------------------------------


_WORD = re.compile(rb"[^\s()<>\[\]{}\"'`*|/\\#?,;:=]+")
_DATE = re.compile(rb"\d{4}-\d{1,2}-\d{1,2}-")
_INDEX = (b"index", b"_index", b"README")


class Removed:
    """Removed files, by absolute paths with links resolved.

    `asked` fills up with the paths of which it mattered whether they are there.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        self.asked: set[str] = set()
        self._paths = frozenset(map(os.fspath, paths))
        self._words = frozenset(word for path in self._paths for word in _words(os.fsencode(path)))

    def may_be_named_in(self, data: bytes) -> bool:
        """Whether an article contains a word of such a file's name: a quick test that misses none."""
        words = set(_WORD.findall(data))
        if b"%" in data:
            words.update(word for each in list(words) if b"%" in each for word in _WORD.findall(unquote_to_bytes(each)))
        return not self._words.isdisjoint(words) or any(word.rpartition(b".")[0] in self._words for word in words)

    def spans_of_links(self, article: Article, paths_of: Callable[[str], Iterable[Path]]) -> Iterator[Span]:
        """Yield the links, images and metadata of an article that point to such a file and to no existing one.

        `paths_of` returns the paths a target may mean, given the article's folder and the site.
        """
        for span, targets in _targets(article):
            candidates = [os.path.realpath(path) for target in targets for path in paths_of(target)]
            if self._paths.isdisjoint(candidates):
                continue
            self.asked.update(candidates)
            if not any(map(os.path.lexists, candidates)):
                yield span


def _words(path: bytes) -> Iterator[bytes]:
    """Yield words, one of which must occur in any link to a path: from its name and from its routes."""
    separator = os.fsencode(os.sep)
    folder, _, name = path.rpartition(separator)
    stem = name.rpartition(b".")[0] or name
    names = [name, stem, _DATE.sub(b"", stem, count=1)]
    if stem in _INDEX:
        names.append(folder.rpartition(separator)[2])
    for each in names:
        words = _WORD.findall(each)
        if words:
            yield max(words, key=len)


def _targets(article: Article) -> Iterator[tuple[Span, list[str]]]:
    """Yield each span that names a file of the site, with the targets it may mean."""
    for link, target in links_with_targets(article):
        if target.form in ("file", "reference", "route"):
            yield link.span, list(places(article.path, target))
            yield link.target.span, list(places(article.path, target))
    for image in article.body.images:
        if image.target and (name := local_target(image.target.text)):
            yield image.span, [name]
    files = [(item.file.span, item.file.text) for item in article.illustrations if item.file]
    files += [(field.span, field.text) for field in article.metadata.every if field.text]
    for span, text in files:
        if "\n" not in text and (name := local_target(text)):
            yield span, [name, f"/{name.lstrip('/')}"]
