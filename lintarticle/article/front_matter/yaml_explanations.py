"""Why a YAML block can't be read, in a plain sentence for a writer who knows no YAML.

libyaml says where it stopped; the line there is looked at for the mistakes that people make.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from lintarticle.article.front_matter.yaml_causes import (
    Cause,
    Line,
    entry_span,
    line_above,
    line_at,
    parses,
    quote_left_open,
    value_cause,
)
from lintarticle.article.front_matter.yaml_tree import TEMPLATE
from lintarticle.article.values import Fault
from lintarticle.problem import Edit, Fix
from lintarticle.source import Span

_LINES_ABOVE = 20
_MARGIN = re.compile(r"^( *)(?=[^\s#])", re.MULTILINE)
_BEGINNINGS = ("quoted scalar", "flow", "simple key", "alias", "anchor", "tag", "directive", "block scalar")
_GLUED_KEY = re.compile(r"[ \t]*(?:-[ \t]+)*([^\W\d][\w.-]*):(?!//)(\S)")
_ODD_COLON = re.compile(r"[ \t]*(?:-[ \t]+)*[^\W\d][\w. -]*?[ \t]*(：|:[\u00a0\u2007\u202f\u3000]|[ \t]=[ \t])")


def yaml_fault(text: str, base: int, error: yaml.MarkedYAMLError) -> tuple[Fault, int]:
    """Return the fault and the offset in `text` of the key that can't be read; `base` is where `text` is."""
    at = _place(error, len(text))
    line = line_at(text, at)
    stopped = error.problem_mark.index if error.problem_mark else at
    cause = _above(text, line, stopped) or _look(text, line, stopped)
    if cause is None:
        what = "" if line.key else " as “key: value”"
        cause = Cause(Span(line.start + line.indent, line.end), f"This line can't be read{what}.")
    return _fault(text, base, cause), cause.span.start


def _place(error: yaml.MarkedYAMLError, length: int) -> int:
    """Return where the thing began that could not be read."""
    context = error.context or ""
    mark = error.problem_mark
    if error.context_mark and any(word in context for word in _BEGINNINGS):
        mark = error.context_mark
    return min(mark.index if mark else 0, max(0, length - 1))


def _fault(text: str, base: int, cause: Cause) -> Fault:
    """Shift a cause to its place in the file; its edits are offered only where the key can be read with them."""
    fix = None
    if cause.edits:
        # An edit at the start of a line ties it to the key above.
        above = entry_span(text, max(0, cause.edits[0].span.start - 1))
        entry = Span(above.start, max(above.end, entry_span(text, cause.span.start).end))
        mended, at = "", entry.start
        for span, new in cause.edits:
            mended, at = mended + text[at : span.start] + new, span.end
        if parses(mended + text[at : entry.end]):
            moved = tuple(Edit(Span(base + span.start, base + span.end), new) for span, new in cause.edits)
            fix = Fix(cause.action, moved, "unsafe")
    span = Span(base + cause.span.start, base + max(cause.span.end, cause.span.start))
    return Fault("syntax", span, cause.message, fix=fix)


def _look(text: str, line: Line, stopped: int) -> Cause | None:
    return next((found for look in _LOOKS if (found := look(text, line, stopped))), None)


def _above(text: str, line: Line, stopped: int) -> Cause | None:
    """Blame a line above: one whose quote runs on into this line, or the next one when it has no key of its own."""
    above, looked = line_above(text, line), 0
    nearest = above
    while above and looked < _LINES_ABOVE:
        cause = quote_left_open(text, above)
        if cause:
            return cause
        above, looked = line_above(text, above), looked + 1
    if nearest and nearest.value and not nearest.key and not nearest.is_item and nearest.indent == 0:
        return _odd_colon(text, nearest, stopped) or _glued_key(text, nearest, stopped)
    return None


# --- causes that a line shows ---------------------------------------------------------------------------------


def _template(text: str, line: Line, stopped: int) -> Cause | None:
    entry = entry_span(text, line.start)
    found = re.compile(r"\{\{|\{%").search(text, entry.start, entry.end)
    return Cause(Span(found.start(), line_at(text, found.start()).end), TEMPLATE) if found else None


def _tab(text: str, line: Line, stopped: int) -> Cause | None:
    entry = entry_span(text, line.start)
    tabs = list(re.compile(r"^ *(\t[ \t]*)", re.MULTILINE).finditer(text, entry.start, entry.end))
    if not tabs or stopped > tabs[-1].end():
        return None
    message = "The line is indented with a tab; use spaces."
    edits = tuple(Edit(Span(*found.span(1)), "  " * found[1].count("\t")) for found in tabs)
    return Cause(Span(*tabs[0].span(1)), message, edits, "Use spaces")


