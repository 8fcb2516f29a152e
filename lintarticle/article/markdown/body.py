"""The body of an article: what Markdown, HTML and components say, each part found when somebody first asks for it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Literal, TypeVar

from lintarticle.article.markdown.elements import (
    CodeBlock,
    Comment,
    Definition,
    Heading,
    Image,
    Link,
    ListElement,
    Section,
    Table,
)
from lintarticle.article.markdown.embedded import (
    html_headings,
    html_images,
    html_links,
    raw_elements,
    read_imports,
    shortcode_code,
    shortcode_images,
)
from lintarticle.article.markdown.html import Tag, read_tags
from lintarticle.article.markdown.inline import Content, Found, Paragraph, holds_parts
from lintarticle.article.markdown.masking import Mask
from lintarticle.article.markdown.tokens import Elements
from lintarticle.article.text.measure import count_words
from lintarticle.article.values import Text
from lintarticle.expression import expression
from lintarticle.record import NamedTuple, cached_property
from lintarticle.source import BOM, SourceText, Span

_ENTITY = expression(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ANCHOR_TAG = frozenset(("a", "span"))

Part = TypeVar("Part", Image, Link, Heading, Comment)


def blank(text: str, spans: Iterable[Span]) -> str:
    """Return `text` with everything under `spans` replaced by spaces, line ends kept."""
    pieces: list[str] = []
    end = 0
    for span in sorted(spans):
        if span.end <= end:
            continue
        start = max(span.start, end)
        pieces += (text[end:start], _blanks(text[start : span.end]))
        end = span.end
    return "".join((*pieces, text[end:])) if pieces else text


def _blanks(text: str) -> str:
    if "\n" not in text:
        return " " * len(text)
    return "\n".join([" " * len(line) for line in text.split("\n")])


class Sources(NamedTuple):
    """The file; its text without front matter (`hidden`) and metadata blocks (`blocks`), which are blanked there."""

    source: SourceText
    unhidden: str
    hidden: tuple[Span, ...]
    blocks: tuple[Span, ...]


class Body:
    """The Markdown of an article; every tuple in document order.

    `masks` are what is between the Markdown: shortcodes, templates, expressions.
    """

    def __init__(
        self, sources: Sources, masks: Iterable[Mask], elements: Elements, definitions: tuple[Definition, ...]
    ) -> None:
        self.masks = tuple(masks)
        self.definitions = definitions
        self.paragraphs: tuple[Paragraph, ...] = tuple(elements.paragraphs)
        self.contents: tuple[Content, ...] = tuple(elements.contents)
        self.lists: tuple[ListElement, ...] = tuple(elements.lists)
        self.quotes: tuple[Span, ...] = tuple(elements.quotes)
        self.thematic_breaks: tuple[Span, ...] = tuple(elements.thematic_breaks)
        self.span = _body_span(sources.source.text, sorted((*sources.hidden, *sources.blocks)))
        self._sources = sources
        self._source = sources.source
        self._unhidden = sources.unhidden
        self._elements = elements

    def without(self, blocks: tuple[Span, ...]) -> Body:
        """Return the body with metadata blocks left out; `uncoded` keeps them.

        Raises `CutInTwo` if it has to be read again, because a block holds only a part of an element, or a
        definition that the rest may refer to.
        """
        from lintarticle.article.markdown.gaps import CutInTwo, Gaps  # most articles have no metadata block

        gaps = Gaps(blocks)
        masks, elements = gaps.outside(self.masks), self._elements.without(gaps)
        if len(gaps.outside(self.definitions)) < len(self.definitions):
            raise CutInTwo
        sources = self._sources._replace(unhidden=blank(self._unhidden, blocks), blocks=blocks)
        return Body(sources, masks, elements, self.definitions)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings, HTML ones too."""
        headings = self._elements.headings
        if not self.tags:
            return tuple(headings)
        return _in_order([*_anchored(headings, self.tags), *html_headings(self._unhidden, self.tags)])

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections; the first one comes before all headings."""
        return make_sections([heading for heading in self.headings if not heading.quoted], self.span)

    @cached_property
    def images(self) -> tuple[Image, ...]:
        """The images, including those in HTML and shortcodes."""
        of_shortcodes = list(shortcode_images(self._unhidden, self.masks))
        of_html = html_images(self.tags, read_imports(self._unhidden, self.masks)) if self.tags else ()
        outside = _outside(of_shortcodes, self._code) if of_shortcodes else ()
        return _in_order([*self._found.images, *of_html, *outside])

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links, HTML ones too."""
        return _in_order([*self._found.links, *html_links(self._unhidden, self.tags)])

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables."""
        return tuple(table.read() for table in self._elements.tables)

    @property
    def table_spans(self) -> tuple[Span, ...]:
        """Where the tables are, without reading their cells."""
        return tuple(table.span for table in self._elements.tables)

    @property
    def html_blocks(self) -> tuple[Span, ...]:
        """The blocks of HTML, as CommonMark ends them: at a blank line, or where the element or comment closes."""
        return tuple(self._elements.html)

    @cached_property
    def code_blocks(self) -> tuple[CodeBlock, ...]:
        """The blocks of code, including those in shortcodes."""
        of_shortcodes = shortcode_code(self._unhidden, self.masks)
        return tuple(sorted([*self._elements.code_blocks, *of_shortcodes], key=lambda block: block.span))

    @property
    def code_spans(self) -> tuple[Span, ...]:
        """The code within lines, backticks included."""
        return tuple(self._found.code_spans)

    @property
    def undefined_references(self) -> tuple[Text, ...]:
        """The labels of references that have no definition."""
        return tuple(self._found.undefined)

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """The comments."""
        found = _comments(self._unhidden, self.masks, self._elements.html)
        return tuple(_outside(found, self._code)) if found else ()

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """The tags of HTML and components."""
        if "<" not in self._unhidden:
            return ()
        hidden = (*self._code, *self._found.targets, *(comment.span for comment in self.comments))
        return tuple(read_tags(blank(self._unhidden, hidden)))

    @cached_property
    def prose(self) -> str:
        """The source text with all that is not prose blanked by spaces, line ends kept.

        So its offsets are those of the file. Blanked are front matter, metadata blocks, code, comments, tags, link
        targets, shortcodes, templates, directives' fences, math.
        """
        found = self._found
        marks = [part.span for parts in (self.masks, self.comments, self.tags, self.definitions) for part in parts]
        not_prose = (*self._code, *self._raw, *self._elements.blanked, *found.blanked, *found.targets, *marks)
        prose = blank(self._unhidden, not_prose)
        if self._source.has_bom:
            prose = " " + prose[1:]
        return _ENTITY.sub(lambda match: " " * len(match[0]), prose) if "&" in prose else prose

    @cached_property
    def uncoded(self) -> str:
        """The source text with front matter and code blanked."""
        return blank(self._source.text, (*self._sources.hidden, *self._code, *self._raw))

    @cached_property
    def words(self) -> int:
        """The words of the whole body, without headings."""
        return sum(map(self.words_of, self.sections))

    def words_of(self, section: Section) -> int:
        """Count the words of a section, without its subsections."""
        return count_words(self.prose[section.own.start : section.own.end])

    @cached_property
    def shows_picture(self) -> bool:
        """Whether readers see an image, a drawing made from code, or an embedded video."""
        if self.images or any(block.language.lower() in _DRAWN for block in self.code_blocks):
            return True
        text = self.uncoded
        is_plain = "<" not in text and "{" not in text and "![[" not in text
        return not is_plain and re.search(_EMBEDDED, text, re.IGNORECASE) is not None

    @property
    def opens_with_picture(self) -> bool:
        """Whether an image is before the second section, where the title's section is the first."""
        second = next((section for section in self.sections if section.level >= 2), None)
        return bool(self.images) and (second is None or self.images[0].span.start < second.span.start)

    def is_in_quote(self, offset: int) -> bool:
        """Whether an offset is in a block quote."""
        index = bisect_right(self._outer_quotes, offset, key=lambda span: span.start) - 1
        return index >= 0 and offset < self._outer_quotes[index].end

    def section_at(self, offset: int) -> Section:
        """Return the innermost section that holds an offset."""
        # The innermost one is the last that starts before it.
        return self.sections[max(0, bisect_right(self.sections, offset, key=lambda section: section.span.start) - 1)]

    @cached_property
    def _outer_quotes(self) -> list[Span]:
        outer: list[Span] = []
        for span in self.quotes:
            if not outer or span.start >= outer[-1].end:
                outer.append(span)
        return outer

    @cached_property
    def _found(self) -> Found:
        found = Found()
        if not holds_parts(self._unhidden):
            return found
        for content in self._elements.contents:
            if inside := content.found:
                found.add(inside)
        return found

    @cached_property
    def _code(self) -> tuple[Span, ...]:
        return (*(block.span for block in self.code_blocks), *self._found.code_spans)

    @cached_property
    def _raw(self) -> tuple[Span, ...]:
        return tuple(raw_elements(self.tags))


