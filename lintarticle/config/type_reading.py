"""`[types.NAME]` to a type of article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lintarticle.config.article_type import ArticleType
from lintarticle.config.contract_reading import Folders, read_contract
from lintarticle.config.document import Document
from lintarticle.config.globs import Globs
from lintarticle.config.layer_reading import read_layer
from lintarticle.config.mistakes import Mistake
from lintarticle.config.outline_reading import read_outline
from lintarticle.config.preset_reading import read_presets
from lintarticle.config.schema import ConfigKeys, TypeKeys


def read_types(
    types: Mapping[str, TypeKeys], document: Document, definitions: Mapping[str, Any], folders: Folders
) -> tuple[list[ArticleType], list[Mistake]]:
    """Return the types of a file in its order, and what is wrong with them.

    `definitions` are the fields, from this file and those that it extends, that others may name as their type.
    """
    found: list[ArticleType] = []
    mistakes: list[Mistake] = []
    for name, keys in types.items():
        kind, more = _read_type(name, keys, document)
        at, values = ("types", name), document.values["types"][name]
        contract, wrong = read_contract(keys, values, definitions, folders, at)
        found.append(kind.replaced(contract=contract))
        mistakes += wrong
        mistakes += more
    return found, mistakes


def models_left_out(keys: ConfigKeys, document: Document, folders: Folders) -> Iterator[str]:
    """Yield the places of the models that are not imported because no code may be run."""
    for name, kind in keys.types.items():
        if kind.model is not None and folders.may_name_code and folders.no_code:
            yield document.place(("types", name, "model"), at_key=True)


def _read_type(name: str, keys: TypeKeys, document: Document) -> tuple[ArticleType, list[Mistake]]:
    at = ("types", name)
    layer, mistakes = read_layer(keys, document.values["types"][name], at, f"type {name} in {document.shown}")
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
