"""The front matter of an article: found, split and read, every key and value with its place.

How each format is found and where the site generators disagree: `docs/front-matter.md`.
"""

from __future__ import annotations

import re

from lintarticle.article.front_matter.fence_faults import not_first_fault
from lintarticle.article.front_matter.fences import (
    CODE_FENCE,
    HANDLERS,
    HEADERS,
    UNOPENED,
    Fences,
    OffsetHandler,
    find_unclosed,
)
from lintarticle.article.front_matter.front_matter import FrontMatter
from lintarticle.article.front_matter.key_lines import ends_in_prose, opens_with_keys
from lintarticle.article.front_matter.value_tree import Values, mapping_node
from lintarticle.article.values import Entry, Fault, Node
from lintarticle.source import BOM, SourceText, Span

_HEADER = re.compile(r"([A-Za-z][\w -]*):[ \t]*([^\n]*(?:\n[ \t]+\S[^\n]*)*)")


class FrontMatterReader:
    """Reads the block at the start of a file.

    `code_fence`: a fenced code block at the top counts. `headers`: so do bare `Key: value` lines.
    `unopened`: so do keys that only a closing fence ends.
    """

    def __init__(self, *, code_fence: bool = False, headers: bool = False, unopened: bool = False) -> None:
        optional = ((CODE_FENCE, code_fence), (UNOPENED, unopened), (HEADERS, headers))
        self._handlers: tuple[OffsetHandler, ...] = (*HANDLERS, *(handler for handler, counts in optional if counts))

    def read(self, source: SourceText) -> FrontMatter | None:
        """Return the block, None where there is none; what can't be read is a fault, the keys around it are kept."""
        text = source.text
        start = _start(text)
        fences = next((found for handler in self._handlers if (found := handler.find(text, start))), None)
        if fences is None or (text[:start].removeprefix(BOM) and not _is_certain(text, fences)):
            return None
        values = _read(source, fences)
        if fences.closing and fences.format != "json" and any(fault.kind == "syntax" for fault in values.faults):
            shorter = _reread_unclosed(text, fences)
            if shorter is None and not opens_with_keys(text, fences.content.start):
                return None
            if shorter and shorter.end < fences.content.end:
                fences, values = shorter, _read(source, shorter)
        faults = [*fences.faults, *values.faults]
        if start and fences.format != "headers":
            faults.insert(0, not_first_fault(text, start, fences.end))
        span = Span(fences.opening.start, fences.end)
        return FrontMatter(
            fences.format, span, fences.content, fences.opening, fences.closing, values.root, tuple(faults)
        )


def _start(text: str) -> int:
    """Return where a block may start: past a byte order mark, blank lines and comments."""
    first = int(text.startswith(BOM))
    if text[first : first + 1] not in ("", " ", "\t", "\n", "<"):
        return first
    at = _past_blanks_and_comments(text, first)
    # A fence that is indented is no fence: go back to the start of its line.
    line = text.rfind("\n", 0, at) + 1
    return at if not text[line:at].strip(" \t") and line == at else max(first, at)


def _past_blanks_and_comments(text: str, at: int) -> int:
    while True:
        at = next((place for place in range(at, len(text)) if not text[place].isspace()), len(text))
        end = text.find("-->", at + len("<!--")) if text.startswith("<!--", at) else -1
        if end < 0:
            return at
        at = end + len("-->")


def _is_certain(text: str, fences: Fences) -> bool:
    """Whether a block that does not stand first holds keys: two rules below each other are no front matter."""
    return bool(text[fences.content.start : fences.content.end].strip())


def _reread_unclosed(text: str, fences: Fences) -> Fences | None:
    """Read again up to the last key, where the “closing” fence turns out to be a rule in the middle of the article."""
    if not ends_in_prose(text, fences.content, fences.format):
        return fences
    if not opens_with_keys(text, fences.content.start):
        return None
    return find_unclosed(text, fences.format, fences.opening, fences.content.start)


def _read(source: SourceText, fences: Fences) -> Values:
    """Read the values; each reader is imported when its format is met."""
    if fences.format == "headers":
        return _read_headers(source, fences.content)
    if fences.format == "toml":
        from lintarticle.article.front_matter.toml_values import read_toml

        return read_toml(source, fences.content)
    if fences.format == "json":
        from lintarticle.article.front_matter.json_values import read_json

        return read_json(source, fences.content, braced=source[fences.opening] == "{")
    from lintarticle.article.front_matter.yaml_values import read_yaml

    return read_yaml(source, fences.content)


def _read_headers(source: SourceText, content: Span) -> Values:
    """Read `Key: value` lines; a value goes on over indented lines. Every value is text."""
    entries: list[Entry] = []
    faults: list[Fault] = []
    for found in _HEADER.finditer(source.text, content.start, content.end):
        name, value = found[1], found[2].rstrip()
        key = Node("string", name, Span(*found.span(1)), name)
        span = Span(found.start(2), found.start(2) + len(value))
        meant = " ".join(part.strip() for part in value.split("\n"))
        entries.append(Entry(key, Node("string", meant, span, meant)))
    return Values(mapping_node(entries, content), tuple(faults))