def _in_order(parts: list[Part]) -> tuple[Part, ...]:
    return tuple(sorted(parts, key=lambda part: part.span))


def _outside(parts: Iterable[Part], code: Iterable[Span]) -> list[Part]:
    """Leave out what starts within code."""
    spans = sorted(code)
    kept: list[Part] = []
    for part in parts:
        index = bisect_right(spans, part.span.start, key=lambda span: span.start) - 1
        if index < 0 or part.span.start >= spans[index].end:
            kept.append(part)
    return kept


def _comments(text: str, masks: Iterable[Mask], html_blocks: list[Span]) -> list[Comment]:
    """Return every comment, and an HTML one that is never closed: it hides everything after it."""
    kinds: dict[str, Literal["mdx", "template"]] = {"mdx": "mdx", "template": "template"}
    found = [
        Comment(kinds.get(mask.name, "html"), mask.span, Text(text[mask.inner.start : mask.inner.end], mask.inner))
        for mask in masks
        if mask.kind == "comment"
    ]
    for span in html_blocks:
        if text.startswith("<!--", span.start) and "-->" not in text[span.start : span.end]:
            inner = Span(span.start + 4, span.end)
            found.append(Comment("html", span, Text(text[inner.start : inner.end], inner)))
    return list(_in_order(found))


