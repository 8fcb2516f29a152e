"""The body of a new article and of an example: the sections of an outline, with notes for the writer or filled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count, islice

from lintarticle.article.text.measure import count_words
from lintarticle.drafting.matching import text_matching
from lintarticle.drafting.prose import plain_sentences, words_within
from lintarticle.drafting.values import TODO
from lintarticle.outline.outline import Limits, Outline, OutlineSection
from lintarticle.ranges import Range
from lintarticle.wording import capitalised

_TOP = 2
"""The level of the sections of an outline: below the title."""


def headings_of(item: OutlineSection, *, placeholder: str = TODO, free: str = "") -> Iterator[str]:
    """Yield the headings of the sections that an item of an outline asks for, each once."""
    if item.headings:
        yield from [item.headings[0]] * item.least
    elif item.pattern:
        yield from [text_matching(item.pattern, free=free) or placeholder] * item.least
    else:
        yield from (placeholder if number == 1 else f"{placeholder} {number}" for number in range(1, item.least + 1))


def limits_in_words(limits: Limits) -> Iterator[str]:
    """Yield what a section must have, for its writer."""
    counted = (
        (limits.words, "word"),
        (limits.images, "image"),
        (limits.lists, "list"),
        (limits.tables, "table"),
        (limits.links, "link"),
        (limits.code, f"code block{f' in {limits.code_language}' if limits.code_language else ''}"),
    )
    for bounds, noun in counted:
        if bounds:
            head, _, tail = noun.partition(" in ")
            plural = "" if bounds.most == 1 or (bounds.most is None and bounds.least == 1) else "s"
            yield f"{bounds.words} {head}{plural}{f' in {tail}' if tail else ''}"
    yield from (f"contains “{text}”" for text in limits.must_contain)
    yield from (f"does not contain “{text}”" for text in limits.must_not_contain)
    if limits.must_link:
        yield "contains a link"


# --- a new article --------------------------------------------------------------------------------------------


def skeleton(outline: Outline | None, title: str, *, opens: bool, mdx: bool) -> str:
    """Return the body of a new article: sections with what belongs in them as a comment, and a note to fill each.

    `title` is the heading of the body, or ""; `opens`: text comes before the first section.
    """
    parts = [f"# {title}"] if title else []
    if opens:
        parts.append(TODO)
    parts += _sections(outline, _TOP, mdx=mdx) if outline else ()
    return "\n\n".join(parts) + "\n"


def _sections(outline: Outline, level: int, *, mdx: bool) -> Iterator[str]:
    for item in outline.items:
        note = _note(item)
        if not item.least:
            name = item.headings[0] if item.headings else text_matching(item.pattern, free="…") if item.pattern else ""
            if name:
                yield _comment(f"Optional: “{name}”{f': {note}' if note else ''}", mdx=mdx)
            continue
        for heading in headings_of(item, free="…"):
            at = item.level or level
            yield f"{'#' * at} {heading}"
            if note:
                yield _comment(note, mdx=mdx)
            below = list(_sections(item.sections, at + 1, mdx=mdx)) if item.sections else []
            if not below or item.limits != Limits():
                yield TODO
            yield from below


def _note(item: OutlineSection) -> str:
    limits = ", ".join(limits_in_words(item.limits))
    description = item.description.strip()
    return f"{description} ({limits})" if description and limits else description or capitalised(limits)


def _comment(text: str, *, mdx: bool) -> str:
    plain = " ".join(text.replace("--", "–").replace("*/", "* /").split())
    return f"{{/* {plain} */}}" if mdx else f"<!-- {plain} -->"


# --- an example -----------------------------------------------------------------------------------------------


def example_body(outline: Outline | None, *, picture: bool) -> str:
    """Return a body in which every section that an outline asks for has what it must have."""
    source = plain_sentences()
    parts = [words_within(None, source)]
    if picture:
        parts.append("![A printed tide table with notes in pencil](https://example.org/tide-table.jpg)")
    if outline:
        parts += _filled(outline, _TOP, source, count(1))
    else:
        parts += [
            "## The four columns",
            words_within(None, source),
            "## When the wind turns",
            words_within(None, source),
        ]
    return "\n\n".join(parts) + "\n"


def _filled(outline: Outline, level: int, source: Iterator[str], hours: Iterator[int]) -> Iterator[str]:
    for item in outline.items:
        for heading in headings_of(item, placeholder="When the wind turns"):
            at = item.level or level
            yield f"{'#' * at} {heading}"
            yield from _content(item.limits, source, hours)
            yield from _filled(item.sections, at + 1, source, hours) if item.sections else ()


def _content(limits: Limits, source: Iterator[str], hours: Iterator[int]) -> Iterator[str]:
    """Yield the blocks of a section: first its text, then what else it must have, with a sentence between the two."""
    extras = list(_extras(limits, hours))
    bounds = limits.words
    taken = sum(map(_words_read, extras))
    if bounds and taken:
        least, most = bounds
        bounds = Range(max(0, (least or 0) - taken), None if most is None else max(0, most - taken))
    if not bounds or bounds.most != 0:
        yield words_within(bounds, source)
    yield from extras


def _words_read(block: str) -> int:
    """Count the words that readers see as text, without code, addresses and alternative texts."""
    return 0 if block.startswith(("```", "![")) else count_words(re.sub(r"\]\([^()]*\)", "]", block))


def _extras(limits: Limits, hours: Iterator[int]) -> Iterator[str]:
    links = max(_least(limits.links), int(limits.must_link))
    if links:
        addresses = (
            f"[the tables of port {number}](https://example.org/ports/{number})" for number in range(1, links + 1)
        )
        yield f"See {', '.join(addresses)}."
    yield from limits.must_contain
    yield from _apart("- High water in the morning\n- Low water at noon", _least(limits.lists), "- Tide {n}")
    yield from _apart("| time | height |\n| --- | --- |\n| 06:40 | 4.8 m |", _least(limits.tables), "")
    language = limits.code_language or "text"
    yield from ("```" + f"{language}\nselect {number};\n```" for number in range(1, _least(limits.code) + 1))
    for hour in islice(hours, _least(limits.images)):
        yield f"![The gauge in hour {hour} of the ebb](https://example.org/gauge-{hour}.jpg)"


def _apart(block: str, times: int, item: str) -> Iterator[str]:
    """Repeat a block, with a sentence between the copies, which would otherwise merge into one block."""
    for number in range(1, times + 1):
        if number > 1:
            yield f"Day {number} goes like this."
        yield f"{block}\n{item.format(n=number)}" if item and number > 1 else block


def _least(bounds: Range | None) -> int:
    return int(bounds.least or 0) if bounds else 0
