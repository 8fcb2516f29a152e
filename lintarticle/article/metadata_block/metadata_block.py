"""A metadata block: labelled lines before or after the body, and the fields that they give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from lintarticle.article.metadata.metadata import Field
from lintarticle.article.values import Text
from lintarticle.record import NamedTuple
from lintarticle.source import Span


class BlockEntry(NamedTuple):
    """One labelled value of a metadata block.

    `label` is as written without markup (`SEO Excerpt`), `field` the canonical field or "" for a label that
    is kept but names none. `items` are the parts of a list value (tags); `value` the whole of it. `span` covers
    the entry from its label to the end of its value.
    """

    label: Text
    field: str
    value: Text
    span: Span
    items: tuple[Text, ...] = ()


class MetadataBlock(NamedTuple):
    """Labelled lines around the body. `span` includes the opener (`---`, a group heading) where there is one.

    `debris` is interface text among them, `left_out` are lines that no label explains.
    """

    place: Literal["head", "tail", "comment"]
    span: Span
    entries: tuple[BlockEntry, ...]
    opener: Span | None = None
    debris: tuple[Span, ...] = ()
    left_out: tuple[Span, ...] = ()


def fields_of(blocks: Iterable[MetadataBlock]) -> Iterator[Field]:
    """Yield the fields that blocks give, in document order; entries that name none are left out."""
    for block in blocks:
        for entry in block.entries:
            if entry.field:
                value: object = [item.text for item in entry.items] if entry.items else entry.value.text
                yield Field(
                    entry.field, entry.label.text, entry.label.span, value, entry.value.text, entry.value.span,
                    "block", entry.items,
                )  # fmt: skip
