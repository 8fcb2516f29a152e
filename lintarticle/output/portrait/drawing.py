"""The portrait for people."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence

from rich.console import Console

from lintarticle.article.text.measure import columns, stated_width
from lintarticle.output.portrait.model import (
    BlockPart,
    FieldPart,
    IllustrationPart,
    Lines,
    Portrait,
    Preview,
)
from lintarticle.output.portrait.outline import draw_outline
from lintarticle.output.portrait.paper import NARROWEST, Cell, Paper, one_line, shortened
from lintarticle.output.portrait.wording import figure_lines, landing, number

WIDEST = 100
"""Columns that are used at most: longer lines of prose are hard to read. It is the width of piped output, too."""

_LONGEST_KEY = 24
_LONGEST_VALUE = 400
_LONGEST_PROMPT = 120
"""Columns of a key, a value and a prompt that are shown; JSON has all of it."""


def draw(portraits: Sequence[Portrait], *, color: str) -> None:
    """Write portraits to standard output; `color` is auto, always or never."""
    console = _console(color)
    paper = Paper(console)
    with console.capture() as drawn:  # what becomes of a closed pipe is for `main` to say, not for rich
        for index, portrait in enumerate(portraits):
            if index:
                paper.blank()
                paper.blank()
            _article(paper, portrait)
    sys.stdout.write(drawn.get())


def _console(color: str) -> Console:
    forced = color == "always" or (color == "auto" and bool(os.environ.get("FORCE_COLOR")))
    plain = color == "never" or (color == "auto" and bool(os.environ.get("NO_COLOR")))
    console = Console(
        force_terminal=True if forced else None,
        no_color=plain or None,
        color_system=None if plain else "standard" if forced else "auto",
        soft_wrap=True,
    )
    stated = os.environ.get("COLUMNS", "").isdigit()
    console.width = min(console.width, WIDEST) if console.is_terminal or stated else WIDEST
    return console


def _article(paper: Paper, portrait: Portrait) -> None:
    paper.row([], one_line(portrait.path), style="bold")
    for sentence in _parts_found(portrait):
        paper.row([Cell("  ")], sentence, style="dim")
    _metadata(paper, portrait)
    draw_outline(paper, portrait)
    _illustrations(paper, portrait)
    _search_result(paper, portrait)
    paper.heading("Text")
    for label, text in figure_lines(portrait.figures):
        paper.row([_label(label)], text)
    _faults(paper, portrait)


def _label(text: str, width: int = 14) -> Cell:
    return Cell(f"  {text}", width + 2, "dim")


def _range(lines: Lines) -> str:
    return f"line {lines.first}" if lines.first == lines.last else f"lines {lines.first} to {lines.last}"


def _parts_found(portrait: Portrait) -> Iterator[str]:
    if portrait.type:
        yield f"an article of the type {one_line(portrait.type)}"
    if portrait.front_matter:
        name = {"headers": "headers without fence"}.get(portrait.front_matter.format)
        what = name or portrait.front_matter.format.upper()
        yield f"front matter ({what}), {_range(portrait.front_matter.lines)}"
    for block in portrait.blocks:
        where = {"head": "before the text", "tail": "after the text", "comment": "in a comment"}[block.place]
        yield f"metadata block {where}, {_range(block.lines)}, {number(len(block.labels), 'label')}"
    if not portrait.front_matter and not portrait.blocks:
        yield "no front matter and no metadata block"


# --- metadata -------------------------------------------------------------------------------------------------


def _metadata(paper: Paper, portrait: Portrait) -> None:
    paper.heading("Metadata")
    if not portrait.metadata:
        paper.row([Cell("  ")], "none", style="dim")
    widths = _widths(portrait.metadata)
    for origin, title in _ORIGINS:
        own = [field for field in portrait.metadata if field.origin == origin]
        if own:
            paper.row([Cell("  ")], title, style="dim")
        for field in own:
            _field(paper, field, widths, portrait)
    if portrait.front_matter and portrait.front_matter.other_keys:
        _others(paper, "other keys:", portrait.front_matter.other_keys)
    for block in portrait.blocks:
        if block.other_labels:
            _others(paper, "other labels:", block.other_labels)
        _debris(paper, block)


def _widths(fields: Sequence[FieldPart]) -> tuple[int, int, int]:
    """Return the widths of the columns before a value: the field, its key as written, its line."""
    names = max((len(field.field) for field in fields), default=0)
    keys = max((columns(one_line(field.key)) for field in fields), default=0)
    lines = max((len(str(field.line)) for field in fields), default=0)
    return names + 6, min(_LONGEST_KEY, keys) + 2, lines + 7


def _field(paper: Paper, field: FieldPart, widths: tuple[int, int, int], portrait: Portrait) -> None:
    """Draw one field in columns, or on a narrow screen on lines of its own."""
    is_used = field.state == "used"
    key = shortened(one_line(field.key), _LONGEST_KEY)
    cells = [
        Cell(f"    {field.field}", widths[0], "cyan" if is_used else "dim"),
        Cell(key, widths[1], "dim"),
        Cell(f"line {field.line}", widths[2], "dim"),
    ]
    style = "" if is_used else "dim"
    if sum(widths) + NARROWEST <= paper.width:
        paper.row(cells, _value(field, portrait), style=style)
    else:
        paper.row([cells[0], cells[2]], key, style="dim")
        paper.row([Cell(" " * 8)], _value(field, portrait), style=style)


_ORIGINS = (
    ("front-matter", "from the front matter"),
    ("block", "from a metadata block"),
    ("heading", "from a heading"),
)


def _value(field: FieldPart, portrait: Portrait) -> str:
    if field.state == "empty":
        return "(empty)"
    prefix = "" if field.state == "used" else "(not used, another one comes first) "
    if field.field == "illustrations" and portrait.illustrations:
        return f"{prefix}{number(len(portrait.illustrations), 'illustration')}, see below"
    items = [one_line(item) for item in field.items]
    counted = f"({len(items)}) " if len(items) > 1 else ""
    text = ", ".join(items) if len(items) > 1 else one_line(field.text) or ", ".join(items)
    return prefix + counted + shortened(text, _LONGEST_VALUE)


def _others(paper: Paper, title: str, names: Sequence[str]) -> None:
    shown = ", ".join(shortened(one_line(name), 40) for name in names)
    paper.row([Cell(f"  {title} ", style="dim")], shortened(shown, _LONGEST_VALUE))


def _debris(paper: Paper, block: BlockPart) -> None:
    for piece in block.debris:
        cells = [Cell("  left out: ", style="yellow"), Cell(f"line {piece.line}  ", style="dim")]
        paper.row(cells, shortened(one_line(piece.text), _LONGEST_PROMPT))


# --- illustrations --------------------------------------------------------------------------------------------


def _illustrations(paper: Paper, portrait: Portrait) -> None:
    if not portrait.illustrations:
        return
    paper.heading("Illustrations")
    margin = len(str(len(portrait.illustrations)))
    for index, item in enumerate(portrait.illustrations, 1):
        facts = ", ".join(filter(None, (item.kind or "type unknown", item.status, f"line {item.line}")))
        cells = [Cell(f"  {index:>{margin}}  ", style="magenta"), Cell(f"{facts}  ", style="dim")]
        paper.row(cells, shortened(one_line(item.called), _LONGEST_VALUE), style="bold")
        for label, text in _brief(item):
            if text:
                paper.row([Cell(" " * (margin + 4)), Cell(label, 8, "dim")], text)
        place = " ".join(filter(None, landing(item.landing, portrait)))
        style = "yellow" if item.landing.where == "nowhere" else ""
        paper.row(
            [Cell(" " * (margin + 4)), Cell("lands", 8, "dim")], shortened(one_line(place), _LONGEST_VALUE), style=style
        )


def _brief(item: IllustrationPart) -> Iterator[tuple[str, str]]:
    if item.type != item.called:
        yield "type", shortened(one_line(item.type), _LONGEST_PROMPT)
    yield "shows", shortened(one_line(item.description), _LONGEST_VALUE)
    yield "prompt", shortened(one_line(item.prompt), _LONGEST_PROMPT)
    yield "alt", shortened(one_line(item.alt), _LONGEST_VALUE)
    yield "file", shortened(one_line(item.file), _LONGEST_VALUE)
    yield "asks", shortened(one_line(item.landing.asked), _LONGEST_PROMPT)


# --- search result --------------------------------------------------------------------------------------------


def _search_result(paper: Paper, portrait: Portrait) -> None:
    result = portrait.search_result
    paper.heading("Search result", "  as a search engine may show it")
    paper.row([Cell("    ")], shortened(one_line(result.address), _LONGEST_PROMPT), style="dim")
    paper.row([Cell("    ")], _as_shown(result.title) or "(no title)", style="bold blue")
    paper.row([Cell("    ")], _as_shown(result.excerpt) or "(no excerpt: the search engine picks words of its own)")
    paper.blank()
    _cut(paper, "title", result.title, f"about {result.title.width} pixels wide")
    _cut(paper, "excerpt", result.excerpt, stated_width(result.excerpt.text))


def _as_shown(preview: Preview) -> str:
    return one_line(preview.shown) + "…" * preview.is_cut


def _cut(paper: Paper, name: str, preview: Preview, stated: str) -> None:
    if not preview.text:
        paper.row([_label(name)], "there is none", style="yellow")
        return
    size = f"{stated}, about {preview.limit} are shown"
    if not preview.is_cut:
        paper.row([_label(name)], size)
        return
    paper.row([_label(name)], size, style="yellow")
    paper.row([_label("cut off")], "…" + shortened(one_line(preview.text[len(preview.shown) :]), _LONGEST_VALUE))


def _faults(paper: Paper, portrait: Portrait) -> None:
    if not portrait.faults:
        return
    paper.heading("Could not be read")
    for fault in portrait.faults:
        place = Cell(f"  line {fault.line}, column {fault.column}  ", style="dim")
        paper.row([place], one_line(" ".join(filter(None, (fault.message, fault.help)))), style="red")
