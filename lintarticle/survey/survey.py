"""A survey of one site: its articles read and linted once, and the configuration that follows from it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from lintarticle.boundary import Boundary
from lintarticle.config.configuration import Configuration
from lintarticle.config.discovery import Configurations
from lintarticle.config.preset import preset_text
from lintarticle.discovery import Target, is_about_repository
from lintarticle.problem import Problem
from lintarticle.record import NamedTuple
from lintarticle.report import Details, Report
from lintarticle.repository_files import DiskRepository
from lintarticle.runner import Runner, today_here
from lintarticle.site.repository_files import RepositoryFiles
from lintarticle.site_check import SiteArticle, SiteCheck
from lintarticle.survey.configuration_text import Plan, text_of_plan
from lintarticle.survey.contract import Kind, kind_of, may_break, settled, with_noise
from lintarticle.survey.declared import declared_in
from lintarticle.survey.groups import FEWEST, folder_around, groups_of
from lintarticle.survey.noise import left, quieted, text_for_lists
from lintarticle.survey.sites import FoundSite
from lintarticle.survey.traits import Traits, traits_of, without_drafts
from lintarticle.survey.words import SiteWords, site_words

SHARE = 0.98
"""A field that at least this share of the articles has is required, unless the command line sets another share."""

_FLAGGED = 0.01
"""The share of articles that may break what is written about their fields, sections and tags."""

CONTRACT = (
    "schema/",
    "structure/missing-section",
    "structure/unexpected-section",
    "structure/section-order",
    "tags/vocabulary",
)
"""Rules, and a family, that ask for what a configuration says of a site."""


Progress = Callable[[Runner, Iterable[Report], int], Iterable[Report]]
"""Passes reports on and shows how far the run is; the number is their total."""


class Survey(NamedTuple):
    """The result for a site. `problems` are those by article that remain with the configuration of `text`.

    `tags` are the names of a new vocabulary, in the file `tags_file`; none if there is none to be written.
    `unread` are the articles that could not be read at all. `flagged` break the contract. `elsewhere` are the problems
    of other files.
    """

    plan: Plan
    text: str
    problems: Mapping[str, list[Problem]]
    tags: tuple[str, ...] = ()
    tags_file: str = ""
    unread: int = 0
    flagged: frozenset[str] = frozenset()
    faults: tuple[str, ...] = ()
    elsewhere: Mapping[str, list[Problem]] = MappingProxyType({})


class Seen(NamedTuple):
    """What a run has seen of articles, by their paths relative to their configuration.

    `elsewhere` are the problems of other files of the repository, such as images.
    """

    traits: dict[str, Traits]
    problems: dict[str, list[Problem]]
    faults: list[str]
    elsewhere: dict[str, list[Problem]]


class Surveyor:
    """Looks at the articles of a site. `folder` is the site's, `working_folder` the one that paths are shown from."""

    def __init__(self, site: FoundSite, folder: Path, working_folder: Path, *, jobs: int, share: float = SHARE) -> None:
        self._site = site
        self._folder = folder
        self._working_folder = working_folder
        self._jobs = jobs
        self._share = share
        self._own = frozenset(site.articles)

    def survey(self, *, details: Details, baseline: str = "", progress: Progress) -> Survey:
        """Survey the site."""
        start = Plan(self._site, self._others(), static=self._static(), baseline=baseline)
        seen = self._linted(
            text_of_plan(start._replace(baseline="")), None, details._replace(traits=traits_of), progress
        )
        start = start._replace(site=self._site._replace(articles=tuple(seen.problems)))
        most = int(_FLAGGED * len(seen.problems))
        articles = without_drafts(seen.traits.values())
        typical = [article for article in articles if article.is_typical]
        words = site_words(self._folder, self._site.places.articles, articles, most)
        declared = declared_in(self._folder, self._site.places.articles)
        groups = groups_of(articles, self._site.places.articles, self._share, declared)
        found = [kind_of(group, self._share, words.known, declared.get(folder_around(group.files[0], declared), {}))
                 for group in groups]  # fmt: skip
        listless = text_for_lists(typical, seen.problems)
        if listless:  # there is no contract yet, so the rule speaks of nothing else
            for path, problems in seen.problems.items():
                seen.problems[path] = [problem for problem in problems if problem.rule != "schema/type"]
        plan = start._replace(
            quieted=tuple(quieted(seen.problems)),
            listless=listless,
            format=_format_of(typical),
            tags=words.setting,
            tags_comment=words.comment,
        )
        allowed = most
        while True:
            kinds = with_noise(
                settled(found, allowed, words.exceptions), seen.problems, {each.rule for each in plan.quieted}
            )
            key = _type_key(kinds, seen.traits.values())
            survey = self._checked(plan._replace(kinds=tuple(kinds), type_key=key), words, seen, details)
            more = len(survey.flagged.intersection(article.path for article in typical)) - most
            if more <= 0 or allowed == 0:
                return survey
            allowed = max(0, allowed - more)  # slips in keys are not foreseen

    def _checked(self, plan: Plan, words: SiteWords, seen: Seen, details: Details) -> Survey:
        """Load the configuration of a plan, and lint with it what may break it."""
        text = text_of_plan(plan)
        kind_of_path = {article.path: kind for kind in plan.kinds for article in kind.group.articles}
        suspects = {
            path for path, article in seen.traits.items() if _is_suspect(article, kind_of_path.get(path), words)
        }
        trial = text_of_plan(plan._replace(tags=words.trial, baseline=""))
        again = self._linted(trial, suspects, details, lambda _, reports, __: reports)
        for path, found in again.problems.items():
            found += [problem for problem in seen.problems[path] if problem.rule.startswith("site/")]
        problems = {
            path: left(found, (*plan.quieted, *(kind_of_path[path].quieted if path in kind_of_path else ())))
            for path, found in (seen.problems | again.problems).items()
        }
        flagged = frozenset(path for path, found in again.problems.items() if _asked_for(found, seen.problems[path]))
        unread = sum(any(p.rule == "file/unreadable" for p in found) for found in seen.problems.values())
        faults = tuple(dict.fromkeys((*seen.faults, *again.faults)))
        others = {path: left(found, plan.quieted) for path, found in seen.elsewhere.items()}
        return Survey(plan, text, problems, words.new, words.file, unread, flagged, faults, others)

    def _others(self) -> tuple[str, ...]:
        """Return the names of files in the folders of the articles that a walk takes only if they are included."""
        roots = self._site.places.articles
        names = {
            name
            for root in roots if root != "."
            for _, _, files in os.walk(self._folder / root)
            for name in files
            if is_about_repository(name) and name.partition(".")[0].isupper()
        }  # fmt: skip
        return tuple(sorted(names))

    def _static(self) -> tuple[str, ...]:
        import tomllib

        usual = tomllib.loads(preset_text(self._site.preset)).get("static-dirs", []) if self._site.preset else []
        own = [folder for folder in self._site.places.static if folder not in usual]
        return tuple(dict.fromkeys((*usual, *own))) if own else ()

    def _linted(self, text: str, only: set[str] | None, details: Details, progress: Progress) -> Seen:
        """Lint the articles of the site, or some of them, with the configuration of a text."""
        loaded = Configurations(self._working_folder)
        configuration = loaded.tried(self._folder / "lintarticle.toml", text.encode())
        runner = Runner(_Fixed(self._working_folder, configuration))
        runner.jobs = self._jobs
        runner.details = details
        runner.keeps_records = only is None
        top = loaded.top
        repository = DiskRepository(top, self._working_folder, Boundary(top)) if only is None else None
        return linted(runner, configuration, list(self._targets(runner, configuration, only)), progress, repository)

    def _targets(self, runner: Runner, configuration: Configuration, only: set[str] | None) -> Iterator[Target]:
        others = self._others()
        for target in runner.find([str(self._folder)])[0] if only is None or only else []:
            path = configuration.relative(target.path)
            is_page = only is None and is_about_repository(target.path.name) and target.path.name not in others
            if is_page or path in (self._own if only is None else only):
                yield target


