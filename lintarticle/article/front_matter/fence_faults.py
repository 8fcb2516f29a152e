"""What can be wrong with a fence, in plain words and with the edit that mends it."""

from __future__ import annotations

import re

from lintarticle.article.front_matter.front_matter import FrontMatterFormat
from lintarticle.article.front_matter.key_lines import has_usual_key, lines
from lintarticle.article.values import Fault
from lintarticle.expression import expression
from lintarticle.problem import Edit, Fix, Related
from lintarticle.record import NamedTuple
from lintarticle.source import BOM, Span


class MendedFence(NamedTuple):
    """A fault of a closing fence; `end` is where the body begins."""

    fault: Fault
    end: int
    closing: Span = Span(0, 0)
    format: FrontMatterFormat | None = None


def opening_fault(text: str, fence: Span, rest: Span, mark: str) -> Fault | None:
    """Name what is wrong with the line of an opening fence, None if nothing is."""
    written, after = text[fence.start : fence.end], text[rest.start : rest.end]
    if after.strip():
        blanks = len(after) - len(after.lstrip())
        edit = Edit(Span(fence.start, rest.start + blanks), f"{mark}\n")
        message = f"Text follows the opening fence; put it on a new line below “{mark}”."
        return Fault("bad-fence", Span(fence.start, rest.end), message, fix=_move_down(edit))
    if _run(written) != 3:
        return _wrong_length(fence, written, mark)
    if after:
        return _trailing_blanks(Span(rest.start, rest.end), mark, "opening")
    return None


def closing_fault(text: str, opening: Span, closing: Span, mark: str) -> MendedFence | None:
    """Name what is wrong with the line of a closing fence, None if nothing is."""
    line_end = text.find("\n", closing.end)
    line_end = len(text) if line_end < 0 else line_end
    after, written = text[closing.end : line_end], text[closing.start : closing.end]
    past = min(len(text), line_end + 1)
    if after.strip():
        message = f"Text follows the closing fence; put it on a new line below “{mark}”."
        blanks = len(after) - len(after.lstrip())
        edit = Edit(Span(closing.start, closing.end + blanks), f"{mark}\n")
        fault = Fault("bad-fence", Span(closing.start, line_end), message, fix=_move_down(edit))
        return MendedFence(fault, closing.end)
    if written != "..." and len(written) != 3:
        same_opening = text[opening.start : opening.end] == written
        fault = _wrong_length(closing, written, mark)
        return MendedFence(fault._replace(kind="bad-fence") if not same_opening else fault, past)
    if after:
        return MendedFence(_trailing_blanks(Span(closing.end, line_end), mark, "closing"), past)
    return None


def _run(fence: str) -> int:
    return len(fence) - len(fence.lstrip(fence[0]))


def _wrong_length(fence: Span, written: str, mark: str) -> Fault:
    name = {"-": "dashes", "+": "plus signs", ";": "semicolons"}[written[0]]
    message = f"The fence has {_run(written)} {name}; use exactly three."
    return Fault("bad-fence", fence, message, fix=Fix(f"Write “{mark}”", (Edit(fence, mark),)))


def _trailing_blanks(blanks: Span, mark: str, which: str) -> Fault:
    message = f"Spaces follow the {which} fence “{mark}”; delete them."
    return Fault("bad-fence", blanks, message, fix=Fix("Remove the spaces", (Edit(blanks, ""),)))


def _move_down(edit: Edit) -> Fix:
    return Fix("Move the text to a new line", (edit,))


def json_tail_fault(text: str, closing: Span) -> MendedFence | None:
    """Name text that follows the closing brace of JSON on its line."""
    line_end = text.find("\n", closing.end)
    after = text[closing.end : len(text) if line_end < 0 else line_end]
    if not after.strip():
        return None
    blanks = len(after) - len(after.lstrip())
    message = "Text follows the closing brace; start the article on the next line."
    edit = Edit(Span(closing.end, closing.end + blanks), "\n")
    return MendedFence(
        Fault("bad-fence", Span(closing.start, closing.end + len(after)), message, fix=_move_down(edit)), closing.end
    )


_MEANT = expression(r"(?:\+{3,}|-{3,}|;{3,}|\*{3,}|_{3,}|={3,}|[—–-]{1,3})[ \t]*$")


