"""Sections: what stands under each heading, nested by level."""

from __future__ import annotations

from collections.abc import Sequence

from lintarticle.article.markdown.elements import Heading, Section
from lintarticle.article.text.measure import count_words
from lintarticle.source import Span


def make_sections(headings: Sequence[Heading], body: Span, prose: str) -> tuple[Section, ...]:
    """Return the section before the first heading (always there, perhaps empty), then one a heading."""
    starts = [heading.span.start for heading in headings]
    edges = [body.start, *(heading.span.end for heading in headings)]
    owns = [Span(start, max(start, end)) for start, end in zip(edges, [*starts, body.end], strict=True)]
    words = [count_words(prose[own.start : own.end]) for own in owns]
    parents = _parents(headings)
    totals = words[:]
    ends = [own.end for own in owns]
    for index in range(len(owns) - 1, 0, -1):
        if parents[index] >= 0:
            totals[parents[index]] += totals[index]
            ends[parents[index]] = max(ends[parents[index]], ends[index])
    return tuple(
        Section(
            heading=headings[index - 1] if index else None,
            span=Span(starts[index - 1] if index else body.start, ends[index]),
            own=own,
            words=words[index],
            total_words=totals[index],
            parent=parents[index],
        )
        for index, own in enumerate(owns)
    )


def _parents(headings: Sequence[Heading]) -> list[int]:
    """Return the index of each section's parent, -1 at the top; the section before all headings is nobody's."""
    parents = [-1]
    open_sections: list[tuple[int, int]] = []
    for index, heading in enumerate(headings, start=1):
        while open_sections and open_sections[-1][0] >= heading.level:
            open_sections.pop()
        parents.append(open_sections[-1][1] if open_sections else -1)
        open_sections.append((heading.level, index))
    return parents
