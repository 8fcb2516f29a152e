"""Add and remove the items of a list in the front matter."""

from __future__ import annotations

from collections.abc import Collection

from lintarticle.article.editing.brackets import insert_between, removal
from lintarticle.article.editing.extent import (
    Editable,
    before_on_line,
    content_end,
    is_bracketed,
    item_extent,
    sound_front_matter,
    whole_lines,
)
from lintarticle.article.editing.manner import preferred_quote
from lintarticle.article.editing.writing import Value, write_flow, yaml_item_lines
from lintarticle.article.model import Node
from lintarticle.problem import Edit
from lintarticle.source import SourceText, Span

Edits = tuple[Edit, ...]


def insert_item(article: Editable, sequence: Node, index: int, value: Value) -> Edits:
    """Put a value before the item at `index`; an index of `len(sequence.items)` adds it at the end."""
    found = sound_front_matter(article)
    if found is None or sequence.kind != "list" or not 0 <= index <= len(sequence.items):
        return ()
    source, quote = article.source, preferred_quote(article)
    if is_bracketed(sequence) or found.format == "json":
        spans = [Span(item.span.start, content_end(source, item)) for item in sequence.items]
        return insert_between(source, sequence.span, spans, index, [write_flow(value, found.format, quote=quote)])
    lines = [_lines_of(source, item) for item in sequence.items]
    if found.format != "yaml" or not lines or None in lines:
        return ()
    column = before_on_line(source, sequence.items[0].span.start).index("-")
    written = "".join(line + "\n" for line in yaml_item_lines(value, column, quote=quote))
    place = lines[index] if index < len(lines) else lines[-1]
    at = (place.start if index < len(lines) else place.end) if place else -1
    return (Edit(Span(at, at), written),) if at >= 0 else ()


def remove_item(article: Editable, sequence: Node, index: int) -> Edits:
    """Remove one item with its dash or its comma."""
    return remove_items(article, sequence, {index})


def remove_items(article: Editable, sequence: Node, indices: Collection[int]) -> Edits:
    """Remove items with their dashes or commas; a list that loses all of them becomes `[]`."""
    found = sound_front_matter(article)
    doomed = {index for index in indices if 0 <= index < len(sequence.items)}
    if found is None or sequence.kind != "list" or not doomed:
        return ()
    source = article.source
    if is_bracketed(sequence) or found.format == "json":
        return removal(
            source, sequence.span, [Span(i.span.start, content_end(source, i)) for i in sequence.items], doomed
        )
    lines = [_lines_of(source, item) for item in sequence.items]
    if found.format != "yaml" or None in lines:
        return ()
    if len(doomed) == len(lines):
        dash = source.text.rfind("-", 0, sequence.items[0].span.start + 1)
        return (Edit(Span(dash, content_end(source, sequence)), "[]"),)
    return tuple(Edit(span, "") for index, span in enumerate(lines) if index in doomed and span)


def _lines_of(source: SourceText, item: Node) -> Span | None:
    """Return the lines of an item of a list with dashes, None where its dash shares a line with something else."""
    region = item_extent(source, item)
    if region is None or before_on_line(source, region.start).strip() != "-":
        return None
    return whole_lines(source, region)
