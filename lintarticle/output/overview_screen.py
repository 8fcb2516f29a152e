"""The overview of an article on a screen: rich's tables and trees."""

from __future__ import annotations

import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from lintarticle.article.text.measure import columns, stated_width
from lintarticle.output.article_text import ArticleText, one_line, shortened
from lintarticle.output.overview_words import figure_lines, parts_found, place_words
from lintarticle.overview.model import FieldPart, IllustrationPart, Overview, Preview, SectionPart
from lintarticle.wording import number

WIDEST = 100
"""The widest output, in columns, and the width of piped output: longer lines of prose are hard to read."""

_NARROWEST = 24
"""The narrowest column for a value; if there is less room, its key gets its own line."""

_ROOMY = 70
"""On a narrower screen, the outline does not count words."""

_LONGEST_KEY = 24
_LONGEST_VALUE = 400
_LONGEST_PROMPT = 120
"""Columns of a key, a value and a prompt that are shown; JSON has all of it."""


def draw(overviews: Sequence[Overview], *, color: str) -> None:
    """Write overviews to standard output; `color` is auto, always or never."""
    console = _console(color)
    with console.capture() as drawn:  # the stream decides about a closed pipe, not rich
        for index, overview in enumerate(overviews):
            if index:
                console.print("\n")
            console.print(Group(*_article(overview, console.width)))
    # Tables fill their last column with blanks.
    sys.stdout.write(re.sub(r" +((?:\x1b\[[0-9;]*m)*)$", r"\1", drawn.get(), flags=re.MULTILINE))


def _console(color: str) -> Console:
    forced = color == "always" or (color == "auto" and bool(os.environ.get("FORCE_COLOR")))
    plain = color == "never" or (color == "auto" and bool(os.environ.get("NO_COLOR")))
    console = Console(
        force_terminal=True if forced else None,
        no_color=plain or None,
        color_system=None if plain else "standard" if forced else "auto",
        highlight=False,
        emoji=False,
        markup=False,
    )
    stated = os.environ.get("COLUMNS", "").isdigit()
    console.width = min(console.width, WIDEST) if console.is_terminal or stated else WIDEST
    return console


def _article(overview: Overview, width: int) -> Iterator[RenderableType]:
    yield ArticleText(one_line(overview.path), "bold")
    for sentence in parts_found(overview):
        yield _indented(ArticleText(sentence, "dim"))
    yield from _heading("Metadata")
    yield from _metadata(overview, width)
    yield from _outline(overview, width)
    if overview.illustrations:
        yield from _heading("Illustrations")
        yield from _illustrations(overview)
    yield from _heading("Search result", "as a search engine may show it")
    yield from _search_result(overview)
    yield from _heading("Text")
    yield _labelled((label, ArticleText(text)) for label, text in figure_lines(overview.figures))
    if overview.faults:
        yield from _heading("Could not be read")
        yield _labelled(
            (
                f"line {fault.line}, column {fault.column}",
                ArticleText(one_line(" ".join(filter(None, (fault.message, fault.help)))), "red"),
            )
            for fault in overview.faults
        )


# --- pieces ---------------------------------------------------------------------------------------------------


def _heading(text: str, note: str = "") -> Iterator[RenderableType]:
    yield ""
    yield Text.assemble((text, "bold"), (f"  {note}" if note else "", "dim"))


def _indented(content: RenderableType, by: int = 2) -> Padding:
    return Padding(content, (0, 0, 0, by))


