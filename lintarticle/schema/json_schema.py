"""A JSON Schema as a contract, drafts 4 to 2020-12, validated by the library `jsonschema-rs`.

The library comes with the extra `lintarticle[json-schema]`: its wheel is 6 MB, 15 unpacked, more than all that
lintarticle needs otherwise, and most sites have no JSON Schema.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintarticle.article.article import Article
from lintarticle.article.markdown.targets import local_target
from lintarticle.article.values import Fault, Node
from lintarticle.boundary import Boundary
from lintarticle.problem import Uncheckable, UnusableSetting
from lintarticle.rule import Context
from lintarticle.schema.contract import Contract, ContractError, Subject, subject_of
from lintarticle.schema.json_schema_files import SchemaFiles, read_schema_files
from lintarticle.schema.json_schema_graph import SchemaGraph
from lintarticle.source import Span

if TYPE_CHECKING:
    import jsonschema_rs


MISSING_LIBRARY = (
    "JSON Schemas need the library jsonschema-rs: install “lintarticle[json-schema]”; "
    "in a pre-commit configuration, add jsonschema-rs to additional_dependencies"
)

MOST_WORK = 1_000_000
"""How many times schemas may look at the values of one article: our own figure, a tenth of a second at most."""

MOST_WORK_FOR_ALL = 20_000
"""The same where all violations are wanted, which costs a thousand times as much; beyond it one is enough."""


@dataclass(frozen=True)
class JsonSchemaContract(Contract):
    """What a JSON Schema says. `strict`: top-level keys that it does not name are violations, too."""

    files: SchemaFiles
    strict: bool = False

    def __getstate__(self) -> dict[str, Any]:
        """Leave the validator out: the process that receives the contract makes it again."""
        return {"files": self.files, "strict": self.strict}

    @cached_property
    def _validator(self) -> jsonschema_rs.Validator:
        return validator(self.files)

    @cached_property
    def properties(self) -> dict[str, Any]:
        """The top-level keys that the schema names, including those in `allOf` and in local references."""
        found: dict[str, Any] = {}
        for schema in self._graph.reached(self._root):
            properties = schema.get("properties")
            for name, below in properties.items() if isinstance(properties, dict) else ():
                found.setdefault(name, below)
        return found

    @cached_property
    def _graph(self) -> SchemaGraph:
        return SchemaGraph({self.files.uri: self.files.schema, **dict(self.files.resources)})

    @property
    def _root(self) -> object:
        return dict(self.files.resources).get(self.files.uri, self.files.schema)

    def violations(self, article: Article, context: Context) -> Iterator[Fault]:
        """Yield every violation in the order that the library finds them."""
        if article.is_template or not (article.front_matter or article.blocks):
            return
        from lintarticle.schema.json_schema_faults import faults_of

        subject = subject_of(article, self.properties)
        instance = as_json(subject)
        reported: set[tuple[Span, str]] = set()
        for error in self._errors(instance):
            for fault in faults_of(article, subject, error, self.properties):
                is_new = (fault.span, fault.message) not in reported  # a schema may look at one value several times
                reported.add((fault.span, fault.message))
                if is_new and (fault.kind != "required" or article.tells_what_is_missing):
                    yield fault
        spans = {span for span, _ in reported}
        for fault in self._unknown(article, context, subject):
            if fault.span not in spans:
                yield fault

    def _errors(self, instance: object) -> Iterator[jsonschema_rs.ValidationError]:
        """Yield what the validator finds; raises `Uncheckable` where the schema multiplies its work too much."""
        work = self._graph.work(self._root, instance, MOST_WORK)
        if work > MOST_WORK:
            raise Uncheckable(
                f"The JSON Schema is too large to check: over {MOST_WORK:,} comparisons with this article."
            )
        if work <= MOST_WORK_FOR_ALL:
            yield from self._validator.iter_errors(instance)
        elif not self._validator.is_valid(instance):
            yield from _first_error(self._validator, instance)

    def json_schema(self) -> dict[str, Any]:
        """Return the schema itself."""
        return self.files.schema if isinstance(self.files.schema, dict) else {}

    def _unknown(self, article: Article, context: Context, subject: Subject) -> Iterator[Fault]:
        """Yield the keys that the schema allows but that look like typos; if strict, all that it does not name."""
        from lintarticle.schema.faults import unnamed_keys

        closed = isinstance(self.files.schema, dict) and False in (
            self.files.schema.get("additionalProperties"),
            self.files.schema.get("unevaluatedProperties"),
        )
        if self.properties and not closed:
            yield from unnamed_keys(article, context.site, subject, self.properties, strict=self.strict)


def _first_error(validator: jsonschema_rs.Validator, instance: object) -> Iterator[jsonschema_rs.ValidationError]:
    import jsonschema_rs

    try:
        validator.validate(instance)
    except jsonschema_rs.ValidationError as error:
        yield error


def read_json_schema(
    name: str, root: Path, boundary: Boundary | None = None, *, strict: bool = False
) -> JsonSchemaContract:
    """Read a JSON Schema by its path relative to `root`; raises `ContractError`.

    It and what it refers to must be inside `boundary`, by default `root`.
    """
    contract = JsonSchemaContract(read_schema_files(root / name, name, boundary or Boundary(root)), strict)
    validator(contract.files, name)
    return contract


def validator(files: SchemaFiles, name: str = "", *, assert_formats: bool | None = True) -> jsonschema_rs.Validator:
    """Compile a schema; raises `ContractError` for an invalid one, and without the library."""
    try:
        import jsonschema_rs
    except ImportError:
        raise ContractError(f"{name or 'The schema'} can’t be used. {MISSING_LIBRARY}.") from None
    try:
        registry = jsonschema_rs.Registry(files.resources) if files.resources else None
        return jsonschema_rs.validator_for(
            files.schema, validate_formats=assert_formats, registry=registry, base_uri=files.uri, offline=True
        )
    except (jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError, ValueError) as error:
        reason = _why_invalid(error)
        raise ContractError(f"{name or 'The schema'} is not a valid JSON Schema: {reason}.") from None


def _why_invalid(error: Exception) -> str:
    """Say what is wrong with a schema by keywords and keys alone: its values may be those of any file."""
    path = [str(part) for part in getattr(error, "instance_path", ())]
    keyword = getattr(getattr(error, "kind", None), "name", "")
    if not path:
        gone = re.match(r"(?:Pointer|Anchor) '(.*)' does not exist", str(error))
        return (
            f"it refers to “{gone[1]}”, which does not exist" if gone else "it refers to a schema that does not exist"
        )
    if keyword == "format":
        return f"“{'.'.join(path)}” is not a valid regular expression or address"
    return f"“{'.'.join(path)}” has a value that JSON Schema does not allow there"


def as_json(subject: Subject) -> Any:  # noqa: ANN401 - any JSON value
    """Return metadata as JSON has them: dates as text, a time without zone as UTC, which is what YAML says."""
    return _json(subject.root)


def _json(node: Node) -> Any:  # noqa: ANN401 - any JSON value; recursion is bounded, the reader refuses deep nesting
    if node.kind == "mapping":
        return {entry.key.text: _json(entry.value) for entry in node.entries}
    if node.kind == "list":
        return [_json(item) for item in node.items]
    value = node.value
    if isinstance(value, (date, time)):
        in_utc = isinstance(value, datetime) and value.tzinfo is None
        return f"{value.isoformat()}Z" if in_utc else value.isoformat()
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):  # noqa: PLR0124 - NaN
        return node.text
    return value


def named_schema(article: Article, context: Context) -> Contract | None:
    """Return the contract, None if the address is of another host. Raises `UnusableSetting` without the library."""
    root = article.front_matter.root if article.front_matter else None
    entry = root.entry("$schema") if root else None
    target = local_target(entry.value.text) if entry else ""
    context.files.depends_on_more()  # on what the schema refers to
    path = context.files.path_of(article.path, target) if target else None
    if entry is None or not target:
        return None
    if path is None:
        if context.files.exists(article.path, target):
            return None  # nothing is known of files
        return _Unusable(entry.value, f"The schema “{target}” can’t be read: the file does not exist.")
    try:
        key = ("JSON Schema", str(path))
        return context.files.once(key, lambda: read_json_schema(path.name, path.parent, context.files.boundary))
    except ContractError as error:
        if MISSING_LIBRARY in str(error):
            raise UnusableSetting(str(error)) from None
        return _Unusable(entry.value, str(error))


@dataclass(frozen=True)
class _Unusable(Contract):
    """A schema that can't be used: the article that names it has one fault."""

    node: Node
    sentence: str

    def violations(self, article: Article, context: Context) -> Iterator[Fault]:
        """Yield the one fault."""
        yield Fault("reference", self.node.span, self.sentence)

    def json_schema(self) -> dict[str, Any]:
        """Return the schema that allows everything."""
        return {}
