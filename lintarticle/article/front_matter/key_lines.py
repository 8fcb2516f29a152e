"""Which lines look like front matter, told without parsing: needed where fences are missing or doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintarticle.article.front_matter.front_matter import FrontMatterFormat
from lintarticle.expression import expression
from lintarticle.source import Span

_MOST_LINES = 400
"""A block without closing fence is followed no further than this."""

_KEY = expression(
    r"[ \t]*(?:\"[^\"\n]{1,60}\"|'[^'\n]{1,60}'|[^\W\d_][\w.$-]{0,40}|_[\w.-]{1,40}|\$schema)[ \t]*[:=](?!//)"
    r"|\d[\w.-]{0,40}[ \t]*[:=](?:[ \t]|$)"
)
_WORDY_KEY = expression(r"[^\W\d_][\w'()/ -]{0,40}:(?:[ \t]|$)")
_TABLE = expression(r"\[{1,2}[\w.\"' -]+\]{1,2}[ \t]*(?:#|$)")
_BLOCK_TEXT = expression(r":[ \t]+[|>][-+0-9]{0,2}[ \t]*(?:#[^\n]*)?$")
_TEMPLATE = expression(r"\{\{|\{%")
_USUAL = expression(
    r"[\"']?(?:title|date|description|excerpt|summary|tags|categor(?:y|ies)|keywords|slug|layout|authors?|draft"
    r"|published|permalink|lang|image|cover|weight|aliases|template|type|emoji|topics|sidebar_\w+)[\"']?[ \t]*[:=：]",
    re.IGNORECASE,
)


def is_usual_key(name: str) -> bool:
    """Whether a word is a name that metadata usually have."""
    return _USUAL.match(name + ":") is not None


def lines(text: str, start: int, end: int | None = None) -> Iterator[tuple[int, str]]:
    """Yield offset and text of each line, line ends left out."""
    stop = len(text) if end is None else end
    while start < stop:
        line_end = text.find("\n", start, stop)
        line_end = stop if line_end < 0 else line_end
        yield start, text[start:line_end]
        start = line_end + 1


def opens_with_keys(text: str, start: int, format_: FrontMatterFormat = "yaml") -> bool:
    """Whether the very next lines are keys beyond doubt: a usual name, or two keys in a row."""
    for _, (_, line) in zip(range(2), lines(text, start), strict=False):
        if _USUAL.match(line):
            return True
        if not _KEY.match(line) and not (format_ == "toml" and _TABLE.match(line)):
            return False
    return "\n" in text[start:].rstrip()


def looks_like_keys(text: str, content: Span, format_: FrontMatterFormat) -> bool:
    """Whether what is between two fences is meant as metadata, not as an article between two rules.

    Only dashes can be a rule; the fences of TOML and JSON mean one thing. Nothing at all is an empty block. The
    first line that is neither blank, comment nor template decides: a key makes it front matter. A list or one lone
    line does so only where it touches both fences.
    """
    if format_ != "yaml":
        return True
    return _begins_as_keys(text, content) or is_mostly_keys(text, content)


def _begins_as_keys(text: str, content: Span) -> bool:
    blank_before = False
    for offset, line in lines(text, content.start, content.end):
        stripped = line.strip()
        if not stripped:
            blank_before = True
        elif stripped.startswith("#") or _TEMPLATE.match(stripped):
            continue
        elif _KEY.match(line) or _TABLE.match(line) or stripped[0] in "{&":
            return True
        elif blank_before:
            return False
        else:
            return (
                bool(_WORDY_KEY.match(line)) or _is_compact(text, Span(offset, content.end)) or _has_key(text, content)
            )
    return not blank_before or not text[content.start : content.end].strip()


def is_mostly_keys(text: str, content: Span) -> bool:
    """Whether most lines at the margin are keys, two of them or a usual one; items, comments, brackets don't count.

    A line that starts with a usual name counts, whatever follows the name, and where there is no blank line, half the
    lines are enough.
    """
    keys, usual, others, blanks = 0, False, 0, False
    for _, line in lines(text, content.start, content.end):
        blanks = blanks or not line.strip()
        if _USUAL.match(line):
            keys, usual = keys + 1, True
        elif _KEY.match(line) or is_usual_key(line.partition(" ")[0]):
            keys += line[0] not in " \t"
        elif line[:1] not in ("", " ", "\t", "-", "#", "[", "]", "{", "}"):
            others += 1
    return keys >= others if usual else keys > max(1, others + blanks - 1)


def _is_compact(text: str, content: Span) -> bool:
    """Whether the lines are one list, or one lone line, with no blank line anywhere."""
    shown = [line for _, line in lines(text, content.start, content.end)]
    if not all(line.strip() for line in shown):
        return False
    return len(shown) == 1 or all(line.startswith(("- ", " ", "\t")) for line in shown)


def _has_key(text: str, content: Span) -> bool:
    """Whether a usual key is at the start of a line before the first blank one."""
    for _, line in lines(text, content.start, content.end):
        if not line.strip():
            return False
        if _USUAL.match(line):
            return True
    return False


def last_key_line(text: str, start: int, format_: FrontMatterFormat) -> int:
    """Return the offset past the last line that can belong to the metadata: where the closing fence was meant."""
    end, pending, blanks, block = start, False, False, False
    for count, (offset, line) in enumerate(lines(text, start)):
        if count == _MOST_LINES:
            break
        if not line.strip():
            blanks = True
            continue
        if block and line[0] == " ":
            pass  # the text of a block continues after blank lines
        elif _KEY.match(line) or (format_ == "toml" and _TABLE.match(line)):
            pending, block = False, format_ == "yaml" and _BLOCK_TEXT.search(line) is not None
        elif line.startswith("#"):
            pending = True
            continue
        elif pending or blanks or not _continues(line, format_):
            break
        end, blanks = min(len(text), offset + len(line) + 1), False
    return end


def _continues(line: str, format_: FrontMatterFormat) -> bool:
    """Whether a line can continue the value of the key above it."""
    if format_ == "json":
        return line.strip()[0] in "{}[]\",'"
    return line[0] in " \t-]})" and not line.startswith(("--", "- ["))


def ends_in_prose(text: str, content: Span, format_: FrontMatterFormat) -> bool:
    """Whether an article's text is between the last key and what looked like the closing fence."""
    last = last_key_line(text, content.start, format_)
    rest = [line for _, line in lines(text, last, content.end) if line.strip()]
    blank = not text[last : content.end].partition("\n")[0].strip()
    return bool(rest) and blank


def ends_with_keys(text: str, content: Span) -> bool:
    """Whether the last line is a key or belongs to one, with no blank line below it."""
    last = text[content.start : content.end].removesuffix("\n").rpartition("\n")[2]
    return bool(last.strip()) and (last.startswith((" ", "\t", "- ")) or _KEY.match(last) is not None)


def has_usual_key(text: str, start: int) -> bool:
    """Whether a line from an offset on, before the first heading, is a key that metadata usually have."""
    for count, (_, line) in enumerate(lines(text, start)):
        if count == _MOST_LINES or line.startswith("# "):
            return False
        if _USUAL.match(line):
            return True
    return False
