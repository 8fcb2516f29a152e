"""The check of a whole site by its facts: a database finds the articles that matter, the rules look at those."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, partial
from typing import Any

from lintarticle.boundary import Boundary
from lintarticle.cache.hashing import digest_of
from lintarticle.config.discovery import Configurations, shown_path
from lintarticle.discovery import Target, TargetText, path_order
from lintarticle.report import Details, Report
from lintarticle.repository_files import DiskRepository
from lintarticle.runner import Runner
from lintarticle.scale.columns import are_grouped, without_surrogates
from lintarticle.scale.database import Database, KnownArticle, TagSpelling
from lintarticle.scale.shard import digest_of_configuration
from lintarticle.scale.storage import VERSION, FactsError, FactsFolder, absolute, shard_name
from lintarticle.site.permalinks import Pattern, Permalinks
from lintarticle.site.similarity import COMPARING
from lintarticle.site.tags import SiteTag
from lintarticle.site.whole import WholeSite
from lintarticle.site_check import SiteArticle, SiteCheck, rules_that_run

_AGAIN = "run “lintarticle facts” again."

MEMORY = "400MB"
"""What the database may use; more goes to disk."""


class CompleteFacts:
    """A complete folder of facts; raises `FactsError` for any other. `source` is the URL of the articles, if any."""

    def __init__(self, place: str) -> None:
        self._folder = FactsFolder(absolute(place))
        manifest = self._folder.manifest()
        if not manifest:
            raise FactsError(f"There are no facts in “{place}”: run “lintarticle facts -o {place}” first.")
        if manifest.get("version") != VERSION:
            made_by = manifest.get("made_by", "?")
            raise FactsError(f"lintarticle {made_by} made the facts in “{place}” in a different form; make them again.")
        self.source = str(manifest["source"])
        self.faults: list[str] = []
        self._place = place
        self._names = [shard_name(number) for number in range(int(manifest["shards"]))]
        self._permalinks = {
            place: Permalinks(*parts)._replace(patterns=[Pattern(*each) for each in parts[1]])
            for place, parts in manifest["permalinks"].items()
        }
        self._check(str(manifest["run"]))

    def _check(self, run: str) -> None:
        """Raise `FactsError` unless every shard is there as its marker says."""
        sizes = self._folder.names()
        for name, marker in zip(self._names, self._folder.markers(range(len(self._names))), strict=True):
            if marker is None or marker.run != run:
                raise FactsError(f"“{self._place}” is not complete: {name} is not finished; {_AGAIN}")
            if sizes.get(name) != marker.size:
                state = "damaged" if name in sizes else "missing"
                raise FactsError(f"“{self._place}” is not complete: {name} is {state}; {_AGAIN}")

    def reports(self, configurations: Configurations, details: Details, today: date) -> Iterator[Report]:
        """Yield a report for each article, with the problems that only the whole site shows; `faults` fills up."""
        database = Database(self._folder, self._names, MEMORY)
        try:
            check, targets = self._check_of(database, configurations, details, today)
            problems = check.problems()
            self.faults += map(str, check.faults)
            for path in database.paths():
                found = problems.pop(path, [])
                yield Report(path, found, TargetText(targets[path]) if found else None)
        finally:
            database.close()
        for path, found in problems.items():
            yield Report(path, found, is_article=False)

    def _check_of(
        self, database: Database, configurations: Configurations, details: Details, today: date
    ) -> tuple[SiteCheck, Mapping[str, Target]]:
        """Return what compares the articles that the rules have to look at, and their files by path."""
        runner = Runner(configurations, today=today)
        known_first = database.first()
        first = list(_articles(runner, known_first))
        _check_configured(first, known_first)
        rules = rules_that_run(first)
        for rule in sorted(COMPARING & rules):
            if not database.compares(rule):
                raise FactsError(f"{rule} was off when the facts were made; make them again with the same options.")
        known = {article.record.path: article for article in (*first, *_articles(runner, database.wanted(rules)))}
        articles = [known[path] for path in sorted(known, key=path_order)]
        folder = configurations.working_folder
        repository = DiskRepository(configurations.top, folder, Boundary(configurations.top))
        check = SiteCheck(articles, details, today, repository=repository)
        if are_grouped(rules):
            places = {each.record.path: shown_path(each.target.configuration.root, folder) for each in articles}
            check.whole = partial(_SiteByFacts, places, self._permalinks, database)
        return check, {article.record.path: article.target for article in articles}


def _check_configured(articles: Iterable[SiteArticle], known: Mapping[str, KnownArticle]) -> None:
    """Raise `FactsError` if a configuration is not what it was when the facts were made."""
    checked = set()
    for article in articles:
        configuration = article.target.configuration
        if id(configuration) not in checked:
            checked.add(id(configuration))
            if digest_of_configuration(configuration) != known[article.record.path].configured:
                name = configuration.path.name if configuration.path else "The configuration"
                raise FactsError(f"{name} has changed; {_AGAIN}")


def _articles(runner: Runner, known: Mapping[str, KnownArticle]) -> Iterator[SiteArticle]:
    for path, (digest, _, record) in known.items():
        target = _SameFile(*runner.target(path))
        target.digest = digest
        yield SiteArticle(target, record)


class _SameFile(Target):
    """A file that must be unchanged since its facts were made."""

    digest = ""

    def read(self) -> bytes:
        """Return its bytes; raises `FactsError` if it has changed."""
        try:
            data = super().read()
        except OSError:
            raise FactsError(f"“{self.shown}” no longer exists here; run this where the articles are.") from None
        if digest_of(data) != self.digest:
            raise FactsError(f"“{self.shown}” has changed; {_AGAIN}")
        return data


class _SiteByFacts(WholeSite):
    """Those articles of a site that the rules have to look at, and the figures of all."""

    def __init__(  # what a site is made of comes last
        self,
        places: Mapping[str, str],
        permalinks: Mapping[str, Permalinks],
        database: Database,
        *values: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*values)
        self._place = places[self.records[0].path]
        self.permalinks = permalinks[self._place]
        self._database = database

    @property
    def size(self) -> int:
        """How many articles there are in all."""
        return self._database.sizes[self._place]

    @cached_property
    def tags(self) -> list[dict[str, SiteTag]]:
        """The tags, with the number of uses that are not listed."""
        found = super().tags
        for tags in found:
            for tag in tags.values():
                for text, uses in tag.spellings.items():
                    language = self.edition(uses[0].record)[0]
                    spelling = TagSpelling(*map(without_surrogates, (self._place, language, tag.form, text)))
                    tag.more[text] = self._database.totals[spelling] - len(uses)
        return found
