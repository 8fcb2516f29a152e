"""A configuration file as text: its tables, the line of everything in them, and what is wrong in plain sentences."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from lintarticle.article.front_matter.toml_values import read_toml, refusal
from lintarticle.article.values import Node
from lintarticle.errors import ConfigError
from lintarticle.record import NamedTuple
from lintarticle.source import SourceText, Span, read_file
from lintarticle.wording import did_you_mean, in_words

Place = tuple[str | int, ...]
"""The keys and list positions that lead to a value."""


class Mistake(NamedTuple):
    """One mistake: where, and a whole sentence. `at_key`: the key itself is wrong, not its value."""

    place: Place
    sentence: str
    at_key: bool = False


class Mistaken(Exception):  # noqa: N818 - like `Mistake`, which it carries
    """A table that can't be used: all its mistakes."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(mistake.sentence for mistake in self.mistakes))


class Document:
    """A configuration file, read as TOML; raises `ConfigError` where that can't be.

    `shown` is its path as users see it. `values` is our table: the whole file, or `[tool.lintarticle]` of a
    pyproject.toml. Places are looked for only when they are asked for. `data`: what is read instead of the file.
    """

    def __init__(self, path: Path, shown: str, data: bytes | None = None) -> None:
        self.path = path
        self.shown = shown
        self._source = _source(path, shown, data)
        self._content = Span(int(self._source.has_bom), len(self._source.text))
        self._keys = ("tool", "lintarticle") if path.name == "pyproject.toml" else ()
        values: Any = self._read()
        for key in self._keys:
            values = values.get(key, {}) if isinstance(values, dict) else {}
        if not isinstance(values, dict):
            place = self._at(_offset(read_toml(self._source, self._content).root, self._keys, at_key=True))
            raise ConfigError(f"{place}: “lintarticle” is {value_words(values)}; expected a table: [tool.lintarticle].")
        self.values: dict[str, Any] = values

    def _read(self) -> dict[str, Any]:
        text = self._source[self._content]
        try:
            if not refusal(text, self._content):
                return tomllib.loads(text)
        except (ValueError, RecursionError):
            pass  # said below, with its place
        faults = sorted(read_toml(self._source, self._content).faults, key=lambda fault: fault.span)
        raise ConfigError(*(f"{self._at(f.span.start)}: {f.message} {f.help}".rstrip() for f in faults))

    @cached_property
    def _table(self) -> Node | None:
        node = read_toml(self._source, self._content).root
        for key in self._keys:
            entry = node.entry(key) if node else None
            node = entry.value if entry else None
        return node

    def place(self, place: Place, *, at_key: bool = False) -> str:
        """Return where a key or value is, as `file:line`."""
        return self._at(_offset(self._table, place, at_key=at_key))

    def error(self, mistakes: Iterable[Mistake]) -> ConfigError:
        """Return mistakes as an error, in the order of the text."""
        places = sorted((_offset(self._table, each.place, at_key=each.at_key), each.sentence) for each in mistakes)
        return ConfigError(*(f"{self._at(offset)}: {sentence}" for offset, sentence in places))

    def _at(self, offset: int) -> str:
        return f"{self.shown}:{self._source.line_of(offset)}"


def _source(path: Path, shown: str, data: bytes | None) -> SourceText:
    try:
        source = SourceText.from_bytes(read_file(path) if data is None else data)
    except OSError as error:
        raise ConfigError(f"{shown}: The configuration can’t be read: {error.strerror or error}.") from None
    if source.fault:
        line = source.line_of(source.fault.offset)
        raise ConfigError(f"{shown}:{line}: {source.fault.message} {source.fault.help}".rstrip())
    return source


def _offset(table: Node | None, place: Place, *, at_key: bool) -> int:
    """Return where a place is in the text: as far down as the text goes."""
    if table is None:
        return 0
    node, offset = table, table.span.start
    for number, part in enumerate(place):
        if isinstance(part, int):
            if part >= len(node.items):
                break
            node = node.items[part]
        else:
            entry = node.entry(part)
            if entry is None:
                break
            if at_key and number == len(place) - 1:
                return entry.key.span.start
            node = entry.value
        offset = node.span.start
    return offset


# --- what pydantic finds --------------------------------------------------------------------------------------

EXPECTED = "lintarticle_expected"
"""The kind of a complaint whose text says what was expected."""

