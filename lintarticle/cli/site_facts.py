"""The check of a whole site by the facts that `lintarticle facts` wrote."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from lintarticle.cli.baselines import Baselines
from lintarticle.cli.configurations import configurations
from lintarticle.cli.errors import NotPossibleError, UsageError
from lintarticle.cli.streams import say
from lintarticle.report import Details, Report
from lintarticle.runner import today_here
from lintarticle.scale.comparison import CompleteFacts
from lintarticle.scale.storage import FactsError, root_of_source

_FOR_ARTICLES = (
    "paths", "since", "fix", "diff", "add_suppressions", "write_baseline", "update_baseline", "stdin_filename",
)  # fmt: skip
"""Options that look at single articles, or change them."""


class SiteFacts:
    """The facts that options name; `faults` are our own defects."""

    def __init__(self, options: argparse.Namespace) -> None:
        for name in _FOR_ARTICLES:
            if getattr(options, name) not in (None, False, []):
                option = "paths" if name == "paths" else f"--{name.replace('_', '-')}"
                raise UsageError(f"--facts is for a whole site, so it can’t be combined with {option}.")
        self._options = options
        self.faults: list[str] = []

    def reports(self, details: Details) -> Iterator[Report]:
        """Yield a report for each article."""
        try:
            facts = CompleteFacts(self._options.facts)
            folder = root_of_source(facts.source) if facts.source else Path.cwd()
            loaded = configurations(self._options, folder)
            say(loaded.warnings)
            if self._options.no_baseline:
                yield from facts.reports(loaded, details, today_here())
            else:
                found = facts.reports(loaded, details | Details(fingerprints=True), today_here())
                yield from Baselines(self._options, loaded, (), ()).reports(found)
            self.faults = facts.faults
        except FactsError as error:
            raise NotPossibleError(str(error)) from None
