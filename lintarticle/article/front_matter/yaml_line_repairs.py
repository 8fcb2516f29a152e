"""What can be wrong with a line of YAML: its key, its indent, its dash, or that it is there at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintarticle.article.front_matter.key_lines import is_usual_key
from lintarticle.article.front_matter.repairs import Repair, foreign_repairs
from lintarticle.article.front_matter.yaml_lines import YamlLine, YamlLines
from lintarticle.problem import Edit
from lintarticle.source import Span
from lintarticle.wording import number_or_no

_INDENTS_NEAR = 12
_LEAD = r"[ \t\u00a0]*(?:-[ \t]+)*"
_GLUED_KEY = re.compile(_LEAD + r"([^\W\d][\w.-]*):(?!//)(\S)")
_ODD_COLON = re.compile(
    rf"{_LEAD}([^\W\d][\w.-]*(?: [\w.-]+){{0,2}}?)"
    r"([ \t]*(?:[：︰﹕꞉]|:[\u00a0\u2007\u202f\u3000]|=>?|->|→|\|)[ \t]*|[ \t]*;[ \t]+|[ \t]+[-–—~][ \t]+|[.,][ \t]+)"
    r"(?=\S|$)"
)
_BARE_KEY = re.compile(
    _LEAD + r"([\"']?)([^\W\d][\w.-]{0,40})\1([ \t]+)(?=\S)|" + _LEAD + r"([\"']?)([^\W\d][\w.-]{0,40})\4[ \t]*$"
)
_CLEAR_VALUE = re.compile(r"[\"'\[{]|\d[\d.:TZ+/-]*$|https?://|/|(?:true|false|null|yes|no)$")
_BULLET = re.compile(r"(-|•|\*|–|—|·|\+|‣|◦)[ \t]*(?=\S)")


def line_repairs(lines: YamlLines, number: int) -> Iterator[Repair]:
    """Yield what may be wrong with a line as a whole."""
    line = lines[number]
    yield from _separator(line)
    if not line.key or " " in line.key:
        yield from _odd_colon(line)
        yield from _no_space(line)
        yield from _no_colon(lines, number)
        yield from _bullet(lines, number)
        yield from _continued(lines, number)
        yield from _no_comma(lines, number)
    yield from foreign_repairs(line.text.strip(), line.span)
    yield from _dash(lines, number)
    yield from _tab(lines, number)
    yield from _indent(lines, number)
    yield from _value_above(lines, number)
    yield from _needless(lines, number)


def _separator(line: YamlLine) -> Iterator[Repair]:
    found = re.search("[\x85\u2028\u2029]", line.text)
    if found:
        span = Span(line.start + found.start(), line.start + found.end())
        message = f"An invisible line separator (U+{ord(found[0]):04X}) is here; replace it with a space."
        yield Repair(span, message, (Edit(span, " "),), "Use a space")


def _odd_colon(line: YamlLine) -> Iterator[Repair]:
    found = _ODD_COLON.match(line.text)
    if not found:
        return
    span = Span(line.start + found.start(2), line.start + found.end(2))
    written = found[2].strip(" \t")
    if written in "：︰﹕꞉":
        message, doubt = "A full-width colon follows the key; use a plain “:” and a space.", 0.0
    elif written == "=":
        message, doubt = "The key is followed by “=”; use “:” between “---” lines.", 0.0
    elif written.startswith(":"):
        message, doubt = "A non-breaking space follows the colon; use a plain space.", 0.0
    else:
        message = f"The key “{found[1]}” is followed by “{written}”; use “:” and a space."
        value = line.text[found.end() :].strip()
        doubt = 0.0 if _is_name(found[1], value) or " " not in value else 2.0
    yield Repair(span, message, (Edit(span, ": "),), "Write “: ”", doubt)


def _no_space(line: YamlLine) -> Iterator[Repair]:
    found = _GLUED_KEY.match(line.text)
    if found:
        place = line.start + found.start(2)
        message = f"A space is missing after “{found[1]}:”; write “{found[1]}: …”."
        yield Repair(Span(place - 1, place), message, (Edit(Span(place, place), " "),), "Insert a space")


def _no_colon(lines: YamlLines, number: int) -> Iterator[Repair]:
    """Look for a colon left out: the first word is a usual key, or looks like a name and not like prose."""
    line = lines[number]
    if line.value.startswith(":"):
        place = Span(line.value_start, line.value_start + 1)
        yield Repair(place, "The name before the colon is missing.", (Edit(Span(place.start, place.start), "x"),), "")
    found = _BARE_KEY.match(line.text)
    if not found:
        return
    name, blanks = (found[2], found.start(3)) if found[2] else (found[5], len(line.text.rstrip()))
    end, value = line.start + blanks, line.text[blanks:].strip()
    below = lines.below(number)
    holds_group = not (value or line.is_item) and below is not None and (below.indent > line.indent or below.is_item)
    span = Span(line.start + line.indent, end)
    message = f"A colon is missing after “{name}”; write “{name}: …”."
    near = (lines.above(number), below)
    is_sibling = line.indent > 0 and any(other and other.key and other.indent == line.indent for other in near)
    doubt = 0.0 if _is_name(name, value) or holds_group or is_sibling else 2.0 if value.count(" ") < 2 else 4.0
    yield Repair(span, message, (Edit(Span(end, end), ":"),), "Insert the colon", doubt)


def _is_name(word: str, value: str) -> bool:
    """Whether a word is meant as the name of a value, rather than as the first one of a sentence."""
    return is_usual_key(word) or bool(re.search(r"[_\d]|[a-z][A-Z]", word)) or bool(_CLEAR_VALUE.match(value))


def _bullet(lines: YamlLines, number: int) -> Iterator[Repair]:
    """Look for a line among list items that starts with another sign than “- ”, or with none."""
    line, above, below = lines[number], lines.above(number), lines.below(number)
    near = [other for other in (above, below) if other and other.is_item]
    after_key = above is not None and bool(above.key) and not above.value
    found = _BULLET.match(line.value)
    if found and (near or after_key) and not line.is_item:
        span = Span(line.value_start, line.value_start + found.end())
        written = found[1]
        is_dash = written == "-"
        message = (
            "A space is missing after the dash; write “- …”."
            if is_dash
            else f"The list item starts with “{written}”; write “- …”."
        )
        shown = Span(span.start, span.start + 1)
        yield Repair(shown, message, (Edit(span, "- "),), "Add it" if is_dash else "Write “- ”")
    elif any(other.indent == line.indent for other in near) and not line.is_item:
        at = line.value_start
        yield Repair(
            line.span, "The list item has no dash; write “- …”.", (Edit(Span(at, at), "- "),), "Add the dash", 0.5
        )


def _continued(lines: YamlLines, number: int) -> Iterator[Repair]:
    """Look for text that continues at the margin, on one or more lines."""
    line, above = lines[number], lines.above(number)
    if line.is_item or not above or not (above.key or above.is_item or above.indent > line.indent):
        return
    owner = next((other for other in reversed(lines[:number]) if other.key), None)
    if owner is None:
        return
    run = [line]
    for other in lines[number + 1 :]:
        if other.key or other.is_item:
            break
        run.append(other)
    message = f"The line does not start with a name and a colon; indent it if it continues “{owner.key}”."
    if _looks_foreign(line):
        message = "The line is not a “name: value” pair."
    by = " " * (owner.indent - line.indent + 2)
    for part in ([line], run) if len(run) > 1 else ([line],):
        edits = tuple(Edit(Span(other.start, other.start), by) for other in part)
        is_prose = line.value.count(" ") > 1 and not _looks_foreign(line)
        action = "" if not is_prose else "Indent the line" if len(part) == 1 else "Indent the lines"
        yield Repair(line.span, message, edits, action, 1)


def _no_comma(lines: YamlLines, number: int) -> Iterator[Repair]:
    """Look for an item of a list over several lines without the comma behind it."""
    line, below = lines[number], lines.below(number)
    if below and line.value[-1:] in ('"', "'", "]", "}") and below.value[:1] in ('"', "'", "[", "{"):
        end = line.value_span.end
        message = "A comma is missing after this item of the list."
        yield Repair(Span(end, end), message, (Edit(Span(end, end), ","),), "Insert the comma", 0.25)


def _looks_foreign(line: YamlLine) -> bool:
    return not line.value[:1].isalnum() and line.value[:1] not in "“‘\"'(«¿¡"


def _dash(lines: YamlLines, number: int) -> Iterator[Repair]:
    """Look for a key of the block that is written as an item of a list."""
    line = lines[number]
    if not line.is_item:
        return
    start = line.start + line.indent
    content = line.start + len(line.text) - len(line.text[line.indent :].lstrip("- \t"))
    if line.key:
        message = f"The dash before “{line.key}” makes it a list item; delete the dash."
        edit = Edit(Span(line.start, content), "")
        yield Repair(Span(start, start + 1), message, (edit,), "Remove the dash", 0.25)


def _tab(lines: YamlLines, number: int) -> Iterator[Repair]:
    def lead(line: YamlLine) -> str:
        return line.text[: line.indent]

    line = lines[number]
    if not set(lead(line)) & {"\t", "\u00a0"}:
        return
    run = [line]
    for other in lines[number + 1 :]:
        if not set(lead(other)) & {"\t", "\u00a0"}:
            break
        run.append(other)
    is_tab = "\t" in lead(line)
    message = "The line is indented with a tab; use spaces." if is_tab else (
        "The line is indented with a non-breaking space; use plain spaces."
    )  # fmt: skip
    for width, doubt in ((2, 0.0), (4, 0.1), (0, 0.2)):
        edits = tuple(Edit(_odd_lead(other), _spaces(lead(other), width)) for other in run)
        for part in (edits, edits[:1]) if len(edits) > 1 else (edits,):
            yield Repair(_odd_lead(line), message, part, "Use spaces" if width else "Remove it", doubt)


def _odd_lead(line: YamlLine) -> Span:
    lead = line.text[: line.indent]
    return Span(line.start + len(lead) - len(lead.lstrip(" ")), line.start + len(lead))


def _spaces(lead: str, width: int) -> str:
    odd = lead.lstrip(" ")
    return odd.replace("\t", " " * width).replace("\u00a0", " " if width else "")


def _indent(lines: YamlLines, number: int) -> Iterator[Repair]:
    """Look for a line, or a run of lines, that is not indented as the lines near it are."""
    line = lines[number]
    near = lines[max(0, number - _INDENTS_NEAR) : number + _INDENTS_NEAR]
    targets = {other.indent for other in near} | {0} if line.key or line.is_item else set()
    if line.key and line.indent == 0 and number and lines[0].indent == 0:
        return
    for target in sorted(targets - {line.indent}):
        message = _indent_message(lines, number, target)
        edit = Edit(Span(line.start, line.start + line.indent), " " * target)
        span = Span(line.start, line.start + max(line.indent, 1))
        if "among list items" in message:
            span = line.span
        doubt = 0.3 if target == 0 else 0.4 + min(abs(target - line.indent), 9) / 100
        doubt += 1 if line.indent == 0 and line.key else 0
        yield Repair(span, message, (edit,), "Move the line", doubt)
        if target < line.indent:
            run = _deeper_run(lines, number)
            cut = line.indent - target
            edits = tuple(Edit(Span(other.start, other.start + cut), "") for other in run)
            if len(run) > 1:
                message = _run_message(lines, number, len(run)) or message
                yield Repair(span, message, edits, "Move the lines", doubt + (0.15 if number else 0))


def _deeper_run(lines: YamlLines, number: int) -> list[YamlLine]:
    run = []
    for line in lines[number:]:
        if line.indent < lines[number].indent:
            break
        run.append(line)
    return run


def _indent_message(lines: YamlLines, number: int, right: int) -> str:
    line, above = lines[number], lines.above(number)
    if above is None:
        return _run_message(lines, number, 1)
    if line.key and not line.is_item and above.is_item and above.indent <= line.indent and right < line.indent:
        return f"The key “{line.key}” is among list items; write “- …”, or move it to the left."
    expected = "none" if right == 0 else number_or_no(right, "space")
    found = number_or_no(line.indent, "space")
    return f"The line starts with {found}; use {expected}, as in the lines around it."


def _run_message(lines: YamlLines, number: int, count: int) -> str:
    """Say that the first lines are indented and the ones below are not; "" for lines further below."""
    if number or number + count >= len(lines):
        return ""
    indent, below = lines[0].indent, lines[number + count]
    name = f"“{below.key}” below" if below.key else "the line below"
    return (
        f"The line starts with {number_or_no(indent, 'space')}, but {name} with "
        f"{below.indent or 'none'}. Indent both the same."
    )


def _value_above(lines: YamlLines, number: int) -> Iterator[Repair]:
    """Look for a list item below a key that has a value on its line."""
    line, above = lines[number], lines.above(number)
    if not line.is_item or not above or above.is_item or not above.value:
        return
    name = f"“{above.key}” above has" if above.key else "the line above has"
    message = f"This is a list item, but {name} a value already; use one or the other."
    yield Repair(line.span, message, (Edit(above.value_span, ""),), "", 0.25)


def _needless(lines: YamlLines, number: int) -> Iterator[Repair]:
    """Leave the line out: it is the one that nothing else explains if the block can be read without it."""
    line = lines[number]
    if line.key:
        yield Repair(line.span, "This line can't be read.", (Edit(line.span, ""),), "", 4)
        return
    message = "The line is not a “name: value” pair."
    yield Repair(line.span, message, (Edit(line.span, ""),), "", 3)
