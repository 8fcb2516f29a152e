"""A pydantic model of the repository as a contract: `module:Class`.

The module is code of the repository; it is imported only where the configuration at the root names it, with that folder
on the import path for just as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from lintarticle.article.article import Article
from lintarticle.article.values import Entry, Fault, Node
from lintarticle.boundary import Boundary
from lintarticle.problem import Uncheckable
from lintarticle.repository_code import CodeError, imported
from lintarticle.rule import Context
from lintarticle.schema import faults
from lintarticle.schema.contract import Contract, ContractError, Place, called, node_at, shown_node, subject_of
from lintarticle.schema.faults import unnamed_keys
from lintarticle.schema.sentences import TYPE_WORDS, listed, nearest_choice
from lintarticle.source import Span
from lintarticle.wording import capitalised, did_you_mean

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails


@dataclass(frozen=True)
class ModelContract(Contract):
    """What a pydantic model says. `root` is the folder that its module is imported from; it must be in `boundary`."""

    name: str
    root: Path
    boundary: Boundary
    strict: bool = False

    def __getstate__(self) -> dict[str, Any]:
        """Leave the model out: the process that receives the contract imports it again."""
        return {"name": self.name, "root": self.root, "boundary": self.boundary, "strict": self.strict}

    @cached_property
    def _model(self) -> type[BaseModel]:
        return _imported(self.name, self.root, self.boundary)

    @cached_property
    def _keys(self) -> tuple[str, ...]:
        """The keys that the model reads, by alias where it has one."""
        return tuple(
            field.validation_alias if isinstance(field.validation_alias, str) else field.alias or name
            for name, field in self._model.model_fields.items()
        )

    def violations(self, article: Article, context: Context) -> Iterator[Fault]:
        """Yield every violation in the order that the model finds them."""
        if article.is_template or not (article.front_matter or article.blocks):
            return
        from pydantic import ValidationError

        subject = subject_of(article, self._keys)
        values = {entry.key.text: entry.value.value for entry in subject.root.entries if entry.key.text != "$schema"}
        try:
            self._model.model_validate(values)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                fault = self._fault(article, subject.root, detail)
                if fault.kind != "required" or article.tells_what_is_missing:
                    yield fault
        except MemoryError:
            raise
        except Exception as error:
            cause = f"{type(error).__name__}: {error}"
            raise Uncheckable(f"The model {self.name} failed with {cause}.") from error
        if self._model.model_config.get("extra") != "forbid":
            yield from unnamed_keys(article, context.site, subject, self._keys, strict=self.strict)

    def json_schema(self) -> dict[str, Any]:
        """Return pydantic's JSON Schema of the model."""
        return self._model.model_json_schema()

    def _fault(self, article: Article, root: Node, detail: ErrorDetails) -> Fault:
        place: Place = detail["loc"]
        node, key = node_at(root, place)
        if detail["type"] == "missing":
            if len(place) == 1:
                return faults.missing(article, str(place[0]), None)
            return faults.missing_inside(article, place, *node_at(root, place[:-1]))
        if detail["type"] == "extra_forbidden":
            from lintarticle.wording import nearest

            near = nearest(str(place[-1]), self._keys) if len(place) == 1 else ""
            hint = f" Did you mean “{near}”?" if near else ""
            where = f" in {called(place[:-1])}" if len(place) > 1 else ""
            sentence = f"Unknown key “{place[-1]}”{where}.{hint}"
            return faults.unknown_key(article, _entry_at(root, place, key), sentence, near, None)
        return _wrong(article, called(tuple(part for part in place if _is_real(root, place, part))), node, detail)


def read_model(name: str, root: Path, boundary: Boundary | None = None, *, strict: bool = False) -> ModelContract:
    """Import a model, `module:Class`, from a module inside `boundary`, by default `root`; raises `ContractError`."""
    contract = ModelContract(name, root, boundary or Boundary(root), strict)
    _imported(name, root, contract.boundary)
    return contract


