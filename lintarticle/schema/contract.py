"""What every kind of schema comes to: a contract that an article keeps or breaks."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any, NamedTuple

from lintarticle.article.article import Article
from lintarticle.article.values import Fault
from lintarticle.rule import Context

Place = tuple[str | int, ...]
"""The keys and list positions that lead to a value of a table."""


class Mistake(NamedTuple):
    """A mistake in the description of a schema: where in its table, and a whole sentence.

    `at_key`: the key itself is wrong, not its value.
    """

    place: Place
    sentence: str
    at_key: bool = False


class ContractError(Exception):
    """A schema that can't be used: all its mistakes, in the order of the table."""

    def __init__(self, *mistakes: Mistake) -> None:
        super().__init__("\n".join(mistake.sentence for mistake in mistakes))
        self.mistakes = mistakes


class Contract(ABC):
    """What the metadata of an article must be like. Contracts are frozen and can be pickled."""

    @abstractmethod
    def violations(self, article: Article, context: Context) -> Iterator[Fault]:
        """Yield a fault for every violation, its kind the name of the rule in the family `schema` that reports it.

        The kinds are `required`, `type`, `value`, `unknown-key` and `reference`. Raises `Uncheckable` where
        this article is too much for the contract, `UnusableSetting` where a file of the contract is gone.
        """

    @abstractmethod
    def json_schema(self) -> dict[str, Any]:
        """Return the contract as a JSON Schema of the front matter, for editors."""
