"""The metadata block of a new article, as the others on its site have it: their labels, each with a value to fill."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from lintarticle.article.article import Article
from lintarticle.article.metadata_block.metadata_block import BlockEntry, MetadataBlock
from lintarticle.drafting.values import TODO
from lintarticle.problem import Edit
from lintarticle.record import NamedTuple
from lintarticle.source import Span

_EMPTY = frozenset(("tags", "keywords"))
"""Fields whose value is left empty, because `TODO` may be a tag."""

_LIST_MARK = re.compile(r"(?:[-*+]|\d+[.)])[ \t]+")

_LINE_ENDS = re.compile(r"[^\n]*\n\s*")

ValueOf = Callable[[str, str], str | None]
"""Returns the value of a field of ours, or "", under a label; "" leaves the value to the writer, None has no line."""


class BlockModel(NamedTuple):
    """A block to write another one like, and the article that it is in."""

    article: Article
    block: MetadataBlock

    def label(self, key: str, field: str) -> str:
        """Return the label of a key, which may name a field of ours; "" if the block has none for it."""
        named = (each.label.text for each in self.block.entries if key == each.label.text or field == each.field != "")
        return next(named, "")

    def added_to(self, body: str, value_of: ValueOf) -> str:
        """Return a body with a block like this one, at the place of this one."""
        block = self._written(value_of)
        if self.block.place == "head":
            title = self.article.title_heading
            if title is None or self.block.span.start < title.span.start:
                return f"{block}\n\n{body}"
            heading, _, rest = body.partition("\n")
            return f"{heading}\n\n{block}\n{rest}"
        return f"{body}\n{block}\n"

    def _written(self, value_of: ValueOf) -> str:
        source, start = self.article.source, self.block.span.start
        text = source[self.block.span]
        for span, new in sorted(self._changes(value_of), reverse=True):
            text = text[: span.start - start] + new + text[span.end - start :]
        return "\n".join(line.rstrip() for line in text.rstrip().splitlines())

    def _changes(self, value_of: ValueOf) -> Iterator[Edit]:
        for span in (*self.block.debris, *self.block.left_out):
            yield Edit(span, "")
        for entry in self.block.entries:
            value = value_of(entry.field, entry.label.text)
            if value is None:
                yield Edit(self._lines(entry), "")
            elif value or entry.field not in _EMPTY:
                mark = _LIST_MARK.match(entry.value.text)
                yield Edit(entry.value.span, f"{mark[0] if mark else ''}{value or TODO}")
            else:
                yield Edit(entry.value.span, "")

    def _lines(self, entry: BlockEntry) -> Span:
        """Return the whole lines of an entry, with the empty ones below it."""
        text, end = self.article.source.text, entry.span.end
        start = text.rfind("\n", self.block.span.start, entry.span.start) + 1
        below = _LINE_ENDS.match(text, end, self.block.span.end)
        return Span(max(start, self.block.span.start), below.end() if below else end)


def block_model(articles: Sequence[Article]) -> BlockModel | None:
    """Return the newest block with the labels that most blocks have, or None if most articles have no block."""
    blocks = [BlockModel(article, article.blocks[-1]) for article in articles if article.blocks]
    if 2 * len(blocks) < len(articles) or not blocks:
        return None
    counted = Counter(map(_labels, blocks))
    usual, _ = counted.most_common(1)[0]
    return next(each for each in reversed(blocks) if _labels(each) == usual)


def _labels(model: BlockModel) -> tuple[str, ...]:
    return tuple(entry.label.text for entry in model.block.entries)