def _row(*cells: RenderableType) -> Table:
    """Return cells next to each other; the first is a short one that does not wrap."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_row(*cells)
    return table


def _labelled(rows: Iterable[tuple[str, Text]], indent: int = 2) -> Padding:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    for row in rows:
        table.add_row(*row)
    return _indented(table, indent)


# --- metadata -------------------------------------------------------------------------------------------------

_ORIGINS = (
    ("front-matter", "from the front matter"),
    ("block", "from a metadata block"),
    ("heading", "from a heading"),
)


def _metadata(overview: Overview, width: int) -> Iterator[RenderableType]:
    if not overview.metadata:
        yield _indented(Text("none", "dim"))
    widths = [max(map(columns, cells)) for cells in zip(*map(_cells, overview.metadata), strict=True)]
    is_narrow = sum(widths) + 4 + 2 * len(widths) + _NARROWEST > width
    for origin, title in _ORIGINS:
        fields = [field for field in overview.metadata if field.origin == origin]
        if fields:
            yield _indented(Text(title, "dim"))
            yield _indented(_fields(fields, widths, overview, is_narrow=is_narrow), 4)
    if overview.front_matter and overview.front_matter.other_keys:
        yield _names("other keys:", overview.front_matter.other_keys)
    for block in overview.blocks:
        if block.other_labels:
            yield _names("other labels:", block.other_labels)
        for piece in (*block.debris, *block.left_out):
            text = ArticleText(shortened(one_line(piece.text), _LONGEST_PROMPT))
            yield _indented(_row(Text("left out:", "yellow"), Text(f"line {piece.line}", "dim"), text))


def _cells(field: FieldPart) -> tuple[str, str, str]:
    return field.field, shortened(one_line(field.key), _LONGEST_KEY), f"line {field.line}"


def _fields(fields: Sequence[FieldPart], widths: Sequence[int], overview: Overview, *, is_narrow: bool) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for width in widths[: 1 if is_narrow else 3]:
        table.add_column(no_wrap=True, min_width=width)
    for field in fields:
        is_used = field.state == "used"
        name, key, line = _cells(field)
        value = ArticleText(_value(field, overview), "" if is_used else "dim")
        label = Text(name, "cyan" if is_used else "dim")
        if is_narrow:
            table.add_row(label, Group(Text(f"{line}, {key}", "dim"), value))
        else:
            table.add_row(label, Text(key, "dim"), Text(line, "dim"), value)
    return table


def _value(field: FieldPart, overview: Overview) -> str:
    if field.state == "empty":
        return "(empty)"
    prefix = "" if field.state == "used" else "(not used; another one comes first) "
    if field.field == "illustrations" and overview.illustrations:
        return f"{prefix}{number(len(overview.illustrations), 'illustration')}, see below"
    items = [one_line(item) for item in field.items]
    counted = f"({len(items)}) " if len(items) > 1 else ""
    text = ", ".join(items) if len(items) > 1 else one_line(field.text) or ", ".join(items)
    return prefix + counted + shortened(text, _LONGEST_VALUE)


def _names(title: str, names: Sequence[str]) -> Padding:
    text = ", ".join(shortened(one_line(name), 40) for name in names)
    return _indented(_row(Text(title, "dim"), ArticleText(shortened(text, _LONGEST_VALUE))))


# --- outline --------------------------------------------------------------------------------------------------


def _outline(overview: Overview, width: int) -> Iterator[RenderableType]:
    """Yield the sections as a tree, with the illustrations where they go."""
    if not overview.sections and not overview.illustrations and not overview.opening_words:
        return
    yield from _heading("Outline")
    yield _indented(_tree(overview, has_room=width >= _ROOMY))


def _tree(overview: Overview, *, has_room: bool) -> Tree:
    places: defaultdict[tuple[str, int | None], list[RenderableType]] = defaultdict(list)
    for index, item in enumerate(overview.illustrations, 1):
        places[item.landing.where, item.landing.section].append(_illustration(index, item))
    root = Tree("", hide_root=True, guide_style="dim")
    _grow(root, places["top", None])
    if overview.opening_words:
        root.add(Text(f"{number(overview.opening_words, 'word')} before the first heading", "dim"))
    is_under_title = not overview.opening_words and bool(overview.sections) and overview.sections[0].level == 1
    if not is_under_title:
        _grow(root, places["intro", None])
    nodes: list[Tree] = []
    for index, section in enumerate(overview.sections):
        parent = root if section.parent is None else nodes[section.parent]
        _grow(parent, places["before", index])
        nodes.append(parent.add(_section(section, has_room=has_room)))
        _grow(nodes[-1], places["intro", None] if index == 0 and is_under_title else [])
        _grow(nodes[-1], places["in", index])
        _grow(parent, places["after", index])
    _grow(root, places["end", None])
    if places["nowhere", None]:
        _grow(root.add(Text("nowhere", "yellow")), places["nowhere", None])
    return root


def _grow(node: Tree, branches: Iterable[RenderableType]) -> None:
    for branch in branches:
        node.add(branch)


def _section(section: SectionPart, *, has_room: bool) -> Table:
    facts = f"line {section.line}"
    if has_room:
        total = f", {section.total_words} in all" if section.total_words != section.words else ""
        facts += f", {number(section.words, 'word')}{total}"
    title = ArticleText(shortened(one_line(section.title), _LONGEST_VALUE))
    return _row(Text(f"H{section.level}", "cyan"), Text(facts, "dim"), title)


def _illustration(index: int, item: IllustrationPart) -> Table:
    name = ArticleText(shortened(one_line(item.called), _LONGEST_VALUE) or "(no name)", "magenta")
    return _row(Text(f"illustration {index}", "magenta"), name)


# --- illustrations --------------------------------------------------------------------------------------------


def _illustrations(overview: Overview) -> Iterator[RenderableType]:
    margin = len(str(len(overview.illustrations)))
    for index, item in enumerate(overview.illustrations, 1):
        size = f"{item.image.width} × {item.image.height}" if item.image and item.image.width else ""
        facts = ", ".join(filter(None, (item.kind or "type unknown", item.status, size, f"line {item.line}")))
        name = ArticleText(shortened(one_line(item.called), _LONGEST_VALUE), "bold")
        yield _indented(_row(Text(f"{index:>{margin}}", "magenta"), Text(facts, "dim"), name))
        style = "yellow" if item.landing.where == "nowhere" else ""
        place = shortened(one_line(place_words(item.landing, overview)), _LONGEST_VALUE)
        brief = [(label, ArticleText(text)) for label, text in _brief(item) if text]
        yield _labelled([*brief, ("lands", ArticleText(place, style))], margin + 4)


def _brief(item: IllustrationPart) -> Iterator[tuple[str, str]]:
    if item.type != item.called:
        yield "type", shortened(one_line(item.type), _LONGEST_PROMPT)
    yield "shows", shortened(one_line(item.description), _LONGEST_VALUE)
    yield "prompt", shortened(one_line(item.prompt), _LONGEST_PROMPT)
    yield "alt", shortened(one_line(item.alt), _LONGEST_VALUE)
    yield "caption", shortened(one_line(item.caption), _LONGEST_VALUE)
    yield "style", shortened(one_line(item.style), _LONGEST_VALUE)
    yield "size", shortened(one_line(item.size), _LONGEST_VALUE)
    yield "file", shortened(one_line(item.file), _LONGEST_VALUE)
    yield "asks", shortened(one_line(item.landing.asked), _LONGEST_PROMPT)


# --- search result --------------------------------------------------------------------------------------------


def _search_result(overview: Overview) -> Iterator[RenderableType]:
    result = overview.search_result
    no_excerpt = "(no excerpt: search engines choose a passage of the text)"
    yield _indented(ArticleText(shortened(one_line(result.address), _LONGEST_PROMPT), "dim"), 4)
    yield _indented(ArticleText(_as_shown(result.title) or "(no title)", "bold blue"), 4)
    yield _indented(ArticleText(_as_shown(result.excerpt) or no_excerpt), 4)
    yield ""
    yield _labelled(
        [
            *_cut("title", result.title, f"about {result.title.width} pixels wide"),
            *_cut("excerpt", result.excerpt, stated_width(result.excerpt.text)),
        ]
    )


def _as_shown(preview: Preview) -> str:
    return one_line(preview.shown) + "…" * preview.is_cut


def _cut(name: str, preview: Preview, stated: str) -> Iterator[tuple[str, Text]]:
    if not preview.text:
        yield name, Text("there is none", "yellow")
        return
    yield name, Text(f"{stated}, about {preview.limit} are shown", "yellow" if preview.is_cut else "")
    if preview.is_cut:
        rest = shortened(one_line(preview.text[len(preview.shown) :]), _LONGEST_VALUE)
        yield "cut off", ArticleText(f"…{rest}")
