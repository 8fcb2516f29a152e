"""The article and its parts: frozen, and every part with the span it has in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Literal, NamedTuple

from lintarticle.article.language import Detected, detect_language
from lintarticle.article.templates import is_template
from lintarticle.problem import Finding, Fix, Related, Severity
from lintarticle.record import Record
from lintarticle.source import SourceText, Span

# --- values ---------------------------------------------------------------------------------------------------


class Text(NamedTuple):
    """A piece of text and where it stands; `text` is what is meant (no quotes, escapes undone)."""

    text: str
    span: Span


NodeKind = Literal["string", "integer", "number", "boolean", "null", "date", "datetime", "time", "list", "mapping"]
NodeStyle = Literal["plain", "single", "double", "literal", "folded", "flow", "block"]


class Node(NamedTuple):
    """One value of the front matter, of any format.

    `value` is the plain Python value (str, int, float, bool, None, date, datetime, time, list, dict); `text`
    is a scalar as the writer meant it before the format retyped it (`no`, `1.10`, `0123`), empty for
    collections. `span` covers the value as written, quotes and brackets included.
    """

    kind: NodeKind
    value: object
    span: Span
    text: str = ""
    style: NodeStyle = "plain"
    items: tuple[Node, ...] = ()
    entries: tuple[Entry, ...] = ()

    def entry(self, key: str) -> Entry | None:
        """Return the last entry of a mapping with this key."""
        return next((entry for entry in reversed(self.entries) if entry.key.text == key), None)

    def walk(self) -> Iterator[Node]:
        """Yield this node and every value below it, in document order (keys left out)."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed([*node.items, *(entry.value for entry in node.entries)]))


class Entry(NamedTuple):
    """One `key: value` of a mapping; the key is a scalar node."""

    key: Node
    value: Node


class Fault(NamedTuple):
    """Something that kept a part of the article from being read; rules report it by its `kind`."""

    kind: str
    span: Span
    message: str
    help: str = ""
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    at_most: Severity | None = None

    @property
    def finding(self) -> Finding:
        """The fault as a rule reports it."""
        return Finding(self.span, self.message, self.help, self.fix, self.related, self.at_most)


FrontMatterFormat = Literal["yaml", "toml", "json", "headers"]


class FrontMatter(NamedTuple):
    """The fenced block at the start of a file.

    `span` runs from the opening fence to the end of the closing fence's line, line end included; `content`
    is what stands between the fences; `closing` is the closing fence itself, None where there is none (an
    unclosed block, or a JSON block whose brace is its fence: then it is that brace). `root` is the mapping,
    None where nothing could be read; after a syntax fault it may still hold the keys read before it.
    """

    format: FrontMatterFormat
    span: Span
    content: Span
    opening: Span
    closing: Span | None
    root: Node | None
    faults: tuple[Fault, ...] = ()


# --- metadata blocks ------------------------------------------------------------------------------------------


class BlockEntry(NamedTuple):
    """One labelled value of a metadata block.

    `label` is as written without markup (`SEO Excerpt`), `field` the canonical field or "" for a label that
    is kept but names none. `items` are the parts of a list value (tags); `value` the whole of it. `span` covers
    the entry from its label to the end of its value.
    """

    label: Text
    field: str
    value: Text
    span: Span
    items: tuple[Text, ...] = ()


class MetadataBlock(NamedTuple):
    """Labelled lines around the body. `span` includes the opener (`---`, a group heading) where there is one."""

    place: Literal["head", "tail", "comment"]
    span: Span
    entries: tuple[BlockEntry, ...]
    opener: Span | None = None
    debris: tuple[Span, ...] = ()
    faults: tuple[Fault, ...] = ()


# --- one view of the metadata ---------------------------------------------------------------------------------

Origin = Literal["front-matter", "block", "heading"]


