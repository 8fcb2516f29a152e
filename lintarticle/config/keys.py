"""The shape of `lintarticle.toml`. Importing this costs 100 ms (pydantic): only where there is something to check."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_type_hints

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, WithJsonSchema, create_model
from pydantic_core import PydanticCustomError

from lintarticle.config.document import EXPECTED, SENTENCE, Mistake, check
from lintarticle.config.preset import NAMES
from lintarticle.config.settings import declared
from lintarticle.patterns import fault_of
from lintarticle.ranges import Range
from lintarticle.rule import Option, Options
from lintarticle.wording import did_you_mean

MOST_SECTIONS = 300
"""How many sections one level of an outline may ask for."""
LONGEST_PATTERN = 500
"""How many characters a pattern may have."""
MOST_COPIES = 100
"""How often one section may be asked for."""


class Keys(BaseModel):
    """A table of the configuration: keys are spelt with hyphens, unknown ones are mistakes."""

    model_config = ConfigDict(extra="forbid", alias_generator=lambda name: name.replace("_", "-"))


# --- values that are written in several ways ------------------------------------------------------------------


def _one_or_several(value: object) -> object:
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value


def _texts(value: object) -> tuple[str, ...]:
    texts = [value] if isinstance(value, str) else value
    if isinstance(texts, list) and texts and all(isinstance(text, str) and text.strip() for text in texts):
        return tuple(texts)
    raise PydanticCustomError(EXPECTED, "text in quotes or a list of texts")


def _amount(value: object) -> Range:
    return _range(value, whole=True)


def _range(value: object, *, whole: bool = False) -> Range:
    found = Range.of(value, whole=whole)
    if isinstance(found, str):
        raise PydanticCustomError(EXPECTED, "{text}", {"text": found})
    return found


def _pattern(value: object) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError(EXPECTED, "text in quotes")
    if len(value) > LONGEST_PATTERN:
        message = f"The pattern has {len(value)} characters; expected at most {LONGEST_PATTERN}."
        raise PydanticCustomError(SENTENCE, "{text}", {"text": message})
    if fault := fault_of(value):
        raise PydanticCustomError(SENTENCE, "{text}", {"text": fault})
    return value


class Code(BaseModel):
    """How many code blocks, and in which language; "" is any."""

    count: Range
    language: str = ""


def _code(value: object) -> Code:
    if not isinstance(value, dict):
        return Code(count=_amount(value))
    for key in value:
        if key not in ("lang", "count"):
            near = did_you_mean(key, ("lang", "count"), listed=False)
            raise PydanticCustomError(EXPECTED, "{text}", {"text": f"a range, or a table with lang and count.{near}"})
    language = value.get("lang", "")
    if not isinstance(language, str):
        raise PydanticCustomError(EXPECTED, "a table whose lang is text in quotes")
    return Code(count=_amount(value.get("count", "1..")), language=language)


def _conditions(value: object) -> tuple[str, ...]:
    conditions = value if isinstance(value, list) else [value]
    if not conditions or not all(isinstance(each, (str, int, float)) for each in conditions):
        raise PydanticCustomError(EXPECTED, "text, a number, true, false or a list of them")
    return tuple(str(each).lower() if isinstance(each, bool) else str(each) for each in conditions)


_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_ANY_RANGE = {"anyOf": [_COUNT, {"type": "string", "pattern": r"^\s*(\d+|\d+\s*\.\.\s*\d*|\.\.\s*\d+)\s*$"}]}
_VALUE = {"type": ["string", "number", "boolean"]}

Texts = Annotated[
    tuple[str, ...],
    PlainValidator(_texts),
    WithJsonSchema({"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]}),
]
Numbers = Annotated[Range, PlainValidator(_range), WithJsonSchema({"type": ["string", "number"]})]
Pattern = Annotated[str, PlainValidator(_pattern), WithJsonSchema({"type": "string", "maxLength": LONGEST_PATTERN})]
Amount = Annotated[Range, PlainValidator(_amount), WithJsonSchema(_ANY_RANGE)]
CodeAmount = Annotated[
    Code,
    PlainValidator(_code),
    WithJsonSchema(
        {
            "anyOf": [
                *_ANY_RANGE["anyOf"],
                {"type": "object", "properties": {"lang": _TEXT, "count": _ANY_RANGE}, "additionalProperties": False},
            ]
        }
    ),
]
Conditions = Annotated[
    tuple[str, ...],
    PlainValidator(_conditions),
    WithJsonSchema({"anyOf": [_VALUE, {"type": "array", "items": _VALUE, "minItems": 1}]}),
]

_PRESET = {"type": "string", "enum": [*NAMES]}

PresetNames = Annotated[
    tuple[str, ...],
    BeforeValidator(_one_or_several),
    WithJsonSchema({"anyOf": [_PRESET, {"type": "array", "items": _PRESET}]}),
]
"""A list of names that may be written as one text where it has one. That there is a preset is checked elsewhere."""


# --- options of rules -----------------------------------------------------------------------------------------


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


# --- settings, as they are declared ---------------------------------------------------------------------------

TABLES = {
    "front-matter": "Forms of front matter that are read.",
    "illustrations": "Images that are made from briefs.",
}
"""The tables that settings are in, with what they are for."""


def _plain(default: object) -> object:
    return dict(default) if isinstance(default, Mapping) else default


def _setting_keys(*, in_types: bool) -> dict[str, Any]:
    """Return the keys of settings for `create_model`; `fields` of a type is something else."""
    keys: dict[str, Any] = {}
    tables: dict[str, dict[str, Any]] = {name: {} for name in TABLES}
    for each in declared():
        if each.key != "fields" or not in_types:
            place = tables[each.setting.table] if each.setting.table else keys
            place[each.attribute] = (
                each.type,
                Field(default=_plain(each.default), description=each.setting.description),
            )
    for name, below in tables.items():
        model = create_model(f"{name.title().replace('-', '')}Keys", __base__=Keys, **below)
        keys[name.replace("-", "_")] = (model, Field(default=model(), description=TABLES[name]))
    return keys


# --- tables ---------------------------------------------------------------------------------------------------


class RuleKeys(Keys):
    """The settings of rules."""

    preset: PresetNames = Field(default=(), description="Platforms and stages to start from; later ones win.")
    select: tuple[str, ...] | None = Field(default=None, description="Rules or families to run; ALL means every rule.")
    ignore: tuple[str, ...] = Field(default=(), description="Rules or families not to run.")
    rules: dict[str, Any] = Field(default={}, description="Rule → severity, or a table with severity and options.")


if TYPE_CHECKING:
    LayerKeys = RuleKeys
    TypeLayerKeys = RuleKeys
else:
    TypeLayerKeys = create_model("TypeLayerKeys", __base__=RuleKeys, **_setting_keys(in_types=True))
    LayerKeys = create_model("LayerKeys", __base__=RuleKeys, **_setting_keys(in_types=False))


class OverrideKeys(LayerKeys):
    """One `[[overrides]]`: what is different for some files."""

    files: tuple[str, ...] = Field(description="Patterns of the files, as in .gitignore.")


class SectionKeys(Keys):
    """One section of an outline."""

    heading: Texts | None = Field(default=None, description="The heading, or a list of alternatives.")
    pattern: Pattern | None = Field(default=None, description="A pattern that the whole heading matches.")
    any: bool = Field(default=False, description="Any section that no other item of the outline matches.")
    optional: bool = Field(default=False, description="The section may be missing.")
    min: int | None = Field(default=None, ge=0, le=MOST_COPIES, description="Minimum number of such sections.")
    max: int | None = Field(default=None, ge=1, le=MOST_COPIES, description="Maximum number of such sections.")
    level: int | None = Field(default=None, ge=1, le=6, description="The level that the heading must have.")
    description: str = Field(default="", description="What belongs in the section, for its writer.")
    words: Amount | None = Field(default=None, description="How many words it has, without its subsections.")
    images: Amount | None = Field(default=None, description="How many images.")
    code: CodeAmount | None = Field(default=None, description="How many code blocks, optionally of one language.")
    lists: Amount | None = Field(default=None, description="How many lists.")
    tables: Amount | None = Field(default=None, description="How many tables.")
    links: Amount | None = Field(default=None, description="How many links.")
    must_contain: Texts | None = Field(default=None, description="Texts that the section must contain.")
    must_not_contain: Texts | None = Field(default=None, description="Texts that it must not contain.")
    must_link: bool = Field(default=False, description="The section must contain a link.")
    sections: tuple[SectionKeys, ...] | None = Field(
        default=None, max_length=MOST_SECTIONS, description="The sections below it."
    )
    additional: bool | None = Field(default=None, description="Other sections below it are allowed.")
    ordered: bool | None = Field(default=None, description="The order of the sections below it matters.")


class OutlineKeys(Keys):
    """`[types.NAME.outline]`: the sections that a type of article has."""

    sections: tuple[SectionKeys, ...] = Field(max_length=MOST_SECTIONS, description="The sections, in order.")
    additional: bool = Field(default=True, description="Sections that the outline does not name are allowed.")
    ordered: bool = Field(default=True, description="The order of the sections matters.")


class TypeKeys(TypeLayerKeys):
    """`[types.NAME]`: one kind of article."""

    files: tuple[str, ...] = Field(default=(), description="Patterns of its files, as in .gitignore.")
    where: dict[str, Conditions] = Field(default={}, description="Front matter key → the value, or one of several.")
    fields: dict[str, Any] = Field(default={}, description="What its metadata must contain, field by field.")
    json_schema: str | None = Field(default=None, description="A JSON Schema for its metadata.")
    model: str | None = Field(default=None, description="A pydantic model for its metadata, as module:Class.")
    strict: bool | None = Field(default=None, description="Keys that the schema does not name are errors.")
    outline: OutlineKeys | None = Field(default=None, description="The sections that it must have, in order.")


class ConfigKeys(LayerKeys):
    """The whole file."""

    extends: Texts = Field(default=(), description="Configuration files that this one builds on; later ones win.")
    include: tuple[str, ...] = Field(default=(), description="Patterns of the articles, as in .gitignore.")
    exclude: tuple[str, ...] = Field(default=(), description="Patterns of files to leave out, as in .gitignore.")
    allow_outside: tuple[str, ...] = Field(
        default=(), description="Folders and files outside the repository that may be read."
    )
    plugins: tuple[str, ...] = Field(
        default=(), description="Modules or folders of the repository with the site’s own rules."
    )
    baseline: str | None = Field(default=None, min_length=1, description="A file of known problems to leave out.")
    definitions: dict[str, Any] = Field(default={}, description="Descriptions of fields that types can use by name.")
    types: dict[str, TypeKeys] = Field(default={}, description="The kinds of articles, by name.")
    type_key: str | None = Field(default=None, description="The front matter key by which an article names its type.")
    overrides: tuple[OverrideKeys, ...] = Field(default=(), description="Settings for some files only.")
