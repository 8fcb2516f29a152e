"""The body of an article: Markdown → headings, sections, images, links, prose, each with its exact span.

The order of work: hide what is not the body; mask what is not Markdown (`markdown.masking`); let markdown-it-py find
the elements and the inline marks (`markdown.parser`, `markdown.tokens`, `markdown.inline`); read HTML tags from the
source (`markdown.html`, `markdown.embedded`); blank everything but the prose, and count it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from lintarticle.article.markdown.elements import Body, Comment, Definition, Heading, Image, Link, Section
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
from lintarticle.article.markdown.masking import Mask, fill, find_masks, without_sizes
from lintarticle.article.markdown.parser import make_parser, parse_blocks
from lintarticle.article.markdown.tokens import TokenReader, read_definitions
from lintarticle.article.text.measure import count_words
from lintarticle.article.values import Text
from lintarticle.source import BOM, SourceText, Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ANCHOR_TAG = frozenset(("a", "span"))

Part = TypeVar("Part", Image, Link, Heading, Comment)


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
        definitions = read_definitions(tokens, parser, masked, source)
        by_label: dict[str, Definition] = {}
        for definition in definitions:
            by_label.setdefault(definition.label, definition)
        reader = TokenReader(source, masked, parser, env, by_label)
        reader.read(tokens)
        return _assemble(_Sources(source, unhidden, tuple(hidden), tuple(blocks)), masks.masks, reader, definitions)

    @cached_property
    def _markdown(self) -> MarkdownIt:
        return make_parser(indented_code=True)

    @cached_property
    def _mdx(self) -> MarkdownIt:
        return make_parser(indented_code=False)


def blank(text: str, spans: Iterable[Span]) -> str:
    """Return `text` with everything under `spans` replaced by spaces, line ends kept."""
    pieces: list[str] = []
    end = 0
    for span in sorted(spans):
        if span.end <= end:
            continue
        start = max(span.start, end)
        pieces += (text[end:start], "\n".join(" " * len(line) for line in text[start : span.end].split("\n")))
        end = span.end
    return "".join((*pieces, text[end:])) if pieces else text


class _Sources(NamedTuple):
    """The file, and its text with front matter and metadata blocks blanked."""

    source: SourceText
    unhidden: str
    hidden: tuple[Span, ...]
    blocks: tuple[Span, ...]


def _assemble(sources: _Sources, masks: list[Mask], reader: TokenReader, definitions: list[Definition]) -> Body:
    """Put together what Markdown, HTML and the masks gave, and blank the prose."""
    unhidden = sources.unhidden
    elements, found = reader.elements, reader.inline.found
    code_blocks = sorted([*elements.code_blocks, *shortcode_code(unhidden, masks)], key=lambda block: block.span)
    code = [*(block.span for block in code_blocks), *found.code_spans]
    comments = _outside(_comments(unhidden, masks, elements.html), code)
    tags = read_tags(blank(unhidden, (*code, *found.targets, *(comment.span for comment in comments))))
    raw = list(raw_elements(tags))
    images = [*html_images(tags, read_imports(unhidden, masks)), *_outside(shortcode_images(unhidden, masks), code)]
    headings = _in_order([*_anchored(elements.headings, tags), *html_headings(unhidden, tags)])
    marks = [part.span for parts in (masks, comments, tags, definitions) for part in parts]
    prose = blank(unhidden, (*code, *raw, *elements.blanked, *found.blanked, *found.targets, *marks))
    if sources.source.has_bom:
        prose = " " + prose[1:]
    if "&" in prose:
        prose = _ENTITY.sub(lambda match: " " * len(match[0]), prose)
    span = _body_span(sources.source.text, sorted((*sources.hidden, *sources.blocks)))
    return Body(
        span=span,
        headings=headings,
        sections=make_sections([heading for heading in headings if not heading.quoted], span, prose),
        paragraphs=tuple(elements.paragraphs),
        images=_in_order([*found.images, *images]),
        links=_in_order([*found.links, *html_links(unhidden, tags)]),
        code_blocks=tuple(code_blocks),
        code_spans=tuple(found.code_spans),
        lists=tuple(elements.lists),
        tables=tuple(elements.tables),
        quotes=tuple(elements.quotes),
        comments=tuple(comments),
        thematic_breaks=tuple(elements.thematic_breaks),
        definitions=tuple(definitions),
        undefined_references=tuple(found.undefined),
        prose=prose,
        uncoded=blank(sources.source.text, (*sources.hidden, *code, *raw)),
        masks=tuple(masks),
        tags=tuple(tags),
    )


def _in_order(parts: list[Part]) -> tuple[Part, ...]:
    return tuple(sorted(parts, key=lambda part: part.span))


def _outside(parts: Iterable[Part], code: list[Span]) -> list[Part]:
    """Leave out what starts within code."""
    spans = sorted(code)
    kept: list[Part] = []
    for part in parts:
        index = bisect_right(spans, part.span.start, key=lambda span: span.start) - 1
        if index < 0 or part.span.start >= spans[index].end:
            kept.append(part)
    return kept


def _comments(text: str, masks: list[Mask], html_blocks: list[Span]) -> list[Comment]:
    """Return every comment, and an HTML one that is never closed: it hides all that follows."""
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


def _anchored(headings: list[Heading], tags: list[Tag]) -> list[Heading]:
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


def make_sections(headings: Sequence[Heading], body: Span, prose: str) -> tuple[Section, ...]:
    """Return the section before the first heading (always there, perhaps empty), then one a heading."""
    starts = [heading.span.start for heading in headings]
    edges = [body.start, *(heading.span.end for heading in headings)]
    owns = [Span(start, max(start, end)) for start, end in zip(edges, [*starts, body.end], strict=True)]
    words = [count_words(prose[own.start : own.end]) for own in owns]
    parents = _parents(headings)
    totals = words[:]
    ends = [own.end for own in owns]
    for index in range(len(owns) - 1, 0, -1):
        if parents[index] >= 0:
            totals[parents[index]] += totals[index]
            ends[parents[index]] = max(ends[parents[index]], ends[index])
    return tuple(
        Section(
            heading=headings[index - 1] if index else None,
            span=Span(starts[index - 1] if index else body.start, ends[index]),
            own=own,
            words=words[index],
            total_words=totals[index],
            parent=parents[index],
        )
        for index, own in enumerate(owns)
    )


def _parents(headings: Sequence[Heading]) -> list[int]:
    """Return the index of each section's parent, -1 at the top; the section before all headings is nobody's."""
    parents = [-1]
    open_sections: list[tuple[int, int]] = []
    for index, heading in enumerate(headings, start=1):
        while open_sections and open_sections[-1][0] >= heading.level:
            open_sections.pop()
        parents.append(open_sections[-1][1] if open_sections else -1)
        open_sections.append((heading.level, index))
    return parents
