"""Prose cut into sentences, each with its span in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintarticle.article.article import Article, view
from lintarticle.article.markdown.inline import Paragraph
from lintarticle.article.text.measure import length
from lintarticle.languages import fold, is_abbreviation
from lintarticle.record import NamedTuple
from lintarticle.source import Span

_END = r"[.!?…؟۔।]+[\"'”’»)\]]*(?=\s)|[。！？!?]+[」』”’）】]*"
"""The end of a sentence. Compiled where it is used: the rules that need it are off by default."""


class Sentence(NamedTuple):
    """One sentence: its words without markup and code, and how long it is.

    `length` counts words, in Chinese and Japanese characters without blanks and punctuation. `paragraph` is the
    number of its paragraph among those of the body.
    """

    span: Span
    text: str
    length: int
    paragraph: int


@view
def sentences(article: Article) -> tuple[Sentence, ...]:
    """Return the sentences of the article's own paragraphs; lists, tables, quotations and code are left out."""
    return tuple(_sentences(article))


def _sentences(article: Article) -> Iterator[Sentence]:
    for number, paragraph in enumerate(article.body.paragraphs):
        if paragraph.container == "body" and not paragraph.bold:
            for span in _spans(article.body.prose, paragraph, article.language):
                text = " ".join(article.body.prose[span.start : span.end].split())
                yield Sentence(span, text, length(text, article.language), number)


def _spans(prose: str, paragraph: Paragraph, code: str) -> Iterator[Span]:
    """Cut a paragraph at the ends of its sentences; what has no letter in it is not a sentence."""
    start = paragraph.span.start
    for end in _ends(prose, paragraph.span, code):
        piece = prose[start:end]
        begin = start + len(piece) - len(piece.lstrip())
        if any(map(str.isalnum, piece)):
            yield Span(begin, start + len(piece.rstrip()))
        start = end


def _ends(prose: str, span: Span, code: str) -> Iterator[int]:
    for match in re.compile(_END).finditer(prose, *span):
        if match[0][0] in "。！？" or _is_end(prose, match, span.end, code):
            yield match.end()
    yield span.end


def _is_end(prose: str, match: re.Match[str], limit: int, code: str) -> bool:
    """Tell the end of a sentence from the dot of an abbreviation, of initials and of a number (`No. 5`)."""
    following = prose[match.end() : min(limit, match.end() + 80)].lstrip()[:1]
    if not following or match[0][0] not in ".…":
        return match[0][0] in "!?؟۔।" or not following
    if following.islower() or match[0][0] == "…":
        return not following.islower()
    before = prose[max(0, match.start() - 40) : match.start()].split()
    word = before[-1].lstrip("(\"'“‘[") if before else ""
    is_initial = len(word) == 1 and word.isupper()
    return not (is_initial or "." in word or is_abbreviation(fold(word), code))
