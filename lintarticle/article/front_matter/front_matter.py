"""The front matter of an article: its format, its fences, its value tree and what is wrong with it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from lintarticle.article.values import Fault, Node
from lintarticle.source import Span

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
