"""Where the fences of code go wrong: one never closes, has text behind it, or holds another as long as itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from lintarticle.article.article import Article, view
from lintarticle.article.markdown.elements import CodeBlock
from lintarticle.record import NamedTuple
from lintarticle.source import Span

FenceFault = Literal["unclosed", "text", "outside", "nested"]

_FENCE_LINE = r"^[ \t>]*(`{3,}|~{3,})([^`\n]*)$"
_SAMPLES = frozenset(("", "markdown", "md", "mdx", "text", "txt", "plaintext", "plain", "none", "rmd", "qmd"))
"""Languages of blocks that show Markdown, and so other fences."""

_SENTENCE = r"[^\W\d_][^\s`]*(?:[ \t]+\S+){2,}|[A-Z][^\s=]*[ \t]+[a-z][^=]*|\S+[.!?:,]|[)\].,;:!?].*"
"""What is behind a fence that was to close a block, and names no language."""

_PROSE_LINE = (
    r"(?m)^[ \t]*(?:#{2,6} +[^\W\d_].*|[A-Z\u00c0-\u024f][^\n;{}=<>|$]{40,}[.!?:]"
    r"|[^\n]*[^\W_)\]]{2} ?\[[^\]\n]+\]\(https?:.*|[^\x00-\u2fff\n]{12,}.*)$"
)
"""A line that is the article's rather than code."""


class BrokenFence(NamedTuple):
    """`at` is the line to change; `opening` that which opens the block; `end` the line of a fence that was to close it.

    `prose`: whether what became code holds text of the article.
    """

    fault: FenceFault
    at: Span
    opening: Span
    block: CodeBlock
    end: Span | None
    prose: bool


@view
def broken_fences(article: Article) -> tuple[BrokenFence, ...]:
    """Return the broken fences in order, up to the first that turns those after it around."""
    found = []
    for broken in _broken(article):
        found.append(broken)
        if broken.fault in ("outside", "nested"):
            break
    return tuple(found)


def is_closed(block: CodeBlock) -> bool:
    """Whether a fenced block has a closing fence."""
    return block.content.end < block.span.end


def fenced_blocks(article: Article) -> list[CodeBlock]:
    """Return the blocks between fences of backticks or tildes."""
    return [block for block in article.body.code_blocks if block.fenced and article.text[block.span.start] in "`~"]


def container_marks(article: Article, start: int) -> str:
    """Return what a line has to start with to be in the list or quote of the block that starts at an offset."""
    before = article.text[article.source.line_span(article.source.line_of(start)).start : start]
    return re.sub(r"[^\s>]", " ", before)


def _broken(article: Article) -> Iterator[BrokenFence]:
    blocks = fenced_blocks(article)
    for index, block in enumerate(blocks):
        mark = article.text[block.span.start : block.span.start + 3]
        if is_closed(block) and article.text.find(mark, *block.content) < 0:
            continue
        inner = next(_fences_inside(article, block), None)
        if inner is None and is_closed(block):
            continue
        opening = article.source.first_line(block.span)
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        prose = re.search(_PROSE_LINE, article.source[block.content]) is not None
        if inner and re.fullmatch(_SENTENCE, inner[2].strip()):
            yield BrokenFence("text", Span(*inner.span(1)), opening, block, Span(*inner.span()), prose)
        elif inner and is_closed(block) and _is_sample(block, blocks[index + 1 :]):
            yield BrokenFence("nested", opening, opening, block, _intended_end(article, block), prose)
        elif not is_closed(block) and following and not following.info and _is_shifted(article, block, following):
            end = article.source.first_line(following.span)
            yield BrokenFence("outside", end, opening, block, end, prose)
        else:
            yield BrokenFence("unclosed", opening, opening, block, None, prose)


def _fences_inside(article: Article, block: CodeBlock) -> Iterator[re.Match[str]]:
    """Yield the lines in a block that would open one, were they not inside."""
    mark = re.match(r"`+|~+", article.text[block.span.start : block.span.end])
    for match in re.compile(_FENCE_LINE, re.MULTILINE).finditer(article.text, *block.content):
        if mark and match[1].startswith(mark[0]) and match[2].strip() and _may_close(article, block, match):
            yield match


def _may_close(article: Article, block: CodeBlock, inner: re.Match[str]) -> bool:
    """Whether a fence is not further to the right than one that closes a block may be."""
    return inner.start(1) - inner.start() <= _indent(article, block) + 3


def _intended_end(article: Article, block: CodeBlock) -> Span | None:
    """Return the line that was to close a block, where each fence with a language inside opens another."""
    depth = 1
    for match in re.compile(_FENCE_LINE, re.MULTILINE).finditer(article.text, block.content.start):
        depth += 1 if match[2].strip() else -1
        if depth == 0:
            return Span(*match.span(1))
    return None


def _is_sample(block: CodeBlock, following: list[CodeBlock]) -> bool:
    """Whether a block that holds a fence shows Markdown, rather than lack its end."""
    if block.language.lower() in _SAMPLES - {""}:
        return True
    return not block.language and any(not each.info and not is_closed(each) for each in following)


def _is_shifted(article: Article, block: CodeBlock, following: CodeBlock) -> bool:
    """Whether another opening fence is on the next line of text, further to the left."""
    between = article.text[block.span.end : following.span.start]
    return not between.strip(" \t\n>") and _indent(article, following) < _indent(article, block)


def _indent(article: Article, block: CodeBlock) -> int:
    return block.span.start - article.source.line_span(article.source.line_of(block.span.start)).start
