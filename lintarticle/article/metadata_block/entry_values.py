"""The values of a metadata block: what is meant by the text behind a label, and the parts of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintarticle.article.metadata_block.labels import is_hint, without_blanks
from lintarticle.article.values import Text, single_spaced
from lintarticle.source import Span

_QUOTES = {'"': '"', "“": "”", "«": "»", "„": "“", "「": "」", "『": "』", "`": "`", "‘": "’", "'": "'", "<": ">"}
_CLOSERS = {")": "(", "]": "[", "）": "（"}
_OPENERS = frozenset((*_QUOTES, "*", "_", "(", "["))
"""What the first of the marks around a value may be."""

_SEPARATORS = (",，、،", ";；؛", "|｜", "·•")
# Patterns are compiled on first use, by `re` itself, which keeps them: most articles need few of them.
_TICKED = r"`([^`\n]+)`"
_BETWEEN_TICKS = r"[\s,;|·，、]*"
_HASHES = r"#([^\s#,;|·，、]+)[\s,;|·，、]*"
_BULLET = r"(?m)^[ \t>]*(?:[-*+•‣]|\d{1,3}[.)])[ \t]+"
_QUOTE_MARK = r"(?m)^[ \t]*>[ \t]?"
_EMPHASIS = r"\*{1,3}|_{1,3}"
_PLAIN_LIST = r"[^\W\d_][^\n`\"“*_#，、،;；؛|｜·•]*"
"""A list on one line whose only separators are commas, with no marks in it."""
_PLAIN_ITEM = r"[^\s,](?:[^,]*[^\s,])?"
_LINK = r"\[[^\[\]\n]{0,300}\]\(([^()\s]{1,2000})\)"


def plain_value(text: str, span: Span) -> Text:
    """Return a value without the quotes, backticks and length hints around it; hard-wrapped lines become one."""
    span = without_blanks(text, span)
    words = text[span.start : span.end]
    if words[:1] in _OPENERS or words[-1:] in _CLOSERS:
        span = _unquoted(text, _without_hints(text, _unquoted(text, span)))
        words = text[span.start : span.end]
    if "\n" in words:
        words = re.compile(_QUOTE_MARK).sub(" ", words)
    return Text(single_spaced(words), span)


def link_target(text: str, value: Text) -> Text:
    """Return the target where a value is one Markdown link, else the value."""
    link = re.compile(_LINK).fullmatch(text, value.span.start, value.span.end)
    return Text(link[1], Span(link.start(1), link.end(1))) if link else value


def list_items(text: str, span: Span) -> tuple[Text, ...]:
    """Split a list value: bullets, backticked parts, `#hash` parts, or whichever separator it has most of."""
    span = without_blanks(text, span)
    if re.compile(_PLAIN_LIST).fullmatch(text, span.start, span.end):
        items = re.compile(_PLAIN_ITEM).finditer(text, span.start, span.end)
        return tuple(Text(single_spaced(item[0]), Span(item.start(), item.end())) for item in items)
    return _marked_items(text, span)


def _marked_items(text: str, span: Span) -> tuple[Text, ...]:
    return tuple(item for part in _parts(text, span) if (item := _item(text, part)).text)


def bullet_items(text: str, span: Span) -> tuple[Text, ...]:
    """Return one item a bullet line of a list."""
    return tuple(item for part in _bulleted(text, span) if (item := _item(text, part)).text)


def _parts(text: str, span: Span) -> Iterator[Span]:
    if re.compile(_BULLET).match(text, span.start, span.end):
        yield from _bulleted(text, span)
    elif _only(_TICKED, text, span):
        yield from (
            Span(match.start(1), match.end(1)) for match in re.compile(_TICKED).finditer(text, span.start, span.end)
        )
    elif re.compile(_HASHES).match(text, span.start) and _only(_HASHES, text, span):
        yield from (
            Span(match.start(1), match.end(1)) for match in re.compile(_HASHES).finditer(text, span.start, span.end)
        )
    else:
        yield from _separated(text, _unbracketed(text, _unquoted(text, span)))


def _only(pattern: str, text: str, span: Span) -> bool:
    """Whether a value is made of what `pattern` matches and separators, nothing else; at least two of them."""
    at, count = span.start, 0
    while at < span.end:
        match = re.compile(pattern).match(text, at, span.end)
        if match is None:
            return False
        count += 1
        between = re.compile(_BETWEEN_TICKS).match(text, match.end(), span.end)
        at = between.end() if between else match.end()
    return count > 0


def _bulleted(text: str, span: Span) -> Iterator[Span]:
    marks = list(re.compile(_BULLET).finditer(text, text.rfind("\n", 0, span.start) + 1, span.end))
    ends = [mark.start() for mark in marks[1:]] + [span.end]
    return (Span(mark.end(), end) for mark, end in zip(marks, ends, strict=True))


def _separated(text: str, span: Span) -> Iterator[Span]:
    words = text[span.start : span.end]
    counts = [sum(map(words.count, group)) for group in _SEPARATORS]
    start = span.start
    if any(counts):
        group = _SEPARATORS[counts.index(max(counts))]
        for separator in re.compile(f"[{group}\n]").finditer(text, start, span.end):
            yield Span(start, separator.start())
            start = separator.end()
    yield Span(start, span.end)


def _unbracketed(text: str, span: Span) -> Span:
    """Leave out the brackets around a list as YAML writes it."""
    start, end = span
    is_list = text[start : start + 1] == "[" and text[end - 1] == "]" and text.find("]", start, end - 1) < 0
    return Span(start + 1, end - 1) if is_list else span


def _item(text: str, span: Span) -> Text:
    """Return one part without what is around it: blanks, quotes, emphasis, a leading `#`."""
    span = without_blanks(text, span)
    start, end = span
    while end - start > 1 and text[start] in '*_`"“' and text[end - 1] in '*_`"”':
        start, end = start + 1, end - 1
    if text[start : start + 1] == "#" and end - start > 1:
        start += 1
    if start > span.start:
        span = without_blanks(text, Span(start, end))
    return Text(single_spaced(text[span.start : span.end]), span)


def _unquoted(text: str, span: Span) -> Span:
    """Leave out quotes, backticks, angle brackets or emphasis around the whole value, up to two pairs."""
    start, end = span
    for _ in range(2):
        closing = _QUOTES.get(text[start]) if end - start > 2 else None
        if closing is None or text[end - 1] != closing or text.find(closing, start + 1, end - 1) >= 0:
            break
        start, end = start + 1, end - 1
    return without_blanks(text, _unmarked(text, Span(start, end)))


def _unmarked(text: str, span: Span) -> Span:
    """Leave out emphasis around the whole value."""
    mark = re.compile(_EMPHASIS).match(text, span.start, span.end)
    if mark is None or span.end - span.start <= 2 * len(mark[0]):
        return span
    inner = Span(mark.end(), span.end - len(mark[0]))
    closed = text.startswith(mark[0], inner.end) and text.find(mark[0][0], inner.start, inner.end) < 0
    return inner if closed else span


def _without_hints(text: str, span: Span) -> Span:
    """Leave out `(158 chars)` at the end, or the start, of a value."""
    start, end = span
    opening = _CLOSERS.get(text[end - 1]) if end > start else None
    if opening:
        at = text.rfind(opening, max(start, end - 80), end)
        if at >= start and is_hint(text[at:end]):
            end = at
    if end > start and text[start] in "([":
        close = text.find(")" if text[start] == "(" else "]", start, min(end, start + 80))
        if close > 0 and is_hint(text[start : close + 1]) and close + 1 < end:
            start = close + 1
    return without_blanks(text, Span(start, end))
