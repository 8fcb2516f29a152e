"""How the front matter is laid out: how far each entry and value reaches, which quotes and indentation it has."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Protocol, TypeVar

from lintarticle.article.front_matter.front_matter import HIDING, FrontMatter
from lintarticle.article.values import Entry, Node
from lintarticle.problem import Edit
from lintarticle.source import SourceText, Span

Edits = tuple[Edit, ...]


_Answer = TypeVar("_Answer")


class Editable(Protocol):
    """What edits need of an article."""

    @property
    def source(self) -> SourceText:
        """The text of the file."""

    @property
    def front_matter(self) -> FrontMatter | None:
        """Its front matter."""

    @property
    def answers(self) -> dict[object, Any]:
        """What was found out about it so far, by the question."""


class Index:
    """The values of a front matter by their identity: the entry of each, and which are used at several places."""

    def __init__(self, root: Node | None) -> None:
        self.values = tuple(root.walk()) if root else ()
        self.entries: dict[int, Entry] = {}
        self._times = Counter(map(id, self.values))
        for node in self.values:
            for entry in node.entries:
                self.entries.setdefault(id(entry.value), entry)
        self._outer = _outermost([node for node in self.values if is_bracketed(node)])

    def is_shared(self, node: Node) -> bool:
        """Whether a value, or the one that it is in, is used at several places through an anchor."""
        return self._times[id(node)] > 1

    def is_in_brackets(self, node: Node) -> bool:
        """Whether a value is somewhere between brackets."""
        at = bisect(self._outer, node.span.start, key=lambda outer: outer.span.start) - 1
        return at >= 0 and self._outer[at] is not node and node.span.start < self._outer[at].span.end


def _outermost(nodes: list[Node]) -> list[Node]:
    outer: list[Node] = []
    for node in sorted(nodes, key=lambda node: (node.span.start, -node.span.end)):
        if not outer or node.span.start >= outer[-1].span.end:
            outer.append(node)
    return outer


def index_of(article: Editable) -> Index:
    """Return the index of an article's front matter, made once."""
    return once(article, Index, lambda: Index(article.front_matter.root if article.front_matter else None))


def once(article: Editable, key: object, make: Callable[[], _Answer]) -> _Answer:
    """Return what `make` returns, made once for an article."""
    if key not in article.answers:
        article.answers[key] = make()
    answer: _Answer = article.answers[key]
    return answer


def sound_front_matter(article: Editable) -> FrontMatter | None:
    """Return the front matter when all of it could be read: nothing else is safe to edit."""
    found = article.front_matter
    return found if found and not any(fault.kind in HIDING for fault in found.faults) else None


def entries_of(root: Node) -> Iterator[tuple[Node, Entry]]:
    """Yield every mapping below `root` with each of its entries."""
    for node in root.walk():
        for entry in node.entries:
            yield node, entry


def entry_of(article: Editable, node: Node) -> Entry | None:
    """Return the entry whose value is exactly this node of the article's front matter."""
    return index_of(article).entries.get(id(node))


def is_bracketed(node: Node) -> bool:
    """Whether a collection is written in brackets: `[a, b]`, `{a: 1}`, an inline table, anything of JSON."""
    return node.style == "flow"


def is_block_collection(node: Node) -> bool:
    """Whether a collection is written as lines."""
    return node.kind in ("list", "mapping") and not is_bracketed(node)


def content_end(source: SourceText, node: Node) -> int:
    """Return the offset after the last character of a value, comments and blank lines after it left out."""
    end = node.span.start
    stack = [node]
    while stack:
        each = stack.pop()
        if not is_block_collection(each):
            end = max(end, _leaf_end(source, each))
            continue
        stack.extend(each.items)
        for entry in each.entries:
            end = max(end, entry.key.span.end)
            stack.append(entry.value)
    return end


def extent(source: SourceText, entry: Entry) -> Span | None:
    """Return the span from an entry's key to the end of its value; None if the value is elsewhere (an alias)."""
    start = entry.key.span.start
    inside = all(node.span.start >= start for node in entry.value.walk() if not is_block_collection(node))
    return Span(start, max(entry.key.span.end, content_end(source, entry.value))) if inside else None


