"""Add and remove the items of a list in the front matter."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

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
    """Return the lines of each item of a list with dashes; none if one can't be moved alone."""

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


# --- between brackets ------------------------------------------------------------------------------------------------


def insert_between(source: SourceText, outer: Span, parts: Sequence[Span], index: int, texts: Sequence[str]) -> Edits:
    """Put new parts before the part at `index`, spaced as the parts there are."""
    text = source.text
    if not parts:
        return _fill(source, outer, texts)
    spacing = _spacing(text, outer, parts)
    joined = f",{spacing}".join(texts)
    if index < len(parts):
        at = parts[index].start
        return (Edit(Span(at, at), f"{joined},{spacing}"),)
    comma = comma_in(text, Span(parts[-1].end, outer.end - 1))
    at = comma + 1 if comma >= 0 else parts[-1].end
    written = f"{spacing}{joined}," if comma >= 0 else f",{spacing}{joined}"
    return (Edit(Span(at, at), written),)


def removal(source: SourceText, outer: Span, parts: Sequence[Span], doomed: Collection[int]) -> Edits:
    """Take parts away, each with one comma; comments between the parts stay."""
    if len(doomed) == len(parts):
        inside = Span(outer.start + 1, outer.end - 1)
        return (Edit(inside, ""),) if _only_parts(source, inside, parts) else ()
    last_kept = next(at for at in reversed(range(len(parts))) if at not in doomed)
    edits = []
    for at in sorted(doomed):
        if at < last_kept:
            edits.append(Edit(_with_comma_after(source, parts[at], parts[at + 1]), ""))
        else:
            edits.extend(_with_comma_before(source, parts[at - 1], parts[at]))
    return tuple(edits)


def comma_in(text: str, gap: Span) -> int:
    """Return the offset of the comma between two parts, or -1; comments are passed over."""
    at = gap.start
    while at < gap.end:
        if text[at] == ",":
            return at
        if text[at] == "#":
            line_end = text.find("\n", at, gap.end)
            at = line_end if line_end >= 0 else gap.end
        at += 1
    return -1


def _fill(source: SourceText, outer: Span, texts: Sequence[str]) -> Edits:
    inside = Span(outer.start + 1, outer.end - 1)
    if source[inside].strip():
        return ()
    if "\n" in source[inside]:
        lead = source[inside].rpartition("\n")[0] + "\n  "
        return (Edit(inside, lead + f",{lead}".join(texts) + source[inside][source[inside].rfind("\n") :]),)
    return (Edit(inside, ", ".join(texts)),)


def _spacing(text: str, outer: Span, parts: Sequence[Span]) -> str:
    """Return the blanks in front of a part: a line end and its indentation, or one space."""
    for before, part in zip([outer.start + 1, *(each.end for each in parts)], parts, strict=False):
        blanks = text[before : part.start].rpartition("\n")
        if blanks[1]:
            return "\n" + blanks[2]
    return " " if len(parts) < 2 or text[parts[1].start - 1] == " " else ""


def _only_parts(source: SourceText, inside: Span, parts: Sequence[Span]) -> bool:
    """Whether nothing but the parts, commas and blanks is between the brackets."""
    at, rest = inside.start, []
    for part in parts:
        rest.append(source.text[at : part.start])
        at = part.end
    rest.append(source.text[at : inside.end])
    return not "".join(rest).replace(",", "").strip()


def _with_comma_after(source: SourceText, part: Span, following: Span) -> Span:
    gap = Span(part.end, following.start)
    if not source[gap].replace(",", "", 1).strip():
        return Span(part.start, following.start)
    return Span(part.start, comma_in(source.text, gap) + 1)


def _with_comma_before(source: SourceText, previous: Span, part: Span) -> Edits:
    gap = Span(previous.end, part.start)
    if not source[gap].replace(",", "", 1).strip():
        return (Edit(Span(previous.end, part.end), ""),)
    comma = comma_in(source.text, gap)
    return Edit(Span(comma, comma + 1), ""), Edit(part, "")
