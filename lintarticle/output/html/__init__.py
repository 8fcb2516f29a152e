"""`html`: one page for people, with every article, its problems, its search result and where its pictures go."""

from __future__ import annotations

from collections.abc import Sequence

from lintarticle.output.contract import Output, Sink, Summary
from lintarticle.output.html.article import article_block
from lintarticle.output.html.overview import Room
from lintarticle.output.html.page import failure_page, page
from lintarticle.output.widespread import Blocks
from lintarticle.problem import Problem
from lintarticle.report import Details, Report


class Format(Output):
    """Collects the articles and writes the page at the end."""

    details = Details(edits=True, suppressed=True, overview=True)

    def __init__(self, sink: Sink) -> None:
        super().__init__(sink)
        self._blocks = Blocks()
        self._count = 0
        self._room = Room()
        self._problems: list[Problem] = []

    def add(self, report: Report) -> None:
        """Keep the part of the page that shows one article."""
        self._count += 1
        self._blocks.add(article_block(report, self._count, self._room))
        self._problems += report.problems

    def finish(self, summary: Summary) -> None:
        """Write the page."""
        verbose = self.sink.verbose
        notes = () if verbose else tuple(self._blocks.notes())
        self.sink.write(page(list(self._blocks.texts(all_of_them=verbose)), self._problems, summary, notes))

    def fail(self, messages: Sequence[str]) -> None:
        """Write a page that says why there is nothing to see."""
        self.sink.write(failure_page(messages))