def item_extent(source: SourceText, item: Node) -> Span | None:
    """Return the span of a list item's value, None if it is elsewhere."""
    inside = all(node.span.start >= item.span.start for node in item.walk())
    return Span(item.span.start, max(item.span.start, content_end(source, item))) if inside else None


def whole_lines(source: SourceText, span: Span) -> Span:
    """Widen a span to whole lines, the last line's end included."""
    text = source.text
    start = text.rfind("\n", 0, span.start) + 1
    last = max(span.start, span.end - 1) if text[span.end - 1 : span.end] == "\n" else span.end
    end = text.find("\n", last)
    return Span(start, len(text) if end < 0 else end + 1)


def before_on_line(source: SourceText, offset: int) -> str:
    """Return what is on the line before an offset."""
    return source.text[source.text.rfind("\n", 0, offset) + 1 : offset]


def own_entries(mapping: Node) -> list[Entry]:
    """Return the entries that are in the mapping itself, not those taken over from another with `<<`, in order."""
    start, end = mapping.span
    own = (entry for entry in mapping.entries if start <= entry.key.span.start <= end)
    return sorted(own, key=lambda entry: entry.key.span.start)


def holds_others(root: Node, entry: Entry, region: Span) -> bool:
    """Whether a region around one entry also holds keys that belong to another (dotted keys, scattered tables)."""
    owners = _owners(root)
    related = {id(each) for each in _chain(entry, owners)} | {id(each) for _, each in entries_of(entry.value)}
    return any(
        region.start <= each.key.span.start < region.end for _, each in entries_of(root) if id(each) not in related
    )


def _owners(root: Node) -> dict[int, Entry]:
    """Return, by the identity of each entry, the entry in whose value it is."""
    owners: dict[int, Entry] = {}
    stack: list[tuple[Node, Entry | None]] = [(root, None)]
    while stack:
        node, owner = stack.pop()
        stack.extend((item, owner) for item in node.items)
        for entry in node.entries:
            stack.append((entry.value, entry))
            if owner:
                owners[id(entry)] = owner
    return owners


def _chain(entry: Entry, owners: dict[int, Entry]) -> Iterator[Entry]:
    """Yield an entry and every entry above it."""
    current: Entry | None = entry
    while current:
        yield current
        current = owners.get(id(current))


def _leaf_end(source: SourceText, node: Node) -> int:
    if node.style not in ("literal", "folded"):
        return node.span.end
    raw = source[node.span]
    end = node.span.start + len(raw.rstrip())
    header = raw.partition("\n")[0].partition("#")[0]
    if raw[:1] not in ("|", ">") or "+" not in header:
        return end
    text = source.text
    while (line_end := text.find("\n", end)) >= 0 and not text[end:line_end].strip():
        end = line_end + 1
    return end


def preferred_quote(article: Editable) -> str:
    """Return the quotation mark that most quoted texts of the front matter have, "" if none is quoted."""
    return once(article, preferred_quote, lambda: _preferred_quote(article))


def _preferred_quote(article: Editable) -> str:
    text = article.source.text
    marks = [text[node.span.start : node.span.start + 1] for node in index_of(article).values if node.kind == "string"]
    single, double = marks.count("'"), marks.count('"')
    if not single and not double:
        return ""
    return "'" if single > double else '"'


def writes_lists_in_brackets(article: Editable) -> bool:
    """Whether the lists of the front matter, where it has any, are in brackets."""
    lists = [node for node in index_of(article).values if node.kind == "list" and node.items]
    return bool(lists) and all(is_bracketed(node) for node in lists)


def list_indent(article: Editable) -> int:
    """Return how many columns further than its key a list's dashes are; 2 where no list shows it."""
    root = article.front_matter.root if article.front_matter else None
    for _, entry in entries_of(root) if root else ():
        if entry.value.kind == "list" and is_block_collection(entry.value) and entry.value.items:
            dash = before_on_line(article.source, entry.value.items[0].span.start)
            column = len(before_on_line(article.source, entry.key.span.start))
            depth = len(dash) - len(dash.lstrip(" ")) - column
            if depth in range(9):
                return depth
    return 2
