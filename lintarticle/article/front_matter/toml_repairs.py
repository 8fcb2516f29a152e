"""What can be wrong with a line of TOML, and the edits that would mend it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintarticle.article.front_matter.front_matter import TEMPLATE
from lintarticle.article.front_matter.repairs import (
    QUOTES,
    Repair,
    closing_repairs,
    content_lines,
    foreign_repairs,
    half_quoted,
    item_repairs,
    quote_repairs,
)
from lintarticle.problem import Edit
from lintarticle.record import NamedTuple
from lintarticle.source import Span

_KEY = r"(?:[\w./@$-]|\"[^\"\n]*\"|'[^'\n]*')+"
_PAIR = re.compile(rf"[ \t]*(?P<key>{_KEY}(?:[ \t]+{_KEY}){{0,3}}?)[ \t]*(?P<sign>[=:：])[ \t]*(?P<value>.*?)[ \t]*$")
_NO_SIGN = re.compile(rf"[ \t]*(?P<key>{_KEY})(?P<sign>)[ \t]+(?P<value>(?:[\"'\[{{]|\d|true|false).*?)[ \t]*$")
_HEADER = re.compile(r"[ \t]*(\[{1,2})[ \t]*([\w./@$\"' -]+?)[ \t]*(\]*)[ \t]*$")
_UNQUOTED = re.compile(r"(?<![\w/@$\"'-])[\w-]*[/@$][\w/@$-]*(?![\"'])")
"""A name, or a part of one, with a sign in it that needs quotes."""
_STATEMENT = re.compile(rf"[ \t]*(?:\[|{_KEY}[ \t]*[=:])")
_ESCAPE = re.compile(r"\\(?:[^btnfr\"\\uU\n]|u(?![0-9a-fA-F]{4})|U(?![0-9a-fA-F]{8}))")
_CURLY = re.compile(r"[“”„‟«»](.*)[“”‟»«]$|[‘’‚‛](.*)[’‘‛]$")
_WORDS = {"True": "true", "TRUE": "true", "False": "false", "FALSE": "false", "yes": "true", "no": "false"}
_WORD_MEANT = {**_WORDS, "None": '""', "null": '""', "nil": '""'}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_MEND = "Correct the value"


class TomlLine(NamedTuple):
    """One line taken apart; offsets are those of the block. A line without `=` has no key, and is all value."""

    start: int
    text: str
    key: str
    key_span: Span
    sign: Span
    value: str
    value_span: Span

    @property
    def span(self) -> Span:
        """Where the line is, blanks around it left out."""
        lead = len(self.text) - len(self.text.lstrip())
        return Span(self.start + lead, self.start + len(self.text.rstrip()))


def split_toml(text: str) -> list[TomlLine]:
    """Take a text apart; blank lines and comments are left out."""
    return [_line(written, start) for start, written in content_lines(text)]


def _line(written: str, start: int) -> TomlLine:
    pair = _PAIR.match(written) or _NO_SIGN.match(written)
    if not pair:
        lead = len(written) - len(written.lstrip())
        end = Span(start + lead, start + lead)
        return TomlLine(start, written, "", end, end, written.strip(), Span(end.start, start + len(written.rstrip())))
    spans = [Span(start + pair.start(name), start + pair.end(name)) for name in ("key", "sign", "value")]
    return TomlLine(start, written, pair["key"], spans[0], spans[1], pair["value"], spans[2])


def is_statement(line: str) -> bool:
    """Whether a line starts with a key or a table."""
    return _STATEMENT.match(line) is not None


def toml_repairs(lines: list[TomlLine], number: int) -> Iterator[Repair]:
    """Yield what may be wrong with a line."""
    line = lines[number]
    if "{{" in line.text or "{%" in line.text:
        yield Repair(line.span, TEMPLATE, _value_edit(line, '""'), "")
    yield from _control(line)
    yield from _sign(line)
    value = Span(line.value_span.start, line.value_span.end)
    if not line.value and line.key:
        message = f"The key “{line.key}” has no value; add one after the “=” (two quotes if it is empty)."
        yield Repair(line.key_span, message, (Edit(value, ' ""'),), "")
    elif line.value:
        yield from _value(lines, number)
    yield from _whole(line)


def _control(line: TomlLine) -> Iterator[Repair]:
    found = _CONTROL.search(line.text)
    if found:
        span = Span(line.start + found.start(), line.start + found.end())
        message = f"An invisible control character (U+{ord(found[0]):04X}) is here; delete it."
        places = [line.start + at.start() for at in _CONTROL.finditer(line.text)]
        edits = tuple(Edit(Span(place, place + 1), "") for place in places)
        yield Repair(span, message, edits, "Remove the invisible characters")


def _sign(line: TomlLine) -> Iterator[Repair]:
    if not line.key:
        return
    if line.sign.start == line.sign.end:
        message = f"An equals sign is missing after “{line.key}”; write “{line.key} = …”."
        edit = Edit(Span(line.key_span.end, line.value_span.start), " = ")
        yield Repair(line.key_span, message, (edit,), "Insert the equals sign")
    elif line.text[line.sign.start - line.start] != "=":
        message = f"The key “{line.key}” is followed by “:”; use “=” between “+++” lines."
        edit = Edit(Span(line.key_span.end, line.value_span.start), " = ")
        yield Repair(line.sign, message, (edit,), _MEND)
    if _UNQUOTED.search(line.key):
        yield _quoted_name(line.key, line.key_span)
    elif re.search(r"[ \t]", line.key) or not line.key.isascii():
        message = f"The key “{line.key}” has several words; put it in quotes."
        if line.key.isascii() is False and " " not in line.key:
            message = f"The key “{line.key}” has characters other than a–z; put it in quotes."
        yield Repair(line.key_span, message, (Edit(line.key_span, f'"{line.key}"'),), "Quote the key", 0.5)


def _quoted_name(name: str, span: Span) -> Repair:
    """Quote the parts of a name that need it: the whole name of a rule, `excerpt/too-long`."""
    parts = _UNQUOTED.findall(name)
    quoted = _UNQUOTED.sub(r'"\g<0>"', name)
    sign = next(character for character in parts[0] if character in "/@$")
    message = f'The name “{parts[0]}” contains “{sign}”, which needs quotes; write "{parts[0]}".'
    return Repair(span, message, (Edit(span, quoted),), "Quote the name", 0.5)


def _value_edit(line: TomlLine, written: str) -> tuple[Edit, ...]:
    return (Edit(line.value_span, written),)


def _quoted(text: str) -> str:
    """Put text in quotes so that TOML reads it as it is."""
    if '"' in text or "\\" in text:
        return "'" + text + "'" if "'" not in text else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return f'"{text}"'


def _value(lines: list[TomlLine], number: int) -> Iterator[Repair]:
    line = lines[number]
    value, end = line.value, line.value_span.end
    start = line.value_span.start
    if value[-1] in ",;" and len(value) > 1 and line.key:
        name = "comma" if value[-1] == "," else "semicolon"
        message = f"A {name} follows the value; delete it."
        yield Repair(Span(end - 1, end), message, (Edit(Span(end - 1, end), ""),), f"Remove the {name}")
    if value.startswith(('"""', "'''")):
        yield from _tripled(lines, number)
    elif value[0] in QUOTES:
        yield from _quotes(line)
    elif value[0] in "[{" and line.key:
        yield from _brackets(lines, number)
    elif line.key:
        yield from _unquoted(line)
    else:
        yield from _item(line, start)


