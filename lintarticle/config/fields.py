"""`[types.NAME.fields]` and `[definitions]` to the contract that metadata are held to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, get_args, get_type_hints

from pydantic import Field, PlainValidator, WithJsonSchema, create_model
from pydantic_core import PydanticCustomError

from lintarticle.config.document import EXPECTED, Mistake, Mistaken, Place, check, value_words
from lintarticle.config.keys import Amount, Keys, Numbers, Pattern, Texts
from lintarticle.record import NamedTuple
from lintarticle.schema.field_spec import (
    TYPES,
    Attribute,
    FieldSpec,
    ImageLimits,
)
from lintarticle.schema.fields_contract import FieldsContract
from lintarticle.wording import did_you_mean, in_words

_DEEPEST = 20
"""How deep fields may be nested in fields."""

_UNITS = {"kib": 1024, "mib": 1024**2, "kb": 1000, "mb": 1000**2, "b": 1}


# --- the shape of a field -------------------------------------------------------------------------------------


def _fail(expected: str) -> PydanticCustomError:
    return PydanticCustomError(EXPECTED, "{text}", {"text": expected})


def _choices(value: object) -> object:
    if isinstance(value, list) and value and not any(isinstance(each, (list, dict)) for each in value):
        return value
    raise _fail("a list of values that is not empty")


def _conditions(value: object) -> object:
    if isinstance(value, (str, dict)):
        return value
    raise _fail("a table such as { status = “corrected” } or the name of a field")


def _pixels(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    raise _fail("a whole number of pixels above 0")


def _ratio(value: object) -> float:
    width, _, height = value.partition(":") if isinstance(value, str) else (str(value), "", "1")
    try:
        found = float(width) / float(height or 1)
    except (ValueError, ZeroDivisionError):
        found = 0.0
    if found > 0:
        return found
    raise _fail("a number such as 1.91 or a shape such as “16:9”")


def _weight(value: object) -> int:
    number = str(value).strip().lower().replace(" ", "")
    unit = next((unit for unit in _UNITS if number.endswith(unit)), "")
    try:
        found = int(float(number.removesuffix(unit)) * _UNITS.get(unit, 1))
    except (ValueError, OverflowError):
        found = 0
    if found > 0:
        return found
    raise _fail("a weight such as “200 kB” or “2 MB”")


_TEXT: dict[str, Any] = {"type": "string"}

Pixels = Annotated[int, PlainValidator(_pixels), WithJsonSchema({"type": "integer", "minimum": 1})]
Choices = Annotated[Any, PlainValidator(_choices), WithJsonSchema({"type": "array", "minItems": 1})]
Others = Annotated[Any, PlainValidator(_conditions), WithJsonSchema({"anyOf": [_TEXT, {"type": "object"}]})]
Ratio = Annotated[float, PlainValidator(_ratio), WithJsonSchema({"type": ["number", "string"]})]
Weight = Annotated[int, PlainValidator(_weight), WithJsonSchema({"type": ["string", "integer"]})]
TypeName = Annotated[str, WithJsonSchema({"anyOf": [{"enum": list(TYPES)}, _TEXT]})]


_WRITTEN: dict[str, Any] = {
    "type": TypeName,
    "required_if": Others,
    "not_with": Texts,
    "default": Any,
    "names": Texts,
    "enum": Choices,
    "length": Amount | None,
    "pattern": Pattern,
    "range": Numbers | None,
    "count": Amount | None,
    "items": "FieldKeys | None",
    "fields": "dict[str, FieldKeys]",
    "min_width": Pixels | None,
    "min_height": Pixels | None,
    "ratio": Ratio | None,
    "max_weight": Weight | None,
}
"""What a table holds for an attribute of `FieldSpec`, where that is not simply a value of its type."""

_HINTS = {
    name: hint
    for kind in (FieldSpec, ImageLimits)
    for name, hint in get_type_hints(kind, include_extras=True).items()
    if hasattr(hint, "__metadata__")
}
ATTRIBUTES: dict[str, Attribute] = {name: hint.__metadata__[0] for name, hint in _HINTS.items()}
"""What a field may say, by the name of the attribute."""

_PLAIN = FieldSpec()


def _key(name: str) -> Any:  # noqa: ANN401 - as pydantic's `Field`
    attribute = ATTRIBUTES[name]
    default = getattr(_PLAIN, name, None)
    return Field(default=default, description=attribute.description, alias=attribute.key)


_KEYS: dict[str, Any] = {name: (_WRITTEN.get(name, get_args(hint)[0]), _key(name)) for name, hint in _HINTS.items()}

FieldKeys = create_model(
    "FieldKeys", __base__=Keys, __doc__="One field: the attributes of its value.", __module__=__name__, **_KEYS
)
"""The keys of a table that describes a field: the attributes of `FieldSpec`, and those of an image next to them."""


class FieldTables(Keys):
    """The tables that fields are described in."""

    definitions: dict[str, FieldKeys] = Field(default={})  # type: ignore[valid-type] # made at run time
    fields: dict[str, FieldKeys] = Field(default={})  # type: ignore[valid-type] # made at run time


# --- reading --------------------------------------------------------------------------------------------------


def read_fields(
    fields: object, *, definitions: object = None, strict: bool = False, at: Place = (), definitions_at: Place = ()
) -> FieldsContract:
    """Read a fields table; raises `Mistaken`.

    `fields`: name → table of attributes, or the name of a type. `definitions`: name → the same, for fields to name
    as their type. `strict`: keys that the table does not name are violations. `at` and `definitions_at` lead to the
    tables: the places of mistakes start with them.
    """
    tables = {"fields": _written_out(fields), "definitions": _written_out(definitions or {})}
    keys, mistakes = check(FieldTables, tables)
    if not isinstance(keys, FieldTables):
        start = {"fields": at, "definitions": definitions_at}
        raise Mistaken(each._replace(place=(*start[str(each.place[0])], *each.place[1:])) for each in mistakes)
    reader = _Reader(keys.definitions, tables["definitions"], definitions_at)
    reader.check_definitions()
    specs = reader.fields(keys.fields, tables["fields"], at)
    if reader.mistakes:
        raise Mistaken(reader.mistakes)
    return FieldsContract(specs, strict)


def _written_out(fields: object) -> Any:  # noqa: ANN401 - any value of TOML; their depth is bounded
    """Return a table of fields in which a field that is only the name of a type is a table as well."""
    if not isinstance(fields, Mapping):
        return fields
    return {name: _field_written_out(field) for name, field in fields.items()}


def _field_written_out(field: object) -> object:
    if isinstance(field, str):
        return {"type": field}
    if not isinstance(field, Mapping):
        return field
    written = dict(field)
    if "items" in field:
        written["items"] = _field_written_out(field["items"])
    if "fields" in field:
        written["fields"] = _written_out(field["fields"])
    return written


class _Given(NamedTuple):
    """One attribute of a field: its checked value, the value as written, and where that is."""

    value: Any
    written: Any
    place: Place


class _Reader:
    """Turns checked tables into specifications, and keeps the mistakes that only several values together show."""

    def __init__(self, definitions: Mapping[str, Keys], written: Mapping[str, Any], at: Place) -> None:
        self.mistakes: list[Mistake] = []
        self._definitions = definitions
        self._written = written
        self._at = at

    def check_definitions(self) -> None:
        """Read every definition once, so that a mistake in one is reported though no field uses it."""
        for name, keys in self._definitions.items():
            if name in TYPES:
                sentence = f"“{name}” is the name of a type: give the definition another name."
                self._mistake((*self._at, name), sentence, at_key=True)
            else:
                self._field(keys, self._written[name], (*self._at, name), (name,))

    def fields(
        self, tables: Mapping[str, Keys], written: Mapping[str, Any], at: Place, using: tuple[str, ...] = ()
    ) -> dict[str, FieldSpec]:
        """Read the fields of a table by name."""
        if len(at) > 2 * _DEEPEST:
            self._mistake(at, f"Fields are nested more than {_DEEPEST} levels deep here.")
            return {}
        specs = {name: self._field(keys, written[name], (*at, name), using) for name, keys in tables.items()}
        for name, spec in specs.items():
            self._check_others(name, spec, specs, written[name], at)
        return specs

    def _field(self, keys: Keys, written: Mapping[str, Any], at: Place, using: tuple[str, ...]) -> FieldSpec:
        given, using = self._given(keys, written, at, using)
        kind = self._kind(given)
        known = {name: each for name, each in given.items() if self._goes_with(name, kind, each.place)}
        if kind == "enum" and "enum" not in known and "type" in known:
            self._mistake(known["type"].place, "A field of the type enum needs “enum”, the list of its values.")
        return self._spec(kind, known, using)

    def _given(
        self, keys: Keys, written: Mapping[str, Any], at: Place, using: tuple[str, ...]
    ) -> tuple[dict[str, _Given], tuple[str, ...]]:
        """Return the attributes of a field, including those of the definition that it names as its type."""
        own = {}
        for name in FieldKeys.model_fields:
            if name in keys.model_fields_set:
                key = _alias(name)
                own[name] = _Given(getattr(keys, name), written[key], (*at, key))
        name = own["type"].value if "type" in own else ""
        if name not in self._definitions:
            return own, using
        place = own.pop("type").place
        if name in using:
            self._mistake(place, f"The definition “{name}” builds on itself.")
            return own, using
        below = self._definitions[name], self._written[name], (*self._at, name)
        given, using = self._given(*below, (*using, name))
        return {**given, **own}, using

    def _kind(self, given: Mapping[str, _Given]) -> str:
        if "type" not in given:
            return next((each.implies for name, each in ATTRIBUTES.items() if each.implies and name in given), "any")
        kind = str(given["type"].value)
        if kind not in TYPES:
            known = (*TYPES, *self._definitions)
            near = did_you_mean(kind, known, listed=False)
            sentence = f"There is no type {value_words(kind)}; use one of {', '.join(known)}.{near}"
            self._mistake(given["type"].place, sentence)
            return ""
        return kind

    def _goes_with(self, name: str, kind: str, place: Place) -> bool:
        types = ATTRIBUTES[name].types
        if kind and kind not in types:
            sentence = f"“{_alias(name)}” can’t be used with the type {kind}, only with {kinds_in_words(types)}."
            self._mistake(place, sentence, at_key=True)
        return kind in types

    def _spec(self, kind: str, given: Mapping[str, _Given], using: tuple[str, ...]) -> FieldSpec:
        values = {name: each.value for name, each in given.items() if name not in (*ImageLimits._fields, "type")}
        for name, read in _AS_WRITTEN.items():  # as JSON they have no dates
            if name in given:
                values[name] = read(given[name].written)
        if "items" in given:
            values["items"] = self._field(given["items"].value, given["items"].written, given["items"].place, using)
        if "fields" in given:
            values["fields"] = self.fields(*given["fields"], using)
        limits = {name: given[name].value for name in ImageLimits._fields if name in given}
        return FieldSpec(type=kind, **values, image=ImageLimits(**limits))

    def _check_others(
        self, name: str, spec: FieldSpec, specs: Mapping[str, FieldSpec], written: Mapping[str, Any], at: Place
    ) -> None:
        """Check the names of other fields that a field refers to."""
        named: list[tuple[str, Iterable[str]]] = [
            ("required-if", spec.required_if),
            ("not-with", spec.not_with),
            ("before", filter(None, (spec.before,))),
            ("after", filter(None, (spec.after,))),
        ]
        for key, others in named:
            for other in others:
                if other in specs and other != name:
                    continue
                message = "The field refers to itself." if other == name else f"Unknown field “{other}”."
                near = "" if other == name else did_you_mean(other, (each for each in specs if each != name))
                self._mistake((*at, name, key) if key in written else (*at, name), message + near)

    def _mistake(self, place: Place, sentence: str, *, at_key: bool = False) -> None:
        mistake = Mistake(place, sentence, at_key)
        if mistake not in self.mistakes:  # a definition is read once for every field that names it
            self.mistakes.append(mistake)


def _read_conditions(written: Any) -> dict[str, tuple[object, ...]]:  # noqa: ANN401 - any value of TOML
    if isinstance(written, str):
        return {written: ()}
    return {name: tuple(each) if isinstance(each, list) else (each,) for name, each in written.items()}


_AS_WRITTEN: dict[str, Callable[[Any], Any]] = {
    "enum": tuple,
    "default": lambda written: written,
    "required_if": _read_conditions,
}


def _alias(name: str) -> str:
    return FieldKeys.model_fields[name].alias or name


def kinds_in_words(kinds: tuple[str, ...]) -> str:
    """Name the types that an attribute goes with."""
    if len(kinds) <= 4:
        return in_words(kinds, "or")
    if set(kinds) == set(TYPES):
        return "every type"
    return "text" if "string" in kinds and "date" not in kinds else "single values"
