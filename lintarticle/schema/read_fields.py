"""A fields table as a configuration writes it, to specifications; every mistake with the keys that lead to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lintarticle.nearest import did_you_mean
from lintarticle.schema.contract import ContractError, Mistake, Place
from lintarticle.schema.field_spec import ATTRIBUTES, IMPLIED_TYPES, TYPES, FieldSpec, ImageLimits
from lintarticle.schema.field_values import Values
from lintarticle.schema.fields_contract import FieldsContract
from lintarticle.schema.sentences import listed, shown

_DEEPEST = 20
"""How deep fields may be nested in fields."""


def read_fields(
    fields: object, *, definitions: object = None, strict: bool = False, at: Place = (), definitions_at: Place = ()
) -> FieldsContract:
    """Read a fields table; raises `ContractError` with all its mistakes.

    `fields`: name → table of attributes, or the name of a type. `definitions`: name → the same, for fields to name
    as their type. `strict`: keys that the table does not name are violations. `at` and `definitions_at` lead to the
    tables: the places of mistakes start with them.
    """
    reader = _Reader(definitions if isinstance(definitions, Mapping) else {}, definitions_at)
    if definitions is not None:
        reader.check_definitions(definitions)
    specs = reader.fields(fields, at)
    if reader.mistakes:
        raise ContractError(*reader.mistakes)
    return FieldsContract(specs, strict)


class _Reader:
    """Reads tables and keeps their mistakes."""

    def __init__(self, definitions: Mapping[str, Any], at: Place) -> None:
        self.mistakes: list[Mistake] = []
        self._definitions = definitions
        self._at = at

    def check_definitions(self, definitions: object) -> None:
        """Read every definition once, so that a mistake in one is told though no field uses it."""
        if not isinstance(definitions, Mapping):
            self._mistake(self._at, f"“definitions” is {shown(definitions)}, expected a table.")
            return
        for name, table in definitions.items():
            if name in TYPES:
                self._mistake((*self._at, name), f"“{name}” is the name of a type: call it otherwise.", at_key=True)
            else:
                self._field(table, (*self._at, name), (name,))

    def fields(self, table: object, at: Place, using: tuple[str, ...] = ()) -> dict[str, FieldSpec]:
        """Read the fields of a table by name."""
        if not isinstance(table, Mapping):
            self._mistake(at, f"“{at[-1] if at else 'fields'}” is {shown(table)}, expected a table.")
            return {}
        if len(at) > 2 * _DEEPEST:
            self._mistake(at, f"Fields are nested more than {_DEEPEST} levels deep here.")
            return {}
        specs = {name: self._field(each, (*at, name), using) for name, each in table.items()}
        for name, spec in specs.items():
            self._check_others(name, spec, specs, table[name], at)
        return specs

    def _field(self, table: object, at: Place, using: tuple[str, ...]) -> FieldSpec:
        if isinstance(table, str):
            table = {"type": table}
        if not isinstance(table, Mapping):
            self._mistake(at, f"“{at[-1]}” is {shown(table)}, expected a table such as {{ required = true }}.")
            return FieldSpec()
        merged, origins, using = self._merged(table, at, using)
        kind = self._kind(merged, origins)
        known = {key: value for key, value in merged.items() if self._goes_with(key, kind, origins[key])}
        return self._spec(kind, known, origins, using)

    def _merged(
        self, table: Mapping[str, Any], at: Place, using: tuple[str, ...]
    ) -> tuple[dict[str, Any], dict[str, Place], tuple[str, ...]]:
        """Put a table over the definition that it names as its type; return where each attribute stands, too."""
        name = table.get("type")
        own = {key: (*at, key) for key in table}
        if not isinstance(name, str) or name not in self._definitions:
            return dict(table), own, using
        if name in using:
            self._mistake((*at, "type"), f"The definition “{name}” builds on itself.")
            return {key: value for key, value in table.items() if key != "type"}, own, using
        below = self._definitions[name]
        below = {"type": below} if isinstance(below, str) else below
        if not isinstance(below, Mapping):
            return {key: value for key, value in table.items() if key != "type"}, own, using
        merged, origins, using = self._merged(below, (*self._at, name), (*using, name))
        over = {key: value for key, value in table.items() if key != "type"}
        return {**merged, **over}, {**origins, **{key: own[key] for key in over}}, using

    def _kind(self, table: Mapping[str, Any], origins: Mapping[str, Place]) -> str:
        kind = table.get("type")
        if kind is None:
            return next((implied for key, implied in IMPLIED_TYPES if key in table), "any")
        if kind in TYPES:
            return str(kind)
        known = (*TYPES, *self._definitions)
        near = did_you_mean(kind, known) if isinstance(kind, str) else ""
        named = shown(kind) if isinstance(kind, str) else f"{shown(kind)}, which"
        self._mistake(origins["type"], f"{named} is no type, expected one of {', '.join(known)}.{near}")
        return ""

    def _goes_with(self, key: str, kind: str, place: Place) -> bool:
        if key not in ATTRIBUTES:
            near = did_you_mean(key, ATTRIBUTES)
            self._mistake(place, f"A field has no attribute “{key}”.{near}", at_key=True)
            return False
        if kind and kind not in ATTRIBUTES[key]:
            self._mistake(
                place, f"“{key}” does not go with the type {kind}, only with {_kinds(ATTRIBUTES[key])}.", at_key=True
            )
            return False
        return bool(kind)

    def _spec(
        self, kind: str, table: Mapping[str, Any], origins: Mapping[str, Place], using: tuple[str, ...]
    ) -> FieldSpec:
        values = Values(table, origins, self.mistakes)
        items = table.get("items")
        if kind == "enum" and "enum" not in table and origins.get("type"):
            self._mistake(origins["type"], "A field of the type enum needs “enum”, the list of its values.")
        return FieldSpec(
            type=kind,
            description=values.text("description"),
            required=values.flag("required"),
            required_if=values.conditions("required-if"),
            not_with=values.texts("not-with"),
            default=table.get("default"),
            deprecated=values.text("deprecated"),
            names=values.texts("names"),
            length=values.bounds("length", whole=True),
            range=values.bounds("range"),
            count=values.bounds("count", whole=True),
            pattern=values.pattern("pattern"),
            enum=values.choices("enum"),
            source=values.text("from"),
            unicode=values.flag("unicode"),
            before=values.text("before"),
            after=values.text("after"),
            unique=values.flag("unique"),
            items=self._field(items, origins["items"], using) if items is not None else None,
            fields=self.fields(table["fields"], origins["fields"], using) if "fields" in table else {},
            strict=values.flag("strict"),
            image=ImageLimits(
                values.positive("min-width"), values.positive("min-height"), values.ratio("ratio"),
                values.weight("max-weight"),
            ),
        )  # fmt: skip

    def _check_others(
        self, name: str, spec: FieldSpec, specs: Mapping[str, FieldSpec], table: object, at: Place
    ) -> None:
        """Check the names of other fields that a field speaks of."""
        spoken_of: list[tuple[str, Iterable[str]]] = [
            ("required-if", spec.required_if),
            ("not-with", spec.not_with),
            ("before", (spec.before,) if spec.before else ()),
            ("after", (spec.after,) if spec.after else ()),
        ]
        for key, others in spoken_of:
            for other in others:
                if other in specs and other != name:
                    continue
                own = isinstance(table, Mapping) and key in table
                said = "The field speaks of itself." if other == name else f"There is no field “{other}” here."
                near = "" if other == name else did_you_mean(other, (each for each in specs if each != name))
                self._mistake((*at, name, key) if own else (*at, name), said + near)

    def _mistake(self, place: Place, sentence: str, *, at_key: bool = False) -> None:
        mistake = Mistake(place, sentence, at_key)
        if mistake not in self.mistakes:  # a definition is read once for every field that names it
            self.mistakes.append(mistake)


def _kinds(kinds: tuple[str, ...]) -> str:
    return (
        listed(kinds) if len(kinds) <= 4 else "text" if "string" in kinds and "date" not in kinds else "single values"
    )
