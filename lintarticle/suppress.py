"""Suppression comments: what they say, and which findings they silence.

`<!-- lintarticle-disable-next-line excerpt/too-long, tags: why until=2027-01-31 -->`, likewise `-disable-line`,
`-disable` … `-enable` and `-disable-file`; in MDX as `{/* … */}`, in YAML and TOML front matter as `# …`. A family
name stands for all its rules; no name at all for every rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Literal, NamedTuple

from lintarticle.article.model import Article, Text
from lintarticle.source import SourceText, Span

Scope = Literal["line", "next-line", "range", "file"]

_MARK = "lintarticle-"
_VERBS: dict[str, Scope] = {
    "disable-next-line": "next-line",
    "disable-line": "line",
    "disable-file": "file",
    "disable": "range",
}


class Suppression(NamedTuple):
    """One comment that silences rules.

    `span` is the whole comment; `names` are the rules and families as written, none for "every rule"; `first`
    and `last` are the 1-based lines it covers. `until` is the last day it holds, as written; `expires` the same
    as a date, None where it is no date.
    """

    scope: Scope
    span: Span
    names: tuple[Text, ...]
    reason: str
    first: int
    last: int
    until: Text | None = None
    expires: date | None = None

    def is_expired(self, today: date) -> bool:
        """Whether its last day is over; one whose date can't be read never holds."""
        return self.until is not None and (self.expires is None or self.expires < today)

    def silences(self, rule: str, line: int) -> str | None:
        """Return the name by which this comment silences a rule on a line ("" for every rule), or None."""
        if not self.first <= line <= self.last:
            return None
        if not self.names:
            return ""
        family = rule.partition("/")[0]
        return next((name.text for name in self.names if name.text in (rule, family)), None)


class _Comment(NamedTuple):
    """A comment that speaks to lintarticle: its verb (`disable-line`, …), its whole span, the words after the verb."""

    verb: str
    span: Span
    words: Text


def read_suppressions(article: Article) -> tuple[Suppression, ...]:
    """Return the suppressions of an article in document order; code that merely shows one does not count."""
    if _MARK not in article.text:
        return ()
    comments = sorted(_comments(article), key=lambda comment: comment.span)
    return tuple(_suppressions(article.source, comments))


def _comments(article: Article) -> Iterator[_Comment]:
    in_body = re.compile(
        r"(?:<!--|\{/\*|\{\{-?\s*/\*|\{#)\s*lintarticle-([a-z-]+)([^\n]*?)\s*(?:--+>|\*/\s*-?\}\}|\*/\}|#\})"
    )
    for match in in_body.finditer(article.body.uncoded):
        yield _Comment(match[1], Span(*match.span()), Text(match[2], Span(*match.span(2))))
    front_matter = article.front_matter
    if front_matter and front_matter.format in ("yaml", "toml"):
        strings = [node.span for node in front_matter.root.walk() if node.kind == "string"] if front_matter.root else []
        in_values = re.compile(r"(?:^|(?<=\s))#\s*lintarticle-([a-z-]+)([^\n]*)", re.MULTILINE)
        for match in in_values.finditer(article.text, *front_matter.content):
            if not any(span.start <= match.start() < span.end for span in strings):
                yield _Comment(match[1], Span(*match.span()), Text(match[2], Span(*match.span(2))))


def _suppressions(source: SourceText, comments: Sequence[_Comment]) -> Iterator[Suppression]:
    for index, comment in enumerate(comments):
        scope = _VERBS.get(comment.verb)
        if scope:
            names, reason, until = _words(comment.words)
            first, last = _lines(source, scope, comment, names, islice(comments, index + 1, None))
            expires = _date(until.text) if until else None
            yield Suppression(scope, comment.span, names, reason, first, last, until, expires)


def _lines(
    source: SourceText, scope: Scope, comment: _Comment, names: tuple[Text, ...], rest: Iterator[_Comment]
) -> tuple[int, int]:
    line = source.line_of(comment.span.start)
    if scope == "file":
        return 1, source.line_count
    if scope == "line":
        return line, line
    if scope == "next-line":
        below = next(
            (number for number in range(line + 1, source.line_count + 1) if source[source.line_span(number)].strip()),
            line + 1,
        )
        return below, below
    ends = (other for other in rest if other.verb == "enable" and _closes(other, names))
    end = next(ends, None)
    return line, source.line_of(end.span.start) if end else source.line_count


def _closes(enable: _Comment, names: tuple[Text, ...]) -> bool:
    """Whether an `enable` ends a range: it names no rule, or one that the range names."""
    enabled = {name.text for name in _words(enable.words)[0]}
    return not enabled or not enabled.isdisjoint(name.text for name in names)


def _words(words: Text) -> tuple[tuple[Text, ...], str, Text | None]:
    """Split ` rule, family: reason until=date` into names, reason and date."""
    text, start = words.text, words.span.start
    until = None
    if match := re.search(r"\buntil=(\S+)", text):
        until = Text(match[1], Span(start + match.start(1), start + match.end(1)))
        text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    listed, _, reason = text.partition(":")
    names = tuple(
        Text(match[0], Span(start + match.start(), start + match.end())) for match in re.finditer(r"[^\s,]+", listed)
    )
    return names, reason.strip(), until


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


class Judgement(NamedTuple):
    """What became of one name of a suppression in one run; `name` is None for a suppression of every rule.

    `known`: there is a rule or family of that name. `used`: it silenced something. `ran`: such a rule was
    active, so that "unused" means something. `nearest` is the rule to offer for an unknown name.
    """

    suppression: Suppression
    name: Text | None
    known: bool = True
    used: bool = False
    ran: bool = True
    nearest: str = ""

    @property
    def span(self) -> Span:
        """Where to point: the name, or the comment where it names none."""
        return self.name.span if self.name else self.suppression.span
