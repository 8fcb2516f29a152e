"""The front matter of an article: found, split and read, every key and value with its place.

How each format is found and where the site generators disagree: `docs/front-matter.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from frontmatter.default_handlers import YAMLHandler

from lintarticle.article.front_matter.fence_faults import not_first_fault
from lintarticle.article.front_matter.fences import (
    SCRIPTS,
    Block,
    FenceHandler,
    Fences,
    JsonFences,
    SemicolonFences,
    TomlFences,
    YamlFences,
    block_start,
    find_unclosed,
    load_block,
    read_values,
)
from lintarticle.article.front_matter.front_matter import FrontMatter, Values
from lintarticle.article.front_matter.key_lines import ends_in_prose, ends_with_keys, is_mostly_keys, opens_with_keys
from lintarticle.article.front_matter.optional_fences import CodeFence, HeaderLines, Unopened
from lintarticle.article.values import Fault
from lintarticle.source import BOM, SourceText, Span


class FrontMatterHandler(YAMLHandler):
    """Every form of front matter, for lintarticle and for `frontmatter.load(path, handler=FrontMatterHandler())`.

    `code_fence`: a fenced code block at the top counts. `headers`: so do bare `Key: value` lines. `unopened`: so do
    keys that only a closing fence ends. Without these, only what can be nothing else counts. `frontmatter.dumps`
    writes YAML, whatever the form was.
    """

    def __init__(self, *, code_fence: bool = False, headers: bool = False, unopened: bool = False) -> None:
        super().__init__()
        self.forms: tuple[FenceHandler, ...] = (
            *(YamlFences(), TomlFences(), SemicolonFences(), JsonFences()),
            *(CodeFence(always=code_fence), Unopened(always=unopened), HeaderLines(always=headers)),
        )

    def detect(self, text: str) -> bool:
        """Whether a text has front matter in any of the forms."""
        return self.read(SourceText(text)) is not None

    def split(self, text: str) -> tuple[str, str]:
        """Return the block and what follows it, both as they are; raises ValueError for a text without a block."""
        found = self._find(SourceText(text))
        if found is None:
            message = "no front matter"
            raise ValueError(message)
        fences, _ = found
        return Block(text, fences), text[fences.end :]

    def load(self, fm: str, **kwargs: object) -> dict[str, object]:
        """Return the values of a block from `split`, or of YAML from elsewhere."""
        return load_block(fm, "yaml")

    def read(self, source: SourceText) -> FrontMatter | None:
        """Read the block at the start of a file, or None.

        Nothing raises: what can't be read is a fault, and the keys around it are kept.
        """
        found = self._find(source)
        if found is None:
            return None
        fences, values = found
        start = block_start(source.text)
        faults = [*_sure(fences.faults, values), *values.faults]
        if fences.format == "toml" and "\r" in source.raw:
            faults += _bare_returns(source, fences)
        if start:
            faults.insert(0, not_first_fault(source.text, start, fences.end))
        span = fences.opening._replace(end=fences.end)
        return FrontMatter(
            fences.format, span, fences.content, fences.opening, fences.closing, values.root, tuple(faults)
        )

    def _find(self, source: SourceText) -> tuple[Fences, Values] | None:
        text = source.text
        fences = self._split(text)
        if fences is None or (text[: block_start(text)].removeprefix(BOM) and not _is_certain(text, fences)):
            return None
        values = _values(source, fences)
        if fences.closing and fences.format != "json" and any(fault.kind == "syntax" for fault in values.faults):
            shorter = _reread_unclosed(text, fences)
            if shorter is None and not opens_with_keys(text, fences.content.start):
                return None
            if shorter and shorter.end < fences.content.end:
                reread = _values(source, shorter)
                if len(shorter.faults) + len(reread.faults) <= len(values.faults):
                    return shorter, reread
        return fences, values

    def _split(self, text: str) -> Fences | None:
        for form in self.forms:
            if form.detect(text):
                try:
                    block, _ = form.split(text)
                except ValueError:
                    continue
                return block.fences
        return None


def _sure(faults: tuple[Fault, ...], values: Values) -> Iterator[Fault]:
    """Yield the faults of the fences; no closing fence is proposed where it would leave a block that can't be read."""
    broken = any(fault.kind == "syntax" for fault in values.faults)
    for fault in faults:
        yield fault._replace(fix=None) if broken and fault.kind == "unclosed" else fault


def _bare_returns(source: SourceText, fences: Fences) -> Iterator[Fault]:
    """Yield a fault for the first line of TOML that ends as no other: with a carriage return on its own."""
    start = source.raw_offset(fences.content.start)
    raw = source.raw[start : source.raw_offset(fences.content.end)]
    found = re.search(r"\r(?!\n)", raw) if "\n" in raw else None
    if found:
        at = fences.content.start + found.start() - raw.count("\r\n", 0, found.start())
        message = "This line ends with a lone carriage return, which TOML does not allow; retype the line break."
        yield Fault("syntax", Span(at, at + 1), message)


def _values(source: SourceText, fences: Fences) -> Values:
    if source[fences.opening].endswith(SCRIPTS):
        return Values(None, (Fault("script", fences.opening, "Front matter in JavaScript is not read."),))
    return read_values(source, fences.content, fences.format, braced=source[fences.opening] == "{")


def _is_certain(text: str, fences: Fences) -> bool:
    """Whether a block that is not first holds keys: two rules below each other are not front matter."""
    return bool(text[fences.content.start : fences.content.end].strip())


def _reread_unclosed(text: str, fences: Fences) -> Fences | None:
    """Read again up to the last key, where the “closing” fence turns out to be a rule in the middle of the article."""
    if not ends_in_prose(text, fences.content, fences.format):
        return fences
    if not opens_with_keys(text, fences.content.start):
        return fences if is_mostly_keys(text, fences.content) else None
    shorter = find_unclosed(text, fences.format, fences.opening, fences.content.start)
    rest = fences.content._replace(start=shorter.content.end) if shorter else fences.content
    return fences if is_mostly_keys(text, rest) or ends_with_keys(text, rest) else shorter
