"""Typing errors put into front matter that was right, one at a time: we name the line, and only that one.

    python tests/typing_errors.py [--blocks 100]     prints the tables of `docs/real-articles.md`

A kind changes the lines of a block and says on which of them a reader of the message must look. Only what PyYAML or
tomllib then refuses counts: an error that they read is none of the parser's, and rules look for it.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import yaml
from real_data import CORPORA

from lintarticle.article.front_matter.front_matter import FrontMatter
from lintarticle.article.front_matter.front_matter_reader import FrontMatterHandler
from lintarticle.problem import Fix
from lintarticle.source import SourceText

Format = Literal["yaml", "toml"]


class Changed(NamedTuple):
    """The lines of a block with a typing error, and the lines (from 0) that a message may name."""

    lines: list[str]
    right: tuple[int, ...]


Kind = Callable[[list[str], random.Random], Changed | None]


class Outcome(NamedTuple):
    """What we said of one block with one typing error."""

    is_right: bool
    is_alone: bool
    keeps_keys: bool
    fix: Literal["mends", "offers none", "fails"]
    text: str
    said: str


# --- where a typing error can be ------------------------------------------------------------------------------

_KEY = re.compile(r"([A-Za-z_][\w-]*):([ \t]+)(\S.*)$")
_PAIR = re.compile(r"([A-Za-z_][\w-]*)([ \t]*=[ \t]*)(\S.*)$")
_PLAIN = re.compile(r"[A-Za-zÀ-￿](?:[^:#'\"\[\]{}&*!|>@`%]|:(?=\S))*$")
_DOUBLE = re.compile(r'"[^"\\]+"$')
_SINGLE = re.compile(r"'[^'\\]+'$")
_LIST = re.compile(r"\[[^\[\]{}#]+\]$")
_QUOTED_LIST = re.compile(r"\[[ ]*(\"[^\"\\]+\"|'[^'\\]+')([ ]*,[ ]*(\"[^\"\\]+\"|'[^'\\]+'))+[ ]*\]$")
_ITEM = re.compile(r"([ ]*)-[ ]+(\S.*)$")


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _in_text(lines: list[str]) -> set[int]:
    """Return the lines that are part of a text of several lines."""
    inside: set[int] = set()
    indent, block = 0, False
    for number, line in enumerate(lines):
        own = len(line) - len(line.lstrip())
        if block and (not line.strip() or own > indent):
            inside.add(number)
            continue
        block = bool(re.search(r":[ ]+[|>][-+\d]*[ ]*$", line))
        indent = own
    return inside


def _keys(lines: list[str], value: re.Pattern[str] | None = None) -> list[tuple[int, re.Match[str]]]:
    """Return the lines that hold a key of the block and its whole value."""
    inside, found = _in_text(lines), []
    for number, line in enumerate(lines):
        match = _KEY.match(line)
        below = lines[number + 1] if number + 1 < len(lines) else ""
        is_whole = not below.startswith((" ", "\t", "-", "]", "}")) and bool(below.strip() or number + 1 == len(lines))
        if match and is_whole and number not in inside and (value is None or value.match(match[3])):
            found.append((number, match))
    return found


def _pick(
    lines: list[str], rng: random.Random, where: str = "any", value: re.Pattern[str] | None = None
) -> tuple[int, re.Match[str]] | None:
    found = _keys(lines, value)
    if where == "first":
        found = [pair for pair in found if pair[0] == 0]
    elif where == "last":
        found = [pair for pair in found if pair[0] == len(lines) - 1]
    elif where == "middle":
        found = [pair for pair in found if 0 < pair[0] < len(lines) - 1]
    return rng.choice(found) if found else None


def _key(change: Callable[[str, str, str], str], where: str = "any", value: re.Pattern[str] | None = None) -> Kind:
    """Make a kind that writes one `key: value` line anew, from its key, its blanks and its value."""

    def kind(lines: list[str], rng: random.Random) -> Changed | None:
        found = _pick(lines, rng, where, value)
        if found is None:
            return None
        number, match = found
        return Changed([*lines[:number], change(match[1], match[2], match[3]), *lines[number + 1 :]], (number,))

    return kind


def _items(lines: list[str]) -> list[int]:
    inside = _in_text(lines)
    return [number for number, line in enumerate(lines) if number not in inside and _ITEM.match(line)]


def _item(change: Callable[[str, str], str], *, later: bool = False) -> Kind:
    """Make a kind that writes one `- item` line anew, from its indent and its text; `later`: not the first one."""

    def kind(lines: list[str], rng: random.Random) -> Changed | None:
        found = [
            number
            for number in _items(lines)
            if _PLAIN.match(lines[number].strip()[1:].strip())
            and (number + 1 == len(lines) or not lines[number + 1].startswith("   "))
            and (not later or (number and _ITEM.match(lines[number - 1])))
        ]
        if not found:
            return None
        number = rng.choice(found)
        match = _ITEM.match(lines[number])
        assert match is not None
        return Changed([*lines[:number], change(match[1], match[2]), *lines[number + 1 :]], (number,))

    return kind


def _line(written: str | Callable[[str], str]) -> Kind:
    """Make a kind that puts a line of its own between two keys."""

    def kind(lines: list[str], rng: random.Random) -> Changed | None:
        found = [number for number, _ in _keys(lines) if number]
        if not found:
            return None
        number = rng.choice(found)
        new = written if isinstance(written, str) else written(lines[number])
        return Changed([*lines[:number], new, *lines[number:]], (number,))

    return kind


def _line_twice(lines: list[str], rng: random.Random) -> Changed | None:
    found = _pick(lines, rng, value=_PLAIN)
    return (
        Changed([*lines[: found[0] + 1], lines[found[0]], *lines[found[0] + 1 :]], (found[0] + 1,)) if found else None
    )


def _middle(text: str) -> int:
    """Return the blank nearest to the middle of a text."""
    blanks = [at for at, character in enumerate(text) if character == " "]
    return min(blanks, key=lambda at: abs(at - len(text) // 2)) if blanks else 0


_TWO_WORDS = re.compile(r"[A-Za-z][\w,.-]*(?: [\w,.()-]+){3,}$")


def _broken_value(lines: list[str], rng: random.Random) -> Changed | None:
    found = _pick(lines, rng, value=_TWO_WORDS)
    if found is None:
        return None
    number, match = found
    cut = _middle(match[3])
    return Changed(
        [*lines[:number], f"{match[1]}: {match[3][:cut]}", match[3][cut + 1 :], *lines[number + 1 :]], (number + 1,)
    )


def _block_text_at_margin(lines: list[str], rng: random.Random) -> Changed | None:
    found = _pick(lines, rng, value=_TWO_WORDS)
    if found is None:
        return None
    number, match = found
    return Changed([*lines[:number], f"{match[1]}: >-", match[3], *lines[number + 1 :]], (number + 1,))


def _bare_key(lines: list[str], rng: random.Random) -> Changed | None:
    found = [
        n for n, line in enumerate(lines[:-1]) if re.match(r"[A-Za-z][\w-]*:$", line) and lines[n + 1].startswith(" ")
    ]
    if not found:
        return None
    number = rng.choice(found)
    return Changed([*lines[:number], lines[number][:-1], *lines[number + 1 :]], (number,))


def _nested_key(shift: int) -> Kind:
    def kind(lines: list[str], rng: random.Random) -> Changed | None:
        inside = _in_text(lines)
        found = [
            n for n in range(1, len(lines))
            if n not in inside and re.match(r" +[A-Za-z_][\w-]*: +\S", lines[n])
            and re.match(r" +[A-Za-z_][\w-]*: +\S", lines[n - 1])
            and _depth(lines[n]) == _depth(lines[n - 1])
            and (n + 1 == len(lines) or _depth(lines[n + 1]) <= _depth(lines[n]))
        ]  # fmt: skip
        if not found:
            return None
        number = rng.choice(found)
        line = lines[number]
        new = " " + line if shift > 0 else line[1:]
        return Changed([*lines[:number], new, *lines[number + 1 :]], (number,))

    return kind


def _list_under_value(lines: list[str], rng: random.Random) -> Changed | None:
    found = _pick(lines, rng, value=_DOUBLE)
    if found is None:
        return None
    number, _ = found
    return Changed([*lines[: number + 1], "  - moon", "  - neaps", *lines[number + 1 :]], (number, number + 1))


def _key_among_items(lines: list[str], rng: random.Random) -> Changed | None:
    items = [n for n in _items(lines) if n + 1 < len(lines) and _KEY.match(lines[n + 1]) and lines[n].startswith(" ")
             and n + 1 in {number for number, _ in _keys(lines)} and ":" not in lines[n]]  # fmt: skip
    if not items:
        return None
    number = rng.choice(items)
    indent = len(lines[number]) - len(lines[number].lstrip())
    return Changed([*lines[: number + 1], " " * indent + lines[number + 1], *lines[number + 2 :]], (number + 1,))


def _nested(change: Callable[[str, str, str], str]) -> Kind:
    """Make a kind that writes one `key: value` line of a group anew."""

    def kind(lines: list[str], rng: random.Random) -> Changed | None:
        inside = _in_text(lines)
        found = [
            (number, match)
            for number, line in enumerate(lines)
            if number not in inside
            and (match := re.match(r"( +)([A-Za-z_][\w-]*): +([A-Za-z][\w ./-]*)$", line))
            and (number + 1 == len(lines) or not lines[number + 1].startswith(match[1] + " "))
            and re.match(r" *[\w-]+:( |$)", lines[number - 1])
        ]
        if not found:
            return None
        number, match = rng.choice(found)
        return Changed([*lines[:number], change(match[1], match[2], match[3]), *lines[number + 1 :]], (number,))

    return kind


def _flow_over_lines(change: Callable[[list[str]], list[str]]) -> Kind:
    """Make a kind for a list in brackets that is written over several lines; any of its lines may be named."""

    def kind(lines: list[str], rng: random.Random) -> Changed | None:
        found = _pick(lines, rng, value=_QUOTED_LIST)
        if found is None:
            return None
        number, match = found
        items = [f"  {item}," for item in re.findall(r"\"[^\"\\]+\"|'[^'\\]+'", match[3])]
        new = change([f"{match[1]}: [", *items, "]"])
        return Changed([*lines[:number], *new, *lines[number + 1 :]], tuple(range(number, number + len(new))))

    return kind


def _within(mark: str) -> Callable[[str, str, str], str]:
    """Put a mark into the middle of a value."""

    def change(key: str, blanks: str, value: str) -> str:
        cut = _middle(value) or len(value) // 2
        return f"{key}:{blanks}{value[:cut]}{mark}{value[cut:]}"

    return change


def _without_quote(key: str, blanks: str, value: str) -> str:
    """Leave out the quote that ends an item in the middle of a list."""
    quote = value.lstrip("[ ")[0]
    first = value.index(quote)
    second = value.index(quote, first + 1)
    return f"{key}:{blanks}{value[:second]}{value[second + 1 :]}"


_QUOTED = re.compile(r"(?:\"[^\"\\]+\"|'[^'\\]+')$")
_LONG_DOUBLE = re.compile(r'"[^"\\]{6,}"$')
_LONG_SINGLE = re.compile(r"'[^'\\]{6,}'$")

YAML: dict[str, Kind] = {
    "first key without its colon": _key(lambda k, b, v: f"{k} {v}", "first"),
    "middle key without its colon": _key(lambda k, b, v: f"{k} {v}", "middle"),
    "last key without its colon": _key(lambda k, b, v: f"{k} {v}", "last"),
    "key of a group without its colon": _bare_key,
    "first key without a space after its colon": _key(lambda k, b, v: f"{k}:{v}", "first"),
    "middle key without a space after its colon": _key(lambda k, b, v: f"{k}:{v}", "middle"),
    "full-width colon": _key(lambda k, b, v: f"{k}：{v}"),
    "non-breaking space after the colon": _key(lambda k, b, v: f"{k}:\u00a0{v}"),
    "equals sign": _key(lambda k, b, v: f"{k} = {v}"),
    "semicolon for a colon": _key(lambda k, b, v: f"{k}; {v}"),
    "dash for a colon": _key(lambda k, b, v: f"{k} - {v}"),
    "space before the first key": _key(lambda k, b, v: f" {k}:{b}{v}", "first"),
    "space before a middle key": _key(lambda k, b, v: f" {k}:{b}{v}", "middle"),
    "space before the last key": _key(lambda k, b, v: f" {k}:{b}{v}", "last"),
    "two spaces before a key": _key(lambda k, b, v: f"  {k}:{b}{v}"),
    "tab before a key": _key(lambda k, b, v: f"\t{k}:{b}{v}"),
    "dash before the first key": _key(lambda k, b, v: f"- {k}:{b}{v}", "first"),
    "dash before a middle key": _key(lambda k, b, v: f"- {k}:{b}{v}", "middle"),
    "double quote not closed": _key(lambda k, b, v: f"{k}:{b}{v[:-1]}", value=_DOUBLE),
    "single quote not closed": _key(lambda k, b, v: f"{k}:{b}{v[:-1]}", value=_SINGLE),
    "double quote closed by a single one": _key(lambda k, b, v: f"{k}:{b}{v[:-1]}'", value=_DOUBLE),
    "double quote closed by a curly one": _key(lambda k, b, v: f"{k}:{b}{v[:-1]}”", value=_DOUBLE),
    "apostrophe in single quotes": _key(_within("'s"), value=_LONG_SINGLE),
    "quotation in double quotes": _key(_within(' "so" '), value=_LONG_DOUBLE),
    "backslash in double quotes": _key(_within("\\d"), value=_LONG_DOUBLE),
    "text after the closing quote": _key(lambda k, b, v: f"{k}:{b}{v} and more", value=_QUOTED),
    "comma after the closing quote": _key(lambda k, b, v: f"{k}:{b}{v},", value=_QUOTED),
    "colon in text": _key(_within(":"), value=_TWO_WORDS),
    "text starts with @": _key(lambda k, b, v: f"{k}:{b}@{v}", value=_PLAIN),
    "text starts with `": _key(lambda k, b, v: f"{k}:{b}`{v}`", value=_PLAIN),
    "text starts with %": _key(lambda k, b, v: f"{k}:{b}%{v}", value=_PLAIN),
    "text starts with *": _key(lambda k, b, v: f"{k}:{b}*{v.replace(' ', '* ', 1)}", value=_TWO_WORDS),
    "text starts with a link": _key(lambda k, b, v: f"{k}:{b}[Tides](https://example.org) {v}", value=_PLAIN),
    "text starts with a brace": _key(lambda k, b, v: f"{k}:{b}{{tides}} {v}", value=_PLAIN),
    "text starts with a dash": _key(lambda k, b, v: f"{k}:{b}- {v}", value=_PLAIN),
    "text starts with a bar": _key(lambda k, b, v: f"{k}:{b}| {v}", value=_PLAIN),
    "text starts with >": _key(lambda k, b, v: f"{k}:{b}> {v}", value=_PLAIN),
    "colon twice": _key(lambda k, b, v: f"{k}: : {v}", value=_PLAIN),
    "escaped last quote": _key(lambda k, b, v: f'{k}:{b}{v[:-1]}\\"', value=_DOUBLE),
    "two quoted texts": _key(lambda k, b, v: f'{k}:{b}{v} "moon"', value=_QUOTED),
    "quote before the key": _key(lambda k, b, v: f'"{k}:{b}{v}', value=_PLAIN),
    "name lost": _key(lambda k, b, v: f": {v}"),
    "brace not closed": _key(lambda k, b, v: f"{k}:{b}{{tide: high", value=_PLAIN),
    "nested key without its colon": _nested(lambda i, k, v: f"{i}{k} {v}"),
    "nested key without a space": _nested(lambda i, k, v: f"{i}{k}:{v}"),
    "nested value starts with @": _nested(lambda i, k, v: f"{i}{k}: @{v}"),
    "nested double quote not closed": _nested(lambda i, k, v: f'{i}{k}: "{v}'),
    "list item with a double quote not closed": _item(lambda i, t: f'{i}- "{t}'),
    "list not closed": _key(lambda k, b, v: f"{k}:{b}{v[:-1]}", value=_LIST),
    "list with two commas": _key(lambda k, b, v: f"{k}:{b}{v.replace(',', ',,', 1)}", value=_LIST),
    "last list item with one quote": _key(lambda k, b, v: f"{k}:{b}{v[:-1].rstrip()[:-1]}]", value=_QUOTED_LIST),
    "long list not closed": _flow_over_lines(lambda lines: [*lines[:-1]]),
    "long list without a comma": _flow_over_lines(lambda lines: [lines[0], lines[1].rstrip(","), *lines[2:]]),
    "list closed by a parenthesis": _key(lambda k, b, v: f"{k}:{b}{v[:-1]})", value=_LIST),
    "list item with one quote": _key(_without_quote, value=_QUOTED_LIST),
    "list without a comma": _key(lambda k, b, v: f"{k}:{b}{v.replace(',', '', 1)}", value=_QUOTED_LIST),
    "text after a list": _key(lambda k, b, v: f"{k}:{b}{v} moon", value=_LIST),
    "dash without a space": _item(lambda i, t: f"{i}-{t}", later=True),
    "list item behind a tab": _item(lambda i, t: f"\t- {t}"),
    "list item with a space less": _item(lambda i, t: f"{i[:-1]}- {t}", later=True),
    "bullet for a dash": _item(lambda i, t: f"{i}• {t}", later=True),
    "asterisk for a dash": _item(lambda i, t: f"{i}* {t}", later=True),
    "list item starts with @": _item(lambda i, t: f"{i}- @{t}"),
    "key among list items": _key_among_items,
    "list below a value": _list_under_value,
    "nested key moved right": _nested_key(1),
    "nested key moved left": _nested_key(-1),
    "text goes on at the margin": _broken_value,
    "block text at the margin": _block_text_at_margin,
    "line of prose": _line("The harbour empties twice a day"),
    "stray bracket": _line("]"),
    "stray quote": _line('"'),
    "conflict marker": _line("<<<<<<< HEAD"),
    "HTML comment": _line("<!-- to be checked -->"),
    "comment of two slashes": _line("// to be checked"),
    "bold line": _line("**Tides**"),
    "control character": _key(_within("\x08"), value=_PLAIN),
    "key given twice": _line_twice,
}


def _pairs(lines: list[str], value: re.Pattern[str] | None = None) -> list[tuple[int, re.Match[str]]]:
    """Return the `key = value` lines of TOML that hold their whole value."""
    found, inside, quotes = [], 0, False
    for number, line in enumerate(lines):
        match = _PAIR.match(line.strip())
        if line.count('"""') % 2 or line.count("'''") % 2:
            quotes = not quotes
            continue
        balance = line.count("[") - line.count("]") + line.count("{") - line.count("}")
        if match and not inside and not quotes and not balance and (value is None or value.match(match[3])):
            found.append((number, match))
        inside = max(0, inside + balance) if not quotes else inside
    return found


