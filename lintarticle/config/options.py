"""The options of a rule as a configuration gives them: checked against the annotations of its options class."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel, Field, create_model

from lintarticle.config.mistakes import Mistake, check
from lintarticle.config.schema import Keys
from lintarticle.rule import Option, Options


def check_options(options: type[Options], values: Mapping[str, Any]) -> tuple[dict[str, object], list[Mistake]]:
    """Return the checked values by attribute name, and what is wrong with them; keys are spelt with hyphens."""
    model, mistakes = check(options_model(options), values)
    return (model.model_dump(exclude_unset=True) if model else {}), mistakes


def options_model(options: type[Options]) -> type[BaseModel]:
    """Build the pydantic model of an options class: same names, types, defaults, descriptions and bounds."""
    hints = get_type_hints(options, include_extras=True)
    fields: dict[str, Any] = {name: (_type(hint), _field(hint, getattr(options, name))) for name, hint in hints.items()}
    model: type[BaseModel] = create_model(options.__name__, __base__=Keys, **fields)
    return model


def _type(hint: object) -> object:
    return get_args(hint)[0] if hasattr(hint, "__metadata__") else hint


def _field(hint: object, default: object) -> object:
    option = next((extra for extra in get_args(hint)[1:] if isinstance(extra, Option)), Option(""))
    if any(kind in (int, float) for kind in (_type(hint), *get_args(_type(hint)))):
        return Field(default, description=option.description, ge=option.at_least, le=option.at_most)
    return Field(default, description=option.description)
