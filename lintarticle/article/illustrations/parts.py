"""One brief read: its name, its labelled parts, and what is between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintarticle.article.illustrations.brief import FILE, QUOTES, Brief, read_file_name, read_size, trimmed
from lintarticle.article.metadata_block.labels import EMOJI
from lintarticle.article.text.brief_words import BriefWords
from lintarticle.article.values import Fault
from lintarticle.expression import expression
from lintarticle.record import NamedTuple
from lintarticle.source import Span

if TYPE_CHECKING:
    from lintarticle.article.illustrations.items import Item

_LABEL = expression(
    rf"(?P<line>(?:\A|\n)[ \t]*(?:(?:[-*+•]|\d{{1,3}}[.)]|#{{1,6}})[ \t]+)?(?:{EMOJI}{{1,8}}[ \t]*)?)?"
    r"(?P<bold>\*\*|__|\*|_)?(?P<label>[^\W\d_][^\n:：*|—–\"“”.;!?`()\[\]_]{0,48}+)(?P<note>[ \t]*\([^()\n]{0,60}\))?"
    r"(?:(?:\*\*|__|\*|_)?[ \t]*[:：](?P<closed>\*\*|__|\*|_)?|(?P<alone>(?:\*\*|__)?[ \t]*(?=\n|\Z)))"
)
"""A label and its colon, bold or plain. At the start of a line any label ends the part before it when it is bold;
within a line only a known one does, and only where a sentence may begin."""

_BEGINNINGS = expression(r"(?:\n|(?<=[.!?;|)\]\"”»。！？；—–*])[ \t]*)")
_LONGEST_QUOTATION = 5000
"""Characters after which a quotation is taken to be unclosed."""

_PLAIN_BRIEF = expression(
    r"\*\*(?P<name>[A-Za-z]{2,40}+(?:[ -][A-Za-z]{2,40}+){0,3}+)\*\* ?\((?P<note>[^\n():：（）]{1,200})\):[ \t]+"
    r"(?P<text>[^\W\d_][^\n:：]*[.!?])[ \t]+(?P<label>[A-Za-z]{2,20}+(?: [A-Za-z]{2,20}+){0,5}+):[ \t]+"
    r"\"(?P<prompt>[^\"\n]{1,4000})\""
)
"""A brief on one line in which no other label can be: the colon behind its prompt's is the last one outside quotes."""

_IMAGE = expression(r"!\[([^\[\]\n]{0,500})\]\(\s*<?([^()\s<>]{1,500})>?[^()\n]{0,200}\)\s*[:–—-]?")
_BRACKET = expression(r"\[([^\W\d_][^\[\]\n]{2,60})\](?=[ \t:：–—-])[ \t]*(?:[:：–—-][ \t]+)?(?=\S)")
_SEPARATOR = expression(r"[ \t]*(?:[:：]|[–—]|-(?=[ \t]))?\**[ \t]*(?:[–—](?=[ \t]))?")
_BOLD = expression(r"(\*\*|__|\*|_)([^\n]{1,200}?)\1")
_NOTE = expression(r"\s*[(（]")
_PARENTHESES = expression("[()（）]")
_LETTER_OR_DIGIT = expression(r"[^\W_]")
_MARKS = expression(r"[\s*_]*")
_FENCE = expression(r"(`{3,}|~{3,})")
_AFTER_QUOTE = expression(r"[.,;:!?)*_ \t]{0,20}")
_BLANKS = expression(r"[ \t\n]*")
_NUMBER = expression(rf"(?:\d{{1,3}}[.)]\s+|{EMOJI}|[\s*_]){{1,12}}")
_DIGIT = expression(r"\d")
_NAME_END = expression(r"[:：]?[\s*_]*$")
_NOTE_AT_END = expression(r"[(（]([^()（）]{1,200})[)）]$")

_FILE_LEAD = expression(rf"`?({FILE})`?(?=\s*(?:[:：–—(]|-\s|$))", re.IGNORECASE)