class Field(NamedTuple):
    """One piece of metadata under its canonical name, wherever it came from.

    `key` is the name as written (`description`, `extra.subtitle`, `SEO Excerpt`; `#` for a title read from the
    H1). `value` is the plain value; `text` its text ("" for a list or mapping); `items` the parts of a list
    field such as tags, split where it is one scalar, with a span each. `node` is there for front matter only.
    """

    name: str
    key: str
    key_span: Span
    value: object
    text: str
    span: Span
    origin: Origin
    items: tuple[Text, ...] = ()
    node: Node | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the key is there with nothing in it."""
        return not self.text.strip() and not self.items and (isinstance(self.value, str) or not self.value)


class Metadata:
    """Canonical field name → `Field`; among several origins or aliases the first in precedence wins.

    Precedence: front matter before block before heading; within one origin, the alias listed first. A field
    that is there but empty is not "had": `get` passes over it to the next candidate.
    """

    def __init__(self, candidates: Mapping[str, tuple[Field, ...]]) -> None:
        self._candidates = candidates

    def get(self, name: str) -> Field | None:
        """Return the effective field, or None where it is missing or empty everywhere."""
        return next((field for field in self.all(name) if not field.is_empty), None)

    def all(self, name: str) -> tuple[Field, ...]:
        """Return every candidate of a field in order of precedence, empty ones included."""
        return self._candidates.get(name, ())

    def text(self, name: str) -> str:
        """Return the text of a field, "" where it is missing."""
        field = self.get(name)
        return field.text if field else ""

    def __contains__(self, name: str) -> bool:
        return self.get(name) is not None

    def __iter__(self) -> Iterator[Field]:
        """Yield the effective fields in the order of the canonical field table."""
        return (field for name in self._candidates if (field := self.get(name)))

    @property
    def every(self) -> Iterator[Field]:
        """Yield every candidate of every field."""
        return (field for fields in self._candidates.values() for field in fields)


# --- body -----------------------------------------------------------------------------------------------------


class Heading(NamedTuple):
    """A heading: `text` is plain (markup undone), `span` the whole construct, `text_span` its inline content.

    `anchor` is an explicit id (`{#id}`, `id="…"`), else "". A `quoted` one stands in a block quote: it is somebody
    else's, so it opens no section.
    """

    level: int
    text: str
    span: Span
    text_span: Span
    kind: Literal["atx", "setext", "html"] = "atx"
    anchor: str = ""
    quoted: bool = False


class Section(NamedTuple):
    """A heading and what stands under it up to the next heading of its level or higher.

    The text before the first heading is a section without heading, level 0. `own` is the section's content
    up to its first subsection; `words` counts that, `total_words` the subsections too. `parent` is the index
    in `Body.sections`, -1 at the top.
    """

    heading: Heading | None
    span: Span
    own: Span
    words: int
    total_words: int
    parent: int = -1

    @property
    def level(self) -> int:
        """The heading's level, 0 for the text before the first heading."""
        return self.heading.level if self.heading else 0

    @property
    def title(self) -> str:
        """The heading's text, "" for the text before the first heading."""
        return self.heading.text if self.heading else ""

    @property
    def title_span(self) -> Span:
        """Where to point when speaking of the section: its heading's text, or its start where it has none."""
        return self.heading.text_span if self.heading else Span(self.span.start, self.span.start)


class Image(NamedTuple):
    """An image in the body. `alt` is None where an HTML or shortcode image has no such attribute at all.

    `decorative`: `alt=""` in HTML, `role="presentation"` or `"none"`, `aria-hidden`.
    `target` is None where there is none. `label` is that of a reference image, as `Definition.label`.
    """

    kind: Literal["inline", "reference", "html", "shortcode"]
    span: Span
    alt: Text | None
    target: Text | None
    title: Text | None = None
    decorative: bool = False
    label: str = ""


class Link(NamedTuple):
    """A link in the body. `text` is plain, with the alt of images in it.

    `label` is that of a reference link, as `Definition.label`; its `target` stands in the definition.
    """

    kind: Literal["inline", "reference", "autolink", "html"]
    span: Span
    text: Text
    target: Text
    title: Text | None = None
    label: str = ""


class Paragraph(NamedTuple):
    """A paragraph of prose, `text` plain.

    `container` says where it stands; `bold` is its text where all of it is bold, else "".
    """

    span: Span
    text: str
    words: int
    container: Literal["body", "list", "quote", "table", "footnote"] = "body"
    bold: str = ""


class CodeBlock(NamedTuple):
    """A fenced or indented code block; `info` is the whole info string, `language` its first word."""

    span: Span
    content: Span
    info: str
    language: str
    fenced: bool


class ListBlock(NamedTuple):
    """A list, outermost ones and nested ones alike; `items` are the spans of its items."""

    span: Span
    ordered: bool
    items: tuple[Span, ...]
    depth: int = 0


class Table(NamedTuple):
    """A table; `rows` are the texts of its cells with their spans, the header row first."""

    span: Span
    rows: tuple[tuple[Text, ...], ...]


class Comment(NamedTuple):
    """A comment that readers never see; `text` is what stands inside."""

    kind: Literal["html", "mdx", "template"]
    span: Span
    text: Text


class Definition(NamedTuple):
    """A link reference definition `[label]: target "title"`; `label` is in lower case, blanks squeezed."""

    label: str
    span: Span
    target: Text


