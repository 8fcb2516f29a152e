"""`lintarticle init --update`: what articles no longer do as a configuration says, and the configuration changed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from lintarticle.cli.errors import CLEAN, PROBLEMS, NotPossibleError, UsageError, defect
from lintarticle.cli.progress import with_progress
from lintarticle.cli.streams import say
from lintarticle.config.configuration import CommandLine, Configuration
from lintarticle.config.discovery import Configurations, shown_path
from lintarticle.config.layer import Layer, RuleSetting
from lintarticle.discovery import Finder, Target
from lintarticle.errors import ConfigError
from lintarticle.fixer.outcome import unified_diff
from lintarticle.output.screen import escape
from lintarticle.problem import Severity
from lintarticle.report import NO_DETAILS
from lintarticle.runner import Runner
from lintarticle.saving import save
from lintarticle.schema.data_files import DataFileError
from lintarticle.schema.vocabulary import Term, Vocabulary, read_vocabulary
from lintarticle.site.platform_files import at
from lintarticle.survey.configuration_text import include_of
from lintarticle.survey.drift import (
    Drift,
    RuleLevels,
    Table,
    ToCompare,
    drift_of_folders,
    drift_of_rules,
    drift_of_tags,
    drift_of_types,
)
from lintarticle.survey.gate import Change
from lintarticle.survey.noise import FEWEST_OF_KIND
from lintarticle.survey.outline_drift import drift_of_outlines
from lintarticle.survey.platforms import is_below
from lintarticle.survey.sites import FoundSite, TwoPlatformsError, sites_in
from lintarticle.survey.survey import CONTRACT, Seen, linted
from lintarticle.survey.taking_over import TOOL, NotTakenOverError, levels_of_survey, tables_in, taken_over
from lintarticle.survey.traits import traits_in_force, without_drafts
from lintarticle.wording import number
from lintarticle.workers import available


def update(top: Path, working_folder: Path, options: argparse.Namespace) -> int:
    """Show the drift of a folder's configurations, or apply the requested part of it; return the exit code."""
    loaded = Configurations(working_folder)
    top = loaded.of(top).root if loaded.of(top).path else top
    by_configuration: dict[Path, list[Target]] = {}
    for target in Finder(top, loaded.of).find(["."])[0]:
        path = loaded.of(target.path.parent).path
        if path:
            by_configuration.setdefault(path, []).append(target)
    if not by_configuration:
        raise NotPossibleError("No configuration with articles here; run “lintarticle init” to write one.")
    sites = [_Drifting(loaded.of(targets[0].path.parent), targets, working_folder, options)
             for targets in by_configuration.values()]  # fmt: skip
    if not options.apply:
        for site in sites:
            _print(site.shown())
        return PROBLEMS if any(site.drifts for site in sites) else CLEAN
    _refuse_others(options.apply, [drift.name for site in sites for drift in site.drifts])
    changes = [change for site in sites for change in site.changes(options.apply)]
    for change in changes:
        if change.path in {site.path for site in sites}:
            _refuse_mistakes(loaded, change)
    for change in changes:
        shown = shown_path(change.path, working_folder)
        before = (change.before or b"").decode("utf-8")
        if options.dry_run:
            _print(map(escape, unified_diff(shown, before, change.after.decode("utf-8"))))
        else:
            boundary = loaded.of(change.path.parent).boundary
            save(change.path, change.before or b"", change.after, boundary, f"The changes to {shown} were")
            _print([f"Changed {escape(shown)}: {change.about}."])
    return CLEAN


def _refuse_others(keys: Iterable[str], names: Sequence[str]) -> None:
    """Raise `UsageError` for a key where nothing has drifted."""
    for key in keys:
        if not any(_is_meant(name, [key]) for name in names):
            listed = f" There is drift in {', '.join(names)}." if names else ""
            raise UsageError(f"Nothing has drifted in “{key}”.{listed}")


def _refuse_mistakes(loaded: Configurations, change: Change) -> None:
    """Load a configuration as it would be after the change; raises `NotPossibleError` if it would have mistakes."""
    try:
        loaded.tried(change.path, change.after)
    except ConfigError as error:
        raise NotPossibleError(
            f"With this change, the configuration would have mistakes. Nothing was changed.\n{error}"
        ) from None


def _is_meant(name: str, keys: Iterable[str]) -> bool:
    return any(name == key or name.startswith(f"{key}.") for key in keys)


