"""Metadata blocks: labelled lines that editors and generators leave before or after the body.

A run of labelled lines is a block only at the ends of an article, or inside a comment, and only when its labels say
so: `proofs` has the guards against prose, how-to lists and API docs that look like it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from lintarticle.article.markdown.body import Body
from lintarticle.article.metadata_block.block_lines import BlockLines, has_sign
from lintarticle.article.metadata_block.known_labels import KnownLabels, Weight
from lintarticle.article.metadata_block.labels import without_blanks
from lintarticle.article.metadata_block.metadata_block import BlockEntry, MetadataBlock
from lintarticle.record import NamedTuple
from lintarticle.source import SourceText, Span

if TYPE_CHECKING:
    from lintarticle.article.metadata_block.runs import Part, Run


class BlocksRead(NamedTuple):
    """The metadata blocks of a body, and the labelled briefs for pictures between its paragraphs."""

    blocks: tuple[MetadataBlock, ...]
    marks: tuple[BlockEntry, ...]


class BlockReader:
    """Reads metadata blocks; `labels` (canonical field → labels) are those that a site adds to the known ones."""

    def __init__(self, labels: Mapping[str, tuple[str, ...]] = MappingProxyType({})) -> None:
        self._vocabulary = KnownLabels(labels)

    def read(self, source: SourceText, body: Body) -> BlocksRead:
        """Return every metadata block, and the labelled briefs that are in none, in document order."""
        if not has_sign(source.text[body.span.start : body.span.end]) and not body.comments:
            return BlocksRead((), ())
        lines = BlockLines(source, body.span, self._vocabulary)
        lines.mark(body)
        blocks, loose = _of_runs(lines) if lines.name_a_field else ([], [])
        blocks.extend(_in_comments(source, body, self._vocabulary))
        return BlocksRead(tuple(sorted(blocks, key=lambda block: block.span)), tuple(_marks(source.text, loose, body)))


# --- blocks ---------------------------------------------------------------------------------------------------


def _of_runs(lines: BlockLines) -> tuple[list[MetadataBlock], list[Part]]:
    """Return the blocks, and what may be a labelled brief in none of them."""
    from lintarticle.article.metadata_block.proofs import is_metadata  # most articles have no labelled lines
    from lintarticle.article.metadata_block.runs import runs

    blocks: list[MetadataBlock] = []
    loose: list[Part] = []
    for run in runs(lines):
        if is_metadata(lines, run):
            blocks.append(_block(lines, run))
        else:
            loose += [part for part in run.parts if part.entry.field == "illustrations"]
    return blocks, loose


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
    entries = tuple(_of_picture(part.entry) for part in run.parts)
    place: Literal["head", "tail"] = "head" if run.is_head else "tail"
    return MetadataBlock(place, span, entries, opener, debris, tuple(run.left_out))


def _of_picture(entry: BlockEntry) -> BlockEntry:
    """Return an entry as a brief if it is one: a picture with a number, or a cover in words instead of a file."""
    words = entry.value.text
    if entry.field not in ("", "cover") or not words or words[0] in "-*+":
        return entry
    asks = _is_described(words) if entry.field else KnownLabels.names_picture(entry.label.text)
    return entry._replace(field="illustrations") if asks and re.search(_ADDRESS, words) is None else entry


def _is_described(words: str) -> bool:
    return len(words.split()) >= _FEWEST_WORDS or re.search(r"[\u2e80-\u9fff]{4}", words) is not None


_ADDRESS = r"[/\\{]|\.\w{2,4}\b|^[A-Za-z0-9_-]+$"
"""What is in the address of a picture, and not in words that describe one."""

_FEWEST_WORDS = 3
"""Words of a description: fewer may be the name of a file in a library."""


def _marks(text: str, loose: list[Part], body: Body) -> Iterator[BlockEntry]:
    """Yield the briefs that are between paragraphs; a heading is one only with a colon, or under several sections."""
    names = [part.label.name.text.casefold() for part in loose]
    for label, entry, _ in loose:
        if label.listed or label.weight < Weight.SURE or not _is_brief(text, entry):
            continue
        shows = any(0 <= image.span.start - entry.span.end < _NEAR for image in body.images)
        closed = text[label.name.span.end : label.name.span.end + 3].lstrip("*_ ")[:1] in (":", "：")
        is_mark = label.form in ("bold", "plain", "picture") or closed or names.count(label.name.text.casefold()) > 1
        if is_mark and not shows:
            yield entry


def _is_brief(text: str, entry: BlockEntry) -> bool:
    """Whether a value is of one picture that is not there yet; a list is advice on how to draw."""
    value = entry.value.text.lstrip()
    return bool(value) and not value.startswith(_BULLETS) and "![" not in text[entry.span.start : entry.span.end]


_BULLETS = ("-", "*", "+", "•", "1.", "1)")
_NEAR = 200
"""Characters behind a brief within which an image is what it asked for."""


def _in_comments(source: SourceText, body: Body, vocabulary: KnownLabels) -> Iterator[MetadataBlock]:
    """Yield the blocks that are in comments: under a first line that announces them, or with two known labels."""
    for comment in body.comments:
        if comment.kind == "template" or ":" not in comment.text.text:
            continue
        from lintarticle.article.metadata_block.runs import runs  # few comments have a colon

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