def indented_fault(text: str, last: int, mark: str) -> MendedFence | None:
    """Find a closing fence that has blanks before it, as the last line that was taken for metadata."""
    start = text.rfind("\n", 0, max(0, last - 1)) + 1
    for offset, line in lines(text, start):
        if line.strip() == mark and line[0] in " \t":
            fence = Span(offset + len(line) - len(line.lstrip()), offset + len(line.rstrip()))
            message = f"Spaces come before the closing fence “{mark}”; delete them."
            fix = Fix("Remove the spaces", (Edit(Span(offset, fence.start), ""),))
            return MendedFence(Fault("bad-fence", fence, message, fix=fix), last, fence)
        if line.strip() and offset > start:
            break
    return None


def mixed_fault(text: str, opening: Span, start: int, last: int, format_: FrontMatterFormat) -> MendedFence | None:
    """Find a closing fence of another kind right below the metadata; the content shows which of the two is right."""
    for offset, line in lines(text, last):
        if not line.strip():
            continue
        if not _MEANT.match(line):
            return None
        closing = Span(offset, offset + len(line.rstrip()))
        written, first = text[closing.start : closing.end], text[opening.start : opening.end]
        is_toml = bool(re.match(r"\s*(?:\[|[\w\"'.-]+[ \t]*=)", text[start:last]))
        wrong, right = (opening, written) if is_toml and written == "+++" else (closing, first[:3])
        found: FrontMatterFormat = "toml" if is_toml and written == "+++" else format_
        message = f"The front matter starts with “{first}” but ends with “{written}”; use the same fence at both ends."
        related = (Related(opening, "The opening fence."),)
        fix = Fix(f"Write “{right}”", (Edit(wrong, right),))
        return MendedFence(Fault("bad-fence", closing, message, fix=fix, related=related), offset, closing, found)
    return None


def unclosed_fault(text: str, opening: Span, start: int, last: int, mark: str) -> tuple[Fault, int]:
    """Say where the closing fence most likely belongs; returns the fault and where the content ends."""
    line_start = text.rfind("\n", 0, max(start, last - 1)) + 1
    line = text[line_start:last].rstrip()
    written = text[opening.start : opening.end]
    number = text.count("\n", 0, line_start) + 1
    if line.endswith(mark) and len(line) > len(mark) and line_start >= start:
        place = line_start + len(line) - len(mark)
        message = f"The closing fence “{mark}” is at the end of line {number}; put it on a separate line."
        fix = Fix(f"Put “{mark}” on its own line", (Edit(Span(place, place), "\n"),), "unsafe")
        return Fault("unclosed", Span(place, place + len(mark)), message, fix=fix), place
    message = f"The front matter opened by “{written}” is never closed; add “{mark}”, probably after line {number}."
    lead = "" if text[last - 1 : last] == "\n" or last == 0 else "\n"
    fix = Fix(f"Close the block after line {number}", (Edit(Span(last, last), f"{lead}{mark}\n"),), "unsafe")
    if has_usual_key(text, last):
        return Fault("unclosed", opening, message), last
    return Fault("unclosed", opening, message, fix=fix), last


def not_first_fault(text: str, start: int, end: int) -> Fault:
    """Name what comes before the block; a comment moves below it, nothing is lost. `end` is the block's end."""
    before = text[:start]
    if before == BOM:
        message = "An invisible byte order mark comes before the front matter; delete it."
        return Fault("not-first", Span(0, 1), message, fix=Fix("Remove the mark", (Edit(Span(0, 1), ""),)))
    if "<!--" in before:
        what = "A comment comes"
        moved = before.removeprefix(BOM).strip()
        newline = "" if text[end - 1 : end] == "\n" else "\n"
        fix = Fix("Move the comment below", (Edit(Span(0, start), ""), Edit(Span(end, end), f"{newline}{moved}\n")))
        span = Span(start - len(before.removeprefix(BOM).lstrip()), start - len(before) + len(before.rstrip()))
    else:
        count = before.count("\n")
        what = "A space comes" if not count else "A blank line comes" if count == 1 else f"{count} blank lines come"
        fix, span = Fix("Remove the blank lines", (Edit(Span(0, start), ""),)), Span(0, start)
    message = f"{what} before the front matter, which must be at the very top."
    return Fault("not-first", span, message, fix=fix)


def unopened_fault(text: str, start: int) -> Fault:
    """Name the opening fence that is missing above the first key."""
    end = text.find("\n", start)
    message = "The line “---” above the front matter is missing; add it."
    return Fault("bad-fence", Span(start, end), message, fix=Fix("Add the line", (Edit(Span(start, start), "---\n"),)))
