"""`[types.NAME]` to a type of article: its layer, the contract for its metadata, the outline of its sections."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from lintarticle.boundary import Boundary
from lintarticle.config.configuration import ArticleType, Globs
from lintarticle.config.document import Document, Mistake, Mistaken, Place
from lintarticle.config.keys import ConfigKeys, OutlineKeys, SectionKeys, TypeKeys
from lintarticle.config.layers import read_layer, read_presets
from lintarticle.config.preset import preset_path, preset_text
from lintarticle.config.selection import BUILT_IN, KnownRules
from lintarticle.outline.outline import Limits, Outline, OutlineSection
from lintarticle.schema.contract import Contract, ContractError

CONTRACT_KEYS = ("fields", "json-schema", "model")
"""The keys that say what metadata must be like; a type has one of them."""


NO_CODE_HERE = (
    "“{key}” names code. Only the configuration at the root of the repository may do that, or one named with --config."
)


class Folders:
    """Where the files are that a configuration names, and which of them it may.

    Their names are relative to `base`, while vocabularies are read from `root`: the two differ in a configuration
    that another one extends. They must be inside `boundary`. `may_name_code`: it is the configuration at the root;
    `no_code`: the code that it names is never run.
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


def read_types(
    types: Mapping[str, TypeKeys],
    document: Document,
    definitions: Mapping[str, Any],
    folders: Folders,
    known: KnownRules,
) -> tuple[list[ArticleType], list[Mistake]]:
    """Return the types of a file in its order, and what is wrong with them.

    `definitions` are the fields, from this file and those that it extends, that others may name as their type.
    """
    found: list[ArticleType] = []
    mistakes: list[Mistake] = []
    for name, keys in types.items():
        kind, more = _read_type(name, keys, document, known)
        at, values = ("types", name), document.values["types"][name]
        contract, wrong = read_contract(keys, values, definitions, folders, at)
        found.append(kind.replaced(contract=contract))
        mistakes += wrong
        mistakes += more
    return found, mistakes


def types_of_presets(names: Iterable[str]) -> list[ArticleType]:
    """Return the types that presets have, which are known to be valid."""
    found: list[ArticleType] = []
    for name in names:
        if "[types." not in preset_text(name):
            continue
        document = Document(preset_path(name), f"preset {name}")
        keys = ConfigKeys.model_validate(document.values)
        types, mistakes = read_types(keys.types, document, {}, Folders(Path(), Path(), Boundary()), BUILT_IN)
        if mistakes:
            raise document.error(mistakes)
        found += types
    return found


def models_left_out(keys: ConfigKeys, document: Document, folders: Folders) -> Iterator[str]:
    """Yield the places of the models that are not imported because no code may be run."""
    for name, kind in keys.types.items():
        if kind.model is not None and folders.may_name_code and folders.no_code:
            yield document.place(("types", name, "model"), at_key=True)


def _read_type(name: str, keys: TypeKeys, document: Document, known: KnownRules) -> tuple[ArticleType, list[Mistake]]:
    at = ("types", name)
    layer, mistakes = read_layer(keys, document.values["types"][name], at, f"type {name} in {document.shown}", known)
    outline = None
    if keys.outline:
        outline, more = read_outline(keys.outline, (*at, "outline"))
        mistakes += more
    kind = ArticleType(
        name,
        document.place(at, at_key=True),
        files=Globs(keys.files),
        where=keys.where,
        layers=(*(() if mistakes else read_presets(keys.preset).layers), layer),
        outline=outline,
    )
    return kind, mistakes


# --- metadata -------------------------------------------------------------------------------------------------


def read_contract(
    keys: TypeKeys, values: Mapping[str, Any], definitions: Mapping[str, Any], folders: Folders, at: Place
) -> tuple[Contract | None, list[Mistake]]:
    """Return the contract of a type, None if it has none, and what is wrong with it.

    `values` is the type's table as written, `definitions` the fields that others may name as their type.
    """
    try:
        key = _contract_key(keys, values, folders, at)
        return _contract(keys, values, definitions, folders, (*at, key)) if key else None, []
    except Mistaken as error:
        return None, [*error.mistakes]
    except ContractError as error:
        return None, [Mistake((*at, key), str(error))]


