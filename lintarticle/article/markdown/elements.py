"""The body of an article and its parts, every part with the span it has in the file."""

from __future__ import annotations

from typing import Literal

from lintarticle.article.values import Text
from lintarticle.record import NamedTuple
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
    up to its first subsection. `parent` is the index in `Body.sections`, -1 at the top.
    """

    heading: Heading | None
    span: Span
    own: Span
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
