"""Values as the text of a front matter format: each written so that it reads back as exactly itself."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import TypeAlias, TypeGuard, assert_never

from lintarticle.article.front_matter.front_matter import FrontMatterFormat
from lintarticle.record import NamedTuple

Scalar: TypeAlias = str | int | float | bool | date | time | None
Value: TypeAlias = Scalar | Sequence["Value"] | Mapping[str, "Value"]
"""What the front matter can hold. `datetime` is a `date`."""

_RETYPED = (
    r"~|null|true|false|yes|no|on|off|y|n|[-+]?\.(?:inf|nan)"
    r"|[-+]?(?:[0-9][0-9_,.]*|\.[0-9][0-9_,.]*)(?:e[-+]?[0-9_]+)?"
    r"|[-+]?0[xob][0-9a-f_]+"
    r"|[-+]?[0-9][0-9_]*(?::[0-9]{1,2})+(?:\.[0-9_]*)?"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t \t].*)?"
)
"""What YAML 1.1, YAML 1.2 or a popular loader of either reads as something else than text.

Sources: yaml.org/type (1.1), the core schema of YAML 1.2.2 section 10.3, PyYAML's and Psych's resolvers.
"""

_BARE_TOML_KEY = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_UNPRINTABLE = frozenset({0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF})
_LEADING_INDICATORS = frozenset(",[]{}#&*!|>'\"%@`")


class Syntax(NamedTuple):
    """How a format writes what is not text: what is between key and value, no value, and the odd numbers."""

    colon: str
    null: str
    null_in_brackets: str
    not_a_number: str
    infinity: str


def syntax_of(form: FrontMatterFormat) -> Syntax:
    """Return the syntax of a format; TOML has no null, JSON no odd numbers, and headers hold text alone."""
    match form:
        case "yaml":
            return Syntax(": ", "", "null", ".nan", ".inf")
        case "toml":
            return Syntax(" = ", '""', '""', "nan", "inf")
        case "json":
            return Syntax(": ", "null", "null", "null", "null")
        case "headers":
            return Syntax(": ", "", "", "nan", "inf")
        case _:
            assert_never(form)


def is_scalar(value: Value) -> TypeGuard[Scalar]:
    """Whether a value is not a collection."""
    return isinstance(value, str) or not isinstance(value, (Mapping, Sequence))


def is_list(value: Value) -> TypeGuard[Sequence[Value]]:
    """Whether a value is a list."""
    return isinstance(value, Sequence) and not isinstance(value, str)


def write_scalar(
    value: Scalar, form: FrontMatterFormat, *, quote: str = "", fallback_quote: str = "", flow: bool = False
) -> str:
    """Write one scalar.

    `quote`: the mark, `"` or `'`, to put around a text in any case; without it only what would read back as
    something else is quoted, with `fallback_quote` by preference. `flow`: it is between brackets. TOML knows
    no null: it becomes `""`.
    """
    if isinstance(value, str):
        return _write_text(value, form, quote, fallback_quote, flow=flow)
    if value is None:
        syntax = syntax_of(form)
        return syntax.null_in_brackets if flow else syntax.null
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (date, time)):
        text = value.isoformat()
        return json.dumps(text) if form == "json" else text
    return _write_number(value, form)


def write_key(key: str, form: FrontMatterFormat, *, quote: str = "", flow: bool = False) -> str:
    """Write the name of a field, quoted where the format asks for that."""
    if form == "toml" and not quote:
        return key if _BARE_TOML_KEY.fullmatch(key) else _double_quoted(key)
    return write_scalar(key, form, quote=quote, flow=flow)


def write_flow(value: Value, form: FrontMatterFormat, *, quote: str = "") -> str:
    """Write any value on one line, collections in brackets."""
    if isinstance(value, Mapping):
        pairs = (
            f"{write_key(key, form, flow=True)}{syntax_of(form).colon}{write_flow(each, form, quote=quote)}"
            for key, each in value.items()
        )
        inside = ", ".join(pairs)
        return f"{{ {inside} }}" if form == "toml" and inside else f"{{{inside}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        items = ", ".join(write_flow(each, form, quote=quote) for each in value)
        return items if form == "headers" else f"[{items}]"
    return write_scalar(value, form, fallback_quote=quote, flow=True)


def toml_lines(entries: Mapping[str, Value], quote: str = "") -> list[str]:
    """Write entries as the lines of a table, each value on its own."""
    return [f"{write_key(key, 'toml')} = {write_flow(value, 'toml', quote=quote)}" for key, value in entries.items()]


def write_yaml_block(value: Value, indent: int, *, list_indent: int = 2, quote: str = "") -> str:
    """Write what follows `key:` or `-` in block style: ` text` on the same line, or lines that start with a line end.

    `indent` is the column of the key, `list_indent` how much further a list's dashes are.
    """
    if isinstance(value, Mapping) and value:
        return "".join("\n" + line for line in yaml_entry_lines(value, indent + 2, list_indent, quote))
    if is_list(value) and value:
        column = indent + list_indent
        lines = (line for item in value for line in yaml_item_lines(item, column, list_indent, quote))
        return "".join("\n" + line for line in lines)
    text = write_scalar(value, "yaml", fallback_quote=quote) if is_scalar(value) else write_flow(value, "yaml")
    return f" {text}" if text else ""


def yaml_entry_lines(entries: Mapping[str, Value], column: int, list_indent: int = 2, quote: str = "") -> list[str]:
    """Write entries as the lines of a block mapping at a column."""
    lines: list[str] = []
    for key, value in entries.items():
        after = write_yaml_block(value, column, list_indent=list_indent, quote=quote)
        lines.extend(f"{' ' * column}{write_key(key, 'yaml')}:{after}".split("\n"))
    return lines


def yaml_item_lines(item: Value, column: int, list_indent: int = 2, quote: str = "") -> list[str]:
    """Write one item of a list as lines, its dash at a column."""
    dash = " " * column + "-"
    if isinstance(item, Mapping) and item:
        lines = yaml_entry_lines(item, column + 2, list_indent, quote)
        return [f"{dash} {lines[0].lstrip(' ')}", *lines[1:]]
    if is_list(item):
        return [f"{dash} {write_flow(item, 'yaml', quote=quote)}"]
    return [dash + write_yaml_block(item, column, quote=quote)]


# --- text -----------------------------------------------------------------------------------------------------


def _write_text(text: str, form: FrontMatterFormat, quote: str, fallback: str, *, flow: bool) -> str:
    mark = quote or fallback
    match form:
        case "headers":
            return " ".join(text.split("\n"))
        case "json":
            return _double_quoted(text)
        case "toml":
            return f"'{text}'" if mark == "'" and "'" not in text and is_printable(text) else _double_quoted(text)
        case "yaml":
            return _yaml_text(text, quote, mark, flow=flow)
        case _:
            assert_never(form)


def _yaml_text(text: str, quote: str, mark: str, *, flow: bool) -> str:
    if not quote and is_plain_yaml(text, flow=flow):
        return text
    awkward = ('"' in text or "\\" in text) and "'" not in text
    if is_printable(text) and (mark == "'" or (not mark and awkward)):
        return "'" + text.replace("'", "''") + "'"
    return _double_quoted(text)


def is_plain_yaml(text: str, *, flow: bool = False) -> bool:
    """Whether YAML 1.1 and YAML 1.2 both read this text, unquoted on one line, as itself."""
    if not text or text != text.strip() or not is_printable(text) or "\t" in text:
        return False
    if text[0] in _LEADING_INDICATORS or text.startswith(("---", "...", "<<", "=")):
        return False
    if text[0] in "-?:" and (len(text) == 1 or text[1] in " ,[]{}"):
        return False
    if ": " in text or text.endswith(":") or " #" in text:
        return False
    if flow and (text[0] == ":" or any(mark in text for mark in ",[]{}?")):
        return False
    return not re.fullmatch(_RETYPED, text, re.IGNORECASE)


def is_printable(text: str) -> bool:
    """Whether the text can be in a file as it is: one line, nothing in it that controls or breaks lines."""
    if text.isascii() and text.isprintable():
        return True
    return not any(_needs_escape(character) for character in text if character != "\t")


def _needs_escape(character: str) -> bool:
    code = ord(character)
    return code < 0x20 or 0x7F <= code <= 0x9F or code in _UNPRINTABLE or 0xD800 <= code <= 0xDFFF


def _double_quoted(text: str) -> str:
    """Write text between double quotes with escapes that YAML, TOML and JSON all read alike."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if not _needs_escape(character):
        return character
    code = ord(character)
    return f"\\u{code:04X}" if code <= 0xFFFF else character


def _write_number(value: float, form: FrontMatterFormat) -> str:
    if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124 - the test for not-a-number
        syntax = syntax_of(form)
        if value != value:  # noqa: PLR0124 - as above
            return syntax.not_a_number
        return "-" * (value < 0 and syntax.infinity != "null") + syntax.infinity
    text = repr(value)
    if "e" in text and "." not in text:
        text = text.replace("e", ".0e")
    return text
