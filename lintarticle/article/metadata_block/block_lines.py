"""The lines of a body as the reader of metadata blocks sees them."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Literal

from lintarticle.article.markdown.body import Body
from lintarticle.article.metadata_block.known_labels import PICTURE, KnownLabels, Weight
from lintarticle.article.metadata_block.labels import Label, LabelReader
from lintarticle.article.text.debris import LONGEST_INTERFACE, interface_certainty
from lintarticle.source import SourceText, Span

LineKind = Literal["blank", "text", "code", "comment", "break", "h1", "heading", "debris"]

_EMPTY = ("blank", "comment")
_LABELLED = ("text", "heading")
_OF_PICTURES = ("cover", "illustrations")
_BREAK_MARKS = ("-", "*", "_")
_MARKS = frozenset("-*_|:")
"""What a break, a row of a table or the dashes in one starts with."""

# Patterns are compiled on first use, by `re` itself, which keeps them: most articles need few of them.
_BREAK = r"[ ]{0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$"
_ITEM = r"[ \t]*(?:>[ \t]?)?(?:[-*+•‣]|\d{1,3}[.)])[ \t]+\S"
_LABELLED_FENCE = r"(?:`{3,}|~{3,})[ \t]*(?:text|txt|plaintext|plain|yaml|yml|markdown|md|seo)?"
_LONGEST_LABELLED = 20_000
"""Characters of the longest line in which a label is looked for."""


class BlockLines:
    """Lines by index, 0 for the first line of the body; what a line is, is found out when somebody asks."""

    def __init__(self, source: SourceText, region: Span, vocabulary: KnownLabels) -> None:
        self.text = source.text
        self.vocabulary = vocabulary
        self._source = source
        self._first = source.line_of(region.start)
        text = source.text[region.start : region.end]
        self._lines = text.removesuffix("\n").split("\n") if text else []
        self._starts = list(accumulate([len(line) + 1 for line in self._lines], initial=region.start))
        self.count = len(self._lines)
        self._reader = LabelReader(source.text, vocabulary)
        self._words = [line.strip() for line in self._lines]
        self._labels: dict[int, Label | None] = {
            index: None for index, words in enumerate(self._words) if not (words and has_sign(words))
        }
        self._kinds: dict[int, LineKind] = {
            index: "text" if words else "blank"
            for index, words in enumerate(self._words)
            if not 0 < len(words) <= LONGEST_INTERFACE
        }
        self.title = ""

    def mark(self, body: Body) -> None:
        """Take over what Markdown says of the lines: headings, breaks, code, comments."""
        title = next((heading for heading in body.headings if heading.level == 1), None)
        self.title = title.text if title else ""
        for heading in body.headings:
            self._kinds[self._index(heading.span.start)] = "h1" if heading is title else "heading"
        for span in body.thematic_breaks:
            self._kinds[self._index(span.start)] = "break"
        for block in body.code_blocks:
            self._cover(block.span, "code")
        for comment in body.comments:
            line = self.span(self._index(comment.span.start))
            if not self.text[line.start : comment.span.start].strip():
                self._cover(comment.span, "comment")

    def _cover(self, span: Span, kind: LineKind) -> None:
        last = self._index(max(span.start, span.end - 1))
        for index in range(self._index(span.start), last + 1):
            self._kinds[index] = kind

    def _index(self, offset: int) -> int:
        """Return the index of the line that holds an offset."""
        return self._source.line_of(offset) - self._first

    def span(self, index: int) -> Span:
        """Return the span of a line, without its line end."""
        start = self._starts[index]
        return Span(start, start + len(self._lines[index]))

    def start(self, index: int) -> int:
        """Return the offset at which a line starts."""
        return self._starts[index]

    def span_at(self, offset: int) -> Span:
        """Return the span of the line that holds an offset."""
        return self.span(self._index(offset))

    def words(self, index: int) -> str:
        """Return the text of a line without outer blanks."""
        return self._words[index]

    def kind(self, index: int) -> LineKind:
        """Say what a line is; one that starts with a label counts as text here."""
        found = self._kinds.get(index)
        if found is None:
            found = "debris" if interface_certainty(self._words[index]) else "text"
            self._kinds[index] = found
        return found

    def label(self, index: int) -> Label | None:
        """Return the label that a line starts with, None for code, comments and lines without."""
        if index not in self._labels:
            self._labels[index] = self._read(index)
        return self._labels[index]

    def _read(self, index: int) -> Label | None:
        line = self._lines[index]
        if self._kinds.get(index, "text") not in _LABELLED or len(line) > _LONGEST_LABELLED:
            return None
        start = self._starts[index]
        label = self._reader.read(start, start + len(line))
        if label is None or self.kind(index) not in _LABELLED:
            return None
        is_vague = label.weight == Weight.WEAK and label.field in _OF_PICTURES and label.rest.start == label.rest.end
        return self._of_picture(label, index) if label.form == "picture" or is_vague else label

    def _of_picture(self, label: Label, index: int) -> Label | None:
        """Return the label of a line that may name a picture as what it is: one only if a brief follows."""
        from lintarticle.article.metadata_block.picture_lines import LINES_OF_BRIEF, holds_brief

        below = [self.words(at) for at in range(index + 1, min(self.count, index + LINES_OF_BRIEF))]
        if holds_brief(label, self.text[label.rest.start : label.rest.end], below):
            return label._replace(meaning=PICTURE)
        if label.form != "picture":
            return label
        is_bold = self.text.startswith(("*", "_"), label.name.span.start - 1) and label.rest.start < label.rest.end
        return label._replace(form="bold", meaning=None) if is_bold else None

    @property
    def name_a_field(self) -> bool:
        """Whether any line starts with a label that we know, or announces some: else there is no metadata block."""
        labels = map(self.label, [index for index in range(self.count) if index not in self._labels])
        return any(label is not None and (label.meaning or label.form == "group") for label in labels)

    def is_plain(self, index: int) -> bool:
        """Whether a line is text and can't be anything else: no label, break or row of a table starts it."""
        return self.label(index) is None and self.kind(index) == "text" and self._words[index][0] not in _MARKS

    def is_break(self, index: int) -> bool:
        """Whether a line is `---` or the like, also where Markdown takes it for the underline of a heading."""
        if self.kind(index) == "break":
            return True
        words = self.words(index)
        return words[:1] in _BREAK_MARKS and len(words) < 200 and re.compile(_BREAK).match(words) is not None

    def is_item(self, index: int) -> bool:
        """Whether a line is a list item."""
        span = self.span(index)
        return re.compile(_ITEM).match(self.text, span.start, span.end) is not None

    def is_indented(self, index: int) -> bool:
        """Whether a line starts with blanks."""
        start, end = self.span(index)
        return start < end and self.text[start].isspace()

    def next_filled(self, index: int) -> int:
        """Return the first line from `index` on that is neither blank nor a comment, `count` for none."""
        while self._kinds.get(index) in _EMPTY:
            index += 1
        return index

    def filled_after(self, index: int, most: int) -> int:
        """Count the lines from `index` on that are neither blank nor a comment, up to `most` of them."""
        count = 0
        while count < most and (index := self.next_filled(index)) < self.count:
            count += 1
            index += 1
        return count

    def past_code(self, index: int) -> int:
        """Return the first line behind the code that line `index` is in."""
        while index < self.count and self._kinds.get(index) == "code":
            index += 1
        return index

    def fenced(self, index: int) -> BlockLines | None:
        """Return the lines between the fences that begin on a line, if they may be labelled."""
        opening = re.compile(_LABELLED_FENCE).fullmatch(self.words(index))
        after = self.past_code(index)
        if opening is None or after - index < 3:
            return None
        inside = Span(self._starts[index + 1], self.span(after - 1).start)
        lines = BlockLines(self._source, inside, self.vocabulary)
        lines.title = self.title
        return lines if lines.name_a_field else None

    def is_table_rule(self, index: int) -> bool:
        """Whether a line is the dashes under the headings of a table."""
        words = self.words(index)
        return words.startswith(("|", "-", ":")) and "|" in words and "-" in words and not words.strip("|-: \t")

    def is_empty_head(self, index: int) -> bool:
        """Whether a line is the head of a table without any words, or the dashes below one."""
        if "|" not in self._words[index]:
            return False
        at = index - 1 if index and self.is_table_rule(index) else index
        words = self.words(at)
        is_empty = words.startswith("|") and not words.strip("| \t")
        return is_empty and at + 1 < self.count and self.is_table_rule(at + 1)

    def announces(self, index: int) -> bool:
        """Whether the text before a line ends in a colon: what follows is the writer's own list."""
        while index > 0 and self.kind(index - 1) == "blank":
            index -= 1
        return index > 0 and self.kind(index - 1) == "text" and self.words(index - 1).rstrip("*_").endswith((":", "："))


def has_sign(text: str) -> bool:
    """Whether a line, or any line of a text, has one of the marks without which it can't start with a label."""
    return (
        ":" in text
        or "#" in text
        or "|" in text
        or ("*" in text and "**" in text)  # one character is looked for in a thirtieth of the time of two
        or ("_" in text and "__" in text)
        or "：" in text
        or "【" in text
        or "→" in text
    )
