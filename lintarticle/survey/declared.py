"""The fields that files of a site declare: collections of Astro and content types of Front Matter CMS.

Both are read as data. Declarations that articles don't obey are left out later, like everything else that a survey
finds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from lintarticle.ranges import Range
from lintarticle.schema.field_spec import FieldSpec
from lintarticle.schema.specs import specs_of_schema
from lintarticle.site.platform_files import at, texts
from lintarticle.survey.platforms import clean
from lintarticle.survey.site_files import settings_in

Fields = Mapping[str, FieldSpec]
"""Fields by name."""


def declared_in(folder: Path, roots: Sequence[str]) -> dict[str, Fields]:
    """Return the fields that a site declares for the articles below some of its folders, by folder."""
    return {**dict(_content_types(folder)), **dict(_collections(folder, roots))}


# --- Astro ------------------------------------------------------------------------------------------------------

_OF_ASTRO = ".astro/collections"


def _collections(folder: Path, roots: Sequence[str]) -> Iterator[tuple[str, Fields]]:
    """Yield the folders of collections with their fields, from the schemas that Astro makes for editors."""
    for path in sorted((folder / _OF_ASTRO).glob("*.schema.json")):
        name = path.name.removesuffix(".schema.json")
        places = [f"src/content/{name}", *(root for root in roots if root.rpartition("/")[2] == name)]
        place = next((each for each in places if (folder / each).is_dir()), "")
        try:
            specs = specs_of_schema(settings_in(path))
        except (TypeError, ValueError, AttributeError):  # no schema at all
            continue
        fields = {key: _writable(spec) for key, spec in specs.items() if not key.startswith("$")}
        if place and fields:
            yield place, fields


def _writable(spec: FieldSpec) -> FieldSpec:
    """Return what to keep of a field of a JSON Schema; the times of Astro's dates may be left out."""
    is_text = spec.type in ("string", "url", "email")
    return FieldSpec(
        type="date" if spec.type == "datetime" else spec.type,
        description=spec.description,
        required=spec.required,
        enum=spec.enum,
        length=spec.length if is_text else None,
        count=spec.count,
        items=_writable(spec.items) if spec.items else None,
        fields={key: _writable(inner) for key, inner in spec.fields.items()},
    )


# --- Front Matter CMS -------------------------------------------------------------------------------------------

_SETTINGS = ("frontmatter.json", ".frontmatter/config.json")
_SPLIT = ".frontmatter/config"
_TYPES, _FOLDERS = "frontMatter.taxonomy.contentTypes", "frontMatter.content.pageFolders"


def _content_types(folder: Path) -> Iterator[tuple[str, Fields]]:
    """Yield the folders of pages with the fields of their content type, where they have one."""
    types, places = [*_parts(folder, _TYPES)], [*_parts(folder, _FOLDERS)]
    by_name = {str(each.get("name")): each for each in types}
    for place in places:
        path = str(place.get("path", "")).replace("[[workspace]]", "")
        names = texts(place.get("contentTypes")) or (list(by_name) if len(by_name) == 1 else ["default"])
        if not set("*?[").intersection(path) and len(names) == 1 and names[0] in by_name:
            yield clean(path), dict(_fields(by_name[names[0]].get("fields")))


def _parts(folder: Path, key: str) -> Iterator[Mapping[str, Any]]:
    """Yield the tables of a setting, which may be divided into files of their own."""
    own = key.rpartition(".")[2].lower()
    files = [path for path in sorted((folder / _SPLIT).rglob("*.json")) if own in map(str.lower, path.parts)]
    whole = (at(settings_in(folder / name), key) for name in _SETTINGS)
    listed = [each for value in whole if isinstance(value, list) for each in value]
    yield from (each for each in (*map(settings_in, files), *listed) if isinstance(each, Mapping) and each)


_KINDS = {"string": "string", "slug": "string", "datetime": "date", "boolean": "boolean", "image": "string",
          "file": "string", "list": "list", "tags": "list", "categories": "list", "taxonomy": "list"}  # fmt: skip
_NO_FIELDS = ("divider", "heading")


def _fields(listed: object) -> Iterator[tuple[str, FieldSpec]]:
    for each in listed if isinstance(listed, list) else ():
        name = at(each, "name")
        if isinstance(name, str) and name and at(each, "type") not in _NO_FIELDS:
            described = replace(_spec(each), description=str(at(each, "description") or ""))
            yield name, replace(described, required=at(each, "required") is True)


def _spec(field: Mapping[str, Any]) -> FieldSpec:
    kind = field.get("type")
    if kind == "fields":
        return FieldSpec(type="object", fields=dict(_fields(field.get("fields"))))
    if kind == "number":
        return FieldSpec(type="number" if at(field, "numberOptions", "isDecimal") else "integer")
    choices = tuple(_choices(field.get("choices"))) if kind == "choice" else ()
    spec = FieldSpec(type="enum", enum=choices) if choices else FieldSpec(type=_KINDS.get(str(kind), "any"))
    if field.get("multiple") and spec.type != "any":
        return FieldSpec(type="list", items=spec)
    most = field.get("taxonomyLimit")
    if spec.type == "list":
        count = Range(None, most) if isinstance(most, int) and most > 0 else None
        one = FieldSpec() if field.get("singleValueAsString") else spec
        return replace(one, items=FieldSpec(type="string"), count=count) if one.type == "list" else one
    return spec


def _choices(listed: object) -> Iterable[str]:
    for each in listed if isinstance(listed, list) else ():
        text = at(each, "id") if isinstance(each, Mapping) else each
        if text not in (None, ""):
            yield str(text)
