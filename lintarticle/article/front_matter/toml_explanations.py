"""Why a TOML block can't be read, in a plain sentence; tomllib says where it stopped."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from lintarticle.article.front_matter.front_matter import duplicate_fault, impossible_date
from lintarticle.article.front_matter.repairs import GUESS, Chosen, ParserStop, Repair, blanked, choose, repair_fault
from lintarticle.article.front_matter.toml_repairs import TomlLine, is_statement, split_toml, toml_repairs
from lintarticle.article.values import Fault
from lintarticle.source import SourceText, Span

_LINES_ABOVE = 30
_LINES_BELOW = 8
_LONGEST_STATEMENT = 20
_MOST_STATEMENTS = 60
_MOST_LINES = 100
_PLACE = re.compile(r"at line (\d+), column (\d+)")
_DATE = re.compile(r"\d{4}-\d\d-\d\d[^\s,\]#]*")
_IMPOSSIBLE = re.compile(r"[^=\n]*=[ \t]*(\d{4}-\d\d-\d\d[^\s,\]#]*)[ \t]*(?:#|$)", re.MULTILINE)
_REPEATED = ("Cannot overwrite", "Cannot declare", "Duplicate inline", "Cannot mutate", "Cannot redefine")


def toml_fault(source: SourceText, text: str, base: int, problem: str) -> tuple[Fault, str]:
    """Return what is wrong with a block that can't be read, and the block with that statement hidden."""
    at = _offset(text, problem)
    start = text.rfind("\n", 0, at) + 1
    if problem.startswith(_REPEATED):
        fault = _repeated(source, text, base, start)
        if fault:
            return fault, blanked(text, _statement(text, start))
    line_end = text.find("\n", at) if "\n" in text[at:] else len(text)
    date = _DATE.search(text, start, line_end) if problem.startswith("Invalid date") else None
    if date:
        fault = impossible_date(date[0], Span(base + date.start(), base + date.end()))
        return fault, _without_date(text, start, line_end)
    return _explain_lines(text, base, at)


def _explain_lines(text: str, base: int, at: int) -> tuple[Fault, str]:
    window = _window(text, at)
    part = text[window.start : window.end]
    stop = _attempt(part)
    lines = split_toml(part)
    chosen = choose(part, _candidates(lines, stop.at), _attempt, stop)
    if chosen is None:
        line = lines[_number_at(lines, stop.at)] if lines else None
        repair = Repair(line.span if line else Span(0, len(part)), "This line can't be read.", (), "")
        hidden = _statement(part, line.start if line else 0)
    else:
        repair, hidden = chosen.repair, _hidden(part, chosen)
    rest = blanked(text, Span(window.start + hidden.start, window.start + hidden.end))
    return repair_fault(repair, base + window.start), rest


def _attempt(text: str) -> ParserStop:
    """Return how far TOML can be read."""
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return ParserStop(_offset(text, str(error)), ())
    return ParserStop(len(text), (), _count(values))


def _count(values: object) -> int:
    stack, count = [values], 0
    while stack:
        value = stack.pop()
        count += 1
        if isinstance(value, dict):
            stack.extend(value.values())
        elif isinstance(value, list):
            stack.extend(value)
    return count


def _offset(text: str, problem: str) -> int:
    """Return the offset that tomllib names; its lines and columns count from 1."""
    place = _PLACE.search(problem)
    if not place:
        return _unfinished(text)
    start = 0
    for _ in range(int(place[1]) - 1):
        start = text.find("\n", start) + 1
    return min(start + int(place[2]) - 1, max(0, len(text) - 1))


def _unfinished(text: str) -> int:
    """Return where the last statement begins that the end of the text cuts off."""
    start = len(text)
    for _ in range(_MOST_STATEMENTS):
        start = text.rfind("\n", 0, max(0, start - 1)) + 1
        line_end = text.find("\n", start)
        if is_statement(text[start : line_end if line_end >= 0 else len(text)]):
            try:
                tomllib.loads(text[start:])
            except (ValueError, RecursionError) as error:
                if not _PLACE.search(str(error)):
                    return start
        if start == 0:
            break
    return max(0, len(text.rstrip()) - 1)