def _unquoted(line: TomlLine) -> Iterator[Repair]:
    value = line.value
    curly = _CURLY.match(value)
    if curly:
        message = f"Text is in curly quotes; use straight ones ({chr(34)}…{chr(34)})."
        yield Repair(line.value_span, message, _value_edit(line, _quoted(curly[1] or curly[2] or "")), _MEND)
    if value in _WORD_MEANT:
        meant = _WORD_MEANT[value]
        message = (
            f"“{value}” can't be read; write “{meant}”." if meant[0] != '"' else f"“{value}” is not a valid value."
        )
        yield Repair(line.value_span, message, _value_edit(line, meant), _MEND if value in _WORDS else "")
    if value[-1] in QUOTES and value.count(value[-1]) == 1:
        message = f"The text ends with a {QUOTES[value[-1]]} quote but does not start with one."
        edit = Edit(Span(line.value_span.start, line.value_span.start), value[-1])
        yield Repair(line.value_span, message, (edit,), "Add the quote", 0.25)
    yield Repair(
        line.value_span, "Text has no quotes; put it in double quotes.", _value_edit(line, _quoted(value)), _MEND, 0.5
    )


def _quotes(line: TomlLine) -> Iterator[Repair]:
    value, quote = line.value, line.value[0]
    start = line.value_span.start
    escape = _ESCAPE.search(value) if quote == '"' else None
    if escape:
        message = f"“{escape[0]}” in double quotes is a special character; use single quotes."
        inner = value[1:-1]
        is_whole = value.endswith('"') and "'" not in inner
        edits = _value_edit(line, f"'{inner}'" if is_whole else '""')
        span = Span(start + escape.start(), start + escape.end())
        yield Repair(span, message, edits, _MEND if is_whole else "")
    end = line.value_span.end
    if value.count(quote) == 1:
        yield from quote_repairs(value, line.value_span, (end,))
        return
    after = value.index(quote, 1) + 1
    rest = value[after:].strip()
    if rest and line.key and not rest.startswith("#"):
        inner = value[1:-1] if value.endswith(quote) else value
        mended = _quoted(inner.replace("\\" + quote, quote))
        name = QUOTES[quote]
        message = f"Text follows the closing {name} quote; put a backslash before a quote inside text."
        if quote == "'":
            message = "The apostrophe ends the text in single quotes too early; use double quotes around the text."
        place = start + after + (len(value) - after - len(value[after:].lstrip()))
        yield Repair(Span(place, end), message, _value_edit(line, mended), _MEND, 0.75)