def _pair(change: Callable[[str, str, str], str], where: str = "any", value: re.Pattern[str] | None = None) -> Kind:
    """Make a kind that writes one `key = value` line anew."""

    def kind(lines: list[str], rng: random.Random) -> Changed | None:
        found = _pairs(lines, value)
        if where == "first":
            found = found[:1]
        elif where == "last":
            found = found[-1:]
        elif where == "indented":
            found = [(n, match) for n, match in found if lines[n].startswith((" ", "\t"))]
        if not found:
            return None
        number, match = rng.choice(found)
        indent = lines[number][: len(lines[number]) - len(lines[number].lstrip())]
        new = indent + change(match[1], match[2], match[3])
        return Changed([*lines[:number], new, *lines[number + 1 :]], (number,))

    return kind


def _toml_line(written: str | Callable[[str], str]) -> Kind:
    def kind(lines: list[str], rng: random.Random) -> Changed | None:
        found = [number for number, _ in _pairs(lines)]
        if not found:
            return None
        number = rng.choice(found)
        if isinstance(written, str):
            return Changed([*lines[:number], written, *lines[number:]], (number,))
        return Changed([*lines[: number + 1], written(lines[number]), *lines[number + 1 :]], (number + 1,))

    return kind


def _header(change: Callable[[str], str]) -> Kind:
    def kind(lines: list[str], rng: random.Random) -> Changed | None:
        found = [n for n, line in enumerate(lines) if re.match(r"[ \t]*\[{1,2}[\w.-]+\]{1,2}$", line)]
        if not found:
            return None
        number = rng.choice(found)
        return Changed([*lines[:number], change(lines[number]), *lines[number + 1 :]], (number,))

    return kind


