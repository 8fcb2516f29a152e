"""The metadata of an article: canonical fields, wherever their values come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from lintarticle.article.values import Node, Text
from lintarticle.record import NamedTuple
from lintarticle.source import Span

Origin = Literal["front-matter", "block", "heading"]


class Field(NamedTuple):
    """One piece of metadata under its canonical name, wherever it came from.

    `key` is the name as written (`description`, `extra.subtitle`, `SEO Excerpt`; `#` for a title read from the
    H1). `value` is the plain value; `text` its text ("" for a list or mapping); `items` the parts of a list
    field such as tags, split where it is one scalar, with a span each. `node` is there for front matter only.
    """

    name: str
    key: str
    key_span: Span
    value: object
    text: str
    span: Span
    origin: Origin
    items: tuple[Text, ...] = ()
    node: Node | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the key is there with nothing in it."""
        return not self.text.strip() and not self.items and (isinstance(self.value, str) or not self.value)


class Metadata:
    """Canonical field name → `Field`; among several origins or aliases the first in precedence wins.

    Precedence: front matter before block before heading; within one origin, the alias listed first. A field
    that is there but empty is not "had": `get` passes over it to the next candidate.
    """

    def __init__(self, candidates: Mapping[str, tuple[Field, ...]]) -> None:
        self._candidates = candidates
        self._effective: dict[str, Field] = {}
        for name, fields in candidates.items():
            for field in fields:
                if not field.is_empty:
                    self._effective[name] = field
                    break

    def get(self, name: str) -> Field | None:
        """Return the effective field, or None if it is missing or empty everywhere."""
        return self._effective.get(name)

    def all(self, name: str) -> tuple[Field, ...]:
        """Return every candidate of a field in order of precedence, empty ones included."""
        return self._candidates.get(name, ())

    def named(self, names: Iterable[str]) -> list[str]:
        """Return those of some names of which there is a candidate."""
        return [name for name in names if name in self._candidates]

    def text(self, name: str) -> str:
        """Return the text of a field, "" if it is missing."""
        field = self.get(name)
        return field.text if field else ""

    @property
    def tag_field(self) -> Field | None:
        """The field that holds the article's tags; `keywords` where the site has no tags."""
        return self.get("tags") or self.get("keywords")

    def __contains__(self, name: str) -> bool:
        return name in self._effective

    def __iter__(self) -> Iterator[Field]:
        """Yield the effective fields in the order of the canonical field table."""
        return iter(self._effective.values())

    @property
    def every(self) -> Iterator[Field]:
        """Yield every candidate of every field."""
        return (field for fields in self._candidates.values() for field in fields)
