"""Metadata blocks: labelled lines that editors and generators leave before or after the body.

A run of labelled lines is a block only at the ends of an article, or inside a comment, and only when its labels say
so: `proofs` has the guards against prose, how-to lists and API docs that look like it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from lintarticle.article.markdown.body import Body
from lintarticle.article.metadata_block.block_lines import BlockLines, has_sign
from lintarticle.article.metadata_block.known_labels import KnownLabels, Weight
from lintarticle.article.metadata_block.labels import without_blanks
from lintarticle.article.metadata_block.metadata_block import MetadataBlock
from lintarticle.article.metadata_block.proofs import is_metadata
from lintarticle.article.metadata_block.runs import Run, runs
from lintarticle.source import SourceText, Span


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
        found = runs(lines) if lines.name_a_field else ()
        blocks = [_block(lines, run) for run in found if is_metadata(lines, run)]
        blocks.extend(_in_comments(source, body, self._vocabulary))
        return tuple(sorted(blocks, key=lambda block: block.span))


# --- blocks ---------------------------------------------------------------------------------------------------


def _block(lines: BlockLines, run: Run) -> MetadataBlock:
    before = run.before
    start = before.lead if before.previous == "heading" else before.opener
    opened = before.previous in ("break", "group", "heading")
    first = run.first
    while run.parts[0].label.form == "cell" and first > 0 and lines.words(first - 1).startswith("|"):
        first -= 1  # a table is one with the rows above its first known one
    first_line = lines.span(first).start
    opener = without_blanks(lines.text, Span(start, first_line)) if opened else None
    end = lines.span(run.parts[-1].after - 1).end
    debris = tuple(run.debris)
    end = max([end, *(span.end for span in (*debris, *run.left_out))])
    if run.closer and (run.is_head or run.ends_article):
        end = max(end, run.closer.end)
    span = without_blanks(lines.text, Span(opener.start if opener else first_line, end))
    entries = tuple(part.entry for part in run.parts)
    place: Literal["head", "tail"] = "head" if run.is_head else "tail"
    return MetadataBlock(place, span, entries, opener, debris, tuple(run.left_out))


def _in_comments(source: SourceText, body: Body, vocabulary: KnownLabels) -> Iterator[MetadataBlock]:
    """Yield the blocks that are in comments: under a first line that announces them, or with two known labels."""
    for comment in body.comments:
        if comment.kind == "template" or ":" not in comment.text.text:
            continue
        lines = BlockLines(source, comment.text.span, vocabulary)
        opener = _announcement(lines)
        parts = [part for run in runs(lines) for part in run.parts if part.label.meaning]
        strong = any(part.label.weight >= Weight.USUAL for part in parts)
        different = len({part.label.field for part in parts})
        if (parts and opener) or (different >= 2 and strong):
            yield MetadataBlock("comment", comment.span, tuple(part.entry for part in parts), opener)


def _announcement(lines: BlockLines) -> Span | None:
    first = lines.next_filled(0)
    if first >= lines.count or not lines.vocabulary.announces(lines.words(first)):
        return None
    return without_blanks(lines.text, lines.span(first))