def _long_list(change: Callable[[str], str], *, last: bool = False) -> Kind:
    """Make a kind for one line within a list that is written over several lines."""

    def kind(lines: list[str], rng: random.Random) -> Changed | None:
        for number, _ in _pairs(lines, _QUOTED_LIST):
            match = _PAIR.match(lines[number].strip())
            assert match is not None
            items = [f"  {item}," for item in re.findall(r"\"[^\"\\]+\"|'[^'\\]+'", match[3])]
            place = len(items) - 1 if last else rng.randrange(len(items) - 1)
            items[place] = change(items[place])
            new = [f"{match[1]} = [", *items, "]"]
            return Changed([*lines[:number], *new, *lines[number + 1 :]], (number + 1 + place, number + 2 + place))
        return None

    return kind


def _below_long_list(lines: list[str], rng: random.Random) -> Changed | None:
    """Put text without quotes below a list over several lines."""
    changed = _long_list(lambda item: item)(lines, rng)
    if changed is None:
        return None
    end = changed.lines.index("]", changed.right[0]) + 1
    return Changed([*changed.lines[:end], "season = Spring tide", *changed.lines[end:]], (end,))


_TEXT = re.compile(r"(?:\"[^\"\\]{3,}\"|'[^'\\]{3,}')$")
_TOML_DOUBLE = re.compile(r'"[^"\\]{6,}"$')
_NUMBER = re.compile(r"(?:\d[\d:TZ.+-]*|true|false)$")

