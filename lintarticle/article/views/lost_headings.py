"""Headings that are shown as text, and text that is shown as a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.article.markdown.elements import Heading
from lintarticle.expression import expression
from lintarticle.languages import STOP_WORDS, fold
from lintarticle.source import Span

_GLUED = expression(r"^[ ]{0,3}(?:(#{2,6})(?=[^\s#!]|[^\S\n\t ])|(#)(?=[^\S\n\t ]+\S))[^\n]*\S", re.MULTILINE)
_ANY_GLUED = expression(r"\n[ \t>]{0,9}#{1,6}(?:[^\s#!]|[^\S\n\t ])")
"""Line ends are found faster than the beginnings of lines."""
_AFTER_TAG = expression(r"^(?=[^\n]*>[ \t]*\n)[ \t]*<[^\n]*\n[ ]{0,3}(#{1,6}[ \t][^\n]*\S)", re.MULTILINE)
_TAG = expression(r"<(/?)([A-Za-z][\w-]*)[^<>]*?(/?)>")
_VOID = frozenset(("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))

_SENTENCE_END = expression(r"[.;:,。；：，…][\"'”’»)\]]*\Z")
_NEW_SENTENCE = expression(r"[^\W\d_]{2}[.!?][\"'”’»)\]]*\s+\S|[。！？]\s*\S")
_STOP = expression(r"[.!。！…][\"'”’»)\]*_]*\Z")
_CAPITAL = expression(r"([^\W_]+)(?=[\"'”’»)\]*_]* [\"'“‘«(\[*_]*([^\W\d_]+) [^\W\d_A-Z])")
_TWICE = expression(r"\W*(\w.{2,60}?):? \1(?!\w)", re.IGNORECASE)
_IDEOGRAPHS = expression(r"[\u3040-\u9fff][ \u3000][\u3040-\u9fff]")
_SENTENCES = 3
"""Sentences that make a long heading with text below it a mistake: our own figure."""
_LONG_LINE = 40
"""Characters of a heading above which a stop at its end makes a sentence of it: our own figure."""


def glued_headings(article: Article) -> Iterator[tuple[Span, Span]]:
    """Yield the lines of `##Heading`, and where their marks are."""
    if not _ANY_GLUED.search(f"\n{article.text}"):
        return
    for paragraph in article.body.paragraphs:
        content = paragraph.content
        if "#" in content.text and paragraph.container != "table":
            for match in _GLUED.finditer(content.text):
                group = 1 if match[1] else 2
                yield content.span_of(match.start(group), match.end()), content.span_of(*match.span(group))


def headings_in_html(article: Article) -> Iterator[Span]:
    """Yield the headings right below a line of HTML whose elements are closed there."""
    for block in article.body.html_blocks:
        text = article.source[block]
        if "\n#" not in text and "\n " not in text:
            continue
        depth = at = 0
        for match in _AFTER_TAG.finditer(text):
            for closing, name, empty in _TAG.findall(text[at : match.start(1)]):
                if not empty and name.lower() not in _VOID:
                    depth += -1 if closing else 1
            at = match.start(1)
            if depth <= 0:
                yield Span(block.start + match.start(1), block.start + match.end(1))


def accidental_headings(article: Article) -> Iterator[tuple[Heading, Span]]:
    """Yield the paragraphs that the line below them makes headings, and that line."""
    for heading in article.body.headings:
        if heading.kind != "setext":
            continue
        text = article.source[heading.text_span].rstrip()
        start = article.text.rfind("\n", 0, heading.span.end) + 1
        line = article.text[start : heading.span.end]
        start += len(line) - len(line.lstrip(" \t>"))
        is_drawn = heading.span.end - start > len(text) // 2  # as long as the heading: somebody meant it
        is_sentence = len(text) > _LONG_LINE and _SENTENCE_END.search(text) is not None
        if "\n" in text or (is_sentence and not is_drawn):
            yield heading, Span(start, heading.span.end)


def is_run_on(article: Article, heading: Heading) -> bool:
    """Whether a long heading runs into its text: it has sentences, and they are many, begin within it, or are all.

    All: there is nothing else to read in its section.
    """
    text = heading.text
    first, ends = _NEW_SENTENCE.search(text), _STOP.search(text) is not None
    sentences = len(_NEW_SENTENCE.findall(text)) + ends
    if not sentences or text.rstrip("\"'”’»)*_ ").endswith(("?", "？")):
        return False  # a question that somebody is asked
    if sentences >= _SENTENCES or (first and first.start() < _LONG_LINE) or _begins_within(article, text):
        return True
    return not article.body.words_of(article.body.section_at(heading.span.start))


def _begins_within(article: Article, text: str) -> bool:
    """Whether the first words are repeated, or one with a capital is not a name: common, or also in lower case."""
    if _IDEOGRAPHS.search(text) or _TWICE.match(text):
        return True
    return any(
        word.istitle() and word != "I" and (fold(word) in STOP_WORDS or (before.islower() and _is_small(article, word)))
        for before, word in _CAPITAL.findall(text)
    )


def _is_small(article: Article, word: str) -> bool:
    """Whether a word is in the article in lower case too."""
    return re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", article.body.prose) is not None