SENTENCE = "lintarticle_sentence"
"""The kind of a complaint whose text is a whole sentence."""

_EXPECTED = {
    "string_type": "text in quotes",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "tuple_type": "a list",
    "list_type": "a list",
    "set_type": "a list",
    "frozen_set_type": "a list",
    "dict_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
    "none_required": "nothing",
    "date_type": "a date",
    "date_from_datetime_parsing": "a date",
}


def check(model: type[BaseModel], values: Mapping[str, Any]) -> tuple[BaseModel | None, list[Mistake]]:
    """Validate values as they came from TOML: no text for a number, but a list for a tuple."""
    try:
        return model.model_validate_json(json.dumps(values, default=str), strict=True), []
    except ValidationError as error:
        return None, list(_mistakes(model, error))


def _mistakes(model: type[BaseModel], error: ValidationError) -> Iterator[Mistake]:
    reported: set[Place] = set()
    for detail in error.errors(include_url=False):
        place = detail["loc"]
        if any(place[: len(other)] == other for other in reported):
            continue  # each form of a value that takes several has its own complaint: one is enough
        reported.add(place)
        if detail["type"] == "extra_forbidden":
            keys = _keys(model, place[:-1])
            yield Mistake(place, f"Unknown key “{place[-1]}”.{did_you_mean(str(place[-1]), keys)}", at_key=True)
        elif detail["type"] == "missing":
            yield Mistake(place[:-1], f"The key “{place[-1]}” is missing here.")
        elif detail["type"] == SENTENCE:
            yield Mistake(place, str(detail["msg"]))
        else:
            yield Mistake(place, _sentence(_name(place), detail["type"], detail["input"], detail))


def _sentence(name: str, kind: str, found: object, detail: Mapping[str, Any]) -> str:
    expected = _expected(kind, found, detail)
    if expected:
        return f"“{name}” is {value_words(found)}; expected {expected}{'' if expected.endswith('?') else '.'}"
    context = detail.get("ctx", {})
    if kind == "too_short":
        return f"“{name}” has too few items; expected at least {context['min_length']}."
    if kind == "too_long":
        return f"“{name}” has {context['actual_length']} items; expected at most {context['max_length']}."
    if kind == "string_too_long":
        return f"“{name}” is too long; expected at most {context['max_length']} characters."
    return f"“{name}” is {value_words(found)}: {detail['msg'][:1].lower()}{detail['msg'][1:]}."


def _expected(kind: str, found: object, detail: Mapping[str, Any]) -> str:
    """Say what was expected in the place of a value, "" if that is not all there is to say."""
    context = detail.get("ctx", {})
    if kind in ("literal_error", "enum"):
        choices = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        near = did_you_mean(found, choices, listed=False) if isinstance(found, str) else ""
        words = in_words(choices, "or")
        return f"{words}.{near}" if near else words
    if kind == EXPECTED:
        return str(detail["msg"])
    if kind == "model_type" and isinstance(found, str) and _name(detail["loc"]) == "sections":
        return f"{{ heading = {json.dumps(found, ensure_ascii=False)} }}"  # of an outline
    bounds = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}
    bound = next((f"{words} {context[key]:g}" for key, words in bounds.items() if key in context), "")
    return bound or _EXPECTED.get(kind, "")


def value_words(value: object) -> str:
    """Return a value as messages show it: short, text in quotes."""
    if isinstance(value, str):
        return f"“{value if len(value) <= 40 else value[:40] + '…'}”"
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, Sequence):
        return "a list"
    return json.dumps(value, default=str)


def _name(place: Place) -> str:
    """Return the innermost key that a place leads to."""
    return next((str(part) for part in reversed(place) if isinstance(part, str)), "The configuration")


def _keys(model: type[BaseModel], place: Place) -> list[str]:
    """Return the keys of the table at a place."""
    current: type[BaseModel] | None = model
    by_name = False  # whether the next part is the name of one of several tables, no key of a model
    for part in place:
        if isinstance(part, str) and by_name:
            by_name = False
        elif isinstance(part, str) and current:
            annotation = next((f.annotation for f in current.model_fields.values() if f.alias == part), None)
            by_name = get_origin(annotation) is dict
            current = next(_models_in(annotation), None)
    return [field.alias or name for name, field in current.model_fields.items()] if current else []


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """Yield the models in an annotation: `tuple[Model, ...]`, `Model | None`, `dict[str, Model]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
