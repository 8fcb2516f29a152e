"""Illustrations: the briefs for pictures in front matter, in metadata blocks and in the body itself.

Most articles have none, so what reads them (the placement grammar, the vocabulary) is imported only for those that do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from lintarticle.article.illustrations.illustration import Illustration, Placement, PlacementKind
from lintarticle.article.illustrations.markers import Marker, find_markers
from lintarticle.article.markdown.body import Body
from lintarticle.article.metadata.metadata import Field, Metadata
from lintarticle.article.metadata_block.metadata_block import BlockEntry, MetadataBlock
from lintarticle.article.values import Fault, Node, Text
from lintarticle.source import SourceText, Span

if TYPE_CHECKING:
    from lintarticle.article.illustrations.brief import Brief
    from lintarticle.article.illustrations.heading_index import HeadingIndex
    from lintarticle.article.text.brief_words import BriefWords

Origin = Literal["front-matter", "block"]


def read_illustrations(
    source: SourceText,
    metadata: Metadata,
    blocks: tuple[MetadataBlock, ...],
    body: Body,
    marks: tuple[BlockEntry, ...] = (),
) -> tuple[Illustration, ...]:
    """Read every brief of an article, in the order front matter, blocks, body; nothing raises."""
    fields = [field for field in metadata.all("illustrations") if field.origin == "front-matter" and field.node]
    entries = [entry for block in blocks for entry in block.entries if entry.field == "illustrations"]
    markers = find_markers(body, (*(block.span for block in blocks), *(entry.span for entry in marks)))
    if not fields and not entries and not markers and not marks:
        return ()
    reading = _Reading(source, body)
    found: list[Illustration] = []
    for field in fields:
        found += reading.of_field(field)
    for entry in entries:
        found += reading.of_entry(entry)
    inline = list(reading.of_markers(markers))
    for entry in marks:
        inline += reading.of_mark(entry)
    found += sorted(inline, key=lambda item: item.span)
    return tuple(reading.with_status(item, metadata) for item in found)


class _Reading:
    """What the readers of the three origins share: the source, the headings, the vocabulary."""

    def __init__(self, source: SourceText, body: Body) -> None:
        from lintarticle.article.illustrations.heading_index import HeadingIndex
        from lintarticle.article.text.brief_words import VOCABULARY

        self.source = source
        self.body = body
        self.words: BriefWords = VOCABULARY
        self.headings: HeadingIndex = HeadingIndex(body)

    # --- front matter -----------------------------------------------------------------------------------------

    def of_field(self, field: Field) -> Iterator[Illustration]:
        """Read a list of briefs, or the one prompt under a key such as `featured_image_prompt`: that of the cover."""
        from lintarticle.article.illustrations.brief import Brief

        node = field.node
        if node and node.kind == "string" and re.search(r"(?i)(?:prompt|brief)\Z", field.key) and node.text.strip():
            key = Text(field.key.replace("_", " ").replace("-", " "), field.key_span)
            brief = Brief(node.span, {"type": key, "prompt": Text(node.text.strip(), self._inner(node))})
            item = self._illustration(brief, "front-matter", known=True)
            yield item._replace(kind=item.kind or "hero")
        elif node:
            yield from self.of_node(node)

    def of_node(self, node: Node) -> Iterator[Illustration]:
        """Read a list of mappings or texts, one of them alone, or a mapping of types to briefs."""
        if node.kind == "mapping" and not any(self._key_part(entry.key.text) for entry in node.entries):
            for entry in node.entries:
                name = Text(entry.key.text, entry.key.span)
                yield from (self._of_mapping(item, name) for item in _listed(entry.value) if item.kind != "null")
            return
        for item in _listed(node):
            if item.kind == "mapping":
                yield self._of_mapping(item)
            elif item.text.strip():
                yield from self._of_text(self._words_of(item), "front-matter", item.span)

    def _key_part(self, key: str) -> str:
        return self.words.part_of(key) or ("file" if self.words.is_picture_key(key) else "")

    def _of_mapping(self, node: Node, name: Text | None = None) -> Illustration:
        from lintarticle.article.illustrations.brief import Brief, read_size

        brief = Brief(node.span)
        if name:
            brief.parts["name"] = name
        if node.kind != "mapping":
            brief.parts["description"] = Text(node.text, node.span)
        for entry in node.entries:
            part = self._key_part(entry.key.text)
            if part and part not in brief.parts and entry.value.text.strip():
                brief.parts[part] = Text(entry.value.text.strip(), self._inner(entry.value))
                if part == "placement":
                    brief.label_of_placement = entry.key.text
        read_size(brief)
        return self._illustration(brief, "front-matter", known=bool(brief.parts))

    def _words_of(self, node: Node) -> Span:
        """Return the span of a text without quotes, or without the sign in front of its block."""
        header = self.source.text.find("\n", *node.span) if node.style in ("literal", "folded") else -1
        return Span(header + 1, node.span.end) if header >= 0 else self._inner(node)

    def _inner(self, node: Node) -> Span:
        """Return the span of a text without the quotes around it."""
        start, end = node.span
        quoted = node.style in ("single", "double") and end - start >= 2
        return Span(start + 1, end - 1) if quoted else node.span

    # --- metadata blocks --------------------------------------------------------------------------------------

    def of_entry(self, entry: BlockEntry) -> Iterator[Illustration]:
        """Read the value of one label: a list of briefs, a table, or a single brief."""
        yield from self._of_text(entry.value.span, "block", entry.span, entry.label)

    def _of_text(self, span: Span, origin: Origin, whole: Span, label: Text | None = None) -> Iterator[Illustration]:
        from lintarticle.article.illustrations.items import Item, lines_of, split_items, table_rows
        from lintarticle.article.illustrations.parts import Reader

        prompts = re.search(r"(?i)\bprompt(s?)\b", label.text) if label else None
        if prompts and prompts.group(1):
            span = _unfenced(self.source.text, span)
        chunk = _view(self.source.text[span.start : span.end])
        lines = lines_of(chunk)
        ends_so = prompts is not None and label is not None and not label.text[prompts.end() :].strip(" :：*_")
        reader = Reader(chunk, span.start, self.words, "prompt" if prompts else "description")
        rows = table_rows(chunk, lines)
        found: list[Brief]
        if len(rows) > 1:
            found = self._of_table(chunk, span.start, rows)
        elif prompts and not prompts.group(1) and (ends_so or len(split_items(chunk, lines, self.words)) < 2):
            start = len(chunk) - len(chunk.lstrip())
            found = [reader.read_whole(Item(start, len(chunk.rstrip())))] if chunk.strip() else []
        else:
            found = [reader.read(item) for item in split_items(chunk, lines, self.words)]
        is_name = label is not None and self.words.numbered_line.match(label.text) is not None
        if found and label and (is_name or (len(found) == 1 and label.text.rstrip().endswith((")", "）")))):
            named = Reader(label.text, label.span.start, self.words).read(Item(0, len(label.text), heading=True))
            found[0].parts = {**named.parts, **found[0].parts}
            found[0].span = Span(label.span.start, found[0].span.end)
        if len(found) == 1 and label and not is_name and "name" not in found[0].parts and self._is_type(label.text):
            found[0].parts.setdefault("type", label)
        illustrations = [self._illustration(brief, origin, known=bool(brief.parts)) for brief in found]
        readable = [item for item in illustrations if item.is_read]
        yield from readable or [_unread(whole, label)]

    def _is_type(self, label: str) -> bool:
        """Whether the label of a single brief says what it is: `Featured image`, `Social card prompt`."""
        return self.words.kind_of(re.sub(r"(?i)\bprompts?\b", "", label)) in ("hero", "social")

    def _of_table(self, chunk: str, base: int, rows: list[list[tuple[int, int]]]) -> list[Brief]:
        """Read one brief a row; the header says which column is which part."""
        from lintarticle.article.illustrations.brief import Brief, read_size, trimmed

        parts = [self._key_part(trimmed(chunk, start, end, 0).text) for start, end in rows[0]]
        found = []
        for row in rows[1:]:
            brief = Brief(Span(base + row[0][0], base + row[-1][1]))
            for part, (start, end) in zip(parts, row, strict=False):
                text = trimmed(chunk, start, end, base)
                if part and text.text and part not in brief.parts:
                    brief.parts[part] = text
            if brief.parts:
                read_size(brief)
                found.append(brief)
        return found

    def of_mark(self, entry: BlockEntry) -> Iterator[Illustration]:
        """Read a labelled brief between paragraphs; where it names no place, it is for the section that it is in."""
        is_heading = self.source.text.startswith("#", entry.span.start)
        for item in self.of_entry(entry):
            named = item.placement if item.placement and item.placement.text.text else None
            place = named or self._spot(entry.span, self.source.text, above=is_heading)
            yield item._replace(origin="inline", placement=place, span=entry.span)

    # --- the body ---------------------------------------------------------------------------------------------

    def of_markers(self, markers: Iterable[Marker]) -> Iterator[Illustration]:
        """Read the marks that are in the body where a picture is to come."""
        from lintarticle.article.illustrations.brief import Brief, trimmed
        from lintarticle.article.illustrations.items import Item
        from lintarticle.article.illustrations.parts import Reader
        from lintarticle.article.illustrations.wishes import wished_for

        text = self.source.text
        for marker in markers:
            start, end = marker.content
            if marker.is_prompt:
                brief = Brief(marker.span, {"prompt": trimmed(text, start, end, 0)})
                if marker.alt:
                    brief.parts["alt"] = Text(text[marker.alt.start : marker.alt.end], marker.alt)
            else:
                if marker.asks:
                    inside = wished_for(text[start:end])
                    start, end = start + inside.start, start + inside.end
                chunk = _view(text[start:end])
                lead = len(chunk) - len(chunk.lstrip())
                brief = Reader(chunk, start, self.words).read(Item(lead, len(chunk)))
            if marker.named and self._says_type(text[marker.named.start : marker.named.end]):
                brief.parts.setdefault("type", Text(text[marker.named.start : marker.named.end], marker.named))
            brief.parts.pop("placement", None)
            brief.span = marker.span
            yield self._illustration(brief, "inline", known=True, place=self._spot(marker.span, text))

    def _says_type(self, word: str) -> bool:
        """Whether the word of a mark is a type, not just any picture."""
        kind = self.words.kind_of(word)
        return kind == "photo" or (bool(kind) and not self.words.is_nameless(word))

    def _spot(self, span: Span, text: str, *, above: bool = False) -> Placement:
        """Return the placement of a mark: the section that it is in; `above`: its own heading does not count."""
        section = self.body.section_at(max(0, span.start - above)) if self.body.sections else None
        written = Text(text[span.start : span.end], span)
        return (
            Placement("in", written, None, (section.heading,))
            if section and section.heading
            else Placement("intro", written)
        )

    # --- one illustration -------------------------------------------------------------------------------------

    def _illustration(
        self,
        brief: Brief,
        origin: Literal["front-matter", "block", "inline"],
        *,
        known: bool,
        place: Placement | None = None,
    ) -> Illustration:
        """Make of a brief what it means: its name and its note may be type, placement, title, file or size."""
        from lintarticle.article.illustrations.naming import settle

        if not known:
            return _unread(brief.span, None)
        settle(brief, self.words, self.headings)
        parts = dict(brief.parts)
        kind = self.words.kind_of(parts["type"].text) if "type" in parts else ""
        placement = place or self._placement(brief)
        if placement is None and kind == "hero":
            placement = Placement("top", Text("", Span(brief.span.start, brief.span.start)))
        main = {part: parts.pop(part, None) for part in ("type", "description", "prompt", "alt", "file")}
        parts.pop("placement", None)
        return Illustration(
            brief.span, origin, kind, main["type"], placement, main["description"], main["prompt"], main["alt"],
            main["file"], fields=parts, faults=tuple(brief.faults),
        )  # fmt: skip

    def _placement(self, brief: Brief) -> Placement | None:
        from lintarticle.article.illustrations.placement import parse_placement

        text = brief.parts.get("placement")
        relation: PlacementKind | None = None
        words = brief.label_of_placement.casefold().replace("_", " ").replace("-", " ").split()
        if "after" in words:
            relation = "after"
        elif "before" in words:
            relation = "before"
        return parse_placement(text, self.headings, relation) if text else None

    def with_status(self, item: Illustration, metadata: Metadata) -> Illustration:
        """Return the illustration with its status: see `model.Illustration`."""
        if item.file is None:
            return item
        from lintarticle.article.illustrations.naming import is_placed

        placed = is_placed(item, self.shown, self.body, metadata)
        return item._replace(status="placed" if placed else "generated")

    @cached_property
    def shown(self) -> dict[str, list[Span]]:
        """Where the body shows each file."""
        from lintarticle.article.illustrations.naming import files_shown

        return files_shown(self.body)


def _listed(node: Node) -> Iterable[Node]:
    return node.items if node.kind == "list" else (node,)


def _unfenced(text: str, span: Span) -> Span:
    """Return what is between the fences around a whole list."""
    whole = re.compile(r"\s*(`{3,}|~{3,})[^\n]*\n((?:(?!\s*\1)[^\n]*\n)+)[ \t]*\1\s*").fullmatch(text, *span)
    return Span(*whole.span(2)) if whole else span


def _view(chunk: str) -> str:
    """Blank the marks of a quotation and the backslashes before quotes, offsets kept."""
    if ">" in chunk:
        chunk = re.sub(r"(?m)^(?:[ \t]{0,3}>){1,4}", lambda match: " " * len(match.group()), chunk)
    return chunk.replace('\\"', ' "')


def _unread(span: Span, label: Text | None) -> Illustration:
    """Return an illustration for a label or an item without a readable brief."""
    named = f"“{label.text}”" if label else "the illustrations"
    fault = Fault(
        "not-parsed",
        label.span if label else span,
        f"Can't read illustrations from {named}; write a numbered or bulleted list, sub-headings or a table.",
    )
    return Illustration(span, "block" if label else "front-matter", "", None, None, None, None, faults=(fault,))
