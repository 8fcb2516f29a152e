"""One entry of a metadata block: how far the value of a label reaches, and what it is."""

from __future__ import annotations

import re

from lintarticle.article.metadata_block.block_lines import BlockLines
from lintarticle.article.metadata_block.entry_values import bullet_items, link_target, list_items, plain_value
from lintarticle.article.metadata_block.known_labels import Weight
from lintarticle.article.metadata_block.labels import EMOJI, Label, without_blanks
from lintarticle.article.metadata_block.metadata_block import BlockEntry
from lintarticle.article.values import Text
from lintarticle.languages import Joined
from lintarticle.record import NamedTuple
from lintarticle.source import Span

LIST_LABELS = frozenset({"tags", "keywords", "categories", "author"})
"""Fields whose value in a block is a list of short parts."""

_RUNNING = frozenset(
    {"", "excerpt", "seo_excerpt", "social_excerpt", "audience", "search_intent", "title", "seo_title"}
)
"""Fields whose value may run over several lines of a paragraph; any other is done at the end of its line."""

_SINGLE = frozenset({"title", "seo_title", "social_title", "excerpt", "seo_excerpt", "social_excerpt", "slug"})
"""Fields with one value: a list below their label offers several."""

_URLS = frozenset({"canonical_url", "permalink", "cover"})
_UNFINISHED = (",", ";", "，", "、", "；", "،", "؛", "|", "·")
_FAR_VALUE = 300
"""Characters of the longest one-line value that may be below its label, a blank line between."""

_OF_PICTURES = ("cover", "illustrations")

_LONGEST_PART = 60
"""Characters of the label of a part of a brief."""

# Patterns are compiled on first use, by `re` itself, which keeps them: most articles need few of them.
_HEADING_WORDS = Joined("brief_headings")


class Read(NamedTuple):
    """An entry, and the index of the first line behind it."""

    entry: BlockEntry
    after: int


def read_entry(lines: BlockLines, index: int, label: Label) -> Read:
    """Read the value of the label on line `index`; a label without one gives an empty value at its own end."""
    if label.field == "illustrations" and label.form != "cell":
        return _illustrations(lines, index, label)
    if label.form == "cell":
        return _entry(lines, label, label.rest, index + 1, lines.span(index).end if label.doubtful else 0)
    if label.rest.start < label.rest.end:
        return _running(lines, label, label.rest, index + 1)
    return _below(lines, index + 1, label)


def is_field_end(lines: BlockLines, index: int) -> bool:
    """Whether a line ends every value: a label, a heading, a break, interface text."""
    return lines.kind(index) in ("debris", "heading", "h1", "break") or lines.is_break(index) or _labelled(lines, index)


def _labelled(lines: BlockLines, index: int) -> bool:
    return lines.label(index) is not None


def _running(lines: BlockLines, label: Label, value: Span, index: int) -> Read:
    """Take in the further lines of a value's paragraph."""
    end = value.end
    while index < lines.count and _continues(lines, index, label, end):
        end = without_blanks(lines.text, lines.span(index)).end
        index += 1
    return _entry(lines, label, Span(value.start, end), index)


def _continues(lines: BlockLines, index: int, label: Label, end: int) -> bool:
    if lines.kind(index) != "text" or is_field_end(lines, index) or lines.is_item(index):
        return False
    quoted = lines.words(index).startswith(">")
    if quoted != label.quoted or lines.words(index).startswith("|"):
        return False
    return label.field in _RUNNING or lines.text.endswith(_UNFINISHED, max(0, end - 1), end)


def _below(lines: BlockLines, index: int, label: Label) -> Read:
    """Read a value that is below its label: a fence, bullets, a quotation or a line of text."""
    at = lines.next_filled(index)
    far = at > index
    empty = Span(label.rest.start, label.rest.start)
    if at >= lines.count or at - index > 2:
        return _entry(lines, label, empty, index)
    if lines.kind(at) == "code":
        return _code(lines, at, label)
    if lines.kind(at) != "text" or (is_field_end(lines, at) and not _is_listed_part(lines, at, label)):
        return _entry(lines, label, empty, index)
    if lines.is_item(at):
        return _bullets(lines, at, label)
    if far and label.field not in _RUNNING and not _is_short(lines, at):
        return _entry(lines, label, empty, index)
    start = without_blanks(lines.text, lines.span(at)).start
    quoted = lines.text.startswith(">", start)
    first = without_blanks(lines.text, Span(start + 1 if quoted else start, lines.span(at).end))
    return _running(lines, label._replace(quoted=quoted), first, at + 1)


def _is_listed_part(lines: BlockLines, index: int, label: Label) -> bool:
    """Whether a labelled line is a bullet of this label's own list: `- **C:** …` under a label that is not a bullet."""
    found = lines.label(index)
    return found is not None and found.listed and not label.listed and found.weight < Weight.USUAL


def _is_short(lines: BlockLines, index: int) -> bool:
    span = lines.span(index)
    alone = index + 1 >= lines.count or lines.kind(index + 1) != "text" or is_field_end(lines, index + 1)
    return alone and span.end - span.start <= _FAR_VALUE


def _code(lines: BlockLines, index: int, label: Label) -> Read:
    """Read a fenced value: what is between the fences."""
    after = index
    while after < lines.count and lines.kind(after) == "code":
        after += 1
    first, last = lines.span(index), lines.span(after - 1)
    inside = Span(min(first.end + 1, last.start), max(first.end + 1, last.start))
    if not lines.words(index).startswith(("`", "~")):
        inside = Span(first.start, last.end)
    return _entry(lines, label, without_blanks(lines.text, inside), after)


