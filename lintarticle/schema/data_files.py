"""Files of data that a configuration names: TOML, YAML, JSON, CSV and plain text to plain values."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lintarticle.problem import UnusableSetting

LARGEST = 5_000_000
"""The largest file that is read, in bytes: our own figure, far above any list that people keep."""

_MOST_VALUES = 1_000_000
"""Values of a YAML file that are read at most, aliases replaced by what they name: our own figure."""

_DEEPEST = 100
_DEEPEST_INDENT = 1000
_BRACKETS = re.compile(r"[\[\]{}]")


class DataFileError(UnusableSetting):
    """A file that can't be read or has unexpected content; the message names it."""


def read_data(path: str, data: bytes) -> object:
    """Read a file by its suffix; raises `DataFileError`. CSV gives a list of rows, plain text one of lines."""
    if len(data) > LARGEST:
        raise DataFileError(f"{path} has {len(data):,} bytes; expected at most {LARGEST:,}.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataFileError(f"{path} is not UTF-8 text (byte {error.start}).") from None
    suffix = path.rpartition(".")[2].lower()
    if suffix in ("toml", "json", "yaml", "yml"):
        _refuse_deep(path, text)
        return {"toml": _toml, "json": _json}.get(suffix, _yaml)(path, text)
    if suffix in ("csv", "tsv"):
        return _csv(path, text, "\t" if suffix == "tsv" else None)
    return [line.strip() for line in text.splitlines() if line.strip() and not line.strip().startswith(("# ", "//"))]


def table_at(path: str, value: object, keys: str) -> object:
    """Follow dotted keys into a file's tables; raises `DataFileError`."""
    for key in keys.split(".") if keys else ():
        if not isinstance(value, Mapping) or key not in value:
            from lintarticle.wording import did_you_mean

            near = did_you_mean(key, map(str, value)) if isinstance(value, Mapping) else ""
            raise DataFileError(f"{path} has no key “{key}”, which “{path}#{keys}” asks for.{near}")
        value = value[key]
    return value


def reason(error: OSError) -> str:
    """Return why a file can't be read, as the end of a sentence."""
    import errno

    return "the file does not exist" if error.errno == errno.ENOENT else (error.strerror or str(error)).lower()


def _refuse_deep(path: str, text: str) -> None:
    """Refuse nesting that would crash PyYAML's C loader or exhaust Python's stack."""
    depth = 0
    for bracket in _BRACKETS.finditer(text):
        depth = depth + 1 if bracket[0] in "[{" else max(0, depth - 1)
        if depth > _DEEPEST:
            raise DataFileError(f"{path} is nested more than {_DEEPEST} levels deep.")
    if re.search(rf"(?m)^[ -]{{{_DEEPEST_INDENT}}}", text):
        raise DataFileError(f"{path} is indented by more than {_DEEPEST_INDENT} characters.")


def _toml(path: str, text: str) -> object:
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
        raise DataFileError(f"{path} is not valid TOML: {error}.") from None


def _json(path: str, text: str) -> object:
    import json

    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        message = f"{path}:{error.lineno}: The file is not valid JSON: {error.msg} (column {error.colno})."
        raise DataFileError(message) from None
    except (ValueError, RecursionError) as error:
        raise DataFileError(f"{path} is not valid JSON: {error}.") from None


def _yaml(path: str, text: str) -> object:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        value = yaml.load(text, Loader=loader)  # noqa: S506 - both loaders are safe ones
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DataFileError(f"{path}:{line}: The file is not valid YAML: {error.problem}.") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise DataFileError(f"{path} is not valid YAML: {error}.") from None
    _refuse_swollen(path, value)
    return value


def _refuse_swollen(path: str, value: object) -> None:
    """Refuse a file whose aliases expand to more than can be read."""
    waiting, count = [value], 0
    while waiting:
        current = waiting.pop()
        count += 1
        if count > _MOST_VALUES:
            raise DataFileError(f"{path} is too large to read: over {_MOST_VALUES:,} values, aliases included.")
        if isinstance(current, Mapping):
            waiting.extend(current.values())
        elif isinstance(current, (list, tuple, set)):
            waiting.extend(current)


def _csv(path: str, text: str, delimiter: str | None) -> object:
    import csv

    first = text.partition("\n")[0]
    separator = delimiter or max(",;\t", key=first.count)
    try:
        return [row for row in csv.reader(text.splitlines(), delimiter=separator) if any(map(str.strip, row))]
    except csv.Error as error:
        raise DataFileError(f"{path} is not valid CSV: {error}.") from None
