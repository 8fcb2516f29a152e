"""How a line shows the label that it starts with."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import Literal

from lintarticle.article.metadata_block.known_labels import PICTURE, KnownLabels, Meaning, Weight
from lintarticle.article.values import Text
from lintarticle.expression import expression
from lintarticle.languages import LENGTH_UNITS
from lintarticle.record import NamedTuple
from lintarticle.source import Span

Form = Literal["bold", "plain", "heading", "cell", "title", "group", "picture"]


class Label(NamedTuple):
    """A line that starts with a label; `rest` is what follows on the line, blanks around it left out.

    `form` says how it is written: `bold`, `plain`, `heading`, `cell` (of a table), `title` (bold, no colon, nothing
    after it), `group` (announces metadata, carries no value), `picture` (a heading or bold line that may name a
    picture, if a brief follows). `start` is the offset where the label's markup starts, `level` that of a heading;
    `listed` says that a bullet or number is before it, `quoted` that a `>` is, `doubtful` that advice or a list of
    fields looks alike.
    """

    name: Text
    meaning: Meaning | None
    rest: Span
    form: Form
    start: int
    level: int = 0
    listed: bool = False
    quoted: bool = False
    doubtful: bool = False

    @property
    def field(self) -> str:
        """The canonical field, "" if the label names none."""
        return self.meaning.field if self.meaning else ""

    @property
    def weight(self) -> Weight:
        """How much the label proves; unknown ones prove nothing."""
        return self.meaning.weight if self.meaning else Weight.WEAK


_LONGEST = 140
"""Characters of the longest label, a hint in brackets included."""

EMOJI = "[\u2190-\u2bff\ufe0f\u200d\u20e3\U0001f000-\U0001faff]"
"""What matches a pictograph, an arrow, or a sign that is part of one."""

_PREFIX = expression(
    r"(?P<indent>[ \t]{0,3})(?P<quote>>[ \t]{0,3})?(?P<bullet>[-*+•‣][ \t]{1,3}(?:\[[ xX]\][ \t]{1,3})?)?"
    r"(?P<number>\d{1,2}[.)][ \t]{1,3})?(?:[\d#*]\ufe0f?\u20e3[ \t]{0,2})?"
    r"(?P<hashes>#{1,6}[ \t]{1,3})?(?:\d{1,2}[.)][ \t]{1,3})?"
    rf"(?:{EMOJI}{{1,8}}[ \t]{{0,2}})?"
)
_PLAIN_BOLD = expression(
    r"(?P<number>\d{1,2}[.)][ \t]{1,3})?\*\*(?P<name>[A-Za-z]{1,30}+(?:[ -][A-Za-z]{1,30}+){0,3}+)"
    r"(?::\*\*|\*\*(?: \([^()\n]{0,120}\))?:)[ \t]*+(?![(\[（])"
)
"""A label in its commonest form, `**Label:** value` or `1. **Label** (hint): value`, with no hint before the value."""

_MARK = expression(r"\*\*\*?|__")
_HINT_AFTER = expression(r"[ \t]{0,3}(?:\([^()\n]{0,120}\)|\[[^\[\]\n]{0,120}\]|（[^（）\n]{0,120}）)")
_COLON = expression(r"[ \t]{0,2}[:：]")
_COLON_OR_BRACKET = expression(r"[:：→()\[\]（）]")
_PIPE = expression(r"(?<!\\)\|")


class _Front(NamedTuple):
    """What is in front of a label, as `Label` says it."""

    start: int
    level: int = 0
    listed: bool = False
    quoted: bool = False


class LabelReader:
    """Reads the label that a line starts with: any bold one, and plain words, headings and cells that are known."""

    def __init__(self, text: str, vocabulary: KnownLabels) -> None:
        self._text = text
        self._vocabulary = vocabulary

    def read(self, start: int, end: int) -> Label | None:
        """Return the label of a line (its offsets without line end), None if it starts with none."""
        if plain := _PLAIN_BOLD.match(self._text, start, end):
            name, rest = Span(*plain.span("name")), Span(plain.end(), end)
            return self._found(_Front(start, listed=plain["number"] is not None), name, rest, "bold")
        head = _PREFIX.match(self._text, start, end)
        at = head.end() if head else end
        if head is None or at >= end:
            return None
        if head["hashes"]:
            return self._heading(head, end)
        first = self._text[at]
        if first == "|":
            return self._cell(head, end)
        if first == "【":
            return self._bracketed(head, end)
        mark = _MARK.match(self._text, at, end) if first in "*_" else None
        return self._bold(head, mark, end) if mark else self._plain(head, end)

    def _label(self, head: re.Match[str], name: Span, rest: Span, form: Form) -> Label:
        level = len(head["hashes"].strip()) if head["hashes"] else 0
        start = head.start() + len(head["indent"])
        front = _Front(start, level, bool(head["bullet"] or head["number"]), bool(head["quote"]))
        return self._found(front, name, rest, form)

    def _found(self, front: _Front, name: Span, rest: Span, form: Form) -> Label:
        name, rest = without_blanks(self._text, name), without_blanks(self._text, rest)
        words = self._text[name.start : name.end]
        meaning, announces = self._vocabulary.look_up(words)
        if announces and not (rest.start == rest.end and form in ("bold", "title", "heading")):
            announces = ""
        if announces == "surely":
            meaning = None
        if announces and not meaning:
            form = "group"
        doubtful = form == "group" and announces == "perhaps"
        return Label(Text(words, name), meaning, rest, form, *front, doubtful)

    def _picture(self, head: re.Match[str], name: Span, rest: Span) -> Label | None:
        """Read a heading or a bold line that names a picture, if it may do so."""
        words = self._text[name.start : name.end]
        if not (
            self._vocabulary.names_picture(words) or (head["hashes"] and self._vocabulary.is_about_pictures(words))
        ):
            return None
        found = self._label(head, name, rest, "picture")
        return found._replace(meaning=PICTURE) if found.meaning is None else found

    def _bold(self, head: re.Match[str], mark: re.Match[str], end: int) -> Label | None:
        """Read `**Label:** value`, `**Label**: value`, `**Label** (hint): value`."""
        text = self._text
        close = text.find(mark[0], mark.end(), min(end, mark.end() + 2 * _LONGEST))
        if close < 0:
            return None
        start, after = mark.end(), close + len(mark[0])
        words = text[start:close].rstrip()
        if len(words) > _LONGEST:
            return None
        if words.endswith((":", "：")):
            name = Span(start, start + len(words) - 1)
            rest = Span(self._past_hint(after, end), end)
            return self._picture(head, name, rest) or self._label(head, name, rest, "bold")
        inside = Span(start, close)
        hinted = self._past_hint(after, end)
        colon = _COLON.match(text, hinted, end)
        if colon:
            rest = Span(self._past_hint(colon.end(), end), end)
            return self._picture(head, inside, rest) or self._label(head, inside, rest, "bold")
        return None if text[hinted:end].strip() else self._all_bold(head, inside, end)

    def _all_bold(self, head: re.Match[str], inside: Span, end: int) -> Label | None:
        """Read a line that is bold to its end: `**Label**`, its value below, or `**Label: value**`."""
        colon = self._first_colon(inside)
        if colon < 0:
            found = self._label(head, inside, Span(end, end), "title")
            return found if found.meaning or found.form == "group" else self._picture(head, inside, Span(end, end))
        found = self._label(head, Span(inside.start, colon), Span(colon + 1, inside.end), "bold")
        return found if found.meaning else self._picture(head, inside, Span(end, end))

    def _heading(self, head: re.Match[str], end: int) -> Label | None:
        start = head.end()
        content = self._text[start:end].rstrip(" \t").rstrip("#").rstrip(" \t")
        if len(content) > _LONGEST or not self._vocabulary.may_be_label(content):
            return None
        words = Span(start, start + len(content))
        mark = _MARK.match(self._text, start, words.end)
        if mark and content.endswith(mark[0]) and len(content) > 2 * len(mark[0]):
            words = Span(start + len(mark[0]), words.end - len(mark[0]))
        colon = self._first_colon(words)
        name = words if colon < 0 else Span(words.start, colon)
        found = self._label(head, name, Span(words.end if colon < 0 else colon + 1, words.end), "heading")
        if found.meaning or found.form == "group":
            return found
        return self._picture(head, words, Span(words.end, words.end))

    def _plain(self, head: re.Match[str], end: int) -> Label | None:
        """Read `Label: value`; the whole line, or the label alone, may be in italics."""
        text, start = self._text, head.end()
        italic = text[start] if text[start] in "*_" else ""
        colon = self._first_colon(Span(start, end))
        if colon < 0:
            return None
        name = Span(start + len(italic), colon)
        if italic and text[colon - 1] == italic:
            name, italic = Span(name.start, colon - 1), ""
        if name.end <= name.start:
            return None
        rest = Span(self._past_hint(colon + 1, end), end)
        if not self._vocabulary.may_know(text[name.start : name.end]):
            return self._picture(head, name, rest)
        found = self._label(head, name, rest, "plain")
        if found.meaning is None:
            return self._picture(head, found.name.span, found.rest)
        rest = found.rest
        if italic and rest.start < rest.end and text[rest.end - 1] == italic:
            rest = Span(rest.start, rest.end - 1)
        if italic and found.rest.start == rest.end < found.rest.end:
            rest = Span(found.rest.end, found.rest.end)
        elif italic and rest.start < rest.end and text[rest.start] == italic:
            rest = Span(rest.start + 1, rest.end)
        return found._replace(rest=without_blanks(text, rest))

    def _cell(self, head: re.Match[str], end: int) -> Label | None:
        """Read a row of label and value, with short notes behind them at most: a longer one is of something else."""
        pipes = [pipe.start() for pipe in islice(_PIPE.finditer(self._text, head.end(), end), _MOST_CELLS + 2)]
        closed = len(pipes) >= 3 and not self._text[pipes[-1] + 1 : end].strip()
        if len(pipes) + (not closed) not in range(3, _MOST_CELLS + 2):
            return None
        notes = self._text[pipes[2] + 1 : end].split("|") if len(pipes) > 2 else []
        if any(map(_is_long_note, notes)):
            return None
        label = self._text[pipes[0] + 1 : pipes[1]].strip()
        bare = label.strip("*_").rstrip(":：").strip("*_")
        if not bare.strip("-: "):
            return None
        start = self._text.find(bare, pipes[0])
        value = Span(pipes[1] + 1, pipes[2] if len(pipes) > 2 else end)
        found = self._label(head, Span(start, start + len(bare)), value, "cell")
        return found._replace(doubtful=any(note.strip() for note in notes))

    def _bracketed(self, head: re.Match[str], end: int) -> Label | None:
        close = self._text.find("】", head.end(), min(end, head.end() + _LONGEST))
        if close < 0:
            return None
        colon = _COLON.match(self._text, close + 1, end)
        rest = Span(colon.end() if colon else close + 1, end)
        found = self._label(head, Span(head.end() + 1, close), rest, "plain")
        return found if found.meaning else None

    def _first_colon(self, span: Span) -> int:
        """Find the colon that ends a label, or -1; one inside brackets (`(target: 150)`) or a URL is not it."""
        text, depth = self._text, 0
        for mark in _COLON_OR_BRACKET.finditer(text, span.start, min(span.end, span.start + _LONGEST)):
            if mark[0] in "([（":
                depth += 1
            elif mark[0] in ")]）":
                depth -= 1
            elif depth <= 0:
                return -1 if text.startswith("//", mark.end()) else mark.start()
        return -1

    def _past_hint(self, start: int, end: int) -> int:
        """Step over one hint in brackets that speaks of the label: `(158 chars)`, or anything before a colon."""
        hint = _HINT_AFTER.match(self._text, start, end)
        if hint is None:
            return start
        return hint.end() if _COLON.match(self._text, hint.end(), end) or is_hint(hint[0]) else start


_MOST_CELLS = 4
"""Cells of a row with a label, its value and notes such as its length."""

_LONGEST_NOTE = 24
"""Characters of a cell with a note."""


def _is_long_note(cell: str) -> bool:
    return len(cell.strip()) > _LONGEST_NOTE


_LIMIT = (
    r"|^\W*ID\W*\d+\W*$|^\W*(?:max|min|target|limit|under|up to|about|approx|≤|<|~)\W{0,3}\d"
    r"|^\W*(?:\d+|n|x)\W{0,3}(?:chars?|characters|words)\b"
)


def is_hint(text: str) -> bool:
    """Whether bracketed text speaks about the length or number of a value: `(49 chars)`, `(ID 48)`."""
    return _hint().search(text) is not None


@cache
def _hint() -> re.Pattern[str]:
    return re.compile(rf"(?i)\d[^()\[\]]{{0,40}}(?:{LENGTH_UNITS.stems}){_LIMIT}")


def without_blanks(text: str, span: Span) -> Span:
    """Leave out the blanks at both ends of a span."""
    start, end = span
    piece = text[start:end]
    bare = piece.strip()
    if len(bare) == end - start:
        return span
    start = max(start, end - len(piece.lstrip()))
    return Span(start, start + len(bare))
