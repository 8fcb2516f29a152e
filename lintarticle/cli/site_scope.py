"""The part of a check that compares all articles of the site, even if only some are checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from lintarticle.boundary import Boundary
from lintarticle.config.discovery import Configurations
from lintarticle.discovery import Target, TargetText
from lintarticle.errors import ConfigError
from lintarticle.report import WHOLE_PROBLEMS, Details, Report, SiteProblems
from lintarticle.runner import Runner, today_here

if TYPE_CHECKING:  # what no site rule needs is not imported
    from lintarticle.config.configuration import Configuration
    from lintarticle.config.layer import Layer
    from lintarticle.problem import Problem
    from lintarticle.repository_files import DiskRepository
    from lintarticle.rule import Rule
    from lintarticle.site.record import ArticleRecord
    from lintarticle.site_check import FormerSiteArticle
    from lintarticle.source import SourceText

_MOST_TEXTS = 100
"""Texts that are kept in memory until all reports are complete."""

MOST_UNKNOWN = 2_000
"""On a site with this many articles or more, a run on a few does not read the others unless they are in the cache."""


class SiteScope:
    """The whole site around the articles of a run, whose reports get the problems that only all together show.

    A run on everything reports all of them; a run on some articles reports those that involve one of these.
    """

    def __init__(
        self, runner: Runner, configurations: Configurations, targets: Sequence[Target], *, is_limited: bool
    ) -> None:
        self._runner = runner
        self._configurations = configurations
        self._targets = targets
        self._focus = frozenset(target.shown for target in targets) if is_limited else None
        self._found: Sequence[Target] = ()
        self.faults: list[str] = []
        self._texts: dict[str, SourceText] = {}
        self.only_site = False
        """Whether only problems of the whole site are wanted."""
        self._to_fix: frozenset[tuple[str, str, int]] = frozenset()
        """The problems to fix, by path, rule and offset."""
        self.only_shows = False
        """Whether fixes are shown instead of applied."""
        self._asked_before: Mapping[str, str] = {}
        """What an earlier run asked about the repository."""
        self.find_former: Callable[[], Sequence[FormerSiteArticle]] = tuple
        """What returns the articles that are changed or gone, as they were."""

    @cached_property
    def _former(self) -> Sequence[FormerSiteArticle]:
        return self.find_former()

    @cached_property
    def _all(self) -> Sequence[Target]:
        """Every article of the site, those of the run first."""
        if self._focus is None:
            return self._targets
        everything = self._found or self._runner.find([str(self._configurations.top)])[0]
        return [*self._targets, *(target for target in everything if target.shown not in self._focus)]

    def _is_small(self) -> bool:
        """Whether the articles of the site are few enough to be read; of a large one, not even all are counted."""
        found = self._runner.find([str(self._configurations.top)], MOST_UNKNOWN)[0]
        if len(found) < MOST_UNKNOWN:
            self._found = found
        return len(found) < MOST_UNKNOWN

    def is_to_be_checked(self) -> bool:
        """Whether a rule about the site runs, and the other articles are known or few."""
        configurations = {id(target.configuration): target for target in self._targets or self._all}
        if not any(map(_asks_for_site_rules, configurations.values())):
            return False
        if self._focus is None:
            return True
        try:
            return self.only_site or self._runner.has_cache() or self._is_small()
        except ConfigError:  # of another folder, which this run is not about
            return False

    @cached_property
    def compares(self) -> bool:
        """Whether the site has more than the one article of the run, so that records are needed."""
        return self._focus is None or self.only_site or len(self._all) > 1

    def places(self) -> Iterator[str]:
        """Yield the files and folders on which the problems depend; raises `GitError` where git does not say which."""
        yield from (target.file for target in self._all)
        if self.compares:
            yield from self._repository.depends_on({**self._repository.asked, **self._asked_before})

    def fixes(self, *, unsafe: bool) -> dict[str, list[Problem]]:
        """Return the problems to fix in the articles of the run, by path."""
        if not unsafe and not any(map(_sets_fixes, self._targets)):  # by default, these fixes are for review
            return {}
        wanted = ("safe", "unsafe") if unsafe else ("safe",)
        return self.chosen(lambda problem: problem.fix is not None and problem.fix.applicability in wanted)

    def chosen(self, takes: Callable[[Problem], bool]) -> dict[str, list[Problem]]:
        """Return the problems to be fixed in the articles of the run, by path."""
        found = self._problems(self._read(self._all), WHOLE_PROBLEMS).by_path
        chosen = {target.shown: list(filter(takes, found.get(target.shown, ()))) for target in self._targets}
        self._to_fix = frozenset(_identity(each) for some in chosen.values() for each in some)
        return {path: problems for path, problems in chosen.items() if problems}

    def reports(self, reports: Iterable[Report], *, is_fixing: bool) -> Iterator[Report]:
        """Yield the reports with the problems of the site, and at the end the problems they cause in other articles."""
        if not self.compares:
            yield from reports
            return
        from lintarticle.compact_list import CompactList
        from lintarticle.site.record import RecordStore

        self._runner.meanwhile = self._get_ready
        held: CompactList[Report] = CompactList()
        store = RecordStore()
        try:
            records: dict[str, ArticleRecord | None] = {}
            for report in reports:
                records[report.path] = store.stored(report.record) if report.record else None
                self._keep_text(report)
                held.append(report._replace(record=None, text=None))
            if is_fixing:  # what was repaired has another record
                self._runner.look_again()
                records = self._read(self._all)
            else:
                records |= self._around(records)
        except MemoryError:
            yield from held
            raise
        problems, used = self._known_problems(records)
        if self.only_shows:
            problems = {path: [p for p in own if _identity(p) not in self._to_fix] for path, own in problems.items()}
        kept = (_without_unused(report, used[report.path]) if report.path in used else report for report in held)
        yield from self._completed(kept, {path: list(own) for path, own in problems.items() if own})

    def _get_ready(self) -> None:
        """Import what the rules about the site will need, those that run for the first article."""
        import_module("lintarticle.site_check")
        import_module("lintarticle.repository_files")
        for rule in _site_rules(self._all[0]):
            rule.findings  # noqa: B018 - of the module of the rule

    def _keep_text(self, report: Report) -> None:
        """Keep the text of a report that waits for the other articles; many texts are read again later instead."""
        if report.text is not None and not callable(report.text) and len(self._texts) < _MOST_TEXTS:
            self._texts[report.path] = report.text

    def _around(self, records: Mapping[str, ArticleRecord | None]) -> dict[str, ArticleRecord | None]:
        """Return the records of the other articles; not those that have nothing to do with some records."""
        others = self._all[len(self._targets) :]
        configurations = {id(target.configuration): target.configuration for target in self._all}
        if (
            not others
            or any(each.former.may_have_moved for each in self._former)
            or not all(map(_are_told_by_marks, configurations.values()))
        ):
            return self._read(others)
        from lintarticle.site.marks import MOST, are_enough, related

        own = [record for record in records.values() if record]
        if len(own) > MOST:
            return self._read(others)
        marks = self._runner.marks(others)
        may_tell = related(own, [each or "" for each in marks])
        some = [target for target, known, may in zip(others, marks, may_tell, strict=True) if may or known is None]
        found = self._read(some)
        return found if are_enough(own, [*own, *filter(None, found.values())]) else self._read(others)

    def _read(self, targets: Sequence[Target]) -> dict[str, ArticleRecord | None]:
        return dict(zip((target.shown for target in targets), self._runner.records(targets), strict=True))

    def _completed(self, reports: Iterable[Report], problems: dict[str, list[Problem]]) -> Iterator[Report]:
        targets = {target.shown: target for target in self._all}
        for report in reports:
            found = problems.pop(report.path, [])
            own = [] if self.only_site else report.problems
            merged = sorted([*own, *found], key=lambda problem: (problem.start.offset, problem.rule)) if found else own
            text = self._texts.get(report.path) or (
                TargetText(targets[report.path]) if report.path in targets else None
            )
            yield report._replace(problems=merged, text=text if merged else None)
        for path, found in problems.items():
            is_article = path in targets
            yield Report(path, found, TargetText(targets[path]) if is_article else None, is_article=is_article)

    def _known_problems(self, records: dict[str, ArticleRecord | None]) -> SiteProblems:
        """Return what an earlier run found if nothing has changed, else run the rules again."""
        if self._focus is not None:
            if self._may_have_problems([record for record in records.values() if record]):
                return self._problems(records, self._runner.details)
            return SiteProblems({}, {})
        if self._is_lone(records):
            return SiteProblems({}, {})
        world = today_here().isoformat()
        known = self._runner.kept_site(self._all, world, self._is_as_before)
        if known is None:
            known = self._problems(records, self._runner.details)
            if not self.faults:
                self._runner.keep_site(self._all, world, known, self._repository.asked)
        return known

    def _may_have_problems(self, records: Sequence[ArticleRecord]) -> bool:
        """Whether there is something to compare: two articles, what one was before, or files that git does not have."""
        if len(records) > 1 or self._former:
            return True
        from lintarticle.site.repository_files import new_files

        return any(any(new_files(record, self._repository)) for record in records)

    def _is_lone(self, records: Mapping[str, ArticleRecord | None]) -> bool:
        """Whether the one article is all that the site has, and agrees with itself: no rule can find anything."""
        if len(self._all) != 1 or self._all[0].configuration.known.own:
            return False
        (record,) = records.values()
        return (record is None or record.is_consistent) and self._repository.holds_only(self._all[0].shown)

    def _is_as_before(self, asked: Mapping[str, str], digest_of: Callable[[str], str]) -> bool:
        self._asked_before = asked
        return self._repository.are_as_before(asked, digest_of)

    @cached_property
    def _repository(self) -> DiskRepository:
        """The repository; nothing is looked up in it before a rule asks."""
        from lintarticle.repository_files import DiskRepository

        loaded = self._configurations
        return DiskRepository(loaded.top, loaded.working_folder, Boundary(loaded.top))

    def _problems(self, records: dict[str, ArticleRecord | None], details: Details) -> SiteProblems:
        from lintarticle.site_check import SiteArticle, SiteCheck

        known = [SiteArticle(target, record) for target in self._all if (record := records.get(target.shown))]
        former = self._former if self._focus is not None else ()
        check = SiteCheck(known, details, today_here(), self._texts, repository=self._repository, former=former)
        gone = {each.former.record.path for each in former}
        problems = check.problems(None if self._focus is None else self._focus | gone)
        self.faults = list(map(str, check.faults))
        return SiteProblems(problems, check.used)


def _without_unused(report: Report, used: Sequence[int]) -> Report:
    """Return a report in which comments that suppress problems of the site do not count as unused."""
    left = [each for each in report.problems if each.rule != _UNUSED or each.start.offset not in used]
    return report._replace(problems=left)


_UNUSED = "suppressions/unused"


def _identity(problem: Problem) -> tuple[str, str, int]:
    return problem.path, problem.rule, problem.start.offset


def _sets_fixes(target: Target) -> bool:
    """Whether the configuration of a target says of a rule about the site which fixes count as safe."""
    layers = _own_layers(target.configuration)
    return any(name.startswith("site/") and setting.fix for layer in layers for name, setting in layer.rules.items())


def _own_layers(configuration: Configuration) -> tuple[Layer, ...]:
    """Return what a configuration says anywhere."""
    of_types = (layer for kind in configuration.types for layer in kind.layers)
    return (*configuration.layers, *of_types, *(override.layer for override in configuration.overrides))


def _are_told_by_marks(configuration: Configuration) -> bool:
    """Whether no layer asks for rules about the site that need all of it, beyond those that run by themselves."""
    from lintarticle.site.marks import TOLD_BY_MARKS

    layers = (*configuration.below, *_own_layers(configuration), *configuration.above)
    named = {name for layer in layers for name in (*(layer.select or ()), *layer.add, *layer.rules)}
    asked = {name for name in named if name in ("ALL", "site") or name.startswith("site/")}
    return asked <= TOLD_BY_MARKS and not configuration.known.own


def _asks_for_site_rules(target: Target) -> bool:
    """Whether a rule about the site may run: surely so where no layer narrows the rules down."""
    configuration = target.configuration
    layers = (*configuration.below, *configuration.layers, *configuration.above)
    if all(layer.select is None and not {"site", "ALL"}.intersection(layer.ignore) for layer in layers):
        return True
    return any(_site_rules(target))


def _site_rules(target: Target) -> Iterator[Rule]:
    """Yield the rules about the site that run for a target."""
    from lintarticle.rule import OF_THE_SITE

    settings = target.configuration.settings_for(target.relative)
    return (active.rule for active in settings.rules if active.rule.looks_at == OF_THE_SITE)
