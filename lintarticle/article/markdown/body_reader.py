"""The body of an article is read in this order.

Hide what is not the body; mask what is not Markdown (`markdown.masking`); let markdown-it-py find the elements
(`markdown.parser`, `markdown.tokens`). Inline marks (`markdown.inline`), HTML tags (`markdown.html`,
`markdown.embedded`) and the prose are found when somebody asks for them (`markdown.body`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lintarticle.article.markdown.body import Body, Sources, blank
from lintarticle.article.markdown.elements import Definition
from lintarticle.article.markdown.inline import InlineReader
from lintarticle.article.markdown.masking import fill, find_masks, without_sizes
from lintarticle.article.markdown.parser import make_parser, parse_blocks
from lintarticle.article.markdown.tokens import TokenReader, read_definitions
from lintarticle.source import BOM, SourceText, Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


class BodyReader:
    """Reads the bodies of articles; each of its two parsers is built for the first body that needs it."""

    def read(
        self, source: SourceText, hidden: Sequence[Span], blocks: Sequence[Span] = (), *, mdx: bool | None = None
    ) -> Body:
        """Read the body of an article.

        `hidden` (front matter) and `blocks` (metadata blocks) are blanked out before; `uncoded` keeps the latter.
        `mdx`: whether the file is MDX; None: it is when it has an ES import outside code.
        """
        unhidden = blank(source.text, (*hidden, *blocks))
        if unhidden.startswith(BOM):
            unhidden = "\n" + unhidden[1:]  # a blank would indent the first line
        masks = find_masks(unhidden, mdx=mdx)
        masked = without_sizes(fill(unhidden, masks.masks))
        parser = self._mdx if masks.mdx else self._markdown
        env: dict[str, Any] = {}
        tokens = parse_blocks(parser, masked, env)
        definitions = read_definitions(tokens, parser, masked, source) if "references" in env else []
        by_label: dict[str, Definition] = {}
        for definition in definitions:
            by_label.setdefault(definition.label, definition)
        elements = TokenReader(source, InlineReader(masked, source.text, parser, env, by_label)).read(tokens)
        return Body(Sources(source, unhidden, tuple(hidden), tuple(blocks)), masks.masks, elements, tuple(definitions))

    @cached_property
    def _markdown(self) -> MarkdownIt:
        return make_parser(indented_code=True)

    @cached_property
    def _mdx(self) -> MarkdownIt:
        return make_parser(indented_code=False)