def _imported(name: str, root: Path, boundary: Boundary) -> type[BaseModel]:
    from pydantic import BaseModel

    module_name, colon, attribute = name.partition(":")
    if not colon or not re.fullmatch(r"\w+(?:\.\w+)*", module_name) or not attribute.isidentifier():
        _refuse(f"“{name}” does not name a model: write module:Class, such as site_models:News.")
    try:
        module = imported(module_name, root, boundary)
    except CodeError as error:
        _refuse(str(error))
    model = getattr(module, attribute, None)
    if model is None:
        candidates = [each for each, value in vars(module).items() if isinstance(value, type)]
        _refuse(f"The module “{module_name}” has no “{attribute}”.{did_you_mean(attribute, candidates)}")
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        _refuse(f"“{name}” is not a pydantic model, but {shown_kind(model)}.")
    return model


def shown_kind(value: object) -> str:
    """Say what a thing is that should have been a model."""
    return f"the class {value.__name__}" if isinstance(value, type) else f"a value of the type {type(value).__name__}"


def _refuse(sentence: str) -> NoReturn:
    raise ContractError(sentence)


# --- sentences ------------------------------------------------------------------------------------------------

_TYPES = {
    "string_type": "string",
    "int_type": "integer",
    "int_parsing": "integer",
    "int_from_float": "integer",
    "float_type": "number",
    "float_parsing": "number",
    "bool_type": "boolean",
    "bool_parsing": "boolean",
    "date_type": "date",
    "date_parsing": "date",
    "date_from_datetime_parsing": "date",
    "date_from_datetime_inexact": "date",
    "datetime_type": "datetime",
    "datetime_parsing": "datetime",
    "datetime_from_date_parsing": "datetime",
    "list_type": "list",
    "tuple_type": "list",
    "set_type": "list",
    "dict_type": "object",
    "model_type": "object",
    "model_attributes_type": "object",
    "url_parsing": "url",
    "url_type": "url",
}
"""Kinds of pydantic's own errors that mean another type."""

_BOUNDS = {
    "ge": "at least", "gt": "more than", "le": "at most", "lt": "less than", "min_length": "at least",
    "max_length": "at most",
}  # fmt: skip
_UNITS = {
    "string_too_short": " characters",
    "string_too_long": " characters",
    "too_short": " items",
    "too_long": " items",
}


def _wrong(article: Article, name: str, node: Node, detail: ErrorDetails) -> Fault:
    kind, context = detail["type"], detail.get("ctx", {})
    found = shown_node(node)
    if kind in _TYPES:
        expected = TYPE_WORDS[_TYPES[kind]]
        return faults.wrong_type(article, name, node, f"expected {expected}", is_list=_TYPES[kind] == "list")
    if kind in ("literal_error", "enum"):
        choices = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        near = nearest_choice(node.value, choices)
        return faults.unfit(article, name, node, found=found, expected=f"expected {listed(choices)}", nearest=near)
    if kind in ("value_error", "assertion_error"):  # the words of the site's own validator
        wording = str(context.get("error", detail["msg"])).strip() or detail["msg"]
        sentence = wording if wording.endswith((".", "!", "?", "。")) else f"{wording}."
        span = article.metadata_span if name == "the front matter" else article.source.first_line(node.span)
        return Fault("value", span, sentence if name == "the front matter" else f"{capitalised(name)}: {sentence}")
    for key, words in _BOUNDS.items():
        if key in context:
            expected = f"expected {words} {context[key]}{_UNITS.get(kind, '')}"
            return faults.unfit(article, name, node, found=found, expected=expected)
    message = str(detail["msg"])
    return faults.unfit(article, name, node, found=found, expected=message[:1].lower() + message[1:])


def _entry_at(root: Node, place: Place, key: Span) -> Entry:
    parent, _ = node_at(root, place[:-1])
    found = parent.entry(str(place[-1]))
    return found or Entry(root._replace(span=key), root)


def _is_real(root: Node, place: Place, part: str | int) -> bool:
    """Whether a part of a place is a key or a position in the article, not the name of a branch of the model."""
    at = place.index(part)
    parent, _ = node_at(root, place[:at])
    if isinstance(part, int):
        return parent.kind == "list" and part < len(parent.items)
    return parent.entry(str(part)) is not None