def _contract_key(keys: TypeKeys, values: Mapping[str, Any], folders: Folders, at: Place) -> str:
    """Return the one key of `CONTRACT_KEYS` that counts, or ""; raises `Mistaken`."""
    given = [key for key in CONTRACT_KEYS if key in values]
    if len(given) > 1:
        sentence = f"A type can’t have both “{given[0]}” and “{given[1]}”."
        raise Mistaken([Mistake((*at, given[1]), sentence, at_key=True)])
    if not given and keys.strict is not None:
        sentence = "“strict” needs a schema; add “fields”, “json-schema” or “model”."
        raise Mistaken([Mistake((*at, "strict"), sentence, at_key=True)])
    if keys.model is not None and not folders.may_name_code:
        raise Mistaken([Mistake((*at, "model"), NO_CODE_HERE.format(key="model"), at_key=True)])
    return "" if keys.model is not None and folders.no_code else "".join(given)


def definition_mistakes(definitions: Mapping[str, Any]) -> list[Mistake]:
    """Return what is wrong with `[definitions]`, whether a type uses them or not."""
    if not definitions:
        return []
    from lintarticle.config.fields import read_fields

    try:
        read_fields({}, definitions=definitions, definitions_at=("definitions",))
    except Mistaken as error:
        return [*error.mistakes]
    return []


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
    from lintarticle.config.fields import read_fields

    return read_fields(
        folders.rebased(values["fields"]),
        definitions=definitions,
        strict=strict,
        at=place,
        definitions_at=("definitions",),
    )


# --- sections -------------------------------------------------------------------------------------------------


def read_outline(keys: OutlineKeys, at: Place) -> tuple[Outline, list[Mistake]]:
    """Return the outline of a table at a place, and what is wrong with it."""
    mistakes = list(_section_mistakes(keys.sections, (*at, "sections")))
    return Outline(tuple(map(_item, keys.sections)), keys.additional, keys.ordered), mistakes


def _item(keys: SectionKeys) -> OutlineSection:
    """Read one section; its depth is bounded by that of a TOML text."""
    least, most = _times(keys)
    below = None
    if keys.sections is not None or keys.additional is False:
        items = tuple(map(_item, keys.sections or ()))
        below = Outline(items, keys.additional is not False, keys.ordered is not False)
    return OutlineSection(
        headings=keys.heading or (),
        pattern=keys.pattern or "",
        least=least,
        most=most,
        level=keys.level,
        description=keys.description,
        limits=_limits(keys),
        sections=below,
    )


def _times(keys: SectionKeys) -> tuple[int, int | None]:
    """Return how often a section may be there: once, or as `optional`, `min` and `max` say; `min` alone is open."""
    least = keys.min if keys.min is not None else 0 if keys.optional else 1
    return least, keys.max if keys.max is not None or keys.min is not None else 1


def _limits(keys: SectionKeys) -> Limits:
    return Limits(
        words=keys.words,
        images=keys.images,
        code=keys.code.count if keys.code else None,
        code_language=keys.code.language if keys.code else "",
        lists=keys.lists,
        tables=keys.tables,
        links=keys.links,
        must_contain=keys.must_contain or (),
        must_not_contain=keys.must_not_contain or (),
        must_link=keys.must_link,
    )


def _section_mistakes(sections: tuple[SectionKeys, ...], at: Place) -> Iterator[Mistake]:
    for number, keys in enumerate(sections):
        place = (*at, number)
        yield from _bad_name(keys, place)
        yield from _bad_times(keys, place)
        if not keys.sections and (keys.ordered is not None or keys.additional):
            key = "ordered" if keys.ordered is not None else "additional"
            yield Mistake((*place, key), f"“{key}” is about subsections; add “sections”.")
        yield from _section_mistakes(keys.sections or (), (*place, "sections"))


def _bad_name(keys: SectionKeys, place: Place) -> Iterator[Mistake]:
    given = [key for key in ("heading", "pattern", "any") if getattr(keys, key)]
    if not given:
        yield Mistake(place, "A section of an outline needs “heading”, “pattern” or “any = true”.")
    elif len(given) > 1:
        yield Mistake((*place, given[1]), f"A section can’t have both “{given[0]}” and “{given[1]}”.")


def _bad_times(keys: SectionKeys, place: Place) -> Iterator[Mistake]:
    if keys.optional and keys.min:
        sentence = f"“min” is {keys.min}, but the section is optional; use one of the two."
        yield Mistake((*place, "min"), sentence)
    if keys.min is not None and keys.max is not None and keys.min > keys.max:
        yield Mistake((*place, "max"), f"“max” is {keys.max}; expected at least “min”, which is {keys.min}.")
