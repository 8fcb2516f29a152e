"""Add and remove the items of a list in the front matter."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from lintarticle.article.editing.brackets import insert_between, removal
from lintarticle.article.editing.layout import (
    Editable,
    Edits,
    before_on_line,
    content_end,
    entries_of,
    is_bracketed,
    item_extent,
    once,
    preferred_quote,
    sound_front_matter,
    whole_lines,
)
from lintarticle.article.editing.value_edits import set_value
from lintarticle.article.editing.writing import Value, toml_lines, write_flow, yaml_item_lines
from lintarticle.article.values import Node
from lintarticle.problem import Edit
from lintarticle.source import SourceText, Span


def insert_item(article: Editable, sequence: Node, index: int, value: Value) -> Edits:
    """Put a value before the item at `index`; an index of `len(sequence.items)` adds it at the end."""
    found = sound_front_matter(article)
    if found is None or sequence.kind != "list" or not 0 <= index <= len(sequence.items):
        return ()
    source, quote = article.source, preferred_quote(article)
    if is_bracketed(sequence) or found.format == "json":
        spans = _spans(article, sequence)
        return insert_between(source, sequence.span, spans, index, [write_flow(value, found.format, quote=quote)])
    if found.format == "toml":
        return _insert_table(article, sequence, index, value)
    lines = _lines(article, sequence)
    if found.format != "yaml" or not lines:
        return ()
    column = before_on_line(source, sequence.items[0].span.start).index("-")
    written = "".join(line + "\n" for line in yaml_item_lines(value, column, quote=quote))
    at = lines[index].start if index < len(lines) else lines[-1].end
    return (Edit(Span(at, at), written),)


def split_only_item(article: Editable, sequence: Node, texts: Sequence[str]) -> Edits:
    """Put several texts in the place of a list's only item, spaced as it is; comments around it stay."""
    found = sound_front_matter(article)
    if found is None or sequence.kind != "list" or len(sequence.items) != 1:
        return ()
    whole, item = set_value(article, sequence, texts), sequence.items[0]
    if not is_bracketed(sequence):
        return whole
    if not whole or not set_value(article, item, texts[0]):
        return ()  # the list or its item is used at another place too
    source, quote = article.source, preferred_quote(article)
    first, *others = (write_flow(text, found.format, quote=quote) for text in texts)
    span = Span(item.span.start, content_end(source, item))
    return (Edit(span, first), *insert_between(source, sequence.span, [span], 1, others))


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
        return removal(source, sequence.span, _spans(article, sequence), doomed)
    if found.format == "toml":
        return _remove_tables(article, sequence, doomed)
    lines = _lines(article, sequence)
    if found.format != "yaml" or not lines:
        return ()
    if len(doomed) == len(lines):
        return set_value(article, sequence, [])
    return tuple(Edit(lines[index], "") for index in sorted(doomed))


def _spans(article: Editable, sequence: Node) -> list[Span]:
    """Return the spans of the items of a list in brackets."""
    source = article.source
    return once(
        article,
        ("spans", id(sequence)),
        lambda: [Span(item.span.start, content_end(source, item)) for item in sequence.items],
    )


def _lines(article: Editable, sequence: Node) -> list[Span]:
    """Return the lines of each item of a list with dashes; none if one can't be moved by itself."""

    def make() -> list[Span]:
        lines = [_lines_of(article.source, item) for item in sequence.items]
        return [span for span in lines if span] if None not in lines else []

    return once(article, ("lines", id(sequence)), make)


def _lines_of(source: SourceText, item: Node) -> Span | None:
    """Return the lines of an item of a list with dashes, None if its dash shares a line with something else."""
    region = item_extent(source, item)
    if region is None or before_on_line(source, region.start).strip() != "-":
        return None
    return whole_lines(source, region)


def _insert_table(article: Editable, sequence: Node, index: int, value: Value) -> Edits:
    """Add one `[[table]]` behind the last, under the header that the others have."""
    if index != len(sequence.items) or not isinstance(value, Mapping) or not sequence.items:
        return ()
    source, last = article.source, sequence.items[-1]
    header = source[whole_lines(source, Span(last.span.start, last.span.start))]
    at = whole_lines(source, last.span).end
    lines = "".join(f"{line}\n" for line in toml_lines(value, preferred_quote(article)))
    return (Edit(Span(at, at), f"\n{header}{lines}"),)


def _remove_tables(article: Editable, sequence: Node, doomed: Collection[int]) -> Edits:
    """Remove `[[tables]]` with their lines; none if another table's lines are between theirs."""
    source = article.source
    regions = [whole_lines(source, sequence.items[at].span) for at in sorted(doomed)]
    own = {id(each) for at in doomed for each in sequence.items[at].walk()}
    root = article.front_matter.root if article.front_matter else None
    keys = [(entry.key.span.start, id(entry.value)) for _, entry in entries_of(root)] if root else []
    mixed = any(
        region.start < key < region.end and value not in own
        for region in regions
        for key, value in keys
        if value != id(sequence)
    )
    return () if mixed else tuple(Edit(region, "") for region in regions)
