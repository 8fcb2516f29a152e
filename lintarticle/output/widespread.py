"""Rules that fire in nearly all articles of a site: three problems of each are shown, and one line about the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lintarticle.output.contract import Output, Sink, Summary
from lintarticle.record import NamedTuple
from lintarticle.report import Report

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
        self._blocks: list[Shown] = []
        self._articles = 0
        self._having: Counter[str] = Counter()

    def add(self, block: Shown) -> None:
        """Keep what is shown of one more article; a clean one may be empty."""
        self._articles += 1
        self._having.update({rule for rule, _ in block.problems})
        if block.start or block.problems or block.end:
            self._blocks.append(block)

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
        for block in self._blocks:
            kept = []
            for rule, text in block.problems:
                if left.get(rule, 1) > 0:
                    kept.append(text)
                if rule in left:
                    left[rule] -= 1
            if kept or block.is_shown_empty or not block.problems:
                yield f"{block.start}{''.join(kept)}{block.end}"

    def notes(self) -> Iterable[str]:
        """Yield a sentence on each rule of which only some problems were shown."""
        for rule in self.everywhere:
            share = f"{rule} in {self._having[rule]:,} of {self._articles:,} articles"
            why = _MEANT.get(rule, "that is intended")
            yield f'{share}: if {why}, turn it off with --config \'rules."{rule}"="off"\' (--verbose shows all).'


class TextOutput(Output):
    """A format for people: it writes at the end, when it is known what is true of the whole site."""

    def __init__(self, sink: Sink) -> None:
        super().__init__(sink)
        self._blocks = Blocks()

    def block(self, report: Report) -> Shown:
        """Return what is shown of one article."""
        raise NotImplementedError

    def add(self, report: Report) -> None:
        """Keep what is shown of one article."""
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
