"""The metadata of a new article, written as the others on its site have it: front matter, or a metadata block."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from lintarticle.article.article import Article
from lintarticle.article.editing.writing import (
    Value,
    is_list,
    toml_lines,
    write_flow,
    write_key,
    write_scalar,
    write_yaml_block,
)
from lintarticle.article.front_matter.front_matter import FrontMatterFormat
from lintarticle.article.metadata_block.metadata_block import BlockEntry, MetadataBlock
from lintarticle.article.values import Node
from lintarticle.drafting.values import TODO
from lintarticle.problem import Edit
from lintarticle.record import NamedTuple
from lintarticle.source import Span


class Written(NamedTuple):
    """A value exactly as it is written in the file, or as quoted text where the format needs that."""

    text: str


Given: TypeAlias = Value | Written


class Manner(NamedTuple):
    """How front matter is written.

    `quotes` are marks that the texts of some keys always have, `lists` whether those of some keys are in brackets.
    """

    format: FrontMatterFormat = "yaml"
    quote: str = ""
    quotes: Mapping[str, str] = {}
    lists: Mapping[str, bool] = {}
    brackets: bool = True
    list_indent: int = 2
    opening: str = "---"
    closing: str = "---"


def written_front_matter(values: Mapping[str, Given], manner: Manner) -> str:
    """Return the whole block, fences and the last line end included."""
    if not values:
        return ""
    match manner.format:
        case "json":
            plain = {key: _plain(value) for key, value in values.items()}
            return json.dumps(plain, ensure_ascii=False, indent=2, default=str) + "\n"
        case "headers":
            lines = [_header(key, value) for key, value in values.items()]
            return "".join(f"{line}\n" for line in lines)
        case "toml":
            lines = list(_toml(values, manner))
        case _:
            lines = [line for key, value in values.items() for line in _yaml(key, value, manner)]
    fences = ("+++", "+++") if manner.format == "toml" else (manner.opening, manner.closing)
    return "".join(f"{line}\n" for line in (*filter(None, fences[:1]), *lines, fences[1]))


def _yaml(key: str, value: Given, manner: Manner) -> list[str]:
    name = write_key(key, "yaml")
    if isinstance(value, Written):
        return [f"{name}: {value.text}"]
    mark = manner.quotes.get(key, "")
    if isinstance(value, str) and mark:
        return [f"{name}: {write_scalar(value, 'yaml', quote=mark)}"]
    if (
        is_list(value)
        and (manner.lists.get(key, manner.brackets) or not value)
        and not any(isinstance(item, Mapping) for item in value)
    ):
        return [f"{name}: {write_flow(value, 'yaml', quote=manner.quote)}"]
    after = write_yaml_block(_plain(value), 0, list_indent=manner.list_indent, quote=manner.quote)
    return f"{name}:{after}".split("\n")


def _toml(values: Mapping[str, Given], manner: Manner) -> list[str]:
    tables = {key: value for key, value in values.items() if isinstance(value, Mapping) and value}
    lines = []
    for key, value in values.items():
        if isinstance(value, Written):
            lines.append(f"{write_key(key, 'toml')} = {value.text}")
        elif key not in tables:
            lines += toml_lines({key: value}, manner.quotes.get(key) or manner.quote)
    for key, table in tables.items():
        lines += [*([""] if lines else []), f"[{write_key(key, 'toml')}]"]
        lines += toml_lines({name: _plain(each) for name, each in table.items()}, manner.quote)
    return lines


def _header(key: str, value: Given) -> str:
    text = value.text if isinstance(value, Written) else write_flow(_plain(value), "headers")
    return f"{key}: {text}".rstrip()


def _plain(value: Given) -> Value:
    """Return a value without its written form."""
    if isinstance(value, Written):
        return value.text
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return value


def value_of_node(node: Node) -> Value:
    """Return the value of a node."""
    return node.value  # type: ignore[return-value]  # the value of a node


# --- metadata blocks ------------------------------------------------------------------------------------------


_EMPTY = frozenset(("tags", "keywords"))
"""Fields whose value is left empty, because `TODO` may be a tag."""

_LIST_MARK = re.compile(r"(?:[-*+]|\d+[.)])[ \t]+")

_LINE_ENDS = re.compile(r"[^\n]*\n\s*")

ValueOf = Callable[[str, str], str | None]
"""Returns the value of one of our fields (or "") under a label; "" leaves it to the writer, None omits the line."""


class BlockModel(NamedTuple):
    """A block to imitate, and the article that it is in."""

    article: Article
    block: MetadataBlock

    def label(self, key: str, field: str) -> str:
        """Return the label of a key, which may name one of our fields; "" if the block has none for it."""
        named = (each.label.text for each in self.block.entries if key == each.label.text or field == each.field != "")
        return next(named, "")

    def added_to(self, body: str, value_of: ValueOf) -> str:
        """Return a body with a block like this one, in the same place."""
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
