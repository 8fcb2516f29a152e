"""Metadata blocks: labelled lines that editors and generators leave before or after the body.

A run of labelled lines is a block only at the ends of an article, or inside a comment, and only when its labels say
so: `_is_metadata` has the guards against prose, how-to lists and API docs that look like it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from types import MappingProxyType
from typing import Literal, NamedTuple

from lintarticle.article.markdown.body import Body
from lintarticle.article.metadata_block.block_lines import BlockLines, has_sign
from lintarticle.article.metadata_block.entries import read_entry
from lintarticle.article.metadata_block.labels import KnownLabels, Label, Weight, without_blanks
from lintarticle.article.metadata_block.metadata_block import BlockEntry, MetadataBlock
from lintarticle.source import SourceText, Span

_LONGEST_SUBTITLE = 3
"""Lines of text that may be between the H1 and a head block: a subtitle, a byline."""

_LONGEST_FOOTER = 5
"""Lines of text that may be behind a block that follows the last break."""

_LONGEST_LEAD = 12
"""Lines of a table that are looked at for a known row."""

_SENTENCE_ENDS = (".", "!", "?", "。", "！", "？", "؟", "।")
"""Where every value is a sentence and nothing sets the lines apart, they are paragraphs with bold lead-ins."""

_Seen = Literal["start", "h1", "break", "group", "heading", "text", "debris"]


class _Surroundings:
    """What was before a line: enough to tell the head of an article, and the part behind its last break.

    `opener` is the offset of the breaks and group headings right before the line, -1 where none are there.
    """

    def __init__(self) -> None:
        self.previous: _Seen = "start"
        self.opener = -1
        self.has_heading = False
        self.text_lines = 0
        self.breaks = 0
        self.clean_since_break = False

    def see(self, kind: _Seen, start: int) -> None:
        """Take in one line that is not blank and belongs to no run."""
        if kind == "debris":
            return
        if kind in ("break", "group"):
            self.opener = self.opener if self.previous in ("break", "group") else start
        if kind == "break":
            self.breaks += 1
            self.clean_since_break = True
        elif kind == "heading":
            self.has_heading, self.clean_since_break = True, False
        elif kind == "text":
            self.text_lines += 1
        self.previous = kind


class _Part(NamedTuple):
    """One labelled line with its value; `after` is the index of the first line behind it."""

    label: Label
    entry: BlockEntry
    after: int


class _Run:
    """Labelled lines with nothing else between them, as `_read_run` finds them.

    `closer` is the break that ends them; `ends_article`: nothing is behind them.
    """

    def __init__(self, first: int, before: _Surroundings) -> None:
        self.first = first
        self.before = before
        self.parts: list[_Part] = []
        self.debris: list[Span] = []
        self.after = first
        self.closer: Span | None = None
        self.ends_article = False

    @property
    def is_head(self) -> bool:
        """Whether it is before the body: before the first heading or break, but for the H1 and a subtitle."""
        before = self.before
        if before.has_heading or before.breaks > 1:
            return False
        subtitled = 0 < before.text_lines <= _LONGEST_SUBTITLE and not before.breaks
        return before.text_lines == 0 or (subtitled and self.closer is not None and not self.ends_article)


class _Proof(NamedTuple):
    """What the known labels of a run prove: how many fields they name, how many labels are not everyday words."""

    different: int
    strong: int
    as_headings: bool
    as_rows: bool


class BlockReader:
    """Reads metadata blocks; `labels` (canonical field → labels) are those that a site adds to the known ones."""

    def __init__(self, labels: Mapping[str, tuple[str, ...]] = MappingProxyType({})) -> None:
        self._vocabulary = KnownLabels(labels)

    def read(self, source: SourceText, body: Body) -> tuple[MetadataBlock, ...]:
        """Return every metadata block, in document order."""
        if not has_sign(source.text[body.span.start : body.span.end]) and not body.comments:
            return ()
        lines = BlockLines(source, body.span, self._vocabulary)
        lines.mark(body)
        runs = _runs(lines) if lines.name_a_field else ()
        blocks = [_block(lines, run) for run in runs if _is_metadata(lines, run)]
        blocks.extend(_in_comments(source, body, self._vocabulary))
        return tuple(sorted(blocks, key=lambda block: block.span))


def _runs(lines: BlockLines) -> Iterator[_Run]:
    """Yield every run of labelled lines, each line looked at once."""
    seen = _Surroundings()
    index = 0
    while index < lines.count:
        label = lines.label(index)
        if lines.kind(index) in ("blank", "comment") or lines.is_empty_head(index):
            index += 1
        elif label is not None and (_starts_run(label, seen) or _leads_to_known_row(lines, index, label)):
            run = _read_run(lines, index, copy(seen))
            yield run
            index = run.after
            seen.previous, seen.opener = "text", -1
            if run.closer:
                seen.see("break", run.closer.start)
        else:
            seen.see(_seen_kind(lines, index, label), lines.span(index).start)
            index += 1


def _starts_run(label: Label, seen: _Surroundings) -> bool:
    """Whether a run starts here: at a known label, or at any bold one or table that something opens."""
    if label.form == "group":
        return False
    return label.meaning is not None or seen.previous in ("start", "h1", "break", "group")


def _leads_to_known_row(lines: BlockLines, index: int, label: Label) -> bool:
    """Whether a row of a table, or its heading, comes before one that is known, a few rows on."""
    for at in range(index, min(lines.count, index + _LONGEST_LEAD)):
        found = lines.label(at)
        if label.form != "cell" or not (lines.is_table_rule(at) or (found is not None and found.form == "cell")):
            return False
        if found is not None and found.meaning is not None:
            return True
    return False


def _seen_kind(lines: BlockLines, index: int, label: Label | None) -> _Seen:
    if label is not None and label.form == "group":
        return "group"
    if lines.is_break(index):
        return "break"
    kind = lines.kind(index)
    return kind if kind in ("h1", "heading", "debris") else "text"


def _read_run(lines: BlockLines, first: int, before: _Surroundings) -> _Run:
    run = _Run(first, before)
    index = first
    while (at := lines.next_filled(index)) < lines.count:
        label = lines.label(at)
        following = lines.next_filled(at + 1)
        if lines.kind(at) == "debris":
            run.debris.append(without_blanks(lines.text, lines.span(at)))
            index = at + 1
        elif _is_table_frame(lines, at, label):
            index = at + 1
        elif lines.is_break(at) or (label is not None and label.form == "group"):
            if not _goes_on(lines, following):
                index = _close(lines, run, at, index)
                break
            index = following
        elif label is None or not _joins(run, label):
            break
        else:
            read = read_entry(lines, at, label)
            run.parts.append(_Part(label, read.entry, read.after))
            index = read.after
    run.after = max(index, first + 1)
    run.ends_article = lines.next_filled(run.after) >= lines.count
    _drop_loose_end(run)
    return run


def _goes_on(lines: BlockLines, index: int) -> bool:
    """Whether a known label, or the heading of a group, is behind a break or another group heading."""
    label = lines.label(index) if index < lines.count else None
    return label is not None and (label.meaning is not None or label.form == "group")


def _close(lines: BlockLines, run: _Run, at: int, index: int) -> int:
    """End a run at a break, which is its last line, or before a group heading that nothing is under."""
    if not lines.is_break(at):
        return index
    run.closer = without_blanks(lines.text, lines.span(at))
    return at + 1


def _joins(run: _Run, label: Label) -> bool:
    """Whether a labelled line goes on with a run: an unknown row only in a table, a weak heading only in a group."""
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


def _drop_loose_end(run: _Run) -> None:
    """Leave labels that we do not know out of the end of a run, unless the article ends with them."""
    while run.parts and not run.ends_article and run.parts[-1].label.meaning is None:
        run.parts.pop()
        run.closer = None


# --- the guards -----------------------------------------------------------------------------------------------


def _is_metadata(lines: BlockLines, run: _Run) -> bool:
    """Whether a run is metadata: enough known labels, in a place where metadata is."""
    known = [part.label for part in run.parts if part.label.meaning]
    if not known or 2 * len(known) < len(run.parts):
        return False
    opened = run.before.previous in ("start", "h1", "break", "group")
    if (known[0].listed or known[0].quoted or run.parts[0].label.listed) and not opened:
        return False
    proof = _Proof(
        different=len({label.field for label in known}),
        strong=sum(label.weight >= Weight.USUAL for label in known),
        as_headings=any(label.form == "heading" for label in known),
        as_rows=any(label.listed or label.form == "cell" for label in known),
    )
    if run.is_head:
        return _is_head_block(run, proof)
    if run.ends_article:
        return _is_tail_block(lines, run, proof)
    left = lines.filled_after(run.after, _LONGEST_FOOTER + 1)
    return left <= _LONGEST_FOOTER and run.before.clean_since_break and _is_opened_block(run, proof)


def _is_head_block(run: _Run, proof: _Proof) -> bool:
    if run.before.text_lines:
        return proof.different >= 2
    return proof.different >= 2 or (proof.strong > 0 and not proof.as_headings)


def _is_tail_block(lines: BlockLines, run: _Run, proof: _Proof) -> bool:
    if run.before.previous == "group" or run.before.clean_since_break:
        return _is_opened_block(run, proof)
    if _is_illustration_plan(run):
        return True
    if proof.as_headings or run.before.previous == "heading":
        return proof.different >= 3 and proof.strong >= 2 and not proof.as_rows
    sentences = all(part.entry.value.text.endswith(_SENTENCE_ENDS) for part in run.parts)
    return proof.different >= 2 and proof.strong > 0 and not sentences and not lines.announces(run.first)


def _is_opened_block(run: _Run, proof: _Proof) -> bool:
    """Judge a run under a group heading or behind the last break."""
    if proof.as_headings and run.before.previous != "group":
        return (proof.different >= 2 and proof.strong > 0) or _is_illustration_plan(run)
    return proof.strong > 0 or (proof.different >= 2 and not proof.as_rows)


def _is_illustration_plan(run: _Run) -> bool:
    """Whether a run is a heading such as `## Image Suggestions` with its briefs."""
    first = run.parts[0]
    return first.label.field == "illustrations" and first.label.weight == Weight.SURE and "\n" in first.entry.value.text


# --- blocks ---------------------------------------------------------------------------------------------------


def _block(lines: BlockLines, run: _Run) -> MetadataBlock:
    opened = run.before.previous in ("break", "group")
    first = run.first
    while run.parts[0].label.form == "cell" and first > 0 and lines.words(first - 1).startswith("|"):
        first -= 1  # a table is one with the rows above its first known one
    first_line = lines.span(first).start
    opener = without_blanks(lines.text, Span(run.before.opener, first_line)) if opened else None
    end = lines.span(run.parts[-1].after - 1).end
    debris = tuple(run.debris)
    end = max([end, *(span.end for span in debris)])
    if run.closer and (run.is_head or run.ends_article):
        end = max(end, run.closer.end)
    span = without_blanks(lines.text, Span(opener.start if opener else first_line, end))
    return MetadataBlock(
        "head" if run.is_head else "tail", span, tuple(part.entry for part in run.parts), opener, debris
    )


def _in_comments(source: SourceText, body: Body, vocabulary: KnownLabels) -> Iterator[MetadataBlock]:
    """Yield the blocks that are in comments: under a first line that announces them, or with two known labels."""
    for comment in body.comments:
        if comment.kind == "template" or ":" not in comment.text.text:
            continue
        lines = BlockLines(source, comment.text.span, vocabulary)
        opener = _announcement(lines)
        parts = [part for run in _runs(lines) for part in run.parts if part.label.meaning]
        strong = any(part.label.weight >= Weight.USUAL for part in parts)
        different = len({part.label.field for part in parts})
        if (parts and opener) or (different >= 2 and strong):
            yield MetadataBlock("comment", comment.span, tuple(part.entry for part in parts), opener)


def _announcement(lines: BlockLines) -> Span | None:
    first = lines.next_filled(0)
    if first >= lines.count or not lines.vocabulary.is_group(lines.words(first)):
        return None
    return without_blanks(lines.text, lines.span(first))
