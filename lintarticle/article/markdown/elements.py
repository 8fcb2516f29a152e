"""The body of an article and its parts, every part with the span it has in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Literal, NamedTuple

from lintarticle.article.markdown.html import Tag
from lintarticle.article.markdown.masking import Mask
from lintarticle.article.values import Text
from lintarticle.record import Record
from lintarticle.source import Span


class Heading(NamedTuple):
    """A heading: `text` is plain (markup undone), `span` the whole construct, `text_span` its inline content.

    `anchor` is an explicit id (`{#id}`, `id="…"`), else "". A `quoted` one is in a block quote: it is somebody
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
    """A heading and what is under it up to the next heading of its level or higher.

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
    """An image in the body. `alt` is None if an HTML or shortcode image has no such attribute at all.

    `decorative`: `alt=""` in HTML, `role="presentation"` or `"none"`, `aria-hidden`.
    `target` is None if there is none. `label` is that of a reference image, as `Definition.label`.
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

    `label` is that of a reference link, as `Definition.label`; its `target` is in the definition.
    """

    kind: Literal["inline", "reference", "autolink", "html"]
    span: Span
    text: Text
    target: Text
    title: Text | None = None
    label: str = ""


class Paragraph(NamedTuple):
    """A paragraph of prose, `text` plain.

    `container` says where it is; `bold` is its text where all of it is bold, else "".
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


class ListElement(NamedTuple):
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
    """A comment that readers never see; `text` is what is inside."""

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
    shortcodes, templates, directives' fences, math. `uncoded` blanks front matter and code only. `masks` and `tags`
    are what is between the Markdown: shortcodes, templates, expressions; HTML tags and components.
    """

    span: Span
    headings: tuple[Heading, ...]
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    images: tuple[Image, ...]
    links: tuple[Link, ...]
    code_blocks: tuple[CodeBlock, ...]
    code_spans: tuple[Span, ...]
    lists: tuple[ListElement, ...]
    tables: tuple[Table, ...]
    quotes: tuple[Span, ...]
    comments: tuple[Comment, ...]
    thematic_breaks: tuple[Span, ...]
    definitions: tuple[Definition, ...]
    undefined_references: tuple[Text, ...]
    prose: str
    uncoded: str
    masks: tuple[Mask, ...]
    tags: tuple[Tag, ...]

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
        """Whether an image is before the second section, where the title's section is the first."""
        second = next((section for section in self.sections if section.level >= 2), None)
        return bool(self.images) and (second is None or self.images[0].span.start < second.span.start)

    def is_in_quote(self, offset: int) -> bool:
        """Whether an offset is in a block quote."""
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
    r"|!\[\[|(?:\{[{%][<%]?|<(?!a\b)[A-Za-z])[^\n{}<>]{0,1000}?\.(?:png|jpe?g|gif|webp|avif|svg|bmp)\b"
)
"""What stands for a picture or a video in HTML, components, shortcodes and wiki links, whatever their names."""
