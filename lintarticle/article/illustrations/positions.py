"""Where a placement leads in the body: what rules ask of one that is resolved, or offer for one that is not.

Apart from the grammar, whose word lists only articles with briefs need.
"""

from __future__ import annotations

import re
import sys
from itertools import zip_longest

from lintarticle.article.illustrations.illustration import Placement
from lintarticle.article.markdown.body import Body
from lintarticle.article.markdown.elements import Heading
from lintarticle.problem import Edit
from lintarticle.source import Span


def position_of(placement: Placement) -> tuple[int, int] | None:
    """Return a key that sorts placements as they come in the article, None for one that is not resolved."""
    if placement.kind in ("top", "intro"):
        return (0, 0 if placement.kind == "top" else 1)
    if placement.kind == "end":
        return (sys.maxsize, 0)
    if len(placement.headings) != 1:
        return None
    rank = {"before": -1, "after": 1}.get(placement.kind, 0)
    return (placement.headings[0].span.start, rank)


def stands_at(span: Span, placement: Placement | None, body: Body) -> bool:
    """Whether a span of the body is at a placement; a placement that is not resolved can't be missed."""
    if placement is None or not body.sections:
        return True
    if placement.kind in ("top", "intro"):
        first = next((section for section in body.sections if section.level >= 2), None)
        return first is None or span.start < first.own.end
    if placement.kind == "end":
        return span.start >= body.sections[-1].span.start
    if not placement.is_resolved:
        return True
    return _beside(span, placement.headings[0], placement, body)


def _beside(span: Span, heading: Heading, placement: Placement, body: Body) -> bool:
    index = next((n for n, section in enumerate(body.sections) if section.heading is heading), None)
    if index is None:
        return True
    section = body.sections[index]
    if placement.kind == "before":
        start = body.sections[index - 1].span.start if index else body.span.start
        return start <= span.start < section.own.end
    return section.span.start <= span.start < section.span.end


def rewording(article_text: str, placement: Placement, *, in_front_matter: bool) -> tuple[Edit, ...]:
    """Return the edit that makes the reference say the nearest heading's text, none if that can't be there.

    In front matter, a character that means something to its format rules the edit out; so does a quotation mark
    between quotation marks, and a pipe that may be in a table.
    """
    reference, heading = placement.reference, placement.nearest
    if (
        reference is None
        or heading is None
        or article_text[reference.span.start : reference.span.end] != reference.text
    ):
        return ()
    barred = r"[\"“”„«»`|\n]" if not in_front_matter else r"[^\w\s.,;()/–—-]"
    if re.search(barred, heading.text) or not heading.text:
        return ()
    return (Edit(reference.span, heading.text),)


_ENDINGS = frozenset({"", "s", "es", "ed", "ing", "e"})
"""What may follow the part that two forms of one English word share; in other languages no such test is this simple."""


def same_but_for_endings(first: str, second: str) -> bool:
    """Whether two headings differ by no more than capitals, punctuation, articles and the ends of words."""
    from lintarticle.article.illustrations.heading_index import normal_place  # only articles with briefs need it

    pairs = zip_longest(normal_place(first).split(), normal_place(second).split(), fillvalue="")
    return all(one == other or _is_same_word(one, other) for one, other in pairs)


def _is_same_word(one: str, other: str) -> bool:
    differ = (index for index, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1])
    shared = next(differ, min(len(one), len(other)))
    endings = {one[shared:], other[shared:]}
    return shared >= 3 and endings <= _ENDINGS and endings != {"", "e"}
