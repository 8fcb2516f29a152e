"""Specifications of fields to a pydantic model. Imports pydantic, 100 ms: only where a value is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainValidator, create_model
from pydantic_core import PydanticCustomError

from lintarticle.schema.field_spec import FieldSpec
from lintarticle.schema.value_checks import Check, WrongValueError, checks, type_checks


def model_of(fields: Mapping[str, FieldSpec]) -> type[BaseModel]:
    """Build the model of a group of fields; its aliases are their names."""
    annotations: dict[str, Any] = {
        f"field_{number}": (_annotation(spec), Field(default=... if spec.required else None, alias=name))
        for number, (name, spec) in enumerate(fields.items())
    }
    config = ConfigDict(strict=True, extra="ignore", validate_default=False)
    model: type[BaseModel] = create_model("Fields", __config__=config, **annotations)
    return model


def _annotation(spec: FieldSpec) -> Any:  # noqa: ANN401 - an annotation may be any form of type
    """Return the type of a field, its checks around it."""
    base: Any = Any
    if spec.type == "list":
        base = list[_annotation(spec.items)] if spec.items else list[Any]  # type: ignore[misc] # made at run time
    elif spec.type == "object":
        base = model_of(spec.fields) if spec.fields else dict[str, Any]
    for check in type_checks(spec):
        base = Annotated[base, PlainValidator(_validator(check))]
    for check in checks(spec):
        base = Annotated[base, AfterValidator(_validator(check))]
    return base


def _validator(check: Check) -> Callable[[object], object]:
    """Return a check as pydantic runs it."""

    def validator(value: object) -> object:
        try:
            check(value)
        except WrongValueError as error:
            raise PydanticCustomError(error.kind, "{expected}", dict(error.context)) from None
        return value

    return validator