class Body(Record):
    """The Markdown of an article; every tuple in document order.

    `prose` is the source text with all that is not prose blanked by spaces, line ends kept, so that its
    offsets are those of the file: front matter, metadata blocks, code, comments, tags, link targets,
    shortcodes, templates, directives' fences, math. `uncoded` blanks front matter and code only.
    """

    span: Span
    headings: tuple[Heading, ...]
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    images: tuple[Image, ...]
    links: tuple[Link, ...]
    code_blocks: tuple[CodeBlock, ...]
    code_spans: tuple[Span, ...]
    lists: tuple[ListBlock, ...]
    tables: tuple[Table, ...]
    quotes: tuple[Span, ...]
    comments: tuple[Comment, ...]
    thematic_breaks: tuple[Span, ...]
    definitions: tuple[Definition, ...]
    undefined_references: tuple[Text, ...]
    prose: str
    uncoded: str

    @cached_property
    def words(self) -> int:
        """The words of the whole body."""
        return sum(section.words for section in self.sections)

    @cached_property
    def shows_picture(self) -> bool:
        """Whether readers see an image, a drawing made from code, or an embedded video."""
        if self.images or any(block.language.lower() in _DRAWN for block in self.code_blocks):
            return True
        return re.search(_EMBEDDED, self.uncoded, re.IGNORECASE) is not None

    @property
    def opens_with_picture(self) -> bool:
        """Whether an image stands before the second section, where the title's section is the first."""
        second = next((section for section in self.sections if section.level >= 2), None)
        return bool(self.images) and (second is None or self.images[0].span.start < second.span.start)

    def is_in_quote(self, offset: int) -> bool:
        """Whether an offset stands in a block quote."""
        index = bisect_right(self._outer_quotes, offset, key=lambda span: span.start) - 1
        return index >= 0 and offset < self._outer_quotes[index].end

    @cached_property
    def _outer_quotes(self) -> list[Span]:
        outer: list[Span] = []
        for span in self.quotes:
            if not outer or span.start >= outer[-1].end:
                outer.append(span)
        return outer

    def section_at(self, offset: int) -> Section:
        """Return the innermost section that holds an offset."""
        # The innermost one is the last that starts before it.
        return self.sections[max(0, bisect_right(self.sections, offset, key=lambda section: section.span.start) - 1)]


_DRAWN = frozenset(
    ("mermaid", "plantuml", "puml", "dot", "graphviz", "d2", "vega", "vega-lite", "ditaa", "svgbob", "wavedrom")
)
"""Languages of code blocks that sites draw as pictures."""

_EMBEDDED = (
    r"<(?:svg|video|iframe|object|embed|canvas|picture|[\w.]*(?:image|img|figure|video|youtube|gallery|photo)\w*)\b"
    r"|\{[{%]-?[<%]?\s*(?:\w+[/-])?(?:figure|image|img|picture|video|youtube|vimeo|gallery|mermaid|tweet|asciinema|gist)\b"
    r"|!\[\["
)
"""What stands for a picture or a video in HTML, components, shortcodes and wiki links."""


# --- illustrations --------------------------------------------------------------------------------------------

PlacementKind = Literal["top", "end", "intro", "before", "after", "in", "section", "number", "unclear"]


class Placement(NamedTuple):
    """Where an illustration goes.

    `reference` is the section that the writer named (None for top, end, intro). `headings` are those that it
    matches: one when resolved; several when ambiguous; none when unknown. `similarity` is that of the
    best match, 0 to 1; `nearest` the heading to offer when there is no match.
    """

    kind: PlacementKind
    text: Text
    reference: Text | None = None
    headings: tuple[Heading, ...] = ()
    similarity: float = 1.0
    nearest: Heading | None = None

    @property
    def is_resolved(self) -> bool:
        """Whether the placement leads to exactly one position of the body."""
        return self.kind in ("top", "end", "intro") or len(self.headings) == 1


class Illustration(NamedTuple):
    """A brief for one picture. `span` covers the whole brief; a part is None where the writer gave none.

    `kind` is the canonical type (`hero`, `infographic`, …), "" where the type is missing or unknown; `type`
    is as written. `status` is `suggested`, `generated` (the file is named) or `placed` (the body shows it there).
    `fields` holds the remaining parts by canonical name (caption, width, height, credit, …).
    """

    span: Span
    origin: Literal["front-matter", "block", "inline"]
    kind: str
    type: Text | None
    placement: Placement | None
    description: Text | None
    prompt: Text | None
    alt: Text | None = None
    file: Text | None = None
    status: Literal["suggested", "generated", "placed"] = "suggested"
    fields: Mapping[str, Text] = MappingProxyType({})
    faults: tuple[Fault, ...] = ()

    @property
    def called(self) -> str:
        """What a message calls the illustration: its title, its type, else the first words that describe it."""
        named = self.fields.get("title") or self.type or self.file
        described = named or self.description or self.prompt or self.alt
        words = described.text.split() if described else []
        return " ".join(words) if named and len(words) <= 8 else " ".join(words[:6]) + "…" * (len(words) > 6)

    @property
    def is_read(self) -> bool:
        """Whether there is a brief at all: one that could not be read stands for its fault only."""
        return not any(fault.kind == "not-parsed" for fault in self.faults)


