"""Forms of front matter that count only if a site asks for them, or if nothing else can be meant."""

from __future__ import annotations

import re

from lintarticle.article.front_matter.fence_faults import unclosed_fault, unopened_fault
from lintarticle.article.front_matter.fences import LANGUAGES, FenceHandler, Fences, past_line
from lintarticle.article.front_matter.front_matter import FrontMatterFormat
from lintarticle.article.front_matter.key_lines import last_key_line, looks_like_keys
from lintarticle.article.values import Fault
from lintarticle.expression import expression
from lintarticle.source import Span

_TITLE: dict[FrontMatterFormat, str] = {
    "yaml": r"(?mi)^title[ \t]*:",
    "toml": r"(?m)^title[ \t]*=",
    "json": r"\"title\"\s*:",
}
"""What a sample of code at the top of an article seldom has, and front matter always."""


class CodeFence(FenceHandler):
    """A fenced code block at the very top whose language is one of the three formats.

    `always`: whatever it holds; else only one that is closed and holds a title.
    """

    reads: FrontMatterFormat = "yaml"
    FM_BOUNDARY = expression(
        r"(?P<fence>`{3,}|~{3,})[ \t]*\{?\.?(?P<language>yaml|yml|toml|json)\b[^`\n]*(?:\n|\Z)", re.IGNORECASE
    )
    START_DELIMITER = END_DELIMITER = "```"

    def __init__(self, *, always: bool = True) -> None:
        self._always = always

    def find(self, text: str, start: int) -> Fences | None:
        """Find the code block; as in Markdown its closing fence is at least as long as its opening one."""
        found = self.FM_BOUNDARY.match(text, start)
        if not found:
            return None
        opening, format_ = Span(start, found.end("language")), LANGUAGES[found["language"].lower()]
        mark = found["fence"]
        closing = re.compile(rf"^{re.escape(mark)}{re.escape(mark[0])}*(?=[ \t]*$)", re.MULTILINE)
        end = closing.search(text, found.end())
        if not self._always and not (end and re.compile(_TITLE[format_]).search(text, found.end(), end.start())):
            return None
        if not end:
            last = last_key_line(text, found.end(), format_)
            fault, content_end = unclosed_fault(text, opening, found.end(), last, mark)
            return Fences(format_, opening, Span(found.end(), content_end), None, last, (fault,))
        content = Span(found.end(), end.start())
        return Fences(format_, opening, content, Span(*end.span()), past_line(text, end.end()))


class HeaderLines(FenceHandler):
    """`Key: value` lines without a fence, as Python-Markdown reads them (Pelican).

    `always`: whatever the keys are; else only lines that can be nothing but metadata, up to a blank line.
    """

    reads: FrontMatterFormat = "headers"
    FM_BOUNDARY = expression(r" {0,3}[A-Za-z0-9_][\w-]*(?: [\w-]+){0,3}:[^\n]*(?:\n|\Z)")
    _LINES = expression(
        r"(?: {0,3}[A-Za-z0-9_][\w-]*(?: [\w-]+){0,3}:[^\n]*(?:\n|\Z)|(?: {4,}|[ \t]*\t)[ \t]*\S[^\n]*(?:\n|\Z))+"
    )
    _KEYS = expression(r"^ {0,3}([\w -]+):[ \t]*(\S?)", re.MULTILINE)
    _FILED = frozenset({"date", "category", "categories", "slug", "layout", "status", "template"})
    _PLAIN = frozenset(
        {"title", "subtitle", "author", "authors", "tag", "tags", "modified", "summary", "lang", "save_as", "url"}
    )
    """Keys that Pelican and its kin read. With any other key the lines may be an editor's block."""

    def __init__(self, *, always: bool = True) -> None:
        self._always = always

    def find(self, text: str, start: int) -> Fences | None:
        """Find the lines; a line that is neither a key nor indented ends them."""
        lines = self._LINES.match(text, start)
        if not lines:
            return None
        end = lines.end()
        is_sure = text[end : end + 1] in ("", "\n") and self._is_filed(text, Span(start, end))
        if not is_sure and not (self._always and self._is_meant(text, Span(start, end))):
            return None
        return Fences("headers", Span(start, start), Span(start, end), None, end)

    def _is_filed(self, text: str, span: Span) -> bool:
        """Whether the lines hold a title, and a key by which a generator files the article."""
        found = {match[1].strip().lower(): match[2] for match in self._KEYS.finditer(text, span.start, span.end)}
        known = found.keys() & (self._FILED | self._PLAIN)
        if any(" " in name for name in found):  # a label, which Python-Markdown reads as text
            return False
        return bool(found.get("title")) and bool(known & self._FILED) and len(known) * 2 > len(found)

    def _is_meant(self, text: str, span: Span) -> bool:
        """Whether the lines are metadata where a site has them: one line of a paragraph may well begin like a key."""
        names = [match[1].strip().lower() for match in self._KEYS.finditer(text, span.start, span.end)]
        is_paragraph = text[span.end : span.end + 1] not in ("", "\n")
        return not is_paragraph or not (self._FILED | self._PLAIN).isdisjoint(names)


class Unopened(FenceHandler):
    """Keys that only a closing line ends (Hexo): YAML up to `---`, JSON without its outer braces up to `;;;`.

    `always`: whatever the keys are. Else only a title and other keys without a blank line, whose opening line is lost.
    """

    reads: FrontMatterFormat = "yaml"
    FM_BOUNDARY = expression(r"(?P<quote>\"?)[A-Za-z_][\w-]*(?P=quote)[ \t]*:(?=[ \t\n])")
    _CLOSING = expression(r"^(?:-{3,}|;{3,})(?=[ \t]*$)", re.MULTILINE)
    _KEYS = expression(r"^[A-Za-z_][\w-]*[ \t]*:(?=[ \t\n])", re.MULTILINE)

    def __init__(self, *, always: bool = True) -> None:
        self._always = always

    def find(self, text: str, start: int) -> Fences | None:
        """Find the keys; without a closing line they are text."""
        end = self._CLOSING.search(text, start) if self.FM_BOUNDARY.match(text, start) else None
        if end is None:
            return None
        format_: FrontMatterFormat = "json" if end[0].startswith(";") else "yaml"
        content = Span(start, end.start())
        if not looks_like_keys(text, content, format_):
            return None
        faults: tuple[Fault, ...] = ()
        if not self._always:
            if start or format_ != "yaml" or not self._has_lost_its_fence(text, content):
                return None
            faults = (unopened_fault(text, start),)
        return Fences(format_, Span(start, start), content, Span(*end.span()), past_line(text, end.end()), faults)

    def _has_lost_its_fence(self, text: str, content: Span) -> bool:
        block = text[content.start : content.end]
        has_title = re.search(_TITLE["yaml"], block) is not None
        return has_title and "\n\n" not in block and sum(1 for _ in self._KEYS.finditer(block)) >= 2