def _anchored(headings: list[Heading], tags: Sequence[Tag]) -> list[Heading]:
    """Give headings without an anchor that of an `<a name>` or `<a id>` inside them."""
    starts = [tag.span.start for tag in tags]
    result: list[Heading] = []
    for heading in headings:
        first, last = bisect_left(starts, heading.text_span.start), bisect_left(starts, heading.text_span.end)
        names = (tag.get("id") or tag.get("name") for tag in tags[first:last] if tag.name.lower() in _ANCHOR_TAG)
        name = next((name for name in names if name), None)
        result.append(heading._replace(anchor=name.text) if name and not heading.anchor else heading)
    return result


def _body_span(text: str, hidden: list[Span]) -> Span:
    """Return what is left between hidden spans at the very start and the very end."""
    start, end = 0, len(text)
    while hidden and not text[start : hidden[0].start].strip(f"{BOM} \t\n"):
        start = max(start, hidden.pop(0).end)
    while hidden and not text[hidden[-1].end : end].strip():
        end = max(start, hidden.pop().start)
    return Span(start, max(start, end))


def make_sections(headings: Sequence[Heading], body: Span) -> tuple[Section, ...]:
    """Return the section before the first heading (always there, perhaps empty), then one a heading."""
    starts = [heading.span.start for heading in headings]
    edges = [body.start, *(heading.span.end for heading in headings)]
    owns = [Span(start, max(start, end)) for start, end in zip(edges, [*starts, body.end], strict=True)]
    parents = _parents(headings)
    ends = [own.end for own in owns]
    for index in range(len(owns) - 1, 0, -1):
        if parents[index] >= 0:
            ends[parents[index]] = max(ends[parents[index]], ends[index])
    return tuple(
        Section(
            heading=headings[index - 1] if index else None,
            span=Span(starts[index - 1] if index else body.start, ends[index]),
            own=own,
            parent=parents[index],
        )
        for index, own in enumerate(owns)
    )


def _parents(headings: Sequence[Heading]) -> list[int]:
    """Return the index of each section's parent, -1 at the top; the first section is the text before all headings."""
    parents = [-1]
    open_sections: list[tuple[int, int]] = []
    for index, heading in enumerate(headings, start=1):
        while open_sections and open_sections[-1][0] >= heading.level:
            open_sections.pop()
        parents.append(open_sections[-1][1] if open_sections else -1)
        open_sections.append((heading.level, index))
    return parents


_DRAWN = frozenset(
    ("mermaid", "plantuml", "puml", "dot", "graphviz", "d2", "vega", "vega-lite", "ditaa", "svgbob", "wavedrom")
)
"""Languages of code blocks that sites draw as pictures."""

_EMBEDDED = (
    r"<(?:svg|video|iframe|object|embed|canvas|picture|[\w.]*(?:image|img|figure|video|youtube|gallery|photo)\w*)\b"
    r"|\{[{%]-?[<%]?\s*(?:\w+[/-])?(?:figure|image|img|picture|video|youtube|vimeo|gallery|mermaid|tweet|asciinema|gist)\b"
    r"|!\[\[|(?:\{[{%](?![<%]?-?\s*(?:site-?)?param\b)[<%]?|<(?!a\b)[A-Za-z])"
    r"(?![^\n{}<>]{0,200}?\b(?:config|option|param|setting)\s*=\s*[\"']?[\w-]+(?:\.[\w-]+)+(?![\w./-]))"
    r"[^\n{}<>]{0,1000}?\.(?:png|jpe?g|gif|webp|avif|svg|bmp)\b"
)
"""What shows a picture or a video in HTML, components, shortcodes and wiki links, whatever their names.

The key of a configuration (`config=imaging.avif`) may end like the name of an image.
"""
