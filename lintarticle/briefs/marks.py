"""Briefs marked as done: the edits, in front matter and metadata blocks, by which a brief names its file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from lintarticle.article.article import Article
from lintarticle.article.editing import insert_key, set_value
from lintarticle.article.illustrations.illustration import Illustration
from lintarticle.article.illustrations.items import lines_of, table_rows
from lintarticle.article.text.brief_words import VOCABULARY
from lintarticle.article.values import Node
from lintarticle.languages import LANGUAGES, Language, fold, language
from lintarticle.problem import Edit
from lintarticle.source import Span

Edits = tuple[Edit, ...]

_LABELLED = re.compile(
    r"(?P<mark>[ \t]*(?:[-*+•][ \t]+)?)(?P<bold>\*\*|__)?(?P<label>[^\n:：*_|]{1,60}?)"
    r"(?P<colon>\*\*[:：]|__[:：]|[:：]\*\*|[:：]__|[:：])"
)
"""A label at the start of a line, with the bullet and the emphasis that it has."""


def mark(article: Article, item: Illustration, target: str, is_right: Callable[[Edits], bool]) -> Edits:
    """Return the first edits that make a brief name its file and leave all else as read; none if nothing does."""
    if item.origin == "inline" or (item.file and item.file.text == target):
        return ()
    candidates = _in_front_matter if item.origin == "front-matter" else _in_block
    return next((edits for edits in candidates(article, item, target) if edits and is_right(edits)), ())


def _in_front_matter(article: Article, item: Illustration, target: str) -> Iterator[Edits]:
    root = article.front_matter.root if article.front_matter else None
    node = _node_of(root, item.span) if root else None
    if node is None:
        return
    if node.kind == "mapping":
        there = _file_value(node)
        yield set_value(article, there, target) if there else insert_key(article, "file", target, into=node)
    elif node.style in ("literal", "folded") or sum(_holds(node, other.span) for other in article.illustrations) > 1:
        yield from _in_block(article, item, target)
    else:
        text = node.text.rstrip()
        stop = " " if text.endswith((".", "!", "?", "。", '"', "”", ")")) else _full_stop(text)
        yield set_value(article, node, f"{text}{stop}{_label(article)}: {target}")
        yield set_value(article, node, {"description": node.text, "file": target})


def _node_of(root: Node, span: Span) -> Node | None:
    """Return the mapping of a brief, or the text that it is in."""
    found = (node for node in root.walk() if node.kind == "string" or node.span == span)
    return next((node for node in found if node.kind != "list" and _holds(node, span)), None)


def _holds(node: Node, span: Span) -> bool:
    return node.span.start <= span.start and span.end <= node.span.end


def _full_stop(text: str) -> str:
    """Return what ends the last sentence of a text, and begins the next one."""
    return "。" if unicodedata.east_asian_width(text[-1:] or " ") in "WF" else ". "


def _file_value(node: Node) -> Node | None:
    for entry in node.entries:
        if VOCABULARY.part_of(entry.key.text) == "file" or VOCABULARY.is_picture_key(entry.key.text):
            return entry.value
    return None


def _label(article: Article) -> str:
    """Return the label of a file, in the language that most of the other labels are in."""
    written = [fold(entry.label.text).replace("-", " ") for block in article.blocks for entry in block.entries]
    parts = max(map(language, LANGUAGES), key=lambda each: _known_to(each, written)).brief_parts
    return next((words for words, part in parts if part == "file"), "file").capitalize()


def _known_to(each: Language, written: Sequence[str]) -> int:
    known = {fold(label.lstrip("~!")) for label, _ in each.labels}
    return sum(label in known for label in written)


def _in_block(article: Article, item: Illustration, target: str) -> Iterator[Edits]:
    if item.file:
        yield (Edit(item.file.span, target),)
        return
    text = article.text
    end = item.span.start + len(text[item.span.start : item.span.end].rstrip())
    line_start = text.rfind("\n", 0, end) + 1
    label = _label(article)
    if text[line_start:end].lstrip().startswith("|"):
        yield from _in_table(article, item, target)
        return
    at = Span(end, end)
    is_first = line_start <= item.span.start
    labelled = _LABELLED.match(text, line_start, end)
    if labelled and not is_first and VOCABULARY.part_of(labelled["label"]):
        bold = labelled["bold"] or ""
        colon = labelled["colon"] if bold else ":"
        yield (Edit(at, f"\n{labelled['mark']}{bold}{label}{colon} {target}"),)
    if not text[line_start:end].lstrip().startswith(("```", "~~~", ">")):
        yield (Edit(at, f" {label}: {target}"),)
        yield (Edit(at, f"{_full_stop(text[end - 1 : end])}{label}: {target}"),)
    indent = re.match(r"[ \t]*", text[line_start:end])
    margin = " " * (item.span.start - line_start) if is_first else indent[0] if indent else ""
    yield (Edit(at, f"\n{margin}{label}: {target}"),)
    yield (Edit(at, f"\n\n{margin}**{label}:** {target}"),)


def _in_table(article: Article, item: Illustration, target: str) -> Iterator[Edits]:
    """Fill the cell of the row in the column of files, or add that column."""
    text = article.text
    block = next((each for each in article.blocks if each.span.start <= item.span.start < each.span.end), None)
    start = _start_of_table(text, text.rfind("\n", 0, item.span.start) + 1)
    end = block.span.end if block else len(text)
    chunk = re.match(r"(?:[ \t]*\|[^\n]*(?:\n|\Z))*", text[start:end])
    lines = lines_of(chunk[0].rstrip("\n")) if chunk else []
    rows = table_rows(chunk[0], lines) if chunk else []
    row = next((row for row in rows if row[0][0] <= item.span.start - start <= row[-1][1]), None)
    if chunk is None or row is None:
        return
    named = [VOCABULARY.part_of(chunk[0][left:right].strip(" *_`")) for left, right in rows[0]]
    if "file" in named and named.index("file") < len(row):
        left, right = row[named.index("file")]
        yield (Edit(Span(start + left, start + right), f" {target} "),)
    elif "file" not in named:
        cells = [target if line.start <= row[0][0] <= line.end else "" for line in lines]
        cells[0] = _label(article)
        yield tuple(_column(chunk[0], start, [Span(line.start, line.end) for line in lines], cells))


def _start_of_table(text: str, line: int) -> int:
    while line and text[text.rfind("\n", 0, line - 1) + 1 : line].lstrip().startswith("|"):
        line = text.rfind("\n", 0, line - 1) + 1
    return line


def _column(table: str, start: int, lines: list[Span], cells: list[str]) -> Iterator[Edit]:
    """Yield the edits that add a cell to each line of a table that starts at an offset."""
    for line, cell in zip(lines, cells, strict=True):
        row = table[line.start : line.end].rstrip()
        added = "---" if set(row) <= set("|-: \t") else cell
        at = start + line.start + len(row)
        yield Edit(Span(at, at), f" {added} |" if row.endswith("|") else f" | {added}")
