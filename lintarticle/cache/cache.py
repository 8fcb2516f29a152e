"""The cache of a run: what is kept of its articles, fetched where it still holds, and kept again where it does not."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from lintarticle.cache.digests import Digests
from lintarticle.cache.folder import CacheFolder
from lintarticle.cache.hashing import digest_of
from lintarticle.cache.key import CacheKeys
from lintarticle.cache.needs import UNREAD, Need, Needs, needs_from_text, needs_to_text
from lintarticle.cache.store import Row, Store
from lintarticle.discovery import Target, TargetText
from lintarticle.report import Report, SiteProblems

if TYPE_CHECKING:
    from lintarticle.config.configuration import Configuration
    from lintarticle.config.discovery import Configurations
    from lintarticle.files import DiskFiles
    from lintarticle.site.record import ArticleRecord

Digester = Callable[[str], str]
"""Returns the digest of a file by its full path, "" for one that can't be read."""


class Cache:
    """What is kept for the articles of a run.

    `wanted` says what reports hold.
    """

    def __init__(
        self,
        folder: CacheFolder,
        configurations: Configurations,
        wanted: str,
        today: date,
    ) -> None:
        self.folder = folder
        self.store = Store(folder)
        self.digests = Digests(str(configurations.top), self.store)
        self.keys = CacheKeys(configurations, wanted)
        self.needs = Needs(self.digests, today, lambda place: self.keys.of(configurations.of(place)))
        self._configurations = configurations
        self._working_folder = configurations.working_folder
        self._files: dict[int, DiskFiles] = {}
        self._left_out: set[str] = set()
        self.wants_records = False
        self.notes_needs = False
        """Whether the needs of articles that are linted are wanted: in a run that is to be kept."""

    def prepare(self, targets: Sequence[Target]) -> None:
        """Fetch what is known of the files of a run."""
        self.digests.look_up(map(self._short, targets))

    def reports(self, targets: Sequence[Target]) -> list[Report | None]:
        """Return the report on each target that is still the same as linting it again, or None."""
        rows = self._rows(targets)
        for target, row in zip(targets, rows, strict=True):
            if row:  # all at once, so that articles that link to each other are known
                self.digests.of_file(target.file)
        return list(map(self._report, targets, rows))

    def _rows(self, targets: Sequence[Target]) -> list[Sequence[str] | None]:
        by_key: dict[str, list[str]] = {}
        for target in targets:
            by_key.setdefault(self.keys.of(target.configuration), []).append(target.shown)
        found = {key: self.store.outcomes(key, paths) for key, paths in by_key.items()}
        return [found[self.keys.of(target.configuration)].get(target.shown) for target in targets]

    def _files_of(self, configuration: Configuration) -> DiskFiles:
        """Return the files around the articles of a configuration; no target is resolved by them."""
        key = id(configuration)
        if key not in self._files:
            from lintarticle.files import DiskFiles

            self._files[key] = DiskFiles(self._working_folder, configuration.root, (), configuration.boundary)
        return self._files[key]

    def _short(self, target: Target) -> str:
        return self.digests.short(target.file)

    def _report(self, target: Target, row: Sequence[str] | None) -> Report | None:
        if row is None:
            return None
        _, digest, needs, problems, _, record = row
        if self.digests.of_file(target.file) != digest:
            return None
        if needs and not self.needs.are_met(needs, self._files_of(target.configuration)):
            return None
        made = _record(target, record.partition("\n")[2]) if self.wants_records else None
        if self.wants_records and made is None and record != _NO_RECORD:
            return None
        if not problems:
            return Report(target.shown, [], record=made)
        from lintarticle.cache.entries import problems_from_text

        return Report(target.shown, problems_from_text(target.shown, problems), TargetText(target), record=made)

    def marks(self, targets: Sequence[Target]) -> list[str | None]:
        """Return the marks of each target, None for one whose marks are not kept; "" for a template."""
        by_key: dict[str, list[str]] = {}
        for target in targets:
            by_key.setdefault(self.keys.of(target.configuration), []).append(target.shown)
        found = {path: row for key, paths in by_key.items() for path, *row in self.store.record_heads(key, paths)}
        return [self._marks(target, *found.get(target.shown, ("", ""))) for target in targets]

    def _marks(self, target: Target, digest: str, head: str) -> str | None:
        if not digest or self.digests.of_file(target.file) != digest:
            return None
        if head == _NO_RECORD:
            return ""
        return head if head.startswith(_MARKED) else None

    def records(self, targets: Sequence[Target]) -> Iterator[tuple[bool, ArticleRecord | None]]:
        """Say of each target whether its record is known, and give it; it depends on nothing but the text."""
        for target, row in zip(targets, self._rows(targets), strict=True):
            kept = row[5] if row and self.digests.of_file(target.file) == row[1] else ""
            record = _record(target, kept.partition("\n")[2])
            yield record is not None or kept == _NO_RECORD, record

    def site_problems(
        self, targets: Sequence[Target], world: str, is_as_before: Callable[[Mapping[str, str], Digester], bool]
    ) -> SiteProblems | None:
        """Return the problems of a whole site that are kept, None if an article or the world around has changed.

        `is_as_before` asks the repository again what an earlier run asked; it takes the digests of files from here.
        """
        from lintarticle.cache.entries import problems_from_text

        row = self.store.outcomes(self._site_key, [_SITE]).get(_SITE)
        if row is None or not row[3] or row[1] != self._stamp(targets, world):
            return None
        if row[2] and not is_as_before(json.loads(row[2]), self.digests.of_file):
            return None
        texts, used = json.loads(row[3])
        return SiteProblems({path: problems_from_text(path, text) for path, text in texts.items()}, used)

    def keep_site(
        self, targets: Sequence[Target], world: str, problems: SiteProblems, asked: Mapping[str, str]
    ) -> None:
        """Keep the problems of a whole site, and what was asked about its repository."""
        from lintarticle.cache.entries import problems_to_text

        texts = {path: problems_to_text(path, found) for path, found in problems.by_path.items()}
        text = json.dumps((texts, problems.used))
        needs = json.dumps(dict(asked), separators=(",", ":")) if asked else ""
        self.store.keep(self._site_key, (_SITE, self._stamp(targets, world), needs, text, "", ""))

    @property
    def _site_key(self) -> str:
        return self.keys.of(self._configurations.of(self._configurations.top))

    def _stamp(self, targets: Sequence[Target], world: str) -> str:
        """Return what identifies the texts of some articles, the settings of each, and the world around them."""
        files = (
            f"{each.shown}\0{self.digests.of_file(each.file)}\0{self.keys.of(each.configuration)}" for each in targets
        )
        return digest_of("\n".join((world, *files)).encode("utf-8", "surrogatepass"))

    def facts(self, path: str, shown: str, configuration: Configuration) -> str:
        """Return the facts of an article, as text, that are kept and still hold, or ""."""
        row = self.store.outcomes(self.keys.of(configuration), [shown]).get(shown)
        return row[4] if row and row[4] and row[1] == self.digests.of_file(path) else ""

    def row(self, target: Target, digest: str, needs: Sequence[Need], report: Report, facts: str) -> Row:
        """Return what is to be kept of the outcome of an article whose content has a digest."""
        from lintarticle.cache.entries import problems_to_text

        values = (
            target.shown,
            digest,
            needs_to_text(needs),
            problems_to_text(target.shown, report.problems),
            facts,
            self._record_head(report),
        )
        return self.keys.of(target.configuration), values

    def keep(self, report: Report, row: Row | None) -> None:
        """Keep the outcome of an article, or note that it can't be kept."""
        if row is None:
            self._left_out.add(report.path)
            return
        key, (path, digest, needs, problems, facts, head) = row
        asked = needs_from_text(needs) if self.notes_needs or _OPEN in needs else ()
        if _OPEN in needs:
            asked = list(map(self._answered, asked))
            needs = needs_to_text(asked)
        record = f"{head}{report.record.as_text()}" if report.record and head else head
        self.store.keep(key, (path, digest, needs, problems, facts, record))
        if self.notes_needs:
            self.needs.note(asked, self._files_of(self.keys.configuration(key)))

    def _answered(self, need: Need) -> Need:
        """Return a need with the digest of an article that has been read since."""
        is_open = need[0] == "=" and need[2] == UNREAD
        return ("=", need[1], self.digests.of_file(self.digests.full(need[1]))) if is_open else need

    def holds_all(self, targets: Iterable[Target]) -> bool:
        """Whether the outcomes of all targets, in this run, are those that are kept."""
        return self._left_out.isdisjoint(target.shown for target in targets)

    def _record_head(self, report: Report) -> str:
        """Return what is kept of a record before its text."""
        if not self.wants_records:
            return ""
        if report.record is None:
            return _NO_RECORD
        from lintarticle.site.marks import marks_of_record

        return f"{_MARKED}{marks_of_record(report.record)}\n"


_SITE = "\0the whole site"
"""Stands for the path in the row that holds the problems of the whole site."""

_MARKED = "1 "
"""The version of the marks that are kept before a record."""

_OPEN = f'"{UNREAD}"'
"""Marks a need whose digest is not known yet, in the text of an article’s needs."""

_NO_RECORD = "none"
"""Stands for the record of a template, which has none."""


def _record(target: Target, text: str) -> ArticleRecord | None:
    from lintarticle.site.record import ArticleRecord

    return ArticleRecord.from_text(target.shown, text) if text.startswith("[") else None