TOML: dict[str, Kind] = {
    "text without quotes": _pair(lambda k, s, v: f"{k}{s}{v[1:-1]}", value=_TEXT),
    "double quote not closed": _pair(lambda k, s, v: f"{k}{s}{v[:-1]}", value=_TOML_DOUBLE),
    "quote not opened": _pair(lambda k, s, v: f"{k}{s}{v[1:]}", value=_TEXT),
    "single quote not closed": _pair(lambda k, s, v: f"{k}{s}'{v[1:-1]}", value=_TOML_DOUBLE),
    "double quote closed by a single one": _pair(lambda k, s, v: f"{k}{s}{v[:-1]}'", value=_TOML_DOUBLE),
    "curly quotes": _pair(lambda k, s, v: f"{k}{s}“{v[1:-1]}”", value=_TEXT),
    "quotation in double quotes": _pair(lambda k, s, v: f'{k}{s}"The "{v[1:-1]}" tide"', value=_TOML_DOUBLE),
    "backslash in double quotes": _pair(lambda k, s, v: f'{k}{s}{v[:-1]}\\d"', value=_TOML_DOUBLE),
    "apostrophe in single quotes": _pair(lambda k, s, v: f"{k}{s}'{v[1:-1]}'s'", value=_TOML_DOUBLE),
    "text after the closing quote": _pair(lambda k, s, v: f"{k}{s}{v} and more", value=_TEXT),
    "comma after the value": _pair(lambda k, s, v: f"{k}{s}{v},"),
    "semicolon after the value": _pair(lambda k, s, v: f"{k}{s}{v};"),
    "colon for the equals sign, first": _pair(lambda k, s, v: f"{k}: {v}", "first"),
    "colon for the equals sign, last": _pair(lambda k, s, v: f"{k}: {v}", "last"),
    "no equals sign": _pair(lambda k, s, v: f"{k} {v}"),
    "no equals sign in an indented table": _pair(lambda k, s, v: f"{k} {v}", "indented"),
    "text without quotes in an indented table": _pair(lambda k, s, v: f"{k}{s}Spring tide", "indented"),
    "no value": _pair(lambda k, s, v: f"{k} ="),
    "value of the wrong case": _pair(lambda k, s, v: f"{k}{s}True", value=re.compile(r"true|false")),
    "date without quotes": _pair(lambda k, s, v: f"{k}{s}5 May 2024", value=_NUMBER),
    "date with single digits": _pair(lambda k, s, v: f"{k}{s}2024-5-7", value=_NUMBER),
    "key of two words": _pair(lambda k, s, v: f"spring {k}{s}{v}"),
    "list not closed": _pair(lambda k, s, v: f"{k}{s}{v[:-1]}", value=_QUOTED_LIST),
    "list without a comma": _pair(lambda k, s, v: f"{k}{s}{v.replace(',', '', 1)}", value=_QUOTED_LIST),
    "list item without quotes": _pair(
        lambda k, s, v: k + s + re.sub(r"\"([^\"]+)\"|'([^']+)'", r"tide", v, count=1), value=_QUOTED_LIST
    ),
    "list item with one quote": _pair(lambda k, s, v: _without_quote(k, s, v).replace(":", "", 1), value=_QUOTED_LIST),
    "long list without a comma": _long_list(lambda item: item[:-1]),
    "long list item without quotes": _long_list(lambda item: "  spring tide,"),
    "text without quotes below a long list": _below_long_list,
    "table not closed": _header(lambda line: line.rstrip("]")),
    "comment of two slashes": _toml_line("// to be checked"),
    "line of prose": _toml_line("The harbour empties twice a day"),
    "conflict marker": _toml_line("<<<<<<< HEAD"),
    "stray bracket": _toml_line("]"),
    "control character": _pair(lambda k, s, v: f"{k}{s}{v[:2]}\x08{v[2:]}", value=_TEXT),
    "key given twice": _toml_line(lambda line: line),
}
KINDS: dict[Format, dict[str, Kind]] = {"yaml": YAML, "toml": TOML}
FENCES: dict[Format, str] = {"yaml": "---", "toml": "+++"}


