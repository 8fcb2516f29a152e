"""Markdown within a block of HTML, which stays as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintarticle.article.article import Article, view
from lintarticle.article.markdown.body import blank
from lintarticle.article.markdown.html import Element, elements
from lintarticle.expression import expression
from lintarticle.record import NamedTuple
from lintarticle.source import Span

_BLOCK_NAMES = (
    "address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2"
    " h3 h4 h5 h6 header iframe legend li main menu nav ol p section summary table tbody td tfoot th thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
"""Elements that make a block of HTML."""

_RAW_NAMES = "script style pre textarea svg math template code kbd samp tt"
_RAW = frozenset(_RAW_NAMES.split())

_MARKDOWN = (
    r"(?P<bold>(?<![\w*\\/`])\*\*(?=[^\s*])[^*\n]*[^\s*\\]\*\*(?![\w*/]))"
    r"|(?P<link>!?\[[^\[\]\n]+\]\((?=[^()\s]*[./#])[^()\s]+(?:[ \t]+\"[^\"\n]*\")?\))"
    r"|(?P<heading>^[ \t]*\#{2,6}[ \t]+\S[^\n]*)"
    r"|(?P<fence>^[ \t]*(?:```|~~~)[^`\n]*$)"
    r"|(?P<code>(?<![`\\\w])`[^`\n]*[^\s`][^`\n]*`(?![`\w]))"
    r"|(?P<list>^[ \t]*[-*] \S[^\n]*(?=\n[ \t]*[-*] \S))"
)
"""Marks that are never meant literally in HTML."""

_SIGNS = ("**", "](", "##", "`", "~~~")
"""Every mark has one of these in it, and a list has an item on a line of its own."""

_ITEM = expression(r"\n[ \t]*[-*] ")

_NAME = re.compile(r"</?([A-Za-z][\w-]*)")


class Literal(NamedTuple):
    """The first Markdown in a block of HTML; `parent` is the innermost element around it that makes blocks.

    `in_lines`: no blank line is between it and the tag that opens the block, so that no renderer reads it.
    """

    at: Span
    parent: Element | None
    in_lines: bool


@view
def literal_markdown(article: Article) -> tuple[Literal, ...]:
    """Return the first Markdown of each block of HTML and of each element, in order."""
    body = article.body
    closed = list(elements(body.tags, _BLOCKS | _RAW))
    if not closed and not body.html_blocks:
        return ()
    hidden = [element.span for element in closed if element.tag.name.lower() in _RAW]
    hidden += [tag.span for tag in body.tags] + [comment.span for comment in body.comments]
    hidden += [mask.span for mask in body.masks] + [block.span for block in body.code_blocks]
    text = blank(article.text, hidden)
    blocks = [element for element in closed if element.tag.name.lower() in _BLOCKS]
    found: dict[int, Literal] = {}
    for span in body.html_blocks:
        name = _NAME.match(article.text, span.start)
        if name and name[1].lower() not in _RAW:
            for literal in _in_region(text, span, blocks, in_lines=True):
                found.setdefault(literal.at.start, literal)
    for element in blocks:
        for literal in _in_region(text, element.content, blocks, in_lines=False):
            found.setdefault(literal.at.start, literal)
    return tuple(found[start] for start in sorted(found))


def _in_region(text: str, region: Span, blocks: list[Element], *, in_lines: bool) -> Iterator[Literal]:
    if not any(text.find(sign, *region) >= 0 for sign in _SIGNS) and not _ITEM.search(text, *region):
        return
    for match in re.compile(_MARKDOWN, re.MULTILINE).finditer(text, *region):
        start = match.end() - len(match[0].lstrip())
        around = [each for each in blocks if each.content.start <= start < each.content.end]
        parent = max(around, key=lambda each: each.content.start, default=None)
        if match.lastgroup == "heading" and parent is None:
            continue  # below the end of an element: the matter of another rule
        yield Literal(Span(start, match.end()), parent, in_lines)
        return
