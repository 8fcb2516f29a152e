"""How a block that its parser refuses is explained: by the repair of a line with which most of it can be read.

No pattern decides what is wrong. Each format offers repairs of the mistakes that people make, its parser tries them,
and the repair that gets it furthest names the mistake and is offered as a fix.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from lintarticle.article.values import Fault
from lintarticle.problem import Edit, Fix
from lintarticle.record import NamedTuple
from lintarticle.source import Span

_MOST_TRIALS = 300
_MOST_CHARACTERS = 3_000_000
"""What is given to a parser to explain one fault, at most: long text gets fewer trials."""


GUESS = 3
"""From this doubt on a repair only shows that the block can be read without a line: any other one is better."""


class ParserStop(NamedTuple):
    """How far a parser comes: the offset of what it can't read (the text's end if all is read), and the keys so far."""

    at: int
    keys: tuple[int, ...]
    """The offsets of the keys at the margin."""
    values: int = 0
    """How many scalars there are in all, keys among them."""


class Repair(NamedTuple):
    """A mistake that a line may hold, the sentence on it, and the edits that would mend it.

    `action` says what the edits do, "" where they only show that the line is the cause. A whole step of `doubt` makes a
    repair worse than any of the step before; its fraction decides between repairs that gain the same keys.
    """

    span: Span
    message: str
    edits: tuple[Edit, ...]
    action: str = "Quote the value"
    doubt: float = 0


class Chosen(NamedTuple):
    """The repair with which a parser gets furthest, the text with it, and how far the parser then gets."""

    repair: Repair
    text: str
    stop: ParserStop


def content_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each line starts, and the line; blank lines and comments are left out."""
    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped and not stripped.startswith("#"):
            yield start, line
        start += len(line) + 1


