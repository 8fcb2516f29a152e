"""A configuration with some drift applied: only the named keys change, every other byte stays."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from lintarticle.survey.drift import Drift

if TYPE_CHECKING:
    import tomlkit

TOOL = ("tool", "lintarticle")
"""Where the tables are in a pyproject.toml."""

_OURS = re.compile(r"# *(?:[\d,]+ of [\d,]+ (?:articles |has none|have none)|in [\d,]+ of [\d,]+$)")
"""A comment that a survey has written, with its figures."""


class NotTakenOverError(Exception):
    """The key can't be changed safely in this text."""


def tables_in(text: str, above: tuple[str, ...]) -> dict[str, Any]:
    """Return our tables of a configuration, which are below `above`."""
    tables: dict[str, Any] = tomllib.loads(text.replace("\r\n", "\n"))
    for key in above:
        tables = tables.get(key, {})
    return tables


def levels_of_survey(text: str, place: tuple[str, ...]) -> set[str]:
    """Return the rules of a table whose level has a comment that a survey wrote."""
    import tomlkit

    table: Any = tomlkit.parse(text)
    for key in place:
        if key not in table:
            return set()
        table = table[key]
    return {rule for rule, level in table.items() if isinstance(level, str) and _OURS.match(level.trivia.comment)}  # type: ignore[attr-defined]


def taken_over(text: str, drifts: Iterable[Drift], above: tuple[str, ...]) -> str:
    """Return the text of a configuration with changes; raises `NotTakenOverError`."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    line_end = "\r\n" if "\r\n" in text else "\n"
    expected = deepcopy(tomllib.loads(text.replace("\r\n", "\n")))
    added = ""
    try:
        document = tomlkit.parse(text)
        for drift in drifts:
            place = (*above, *drift.place)
            if drift.addition:
                lines = drift.addition.replace("[types", f"[{'.'.join((*above, 'types'))}")
                added += f"\n{lines}"
                _set_plain(expected, place, _follow(tomllib.loads(drift.addition), drift.place))
            elif drift.inserted:
                _insert(_follow(document, place), _follow(expected, place), drift)
            elif not drift.terms:
                _put(document, place, drift)
                _set_plain(expected, place, drift.value)
        after = tomlkit.dumps(document)
        if added:
            after = f"{after.rstrip()}\n{added}"
        after = re.sub(r"\r?\n", line_end, after) if line_end == "\r\n" else after
        found = tomllib.loads(after.replace("\r\n", "\n"))
    except (TOMLKitError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotTakenOverError(str(error)) from error
    if found != expected:
        raise NotTakenOverError("the result would differ")
    return mark + after


def _follow(tables: Any, place: tuple[str | int, ...]) -> Any:  # noqa: ANN401 - tables of tomlkit have no common type
    for part in place:
        tables = tables[part]
    return tables


def _insert(array: Any, plain: list[object], drift: Drift) -> None:  # noqa: ANN401 - as above
    import tomlkit

    for place, value in sorted(drift.inserted, key=lambda each: each[0])[::-1]:
        array.insert(place, tomlkit.item(dict(value)) if isinstance(array, tomlkit.items.AoT) else _item(value))
        plain.insert(place, dict(value))


def _set_plain(tables: Any, place: tuple[str | int, ...], value: object) -> None:  # noqa: ANN401 - tables or lists
    *above, key = place
    for part in above:
        tables = tables[part] if isinstance(part, int) else tables.setdefault(part, {})
    if value is None:
        tables.pop(key)
    else:
        tables[key] = value


def _put(document: tomlkit.TOMLDocument, place: tuple[str | int, ...], drift: Drift) -> None:
    """Change one key; the comment of a line is only changed where a survey wrote it."""
    import tomlkit

    table: Any = document
    line: tuple[Any, str | int] = table, place[0]
    for part in place[:-1]:
        if isinstance(part, str) and part not in table:
            table[part] = tomlkit.table()
        if isinstance(part, str) and not _is_inline(table):
            line = table, part
        table = table[part]
    key = place[-1]
    if not _is_inline(table):
        line = table, key
    trivia = _trivia(*line)
    comment = (trivia.comment_ws, trivia.comment) if trivia else ("", "")
    if drift.value is None:
        table.remove(key)
    elif isinstance(drift.value, list) and isinstance(table.get(key), list):
        _extend(table[key], drift.value)
    else:
        table[key] = _item(drift.value)
    trivia = _trivia(*line)
    if trivia and drift.comment and (not comment[1] or _OURS.match(comment[1])):
        trivia.comment_ws, trivia.comment = comment[0] or "  ", f"# {drift.comment}"
    elif trivia and comment[1]:
        trivia.comment_ws, trivia.comment = comment


def _trivia(table: Any, key: str | int) -> Any:  # noqa: ANN401 - tables of tomlkit have no common type
    """Return what is around the value of a key, None for a key that is not there."""
    if key not in table:
        return None
    return getattr(table.item(key) if hasattr(table, "item") else table[key], "trivia", None)


def _is_inline(table: object) -> bool:
    from tomlkit.items import InlineTable

    return isinstance(table, InlineTable)


def _extend(array: Any, values: list[object]) -> None:  # noqa: ANN401 - arrays of tomlkit have no common type
    """Insert into an array what it lacks, so that its own layout and comments stay."""
    for place, value in enumerate(values):
        if place >= len(array) or array[place] != value:
            array.insert(place, value)


def _item(value: object) -> Any:  # noqa: ANN401 - as above
    import tomlkit

    if not isinstance(value, Mapping):
        return tomlkit.item(value)
    table = tomlkit.inline_table()
    for key, inner in value.items():
        table[key] = _item(inner)
    return table
