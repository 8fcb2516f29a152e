"""A kind of article that a configuration names: which articles are of it, and what holds for them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from lintarticle.config.globs import Globs
from lintarticle.config.layers import Layer
from lintarticle.record import Record

if TYPE_CHECKING:  # only a configuration with types needs them
    from lintarticle.outline.outline import Outline
    from lintarticle.schema.contract import Contract


class ArticleType(Record):
    """One `[types.NAME]`.

    `place` is where it stands, as `file:line`. `where` maps front matter keys to the values of which each must have
    one. `layers` are what it says of rules and reading, the weakest first; `contract` and `outline` what it asks of
    metadata and sections.
    """

    name: str
    place: str
    files: Globs = Globs(())
    where: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    layers: tuple[Layer, ...] = ()
    contract: Contract | None = None
    outline: Outline | None = None

    def fits(self, path: str) -> bool:
        """Whether its files take in a path; without files, `where` alone decides, and without both only its name."""
        return self.files.match(path) if self.files else bool(self.where)

    def refined_by(self, other: ArticleType) -> ArticleType:
        """Return this type of an extended configuration with what the extending one says of it."""
        return other.replaced(
            files=other.files or self.files,
            where=other.where or self.where,
            layers=(*self.layers, *other.layers),
            contract=other.contract or self.contract,
            outline=other.outline or self.outline,
        )
