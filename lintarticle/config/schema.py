"""The shape of `lintarticle.toml`. Importing this costs 100 ms (pydantic): only where there is something to check."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from lintarticle.article.views.anchors import Slugger
from lintarticle.config.preset import NAMES
from lintarticle.config.settings import Drafts
from lintarticle.config.values import Amount, CodeAmount, Conditions, Texts

MOST_SECTIONS = 300
"""How many sections one level of an outline may ask for."""
MOST_COPIES = 100
"""How often one section may be asked for."""


def _kebab(name: str) -> str:
    return name.replace("_", "-")


def _one_or_several(value: object) -> object:
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value


_PRESET = {"type": "string", "enum": [*NAMES]}

PresetNames = Annotated[
    tuple[str, ...],
    BeforeValidator(_one_or_several),
    WithJsonSchema({"anyOf": [_PRESET, {"type": "array", "items": _PRESET}]}),
]
"""A list of names that may be written as one text where it has one. That there is a preset is checked elsewhere."""


class Keys(BaseModel):
    """A table of the configuration: keys are spelt with hyphens, unknown ones are mistakes."""

    model_config = ConfigDict(extra="forbid", alias_generator=_kebab)


class FrontMatterKeys(Keys):
    """`front-matter`: forms of front matter that are read beside the usual ones."""

    code_fence: bool | None = Field(default=None, description="A code fence at the top of the file is front matter.")
    headers: bool | None = Field(default=None, description="Unfenced “Key: value” lines at the top are front matter.")
    unopened: bool | None = Field(default=None, description="Keys that only a closing fence ends are front matter.")


class LayerKeys(Keys):
    """What a configuration, a preset, a type and an override may all say."""

    preset: PresetNames = Field(default=(), description="Platforms and stages to start from, later wins.")
    select: tuple[str, ...] | None = Field(default=None, description="Rules or families that run; ALL is every rule.")
    ignore: tuple[str, ...] = Field(default=(), description="Rules or families that don't run.")
    rules: dict[str, Any] = Field(default={}, description="Rule → severity, or a table of severity and options.")
    drafts: Drafts | None = Field(default=None, description="What becomes of the errors of a draft.")
    labels: dict[str, tuple[str, ...]] = Field(default={}, description="Field → more labels for metadata blocks.")
    static_dirs: tuple[str, ...] | None = Field(default=None, description="Folders that site-rooted paths lead to.")
    renders_title: bool | None = Field(
        default=None, description="The theme prints the title field as the page's heading."
    )
    slugger: Slugger | None = Field(default=None, description="How headings become anchors, by platform.")
    known_keys: tuple[str, ...] = Field(
        default=(), description="Keys of front matter that the platform or the site gives a meaning."
    )
    schemas_in_articles: bool | None = Field(
        default=None, description="An article may name its own JSON Schema, by the key $schema."
    )
    front_matter: FrontMatterKeys = Field(default=FrontMatterKeys(), description="Forms of front matter that are read.")


class FieldNameKeys(LayerKeys):
    """The same, and which names a field has: what everything but a type may say."""

    fields: dict[str, tuple[str, ...]] = Field(
        default={}, description="Field → the names that count as it, first wins."
    )


class OverrideKeys(FieldNameKeys):
    """One `[[overrides]]`: what is different for some files."""

    files: tuple[str, ...] = Field(description="Patterns of the files, as in .gitignore.")


class SectionKeys(Keys):
    """One section of an outline."""

    heading: Texts | None = Field(default=None, description="The heading, or several that are as good.")
    pattern: str | None = Field(default=None, max_length=500, description="A pattern that the whole heading matches.")
    any: bool = Field(default=False, description="Any section that no other item of the outline names.")
    optional: bool = Field(default=False, description="The section may be missing.")
    min: int | None = Field(default=None, ge=0, le=MOST_COPIES, description="How many of them at least.")
    max: int | None = Field(default=None, ge=1, le=MOST_COPIES, description="How many of them at most.")
    level: int | None = Field(default=None, ge=1, le=6, description="The level that the heading must have.")
    description: str = Field(default="", description="What belongs in the section, for its writer.")
    words: Amount | None = Field(default=None, description="How many words of its own.")
    images: Amount | None = Field(default=None, description="How many images.")
    code: CodeAmount | None = Field(default=None, description="How many code blocks, perhaps of one language.")
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


class TypeKeys(LayerKeys):
    """`[types.NAME]`: one kind of article."""

    files: tuple[str, ...] = Field(default=(), description="Patterns of its files, as in .gitignore.")
    where: dict[str, Conditions] = Field(default={}, description="Front matter key → the value, or one of several.")
    fields: dict[str, Any] = Field(default={}, description="What its metadata must hold, field by field.")
    json_schema: str | None = Field(default=None, description="A JSON Schema for its metadata.")
    model: str | None = Field(default=None, description="A pydantic model for its metadata, as module:Class.")
    strict: bool | None = Field(default=None, description="Metadata that the schema does not name are mistakes.")
    outline: OutlineKeys | None = Field(default=None, description="The sections that it must have.")


class ConfigKeys(FieldNameKeys):
    """The whole file."""

    extends: Texts = Field(default=(), description="Configuration files that this one builds on, the last strongest.")
    include: tuple[str, ...] = Field(default=(), description="Patterns of the articles, as in .gitignore.")
    exclude: tuple[str, ...] = Field(default=(), description="Patterns of files that are none.")
    allow_outside: tuple[str, ...] = Field(
        default=(), description="Folders and files outside the repository that may be read."
    )
    baseline: str | None = Field(default=None, min_length=1, description="A file of known problems to leave out.")
    definitions: dict[str, Any] = Field(default={}, description="Fields of types that others may name as their type.")
    types: dict[str, TypeKeys] = Field(default={}, description="The kinds of articles, by name.")
    type_key: str | None = Field(default=None, description="The front matter key by which an article names its type.")
    overrides: tuple[OverrideKeys, ...] = Field(default=(), description="What is different for some files.")