def _line_separator(text: str, line: Line, stopped: int) -> Cause | None:
    found = re.search("[\x85\u2028\u2029]", line.text)
    if not found:
        return None
    span = Span(line.start + found.start(), line.start + found.end())
    message = f"An invisible line separator (U+{ord(found[0]):04X}) is here; replace it with a space."
    return Cause(span, message, (Edit(span, " "),), "Use a space")


def _odd_colon(text: str, line: Line, stopped: int) -> Cause | None:
    if line.key:
        return None
    found = _ODD_COLON.match(line.text)
    if not found:
        return None
    span = Span(line.start + found.start(1), line.start + found.end(1))
    if found[1] == "：":
        message = "A full-width colon follows the key; use a plain “:” and a space."
    elif "=" in found[1]:
        message = "The key is followed by “=”; use “:” between “---” lines."
    else:
        message = "A non-breaking space follows the colon; use a plain space."
    return Cause(span, message, (Edit(span, ": "),), "Write “: ”")


def _glued_key(text: str, line: Line, stopped: int) -> Cause | None:
    found = None if line.key else _GLUED_KEY.match(line.text)
    if not found:
        return None
    place = line.start + found.start(2)
    message = f"No space follows the colon after “{found[1]}”; write “{found[1]}: …”."
    return Cause(Span(place - 1, place), message, (Edit(Span(place, place), " "),), "Insert a space")


def _value(text: str, line: Line, stopped: int) -> Cause | None:
    return value_cause(text, line, stopped)


def _indent(text: str, line: Line, stopped: int) -> Cause | None:
    above = line_above(text, line)
    if not above or not line.key or line.is_item or above.indent == line.indent:
        return None
    if line.indent == 0 and all(found[1] for found in _MARGIN.finditer(text, 0, line.start)):
        return _all_indented(text, line)
    span = Span(line.start, line.start + max(line.indent, 1))
    if above.is_item and line.indent > above.indent:
        return None
    right = _nearest_indent(text, line, above)
    expected = "none" if right == 0 else f"{right} space{'s' if right > 1 else ''}"
    found = f"{line.indent or 'no'} space{'s' if line.indent != 1 else ''}"
    message = f"The line starts with {found}; use {expected}, as in the lines around it."
    edits = (Edit(Span(line.start, line.start + line.indent), " " * right),)
    return Cause(span, message, edits, "Move the line")


def _all_indented(text: str, line: Line) -> Cause:
    """Every line above is indented, this one is not: the first lines are those that went wrong."""
    edits = tuple(Edit(Span(*found.span(1)), "") for found in _MARGIN.finditer(text, 0, line.start))
    first = edits[0].span
    count = first.end - first.start
    message = f"The line starts with {count} space{'s' if count > 1 else ''}, but “{line.key}” below with none."
    return Cause(first, message + " Indent both the same.", edits, "Move the lines")


def _nearest_indent(text: str, line: Line, above: Line) -> int:
    """Return the indent of a line above, of those that hold keys, that is nearest to the line's own."""
    best, current, looked = above.indent, line_above(text, above), 0
    while current and looked < 50:
        if current.key and abs(current.indent - line.indent) < abs(best - line.indent):
            best = current.indent
        current, looked = line_above(text, current), looked + 1
    return best


def _list_item(text: str, line: Line, stopped: int) -> Cause | None:
    above = line_above(text, line)
    if line.is_item and above and not above.is_item and above.value:
        name = f"“{above.key}” above has" if above.key else "the line above has"
        message = f"This is a list item, but {name} a value already; use one or the other."
        return Cause(Span(line.start + line.indent, line.end), message)
    if line.key and not line.is_item and above and above.is_item and above.indent <= line.indent:
        message = f"The key “{line.key}” is among list items; write “- …”, or move it to the left."
        return Cause(Span(line.start + line.indent, line.end), message)
    return None


def _no_colon(text: str, line: Line, stopped: int) -> Cause | None:
    if line.key or line.is_item or not line.value:
        return None
    above = line_above(text, line)
    if above and above.is_item and line.value[0] == "-":
        at = line.start + line.indent + 1
        return Cause(Span(at - 1, at), "No space follows the dash; write “- …”.", (Edit(Span(at, at), " "),), "Add it")
    if line.indent == 0 and above and above.key:
        message = f"The line has no “name: ” at its start; indent it if it continues “{above.key}”."
        edits = (Edit(Span(line.start, line.start), "  "),)
        return Cause(Span(line.start, line.end), message, edits, "Indent the line")
    return Cause(Span(line.start + line.indent, line.end), "The line is not a “name: value” pair.")


_LOOKS: tuple[Callable[[str, Line, int], Cause | None], ...] = (
    _template,
    _tab,
    _line_separator,
    _odd_colon,
    _value,
    _glued_key,
    _list_item,
    _indent,
    _no_colon,
)