class _Drifting:
    """One configuration and its articles."""

    def __init__(
        self, configuration: Configuration, targets: Sequence[Target], working: Path, options: argparse.Namespace
    ) -> None:
        assert configuration.path is not None  # noqa: S101 - those without are left out
        self._configuration = configuration
        self.path = configuration.path
        self._targets = targets
        self._working_folder = working
        self._share: float = options.required_from
        self._jobs: int = options.jobs or available()
        self._before = self.path.read_bytes()
        self._text = self._before.decode("utf-8")
        self._above = TOOL if self.path.name == "pyproject.toml" else ()
        self._tables: Table = tables_in(self._text.removeprefix("\ufeff"), self._above)
        self.drifts = list(self._found())

    def shown(self) -> Iterator[str]:
        """Yield what has drifted."""
        name = escape(shown_path(self.path, self._working_folder))
        articles = number(len(self._targets), "article")
        if not self.drifts:
            yield f"{name}: nothing has drifted in {articles}."
            return
        verb = "has" if len(self.drifts) == 1 else "have"
        yield f"{name}: {number(len(self.drifts), 'key')} {verb} drifted in {articles}."
        for drift in self.drifts:
            yield f"  {escape(drift.name)}"
            yield f"      {escape(drift.sentence)}"
        yield "“lintarticle init --apply KEY” adopts the drift of one key, or of all keys below it."

    def changes(self, keys: Sequence[str]) -> Iterator[Change]:
        """Yield the files that change if the drift of some keys is applied."""
        asked = [drift for drift in self.drifts if _is_meant(drift.name, keys)]
        for drift in asked:
            if drift.terms:
                yield self._with_terms(drift)
        of_configuration = [drift for drift in asked if not drift.terms]
        if of_configuration:
            try:
                after = taken_over(self._text, of_configuration, self._above)
            except NotTakenOverError as error:
                name = shown_path(self.path, self._working_folder)
                raise NotPossibleError(
                    f"{name}: This key can’t be changed safely ({error}); change it by hand. Nothing was changed."
                ) from None
            about = number(len(of_configuration), "key")
            yield Change(self.path, self._before, after.encode("utf-8"), about)

    def _with_terms(self, drift: Drift) -> Change:
        path = self._configuration.root / drift.file
        before = path.read_bytes()
        line_end = b"\r\n" if b"\r\n" in before else b"\n"
        start = b"" if not before or before.endswith(b"\n") else line_end
        after = before + start + b"".join(term.encode("utf-8") + line_end for term in drift.terms)
        return Change(path, before, after, f"{len(drift.terms):,} more tags")

    def _found(self) -> Iterator[Drift]:
        levels = self._levels()
        ours = {rule for each in levels for rule in each.ours}
        again = CommandLine((Layer(rules=dict.fromkeys(ours, RuleSetting(Severity.INFO))),))
        runner = Runner(Configurations(self._working_folder, self.path, again))
        runner.jobs = self._jobs
        runner.details = NO_DETAILS._replace(traits=traits_in_force)
        runner.keeps_records = True
        own = {target.path for target in self._targets}
        targets = [target for target in runner.find([str(self._configuration.root)])[0] if target.path in own]
        seen = linted(runner, self._configuration, targets, with_progress)
        if seen.faults:
            raise NotPossibleError("\n".join(map(defect, seen.faults)))
        for path, article in seen.traits.items():
            if not article.is_typical:
                seen.problems[path] = [p for p in seen.problems[path] if not p.rule.startswith(CONTRACT)]
        site = self._site()
        articles = without_drafts(seen.traits.values())
        compared = ToCompare(self._tables, self._configuration.types, articles, seen.problems, self._share)
        yield from drift_of_types(compared, site.places.articles if site else (".",))
        yield from drift_of_outlines(compared)
        vocabulary = self._vocabulary()
        if vocabulary:
            yield from drift_of_tags(compared, vocabulary)
        yield from self._of_rules(levels, seen)
        if site:
            places = {folder: [path for path in site.articles if is_below(path, folder)]
                      for folder in site.places.articles}  # fmt: skip
            exclude = self._configuration.exclude
            yield from drift_of_folders(
                self._tables, places, lambda path: path in seen.problems or exclude.match(path), include_of(site)
            )

    def _of_rules(self, levels: Sequence[RuleLevels], seen: Seen) -> Iterator[Drift]:
        of_all, *of_types = levels
        changed = list(drift_of_rules(of_all, seen.problems))
        yield from changed
        elsewhere = {*of_all.levels, *(str(drift.place[-1]) for drift in changed)}
        for rules in of_types:
            own = {path: seen.problems[path] for path, article in seen.traits.items() if article.type == rules.place[1]}
            if len(own) >= FEWEST_OF_KIND:
                yield from drift_of_rules(rules, own, elsewhere)

    def _levels(self) -> list[RuleLevels]:
        """Return the levels of rules that the configuration gives to all articles and to those of its types."""
        places = [("rules",), *(("types", kind, "rules") for kind in self._tables.get("types", {}))]
        text = self._text.removeprefix("\ufeff")
        return [
            RuleLevels(
                place,
                at(self._tables, *place) or {},
                levels_of_survey(text, (*self._above, *place)),
            )
            for place in places
        ]

    def _site(self) -> FoundSite | None:
        """Return the site as it is without a configuration; None if that is not certain."""
        root = self._configuration.root
        bare = Configuration(root, boundary=self._configuration.boundary)
        paths = [target.path.relative_to(root).as_posix() for target in Finder(root, lambda _: bare).find(["."])[0]]
        preset = self._tables.get("preset", "")
        try:
            sites = sites_in(root, paths, preset if isinstance(preset, str) else "")
        except TwoPlatformsError:
            return None
        return next((site for site in sites if site.folder == "."), None)

    def _vocabulary(self) -> Vocabulary | None:
        own = self._tables.get("rules", {}).get("tags/vocabulary")
        if not isinstance(own, dict):
            return None
        terms = [Term(value) for value in own.get("values", ())]
        file, _, keys = own.get("file", "").partition("#")
        path = self._configuration.root / file
        if file and not self._configuration.boundary.holds(path):
            return None
        try:
            kept = read_vocabulary(file, path.read_bytes(), keys).terms.values() if file else ()
        except (OSError, DataFileError) as error:
            say([f"The vocabulary was not checked: {error}"])
            return None
        return Vocabulary((*kept, *terms))


def _print(lines: Iterable[str]) -> None:
    sys.stdout.write("".join(line if line.endswith("\n") else f"{line}\n" for line in lines))
