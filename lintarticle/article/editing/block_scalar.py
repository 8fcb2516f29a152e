"""Texts that YAML keeps on lines of their own: `|` as they are, `>` folded."""

from __future__ import annotations

from lintarticle.article.editing.extent import content_end
from lintarticle.article.editing.writing import is_printable
from lintarticle.article.values import Node
from lintarticle.source import SourceText, Span


def write_block_scalar(source: SourceText, node: Node, text: str) -> tuple[Span, str] | None:
    """Write a text in the block style that a node has, in its indentation and width.

    None where that style can't hold the text: blanks at the start of a line, control characters, no text at all.
    """
    raw = source[Span(node.span.start, content_end(source, node))]
    header, _, body = raw.partition("\n")
    lines = body.split("\n")
    first = next((line for line in lines if line.strip()), "")
    indent = " " * (len(first) - len(first.lstrip(" ")))
    content = text.rstrip("\n")
    line_ends = len(text) - len(content)
    if not indent or line_ends > 1 or not _fits(content) or any(mark in header for mark in "#0123456789"):
        return None
    chomping = "" if line_ends else "-"
    if node.style == "literal":
        written = content.split("\n")
    else:
        width = max(len(line) for line in lines) - len(indent)
        written = [line for each in content.split("\n") for line in [*_wrapped(each, width), ""]][:-1]
    body = "\n".join(indent + line if line else "" for line in written)
    return Span(node.span.start, content_end(source, node)), f"{header[0]}{chomping}\n{body}"


def _fits(content: str) -> bool:
    lines = content.split("\n")
    return (
        bool(content)
        and bool(lines[0])
        and all(is_printable(line) and line == line.strip(" \t") and "\t" not in line for line in lines)
    )


def _wrapped(line: str, width: int) -> list[str]:
    """Break a line at single blanks, so that folding puts exactly these blanks back."""
    words = _words(line)
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def _words(line: str) -> list[str]:
    """Split at single blanks only: a run of blanks stays inside its word."""
    words: list[str] = []
    for piece in line.split(" "):
        if words and (not piece or words[-1].endswith(" ")):
            words[-1] += " " + piece
        else:
            words.append(piece)
    return words