# --- blocks ---------------------------------------------------------------------------------------------------


class Example(NamedTuple):
    """A block without faults, line by line, and the text below its closing fence."""

    lines: list[str]
    body: str


def is_refused(text: str, form: Format) -> bool:
    """Whether the parser of a format refuses a block, or finds no keys in it, or one key twice."""
    try:
        if form == "toml":
            tomllib.loads(text)
            return False
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, tomllib.TOMLDecodeError):
        return True
    if not isinstance(node, yaml.MappingNode):
        return True
    names = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
    return len(names) != len(set(names))


def read_block(text: str, form: Format) -> dict[str, object]:
    """Return the values of a block as its parser reads it, {} where it refuses it."""
    try:
        values = tomllib.loads(text) if form == "toml" else yaml.load(text, yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}


def real_examples(form: Format, folder: Path = CORPORA) -> Iterator[Example]:
    """Yield the blocks of real articles that hold two keys or more and no fault."""
    for path in sorted(folder.glob("[!_.]*/**/*")):
        if path.suffix not in (".md", ".mdx", ".markdown") or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
        if not text.startswith(FENCES[form] + "\n"):
            continue
        found = FrontMatterHandler().read(SourceText(text))
        if found and found.closing and not found.faults and found.root and len(found.root.entries) > 1:
            block = text[found.content.start : found.content.end]
            body = text[found.span.end :]
            if not is_refused(block, form) and len(block) < 20_000:
                yield Example(block.rstrip("\n").split("\n"), body[:3_000])


