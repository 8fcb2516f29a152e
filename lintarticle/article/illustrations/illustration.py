"""The brief for one picture, and where the picture goes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from lintarticle.article.markdown.elements import Heading
from lintarticle.article.values import Fault, Text
from lintarticle.record import NamedTuple
from lintarticle.source import Span

PlacementKind = Literal["top", "end", "intro", "before", "after", "in", "section", "number", "unclear"]


class Placement(NamedTuple):
    """Where an illustration goes.

    `reference` is the section that the writer named (None for top, end, intro). `headings` are those that it
    matches: one when resolved; several when ambiguous; none when unknown. `similarity` is that of the
    best match, 0 to 1; `nearest` the heading to offer when there is no match.
    """

    kind: PlacementKind
    text: Text
    reference: Text | None = None
    headings: tuple[Heading, ...] = ()
    similarity: float = 1.0
    nearest: Heading | None = None

    @property
    def is_resolved(self) -> bool:
        """Whether the placement leads to exactly one position of the body."""
        return self.kind in ("top", "end", "intro") or len(self.headings) == 1


class Illustration(NamedTuple):
    """A brief for one picture. `span` covers the whole brief; a part is None if the writer gave none.

    `kind` is the canonical type (`hero`, `infographic`, …), "" if the type is missing or unknown; `type`
    is as written. `status` is `suggested`, `generated` (the file is named) or `placed` (the body shows it there).
    `fields` holds the remaining parts by canonical name (caption, width, height, credit, …).
    """

    span: Span
    origin: Literal["front-matter", "block", "inline"]
    kind: str
    type: Text | None
    placement: Placement | None
    description: Text | None
    prompt: Text | None
    alt: Text | None = None
    file: Text | None = None
    status: Literal["suggested", "generated", "placed"] = "suggested"
    fields: Mapping[str, Text] = MappingProxyType({})
    faults: tuple[Fault, ...] = ()

    @property
    def called(self) -> str:
        """What a message calls the illustration: its title, its type, else the first words that describe it."""
        named = self.fields.get("title") or self.type or self.file
        described = named or self.description or self.prompt or self.alt
        words = described.text.split() if described else []
        return " ".join(words) if named and len(words) <= 8 else " ".join(words[:6]) + "…" * (len(words) > 6)

    @property
    def is_read(self) -> bool:
        """Whether there is a brief at all: one that could not be read stands for its fault only."""
        return not any(fault.kind == "not-parsed" for fault in self.faults)