def _tripled(lines: list[TomlLine], number: int) -> Iterator[Repair]:
    line = lines[number]
    mark, start = line.value[:3], line.value_span.start
    message = "The triple quotes are never closed."
    for last in dict.fromkeys((line, _last_of_run(lines, number))):
        at = last.value_span.end
        yield Repair(Span(start, start + 3), message, (Edit(Span(at, at), mark),), "Close the quotes", 0.5)


def _last_of_run(lines: list[TomlLine], number: int) -> TomlLine:
    """Return the last line before the next key or table."""
    last = lines[number]
    for line in lines[number + 1 :]:
        if line.key or _HEADER.match(line.text):
            break
        last = line
    return last


def _brackets(lines: list[TomlLine], number: int) -> Iterator[Repair]:
    line = lines[number]
    yield from item_repairs(line.value, line.value_span.start, _mended_item)
    ends = (line.value_span.end, _last_of_run(lines, number).value_span.end)
    yield from closing_repairs(line.value, line.value_span, ends)
    message = "This list can't be read; put commas between its items and quotes around text."
    yield Repair(line.value_span, message, _value_edit(line, "[]"), "", 3)


def _mended_item(item: str) -> tuple[str, str]:
    """Return an item of a list as it should be, and what is wrong with it, "" where nothing is."""
    mended, message = half_quoted(item)
    if message:
        return mended, message
    if not item or item[0] in "\"'[{" or re.fullmatch(r"[-+]?[\d_.:TZ-]+|true|false", item):
        return item, ""
    return _quoted(item), "Text in a list has no quotes; put it in double quotes."


def _item(line: TomlLine, start: int) -> Iterator[Repair]:
    """Look at a line that is one item of a list over several lines."""
    item = line.value.rstrip(", \t")
    if line.value[0] in "[]{}" or line.value.startswith(("#", "//")):
        return
    mended, message = _mended_item(item)
    if message:
        span = Span(start, start + len(item))
        yield Repair(span, message, (Edit(span, mended),), "Quote the item", 0.75)


def _whole(line: TomlLine) -> Iterator[Repair]:
    """Look at a line as a whole: the header of a table, an item, or something that should not be there."""
    header, value = _HEADER.match(line.text), line.text.strip()
    end = line.span.end
    if header and header[3] != "]" * len(header[1]):
        written = "]" * len(header[1])
        edit = Edit(Span(line.start + header.start(3), line.start + header.end(3)), written)
        message = "The name of a table is not closed by “]”." if not header[3] else f"Close the table with “{written}”."
        yield Repair(line.span, message, (edit,), f"Close with “{written}”", 0.25)
    elif header and _UNQUOTED.search(header[2]):
        yield _quoted_name(header[2], Span(line.start + header.start(2), line.start + header.end(2)))
    if not line.key and value[-1] in "\"'" and value[0] in "\"'":
        message = "A comma is missing after this item of the list."
        yield Repair(Span(end, end), message, (Edit(Span(end, end), ","),), "Insert the comma", 0.25)
    yield from foreign_repairs(value, line.span)
    message = "This line can't be read." if line.key else "The line has no “key = value”."
    yield Repair(line.span, message, (Edit(line.span, ""),), "", 4 if line.key else 3)