OWN: dict[Format, tuple[str, ...]] = {
    "yaml": (
        """\
title: Tide tables for the outer harbour
slug: tide-tables
description: "Twice a day the harbour empties"
date: 2024-08-05
authors:
  - Harbour office
  - Signal station
tags: ["tides", "harbours", "moon"]
draft: false
""",
        """\
layout: post
title: 'The quay that moved'
excerpt: >-
  One storm moved the quay by a hand.

  Nobody saw it: the tide was high.
seo:
  title: Quay moved by storm
  robots: index
  image: quay.jpg
categories: [harbours, storms]
keywords:
- quay
- storm
- surge
subtitle: A short walk along the new wall
""",
        """\
title: "A long title that
  goes on below"
date: 2024-02-29
cover:
  image: /img/low-water.jpg
  alt: Boats on the sand
  caption: Low water in March
links:
  - name: Tide office
    url: https://example.org/tides
  - name: Moon phases
    url: https://example.org/moon
topics:
  - tides
  - neaps
  - springs
summary: 'Boats lie on the sand for six hours'
lang: en
""",
        """\
# kept by the editors
title: 潮汐表
excerpt: Two tides, one moon and a very long wait
image:
  src: harbour.png
  width: 1200
  caption: The harbour at noon
weight: 10
tags: ['潮汐', '港口']
author: Harbour office
""",
    ),
    "toml": (
        """\
title = "Tide tables for the outer harbour"
date = 2024-08-05T10:00:00Z
draft = false
weight = 10
description = 'Twice a day the harbour empties'
tags = ["tides", "harbours", "moon"]

[extra]
team = "Harbour office"
math = true
""",
        """\
title = "The quay that moved"
date = 2024-02-29
aliases = ["quay", "wall"]
summary = \"\"\"
One storm moved the quay.

It was = high water.
\"\"\"

[taxonomies]
  tags = ["storms", "harbours"]
  authors = ['Signal station', 'Harbour office']

[params]
  season = "Spring tide"
  order = 3
  [params.cover]
    image = "quay.jpg"
    hidden = false
""",
    ),
}
"""Blocks of our own, for where there are no real ones: quotes, groups, lists and texts over several lines."""