def choose(
    text: str, candidates: Iterable[tuple[int, Repair]], attempt: Callable[[str], ParserStop], start: ParserStop
) -> Chosen | None:
    """Return the best of some repairs, each with its distance from the place where the parser stopped."""
    best: Chosen | None = None
    best_rank: tuple[float, ...] = ()
    most = min(_MOST_TRIALS, max(10, _MOST_CHARACTERS // (len(text) + 1)))
    for count, (distance, repair) in enumerate(candidates):
        if count == most:
            break
        mended = mended_by(text, repair.edits)
        stop = attempt(mended)
        left = len(text) - _before(repair.edits, stop.at)
        gained = text[start.at : len(text) - left]
        is_little = left > 0 and "\n" not in gained
        if not gained or (is_little and repair.doubt >= 1):
            continue
        kind = 2 if is_little else 3 if repair.doubt > GUESS else int(repair.doubt == GUESS)
        # Where it stops again, the parser has not yet counted all that it went over.
        counts = (0, 0) if left else (-stop.values, -len(stop.keys))
        rank = (kind, left, int(repair.doubt), *counts, repair.doubt, distance)
        if best is None or rank < best_rank:
            best, best_rank = Chosen(repair, mended, stop), rank
    return best


def mended_by(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits, which are in order."""
    mended, at = [], 0
    for span, new in edits:
        mended += [text[at : span.start], new]
        at = span.end
    return "".join([*mended, text[at:]])


def moved_back(repair: Repair, edits: Iterable[Edit]) -> Repair:
    """Return a repair of a text that has edits as one of the text without them."""
    done = sorted(edits)
    moved = tuple(
        Edit(Span(_before(done, edit.span.start), _before(done, edit.span.end)), edit.text) for edit in repair.edits
    )
    return repair._replace(span=Span(_before(done, repair.span.start), _before(done, repair.span.end)), edits=moved)


def _before(edits: Iterable[Edit], at: int) -> int:
    """Return the offset in a text that an offset in the text with edits comes from."""
    shift = 0
    for span, new in edits:
        start = span.start + shift
        if at < start + len(new):
            return min(at - shift, span.end) if at > start else at - shift
        if at < start:
            break
        shift += len(new) - (span.end - span.start)
    return at - shift


def repair_fault(repair: Repair, base: int) -> Fault:
    """Return the fault at its place in the file; the text of a repair starts at `base`."""
    fix = None
    if repair.action and repair.edits:
        edits = tuple(Edit(Span(base + span.start, base + span.end), new) for span, new in repair.edits)
        fix = Fix(repair.action, edits, "unsafe")
    span = Span(base + repair.span.start, base + max(repair.span.start, repair.span.end))
    return Fault("syntax", span, repair.message, fix=fix)


def blanked(text: str, span: Span) -> str:
    """Return a text with a part of it hidden, so that the rest can be read at its places."""
    hidden = "\n".join(" " * len(line) for line in text[span.start : span.end].split("\n"))
    return text[: span.start] + hidden + text[span.end :]


_ADJACENT = re.compile(r"(?<=[\"'])[ \t]+(?=[\"'])")
_MARKER = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")
QUOTES = {'"': "double", "'": "single"}


def item_repairs(value: str, start: int, mend: Callable[[str], tuple[str, str]]) -> Iterator[Repair]:
    """Yield what may be wrong with the items of a list on one line; `mend` returns an item mended, and the message."""
    gaps = list(_ADJACENT.finditer(value))
    if gaps:
        edits = tuple(Edit(Span(start + gap.start(), start + gap.start()), ",") for gap in gaps)
        span = Span(start + gaps[0].start(), start + gaps[0].end())
        yield Repair(span, "A comma is missing between two items of the list.", edits, "Insert the comma")
    at, found = start + 1, []
    for written in value[1:].rstrip("]})").split(","):
        item = written.strip()
        span = Span(at + len(written) - len(written.lstrip()), at + len(written.rstrip()))
        mended, message = mend(item)
        if message:
            found.append((Edit(span, mended), message))
        at += len(written) + 1
    if found:
        yield Repair(found[0][0].span, found[0][1], tuple(edit for edit, _ in found), "Quote the item")


def half_quoted(item: str) -> tuple[str, str]:
    """Return an item with a quote on one side only as it should be, and what is wrong with it, "" where nothing is."""
    for quote, name in QUOTES.items():
        if item.startswith(quote) and (len(item) == 1 or not item.endswith(quote)):
            return item + quote, f"The {name} quote is never closed."
        if item.endswith(quote) and not item.startswith(quote):
            return quote + item, f"The item ends with a {name} quote but does not start with one."
    return item, ""


def closing_repairs(value: str, span: Span, ends: Iterable[int]) -> Iterator[Repair]:
    """Yield what may be wrong with the bracket that ends a value; `ends` are the offsets where it may belong."""
    opening, closing = value[0], "]" if value[0] == "[" else "}"
    if value[-1] in ")]}>" and value[-1] != closing:
        last = Span(span.end - 1, span.end)
        message = f"The bracket “{opening}” is closed by “{value[-1]}”; write “{closing}”."
        yield Repair(last, message, (Edit(last, closing),), f"Write “{closing}”", 0.25)
    message = f"The bracket “{opening}” is never closed; add “{closing}”."
    for end in dict.fromkeys(ends):
        first = Span(span.start, span.start + 1)
        yield Repair(first, message, (Edit(Span(end, end), closing),), f"Close with “{closing}”", 0.5)


def quote_repairs(value: str, span: Span, ends: Iterable[int]) -> Iterator[Repair]:
    """Yield what may be wrong with a quote that is never closed; `ends` are the offsets where it may be closed."""
    quote, first = value[0], Span(span.start, span.start + 1)
    if len(value) > 1 and value[-1] in "\"'”“„’‘`´" and value[-1] != quote:
        message = (
            f"The text starts with a {QUOTES[quote]} quote but ends with a {QUOTES[value[-1]]} one; use the "
            "same one at both ends."
            if value[-1] in QUOTES
            else "The text ends with a curly quote; use a straight one, as at its start."
        )
        yield Repair(first, message, (Edit(Span(span.end - 1, span.end), quote),), "Use the same quote", 0.25)
    message = f"The {QUOTES[quote]} quote is never closed."
    for end in dict.fromkeys(ends):
        yield Repair(first, message, (Edit(Span(end, end), quote),), "Close the quote", 0.5)


def foreign_repairs(written: str, span: Span) -> Iterator[Repair]:
    """Yield repairs of a line that is neither YAML nor TOML: another comment sign, a mark of a merge conflict."""
    if written.startswith("//"):
        message = "A comment starts with “#” here, not with “//”."
        sign = Span(span.start, span.start + 2)
        yield Repair(sign, message, (Edit(sign, "#"),), "Write “#”")
    elif written.startswith("<!--") and written.endswith("-->"):
        message = "A comment starts with “#” here, not with “<!--”."
        inner = written.removeprefix("<!--").removesuffix("-->").strip()
        yield Repair(span, message, (Edit(span, f"# {inner}"),), "Write “#”")
    elif _MARKER.match(written):
        message = "Unresolved merge conflict; keep one version and delete the marker lines."
        yield Repair(span, message, (Edit(span, ""),), "")
