"""The front matter of a new article, written as those of its site are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeAlias

from lintarticle.article.editing.writing import (
    Value,
    is_list,
    toml_lines,
    write_flow,
    write_key,
    write_scalar,
    write_yaml_block,
)
from lintarticle.article.front_matter.front_matter import FrontMatterFormat
from lintarticle.article.values import Node
from lintarticle.record import NamedTuple


class Written(NamedTuple):
    """A value as it is to be in the file, letter by letter; where the format asks for it, as a text in quotes."""

    text: str


Given: TypeAlias = Value | Written


class Manner(NamedTuple):
    """How front matter is written.

    `quotes` are marks that the texts of some keys have in any case, `lists` whether those of some keys are in brackets.
    """

    format: FrontMatterFormat = "yaml"
    quote: str = ""
    quotes: Mapping[str, str] = {}
    lists: Mapping[str, bool] = {}
    brackets: bool = True
    list_indent: int = 2
    opening: str = "---"
    closing: str = "---"


def written_front_matter(values: Mapping[str, Given], manner: Manner) -> str:
    """Return the whole block, fences and the last line end included."""
    if not values:
        return ""
    match manner.format:
        case "json":
            plain = {key: _plain(value) for key, value in values.items()}
            return json.dumps(plain, ensure_ascii=False, indent=2, default=str) + "\n"
        case "headers":
            lines = [_header(key, value) for key, value in values.items()]
            return "".join(f"{line}\n" for line in lines)
        case "toml":
            lines = list(_toml(values, manner))
        case _:
            lines = [line for key, value in values.items() for line in _yaml(key, value, manner)]
    fences = ("+++", "+++") if manner.format == "toml" else (manner.opening, manner.closing)
    return "".join(f"{line}\n" for line in (*filter(None, fences[:1]), *lines, fences[1]))


def _yaml(key: str, value: Given, manner: Manner) -> list[str]:
    name = write_key(key, "yaml")
    if isinstance(value, Written):
        return [f"{name}: {value.text}"]
    mark = manner.quotes.get(key, "")
    if isinstance(value, str) and mark:
        return [f"{name}: {write_scalar(value, 'yaml', quote=mark)}"]
    if (
        is_list(value)
        and (manner.lists.get(key, manner.brackets) or not value)
        and not any(isinstance(item, Mapping) for item in value)
    ):
        return [f"{name}: {write_flow(value, 'yaml', quote=manner.quote)}"]
    after = write_yaml_block(_plain(value), 0, list_indent=manner.list_indent, quote=manner.quote)
    return f"{name}:{after}".split("\n")


def _toml(values: Mapping[str, Given], manner: Manner) -> list[str]:
    tables = {key: value for key, value in values.items() if isinstance(value, Mapping) and value}
    lines = []
    for key, value in values.items():
        if isinstance(value, Written):
            lines.append(f"{write_key(key, 'toml')} = {value.text}")
        elif key not in tables:
            lines += toml_lines({key: value}, manner.quotes.get(key) or manner.quote)
    for key, table in tables.items():
        lines += [*([""] if lines else []), f"[{write_key(key, 'toml')}]"]
        lines += toml_lines({name: _plain(each) for name, each in table.items()}, manner.quote)
    return lines


def _header(key: str, value: Given) -> str:
    text = value.text if isinstance(value, Written) else write_flow(_plain(value), "headers")
    return f"{key}: {text}".rstrip()


def _plain(value: Given) -> Value:
    """Return a value without letters of its own."""
    if isinstance(value, Written):
        return value.text
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return value


def value_of_node(node: Node) -> Value:
    """Return the value of a node."""
    return node.value  # type: ignore[return-value]  # the value of a node
