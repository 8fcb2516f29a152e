"""Lines of a site's interface that a paste brought along: toasts, share buttons, advertisement marks.

Whole lines only: the same words inside a sentence are the writer's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from lintarticle.languages import Joined, fold
from lintarticle.source import Span

Certainty = Literal["certain", "likely"]


class InterfaceLine(NamedTuple):
    """One line of interface text: `span` without line end and outer blanks; how sure we are."""

    span: Span
    certainty: Certainty


_TOASTS = Joined(lambda each: each.toasts)
_LINES = Joined(lambda each: each.interface_lines)

_LONGEST = 60
# Patterns are compiled on first use, by `re` itself, which keeps them: most articles need few of them.
_OUTER = r"[^\w\n]*([^\n]*?)[^\w\n]*\Z"


def interface_certainty(line: str) -> Certainty | None:
    """Say how surely a line (without line end) is interface text and nothing else; None: it is not."""
    if not 2 <= len(line.strip()) <= _LONGEST:
        return None
    stripped = line.strip()
    if stripped.startswith(("#", ">", "|", "- ", "* ", "+ ", "[", "<", "`")):
        return None
    match = re.compile(_OUTER).match(stripped)
    words = fold(" ".join(match[1].split())) if match else ""
    if words in _TOASTS:
        return "certain"
    return "likely" if words in _LINES else None


def interface_lines(text: str) -> Iterator[InterfaceLine]:
    """Yield every line of `text` that is interface text; hand in text with code blanked."""
    start = 0
    for line in text.split("\n"):
        if len(line) <= 4 * _LONGEST and (certainty := interface_certainty(line)):
            first = start + len(line) - len(line.lstrip())
            yield InterfaceLine(Span(first, first + len(line.strip())), certainty)
        start += len(line) + 1


def whole_mark(text: str, mark: Span) -> Span:
    """Widen a mark to the blanks before it, or to its line with its line end where nothing else is there."""
    start = mark.start
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    line_ends = mark.end == len(text) or text[mark.end] == "\n"
    if (start == 0 or text[start - 1] == "\n") and line_ends:
        return Span(start, min(mark.end + 1, len(text)))
    return Span(mark.start if start == 0 or text[start - 1] == "\n" else start, mark.end)
