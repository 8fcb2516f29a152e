"""Edits of fields and of parts of their text, in front matter of any format or in a metadata block of the body."""

from __future__ import annotations

from collections.abc import Sequence

from lintarticle.article.editing.items import remove_items
from lintarticle.article.editing.layout import Editable, Edits, content_end, index_of, sound_front_matter
from lintarticle.article.editing.value_edits import is_own, set_value
from lintarticle.article.editing.writing import Value, is_plain_yaml
from lintarticle.article.front_matter.front_matter import FrontMatterFormat
from lintarticle.article.metadata.metadata import Field
from lintarticle.article.text.markup import without_markup
from lintarticle.article.values import Cut, Node
from lintarticle.problem import Edit, Fix
from lintarticle.source import SourceText, Span


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

    None if a part of the markup would be left. Unsafe where a target goes with it.
    """
    plain = without_markup(field.text, code=code)
    if not plain.text.strip() or not plain.whole:
        return None
    edits = cut_field(article, field, plain.cuts, plain.text)
    return Fix("Remove the markup", edits, "unsafe" if plain.leads else "safe") if edits else None


def _item_at(sequence: Node, field: Field, index: int) -> int:
    """Return the place in a list of what a field has at `index`, -1 where it is elsewhere."""
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


def cut_value(article: Editable, node: Node, cuts: Sequence[Cut], value: str) -> Edits:
    """Change parts of a text, so that it reads as `value`.

    Where a part can't be found among escapes, or the rest would read as something else, a text of one line is
    rewritten; one of several lines has no edit.
    """
    found = sound_front_matter(article)
    if found is None or node.kind != "string" or not is_own(article, node):
        return ()
    span = Span(node.span.start, content_end(article.source, node))
    written = article.source[span]
    places = _places(written, node.text)
    if places:
        at = span.start
        in_brackets = index_of(article).is_in_brackets(node)
        edits = tuple(Edit(Span(at + places[cut.start], at + places[cut.end]), cut.text) for cut in cuts)
        if _reads_as(value, _edited(article.source, span, edits), found.format, flow=in_brackets):
            return edits
    return () if "\n" in written else set_value(article, node, value)


def _edited(source: SourceText, span: Span, edits: Edits) -> str:
    pieces, at = list[str](), span.start
    for edit in edits:
        pieces += (source.text[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join((*pieces, source.text[at : span.end]))


def _places(written: str, text: str) -> list[int]:
    """Return where each character of a text is written, and where it ends; nothing where that can't be known.

    Any run of blanks in the text may be written as any other: a folded line end is a blank.
    """
    at, end = _inside(written)
    places: list[int] = []
    for index, char in enumerate(text):
        if char.isspace():
            continues = index > 0 and text[index - 1].isspace()
            places.append(places[-1] if continues else at)
            while not continues and at < end and written[at].isspace():
                at += 1
            continue
        if at < end and written[at] in "\\'" and written[at : at + 2] in ('\\"', "\\\\", "''"):
            places.append(at)
            if (written[at + 1] if written[at] == "\\" else "'") != char:
                return []
            at += 1 + (written[at] == "\\" or written[:1] == "'")
        elif at < end and written[at] == char:
            places.append(at)
            at += 1
        else:
            return []
    return [*places, at] if not written[at:end].strip() else []


def _inside(written: str) -> tuple[int, int]:
    """Return where the text of a value as written begins and ends, without quotes or the mark of a block."""
    for quote in ('"""', "'''", '"', "'"):
        if written.startswith(quote) and written.endswith(quote) and len(written) >= 2 * len(quote):
            return len(quote), len(written) - len(quote)
    if written[:1] in ("|", ">"):
        header = written.find("\n") + 1
        return len(written) - len(written[header:].lstrip()), len(written)
    return 0, len(written)


def _reads_as(value: str, written: str, form: FrontMatterFormat, *, flow: bool) -> bool:
    """Whether a value, as it would be written, reads as a text, with every reader of its format."""
    if form == "headers":
        return "\n" not in written
    import json
    import tomllib

    import yaml

    try:
        if form == "toml":
            return bool(tomllib.loads(f"key = {written}")["key"] == value)
        if form == "json":
            return bool(json.loads(written) == value)
        read = yaml.safe_load(f"key: [{written}]" if flow else f"key: {written}\n")["key"]
    except (ValueError, yaml.YAMLError):
        return False
    is_plain = written[:1] not in ("'", '"', "|", ">")
    return read == ([value] if flow else value) and (
        not is_plain or is_plain_yaml(" ".join(written.split()), flow=flow)
    )
