"""A table of fields as a contract: what pydantic says of the values, and what fields say of each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lintarticle.article.article import Article
from lintarticle.article.metadata.field_table import ALIASES
from lintarticle.article.values import Entry, Fault
from lintarticle.rule import Context
from lintarticle.schema import faults
from lintarticle.schema.between_fields import Group, between_fields
from lintarticle.schema.coercion import is_empty, meant
from lintarticle.schema.contract import Contract, Place
from lintarticle.schema.field_spec import FieldSpec
from lintarticle.schema.references import references
from lintarticle.schema.subject import Found, Subject, called, entry_of_field, node_at, subject_of
from lintarticle.schema.unknown_keys import unknown_keys

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails


@dataclass(frozen=True)
class FieldsContract(Contract):
    """What each field must be like. `strict`: keys that are not among `fields` are violations."""

    fields: Mapping[str, FieldSpec]
    strict: bool = False

    def __getstate__(self) -> dict[str, Any]:
        """Leave the model out: it is made anew where the contract goes."""
        return {"fields": self.fields, "strict": self.strict}

    @cached_property
    def _model(self) -> type[BaseModel]:
        from lintarticle.schema.fields_model import model_of

        return model_of(self.fields)

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
        from lintarticle.schema.editor_schema import schema_of_fields

        return schema_of_fields(self.fields, strict=self.strict)

    def _found(self, article: Article, subject: Subject) -> Found:
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
        return Found(entries, values, subject)

    def _under_other_names(
        self, article: Article, written: Mapping[str, Entry], name: str, spec: FieldSpec
    ) -> Entry | None:
        """Return the entry of a field under its own names, else under one that our field of this name goes by."""
        entries = [written[each] for each in spec.names or (name,) if each in written]
        if not spec.names:
            for field in article.metadata.all(name):
                is_own = field.origin != "heading" or article.front_matter is None
                if is_own and field.key not in self.fields:
                    entries.append(entry_of_field(field, field.key))
        filled = (entry for entry in entries if not is_empty(entry.value))
        return next(filled, entries[0] if entries else None)

    def _of_values(
        self, article: Article, context: Context, found: Found, resembled: Mapping[str, Entry]
    ) -> Iterator[Fault]:
        from pydantic import ValidationError

        try:
            self._model.model_validate(dict(found.values))
        except ValidationError as error:
            for detail in error.errors(include_url=False, include_input=False):
                yield self._fault(article, context, found, resembled, detail)

    def _fault(
        self, article: Article, context: Context, found: Found, resembled: Mapping[str, Entry], detail: ErrorDetails
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
