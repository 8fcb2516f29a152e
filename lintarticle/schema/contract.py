"""The contract that every kind of schema is read into, and the metadata of an article as a contract sees it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from lintarticle.article.article import Article
from lintarticle.article.metadata.fields import is_label, normal_key
from lintarticle.article.metadata.metadata import ALIASES, PLATFORM_KEYS, Field
from lintarticle.article.metadata_block.metadata_block import BlockEntry
from lintarticle.article.values import Entry, Fault, Node
from lintarticle.record import NamedTuple
from lintarticle.rule import Context
from lintarticle.schema.sentences import shown
from lintarticle.source import Span

Place = tuple[str | int, ...]
"""The keys and list positions that lead to a value of a table."""


class ContractError(Exception):
    """A schema that can't be used: one sentence."""


class Contract(ABC):
    """What the metadata of an article must be like. Contracts are frozen and can be pickled."""

    @abstractmethod
    def violations(self, article: Article, context: Context) -> Iterator[Fault]:
        """Yield a fault for every violation, its kind the name of the rule in the family `schema` that reports it.

        The kinds are `required`, `type`, `value`, `unknown-key` and `reference`. Raises `Uncheckable` if this article
        can't be checked, `UnusableSetting` if a file of the contract is missing.
        """

    @abstractmethod
    def json_schema(self) -> dict[str, Any]:
        """Return the contract as a JSON Schema of the front matter, for editors."""


class Subject(NamedTuple):
    """The metadata of an article. `root` holds the keys of the front matter and, after them, those of the blocks.

    `lenient`: the keys whose values are text in any case, since a metadata block or unfenced headers hold them.
    """

    root: Node
    lenient: frozenset[str] = frozenset()


class FoundFields(NamedTuple):
    """The fields of one article: their entries by name, and the values that writers mean by them."""

    entries: Mapping[str, Entry]
    values: Mapping[str, object]
    subject: Subject

    @property
    def root(self) -> Node:
        """A tree of only these entries, under the names of their fields."""
        entries = (Entry(entry.key._replace(text=name), entry.value) for name, entry in self.entries.items())
        return self.subject.root._replace(entries=tuple(entries))


def subject_of(article: Article, wanted: Collection[str]) -> Subject:
    """Gather the metadata of an article; an entry of a block has the name in `wanted` that it means."""
    front_matter = article.front_matter
    root = front_matter.root if front_matter and front_matter.root else None
    entries = list(root.entries) if root else []
    there = {entry.key.text for entry in entries}
    lenient = set(there) if front_matter and front_matter.format == "headers" else set()
    for block in article.blocks:
        for part in block.entries:
            name = _name_in_block(part, wanted)
            if name and name not in there:
                there.add(name)
                lenient.add(name)
                entries.append(Entry(Node("string", name, part.label.span, name), _block_value(part)))
    span = root.span if root else article.metadata_span
    value = {entry.key.text: entry.value.value for entry in entries}
    return Subject(Node("mapping", value, span, style="block", entries=tuple(entries)), frozenset(lenient))


def entry_of_field(field: Field, name: str) -> Entry:
    """Return a field as the entry of a tree."""
    value = field.node or _text_node(field.text, field.span, field.items)
    return Entry(Node("string", name, field.key_span, name), value)


def node_at(root: Node, place: Iterable[str | int]) -> tuple[Node, Span]:
    """Follow a place as far as the tree goes; return the value there, and the span of its key or of itself.

    Parts that lead nowhere are passed over: validators name branches of a schema in their places.
    """
    node, key = root, root.span
    for part in place:
        if isinstance(part, int):
            if node.kind == "list" and part < len(node.items):
                node = node.items[part]
                key = node.span
        elif entry := node.entry(str(part)):
            node, key = entry.value, entry.key.span
    return node, key


def shown_node(node: Node) -> str:
    """Return a value as a sentence shows it; a date as its writer typed it."""
    return node.text if node.kind in ("date", "datetime", "time") and node.text else shown(node.value)


def called(place: Place) -> str:
    """Return what a sentence calls the value at a place: “title”, “hero.alt”, an item of “tags”."""
    names = [str(part) for part in place if isinstance(part, str)]
    quoted = f"“{'.'.join(names)}”" if names else "the front matter"
    return f"an item of {quoted}" if place and isinstance(place[-1], int) else quoted


def known_elsewhere(key: str) -> bool:
    """Whether a key is one that a platform or one of our fields knows."""
    return normal_key(key) in PLATFORM_KEYS or normal_key(key) in _folded_aliases() or is_label(key)


def _folded_aliases() -> frozenset[str]:
    return frozenset(normal_key(name) for names in ALIASES.values() for name in names)


def _name_in_block(entry: BlockEntry, wanted: Collection[str]) -> str:
    """Return the wanted name that a block's entry means, its field's own name where none is wanted."""
    label = normal_key(entry.label.text)
    names = {normal_key(name): name for name in wanted}
    aliases = (normal_key(name) for name in (entry.field, *ALIASES.get(entry.field, ())))
    return next((names[name] for name in (label, *aliases) if name in names), entry.field)


def _block_value(entry: BlockEntry) -> Node:
    return _text_node(entry.value.text, entry.value.span, entry.items)


def _text_node(text: str, span: Span, items: Iterable[object]) -> Node:
    parts = tuple(_parts(items))
    if parts:
        return Node("list", [part.text for part in parts], span, text, items=parts)
    return Node("string", text, span, text)


def _parts(items: Iterable[object]) -> Iterator[Node]:
    for item in items:
        text, span = getattr(item, "text", ""), getattr(item, "span", Span(0, 0))
        yield Node("string", text, span, text)
