"""Give a value of the front matter another value, written as it is now."""

from __future__ import annotations

from collections.abc import Sequence

from lintarticle.article.editing.layout import (
    Editable,
    Edits,
    before_on_line,
    content_end,
    entry_of,
    extent,
    index_of,
    is_block_collection,
    list_indent,
    preferred_quote,
    sound_front_matter,
    writes_lists_in_brackets,
)
from lintarticle.article.editing.writing import (
    Value,
    is_list,
    is_plain_yaml,
    is_printable,
    is_scalar,
    write_flow,
    write_scalar,
    write_yaml_block,
)
from lintarticle.article.front_matter.front_matter import FrontMatter
from lintarticle.article.values import Node
from lintarticle.problem import Edit
from lintarticle.source import SourceText, Span


def quote_value(article: Editable, node: Node) -> Edits:
    """Make a scalar a text, quoted, exactly as its writer wrote it: `1.10` becomes `"1.10"`."""
    found = sound_front_matter(article)
    if found is None or node.kind in ("list", "mapping") or not is_own(article, node):
        return ()
    quote = preferred_quote(article) or '"'
    if found.format == "yaml" and node.style == "plain" and "\n" in article.source[node.span]:
        raw = article.source[node.span]
        doubled = raw.replace("'", "''") if quote == "'" else raw.replace("\\", "\\\\").replace('"', '\\"')
        return (Edit(node.span, f"{quote}{doubled}{quote}"),)
    return _replace(article.source, node, write_scalar(node.text, found.format, quote=quote))


def set_value(article: Editable, node: Node, value: Value) -> Edits:
    """Give a node another value; a text keeps its quotes and its block style, and reads back as a text."""
    found = sound_front_matter(article)
    if found is None or not is_own(article, node):
        return ()
    bracketed = found.format != "yaml" or index_of(article).is_in_brackets(node)
    if is_block_collection(node) or (not is_scalar(value) and value and not bracketed):
        return _replace_whole(article, found, node, value)
    if isinstance(value, str) and found.format == "yaml" and node.style in ("literal", "folded"):
        written = write_block_scalar(article.source, node, value)
        if written:
            return (shortest(article.source, *written),)
    return _replace(article.source, node, _inline(article, found, node, value, in_brackets=bracketed))


def split_into_list(article: Editable, node: Node, parts: Sequence[str]) -> Edits:
    """Make a text a list of its parts in brackets: `tags: a,b` becomes `tags: [a, b]`."""
    found = sound_front_matter(article)
    if found is None or found.format == "headers" or node.kind != "string" or not is_own(article, node):
        return ()
    return _replace(article.source, node, write_flow(parts, found.format, quote=preferred_quote(article)))


def wrap_in_list(article: Editable, node: Node) -> Edits:
    """Make a scalar a list of one: `tags: a` becomes `tags: [a]`."""
    found = sound_front_matter(article)
    scalar = node.kind not in ("list", "mapping", "null") and node.span.start < node.span.end
    if found is None or not scalar or not is_own(article, node) or found.format == "headers":
        return ()
    raw = article.source[node.span]
    plain = found.format == "yaml" and node.style == "plain"
    if node.style in ("literal", "folded") or "\n" in raw or (plain and not is_plain_in_brackets(node, raw)):
        item: Value = node.text if node.kind == "string" else node.value  # type: ignore[assignment]  # a scalar holds one
        return _replace(article.source, node, write_flow([item], found.format, quote=preferred_quote(article)))
    return (Edit(Span(node.span.start, node.span.start), "["), Edit(Span(node.span.end, node.span.end), "]"))


def is_plain_in_brackets(node: Node, raw: str) -> bool:
    """Whether an unquoted scalar reads the same between brackets."""
    return node.kind != "string" or is_plain_yaml(raw, flow=True)


def shortest(source: SourceText, span: Span, text: str) -> Edit:
    """Return the smallest edit with the same result as putting `text` under `span`."""
    old = source[span]
    start = _common_prefix(old, text)
    end = _common_prefix(old[start:][::-1], text[start:][::-1])
    return Edit(Span(span.start + start, span.end - end), text[start : len(text) - end])


def _common_prefix(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((at for at, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))


def is_own(article: Editable, node: Node) -> bool:
    """Whether a value is where it is used, without an anchor, a tag or an alias that another place shares."""
    entry = entry_of(article, node)
    start = node.span.start
    root = article.front_matter.root if article.front_matter else None
    if root is None or index_of(article).is_shared(node) or (entry and start < entry.key.span.end):
        return False
    text = article.source.text
    if text[start : start + 1] in tuple("&!*"):
        return False
    if entry:
        lines = text[entry.key.span.end : start].splitlines()
        words = [word for line in lines for word in line.partition(" #")[0].split()]
    else:
        words = [word.lstrip("[{,-") for word in before_on_line(article.source, start).split()[-1:]]
    return not any(word.startswith(("&", "!")) for word in words)


def _inline(article: Editable, found: FrontMatter, node: Node, value: Value, *, in_brackets: bool) -> str:
    if not is_scalar(value):
        return write_flow(value, found.format, quote=preferred_quote(article))
    if isinstance(value, str):
        mark = article.source.text[node.span.start : node.span.start + 1] if node.span.start < node.span.end else ""
        if mark in ("'", '"') and mark:
            return write_scalar(value, found.format, quote=mark)
        return write_scalar(value, found.format, fallback_quote=preferred_quote(article), flow=in_brackets)
    return write_scalar(value, found.format, flow=in_brackets)


def _replace(source: SourceText, node: Node, text: str) -> Edits:
    start = node.span.start
    end = content_end(source, node)
    if start == end and text and source.text[start - 1 : start] in (":", "-", "="):
        text = f" {text}"
    return (shortest(source, Span(start, end), text),)


def _replace_whole(article: Editable, found: FrontMatter, node: Node, value: Value) -> Edits:
    """Replace what follows `key:`: lines become one value, one value becomes lines."""
    entry = entry_of(article, node)
    region = extent(article.source, entry) if entry else None
    if entry is None or region is None or found.format != "yaml":
        return ()
    colon = article.source.text.find(":", entry.key.span.end, max(node.span.start, entry.key.span.end + 1))
    after = Span(colon + 1, region.end)
    if colon < 0 or article.source.text[after.start : node.span.start].strip():
        return ()
    column = len(before_on_line(article.source, entry.key.span.start))
    if is_scalar(value) or not value or (is_list(value) and writes_lists_in_brackets(article)):
        text = " " + _inline(article, found, node, value, in_brackets=False)
    else:
        quote = preferred_quote(article)
        text = write_yaml_block(value, column, list_indent=list_indent(article), quote=quote)
    return (shortest(article.source, after, text.rstrip(" ")),)


def write_block_scalar(source: SourceText, node: Node, text: str) -> tuple[Span, str] | None:
    """Write a text in the block style that a node has, in its indentation and width.

    None if that style can't hold the text: blanks at the start of a line, control characters, no text at all.
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