def linted(
    runner: Runner,
    configuration: Configuration,
    targets: Sequence[Target],
    progress: Progress,
    repository: RepositoryFiles | None = None,
) -> Seen:
    """Lint the articles of one configuration, as a site where the runner keeps records."""
    seen = Seen({}, {}, [], {})
    records: dict[str, SiteArticle] = {}
    for target, report in zip(targets, progress(runner, runner.run(targets), len(targets)), strict=True):
        path = configuration.relative(target.path)
        seen.problems[path] = [*report.problems]
        if report.record is not None:
            records[report.record.path] = SiteArticle(target, report.record)
        seen.faults.extend(map(str, report.faults))
        if isinstance(report.traits, Traits):
            seen.traits[path] = report.traits._replace(path=path)
    site = SiteCheck(records.values(), runner.details, today_here(), repository=repository)
    for shown, found in site.problems().items() if records else ():
        if shown in records:
            seen.problems[configuration.relative(records[shown].target.path)] += found
        else:
            seen.elsewhere[configuration.relative(runner.target(shown).path)] = found
    seen.faults.extend(map(str, site.faults))
    return seen


class _Fixed(Configurations):
    """One configuration for every file."""

    def __init__(self, working_folder: Path, configuration: Configuration) -> None:
        super().__init__(working_folder)
        self._given = configuration


def _format_of(typical: Iterable[Traits]) -> str:
    """Return the format of all front matter where it is another one than YAML."""
    counts = Counter(article.format for article in typical if article.format)
    only = next(iter(counts)) if len(counts) == 1 else ""
    return only if only in ("toml", "json") and counts[only] >= FEWEST else ""


def _asked_for(found: Iterable[Problem], before: Iterable[Problem]) -> bool:
    """Whether a configuration asks for something that an article lacks and was not asked for before."""
    known = {(p.rule, p.message) for p in before}
    return any(p.rule.startswith(CONTRACT) and (p.rule, p.message) not in known for p in found)


def _type_key(kinds: Iterable[Kind], articles: Iterable[Traits]) -> str:
    """Return another key to name a type by, where “type” has the names of kinds as values by chance."""
    members = {kind.group.name: {article.path for article in kind.group.articles} for kind in kinds}
    for article in articles:
        node = article.values.get("type")
        if node and article.path not in members.get(node.text, {article.path}):
            return "article-type"
    return ""


def _is_suspect(article: Traits, kind: Kind | None, words: SiteWords) -> bool:
    """Whether an article may break what its kind and the vocabulary ask for; wrongly yes costs only time."""
    if words.setting and not words.allowed.issuperset(article.tags):
        return True
    return kind is not None and may_break(article, kind, words.known)
