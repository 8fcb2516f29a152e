"""What is not Markdown inside Markdown: shortcodes, templates, MDX, directives, math, footnote marks, comments.

One pass over the source finds them, outside code, before the Markdown parser sees the text. Each is then
replaced by filler of the same length, so that it breaks no paragraph and every offset still holds.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Literal

from lintarticle.article.markdown.html import MAX_WASTE, end_of_braces, is_escaped, read_tag
from lintarticle.expression import expression
from lintarticle.record import NamedTuple
from lintarticle.source import Span

FILLER = "\ufdd0"
"""A Unicode noncharacter: no text has it, and to Markdown it is a letter."""

_VANISHING = "\ufdd1"
"""Filler that becomes blanks where nothing else is on the line."""

MaskKind = Literal["comment", "shortcode", "liquid", "template", "math", "directive", "footnote", "attributes", "esm",
                   "expression", "tag", "code"]  # fmt: skip


class Mask(NamedTuple):
    """A stretch that is not Markdown. `inner` is what is inside its marks."""

    kind: MaskKind
    span: Span
    inner: Span
    name: str = ""


class Masks(NamedTuple):
    """All masks of a text in order, none overlapping, and whether the text turned out to be MDX."""

    masks: list[Mask]
    mdx: bool


_STOPS = expression(r"`|~~~|\\|<(?=[A-Za-z/>]|!--)|\{|\$|\[\^|::|\n(?=import|export)")
"""Where an opener may be: the engine skips to these quickly, since each begins with one character."""

_OPENERS = expression(
    r"(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})"
    r"|(?P<ticks>`+)"
    r"|(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<comment><!--)"
    r"|(?P<angle><(?=[A-Za-z/>]))"
    r"|(?P<shortcode>\{\{[<%])"
    r"|(?P<template_comment>\{\{-?\s?/\*)"
    r"|(?P<template>\{\{)"
    r"|(?P<liquid>\{%)"
    r"|(?P<mdx_comment>\{/\*)"
    r"|(?P<attributes>\{:[^}\n]{0,500}\}|\{[.#][^}\n]{0,500}\}(?=[ \t]*$))"
    r"|(?P<brace>\{)"
    r"|(?P<math>\$\$?)"
    r"|(?P<directive>:::[^\n]*|::[A-Za-z][\w-]*(?:\[[^\]\n]{0,500}\])?(?:\{[^}\n]{0,500}\})?[ \t]*$)"
    r"|(?P<footnote>\[\^[^\]\s\[]+\])"
    r"|(?P<line>\n(?=import|export))",
    re.MULTILINE,
)
_ESM = expression(
    r"import\s+(?:['\"]|[\w$*{][^'\"\n]{0,2000}\sfrom\s+['\"]|\{[ \t]*\n)"
    r"|export\s+(?:default|const|let|var|function|async|class|\{|\*)(?!\w)"
)
_BEFORE_FENCE = expression(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*\Z")
_FENCE_END = expression(r"(`(?<!``)`{2,}+|~(?<!~~)~{2,}+)[ \t]*+$", re.MULTILINE)
"""A run of marks that ends a line; it has to begin one, too."""
_TICKS = expression(r"`+")
_BLANK_LINE = expression(r"\n[ \t>]*(?=\n)")
# Compiled on first use, by `re` itself, which keeps them: most articles need few of them.
_SHORTCODE_PARTS = r'["`]|[>%]\}\}|\{\{[<%]'
_NAME = r"[\s/-]*([\w./-]*\w)?"
_MATH_SIGN = r"[\\^_={}<>+*/|]|\A[A-Za-z]\d?\Z"
_MODULE = r"[\"'][^\"'\n]+[\"'];?[ \t]*\Z"
_EXPORT = r"export\s+(?:(?:const|let|var)\s+[\w$]+(?:\s*:[^=\n]+)?\s*=|(?:default\s+)?(?:async\s+)?function\b[^\n]*\()"
_JS_CONTINUES = r"(?:[=,(\[{+&|?:]|=>|\bfrom)[ \t]*$"

# Paired tags whose content is code or a drawing, not Markdown.
_CODE_PAIR = r"(?:highlight|code[\w-]*|mermaid|math|katex|raw-?html|script|style|prism|gist-code)$"
_LIQUID_BLOCKS = frozenset(
    {"if", "unless", "for", "case", "capture", "raw", "tablerow", "tabs", "tab", "note", "block"}
)
_LOOKED_AT = 4_000
"""Characters of what a pair of tags holds that are looked at."""

_CODE_LINE = (
    r"\s*(?:[\w.\[\]'\"$]{1,80}\s?[-+*/|:]?=\s?\S|[\w.]{1,80}\([^\n]*\)\s*[;:{]?\s*$|[)\]}]|//|/\*|@\w+[(\s]?"
    r"|>>> |\$ \w"
    r"|(?:import|from|def|class|return|const|let|var|function|func|fn|for|while|if|elif|try|print|using|package|public|"
    r"private|select|insert|create|update|library|graph|digraph|flowchart|sequenceDiagram)\b[^.!?]*[:;({)\]}=*\"'\w]\s*$"
    r"|[\"'][\w -]{1,60}[\"']\s*:|[^\n]*[;{]\s*$)"
)
"""What most lines of code look like, and few of prose. Lines with `#` count as neither."""


def find_masks(text: str, *, mdx: bool | None = None) -> Masks:
    """Find all that is not Markdown; `mdx` None: the text is MDX when it has an ES import outside code."""
    return _Lexer(text, mdx=mdx).run()


def fill(text: str, masks: list[Mask]) -> str:
    """Return `text` with every mask replaced by filler or blanks; comments at the start of a line stay."""
    pieces: list[str] = []
    end = 0
    for mask in masks:
        if text.startswith("<!--", mask.span.start) and _starts_line(text, mask.span.start, " "):
            continue  # the Markdown parser knows these as blocks
        filler = _VANISHING if mask.kind in ("esm", "expression", "tag", "directive", "attributes") else FILLER
        pieces += (text[end : mask.span.start], re.sub(r"[^\n]", filler, text[mask.span.start : mask.span.end]))
        end = mask.span.end
    if not pieces:
        return text
    filled = "".join((*pieces, text[end:]))
    alone = rf"^[ \t]*{_VANISHING}[{_VANISHING} \t]*$"
    # A line of filler alone above `---` would become a heading.
    underlined = rf"^[ \t]*{FILLER}[{FILLER} \t]*$(?=\n[ \t]*(?:-+|=+)[ \t]*$)"
    filled = re.sub(rf"{alone}|{underlined}", lambda match: " " * len(match[0]), filled, flags=re.MULTILINE)
    return filled.replace(_VANISHING, FILLER)


def without_sizes(text: str) -> str:
    """Return `text` with what platforms add to the address of an image blanked: its size, how it is aligned.

    `![…](tides.png =500x300)`, as Zenn and others write it, `![…](tides.png align="left")`, as Hashnode does.
    """
    if "=" not in text or (' align="' not in text and ("x" not in text or " =" not in text)):
        return text
    sized = (
        r"(!\[[^\[\]\n]{0,500}\]\([^\s()<>]{1,2000})"
        r"([ \t]{1,9}=\d{0,5}x\d{0,5}|(?:[ \t]{1,9}(?:align|width|height)=\"[\w%]{0,9}\"){1,3})(?=[ \t]{0,9}\))"
    )
    return re.sub(sized, lambda match: match[1] + " " * len(match[2]), text)


def _starts_line(text: str, at: int, marks: str) -> bool:
    """Whether nothing but `marks` is before an offset on its line."""
    while at > 0 and text[at - 1] in marks:
        at -= 1
    return at == 0 or text[at - 1] == "\n"


class _Lexer:
    """Walks from opener to opener. Each reader returns the offset past what it read, -1 where it is nothing."""

    def __init__(self, text: str, *, mdx: bool | None) -> None:
        self.text = text
        self.mdx = bool(mdx)
        self.may_be_mdx = mdx is not False
        self.masks: list[Mask] = []
        self.waste = 0

    def run(self) -> Masks:
        at = max(0, self._read_esm(0))
        while stop := _STOPS.search(self.text, at):
            match = _OPENERS.match(self.text, stop.start())
            end = getattr(self, f"read_{match.lastgroup}")(match) if match else -1
            at = end if end >= 0 else stop.start() + 1
        return Masks(self.masks, self.mdx)

    # --- code and escapes are stepped over ---

    def read_fence(self, match: re.Match[str]) -> int:
        mark = match[0]
        line_start = self.text.rfind("\n", max(0, match.start() - 200), match.start()) + 1
        if not _BEFORE_FENCE.match(self.text, line_start, match.start()):
            return self.read_ticks(match) if mark[0] == "`" else match.end()
        first = bisect_left(self._fence_ends, (match.end(), 0, ""))
        for index in range(first, len(self._fence_ends)):
            _, end, found = self._fence_ends[index]
            if found[0] == mark[0] and len(found) >= len(mark):
                return end
        return len(self.text)

    @cached_property
    def _fence_ends(self) -> list[tuple[int, int, str]]:
        ends = _FENCE_END.finditer(self.text)
        return [(*match.span(), match[1]) for match in ends if _starts_line(self.text, match.start(), " \t>")]

    def read_escape(self, match: re.Match[str]) -> int:
        return match.end()

    def read_ticks(self, match: re.Match[str]) -> int:
        runs = self._tick_runs.get(len(match[0]), [])
        index = bisect_left(runs, match.end())
        if index < len(runs) and runs[index] < self._paragraph_end(match.end()):
            return runs[index] + len(match[0])
        return match.end()

    @cached_property
    def _tick_runs(self) -> dict[int, list[int]]:
        runs: dict[int, list[int]] = {}
        for match in _TICKS.finditer(self.text):
            runs.setdefault(len(match[0]), []).append(match.start())
        return runs

    def _paragraph_end(self, at: int) -> int:
        index = bisect_right(self._blank_lines, at)
        return self._blank_lines[index] if index < len(self._blank_lines) else len(self.text)

    @cached_property
    def _blank_lines(self) -> list[int]:
        return [match.start() for match in _BLANK_LINE.finditer(self.text)]

    # --- comments and templates ---

    def read_comment(self, match: re.Match[str]) -> int:
        return self._delimited("comment", match, "-->")

    def read_mdx_comment(self, match: re.Match[str]) -> int:
        return self._delimited("comment", match, "*/}", name="mdx")

    def read_template_comment(self, match: re.Match[str]) -> int:
        end = self._find("*/", match.end())
        close = self._find("}}", end + 2) if end >= 0 else -1
        if close < 0 or close > end + 5:
            return -1
        return self._mask("comment", match.start(), close + 2, Span(match.end(), end), "template")

    def read_shortcode(self, match: re.Match[str]) -> int:
        end = self._end_of_shortcode(match.end())
        if end < 0:
            return -1
        name = self._name(match.end(), end)
        comment = self.text.startswith("/*", match.end())
        is_single = comment or self.text.startswith("/", match.end()) or self.text[end - 4] == "/"
        closer = None if is_single else self._closer(self._shortcode_closers, name, end)
        if closer and self._holds_code(name, Span(end, closer.start)):
            return self._mask("code", match.start(), closer.end, Span(end, closer.start), name)
        return self._mask("shortcode", match.start(), end, Span(match.end(), end - 3), name)

    @cached_property
    def _shortcode_closers(self) -> dict[str, list[Span]]:
        return self._by_name(r"\{\{[<%]\s*/\s*([\w./-]*\w)\s*[>%]\}\}")

    @cached_property
    def _liquid_closers(self) -> dict[str, list[Span]]:
        return self._by_name(r"\{%-?\s*end([\w./-]*\w)\s*-?%\}")

    def _by_name(self, closing: str) -> dict[str, list[Span]]:
        closers: dict[str, list[Span]] = {}
        for match in re.finditer(closing, self.text):
            closers.setdefault(match[1], []).append(Span(*match.span()))
        return closers

    @staticmethod
    def _closer(closers: dict[str, list[Span]], name: str, at: int) -> Span | None:
        spans = closers.get(name, [])
        index = bisect_left(spans, (at, at))
        return spans[index] if index < len(spans) else None

    def _holds_code(self, name: str, inner: Span) -> bool:
        """Whether what a pair of tags holds is code: by the name of the tags, or because it reads as code."""
        if re.compile(_CODE_PAIR).match(name):
            return True
        written = self.text[inner.start : min(inner.end, inner.start + _LOOKED_AT)]
        lines = [line for line in written.split("\n") if line.strip() and not line.lstrip().startswith("#")]
        code = sum(1 for line in lines if re.compile(_CODE_LINE).match(line))
        return code > len(lines) // 2

    def _end_of_shortcode(self, at: int) -> int:
        start = at
        while self.waste < MAX_WASTE and (match := re.compile(_SHORTCODE_PARTS).search(self.text, at)):
            at = match.end()
            if match[0].startswith("{") and not self.text.startswith("/*", start):
                self.waste += at - start
                return -1  # another one begins: this one has no end
            if match[0].endswith("}"):
                return at
            close = self.text.find(match[0], at) if len(match[0]) == 1 else -1
            part = re.compile(_SHORTCODE_PARTS).search(self.text, close + 1) if close >= 0 else None
            if part:
                at = close + 1
        self.waste += len(self.text) - start
        return -1

    def read_template(self, match: re.Match[str]) -> int:
        return self._delimited("template", match, "}}", self._paragraph_end(match.end()))

    def read_liquid(self, match: re.Match[str]) -> int:
        end = self._find("%}", match.end(), self._paragraph_end(match.end()))
        if end < 0:
            return -1
        name = self._name(match.end(), end)
        closer = None if name.startswith("end") else self._closer(self._liquid_closers, name, end)
        inner = Span(end + 2, closer.start) if closer else Span(0, 0)
        if closer and name == "comment":
            return self._mask("comment", match.start(), closer.end, inner, "template")
        if closer and name not in _LIQUID_BLOCKS and self._holds_code(name, inner):
            return self._mask("code", match.start(), closer.end, inner, name)
        return self._mask("liquid", match.start(), end + 2, Span(match.end(), end), name)

    # --- marks of one line ---

    def read_attributes(self, match: re.Match[str]) -> int:
        if match[0][1] != ":" and not _starts_line(self.text, match.start(), " \t>"):
            return match.end() if match[0][1] == "#" else self.read_brace(match)  # a heading's anchor is kept
        return self._mask("attributes", *match.span(), Span(*match.span()))

    def read_directive(self, match: re.Match[str]) -> int:
        if not _starts_line(self.text, match.start(), " \t>"):
            return match.start() + 2
        return self._mask("directive", *match.span(), Span(*match.span()))

    def read_footnote(self, match: re.Match[str]) -> int:
        defines = self.text.startswith(":", match.end()) and _starts_line(self.text, match.start(), " \t>")
        end = match.end() + defines
        return self._mask("footnote", match.start(), end, Span(match.start(), end), "definition" if defines else "")

    def read_math(self, match: re.Match[str]) -> int:
        marks = match[0]
        # The line's end is looked for up to the next mark only: a line may hold half a million of them.
        close = self.text.find(marks, match.end())
        if close <= match.end() or (marks == "$" and self.text.find("\n", match.end(), close) >= 0):
            return match.end()
        if marks == "$$" and close + len(marks) > self._paragraph_end(match.end()):
            return match.end()
        if marks == "$" and not self._is_inline_math(match.start(), close):
            return match.end()
        return self._mask("math", match.start(), close + len(marks), Span(match.end(), close))

    def _is_inline_math(self, start: int, close: int) -> bool:
        """Pandoc's rule against prices (no blank inside the marks, no digit after them), and a sign of a formula."""
        before, after = self.text[start - 1 : start], self.text[close + 1 : close + 2]
        inner = self.text[start + 1 : close]
        if before.isalnum() or after.isalnum() or inner[0].isspace() or inner[-1].isspace() or "`" in inner:
            return False
        return re.compile(_MATH_SIGN).search(inner) is not None

    # --- MDX ---

    def read_line(self, match: re.Match[str]) -> int:
        return self._read_esm(match.end())

    def _read_esm(self, start: int) -> int:
        may_begin = (self.mdx or self.may_be_mdx) and self.text.startswith(("import", "export"), start)
        match = _ESM.match(self.text, start) if may_begin else None
        if not match:
            return -1
        end = self._end_of_statement(start)
        if not self.mdx and not self._is_module_code(match, start, end):
            return -1
        self.mdx = True
        return self._mask("esm", start, end, Span(start, end))

    def _is_module_code(self, match: re.Match[str], start: int, end: int) -> bool:
        """Whether a line is not prose: prose may begin with "import", but seldom names a module in quotes."""
        if match[0].startswith("export"):
            return re.compile(_EXPORT).match(self.text, start, end) is not None
        return re.compile(_MODULE).search(self.text, self.text.rfind("\n", 0, end) + 1, end) is not None

    def _end_of_statement(self, start: int) -> int:
        at = start
        while True:
            line_end = self._line_end(at)
            opener = re.compile("[{`]").search(self.text, at, line_end)
            if opener:
                literal = opener[0] == "`"
                end = self._end_of_literal(opener.end()) if literal else self._end_of_braces(opener.start())
                if end < 0:
                    return line_end
                at = end
            elif line_end < len(self.text) and re.compile(_JS_CONTINUES).search(self.text[at:line_end][-20:]):
                at = line_end + 1
            else:
                return line_end

    def _end_of_literal(self, at: int) -> int:
        """Return the offset past the backtick that closes a template literal, -1 where none does."""
        close = self._find("`", at)
        while close >= 0 and is_escaped(self.text, close):
            close = self._find("`", close + 1)
        return close + 1 if close >= 0 else -1

    def read_brace(self, match: re.Match[str]) -> int:
        if not self.mdx:
            return -1
        end = self._end_of_braces(match.start())
        if end < 0:
            return -1
        return self._mask("expression", match.start(), end, Span(match.start() + 1, end - 1))

    def _end_of_braces(self, start: int) -> int:
        if self.waste > MAX_WASTE:
            return -1
        end = end_of_braces(self.text, start)
        if end < 0:
            # Reading braces takes some fifty times as long as finding a string.
            self.waste += 10 * min(100_000, len(self.text) - start)
        return end

    def read_angle(self, match: re.Match[str]) -> int:
        if not self.mdx or self.waste > MAX_WASTE:
            return -1
        tag = read_tag(self.text, match.start())
        if tag is None:
            self.waste += 1_000
            return -1
        return self._mask("tag", *tag.span, tag.span, tag.name)

    # --- shared ---

    def _delimited(
        self, kind: MaskKind, match: re.Match[str], closer: str, stop: int | None = None, name: str = ""
    ) -> int:
        end = self._find(closer, match.end(), stop)
        if end < 0:
            return -1
        return self._mask(kind, match.start(), end + len(closer), Span(match.end(), end), name)

    def _find(self, closer: str, at: int, stop: int | None = None) -> int:
        """Find a closer; one that the rest of the text does not have is not looked for again and again."""
        if at > self._last[closer] or self.waste > MAX_WASTE:
            return -1
        end = self.text.find(closer, at, stop)
        if end < 0:
            self.waste += (len(self.text) if stop is None else stop) - at
        return end

    def _search(self, closer: str, at: int) -> re.Match[str] | None:
        if self.waste > MAX_WASTE:
            return None
        match = re.compile(closer).search(self.text, at)
        if not match:
            self.waste += len(self.text) - at
        return match

    @cached_property
    def _last(self) -> dict[str, int]:
        return {closer: self.text.rfind(closer) for closer in ("-->", "*/}", "*/", "}}", "%}", "`")}

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return end if end >= 0 else len(self.text)

    def _name(self, start: int, end: int) -> str:
        match = re.compile(_NAME).match(self.text, start, end)
        return (match[1] or "") if match else ""

    def _mask(self, kind: MaskKind, start: int, end: int, inner: Span, name: str = "") -> int:
        self.masks.append(Mask(kind, Span(start, end), inner, name))
        return end
