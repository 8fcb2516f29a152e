"""What `[types.NAME]` says of metadata (`fields`, `json-schema`, `model`) to the contract that articles are held to."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lintarticle.boundary import Boundary
from lintarticle.config.mistakes import Mistake, Place
from lintarticle.config.schema import TypeKeys
from lintarticle.schema.contract import Contract, ContractError
from lintarticle.schema.contract import Mistake as SchemaMistake

WAYS = ("fields", "json-schema", "model")
"""The keys that say what metadata must be like; a type has one of them."""


NO_CODE_HERE = (
    "“model” names code. Only the configuration at the root of the repository may do that, or one named with --config."
)


class Folders:
    """Where the files are that a configuration names, and which of them it may.

    Their names are relative to `base`, while vocabularies are read from `root`: the two differ in a configuration
    that another one extends. They must be inside `boundary`. `may_name_code`: it is the configuration at the root;
    `no_code`: the code that it names is not run all the same.
    """

    def __init__(
        self, base: Path, root: Path, boundary: Boundary, *, may_name_code: bool = False, no_code: bool = False
    ) -> None:
        self.base = base
        self.root = root
        self.boundary = boundary
        self.may_name_code = may_name_code
        self.no_code = no_code

    def from_root(self, name: str) -> str:
        """Return the name of a file as seen from `root`."""
        if self.base == self.root:
            return name
        return Path(os.path.relpath(self.base / name, self.root)).as_posix()

    def rebased(self, value: Any) -> Any:  # noqa: ANN401 - any value of TOML; their depth is bounded
        """Return a table of fields with the files of its `from` as seen from `root`."""
        if isinstance(value, list):
            return [self.rebased(item) for item in value]
        if not isinstance(value, Mapping) or self.base == self.root:
            return value
        return {
            key: self.from_root(each) if key == "from" and isinstance(each, str) else self.rebased(each)
            for key, each in value.items()
        }


def read_contract(
    keys: TypeKeys, values: Mapping[str, Any], definitions: Mapping[str, Any], folders: Folders, at: Place
) -> tuple[Contract | None, list[Mistake]]:
    """Return the contract of a type, None where it has none, and what is wrong with it.

    `values` is the type's table as written, `definitions` the fields that others may name as their type.
    """
    ways = [way for way in WAYS if way in values]
    if len(ways) > 1:
        sentence = f"“{ways[0]}” and “{ways[1]}” stand in one type, expected one of them."
        return None, [Mistake((*at, ways[1]), sentence, at_key=True)]
    if not ways:
        if keys.strict is None:
            return None, []
        sentence = "“strict” speaks of a schema, expected “fields”, “json-schema” or “model” beside it."
        return None, [Mistake((*at, "strict"), sentence, at_key=True)]
    place = (*at, ways[0])
    if keys.model is not None and (folders.no_code or not folders.may_name_code):
        return None, [] if folders.may_name_code else [Mistake(place, NO_CODE_HERE, at_key=True)]
    try:
        return _contract(keys, values, definitions, folders, place), []
    except ContractError as error:
        return None, [_mistake(each, place) for each in error.mistakes]


def definition_mistakes(definitions: Mapping[str, Any]) -> list[Mistake]:
    """Return what is wrong with `[definitions]`, whether a type uses them or not."""
    if not definitions:
        return []
    from lintarticle.schema.read_fields import read_fields

    try:
        read_fields({}, definitions=definitions, definitions_at=("definitions",))
    except ContractError as error:
        return [_mistake(each, ("definitions",)) for each in error.mistakes]
    return []


def _mistake(mistake: SchemaMistake, place: Place) -> Mistake:
    return Mistake(mistake.place or place, mistake.sentence, mistake.at_key)


def _contract(
    keys: TypeKeys, values: Mapping[str, Any], definitions: Mapping[str, Any], folders: Folders, place: Place
) -> Contract:
    """Read the one kind of schema that the type has: its library is imported only then."""
    strict = bool(keys.strict)
    if keys.json_schema is not None:
        from lintarticle.schema.json_schema import read_json_schema

        return read_json_schema(keys.json_schema, folders.base, folders.boundary, strict=strict)
    if keys.model is not None:
        from lintarticle.schema.model_contract import read_model

        return read_model(keys.model, folders.base, folders.boundary, strict=strict)
    from lintarticle.schema.read_fields import read_fields

    return read_fields(
        folders.rebased(values["fields"]),
        definitions=definitions,
        strict=strict,
        at=place,
        definitions_at=("definitions",),
    )
