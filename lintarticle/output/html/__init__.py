"""`html`: one page for people, with every article, its problems, its search result and where its pictures go."""

from __future__ import annotations

from collections.abc import Sequence

from lintarticle.output.contract import Output, Sink, Summary
from lintarticle.output.html.article import article_html
from lintarticle.output.html.page import failure_page, page
from lintarticle.problem import Problem
from lintarticle.report import Details, Report


class Format(Output):
    """Collects the articles and writes the page at the end."""

    details = Details(edits=True, suppressed=True, overview=True)

    def __init__(self, sink: Sink) -> None:
        super().__init__(sink)
        self._articles: list[str] = []
        self._problems: list[Problem] = []

    def add(self, report: Report) -> None:
        """Keep the part of the page that shows one article."""
        self._articles.append(article_html(report, len(self._articles) + 1))
        self._problems += report.problems

    def finish(self, summary: Summary) -> None:
        """Write the page."""
        self.sink.write(page(self._articles, self._problems, summary))

    def fail(self, messages: Sequence[str]) -> None:
        """Write a page that says why there is nothing to see."""
        self.sink.write(failure_page(messages))
