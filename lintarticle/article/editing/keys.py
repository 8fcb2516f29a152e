"""Add, remove, rename and reorder the keys of the front matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lintarticle.article.editing.items import insert_between, removal
from lintarticle.article.editing.layout import (
    Editable,
    Edits,
    before_on_line,
    content_end,
    entries_of,
    extent,
    holds_others,
    index_of,
    is_block_collection,
    is_bracketed,
    list_indent,
    own_entries,
    preferred_quote,
    sound_front_matter,
    whole_lines,
    writes_lists_in_brackets,
)
from lintarticle.article.editing.writing import (
    Value,
    is_list,
    syntax_of,
    toml_lines,
    write_flow,
    write_key,
    yaml_entry_lines,
)
from lintarticle.article.front_matter.front_matter import FrontMatter, FrontMatterFormat
from lintarticle.article.values import Entry, Node
from lintarticle.problem import Edit
from lintarticle.source import SourceText, Span


def insert_key(
    article: Editable, key: str, value: Value, *, into: Node | None = None, after: Entry | None = None
) -> Edits:
    """Add one key; see `insert_keys`."""
    return insert_keys(article, {key: value}, into=into, after=after)


def insert_keys(
    article: Editable, values: Mapping[str, Value], *, into: Node | None = None, after: Entry | None = None
) -> Edits:
    """Add keys to the front matter, or to a mapping in it, at its end or behind one of its entries.

    The value None is written as an empty value: `key:`. A key that is there already would be doubled: ask before.
    """
    found = sound_front_matter(article)
    if found is None or not values:
        return ()
    mapping = into or found.root
    if mapping is None or (mapping is found.root and not mapping.entries and found.format != "json"):
        return _fill_empty(article, found, values)
    if is_bracketed(mapping) or found.format == "json":
        pairs = [_pair(article, found.format, key, value) for key, value in values.items()]
        entries = own_entries(mapping)
        index = _place(entries, after) + 1 if after else len(entries)
        return insert_between(article.source, mapping.span, _spans(article.source, entries), index, pairs)
    tables = {key: value for key, value in values.items() if found.format == "toml" and _is_tables(value)}
    others = {key: value for key, value in values.items() if key not in tables}
    inserted = _insert_lines(article, found, mapping, after, others) if others else ()
    if not tables or (others and not inserted):
        return inserted
    return joined_edits((*inserted, *_append_tables(article, found, tables))) if mapping is found.root else ()


def remove_entry(article: Editable, entry: Entry) -> Edits:
    """Remove a key with its value; comments on lines of their own stay."""
    found = sound_front_matter(article)
    root = found.root if found else None
    homes = [each for each, inner in entries_of(root) if inner is entry] if root else []
    region = extent(article.source, entry)
    if found is None or root is None or len(homes) != 1 or region is None:
        return ()
    mapping = homes[0]
    if is_bracketed(mapping) or found.format == "json":
        entries = own_entries(mapping)
        return removal(article.source, mapping.span, _spans(article.source, entries), {_place(entries, entry)})
    if len(mapping.entries) == 1 and mapping is not root:
        return (Edit(region, "{}"),) if found.format == "yaml" else ()
    before = before_on_line(article.source, region.start)
    lines = whole_lines(article.source, region)
    if found.format == "yaml" and before.strip():
        return _remove_behind_dash(article.source, region, lines, before)
    return () if holds_others(root, entry, lines) else (Edit(lines, ""),)


def rename_key(article: Editable, entry: Entry, name: str) -> Edits:
    """Give an entry another key, written as the old one was."""
    found = sound_front_matter(article)
    raw = article.source[entry.key.span]
    quote = raw[:1] if raw[:1] in ("'", '"') else ""
    root = found.root if found else None
    if (
        found is None
        or root is None
        or index_of(article).is_shared(entry.value)
        or (raw[1:-1] if quote else raw) != entry.key.text
    ):
        return ()
    return (Edit(entry.key.span, write_key(name, found.format, quote=quote)),)


def reorder_entries(article: Editable, keys: Sequence[str], *, within: Node | None = None) -> Edits:
    """Put the named keys first, in this order; the others follow in their own, each with the comments above it."""
    found = sound_front_matter(article)
    mapping = within or (found.root if found else None)
    if found is None or mapping is None:
        return ()
    entries = own_entries(mapping)
    rank = {key: place for place, key in enumerate(keys)}
    order = sorted(range(len(entries)), key=lambda at: rank.get(entries[at].key.text, len(rank)))
    chunks = _chunks(article.source, found, mapping, entries)
    if not chunks or order == sorted(order):
        return ()
    texts = [article.source[chunk] for chunk in chunks]
    moved = ((chunk, texts[at]) for chunk, at in zip(chunks, order, strict=True))
    return tuple(Edit(chunk, text) for chunk, text in moved if article.source[chunk] != text)


# --- lines ----------------------------------------------------------------------------------------------------


def _fill_empty(article: Editable, found: FrontMatter, values: Mapping[str, Value]) -> Edits:
    text = article.source.text
    if found.closing is None or found.format == "json":
        return ()
    at = text.rfind("\n", 0, found.closing.start) + 1
    tables = {key: value for key, value in values.items() if found.format == "toml" and _is_tables(value)}
    others = {key: value for key, value in values.items() if key not in tables}
    lines = "".join(line + "\n" for line in _lines(article, found.format, others, 0))
    return joined_edits((Edit(Span(at, at), lines), *_append_tables(article, found, tables)))


def _insert_lines(
    article: Editable, found: FrontMatter, mapping: Node, after: Entry | None, values: Mapping[str, Value]
) -> Edits:
    source = article.source
    own = own_entries(mapping)
    direct = [entry for entry in own if found.format != "toml" or not _is_table(entry)]
    last = after or (direct[-1] if direct else None)
    region = extent(source, last) if last else None
    if last is None or region is None:
        return _insert_before_tables(article, found, mapping, values)
    if found.format == "toml" and _is_table(last):
        return ()
    column = len(before_on_line(source, own[0].key.span.start)) if found.format == "yaml" else 0
    lines = _lines(article, found.format, values, column)
    indent = before_on_line(source, region.start) if found.format == "toml" else ""
    at = whole_lines(source, region).end
    written = "".join(f"{indent if not indent.strip() else ''}{line}\n" for line in lines)
    if source.text[at - 1 : at] != "\n":
        written = "\n" + written.removesuffix("\n")
    return (Edit(Span(at, at), written),)


def _append_tables(article: Editable, found: FrontMatter, tables: Mapping[str, Value]) -> Edits:
    """Add arrays of tables at the end of a TOML block, where no key of another table follows."""
    at, quote = found.content.end, preferred_quote(article)
    lines: list[str] = []
    for key, items in tables.items():
        for item in items if is_list(items) else ():
            if isinstance(item, Mapping):
                lines += ["", f"[[{write_key(key, 'toml')}]]", *toml_lines(item, quote)]
    return (Edit(Span(at, at), "".join(f"{line}\n" for line in lines)),)


def _is_tables(value: Value) -> bool:
    """Whether a value is a list of mappings."""
    return is_list(value) and bool(value) and all(isinstance(item, Mapping) for item in value)


def _insert_before_tables(article: Editable, found: FrontMatter, mapping: Node, values: Mapping[str, Value]) -> Edits:
    """Add keys to a TOML root that has only tables: before the first of them."""
    if found.format != "toml" or mapping is not found.root or article.source.text[found.content.start - 1] != "\n":
        return ()
    at = found.content.start
    written = "".join(line + "\n" for line in _lines(article, "toml", values, 0))
    return (Edit(Span(at, at), written + "\n"),)


def _lines(article: Editable, form: FrontMatterFormat, values: Mapping[str, Value], column: int) -> list[str]:
    quote = preferred_quote(article)
    lines: list[str] = []
    for key, value in values.items():
        in_brackets = is_list(value) and not _is_tables(value) and writes_lists_in_brackets(article)
        if form != "yaml" or in_brackets:
            text = write_flow(value, form, quote=quote) if value is not None or form == "toml" else ""
            lines.append((" " * column + write_key(key, form) + syntax_of(form).colon + text).rstrip())
        else:
            lines.extend(yaml_entry_lines({key: value}, column, list_indent(article), quote))
    return lines


def _pair(article: Editable, form: FrontMatterFormat, key: str, value: Value) -> str:
    written = write_flow(value, form, quote=preferred_quote(article))
    return write_key(key, form, flow=True) + syntax_of(form).colon + written


def _is_table(entry: Entry) -> bool:
    """Whether a TOML entry is a `[table]`, an `[[array]]` of them or a dotted key."""
    return is_block_collection(entry.value)


def _remove_behind_dash(source: SourceText, region: Span, lines: Span, before: str) -> Edits:
    """Remove the first key of a list item, so that the next one follows the dash."""
    if before.strip(" -"):
        return ()
    rest = source.text[lines.end :]
    return (Edit(Span(region.start, lines.end + len(rest) - len(rest.lstrip())), ""),)


def joined_edits(edits: Edits) -> Edits:
    """Make one edit of those that are at one place, in the order given."""
    texts: dict[Span, str] = {}
    for edit in edits:
        texts[edit.span] = texts.get(edit.span, "") + edit.text
    return tuple(Edit(span, text) for span, text in texts.items())


def _place(entries: Sequence[Entry], entry: Entry) -> int:
    return next(at for at, each in enumerate(entries) if each is entry)


def _spans(source: SourceText, entries: Sequence[Entry]) -> list[Span]:
    return [Span(entry.key.span.start, content_end(source, entry.value)) for entry in entries]


def _chunks(source: SourceText, found: FrontMatter, mapping: Node, entries: list[Entry]) -> list[Span]:
    """Return what moves with each entry: the pair between brackets, else its lines and the comments above them."""
    regions = [extent(source, entry) for entry in entries]
    if is_bracketed(mapping) or found.format == "json":
        return [region for region in regions if region]
    if found.format == "toml" and any(_is_table(entry) for entry in entries):
        return []
    chunks: list[Span] = []
    for region in regions:
        if region is None or before_on_line(source, region.start).strip():
            return []
        lines = whole_lines(source, region)
        chunks.append(Span(chunks[-1].end if chunks else lines.start, lines.end))
    return chunks
