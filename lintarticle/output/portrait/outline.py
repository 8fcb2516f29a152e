"""The sections of an article as a tree, with the words in each and the illustrations where they land."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lintarticle.output.portrait.model import IllustrationPart, Portrait
from lintarticle.output.portrait.paper import Cell, Paper, one_line, shortened

_LONGEST = 300
"""Columns of a heading that are shown; JSON has all of it."""


class _Node(NamedTuple):
    """A section or an illustration by its index, or, with neither, the text before the first heading."""

    section: int | None
    illustration: int | None
    children: list[_Node]


class _Row(NamedTuple):
    """A node with the lines that lead to it; `below` goes on beside its further lines and its children."""

    node: _Node
    guide: str
    below: str


def draw_outline(paper: Paper, portrait: Portrait) -> None:
    """Draw the tree; what lands nowhere is told below it."""
    if not portrait.sections and not portrait.illustrations and not portrait.opening_words:
        return
    paper.heading("Outline")
    widths = _widths(portrait)
    head = [
        Cell(name, width, "dim", right=True) for name, width in zip(("line", "words", "total"), widths, strict=True)
    ]
    paper.row(_spaced(head))
    for row in _rows(_tree(portrait), "", is_root=True, plain=paper.plain_guides):
        _draw_row(paper, portrait, row, widths)
    for index, item in enumerate(portrait.illustrations):
        if item.landing.where == "nowhere":
            _draw_lost(paper, index, item, sum(widths) + 8)


def _named(text: str) -> str:
    return shortened(one_line(text), _LONGEST)


def _draw_lost(paper: Paper, index: int, item: IllustrationPart, margin: int) -> None:
    name = f"illustration {index + 1}: {_named(item.called)}"
    paper.row([Cell("nowhere  ", margin, "yellow", right=True)], name, style="magenta")
    if item.landing.nearest:
        near = f"near the heading of line {item.landing.nearest.line}: {_named(item.landing.nearest.text)}"
        paper.row([Cell("", margin)], near, style="dim")


def _draw_row(paper: Paper, portrait: Portrait, row: _Row, widths: Sequence[int]) -> None:
    line = words = total = text = ""
    kind = Cell("")
    style = ""
    if row.node.section is not None:
        section = portrait.sections[row.node.section]
        line, words = str(section.line), str(section.words)
        total = str(section.total_words) if section.total_words != section.words else ""
        kind, text, style = Cell(f"H{section.level} ", style="cyan"), _named(section.title), ""
    elif row.node.illustration is not None:
        item = portrait.illustrations[row.node.illustration]
        text, style = f"illustration {row.node.illustration + 1}: {_named(item.called) or '(no name)'}", "magenta"
    else:
        words, text, style = str(portrait.opening_words), "before the first heading", "dim"
    cells = _spaced([Cell(cell, width, right=True) for cell, width in zip((line, words, total), widths, strict=True)])
    before = "".join(cell.text.rjust(cell.width) for cell in cells)
    hanging = " " * len(before) + row.below
    paper.row([*cells, Cell(row.guide, style="dim"), kind], text, style=style, hanging=hanging)


def _widths(portrait: Portrait) -> tuple[int, int, int]:
    """Return the widths of the columns of figures, as wide as their headings at least."""
    sections = portrait.sections
    line = max((section.line for section in sections), default=0)
    words = max((section.words for section in sections), default=0)
    total = max((section.total_words for section in sections), default=0)
    return max(4, len(str(line))), max(5, len(str(max(words, portrait.opening_words)))), max(5, len(str(total)))


def _spaced(cells: Sequence[Cell]) -> list[Cell]:
    gap = Cell("  ")
    return [gap, *(part for cell in cells for part in (cell, gap))]


def _tree(portrait: Portrait) -> list[_Node]:
    """Return the nodes at the top, the others below them, all in the order of the article."""
    at = _landing_places(portrait)
    top = [*at["top", None]]
    opening = [_Node(None, None, [])] if portrait.opening_words else []
    is_under_title = not opening and bool(portrait.sections) and portrait.sections[0].level == 1
    if not is_under_title:
        opening += at["intro", None]
    top += opening
    nodes: list[_Node] = []
    for index, section in enumerate(portrait.sections):
        under_title = at["intro", None] if index == 0 and is_under_title else []
        node = _Node(index, None, [*under_title, *at["in", index]])
        nodes.append(node)
        siblings = top if section.parent is None else nodes[section.parent].children
        siblings += [*at["before", index], node, *at["after", index]]
    return [*top, *at["end", None]]


def _landing_places(portrait: Portrait) -> defaultdict[tuple[str, int | None], list[_Node]]:
    places: defaultdict[tuple[str, int | None], list[_Node]] = defaultdict(list)
    for index, item in enumerate(portrait.illustrations):
        places[item.landing.where, item.landing.section].append(_Node(None, index, []))
    return places


def _rows(nodes: Sequence[_Node], before: str, *, is_root: bool, plain: bool) -> Iterator[_Row]:
    """Yield the rows of a tree, which is seven levels deep at most; `plain`: the screen knows ASCII only."""
    branch, last, bar = ("|- ", "`- ", "|  ") if plain else ("├─ ", "└─ ", "│  ")
    for number, node in enumerate(nodes, 1):
        guide, below = ("", "") if is_root else (last, "   ") if number == len(nodes) else (branch, bar)
        stem = bar if node.children else "   "
        yield _Row(node, before + guide, before + below + ("" if is_root and not node.children else stem))
        yield from _rows(node.children, before + below, is_root=False, plain=plain)
