"""The shape of `lintarticle.toml`. Importing this costs 100 ms (pydantic): only where there is something to check."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from lintarticle.article.anchors import Slugger
from lintarticle.config.settings import Drafts


def _kebab(name: str) -> str:
    return name.replace("_", "-")


def _one_or_several(value: object) -> object:
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value


_LIST_OF_TEXTS = {"type": "array", "items": {"type": "string"}}

OneOrSeveral = Annotated[
    tuple[str, ...],
    BeforeValidator(_one_or_several),
    WithJsonSchema({"anyOf": [{"type": "string"}, _LIST_OF_TEXTS]}),
]
"""A list of texts that may be written as one text where it has one."""


class Keys(BaseModel):
    """A table of the configuration: keys are spelt with hyphens, unknown ones are mistakes."""

    model_config = ConfigDict(extra="forbid", alias_generator=_kebab)


class FrontMatterKeys(Keys):
    """`front-matter`: forms of front matter that are read beside the usual ones."""

    code_fence: bool | None = Field(default=None, description="A code fence at the top of the file is front matter.")
    headers: bool | None = Field(default=None, description="Unfenced “Key: value” lines at the top are front matter.")


class LayerKeys(Keys):
    """What a configuration, a preset, a type and an override may all say."""

    preset: OneOrSeveral = Field(default=(), description="Platforms and stages to start from, later wins.")
    select: tuple[str, ...] | None = Field(default=None, description="Rules or families that run; ALL is every rule.")
    ignore: tuple[str, ...] = Field(default=(), description="Rules or families that don't run.")
    rules: dict[str, Any] = Field(default={}, description="Rule → severity, or a table of severity and options.")
    drafts: Drafts | None = Field(default=None, description="What becomes of the errors of a draft.")
    fields: dict[str, tuple[str, ...]] = Field(
        default={}, description="Field → the names that count as it, first wins."
    )
    labels: dict[str, tuple[str, ...]] = Field(default={}, description="Field → more labels for metadata blocks.")
    static_dirs: tuple[str, ...] | None = Field(default=None, description="Folders that site-rooted paths lead to.")
    renders_title: bool | None = Field(
        default=None, description="The theme prints the title field as the page's heading."
    )
    slugger: Slugger | None = Field(default=None, description="How headings become anchors, by platform.")
    known_keys: tuple[str, ...] = Field(
        default=(), description="Keys of front matter that the platform or the site gives a meaning."
    )
    front_matter: FrontMatterKeys = Field(default=FrontMatterKeys(), description="Forms of front matter that are read.")


class OverrideKeys(LayerKeys):
    """One `[[overrides]]`: what is different for some files."""

    files: tuple[str, ...] = Field(description="Patterns of the files, as in .gitignore.")


class ConfigKeys(LayerKeys):
    """The whole file."""

    include: tuple[str, ...] = Field(default=(), description="Patterns of the articles, as in .gitignore.")
    exclude: tuple[str, ...] = Field(default=(), description="Patterns of files that are none.")
    overrides: tuple[OverrideKeys, ...] = Field(default=(), description="What is different for some files.")
