"""Rules that fire in nearly all articles of a site: three problems of each are shown, and one line about the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from lintarticle.output.contract import Output, Sink, Summary
from lintarticle.record import NamedTuple
from lintarticle.report import Report

if TYPE_CHECKING:
    from lintarticle.problem import Problem
    from lintarticle.source import SourceText

FEWEST = 20
"""A run on fewer articles says nothing about the site: our own figure, as are the next two."""

SHARE = 0.8
"""The share of them in which a rule fires."""

SHOWN = 3
"""Problems of such a rule that are shown."""

_MEANT = {
    "tags/missing": "this site has no tags",
    "excerpt/missing": "this site has no excerpts",
    "illustrations/missing": "this site has no pictures",
    "front-matter/missing": "this site has no front matter",
    "links/none-internal": "this site has no links between its pages",
}


class Shown(NamedTuple):
    """What a format shows of one article: its problems, each with its rule, between a start and an end."""

    start: str
    problems: tuple[tuple[str, str], ...]
    end: str
    is_shown_empty: bool = False


class Blocks:
    """The blocks of a run, kept until its end: only then is it known what is true of the whole site."""

    def __init__(self) -> None:
        self._blocks: list[tuple[int, Shown]] = []
        self._put_off: _PutOff | None = None
        self._articles = 0
        self._having: Counter[str] = Counter()

    def add(self, block: Shown) -> None:
        """Keep what is shown of one more article; a clean one may be empty."""
        self._count({rule for rule, _ in block.problems})
        if block.start or block.problems or block.end:
            self._blocks.append((self._articles, block))

    def put_off(self, report: Report, block_of: Callable[[Report], Shown]) -> bool:
        """Keep the report on one more article instead of its block, and return whether that makes sense.

        It does where the text would be read again to show what probably nobody will see: problems of rules of which
        enough are shown, and which fire in nearly all articles so far.
        """
        rules = {problem.rule for problem in report.problems}
        if not rules or not callable(report.text) or not all(map(self._is_everywhere_so_far, rules)):
            return False
        self._count(rules)
        self._put_off = self._put_off or _PutOff(block_of)
        self._put_off.add(self._articles, rules, report, report.text)
        return True

    def _count(self, rules: Iterable[str]) -> None:
        self._articles += 1
        for rule in rules:
            self._having[rule] += 1

    def _is_everywhere_so_far(self, rule: str) -> bool:
        """Whether a rule fires in nearly all articles so far, so that more than `SHOWN` had it."""
        return self._articles >= FEWEST and self._having[rule] >= SHARE * self._articles

    @property
    def everywhere(self) -> list[str]:
        """The rules that fire in nearly all articles, the most frequent first."""
        if self._articles < FEWEST:
            return []
        found = [(-count, rule) for rule, count in self._having.items() if count >= SHARE * self._articles]
        return [rule for count, rule in sorted(found) if -count > SHOWN]

    def texts(self, *, all_of_them: bool = False) -> Iterator[str]:
        """Yield the text of each block, without the problems that are left out."""
        left = {} if all_of_them else dict.fromkeys(self.everywhere, SHOWN)
        for block in self._in_order(left):
            kept = []
            for rule, text in block.problems:
                if left.get(rule, 1) > 0:
                    kept.append(text)
                if rule in left:
                    left[rule] -= 1
            if kept or block.is_shown_empty or not block.problems:
                yield f"{block.start}{''.join(kept)}{block.end}"

    def _in_order(self, everywhere: Collection[str]) -> Iterator[Shown]:
        """Yield the blocks, those of reports that were put off only if one of their rules is not everywhere."""
        blocks: Iterable[tuple[int, Shown]] = self._blocks
        if self._put_off and not self._put_off.rules.issubset(everywhere):
            from heapq import merge  # hardly ever needed

            blocks = merge(blocks, self._put_off)
        return (block for _, block in blocks)

    def notes(self) -> Iterable[str]:
        """Yield a sentence on each rule of which only some problems were shown."""
        for rule in self.everywhere:
            share = f"{rule} in {self._having[rule]:,} of {self._articles:,} articles"
            why = _MEANT.get(rule, "that is intended")
            yield f'{share}: if {why}, turn it off with --config \'rules."{rule}"="off"\' (--verbose shows all).'


class _PutOff:
    """The blocks of reports that will probably not be shown, by the number of the article.

    Texts are read only for those that are shown after all.

    `rules` are those of their problems.
    """

    def __init__(self, block_of: Callable[[Report], Shown]) -> None:
        from lintarticle.compact_list import CompactList  # only for many articles

        self._block_of = block_of
        self.rules: set[str] = set()
        self._found: CompactList[tuple[int, str, list[Problem]]] = CompactList()
        self._texts: list[Callable[[], SourceText | None]] = []

    def add(self, number: int, rules: Iterable[str], report: Report, text: Callable[[], SourceText | None]) -> None:
        self.rules.update(rules)
        self._found.append((number, report.path, report.problems))
        self._texts.append(text)

    def __iter__(self) -> Iterator[tuple[int, Shown]]:
        from copy import copy

        for (number, path, problems), text in zip(self._found, self._texts, strict=True):
            report = Report(path, problems, copy(text))  # a copy, so that what is read is let go
            yield number, self._block_of(report)


class TextOutput(Output):
    """A format for people: it writes at the end, when it is known what is true of the whole site."""

    def __init__(self, sink: Sink) -> None:
        super().__init__(sink)
        self._blocks = Blocks()

    def block(self, report: Report) -> Shown:
        """Return what is shown of one article, given its path, problems and text."""
        raise NotImplementedError

    def add(self, report: Report) -> None:
        """Keep what is shown of one article."""
        if self.sink.verbose or not self._blocks.put_off(report, self.block):
            self._blocks.add(self.block(report))

    def finish(self, summary: Summary) -> None:
        """Write what is shown of the articles, and what is true of all of them."""
        for text in self._blocks.texts(all_of_them=self.sink.verbose):
            self.sink.write(text)
        notes = () if self.sink.verbose else tuple(self._blocks.notes())
        if notes:
            self.sink.write("".join(f"{note}\n" for note in notes) + "\n")

    def fail(self, messages: Sequence[str]) -> None:
        """Write what is shown of the articles that were done."""
        for text in self._blocks.texts(all_of_them=True):
            self.sink.write(text)
