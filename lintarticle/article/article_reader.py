"""The one way from a source text to an `Article`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from lintarticle.article.article import Article
from lintarticle.article.front_matter.front_matter_reader import FrontMatterHandler
from lintarticle.article.markdown.body_reader import BodyReader
from lintarticle.article.metadata.fields import MetadataReader
from lintarticle.article.metadata_block.block_reader import BlockReader
from lintarticle.article.metadata_block.metadata_block import fields_of
from lintarticle.record import Record
from lintarticle.setting import Setting
from lintarticle.source import SourceText


class Reading(Record):
    """How to read the articles of a site, according to its configuration and presets.

    `fields` replace the built-in names of a field, `labels` come on top of the built-in ones.
    """

    code_fence: Annotated[
        bool, Setting("A code fence at the top of the file is front matter.", table="front-matter")
    ] = False
    headers: Annotated[
        bool, Setting("Unfenced “Key: value” lines at the top are front matter.", table="front-matter")
    ] = False
    unopened: Annotated[bool, Setting("Keys with only a closing fence are front matter.", table="front-matter")] = False
    fields: Annotated[Mapping[str, tuple[str, ...]], Setting("Field → the keys that count as it, best first.")] = (
        MappingProxyType({})
    )
    labels: Annotated[Mapping[str, tuple[str, ...]], Setting("Field → more labels for metadata blocks.")] = (
        MappingProxyType({})
    )


class ArticleReader:
    """Reads the articles of a site: what depends on its settings alone is built once, not for each article."""

    def __init__(self, reading: Reading | None = None) -> None:
        reading = reading or Reading()
        self._front_matter = FrontMatterHandler(
            code_fence=reading.code_fence, headers=reading.headers, unopened=reading.unopened
        )
        self._body = BodyReader()
        self._blocks = BlockReader(reading.labels)
        self._metadata = MetadataReader(reading.fields)

    def read(self, path: str, source: SourceText) -> Article:
        """Read one article; what can't be read becomes a fault of the part, never an exception."""
        front_matter = self._front_matter.read(source)
        hidden = (front_matter.span,) if front_matter else ()
        mdx = True if path.endswith(".mdx") else None
        body = self._body.read(source, hidden, mdx=mdx)
        blocks, marks = self._blocks.read(source, body)
        if blocks:
            from lintarticle.article.markdown.gaps import CutInTwo  # most articles have no metadata block

            spans = tuple(block.span for block in blocks)
            try:
                body = body.without(spans)
            except CutInTwo:
                body = self._body.read(source, hidden, spans, mdx=mdx)
        metadata = self._metadata.read(source, front_matter, tuple(fields_of(blocks)), body)
        return Article(path, source, front_matter, blocks, metadata, body, marks)
