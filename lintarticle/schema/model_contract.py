"""A pydantic model of the repository as a contract: `module:Class`.

The module is code of the repository; it is imported only where a configuration names it, with the repository's root on
the import path for just as long.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from lintarticle.article.article import Article
from lintarticle.article.values import Entry, Fault, Node
from lintarticle.nearest import did_you_mean
from lintarticle.problem import UnusableSetting
from lintarticle.rule import Context
from lintarticle.schema import faults
from lintarticle.schema.contract import Contract, ContractError, Mistake, Place
from lintarticle.schema.sentences import TYPE_WORDS, capitalised, listed, nearest_choice
from lintarticle.schema.subject import called, node_at, shown_node, subject_of
from lintarticle.schema.unknown_keys import unnamed_keys
from lintarticle.source import Span

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails


@dataclass(frozen=True)
class ModelContract(Contract):
    """What a pydantic model says. `root` is the folder that its module is imported from."""

    name: str
    root: Path
    strict: bool = False

    def __getstate__(self) -> dict[str, Any]:
        """Leave the model out: it is imported anew where the contract goes."""
        return {"name": self.name, "root": self.root, "strict": self.strict}

    @cached_property
    def _model(self) -> type[BaseModel]:
        return _imported(self.name, self.root)

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
        except Exception as error:
            cause = f"{type(error).__name__}: {error}"
            raise UnusableSetting(f"The model {self.name} failed with {cause}") from error
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
            from lintarticle.nearest import nearest

            near = nearest(str(place[-1]), self._keys) if len(place) == 1 else ""
            said = f" Did you mean “{near}”?" if near else ""
            where = f" in {called(place[:-1])}" if len(place) > 1 else ""
            sentence = f"The key “{place[-1]}” is not one that this kind of article has{where}.{said}"
            return faults.unknown_key(article, _entry_at(root, place, key), sentence, near, None)
        return _wrong(article, called(tuple(part for part in place if _is_real(root, place, part))), node, detail)


def read_model(name: str, root: Path, *, strict: bool = False) -> ModelContract:
    """Import a model, `module:Class`; raises `ContractError`."""
    contract = ModelContract(name, root, strict)
    _imported(name, root)
    return contract


def _imported(name: str, root: Path) -> type[BaseModel]:
    from importlib import import_module

    from pydantic import BaseModel

    module_name, colon, attribute = name.partition(":")
    if not colon or not re.fullmatch(r"\w+(?:\.\w+)*", module_name) or not attribute.isidentifier():
        _refuse(f"“{name}” names no model, expected module:Class, such as site_models:News.")
    with _import_path(root, module_name):
        try:
            module = import_module(module_name)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever the repository's code does
            cause = f"{type(error).__name__}: {error}".rstrip(": ")
            _refuse(f"The module “{module_name}” can’t be imported from {root.name or root}: {cause}.")
    model = getattr(module, attribute, None)
    if model is None:
        candidates = [each for each, value in vars(module).items() if isinstance(value, type)]
        _refuse(f"The module “{module_name}” has no “{attribute}”.{did_you_mean(attribute, candidates)}")
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        _refuse(f"“{name}” is no pydantic model, but {shown_kind(model)}.")
    return model


def shown_kind(value: object) -> str:
    """Say what a thing is that should have been a model."""
    return f"the class {value.__name__}" if isinstance(value, type) else f"a value of the type {type(value).__name__}"


@contextmanager
def _import_path(root: Path, module_name: str) -> Iterator[None]:
    """Put a folder first on the import path for a while; a module of this name from elsewhere makes room for it."""
    top = module_name.partition(".")[0]
    known = sys.modules.get(top)
    origin = getattr(known, "__file__", None) or ""
    if known is not None and (root / f"{top}.py").exists() and not Path(origin).is_relative_to(root):
        for name in [name for name in sys.modules if name == top or name.startswith(f"{top}.")]:
            del sys.modules[name]
    path = str(root)
    sys.path.insert(0, path)
    try:
        yield
    finally:
        if path in sys.path:
            sys.path.remove(path)


def _refuse(sentence: str) -> NoReturn:
    raise ContractError(Mistake((), sentence))


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

_BOUNDS = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}


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
        said = str(context.get("error", detail["msg"])).strip() or detail["msg"]
        sentence = said if said.endswith((".", "!", "?", "。")) else f"{said}."
        span = article.metadata_span if name == "the front matter" else article.source.first_line(node.span)
        return Fault("value", span, sentence if name == "the front matter" else f"{capitalised(name)}: {sentence}")
    for key, words in _BOUNDS.items():
        if key in context:
            return faults.unfit(article, name, node, found=found, expected=f"expected {words} {context[key]}")
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
