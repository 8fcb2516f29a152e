"""Edits of fields wherever they stand: in front matter of any format, or in a metadata block of the body."""

from __future__ import annotations

from collections.abc import Sequence

from lintarticle.article.editing.cuts import cut_value
from lintarticle.article.editing.extent import Editable, sound_front_matter
from lintarticle.article.editing.items import remove_items
from lintarticle.article.editing.value_edits import set_value
from lintarticle.article.editing.writing import Value, is_plain_yaml
from lintarticle.article.metadata.metadata import Field
from lintarticle.article.text.markup import without_markup
from lintarticle.article.values import Cut, Node
from lintarticle.problem import Edit, Fix
from lintarticle.source import Span

Edits = tuple[Edit, ...]


def set_field(article: Editable, field: Field, value: Value) -> Edits:
    """Give a field another value; outside the front matter only a text of one line will do."""
    if field.node is not None:
        return set_value(article, field.node, value)
    if not isinstance(value, str) or "\n" in value:
        return ()
    return (Edit(field.span, value),)


def cut_field(article: Editable, field: Field, cuts: Sequence[Cut], value: str) -> Edits:
    """Change parts of a field's text so that it reads as `value`, in the style in which it is written."""
    if field.node is not None:
        return cut_value(article, field.node, cuts, value)
    if article.source[field.span] != field.text:
        return ()
    at = field.span.start
    return tuple(Edit(Span(at + cut.start, at + cut.end), cut.text) for cut in cuts)


def set_field_item(article: Editable, field: Field, index: int, text: str) -> Edits:
    """Rewrite one part of a list field, be it an item of a list or a piece of `a, b, c`."""
    node = field.node
    if node is not None and node.kind == "list":
        at = _item_at(node, field, index)
        return set_value(article, node.items[at], text) if at >= 0 else ()
    if "\n" in text or not _is_verbatim(article, field, index, text):
        return ()
    return (Edit(field.items[index].span, text),)


def remove_field_item(article: Editable, field: Field, index: int) -> Edits:
    """Remove one part of a list field with its separator, its comma or its line."""
    node = field.node
    if node is not None and node.kind == "list":
        at = _item_at(node, field, index)
        return remove_items(article, node, {at}) if at >= 0 else ()
    if len(field.items) < 2:
        return ()
    span = field.items[index].span
    doomed = Span(field.items[index - 1].span.end, span.end) if index else Span(span.start, field.items[1].span.start)
    return (Edit(doomed, ""),)


def remove_markup(article: Editable, field: Field, *, code: bool = False) -> Fix | None:
    """Return the fix that leaves the words of a field without their markup, in the style in which they are written.

    None where a part of the markup would be left. Unsafe where a target goes with it.
    """
    plain = without_markup(field.text, code=code)
    if not plain.text.strip() or not plain.whole:
        return None
    edits = cut_field(article, field, plain.cuts, plain.text)
    return Fix("Remove the markup", edits, "unsafe" if plain.leads else "safe") if edits else None


def _item_at(sequence: Node, field: Field, index: int) -> int:
    """Return the place in a list of what a field has at `index`, -1 where it stands elsewhere."""
    span, items = field.items[index].span, sequence.items
    if index < len(items) and _holds(items[index], span):
        return index
    return next((at for at, item in enumerate(items) if _holds(item, span)), -1)


def _holds(node: Node, span: Span) -> bool:
    return node.span.start <= span.start and span.end <= node.span.end


_LONGEST = 20_000
"""Characters of a list written as one text (`a, b, c`), one part of which is changed: the whole is looked at."""


def _is_verbatim(article: Editable, field: Field, index: int, text: str) -> bool:
    """Whether a piece of a scalar can be swapped in place without a word of quoting."""
    node, span = field.node, field.items[index].span
    source = article.source
    if node is None:
        return True
    if source[span] != field.items[index].text or sound_front_matter(article) is None:
        return False
    if node.span.end - node.span.start > _LONGEST:
        return False
    raw = source.text[node.span.start : span.start] + text + source.text[span.end : node.span.end]
    if node.style == "plain" and source.text[node.span.start] not in "'\"":
        return is_plain_yaml(raw)
    return not any(mark in text for mark in "\"'\\")
