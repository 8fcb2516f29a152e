"""The files in which platforms keep their settings and navigation, read as data: none is ever run."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from lintarticle.expression import expression


def platform_data(path: str, text: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """Return what a file of TOML, YAML, JSON or plain assignments of Python holds; raises `ValueError`.

    Tags of other programs in YAML, such as `!ENV`, count as nothing; comments in JSON do, too.
    """
    read = _READERS.get(path.rpartition(".")[2], yaml_in)
    try:
        return read(text)
    except (SyntaxError, RecursionError, MemoryError) as error:
        raise ValueError(str(error)) from None


def at(values: object, *keys: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """Follow keys into tables; None if they lead nowhere."""
    for key in keys:
        values = values.get(key) if isinstance(values, Mapping) else None
    return values


def texts(value: object) -> list[str]:
    """Return a text, or the texts in a list, as a list."""
    return (
        [value]
        if isinstance(value, str)
        else [each for each in value if isinstance(each, str)]
        if isinstance(value, list)
        else []
    )


def uncommented(text: str) -> str:
    """Return JavaScript or JSON without its comments; what looks like one in a string stays."""
    return _COMMENT.sub(lambda match: match[1] or "", text)


_COMMENT = expression(r"""("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|//[^\n]*|/\*.*?\*/""", re.DOTALL)


def _toml(text: str) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(text)


def _json(text: str) -> Any:  # noqa: ANN401
    return json.loads(re.sub(r",(\s*[}\]])", r"\1", uncommented(text)))


def yaml_in(text: str) -> Any:  # noqa: ANN401
    """Read YAML in which tags of other programs, such as `!ENV` and `!!python/name:`, count as nothing."""
    import yaml

    class Tolerant(yaml.SafeLoader):
        pass

    Tolerant.add_multi_constructor("", lambda _loader, _suffix, _node: None)
    try:
        return yaml.load(text, Loader=Tolerant)  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        place = f"line {error.problem_mark.line + 1}: " if error.problem_mark else ""
        raise ValueError(f"{place}{error.problem}") from None
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None


def _python(text: str) -> dict[str, Any]:
    """Return the constants that a module assigns to plain names."""
    found: dict[str, Any] = {}
    for statement in ast.parse(text).body:
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            try:
                found[statement.targets[0].id] = ast.literal_eval(statement.value)
            except ValueError:
                continue
    return found


_READERS: dict[str, Callable[[str], Any]] = {"toml": _toml, "json": _json, "py": _python}
