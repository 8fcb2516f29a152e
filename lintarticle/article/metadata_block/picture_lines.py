"""Whether a brief follows a heading or a bold line that names a picture, or pictures at large.

Articles about pictures have such headings too, so there must be what only a brief has: a prompt, or a place in the
article. Apart from the other readers, since few articles have such a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import takewhile

from lintarticle.article.metadata_block.known_labels import KnownLabels
from lintarticle.article.metadata_block.labels import Label
from lintarticle.article.text.brief_words import VOCABULARY
from lintarticle.languages import Joined, fold, pattern

LINES_OF_BRIEF = 60
"""Lines that are looked at for what a brief has."""

_LONGEST_LINE = 400
"""Characters of a line in which labels are looked for."""

_SHORTEST_PROMPT = 12
"""Characters of a prompt that says something: `Prompt: string` is a field of an interface."""

_PART = re.compile(
    r"(?:^|[—–|;。(（]|\.\s|\*\*|__)[\s>*+•\d.)\]\[_-]*[^\w\n:：]*([^\W\d_][^\n:：*_|—–(（]{0,40}?)[\s*_]*"
    r"(?:[(（][^\n()（）]{0,40}[)）][\s*_]*)?(?:[:：][\s*_]*([^\n]*)|\*\*[ \t]*$)"
)
_NEEDED = frozenset({"alt", "prompt", "placement"})


class _Places:
    """What the text of a placement begins or ends with, in all languages."""

    @cached_property
    def relation(self) -> re.Pattern[str]:
        tables = (_TOP, _END, _BEFORE, _AFTER, _INTRODUCTION)
        words = {re.sub(r"[()]", "", word) for table in tables for word in table.every}
        front = pattern(word for word in words if word[0] != "~")
        behind = pattern(word[1:] for word in words if word[0] == "~")
        return re.compile(
            rf"[\W_]*(?:\w+\s+){{0,3}}?(?:{front})|.*[\"“”„«»「」『』']\W*\w{{0,12}}\s*(?:{behind})", re.IGNORECASE
        )


_TOP = Joined("top")
_END = Joined("end")
_BEFORE = Joined("before")
_AFTER = Joined("after")
_INTRODUCTION = Joined("after_introduction")
_PLACES = _Places()


def holds_brief(label: Label, rest: str, below: Sequence[str]) -> bool:
    """Whether the lines below a label, blanks around them left out, are a brief for a picture that is still to come."""
    found: dict[str, str] = {}
    is_numbered = KnownLabels.names_picture(label.name.text)
    own = list(takewhile(lambda line: not _ends(line, label), below))
    for at, line in enumerate(each[:_LONGEST_LINE] for each in (rest, *own)):
        if "![" in line or "<img" in line:
            return False
        if line.startswith("|") and not found and _heads_table(line):
            return True
        for part, value in _parts(line):
            found.setdefault(part, value or next((each.strip("> `") for each in own[at : at + 3] if each), ""))
    if len(found.get("prompt", "")) >= _SHORTEST_PROMPT:
        return True
    if len(found) < 2 or _NEEDED.isdisjoint(found):
        return False
    return _is_place(found.get("placement", "")) or (is_numbered and "alt" in found)


def _ends(line: str, label: Label) -> bool:
    """Whether a line is a break, a heading at the level of the label, or the name of the next picture."""
    level = len(line) - len(line.lstrip("#"))
    if label.level:
        return 0 < level <= label.level or bool(line and not line.strip("-*_ "))
    return bool(level) or KnownLabels.names_picture(line.lstrip("*_ "))


def _parts(words: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a brief that a line labels, each with what follows."""
    if words.startswith("#") and ":" not in words:
        words = f"{words.lstrip('# ')}:"
    at = 0
    while found := _PART.search(words, at):
        part = VOCABULARY.part_of(found[1])
        if part:
            yield part, (found[2] or "").strip()
        at = max(found.end(1), at + 1)


def _heads_table(line: str) -> bool:
    """Whether the cells of a line are the heads of a table of briefs."""
    parts = {VOCABULARY.part_of(cell.strip(" *_")) for cell in line.split("|")}
    return "prompt" in parts and not parts.isdisjoint({"alt", "placement", "description"})


def _is_place(text: str) -> bool:
    """Whether a text names a place of an article: its top or end, before or after a section."""
    return bool(text) and len(text) < 200 and _PLACES.relation.match(fold(text)) is not None
