"""How a writer writes the front matter: quotation marks, brackets or lines, indentation."""

from __future__ import annotations

from lintarticle.article.editing.extent import (
    Editable,
    before_on_line,
    entries_of,
    index_of,
    is_block_collection,
    is_bracketed,
    once,
)


def preferred_quote(article: Editable) -> str:
    """Return the quotation mark that most quoted texts of the front matter have, "" where none is quoted."""
    return once(article, preferred_quote, lambda: _preferred_quote(article))


def _preferred_quote(article: Editable) -> str:
    text = article.source.text
    marks = [text[node.span.start : node.span.start + 1] for node in index_of(article).values if node.kind == "string"]
    single, double = marks.count("'"), marks.count('"')
    if not single and not double:
        return ""
    return "'" if single > double else '"'


def writes_lists_in_brackets(article: Editable) -> bool:
    """Whether the lists of the front matter, where it has any, stand in brackets."""
    lists = [node for node in index_of(article).values if node.kind == "list" and node.items]
    return bool(lists) and all(is_bracketed(node) for node in lists)


def list_indent(article: Editable) -> int:
    """Return how many columns further than its key a list's dashes stand; 2 where no list shows it."""
    root = article.front_matter.root if article.front_matter else None
    for _, entry in entries_of(root) if root else ():
        if entry.value.kind == "list" and is_block_collection(entry.value) and entry.value.items:
            dash = before_on_line(article.source, entry.value.items[0].span.start)
            column = len(before_on_line(article.source, entry.key.span.start))
            depth = len(dash) - len(dash.lstrip(" ")) - column
            if depth in range(9):
                return depth
    return 2
