"""Marks of emphasis that stay text: `**` and `__` that the rules of CommonMark pair with nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from markdown_it.rules_inline import StateInline, emphasis
from markdown_it.rules_inline.balance_pairs import link_pairs
from markdown_it.rules_inline.state_inline import Delimiter, Scanned

from lintarticle.article.article import Article, view
from lintarticle.article.markdown.inline import MAX_INLINE, MAX_OPEN, Content
from lintarticle.article.markdown.masking import FILLER
from lintarticle.expression import expression
from lintarticle.record import NamedTuple

_PAIRED = expression(
    r"\*\*(?<![*\w\\]\*\*)(?=[^\W_])[^*`<\[\\\n]*?"
    r"(?:(?<=[^\W_])\*\*(?![*\w])|(?<=[:.!?,;)])\*\*(?=[\s.,;:!?)]|\Z))"
)
"""Bold words between blanks or punctuation: most of all emphasis, and in order in every renderer.

What may not be before them is looked for behind the first marks: an expression that begins with those is found fast.
"""


_PUNCTUATION = "\N{DOUBLE EXCLAMATION MARK}"
"""Stands for tags, expressions, formulas and footnotes, which start and end with punctuation."""


class Mark(NamedTuple):
    """A run of marks in the text of its content; what it may do by its neighbours, and whether it stays text."""

    start: int
    end: int
    opens: bool
    closes: bool
    is_stray: bool


class Marked(NamedTuple):
    """A block in which a run of marks stays text, and all runs of two marks or more in it."""

    content: Content
    marks: tuple[Mark, ...]


@view
def stray_marks(article: Article) -> tuple[Marked, ...]:
    """Return the blocks in which runs of two marks or more stay text."""
    found = []
    for content in article.body.contents:
        text = content.text
        starred = "*" in text and "**" in text and "**" in _PAIRED.sub("", text)
        if (starred or ("_" in text and "__" in text)) and _shows_marks(content):
            marks = marks_of(content, text)
            if any(mark.is_stray for mark in marks):
                found.append(Marked(content, marks))
    return tuple(found)


def _shows_marks(content: Content) -> bool:
    """Whether readers may see a mark of emphasis; what filler stands for is not known."""
    shown = content.inline.text
    return FILLER in content.text or "*" in shown or "_" in shown


def marks_of(content: Content, text: str) -> tuple[Mark, ...]:
    """Return the runs of two marks or more where a block has some text."""
    if len(text) > MAX_INLINE or text.count("[") > MAX_OPEN:
        return ()
    parser = content.reader.parser
    if FILLER in text:
        text = re.sub(f"{FILLER}+", partial(_as_seen, content), text)
    state = _State(text, parser, content.reader.env, [])
    parser.inline.tokenize(state)
    link_pairs(state)
    emphasis.postProcess(state)
    tokens = (state.tokens[delimiter.token] for delimiter in state.all_delimiters())
    left = {place for place, token in zip(state.places(), tokens, strict=True) if token.content == text[place]}
    return tuple(
        Mark(
            start,
            start + run.length,
            run.can_open,
            run.can_close,
            not left.isdisjoint(range(start, start + run.length)),
        )
        for start, run in state.runs
        if run.length > 1
    )


def _as_seen(content: Content, match: re.Match[str]) -> str:
    """Return filler as what a renderer sees next to a mark: a letter for templates, which are filled in first."""
    start = content.offset(match.start())
    is_filled_in = content.source.startswith(("{{", "{%"), start)
    return match[0] if is_filled_in else _PUNCTUATION * len(match[0])


class _State(StateInline):
    """Notes where the marks of emphasis are."""

    def __init__(self, *given: Any) -> None:  # noqa: ANN401 - what the base class takes
        super().__init__(*given)
        self.runs: list[tuple[int, Scanned]] = []

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803 - the names of markdown-it-py
        """Scan a run of marks."""
        scanned = super().scanDelims(start, canSplitWord)
        if self.src[start] in "*_":
            self.runs.append((start, scanned))
        return scanned

    def places(self) -> Iterator[int]:
        """Yield where each mark is."""
        return (start + number for start, run in self.runs for number in range(run.length))

    def all_delimiters(self) -> list[Delimiter]:
        """Return the delimiters of emphasis in order, those within links too."""
        lists = [self.delimiters, *(meta["delimiters"] for meta in self.tokens_meta if meta)]
        found = [each for delimiters in {id(each): each for each in lists}.values() for each in delimiters]
        return sorted((each for each in found if chr(each.marker) in "*_"), key=lambda each: each.token)
