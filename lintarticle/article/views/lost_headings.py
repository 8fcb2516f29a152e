"""Headings that are none, and text that is one by accident."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.article.markdown.elements import Heading
from lintarticle.source import Span

_GLUED = re.compile(r"^[ ]{0,3}(?:(#{2,6})(?=[^\s#!]|[^\S\n\t ])|(#)(?=[^\S\n\t ]+\S))[^\n]*\S", re.MULTILINE)
_ANY_GLUED = re.compile(r"^[ \t>]{0,9}#{1,6}(?:[^\s#!]|[^\S\n\t ])", re.MULTILINE)
_AFTER_TAG = re.compile(r"^(?=[^\n]*>[ \t]*\n)[ \t]*<[^\n]*\n[ ]{0,3}(#{1,6}[ \t][^\n]*\S)", re.MULTILINE)
_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)[^<>]*?(/?)>")
_VOID = frozenset(("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))

_SENTENCE_END = re.compile(r"[.;:,。；：，…][\"'”’»)\]]*\Z")
_NEW_SENTENCE = re.compile(r"[^\W\d_]{2}[.!?][\"'”’»)\]]*\s+\S|[。！？]\s*\S|[a-z][A-Z][a-z]")
_LONG_LINE = 40
"""Characters of a heading above which a stop at its end makes a sentence of it: our own figure."""


def glued_headings(article: Article) -> Iterator[tuple[Span, Span]]:
    """Yield the lines of `##Heading`, and where their marks are."""
    if not _ANY_GLUED.search(article.text):
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
    """Whether a long heading is more than one: it has several sentences, or nothing else in its section to read."""
    if heading.text.rstrip("\"'”’»)*_ ").endswith(("?", "？")):
        return False  # a question that somebody is asked
    if _NEW_SENTENCE.search(heading.text):
        return True
    return not article.body.words_of(article.body.section_at(heading.span.start))
