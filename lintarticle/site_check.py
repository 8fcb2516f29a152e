"""What the rules about the whole site find, made problems of the articles concerned."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from types import MappingProxyType

from lintarticle.compact_list import BLOCK
from lintarticle.config.configuration import Configuration, read_typed
from lintarticle.config.settings import ActiveRule, Settings
from lintarticle.discovery import Target, is_trial, read_source
from lintarticle.errors import InternalError, cause_of
from lintarticle.linter import Fingerprints, edit_in_file, place_in
from lintarticle.problem import Edit, Fix, Problem, RelatedPlace, Severity
from lintarticle.record import NamedTuple
from lintarticle.report import Details
from lintarticle.rule import OF_THE_SITE
from lintarticle.site.finding import KeptAddress, Replacement, SiteFinding
from lintarticle.site.record import ArticleRecord, FormerArticle
from lintarticle.site.redirects import redirect
from lintarticle.site.repository_files import RepositoryFiles
from lintarticle.site.rule import OF_WHOLE_RUNS
from lintarticle.site.shared_keys import SharedKeys, are_told_by_keys
from lintarticle.site.whole import WholeSite
from lintarticle.source import SourceText, Span
from lintarticle.suppressions.apply import Suppressor
from lintarticle.suppressions.parse import may_name, read_suppressions

Found = tuple[SiteFinding, ActiveRule]


class SiteArticle(NamedTuple):
    """An article of a site: its file, and what the rules know of it."""

    target: Target
    record: ArticleRecord


class FormerSiteArticle(NamedTuple):
    """An article as it was, and where its file is or was."""

    target: Target
    former: FormerArticle

    def is_of(self, configuration: Configuration) -> bool:
        """Whether it is an article of the site that has a configuration."""
        relative = configuration.relative(self.target.path)
        return self.target.configuration is configuration and not is_trial(relative)


class SiteCheck:
    """Compares the articles of a repository; those of one configuration are one site.

    `details` are what the problems hold. `today` decides which suppressions have expired. `faults` fills up with
    our own defects, `used` with where comments begin that name no rule and suppress problems, by path. `texts` are
    those at hand. A rule may report any file of the `repository`. `former` are articles as they were before a change.
    `whole` makes a site of records.
    """

    whole: Callable[..., WholeSite] = WholeSite

    def __init__(  # noqa: PLR0913 - all that problems depend on
        self,
        articles: Iterable[SiteArticle],
        details: Details,
        today: date,
        texts: Mapping[str, SourceText] = MappingProxyType({}),
        *,
        repository: RepositoryFiles | None = None,
        former: Sequence[FormerSiteArticle] = (),
    ) -> None:
        self._articles = {article.record.path: article for article in articles}
        self._details = details
        self._today = today
        self._texts = _Texts(self._articles, texts)
        self._repository = repository
        self._former = former
        self.faults: list[InternalError] = []
        self.used: dict[str, list[int]] = {}

    def problems(self, focus: Collection[str] | None = None) -> dict[str, list[Problem]]:
        """Return the problems of each article that has any, in the order of its text.

        With a focus, only those in the articles of its paths, and those elsewhere that these caused.
        """
        sites: dict[int, list[SiteArticle]] = defaultdict(list)
        for article in self._articles.values():
            sites[id(article.target.configuration)].append(article)
        found: dict[str, list[Found]] = defaultdict(list)
        for articles in sites.values():
            for finding, active in self._findings(_of_the_site(articles), focus):
                found[finding.path].append((finding, active))
        problems = {path: list(self._stamped(path, found[path])) for path in sorted(found)}
        return {path: each for path, each in problems.items() if each}

    def _findings(self, articles: Sequence[SiteArticle], focus: Collection[str] | None) -> Iterator[Found]:
        rules = _Rules(articles)
        if not rules.running:
            return
        platform = rules.settings[articles[0].record.path].site.slugger
        configuration = articles[0].target.configuration
        former = [each.former for each in self._former if each.is_of(configuration)]
        everything = [article.record for article in articles]
        some: Sequence[ArticleRecord] = everything
        if focus is None and len(everything) > MOST_AT_ONCE and self.whole is WholeSite:
            some = _that_share(everything, platform, self._repository, rules)
        records = [record.out_of_store() for record in some]
        site = self.whole(records, platform, self._repository, rules.root, former)
        if len(some) < len(everything):
            site.every = everything
        before = None
        if focus is not None:
            others = [record for record in site.records if record.path not in focus]
            before = WholeSite(others, platform, self._repository, rules.root)
        for active in rules.running:
            if focus is not None and active.rule.name in OF_WHOLE_RUNS:
                continue
            every = self._found(active, site)
            found = _in_focus(every, focus or (), partial(self._found, active, before)) if before else iter(every)
            for finding in found:
                own = rules.for_file(active, finding.path)
                if own:
                    yield finding, own

    def _found(self, active: ActiveRule, site: WholeSite) -> list[SiteFinding]:
        """Return what a rule finds; one that fails finds nothing."""
        run: Callable[..., Iterator[SiteFinding]] = active.rule.findings  # type: ignore[assignment] # one of sites
        try:
            return list(run(site, active.options, None))
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - a bug in one rule must not cost the findings of the others
            where = site.records[0].path if site.records else ""
            self.faults.append(InternalError(where, f"rule {active.rule.name}", cause_of(error)))
            return []

    def _stamped(self, path: str, found: Sequence[Found]) -> Iterator[Problem]:
        article = self._articles.get(path)
        source = self._texts.of(path) if article else SourceText("")  # of an image, the path says all
        if source is None:
            return
        ordered = sorted(found, key=lambda item: (item[0].span.start, item[1].rule.name, item[0].span.end))
        title = article.record.title.text if article else path
        fingerprints = Fingerprints(source, title) if self._details.fingerprints else None
        for finding, active in self._kept(article, source, ordered) if article else ordered:
            fingerprint = fingerprints.next(active.rule.name, finding.span.start) if fingerprints else ""
            yield Problem(
                path,
                active.rule.name,
                min(active.severity, finding.at_most) if finding.at_most else active.severity,
                finding.message,
                place_in(source, finding.span.start),
                place_in(source, finding.span.end),
                finding.help,
                self._fix(finding, active, source),
                tuple(self._related(finding)),
                fingerprint,
            )

    def _kept(self, article: SiteArticle, source: SourceText, found: Sequence[Found]) -> Sequence[Found]:
        """Return the findings that no suppression in the article suppresses."""
        if not may_name(source.text, "site"):
            return found
        configuration = article.target.configuration
        settings = configuration.settings_for(article.target.relative)
        suppressions = read_suppressions(read_typed(article.target.shown, source, settings)[0])
        suppressor: Suppressor[Found] = Suppressor(suppressions, self._is_ahead)
        kept = suppressor.kept(found, lambda each: (each[1].rule.name, source.line_of(each[0].span.start)))
        judged = suppressor.judgements((), ()) if suppressor.suppressed else ()
        for judgement in judged:
            if judgement.name is None and judgement.used:
                offset = place_in(source, judgement.span.start).offset
                self.used.setdefault(article.record.path, []).append(offset)
        return kept

    def _is_ahead(self, day: date, days: int) -> bool:
        return day.toordinal() - self._today.toordinal() > days

    def _fix(self, finding: SiteFinding, active: ActiveRule, source: SourceText) -> Fix | None:
        fix = finding.fix
        if fix is None or active.fix == "never":
            return None
        if isinstance(fix, KeptAddress):
            made = self._edits_that_keep(fix, finding.path, source)
        else:
            span = _written(source, fix)
            made = (Edit(span, fix.new),) if span else ()
        if not made:
            return None
        edits = tuple(edit_in_file(source, edit) for edit in made) if self._details.edits else ()
        return Fix(fix.message, edits, active.fix or fix.applicability)

    def _edits_that_keep(self, fix: KeptAddress, path: str, source: SourceText) -> Sequence[Edit]:
        article = self._articles.get(path)
        if article is None:
            return ()
        settings = settings_for_article(article)
        return redirect(read_typed(path, source, settings)[0], fix.generator, fix.address, "").edits

    def _related(self, finding: SiteFinding) -> Iterator[RelatedPlace]:
        for spot in finding.related:
            source = self._texts.of(spot.path)
            if source is not None:
                start, end = (place_in(source, offset) for offset in spot.span)
                yield RelatedPlace(spot.path, start, end, spot.message)


MOST_AT_ONCE = 2_000
"""On a larger site, the rules get only the records that may matter."""


def _that_share(
    records: Sequence[ArticleRecord], platform: str, repository: RepositoryFiles | None, rules: _Rules
) -> Sequence[ArticleRecord]:
    """Return the records that the rules may say something of: all, unless they are about what articles share."""
    names = {active.rule.name for active in rules.running}
    if not are_told_by_keys(names):
        return records
    records = sorted(records, key=lambda record: record.path)
    keys = SharedKeys(names)
    permalinks = WholeSite(records, platform, repository, rules.root).permalinks
    for start in range(0, len(records), BLOCK):
        part = WholeSite(records[start : start + BLOCK], platform, repository, rules.root)
        part.permalinks = permalinks
        keys.add(part)
    return [records[number] for number in keys.numbers]


def rules_that_run(articles: Iterable[SiteArticle]) -> set[str]:
    """Return the names of the rules about the site that run for any of some articles."""
    known = list(articles)
    return {active.rule.name for active in _Rules(known).running} if known else set()


class _Rules:
    """The rules about the site that run for some of its articles, and the settings of each article."""

    def __init__(self, articles: Sequence[SiteArticle]) -> None:
        self._configuration = articles[0].target.configuration
        self.root = site_root_of(articles[0].target)
        self._drafts = {article.record.path for article in articles if article.record.is_draft}
        self.settings: Mapping[str, Settings] = {
            article.record.path: settings_for_article(article) for article in articles
        }
        self._active: dict[int, dict[str, ActiveRule]] = {}
        for settings in self.settings.values():
            if id(settings) not in self._active:
                rules = (active for active in settings.rules if active.rule.looks_at == OF_THE_SITE)
                self._active[id(settings)] = {active.rule.name: active for active in rules}

    @cached_property
    def running(self) -> Sequence[ActiveRule]:
        """The rules that run anywhere, with the options that the first of their articles has."""
        found: dict[str, ActiveRule] = {}
        for rules in self._active.values():
            found = {**rules, **found}
        return list(found.values())

    def for_file(self, active: ActiveRule, path: str) -> ActiveRule | None:
        """Return a rule as it is set for a file, None if it is off; the errors of drafts are warnings."""
        if path not in self.settings:
            return self._for_other_file(active, path)
        settings = self.settings[path]
        own = self._active[id(settings)].get(active.rule.name)
        if own is None or path not in self._drafts:
            return own
        if settings.drafts == "skip":
            return None
        return own._replace(severity=min(own.severity, Severity.WARNING)) if settings.drafts == "warn" else own

    def _for_other_file(self, active: ActiveRule, path: str) -> ActiveRule | None:
        """Return a rule as it is set for a file that is not an article, None also for one that is excluded."""
        relative = path.removeprefix(self.root)
        if is_trial(relative) or self._configuration.exclude.match(relative):
            return None
        rules = self._configuration.settings_for(relative).rules
        return next((each for each in rules if each.rule == active.rule), None)


def _of_the_site(articles: Sequence[SiteArticle]) -> Sequence[SiteArticle]:
    """Leave out articles that exist to test programs, unless there are no others."""
    own = [each for each in articles if not is_trial(each.target.relative)]
    return own or articles


def site_root_of(target: Target) -> str:
    """Return what the paths of a site start with as users see them, by one of its articles."""
    relative = target.relative
    return target.shown.removesuffix(relative) if target.shown.endswith(relative) else ""


def settings_for_article(article: SiteArticle) -> Settings:
    """Return the settings of an article, which may choose its type."""
    settings = article.target.configuration.settings_for(article.target.relative)
    if article.record.kind == settings.type:
        return settings
    return next((each.settings for each in settings.candidates if each.name == article.record.kind), settings)


def _in_focus(
    findings: Sequence[SiteFinding], focus: Collection[str], without: Callable[[], Iterable[SiteFinding]]
) -> Iterator[SiteFinding]:
    """Yield the findings in the articles of a focus, and those elsewhere that would not be there without these.

    A finding about several articles is reported only at those in focus. `without` returns the findings without them.
    """
    own = [finding for finding in findings if finding.path in focus]
    yield from own
    groups = {finding.group for finding in own}
    elsewhere = [each for each in findings if each.group not in groups and each.path not in focus]
    elsewhere = [each for each in elsewhere if any(spot.path in focus for spot in each.related)]
    there = {(each.path, each.span) for each in without()} if elsewhere else ()
    yield from (each for each in elsewhere if (each.path, each.span) not in there)


def _written(source: SourceText, fix: Replacement) -> Span | None:
    """Return where the old text is, inside its quotation marks if it has any; None if the new one would not fit."""
    from lintarticle.article.editing import is_plain_yaml  # only where something can be fixed

    written = source[fix.span]
    if re.search(r"[\"'\\,;\n]", fix.new):
        return None
    if written == fix.old:
        return fix.span if is_plain_yaml(fix.new, flow=True) else None
    is_quoted = written[:1] in ('"', "'") and written[1:-1] == fix.old and written[:1] == written[-1:]
    return Span(fix.span.start + 1, fix.span.end - 1) if is_quoted else None


class _Texts:
    """The texts of articles, read when a problem points to one."""

    def __init__(self, articles: Mapping[str, SiteArticle], known: Mapping[str, SourceText]) -> None:
        self._articles = articles
        self._known: dict[str, SourceText | None] = dict(known)

    def of(self, path: str) -> SourceText | None:
        """Return the text of an article, None if it can't be read any more."""
        if path not in self._known:
            if len(self._known) >= MOST_TEXTS:
                self._known.clear()
            source = read_source(self._articles[path].target)
            self._known[path] = None if source.fault else source
        return self._known[path]


MOST_TEXTS = 200
"""Texts that are kept at once."""