def own_examples(form: Format) -> list[Example]:
    """Return our own blocks, each above a short text."""
    return [Example(block.rstrip("\n").split("\n"), "\nBoats lie on the sand.\n") for block in OWN[form]]


# --- judging --------------------------------------------------------------------------------------------------


def judge(example: Example, changed: Changed, form: Format) -> Outcome:
    """Read a block with a typing error, and compare what we say of it with what is wrong."""
    fence = FENCES[form]
    text = f"{fence}\n" + "\n".join(changed.lines) + f"\n{fence}\n{example.body}"
    source = SourceText(text)
    found = FrontMatterHandler().read(source)
    faults = found.faults if found else ()
    lines = [source.line_of(fault.span.start) - 2 for fault in faults]
    said = "; ".join(f"{line + 2}: {fault.message}" for line, fault in zip(lines, faults, strict=True)) or "nothing"
    return Outcome(
        any(line in changed.right for line in lines), len(faults) == 1, _keeps(example, found, form),
        _mends(example, text, faults[0].fix if len(faults) == 1 else None, form), text, said,
    )  # fmt: skip


def _keeps(example: Example, found: FrontMatter | None, form: Format) -> bool:
    """Whether at most one key of the block is lost, and all others have their values."""
    before = read_block("\n".join(example.lines), form)
    after = found.root.value if found and found.root else {}
    assert isinstance(after, dict)
    return sum(1 for key in before if key not in after or repr(after[key]) != repr(before[key])) <= 2