class _Value(NamedTuple):
    """A value's beginning, where the next label may be, and whether a quotation or a fence lies between."""

    start: int
    resume: int
    closed: bool


class Reader:
    """Reads the items of one chunk of text; `base` is the chunk's offset in the file."""

    def __init__(self, chunk: str, base: int, words: BriefWords, default: str = "description") -> None:
        self.chunk = chunk
        self.base = base
        self.words = words
        self.default = default

    def read(self, item: Item) -> Brief:
        """Read one item."""
        end = item.start + len(self.chunk[item.start : item.end].rstrip())
        brief = Brief(Span(self.base + item.start, self.base + end))
        if not self._read_plain(brief, item, end):
            start = self._read_lead(brief, item, end)
            self._read_parts(brief, start, end)
        read_size(brief)
        read_file_name(brief)
        return brief

    def read_whole(self, item: Item) -> Brief:
        """Read a value that is one prompt as a whole, lists and lines in it included."""
        brief = Brief(Span(self.base + item.start, self.base + item.end))
        self._keep(brief, self.default, self._value(item.start, item.end), item.end)
        return brief

    def _read_plain(self, brief: Brief, item: Item, end: int) -> bool:
        """Read a brief in its commonest form at once, if it has that: `**Name** (note): Text. Prompt: "…"`."""
        plain = self.default == "description" and not item.heading
        found = _PLAIN_BRIEF.fullmatch(self.chunk, item.start, end) if plain else None
        if found is None or self._is_part(found["name"]) or self.words.part_of(found["label"]) != "prompt":
            return False
        self._put(brief, "note", *found.span("note"))
        self._put_name(brief, *found.span("name"))
        self._put(brief, "description", *found.span("text"))
        self._put(brief, "prompt", *found.span("prompt"))
        return True

    # --- the beginning ----------------------------------------------------------------------------------------

    def _read_lead(self, brief: Brief, item: Item, end: int) -> int:
        """Read `**Name** (note):` at the start, return where the rest begins."""
        line_end = self.chunk.find("\n", item.start)
        line_end = end if line_end < 0 else min(line_end, end)
        start = item.start
        if item.heading:
            self._read_name(brief, start, line_end)
            return line_end
        image = _IMAGE.match(self.chunk, start, line_end)
        if image:
            self._put(brief, "alt", *image.span(1))
            self._put(brief, "file", *image.span(2))
            return image.end()
        if bracket := _BRACKET.match(self.chunk, start, line_end):
            self._read_name(brief, *bracket.span(1))
            return bracket.end()
        lead = self._bold_lead(start, line_end) or self._plain_lead(start, line_end)
        if lead is None:
            return start
        name_end, rest = lead
        rest = self._read_note(brief, rest, line_end)
        self._read_name(brief, start, name_end)
        separator = _SEPARATOR.match(self.chunk, rest, line_end)
        return separator.end() if separator else rest

    def _bold_lead(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a bold name ends, and where its marker does, unless it is the label of a part."""
        match = _BOLD.match(self.chunk, start, end)
        if match is None or self._is_part(match.group(2)):
            return None
        following = self.chunk[match.end() : match.end() + 2].lstrip(" \t")
        colon_inside = match.group(2).rstrip().endswith((":", "："))
        if len(match[1]) == 1 and not colon_inside:
            return None
        opens = colon_inside or following[:1] in ("", ":", "：", "(", "（", "–", "—", "-", "\n")
        return (match.end(), match.end()) if opens or self.words.kind_of(match.group(2)) else None

    def _plain_lead(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a plain name ends: a type, `Image 1`, a file name or a place, closed by `:`, a dash or `(`."""
        window = self.chunk[start : min(end, start + 120)]
        quoted = _FILE_LEAD.match(window)
        if quoted:
            return start + quoted.end(), start + quoted.end()
        numbered = self.words.numbered_lead.match(window)
        if numbered:
            named = self.words.numbered_name.match(window)
            known = named and self.words.kind_of(named.group(1))
            return (start + named.end(1),) * 2 if named and known else (start + numbered.end(),) * 2
        match = re.match(r"([^\n:：(（–—]{2,60}?)\s*(?=[:：(（]|\s[–—-]\s)", window)
        if match and not self._is_part(match.group(1)) and self._is_name(match.group(1)):
            return start + match.end(1), start + match.end(1)
        return None

    def _is_name(self, text: str) -> bool:
        from lintarticle.article.illustrations.placement import begins_with_place

        return begins_with_place(text) or (len(text.split()) <= 4 and bool(self.words.kind_of(text)))

    def _is_part(self, label: str) -> bool:
        return bool(self.words.part_of(label.strip(" *_:：")))

    def _read_note(self, brief: Brief, start: int, end: int) -> int:
        """Read `(Top of post)`, whose parentheses may nest; return where it ends."""
        match = _NOTE.match(self.chunk, start, end)
        if match is None:
            return start
        depth = 0
        for mark in _PARENTHESES.finditer(self.chunk, match.end() - 1, min(end, match.end() + 400)):
            depth += 1 if mark[0] in "(（" else -1
            if depth == 0:
                position = mark.start()
                label = self._label_at(match.end(), position)
                part, inside = (label[2], label[1]) if label and label[2] else ("note", match.end())
                self._put(brief, part, inside, position)
                return position + 1
        return start

    def _read_name(self, brief: Brief, start: int, end: int) -> None:
        """Keep the name, without `Image 1:`; a parenthesis at its end is the note."""
        name = trimmed(self.chunk, start, end, self.base)
        start, end = name.span.start - self.base, name.span.end - self.base
        closing = _NAME_END.search(self.chunk[start:end])
        end = start + closing.start() if closing else end
        front = _NUMBER.match(self.chunk, start, end)
        if front:
            start = front.end()
        numbered = _DIGIT.search(self.chunk, start, end) and self.words.numbered.match(self.chunk, start, end)
        if numbered:
            start = numbered.end()
        note = _NOTE_AT_END.search(self.chunk[start:end])
        if note and "note" not in brief.parts:
            self._put(brief, "note", start + note.start(1), start + note.end(1))
            end = start + note.start()
        self._put_name(brief, start, end)

    def _put_name(self, brief: Brief, start: int, end: int) -> None:
        bare = self.chunk[start:end].strip()
        # "Photo" alone is a type, "Illustration" is not.
        if not self.words.is_nameless(bare) or self.words.kind_of(bare) == "photo":
            self._put(brief, "name", start, end)

    # --- the parts --------------------------------------------------------------------------------------------

    def _read_parts(self, brief: Brief, start: int, end: int) -> None:
        """Walk from label to label; a quoted value is skipped as a whole, so that no label is found in it."""
        part, position, is_labelled = self.default, start, False
        while True:
            value = self._value(position, end)
            if part == "placement":
                value = value._replace(resume=position)  # a name in quotes is not the whole of it
            label = self._next_label(value.resume, end)
            stop = label[0] if label else end
            if part:
                self._keep(brief, part, value, stop)
            if label is None:
                return
            _, position, part, written = label
            if part == "prompt" == self.default and not is_labelled and "prompt" in brief.parts:
                brief.parts.setdefault("description", brief.parts.pop("prompt"))
            is_labelled = is_labelled or part == "prompt"
            if part == "placement":
                brief.label_of_placement = written

    def _value(self, position: int, end: int) -> _Value:
        """Find the beginning of a value; a quotation or a fence is skipped as a whole."""
        match = _MARKS.match(self.chunk, position, end)
        value = match.end() if match else position
        if value >= end:
            return _Value(value, end, False)
        fence = _FENCE.match(self.chunk, value, end)
        if fence:
            closing = self.chunk.find("\n" + _indent_of(self.chunk, value) + fence.group(), fence.end(), end)
            closing = closing if closing >= 0 else self.chunk.find(fence.group(), fence.end(), end)
            return _Value(value, closing + len(fence.group()) + 1 if closing >= 0 else end, closing >= 0)
        if self.chunk[value] in QUOTES:
            closing = self._closing_quote(value, end)
            return _Value(value, closing + 1 if closing >= 0 else position, closing >= 0)
        return _Value(value, position, False)

    def _closing_quote(self, opening: int, end: int) -> int:
        """Return the quote that closes a value: one that ends a line or has a label after it, else the first fit."""
        closers = QUOTES[self.chunk[opening]]
        first = -1
        end = min(end, opening + _LONGEST_QUOTATION)
        pattern = re.compile(f"[{re.escape(closers)}]")
        for match in pattern.finditer(self.chunk, opening + 1, end):
            at = match.start()
            if self.chunk[at] == "'" and self.chunk[at + 1 : at + 2].isalnum():
                continue
            rest = _AFTER_QUOTE.match(self.chunk, at + 1, end)
            after = rest.end() if rest else at + 1
            if after >= end or self.chunk[after] == "\n" or self._label_at(after, end):
                return at
            if first < 0 and not self.chunk[at - 1].isspace():
                first = at
        return first

    def _next_label(self, position: int, end: int) -> tuple[int, int, str, str] | None:
        """Return start, end, part and words of the next label; the part is "" for a bold label that is not known."""
        blanks = _BLANKS.match(self.chunk, position, end)
        found = self._label_at(blanks.end(), end) if blanks else None
        if found:
            return found
        for match in _BEGINNINGS.finditer(self.chunk, position, end):
            at = match.start() if match.group().startswith("\n") else match.end()
            found = self._label_at(at, end)
            if found and found[1] > position:
                return found
        return None

    def _label_at(self, position: int, end: int) -> tuple[int, int, str, str] | None:
        match = _LABEL.match(self.chunk, position, end)
        if match is None or self.chunk[match.end() : match.end() + 2] == "//":
            return None
        part = self.words.part_of(match.group("label"))
        if match["alone"] is not None:
            opens_line = match["line"] or not self.chunk[:position].rpartition("\n")[2].strip()
            is_heading = opens_line and (match["bold"] or "#" in (match["line"] or ""))
            return (position, match.end(), part, match["label"]) if part and is_heading else None
        bold_line = match.group("line") and match.group("bold") in ("**", "__")
        return (position, match.end(), part, match.group("label")) if part or bold_line else None

    def _keep(self, brief: Brief, part: str, found: _Value, stop: int) -> None:
        """Store a value: what is quoted without its quotes, a fence without its fence, the rest as it is."""
        value, resume, closed = found
        if part in brief.parts or value >= stop:
            return
        opener = self.chunk[value]
        if closed and self.chunk.startswith(("```", "~~~"), value):
            inside = self.chunk.find("\n", value) + 1
            self._put(brief, part, inside, self.chunk.rfind("\n", inside, resume) if inside else resume)
        elif closed and (part == "prompt" or not self.chunk[resume:stop].strip(" \t\n.,;*_-")):
            self._put(brief, part, value + 1, resume - 1)
        elif part == "prompt" and opener in QUOTES and opener not in "'‘" and not closed:
            at = Span(self.base + value, self.base + value + 1)
            brief.faults.append(
                Fault(
                    "unclosed-prompt",
                    at,
                    "Prompt has no closing quotation mark; add it where the prompt ends.",
                    "Complete the prompt, or add the quotation mark.",
                )
            )
            self._put(brief, part, value + 1, stop)
        else:
            self._put(brief, part, value, stop)

    def _put(self, brief: Brief, part: str, start: int, end: int) -> None:
        if part in brief.parts:
            return
        text = trimmed(self.chunk, start, end, self.base)
        if _LETTER_OR_DIGIT.search(text.text):
            brief.parts[part] = text


def _indent_of(chunk: str, position: int) -> str:
    line = chunk.rfind("\n", 0, position) + 1
    return chunk[line:position] if not chunk[line:position].strip() else ""