# --- the article ----------------------------------------------------------------------------------------------


_FRAGMENT_FOLDERS = frozenset(("_common", "_fragments", "_includes", "_layouts", "_partials", "_shared", "_snippets"))


class Article(Record):
    """One file, read. `path` is relative to the repository or working folder, with `/`."""

    path: str
    source: SourceText
    front_matter: FrontMatter | None
    blocks: tuple[MetadataBlock, ...]
    metadata: Metadata
    body: Body
    illustrations: tuple[Illustration, ...]

    @property
    def text(self) -> str:
        r"""The text of the file, line ends `\n`."""
        return self.source.text

    @cached_property
    def h1(self) -> Heading | None:
        """The first heading of level 1."""
        return next((h for h in self.body.headings if h.level == 1 and not h.quoted), None)

    @cached_property
    def title_heading(self) -> Heading | None:
        """The heading that opens the article as its title: the only one of level 1, with nothing to read before it."""
        headings, paragraphs = self.body.headings, self.body.paragraphs
        if not headings or [heading.level for heading in headings].count(1) != 1 or headings[0].level != 1:
            return None
        is_first = not any(each.words for each in paragraphs if each.span.start < headings[0].span.start)
        return headings[0] if is_first else None

    @property
    def is_fragment(self) -> bool:
        """Whether the file is a template or a part of other pages by its folder, so that it need not stand alone."""
        return self.is_template or not _FRAGMENT_FOLDERS.isdisjoint(self.path.lower().split("/")[:-1])

    @cached_property
    def readable(self) -> str:
        """The file without the code of its body: the front matter and all that is not code, at the file's offsets."""
        if self.front_matter is None:
            return self.body.uncoded
        span = self.front_matter.span
        return self.body.uncoded[: span.start] + self.text[span.start : span.end] + self.body.uncoded[span.end :]

    @cached_property
    def briefs(self) -> tuple[Illustration, ...]:
        """The illustrations asked for in front matter and blocks that could be read; marks in the body left out."""
        return tuple(item for item in self.illustrations if item.origin != "inline" and item.is_read)

    @property
    def language(self) -> str:
        """The article's language as a primary subtag (`en`, `zh`), "" where nothing tells it."""
        return self.detected.language

    @cached_property
    def detected(self) -> Detected:
        """The article's language and what told it."""
        return detect_language(self.metadata.text("lang"), self.path, self.body.prose)

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """Everything that kept a part of the article from being read."""
        front_matter = self.front_matter.faults if self.front_matter else ()
        blocks = (fault for block in self.blocks for fault in block.faults)
        illustrations = (fault for item in self.illustrations for fault in item.faults)
        return (*front_matter, *blocks, *illustrations)

    @cached_property
    def is_draft(self) -> bool:
        """Whether the article says that it is no finished one: by a field, or by the folder that it is in."""
        folders = self.path.lower().split("/")[:-1]
        if not {"draft", "drafts", "_drafts"}.isdisjoint(folders):
            return True
        says = {name: self.metadata.text(name).strip().casefold() for name in ("draft", "published", "status")}
        return (
            says["draft"] in ("true", "yes", "on")
            or says["published"] in ("false", "no", "off")
            or (says["status"] == "draft")
        )

    @property
    def metadata_unreadable(self) -> bool:
        """Whether the front matter has a fault that may hide keys: what seems missing may be there after all."""
        hiding = ("syntax", "unclosed", "not-mapping", "unsafe-yaml")
        return self.front_matter is not None and any(fault.kind in hiding for fault in self.front_matter.faults)

    @property
    def tells_what_is_missing(self) -> bool:
        """Whether a field that is not found is truly missing: metadata are there, and all of them could be read.

        Without any metadata that is the one thing to say, and `front-matter/missing` says it. A template or a part
        of other pages lacks what it likes.
        """
        return bool(self.front_matter or self.blocks) and not self.metadata_unreadable and not self.is_fragment

    def front_matter_findings(self, kind: str) -> Iterator[Finding]:
        """Yield the faults of one kind that reading the front matter met."""
        for fault in self.front_matter.faults if self.front_matter else ():
            if fault.kind == kind:
                yield fault.finding

    @cached_property
    def is_template(self) -> bool:
        """Whether the file is one that new articles are made from, by its folder or its unfilled values."""
        front_matter = self.source[self.front_matter.span] if self.front_matter else ""
        return is_template(self.path, front_matter)

    @property
    def metadata_span(self) -> Span:
        """Where to point when metadata is missing: the closing fence, the block's first line, or the file's start."""
        if self.front_matter:
            return self.front_matter.closing or self.front_matter.opening
        if self.blocks:
            return self.blocks[0].entries[0].label.span
        first_line = self.source.line_span(1)
        return Span(first_line.start, max(first_line.end, first_line.start))