def _mends(example: Example, text: str, fix: Fix | None, form: Format) -> Literal["mends", "offers none", "fails"]:
    """Whether a fix makes a block that the parser reads, with every key that it had."""
    if fix is None:
        return "offers none"
    for edit in sorted(fix.edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    fence = FENCES[form]
    block = text[len(fence) + 1 :].partition(f"\n{fence}\n")[0]
    before, after = read_block("\n".join(example.lines), form), read_block(block, form)
    return "fails" if is_refused(block, form) or len(after) < len(before) else "mends"


def outcomes(examples: list[Example], kind: str, form: Format, most: int) -> Iterator[Outcome]:
    """Yield what we say of blocks with one kind of typing error, of those that the parser then refuses."""
    rng, given = random.Random(kind), 0
    for example in rng.sample(examples, len(examples)):
        if given == most:
            return
        changed = KINDS[form][kind](list(example.lines), rng)
        if changed and is_refused("\n".join(changed.lines), form):
            given += 1
            yield judge(example, changed, form)


def main() -> int:
    """Print a table for each format; `--show KIND` prints what went wrong instead."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--blocks", type=int, default=100, help="blocks for each kind")
    parser.add_argument("--show", default="", help="a kind: print the blocks in which it is not named right")
    parser.add_argument("--format", choices=("yaml", "toml"), help="only this format")
    arguments = parser.parse_args()
    for form in ("yaml", "toml"):
        if arguments.format not in (None, form):
            continue
        examples = list(real_examples(form))
        print(f"\n| {form.upper()}: typing error | blocks | right line | nothing else | other keys kept | fix mends |")
        print("| --- | --- | --- | --- | --- | --- |")
        total: list[Outcome] = []
        for kind in KINDS[form]:
            if arguments.show and arguments.show != kind:
                continue
            found = list(outcomes(examples, kind, form, arguments.blocks))
            total += found
            print(_row(kind, found), flush=True)
            if arguments.show:
                _print_wrong(found)
        print(_row("all", total))
    return 0


def _row(kind: str, found: list[Outcome]) -> str:
    def share(kept: int, of: int) -> str:
        return f"{100 * kept / of:.1f} %" if of else ""

    count = len(found)
    offered = sum(1 for one in found if one.fix != "offers none")
    cells = (
        share(sum(one.is_right for one in found), count),
        share(sum(one.is_alone for one in found), count),
        share(sum(one.keeps_keys for one in found), count),
        f"{sum(one.fix == 'mends' for one in found)} of {offered}",
    )
    return f"| {kind} | {count} | " + " | ".join(cells) + " |"


def _print_wrong(found: list[Outcome]) -> None:
    for one in found:
        if not (one.is_right and one.is_alone and one.keeps_keys) or one.fix == "fails":
            flags = f"right={one.is_right} alone={one.is_alone} keys={one.keeps_keys} fix={one.fix}"
            head = "\n".join(f"{n + 1:3} {line[:110]!r}" for n, line in enumerate(one.text.split("\n")[:30]))
            print(f"\n##### {flags}\n{one.said}\n{head}")


if __name__ == "__main__":
    sys.exit(main())
