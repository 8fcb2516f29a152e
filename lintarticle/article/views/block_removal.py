"""Take a metadata block out of the body, with the blank lines, the rule and the heading that are there only for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.article.metadata_block.metadata_block import BlockEntry, MetadataBlock
from lintarticle.problem import Edit
from lintarticle.source import Span

_TABLE_RULE = r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+\n"


def removal_of(article: Article, block: MetadataBlock, left: list[BlockEntry]) -> Edit:
    """Take the block out with the blank lines around it; what has to stay keeps its lines, and its rule above."""
    text = article.text
    front = article.front_matter.span.end if article.front_matter else 0
    first = _line_start(text, block.span.start)
    if not left and block.place == "tail":
        first = _emptied_heading(article, block, first)
    start = max(front, len(text[:first].rstrip()))
    line_end = _line_end(text, block.span.end)
    end = line_end + len(text[line_end:]) - len(text[line_end:].lstrip("\n"))
    kept = _joined(text, list(_remainder(article, block, left)))
    if kept and block.opener and (left or block.left_out):
        kept.insert(0, _lines(text, block.opener))
    if start == front:
        before = text[start : len(text[:start]) + len(text[start:]) - len(text[start:].lstrip("\n"))]
    else:
        before = "\n\n"
    is_last = end == len(text)
    after = ("\n" if text.endswith("\n") else "") if is_last else "\n\n"
    if kept:
        return Edit(Span(start, end), before + "\n\n".join(kept) + after)
    return Edit(Span(start, end), after if is_last and start > front else before)


def _emptied_heading(article: Article, block: MetadataBlock, first: int) -> int:
    """Return where the heading above a block starts, and the rule above that, if only the block is under it."""
    text = article.text
    above = [heading for heading in article.body.headings if heading.span.end <= first]
    if not above or above[-1].level == 1 or text[above[-1].span.end : first].strip() or text[block.span.end :].strip():
        return first
    start = _line_start(text, above[-1].span.start)
    rules = [rule for rule in article.body.thematic_breaks if rule.end <= start and not text[rule.end : start].strip()]
    return _line_start(text, rules[-1].start) if rules else start


def _remainder(article: Article, block: MetadataBlock, left: list[BlockEntry]) -> Iterator[Span]:
    """Yield what has to stay of a block: entries left behind, and lines that are neither entry nor frame."""
    at = block.span.start
    stays = {entry.span for entry in left}
    # else a remark may be between a heading and the labels
    is_whole = bool(left or block.left_out) or block.place == "comment"
    frame = [block.opener] if block.opener and is_whole else []
    known = sorted([*(entry.span for entry in block.entries), *block.debris, *frame])
    for span in [*known, Span(block.span.end, block.span.end)]:
        yield from _loose_lines(article.text, Span(at, max(at, span.start)))
        if span in stays:
            yield span
        at = max(at, span.end)


def _joined(text: str, spans: list[Span]) -> list[str]:
    """Return the lines that spans touch, those of one paragraph as one piece."""
    pieces: list[str] = []
    for index, span in enumerate(spans):
        follows = index > 0 and text[spans[index - 1].end : span.start].strip(" \t") == "\n"
        if follows:
            pieces[-1] += f"\n{_lines(text, span)}"
        else:
            pieces.append(_lines(text, span))
    return pieces


def _loose_lines(text: str, gap: Span) -> Iterator[Span]:
    """Yield the lines of a gap that say something: no rule, no group or table heading, no bullet, no comment mark."""
    if not text[gap.start : gap.end].strip():
        return
    offset = gap.start
    for line in text[gap.start : gap.end].splitlines(keepends=True):
        words = re.sub(r"<!--|-->|^\s*#+ .*|^\s*\*\*[^*]*\*\*\s*$|^\s*(?:```|~~~).*", "", line)
        heads_table = "|" in line and re.compile(_TABLE_RULE).match(text, offset + len(line))
        if re.search(r"\w", words) and not heads_table:
            yield Span(offset, offset + len(line.rstrip("\n")))
        offset += len(line)


def _lines(text: str, span: Span) -> str:
    """Return the whole lines that a span touches, without the last line's end."""
    return text[_line_start(text, span.start) : _line_end(text, span.end)]


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _line_end(text: str, offset: int) -> int:
    """Return the end of the line that holds the character before an offset."""
    end = text.find("\n", max(0, offset - 1))
    return len(text) if end < 0 else end
