"""Runs of labelled lines in a body: what may be a metadata block, with all that is around it."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import Literal

from lintarticle.article.metadata_block.block_lines import BlockLines
from lintarticle.article.metadata_block.entries import read_entry
from lintarticle.article.metadata_block.known_labels import Weight
from lintarticle.article.metadata_block.labels import Label, without_blanks
from lintarticle.article.metadata_block.metadata_block import BlockEntry
from lintarticle.record import NamedTuple
from lintarticle.source import Span

_LONGEST_SUBTITLE = 3
"""Lines of text that may be between the H1 and a head block: a subtitle, a byline."""

_LONGEST_LEAD = 12
"""Lines of a table that are looked at for a known row."""

_LONGEST_GAP = 6
"""Lines that no label explains, between two that are known or behind the last one of a section about metadata."""

Seen = Literal["start", "h1", "break", "group", "heading", "text", "debris"]
_OPENERS = ("start", "h1", "break", "group")


class Surroundings:
    """What was before a line: enough to tell the head of an article, and the part behind its last break.

    `lead_in` is the offset of a line between a group heading and its labels, which may say what follows.
    `opener` is the offset of the breaks and group headings right before the line, `lead` that of these and any
    other headings, -1 where none are there. `doubtful`: the group heading might be over advice.
    """

    def __init__(self) -> None:
        self.previous: Seen = "start"
        self.opener = -1
        self.lead = -1
        self.doubtful = False
        self.has_heading = False
        self.text_lines = 0
        self.breaks = 0
        self.clean_since_break = False
        self.lead_in: tuple[int, ...] = ()

    def see(self, kind: Seen, start: int, *, doubtful: bool = False) -> None:
        """Take in one line that is not blank and belongs to no run."""
        if kind == "debris":
            return
        if kind == "text" and self.previous == "group" and not self.lead_in:
            self.lead_in = (start,)
            return
        if kind != "group":
            self.lead_in = ()
        if kind in ("break", "group", "heading"):
            self.lead = self.lead if self.previous in ("break", "group", "heading") else start
        if kind in ("break", "group"):
            self.opener = self.opener if self.previous in ("break", "group") else start
        if kind == "break":
            self.breaks += 1
            self.clean_since_break = True
        elif kind == "heading":
            self.has_heading, self.clean_since_break = True, False
        elif kind == "text":
            self.text_lines += 1
        self.doubtful = doubtful or (self.doubtful and kind == "group")
        self.previous = kind


class Part(NamedTuple):
    """One labelled line with its value; `after` is the index of the first line behind it."""

    label: Label
    entry: BlockEntry
    after: int


class Run:
    """Labelled lines with nothing else between them, as `read_run` finds them.

    `closer` is the break that ends them; `ends_article`: nothing is behind them. `left_out` are lines among them, or
    behind them under a heading about metadata, that no label explains; `fenced`: some are between fences.
    """

    def __init__(self, first: int, before: Surroundings) -> None:
        self.first = first
        self.before = before
        self.parts: list[Part] = []
        self.debris: list[Span] = []
        self.left_out: list[Span] = []
        self.after = first
        self.closer: Span | None = None
        self.ends_article = False
        self.fenced = False

    @property
    def is_head(self) -> bool:
        """Whether it is before the body: before the first heading or break, but for the H1 and a subtitle."""
        before = self.before
        if before.has_heading or before.breaks > 1:
            return False
        subtitled = 0 < before.text_lines <= _LONGEST_SUBTITLE and not before.breaks
        return before.text_lines == 0 or (subtitled and self.closer is not None and not self.ends_article)

    @property
    def is_opened(self) -> bool:
        """Whether something right before it may open a block: the start, a break, a heading."""
        return self.before.previous not in {"text", "debris"}


def runs(lines: BlockLines) -> Iterator[Run]:
    """Yield every run of labelled lines, each line looked at once."""
    seen = Surroundings()
    index = lines.next_filled(0)
    while index < lines.count:
        if lines.is_plain(index):
            seen.see("text", lines.start(index))
            index = lines.next_filled(index + 1)
            continue
        if lines.is_empty_head(index):
            index = lines.next_filled(index + 1)
            continue
        label = lines.label(index)
        if _starts_run(lines, index, label, seen):
            run = _read_run(lines, index, copy(seen))
            run.left_out[:0] = [without_blanks(lines.text, lines.span_at(each)) for each in seen.lead_in]
            if run.parts:
                yield run
            index = lines.next_filled(run.after)
            seen.previous, seen.opener, seen.lead_in = "text", -1, ()
            if run.closer:
                seen.see("break", run.closer.start)
        else:
            seen.see(
                _seen_kind(lines, index, label),
                lines.start(index),
                doubtful=label is not None and label.form == "group" and label.doubtful,
            )
            index = lines.next_filled(index + 1)


def _starts_run(lines: BlockLines, index: int, label: Label | None, seen: Surroundings) -> bool:
    """Whether a run starts here: at a known label, or at any bold one, table or fence that something opens."""
    if label is None:
        return lines.kind(index) == "code" and seen.previous in ("break", "group") and lines.fenced(index) is not None
    if label.form == "group":
        return False
    return label.meaning is not None or seen.previous in _OPENERS or _leads_to_known_row(lines, index, label)


def _leads_to_known_row(lines: BlockLines, index: int, label: Label) -> bool:
    """Whether a row of a table, or its heading, comes before one that is known, a few rows on."""
    for at in range(index, min(lines.count, index + _LONGEST_LEAD)):
        found = lines.label(at)
        if label.form != "cell" or not (lines.is_table_rule(at) or (found is not None and found.form == "cell")):
            return False
        if found is not None and found.meaning is not None:
            return True
    return False


def _seen_kind(lines: BlockLines, index: int, label: Label | None) -> Seen:
    if label is not None and label.form == "group":
        return "group"
    if lines.is_break(index):
        return "break"
    kind = lines.kind(index)
    return kind if kind in ("h1", "heading", "debris") else "text"


def _read_run(lines: BlockLines, first: int, before: Surroundings) -> Run:
    run = Run(first, before)
    index = first
    while (at := lines.next_filled(index)) < lines.count:
        label = lines.label(at)
        if lines.kind(at) == "debris":
            run.debris.append(without_blanks(lines.text, lines.span(at)))
            index = at + 1
        elif _is_table_frame(lines, at, label):
            index = at + 1
        elif lines.is_break(at) or (label is not None and label.form == "group"):
            following = lines.next_filled(at + 1)
            if not _goes_on(lines, following):
                index = _close(lines, run, at, index)
                break
            index = following
        elif label is not None and _joins(run, label):
            read = read_entry(lines, at, label)
            run.parts.append(Part(label, read.entry, read.after))
            index = read.after
        elif (after := _past_fence(lines, at, run) or _past_gap(lines, at, run)) > at:
            index = after
        else:
            break
    run.after = max(index, first + 1)
    run.ends_article = lines.next_filled(run.after) >= lines.count
    _drop_loose_end(run)
    return run


def _past_fence(lines: BlockLines, index: int, run: Run) -> int:
    """Take in the labelled lines between fences that something opens; return the line behind, or 0."""
    inside = lines.fenced(index) if lines.kind(index) == "code" and run.is_opened else None
    if inside is None:
        return 0
    after = lines.past_code(index)
    at = inside.next_filled(0)
    parts: list[Part] = []
    while at < inside.count:
        label = inside.label(at)
        if label is None or label.form == "group":
            return 0
        read = read_entry(inside, at, label)
        parts.append(Part(label, read.entry, after))
        at = inside.next_filled(read.after)
    run.parts += parts
    run.fenced = True
    return after


def _past_gap(lines: BlockLines, index: int, run: Run) -> int:
    """Leave out lines that no label explains, if a known label follows, or nothing does; return the line behind."""
    is_plan = bool(run.parts) and run.parts[0].label.field == "illustrations" and run.parts[0].label.level > 0
    if not run.parts or not (is_plan or run.before.previous in ("break", "group")):
        return 0
    left: list[int] = []
    at = index
    while at < lines.count and len(left) < _LONGEST_GAP and _is_loose(lines, at, left):
        left.append(at)
        at = lines.next_filled(at + 1)
    label = lines.label(at) if at < lines.count else None
    goes_on = label is not None and label.weight >= Weight.USUAL and label.form != "picture" and _joins(run, label)
    ends = (is_plan or run.before.previous == "group") and at >= lines.count
    if not left or not (goes_on or ends):
        return 0
    run.left_out += [without_blanks(lines.text, lines.span(each)) for each in left]
    return left[-1] + 1


def _is_loose(lines: BlockLines, index: int, left: list[int]) -> bool:
    """Whether a line is text that is neither a known label nor the beginning of something else."""
    if lines.kind(index) != "text" or lines.is_break(index):
        return False
    label = lines.label(index)
    return label is None or (not left and label.form == "heading") or (label.meaning is None and label.form != "group")


def _goes_on(lines: BlockLines, index: int) -> bool:
    """Whether a known label, or the heading of a group, is behind a break or another group heading."""
    label = lines.label(index) if index < lines.count else None
    return label is not None and (label.meaning is not None or label.form == "group")


def _close(lines: BlockLines, run: Run, at: int, index: int) -> int:
    """End a run at a break, which is its last line, or before a group heading that nothing is under."""
    if not lines.is_break(at):
        return index
    run.closer = without_blanks(lines.text, lines.span(at))
    return at + 1


def _joins(run: Run, label: Label) -> bool:
    """Whether a labelled line continues a run: an unknown row only in a table, a weak heading only in a group."""
    if label.form == "cell":
        return not run.parts or run.parts[-1].label.form == "cell" or label.meaning is not None
    if label.form == "heading" and label.weight == Weight.WEAK:
        return run.before.previous == "group"
    return True


def _is_table_frame(lines: BlockLines, index: int, label: Label | None) -> bool:
    """Whether a line is the dashes of a table, or the headings above them (`| Field | Value |`)."""
    if lines.is_table_rule(index) or lines.is_empty_head(index):
        return True
    unknown = label is not None and label.form == "cell" and label.meaning is None
    return unknown and index + 1 < lines.count and lines.is_table_rule(index + 1)


def _drop_loose_end(run: Run) -> None:
    """Leave labels that we do not know out of the end of a run, unless the article ends with them."""
    while run.parts and not run.ends_article and run.parts[-1].label.meaning is None:
        run.parts.pop()
        run.closer = None
