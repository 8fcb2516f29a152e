"""Why a YAML block can't be read, in a plain sentence for a writer who knows no YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

import yaml

from lintarticle.article.front_matter.repairs import (
    GUESS,
    Chosen,
    ParserStop,
    Repair,
    blanked,
    choose,
    moved_back,
    repair_fault,
)
from lintarticle.article.front_matter.yaml_line_repairs import line_repairs
from lintarticle.article.front_matter.yaml_lines import YamlLines, split_yaml
from lintarticle.article.front_matter.yaml_tree import LOADER
from lintarticle.article.front_matter.yaml_value_repairs import value_repairs
from lintarticle.article.values import Fault
from lintarticle.source import Span

_LINES_ABOVE = 30
_LINES_BELOW = 12
_MOST_LINES = 100
"""Lines below among which the next key at the margin is looked for: a longer value is cut there."""
_MOST_IN_KEY = 4
_BEGINNINGS = ("quoted scalar", "flow", "simple key", "alias", "anchor", "tag", "directive", "block scalar")
_MARGIN = re.compile(r"^(?:[^\s#\[\]{},&*!|>%@`-][^:\n]*:(?=\s|\Z))", re.MULTILINE)


def yaml_faults(text: str, base: int) -> tuple[list[Fault], str]:
    """Return what is wrong with the first key that can't be read, and the block with the lines of that key hidden."""
    stop = _attempt(text)
    window = _window(text, stop)
    part = text[window.start : window.end]
    start = _attempt(part)
    lines = split_yaml(part)
    chosen = choose(part, _candidates(lines, start.at), _attempt, start)
    if chosen is None:
        span = lines[_number_at(lines, start.at)].span if lines else Span(0, len(part))
        repairs, hidden = [Repair(span, "This line can't be read.", (), "")], _entry(part, span.start)
    else:
        hidden = _hidden(part, chosen)
        repairs = [chosen.repair, *_more(part, chosen, hidden)]
    faults = [repair_fault(repair, base + window.start) for repair in repairs]
    rest = blanked(text, Span(window.start + hidden.start, window.start + hidden.end))
    if len(rest) - _attempt(rest).at >= len(text) - stop.at:
        entry = _entry(part, start.at)
        rest = blanked(rest, Span(window.start + entry.start, window.start + entry.end))
    return faults, rest


def _more(part: str, chosen: Chosen, hidden: Span) -> Iterator[Repair]:
    """Yield repairs of further mistakes within the same key, whose lines are not looked at again."""
    edits = list(chosen.repair.edits)
    first, end = part.count("\n", 0, hidden.start), part.count("\n", 0, hidden.end) + (hidden.end == len(part))
    for _ in range(_MOST_IN_KEY):
        if chosen.stop.at >= len(chosen.text) or not first <= chosen.text.count("\n", 0, chosen.stop.at) < end:
            return
        following = choose(chosen.text, _candidates(split_yaml(chosen.text), chosen.stop.at), _attempt, chosen.stop)
        if (
            following is None
            or following.repair.doubt >= 1
            or not first <= chosen.text.count("\n", 0, following.repair.span.start) < end
        ):
            return
        yield moved_back(following.repair, edits)
        edits += moved_back(following.repair, edits).edits
        edits.sort()
        chosen = following


class _Mark(Protocol):
    @property
    def index(self) -> int: ...


def _attempt(text: str) -> ParserStop:
    """Return how far YAML can be read, and where its keys at the margin begin."""
    loader = LOADER(text)
    keys: list[int] = []
    depth = children = values = 0
    try:
        while loader.check_event():
            event = loader.get_event()
            if isinstance(event, yaml.NodeEvent):
                values += isinstance(event, yaml.ScalarEvent)
                if depth == 0 and not isinstance(event, yaml.MappingStartEvent):
                    return ParserStop(_index(event.start_mark), ())
                if depth == 1:
                    if children % 2 == 0:
                        keys.append(_index(event.start_mark))
                    children += 1
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
    except yaml.MarkedYAMLError as error:
        return ParserStop(min(_place(error), max(0, len(text) - 1)), tuple(keys), values)
    finally:
        loader.dispose()
    return ParserStop(len(text), tuple(keys), values)


def _index(mark: _Mark | None) -> int:
    return mark.index if mark else 0


def _place(error: yaml.MarkedYAMLError) -> int:
    """Return where the thing began that could not be read."""
    context = error.context or ""
    if error.context_mark and any(word in context for word in _BEGINNINGS):
        return error.context_mark.index
    return error.problem_mark.index if error.problem_mark else 0


def _window(text: str, stop: ParserStop) -> Span:
    """Return the lines around a place where the parser stopped, from one key at the margin to another."""
    start = stop.at
    for _ in range(_LINES_ABOVE):
        start = text.rfind("\n", 0, max(0, start - 1)) + 1
    start = max((key for key in stop.keys if key <= start), default=0) if start else 0
    end = stop.at
    for _ in range(_LINES_BELOW):
        end = text.find("\n", end) + 1 or len(text)
    limit = end
    for _ in range(_MOST_LINES):
        limit = text.find("\n", limit) + 1 or len(text)
    following = _MARGIN.search(text, end, limit)
    return Span(start, following.start() if following else limit)


def _candidates(lines: YamlLines, at: int) -> Iterator[tuple[int, Repair]]:
    """Yield what may be wrong with the line where the parser stopped, then with those above it."""
    last = _number_at(lines, at)
    # A quote left open is found where it began, a list with a bad item where its bracket is.
    above = range(last, max(-1, last - _LINES_ABOVE - 1), -1)
    is_list = bool(lines) and lines[last].text[at - lines[last].start :][:1] in ("[", "{")
    below = range(last + 1, min(len(lines), last + (_LINES_BELOW if is_list else 1) + 1))
    for number in (*above, *below):
        if number < len(lines):
            for repair in (*value_repairs(lines, number), *line_repairs(lines, number)):
                yield abs(last - number), repair


def _number_at(lines: YamlLines, at: int) -> int:
    return max((number for number, line in enumerate(lines) if line.start <= at), default=0)


def _hidden(part: str, chosen: Chosen) -> Span:
    """Return the lines of the key that a repair belongs to, as the parser finds them with the repair."""
    changed = chosen.repair.edits[0].span.start if chosen.repair.edits else chosen.repair.span.start
    number = part.count("\n", 0, max(changed, chosen.repair.span.start))
    if chosen.repair.doubt >= GUESS:
        return _line_span(part, number, number + 1)
    starts = [chosen.text.count("\n", 0, key) for key in chosen.stop.keys]
    first = max((line for line in starts if line <= number), default=number)
    following = min((line for line in starts if line > number), default=-1)
    if following < 0:
        if chosen.stop.at >= len(chosen.text):
            return _line_span(part, first, part.count("\n") + 1)
        return Span(_line_span(part, first, first).start, _entry(part, _line_span(part, number, number).start).end)
    return _line_span(part, first, following)


def _line_span(text: str, first: int, end: int) -> Span:
    """Return the span of some lines, by their numbers from 0."""
    at, start = 0, 0
    for number in range(end):
        if number == first:
            start = at
        at = text.find("\n", at) + 1 or len(text)
    return Span(start if first < end else at, at)


def _entry(text: str, at: int) -> Span:
    """Return the lines from the one at an offset to the next key at the margin."""
    start = text.rfind("\n", 0, at) + 1
    line_end = text.find("\n", start) + 1 or len(text)
    following = _MARGIN.search(text, line_end)
    return Span(start, following.start() if following else len(text))