def _bullets(lines: BlockLines, index: int, label: Label) -> Read:
    """Read a list below a label: every line up to the end of the list."""
    start, end, after = lines.span(index).start, index, index
    while after < lines.count:
        kind = lines.kind(after)
        if kind == "blank":
            after += 1
            continue
        item = lines.is_item(after)
        if kind != "text" or not (item or end == after - 1):
            break
        if is_field_end(lines, after) and not _is_listed_part(lines, after, label):
            break
        end, after = after, after + 1
    value = without_blanks(lines.text, Span(start, lines.span(end).end))
    items = bullet_items(lines.text, value) if label.field in LIST_LABELS | _SINGLE else ()
    if label.field in _SINGLE and len(items) > 1:  # options to choose from, not tags
        label = label._replace(meaning=None)
    elif label.field in _SINGLE and items:
        return _entry(lines, label, items[0].span, end + 1)
    return Read(_made(label, Text(lines.text[value.start : value.end], value), items), end + 1)


def _entry(lines: BlockLines, label: Label, value: Span, after: int, end: int = 0) -> Read:
    plain = plain_value(lines.text, value)
    items: tuple[Text, ...] = ()
    if label.field in LIST_LABELS:
        items = list_items(lines.text, plain.span)
    elif label.field in _URLS:
        plain = link_target(lines.text, plain)
    return Read(_made(label, plain, items, max(value.end, end)), after)


def _made(label: Label, value: Text, items: tuple[Text, ...], end: int = 0) -> BlockEntry:
    field = label.field
    if field == "permalink" and value.text.startswith(("http://", "https://")):
        field = "canonical_url"
    span = Span(label.start, max(label.name.span.end, label.rest.start, value.span.end, end))
    return BlockEntry(label.name, field, value, span, items)


def _illustrations(lines: BlockLines, index: int, label: Label) -> Read:
    """Read the briefs of an illustration label: lists, sub-headings, bold leads, tables and fences below it."""
    end, after = index, index + 1
    while after < lines.count:
        kind = lines.kind(after)
        if kind in ("blank", "comment"):
            after += 1
            continue
        if _ends_illustrations(lines, after, label) or (after > end + 1 and _is_prose(lines, after, end)):
            break
        end, after = after, after + 1
    value = without_blanks(
        lines.text, Span(label.rest.start, max(label.rest.end, lines.span(end).end if end > index else 0))
    )
    if label.rest.start == label.rest.end:  # the indentation of the first item says which others are its equals
        first = lines.text.rfind("\n", 0, value.start) + 1
        value = Span(max(first, label.rest.end), value.end)
    return Read(_made(label, Text(lines.text[value.start : value.end], value), ()), end + 1)


def _is_prose(lines: BlockLines, index: int, previous: int) -> bool:
    """Whether a paragraph stands for itself: no item, no label, and nothing before it asks for it."""
    if lines.kind(index) != "text" or lines.is_item(index) or lines.is_indented(index):
        return False
    words = lines.words(index)
    if lines.label(index) is not None or re.match(rf"\*\*|__|[|>]|\d\ufe0f?\u20e3|{EMOJI}", words):
        return False
    if lines.vocabulary.names_picture(words.lstrip("*_ ")):
        return False
    colon = words.replace("：", ":").find(":", 0, _LONGEST_PART)
    if colon > 0 and lines.vocabulary.is_part(words[:colon]):
        return False
    before = lines.words(previous)
    return lines.kind(previous) != "heading" and not before.endswith((":", "：", "**", "__", ")"))


def _ends_illustrations(lines: BlockLines, index: int, label: Label) -> bool:
    kind = lines.kind(index)
    if kind in ("debris", "h1"):
        return True
    if lines.is_break(index) or kind == "heading":
        return not _is_brief(lines, lines.next_filled(index + 1) if lines.is_break(index) else index, label)
    found = lines.label(index)
    if found is None or (found.form != "group" and found.meaning is None):
        names_picture = lines.vocabulary.names_picture
        return found is not None and names_picture(found.name.text) and names_picture(label.name.text)
    if found.listed and not label.listed and found.form != "group":
        return False
    if found.form == "picture" or (found.field in _OF_PICTURES and label.level):
        return found.form == "picture" and lines.vocabulary.names_picture(label.name.text)
    return not lines.vocabulary.is_part(found.name.text)


def _is_brief(lines: BlockLines, index: int, label: Label) -> bool:
    """Whether a line behind a break, or a heading, still speaks of pictures, not of the article."""
    if index >= lines.count:
        return False
    found = lines.label(index)
    own = found is not None and (found.field in _OF_PICTURES or lines.vocabulary.is_part(found.name.text))
    if found is not None and not own and (found.form == "group" or found.meaning):
        return found.listed and found.form != "group"
    if lines.kind(index) == "heading":
        level = len(lines.words(index)) - len(lines.words(index).lstrip("#"))
        if label.level:
            return level > label.level
        return level >= 3 and _speaks_of_pictures(lines.words(index))
    return found is not None or lines.is_item(index)


def _speaks_of_pictures(heading: str) -> bool:
    return re.search(rf"\d|{_HEADING_WORDS.stems}", heading, re.IGNORECASE) is not None
