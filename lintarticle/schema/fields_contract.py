"""A table of fields as a contract, and as JSON Schema 2020-12 for the completion and the hovers of editors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lintarticle.article.article import Article
from lintarticle.article.metadata.dates import has_form, is_to_be_filled_in
from lintarticle.article.metadata.metadata import ALIASES
from lintarticle.article.values import Entry, Fault
from lintarticle.ranges import Range
from lintarticle.rule import Context
from lintarticle.schema import faults
from lintarticle.schema.contract import (
    Contract,
    FoundFields,
    Place,
    Subject,
    called,
    entry_of_field,
    node_at,
    subject_of,
)
from lintarticle.schema.faults import unknown_keys
from lintarticle.schema.field_spec import DATE_TYPES, FieldSpec, is_empty, meant
from lintarticle.schema.relations import Group, between_fields, references
from lintarticle.schema.value_checks import Test, test_of_fields

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails


@dataclass(frozen=True)
class FieldsContract(Contract):
    """What each field must be like. `strict`: keys that are not among `fields` are violations."""

    fields: Mapping[str, FieldSpec]
    strict: bool = False

    def __getstate__(self) -> dict[str, Any]:
        """Leave the model out: the process that receives the contract makes it again."""
        return {"fields": self.fields, "strict": self.strict}

    @cached_property
    def _model(self) -> type[BaseModel]:
        from lintarticle.schema.fields_model import model_of

        return model_of(self.fields)

    @cached_property
    def _are_right(self) -> Test:
        return test_of_fields(self.fields)

    @cached_property
    def _referring(self) -> dict[str, FieldSpec]:
        """The fields whose values name something that must exist."""
        return {name: spec for name, spec in self.fields.items() if spec.refers}

    def violations(self, article: Article, context: Context) -> Iterator[Fault]:
        """Yield every violation, those of one kind in the order of the table."""
        if article.is_template or not (article.front_matter or article.blocks):
            return
        subject = subject_of(article, self.fields)
        found = self._found(article, subject)
        unknown, resembled = unknown_keys(article, context.site, self.fields, found, strict=self.strict)
        for fault in self._of_values(article, context, found, resembled):
            if fault.kind != "required" or article.tells_what_is_missing:
                yield fault
        for fault in between_fields(article, self.fields, Group(found.entries, found.values)):
            if fault.kind != "required" or article.tells_what_is_missing:
                yield fault
        yield from references(article, context, self._referring, found.entries)
        yield from unknown

    def json_schema(self) -> dict[str, Any]:
        """Return the fields as a JSON Schema."""
        return schema_of_fields(self.fields, strict=self.strict)

    def found_in(self, article: Article) -> Mapping[str, Entry]:
        """Return the entries of an article by the names of the fields that they are."""
        return self._found(article, subject_of(article, self.fields)).entries

    def _found(self, article: Article, subject: Subject) -> FoundFields:
        entries: dict[str, Entry] = {}
        values: dict[str, object] = {}
        written = {entry.key.text: entry for entry in subject.root.entries}
        has_front_matter = article.front_matter is not None
        for name, spec in self.fields.items():
            entry = written.get(name) if not spec.names else None
            is_there = entry is not None and not is_empty(entry.value)
            if not is_there and (spec.names or name in ALIASES):
                entry = self._under_other_names(article, written, name, spec)
                is_there = entry is not None and not is_empty(entry.value)
            if entry is None:
                continue
            entries[name] = entry
            if is_there:
                from_text = not has_front_matter or entry.key.text in subject.lenient
                values[name] = meant(entry.value, spec, lenient=from_text)
        return FoundFields(entries, values, subject)

    def _under_other_names(
        self, article: Article, written: Mapping[str, Entry], name: str, spec: FieldSpec
    ) -> Entry | None:
        """Return the entry of a field under its own names, else under another name of our field."""
        entries = [written[each] for each in spec.names or (name,) if each in written]
        if not spec.names:
            for field in article.metadata.all(name):
                is_own = field.origin != "heading" or article.front_matter is None
                if is_own and field.key not in self.fields:
                    entries.append(entry_of_field(field, field.key))
        filled = (entry for entry in entries if not is_empty(entry.value))
        return next(filled, entries[0] if entries else None)

    def _of_values(
        self, article: Article, context: Context, found: FoundFields, resembled: Mapping[str, Entry]
    ) -> Iterator[Fault]:
        if self._are_right(dict(found.values)):
            return
        from pydantic import ValidationError

        try:
            self._model.model_validate(dict(found.values))
        except ValidationError as error:
            for detail in error.errors(include_url=False, include_input=False):
                if not self._is_read_as_date(context, found, detail["loc"]):
                    yield self._fault(article, context, found, resembled, detail)

    def _is_read_as_date(self, context: Context, found: FoundFields, place: Place) -> bool:
        """Whether the value at a place is a date for the site, as it is for `dates/invalid`."""
        spec: FieldSpec | None = self.fields.get(str(place[0]))
        for part in place[1:]:
            spec = spec and (spec.items if isinstance(part, int) else spec.fields.get(part))
        node, _ = node_at(found.root, place)
        if spec is None or spec.type not in DATE_TYPES or node.kind != "string":
            return False
        forms = getattr(context.options.get("dates/invalid"), "forms", ())
        return is_to_be_filled_in(node.text) or has_form(node.text, forms)

    def _fault(
        self,
        article: Article,
        context: Context,
        found: FoundFields,
        resembled: Mapping[str, Entry],
        detail: ErrorDetails,
    ) -> Fault:
        place: Place = detail["loc"]
        if detail["type"] == "missing":
            name = str(place[-1])
            if len(place) == 1:
                names = context.site.fields.get(name) or ALIASES.get(name, ())
                spec = self.fields[name]
                help_ = spec.description
                if name in resembled and name not in found.entries:
                    return faults.misspelt(article, name, resembled[name])._replace(help=help_)
                entry = found.entries.get(name)
                return faults.missing(article, name, entry, names=spec.names or names)._replace(help=help_)
            return faults.missing_inside(article, place, *node_at(found.root, place[:-1]))
        node, _ = node_at(found.root, place)
        shown = called((found.entries[str(place[0])].key.text, *place[1:]))
        return faults.wrong_value(article, shown, node, detail)


DIALECT = "https://json-schema.org/draft/2020-12/schema"

_TYPES: Mapping[str, dict[str, Any]] = {
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string"},
    "datetime": {"type": "string"},
    "list": {"type": "array"},
    "object": {"type": "object"},
    "url": {"type": "string", "format": "uri"},
    "email": {"type": "string", "format": "email"},
    "slug": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    "enum": {},
    "any": {},
}


def schema_of_fields(fields: Mapping[str, FieldSpec], *, strict: bool = False) -> dict[str, Any]:
    """Return the schema of a whole front matter."""
    return {"$schema": DIALECT, **_group(fields, strict=strict)}


def _group(fields: Mapping[str, FieldSpec], *, strict: bool) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "object", "properties": {name: _schema(spec) for name, spec in fields.items()}}
    required = [name for name, spec in fields.items() if spec.required]
    if required:
        schema["required"] = required
    conditions = [
        _condition(name, other, wanted, fields.get(other))
        for name, spec in fields.items()
        for other, wanted in spec.required_if.items()
    ]
    conditions += [{"not": {"required": [name, other]}} for name, spec in fields.items() for other in spec.not_with]
    if conditions:
        schema["allOf"] = conditions
    if strict:
        schema["additionalProperties"] = False
    return schema


def _condition(name: str, other: str, wanted: tuple[object, ...], spec: FieldSpec | None) -> dict[str, Any]:
    condition: dict[str, Any] = {"required": [other]}
    if wanted:
        choice: dict[str, Any] = {"enum": [_plain(value) for value in wanted]}
        condition["properties"] = {other: {"contains": choice} if spec and spec.type == "list" else choice}
    return {"if": condition, "then": {"required": [name]}}


def _schema(spec: FieldSpec) -> dict[str, Any]:
    schema = dict(_TYPES.get(spec.type, {"type": "string"}))
    if spec.type in ("string", "text"):
        schema = {"type": ["string", "number"]}
    if spec.unicode:
        schema.pop("pattern", None)
    if spec.fields:
        schema |= _group(spec.fields, strict=spec.strict)
    if spec.items:
        schema["items"] = _schema(spec.items)
    if spec.enum:
        schema = {"enum": [_plain(value) for value in spec.enum]}
    if spec.pattern:
        schema["pattern"] = f"^(?:{spec.pattern})$"
    if spec.unique:
        schema["uniqueItems"] = True
    _bound(schema, spec.length, "minLength", "maxLength")
    _bound(schema, spec.count, "minItems", "maxItems")
    _bound(schema, spec.range, "minimum", "maximum")
    return schema | _annotations(spec)


def _annotations(spec: FieldSpec) -> dict[str, Any]:
    description = " ".join(
        part for part in (spec.description, spec.deprecated and f"No longer used: {spec.deprecated}.") if part
    )
    annotations: dict[str, Any] = {"description": description} if description else {}
    if spec.default is not None:
        annotations["default"] = _plain(spec.default)
    if spec.deprecated:
        annotations["deprecated"] = True
    return annotations


def _bound(schema: dict[str, Any], bounds: Range | None, least: str, most: str) -> None:
    for key, end in ((least, bounds.least), (most, bounds.most)) if bounds else ():
        if end is not None:
            schema[key] = int(end) if end == int(end) else end


def _plain(value: object) -> object:
    """Return a value of TOML as JSON has it."""
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return value


def schema_of_known_fields() -> dict[str, Any]:
    """Return a schema that knows the names of our own fields and asks for nothing."""
    properties = {
        name: {"description": f"The {field.replace('_', ' ')} of the article."}
        for field, names in ALIASES.items()
        for name in names
        if "." not in name and ":" not in name
    }
    return {"$schema": DIALECT, "type": "object", "properties": properties}
