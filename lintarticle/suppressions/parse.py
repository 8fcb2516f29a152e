"""Suppression comments: what they say, and which findings they suppress.

`<!-- lintarticle-disable-next-line excerpt/too-long, tags: why until=2027-01-31 -->`, likewise `-disable-line`,
`-disable` … `-enable` and `-disable-file`; in MDX as `{/* … */}`, in YAML and TOML front matter as `# …`. A family
name means all its rules; no name at all for every rule.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from lintarticle.article.article import Article, view
from lintarticle.article.metadata.dates import calendar_date, parse_moment
from lintarticle.article.values import Text
from lintarticle.record import NamedTuple
from lintarticle.source import SourceText, Span

Scope = Literal["line", "next-line", "range", "file"]

_MARK = "lintarticle-"
"""What every such comment holds."""
_VERBS: dict[str, Scope] = {
    "disable-next-line": "next-line",
    "disable-line": "line",
    "disable-file": "file",
    "disable": "range",
}


class Suppression(NamedTuple):
    """One comment that suppresses rules.

    `span` is the whole comment; `names` are the rules and families as written, none for "every rule"; `first`
    and `last` are the 1-based lines it covers. `until` is the last day it holds, as written; `expires` the same
    as a date, None if it is not a date.
    """

    scope: Scope
    span: Span
    names: tuple[Text, ...]
    reason: str
    first: int
    last: int
    until: Text | None = None
    expires: date | None = None

    def is_expired(self, is_ahead: Callable[[date, int], bool]) -> bool:
        """Whether its last day is over, by what `Context.is_ahead` says; one whose date can't be read never holds."""
        return self.until is not None and (self.expires is None or not is_ahead(self.expires, -1))


class _Comment(NamedTuple):
    """A comment addressed to lintarticle: its verb (`disable-line`, …), its whole span, the words after the verb."""

    verb: str
    span: Span
    words: Text


@view
def read_suppressions(article: Article) -> tuple[Suppression, ...]:
    """Return the suppressions of an article in document order; code that merely shows one does not count."""
    if _MARK not in article.text:
        return ()
    comments = sorted(_comments(article), key=lambda comment: comment.span)
    return tuple(_suppressions(article.source, comments))


def may_name(text: str, family: str) -> bool:
    """Whether a comment may suppress rules of a family: it names one, or it names none at all."""
    if _MARK not in text:
        return False
    named = re.findall(r"lintarticle-disable(?:-[a-z-]+)?([^\n:]*)", text)
    return any(family in words or not re.search(r"[a-z]", words.partition("until=")[0]) for words in named)


def _comments(article: Article) -> Iterator[_Comment]:
    in_body = re.compile(
        r"(?:<!--|\{/\*|\{\{-?\s*/\*|\{#)\s*lintarticle-([a-z-]+)([^\n]*?)\s*(?:--+>|\*/\s*-?\}\}|\*/\}|#\})"
    )
    for match in in_body.finditer(article.body.uncoded):
        yield _Comment(match[1], Span(*match.span()), Text(match[2], Span(*match.span(2))))
    front_matter = article.front_matter
    if front_matter and front_matter.format in ("yaml", "toml"):
        nodes = front_matter.root.walk() if front_matter.root else ()
        strings = sorted(node.span for node in nodes if node.kind == "string")
        in_values = re.compile(r"(?:^|(?<=\s))#\s*lintarticle-([a-z-]+)([^\n]*)", re.MULTILINE)
        for match in in_values.finditer(article.text, *front_matter.content):
            before = bisect_right(strings, Span(match.start(), len(article.text)))
            if not before or strings[before - 1].end <= match.start():
                yield _Comment(match[1], Span(*match.span()), Text(match[2], Span(*match.span(2))))


def _suppressions(source: SourceText, comments: Sequence[_Comment]) -> Iterator[Suppression]:
    ends = _ends(source, comments)
    lines = [source.line_of(comment.span.start) for comment in comments]
    below = {line: _next_line(source, line) for line in set(lines)}
    for comment, line, end in zip(comments, lines, ends, strict=True):
        scope = _VERBS.get(comment.verb)
        if scope:
            names, reason, until = _words(comment.words)
            first, last = _lines(source, scope, line, below, end)
            moment = parse_moment(until.text) if until else None
            expires = calendar_date(moment) if moment else None
            yield Suppression(scope, comment.span, names, reason, first, last, until, expires)


def _lines(source: SourceText, scope: Scope, line: int, below: Mapping[int, int], end: int) -> tuple[int, int]:
    if scope == "file":
        return 1, source.line_count
    if scope == "line":
        return line, line
    if scope == "next-line":
        return below[line], below[line]
    return line, end


def _next_line(source: SourceText, line: int) -> int:
    """Return the next line that is not blank."""
    numbers = range(line + 1, source.line_count + 1)
    return next((number for number in numbers if source[source.line_span(number)].strip()), line + 1)


def _ends(source: SourceText, comments: Sequence[_Comment]) -> list[int]:
    """Return for each comment the line on which a range of its names that starts there ends.

    An `enable` ends the ranges before it: all of them where it names no rule, else those that name one of its rules.
    """
    end_of_all, end_of, ends = source.line_count, dict[str, int](), []
    for comment in reversed(comments):
        names = [name.text for name in _words(comment.words)[0]]
        line = source.line_of(comment.span.start)
        if comment.verb == "enable" and names:
            end_of |= dict.fromkeys(names, line)
        elif comment.verb == "enable":
            end_of_all, end_of = line, {}
        ends.append(min((end_of.get(name, end_of_all) for name in names), default=end_of_all))
    return ends[::-1]


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


class Judgement(NamedTuple):
    """What one name of a suppression did in one run; `name` is None for a suppression of every rule.

    `known`: there is a rule or family of that name. `used`: it suppressed something. `ran`: such a rule was
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
