"""Edits between brackets: lists and mappings whose parts are kept apart by commas."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from lintarticle.article.editing.layout import Edits
from lintarticle.problem import Edit
from lintarticle.source import SourceText, Span


def insert_between(source: SourceText, outer: Span, parts: Sequence[Span], index: int, texts: Sequence[str]) -> Edits:
    """Put new parts before the part at `index`, spaced as the parts there are."""
    text = source.text
    if not parts:
        return _fill(source, outer, texts)
    spacing = _spacing(text, outer, parts)
    joined = f",{spacing}".join(texts)
    if index < len(parts):
        at = parts[index].start
        return (Edit(Span(at, at), f"{joined},{spacing}"),)
    comma = comma_in(text, Span(parts[-1].end, outer.end - 1))
    at = comma + 1 if comma >= 0 else parts[-1].end
    written = f"{spacing}{joined}," if comma >= 0 else f",{spacing}{joined}"
    return (Edit(Span(at, at), written),)


def removal(source: SourceText, outer: Span, parts: Sequence[Span], doomed: Collection[int]) -> Edits:
    """Take parts away, each with one comma; comments between the parts stay."""
    if len(doomed) == len(parts):
        inside = Span(outer.start + 1, outer.end - 1)
        return (Edit(inside, ""),) if _only_parts(source, inside, parts) else ()
    last_kept = next(at for at in reversed(range(len(parts))) if at not in doomed)
    edits = []
    for at in sorted(doomed):
        if at < last_kept:
            edits.append(Edit(_with_comma_after(source, parts[at], parts[at + 1]), ""))
        else:
            edits.extend(_with_comma_before(source, parts[at - 1], parts[at]))
    return tuple(edits)


def comma_in(text: str, gap: Span) -> int:
    """Return the offset of the comma between two parts, -1 where there is none; comments are passed over."""
    at = gap.start
    while at < gap.end:
        if text[at] == ",":
            return at
        if text[at] == "#":
            line_end = text.find("\n", at, gap.end)
            at = line_end if line_end >= 0 else gap.end
        at += 1
    return -1


def _fill(source: SourceText, outer: Span, texts: Sequence[str]) -> Edits:
    inside = Span(outer.start + 1, outer.end - 1)
    if source[inside].strip():
        return ()
    if "\n" in source[inside]:
        lead = source[inside].rpartition("\n")[0] + "\n  "
        return (Edit(inside, lead + f",{lead}".join(texts) + source[inside][source[inside].rfind("\n") :]),)
    return (Edit(inside, ", ".join(texts)),)


def _spacing(text: str, outer: Span, parts: Sequence[Span]) -> str:
    """Return the blanks in front of a part: a line end and its indentation, or one space."""
    for before, part in zip([outer.start + 1, *(each.end for each in parts)], parts, strict=False):
        blanks = text[before : part.start].rpartition("\n")
        if blanks[1]:
            return "\n" + blanks[2]
    return " " if len(parts) < 2 or text[parts[1].start - 1] == " " else ""


def _only_parts(source: SourceText, inside: Span, parts: Sequence[Span]) -> bool:
    """Whether nothing but the parts, commas and blanks is between the brackets."""
    at, rest = inside.start, []
    for part in parts:
        rest.append(source.text[at : part.start])
        at = part.end
    rest.append(source.text[at : inside.end])
    return not "".join(rest).replace(",", "").strip()


def _with_comma_after(source: SourceText, part: Span, following: Span) -> Span:
    gap = Span(part.end, following.start)
    if not source[gap].replace(",", "", 1).strip():
        return Span(part.start, following.start)
    return Span(part.start, comma_in(source.text, gap) + 1)


def _with_comma_before(source: SourceText, previous: Span, part: Span) -> Edits:
    gap = Span(previous.end, part.start)
    if not source[gap].replace(",", "", 1).strip():
        return (Edit(Span(previous.end, part.end), ""),)
    comma = comma_in(source.text, gap)
    return Edit(Span(comma, comma + 1), ""), Edit(part, "")