def _window(text: str, at: int) -> Span:
    """Return the lines around a place, from the start of one statement to that of another."""
    start = at
    for _ in range(_LINES_ABOVE):
        start = text.rfind("\n", 0, max(0, start - 1)) + 1
    while start and not is_statement(text[start : text.find("\n", start)]):
        start = text.rfind("\n", 0, max(0, start - 1)) + 1
    end = at
    for _ in range(_LINES_BELOW):
        end = text.find("\n", end) + 1 or len(text)
    for _ in range(_MOST_LINES):
        if end < len(text) and not is_statement(text[end : text.find("\n", end)]):
            end = text.find("\n", end) + 1 or len(text)
    return Span(start, end)


def _candidates(lines: list[TomlLine], at: int) -> Iterator[tuple[int, Repair]]:
    last = _number_at(lines, at)
    for number in range(last, max(-1, last - _LINES_ABOVE - 1), -1):
        for repair in toml_repairs(lines, number) if lines else ():
            yield last - number, repair


def _number_at(lines: list[TomlLine], at: int) -> int:
    return max((number for number, line in enumerate(lines) if line.start <= at), default=0)


def _hidden(part: str, chosen: Chosen) -> Span:
    """Return the lines of the statement that a repair belongs to: the fewest that can be read with it."""
    number = part.count("\n", 0, chosen.repair.span.start)
    mended = chosen.text.split("\n")
    first, end = number, number + 1
    if chosen.repair.doubt < GUESS:
        first, end = _readable(mended, number)
    starts = [0]
    for line in part.split("\n"):
        starts.append(min(len(part), starts[-1] + len(line) + 1))
    if mended[number].lstrip().startswith("[") and chosen.repair.doubt < GUESS:
        return _statement(part, starts[number])
    return Span(starts[first], starts[end])


def _readable(lines: list[str], number: int) -> tuple[int, int]:
    """Return the smallest range of lines around one that hold a statement of their own."""
    for size in range(1, _LONGEST_STATEMENT):
        for first in range(number, max(-1, number - size), -1):
            end = first + size
            if end <= len(lines) and _attempt("\n".join(lines[first:end])).values > 1:
                return first, end
    return number, number + 1


def _statement(text: str, start: int) -> Span:
    """Return the lines of a statement, up to the next one; of a table's header, up to the next header."""
    is_header = text[start:].lstrip(" \t").startswith("[")
    end = text.find("\n", start) + 1 or len(text)
    while end < len(text):
        line = text[end : text.find("\n", end) if "\n" in text[end:] else len(text)]
        if line.lstrip(" \t").startswith("[") if is_header else is_statement(line):
            break
        end += len(line) + 1
    return Span(start, min(end, len(text)))


def _without_date(text: str, start: int, line_end: int) -> str:
    """Hide an impossible date behind text of the same length, so that its key stays; else its statement."""
    date = _IMPOSSIBLE.match(text, start, line_end)
    if not date:
        return blanked(text, _statement(text, start))
    return text[: date.start(1)] + '"' + "x" * (len(date[1]) - 2) + '"' + text[date.end(1) :]


def _repeated(source: SourceText, text: str, base: int, start: int) -> Fault | None:
    """Find where the key, or the table, was before: nearest above in the same table."""
    line = split_toml(text[start : text.find("\n", start) if "\n" in text[start:] else len(text)])[0]
    is_header = line.text.lstrip().startswith("[")
    name = line.text.strip() if is_header else line.key
    key = line.span if is_header else line.key_span
    at = start
    while at > 0:
        at = text.rfind("\n", 0, at - 1) + 1
        above = text[at : text.find("\n", at)]
        other = next(iter(split_toml(above)), None)
        written = above.strip() if is_header else other.key if other else ""
        if written == name:
            first = at + above.find(name)
            spans = (
                Span(first + base, first + len(name) + base),
                Span(start + key.start + base, start + key.end + base),
            )
            return duplicate_fault(*spans, name.strip("[]\"' "), source.line_of(first + base))
        if above.lstrip().startswith("[") and not is_header:
            return None
    return None
