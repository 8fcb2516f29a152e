"""The one way from a source text to an `Article`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from lintarticle.article.article import Article
from lintarticle.article.front_matter.front_matter_reader import read_front_matter
from lintarticle.article.illustrations.illustration_reader import read_illustrations
from lintarticle.article.markdown.body_reader import read_body
from lintarticle.article.metadata.fields import read_metadata
from lintarticle.article.metadata_block.block_reader import read_blocks
from lintarticle.article.metadata_block.metadata_block import fields_of
from lintarticle.record import Record
from lintarticle.setting import Setting
from lintarticle.source import SourceText


class Reading(Record):
    """How the articles of a site are to be read: what its configuration and presets say of that.

    `fields` replace the built-in names of a field, `labels` come on top of the built-in ones.
    """

    code_fence: Annotated[
        bool, Setting("A code fence at the top of the file is front matter.", table="front-matter")
    ] = False
    headers: Annotated[
        bool, Setting("Unfenced “Key: value” lines at the top are front matter.", table="front-matter")
    ] = False
    unopened: Annotated[
        bool, Setting("Keys that only a closing fence ends are front matter.", table="front-matter")
    ] = False
    fields: Annotated[Mapping[str, tuple[str, ...]], Setting("Field → the names that count as it, first wins.")] = (
        MappingProxyType({})
    )
    labels: Annotated[Mapping[str, tuple[str, ...]], Setting("Field → more labels for metadata blocks.")] = (
        MappingProxyType({})
    )


def read_article(path: str, source: SourceText, reading: Reading | None = None) -> Article:
    """Read one article; what can't be read becomes a fault of the part, never an exception."""
    reading = reading or Reading()
    front_matter = read_front_matter(
        source, code_fence=reading.code_fence, headers=reading.headers, unopened=reading.unopened
    )
    hidden = (front_matter.span,) if front_matter else ()
    mdx = True if path.endswith(".mdx") else None
    body = read_body(source, hidden, mdx=mdx)
    blocks = read_blocks(source, body, reading.labels)
    if blocks:
        body = read_body(source, hidden, tuple(block.span for block in blocks), mdx=mdx)
    metadata = read_metadata(source, front_matter, tuple(fields_of(blocks)), body, reading.fields)
    illustrations = read_illustrations(source, metadata, blocks, body)
    return Article(path, source, front_matter, blocks, metadata, body, illustrations)
