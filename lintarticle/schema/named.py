"""The JSON Schema that an article names itself: `$schema` in its front matter, a path in the repository."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lintarticle.article.article import Article
from lintarticle.article.markdown.targets import local_target
from lintarticle.article.values import Fault, Node
from lintarticle.problem import UnusableSetting
from lintarticle.rule import Context
from lintarticle.schema.contract import Contract, ContractError
from lintarticle.schema.json_schema import MISSING_LIBRARY, read_json_schema


def named_schema(article: Article, context: Context) -> Contract | None:
    """Return the contract, None where the address is of another host. Raises `UnusableSetting` without the library."""
    root = article.front_matter.root if article.front_matter else None
    entry = root.entry("$schema") if root else None
    target = local_target(entry.value.text) if entry else ""
    path = context.files.path_of(article.path, target) if target else None
    if entry is None or not target:
        return None
    if path is None:
        if context.files.exists(article.path, target):
            return None  # nothing is known of files
        return _Unusable(entry.value, f"The schema “{target}” can’t be read: there is no such file.")
    try:
        key = ("JSON Schema", str(path))
        return context.files.once(key, lambda: read_json_schema(path.name, path.parent, context.files.boundary))
    except ContractError as error:
        if MISSING_LIBRARY in str(error):
            raise UnusableSetting(str(error)) from None
        return _Unusable(entry.value, str(error))


@dataclass(frozen=True)
class _Unusable(Contract):
    """Stands for a schema that can't be used: the article that names it has one fault."""

    node: Node
    sentence: str

    def violations(self, article: Article, context: Context) -> Iterator[Fault]:
        """Yield the one fault."""
        yield Fault("reference", self.node.span, self.sentence)

    def json_schema(self) -> dict[str, Any]:
        """Return the schema that allows everything."""
        return {}
