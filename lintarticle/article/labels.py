"""Labels of metadata blocks: which words are one, and how a line shows it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import IntEnum
from typing import NamedTuple

from lintarticle.article.label_table import GROUPS, LABELS, PARTS
from lintarticle.article.model import Text
from lintarticle.source import Span


class Weight(IntEnum):
    """How much a label proves, on its own, that its line is metadata."""

    WEAK = 0
    USUAL = 1
    SURE = 2


class Meaning(NamedTuple):
    """What a known label stands for."""

    field: str
    weight: Weight


_WEIGHTS = {"~": Weight.WEAK, "!": Weight.SURE}
_HINT = re.compile(r"\([^()\n]{0,120}\)|\[[^\[\]\n]{0,120}\]|（[^（）\n]{0,120}）")
_EDGES = re.compile(r"^[\W\d_]+|[\W_]+$")
_GAPS = re.compile(r"[\s_\-\u2010-\u2014]+")


def normal_label(text: str) -> str:
    """Fold a label to the form the table has: no numbers, emoji or marks around it, no hint in brackets."""
    folded = _HINT.sub(" ", text) if "(" in text or "[" in text or "（" in text else text
    folded = _GAPS.sub(" ", folded).strip().casefold()
    if not folded.isascii():
        folded = unicodedata.normalize("NFC", folded)
    return _EDGES.sub("", folded)


def _entries(field: str, labels: str) -> list[tuple[str, Meaning]]:
    return [(normal_label(label), Meaning(field, _WEIGHTS.get(label[0], Weight.USUAL))) for label in labels.split("|")]


def _known() -> dict[str, Meaning]:
    """Fold the tables of all languages into one; English first, and the first meaning of a word stays."""
    known: dict[str, Meaning] = {}
    for table in LABELS.values():
        for field, labels in table.items():
            for label, meaning in _entries(field, labels):
                known.setdefault(label, meaning)
    return known


class Vocabulary:
    """The labels that count: those of the tables, and those a site adds."""

    def __init__(self, extra: Mapping[str, tuple[str, ...]]) -> None:
        self._known = _known()
        for field, labels in extra.items():
            self._known.update({normal_label(label): Meaning(field, Weight.SURE) for label in labels})
        self._groups = frozenset(normal_label(group) for group in GROUPS.split("|"))
        self._parts = frozenset(normal_label(part) for part in PARTS.split("|"))

    def meaning(self, label: str) -> Meaning | None:
        """Return what a label as written stands for, None where it is none that we know."""
        name = normal_label(label)
        found = self._known.get(name)
        if found is None and "/" in name:
            found = self._known.get(name.partition("/")[0].strip())
        return found

    def is_group(self, text: str) -> bool:
        """Whether a heading or bold line announces metadata (`SEO`, `7. Meta Information`)."""
        return normal_label(text) in self._groups

    def is_part(self, label: str) -> bool:
        """Whether a label names a part of an illustration (`Alt text`, `Placement`)."""
        return normal_label(label) in self._parts


class Label(NamedTuple):
    """A line that starts with a label. `rest` is what follows on the same line, blanks around it left out.

    `form` says how the label is written; `level` is that of a heading. `indent` counts the characters before the
    label's own markup, `listed` says that a bullet or number stands there, `quoted` that a `>` does.
    """

    name: Text
    meaning: Meaning | None
    rest: Span
    form: str
    start: int
    indent: int = 0
    level: int = 0
    listed: bool = False
    quoted: bool = False

    @property
    def field(self) -> str:
        """The canonical field, "" where the label names none."""
        return self.meaning.field if self.meaning else ""

    @property
    def weight(self) -> Weight:
        """How much the label proves; unknown ones prove nothing."""
        return self.meaning.weight if self.meaning else Weight.WEAK


_LONGEST = 70
"""Characters of the longest label; with a hint in brackets it may have twice as many."""

_PREFIX = re.compile(
    r"(?P<indent>[ \t]{0,3})(?P<quote>>[ \t]{0,3})?(?P<bullet>[-*+•‣][ \t]{1,3})?(?P<number>\d{1,2}[.)][ \t]{1,3})?"
    r"(?P<hashes>#{1,6}[ \t]{1,3})?(?P<again>\d{1,2}[.)][ \t]{1,3})?"
    r"(?:[\u2190-\u2bff\ufe0f\u200d\u20e3\U0001f000-\U0001faff]{1,8}[ \t]{0,2})?"
)
_MARK = re.compile(r"\*\*\*?|__")
_HINT_AFTER = re.compile(r"[ \t]{0,3}(?:\([^()\n]{0,120}\)|\[[^\[\]\n]{0,120}\]|（[^（）\n]{0,120}）)")
_COLON = re.compile(r"[ \t]{0,2}[:：]")
_CELL = re.compile(r"\|[ \t]*(?P<label>[^|\n]*?)[ \t]*\|[ \t]*(?P<value>(?:[^|\n\\]|\\.)*?)[ \t]*\|?[ \t]*$")


def read_label(text: str, line: Span, vocabulary: Vocabulary) -> Label | None:
    """Read the label that a line starts with: any bold one, and plain words, headings and cells that are known."""
    head = _PREFIX.match(text, line.start, line.end)
    if head is None or head.end() >= line.end:
        return None
    at = head.end()
    if text[at] == "|":
        return _cell(text, line, head, vocabulary)
    if text[at] == "【":
        return _bracketed(text, line, head, vocabulary)
    mark = _MARK.match(text, at, line.end)
    if mark:
        return _bold(text, line, head, mark, vocabulary)
    if head["hashes"]:
        return _heading(text, line, head, Span(at, line.end), vocabulary)
    return _plain(text, line, head, vocabulary)


def _label(  # noqa: PLR0913 - the one constructor that all forms share
    text: str, line: Span, head: re.Match[str], name: Span, rest: int, form: str, vocabulary: Vocabulary
) -> Label:
    name = trimmed(text, name)
    words = text[name.start : name.end]
    level = len(head["hashes"].strip()) if head["hashes"] else 0
    return Label(
        Text(words, name),
        vocabulary.meaning(words),
        trimmed(text, Span(min(rest, line.end), line.end)),
        form if not level else "heading",
        line.start + len(head["indent"]),
        head.end() - line.start,
        level,
        bool(head["bullet"] or head["number"]),
        bool(head["quote"]),
    )


def _bold(text: str, line: Span, head: re.Match[str], mark: re.Match[str], vocabulary: Vocabulary) -> Label | None:
    close = text.find(mark[0], mark.end(), min(line.end, mark.end() + 3 * _LONGEST))
    if close < 0:
        return None
    inside = Span(mark.end(), close)
    after = close + len(mark[0])
    words = text[inside.start : inside.end].rstrip()
    if words.endswith((":", "：")):
        name = Span(inside.start, inside.start + len(words) - 1)
        return _label(text, line, head, name, _past_hint(text, after, line.end), "bold", vocabulary)
    hinted = _past_hint(text, after, line.end)
    colon = _COLON.match(text, hinted, line.end)
    if colon:
        return _label(text, line, head, inside, _past_hint(text, colon.end(), line.end), "bold", vocabulary)
    return _all_bold(text, line, head, inside, hinted, vocabulary)


def _all_bold(  # noqa: PLR0913 - private step of _bold
    text: str, line: Span, head: re.Match[str], inside: Span, after: int, vocabulary: Vocabulary
) -> Label | None:
    """Read a line that is bold to its end: `**Label**`, its value below, or `**Label: value**`."""
    if text[after : line.end].strip():
        return None
    colon = _first_colon(text, inside)
    if colon < 0:
        found = _label(text, line, head, inside, line.end, "title", vocabulary)
        return found if found.meaning else None
    found = _label(text, line, head, Span(inside.start, colon), colon + 1, "bold", vocabulary)
    return found._replace(rest=trimmed(text, Span(colon + 1, inside.end))) if found.meaning else None


def _heading(text: str, line: Span, head: re.Match[str], words: Span, vocabulary: Vocabulary) -> Label | None:
    content = text[words.start : words.end].rstrip(" \t").rstrip("#").rstrip(" \t")
    words = Span(words.start, words.start + len(content))
    colon = _first_colon(text, words)
    name = words if colon < 0 else Span(words.start, colon)
    if name.end - name.start > 2 * _LONGEST:
        return None
    rest = line.end if colon < 0 else colon + 1
    found = _label(text, line, head, name, rest, "heading", vocabulary)
    if found.meaning is None:
        return None
    return found._replace(rest=trimmed(text, Span(min(rest, words.end), words.end)))


def _plain(text: str, line: Span, head: re.Match[str], vocabulary: Vocabulary) -> Label | None:
    start = head.end()
    italic = text[start] if text[start] in "*_" else ""
    start += len(italic)
    colon = _first_colon(text, Span(start, min(line.end, start + 2 * _LONGEST)))
    if colon < 0:
        return None
    name = Span(start, colon)
    if italic and text[name.start : name.end].endswith(italic):
        name, italic = Span(name.start, name.end - 1), ""
    found = _label(text, line, head, name, _past_hint(text, colon + 1, line.end), "plain", vocabulary)
    if found.meaning is None:
        return None
    rest = found.rest
    if italic and rest.end > rest.start and text[rest.end - 1] == italic:
        return found._replace(rest=trimmed(text, Span(rest.start, rest.end - 1)))
    if italic and rest.start < rest.end and text[rest.start] == italic:
        return found._replace(rest=trimmed(text, Span(rest.start + 1, rest.end)))
    return found


def _cell(text: str, line: Span, head: re.Match[str], vocabulary: Vocabulary) -> Label | None:
    """Read a row of two cells, label and value; a row of more is a table of something else."""
    row = _CELL.match(text, head.end(), line.end)
    if row is None or not row["label"]:
        return None
    name = Span(row.start("label"), row.end("label"))
    bare = text[name.start : name.end].strip("*_").rstrip(":：").strip("*_")
    offset = text.find(bare, name.start) if bare else name.start
    found = _label(text, line, head, Span(offset, offset + len(bare)), row.end("value"), "cell", vocabulary)
    return found._replace(rest=Span(row.start("value"), row.end("value")))


def _bracketed(text: str, line: Span, head: re.Match[str], vocabulary: Vocabulary) -> Label | None:
    close = text.find("】", head.end(), min(line.end, head.end() + _LONGEST))
    if close < 0:
        return None
    colon = _COLON.match(text, close + 1, line.end)
    rest = colon.end() if colon else close + 1
    found = _label(text, line, head, Span(head.end() + 1, close), rest, "plain", vocabulary)
    return found if found.meaning else None


def _first_colon(text: str, span: Span) -> int:
    """Find the colon that ends a label, not one inside brackets such as `(target: 150)`."""
    depth = 0
    for offset in range(span.start, min(span.end, span.start + 2 * _LONGEST)):
        character = text[offset]
        if character in "([（":
            depth += 1
        elif character in ")]）":
            depth = max(0, depth - 1)
        elif character in ":：" and not depth:
            return -1 if text.startswith("//", offset + 1) else offset
    return -1


def _past_hint(text: str, start: int, end: int) -> int:
    """Step over one hint in brackets that says something of the label: `(158 chars)`, `[optional]`."""
    hint = _HINT_AFTER.match(text, start, end)
    if hint is None or text.startswith(("(", "["), hint.end()):
        return start
    colon = _COLON.match(text, hint.end(), end)
    if colon:
        return hint.end()
    return hint.end() if is_hint(hint[0]) else start


_FIGURE = re.compile(
    r"\d[^()\[\]]{0,40}(?:char|word|zeichen|wörter|caract|caratter|teken|tecken|znak|симв|слов|字|자|ký tự|حرف|תווים|px|pixel)"
    r"|^\W*ID\W*\d+\W*$|^\W*(?:max|min|target|limit|under|up to|about|approx|≤|<|~)\W{0,3}\d",
    re.IGNORECASE,
)


def is_hint(text: str) -> bool:
    """Whether bracketed text speaks about the length or number of a value: `(49 chars)`, `(ID 48)`."""
    return _FIGURE.search(text) is not None


def trimmed(text: str, span: Span) -> Span:
    """Leave out the blanks at both ends of a span."""
    start, end = span
    while start < end and text[start] in " \t\n\u3000":
        start += 1
    while end > start and text[end - 1] in " \t\n\u3000":
        end -= 1
    return Span(start, end)
