"""`[types.NAME.outline]` to an outline; what can't be meant is told with its place."""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.config.mistakes import Mistake, Place
from lintarticle.config.schema import OutlineKeys, SectionKeys
from lintarticle.outline.outline import Item, Limits, Outline
from lintarticle.patterns import fault_of


def read_outline(keys: OutlineKeys, at: Place) -> tuple[Outline, list[Mistake]]:
    """Return the outline of a table that stands at a place, and what is wrong with it."""
    mistakes = list(_mistakes(keys.sections, (*at, "sections")))
    return Outline(tuple(map(_item, keys.sections)), keys.additional, keys.ordered), mistakes


def _item(keys: SectionKeys) -> Item:
    """Read one section; its depth is bounded by that of a TOML text."""
    least, most = _bounds(keys)
    below = None
    if keys.sections is not None or keys.additional is False:
        items = tuple(map(_item, keys.sections or ()))
        below = Outline(items, keys.additional is not False, keys.ordered is not False)
    return Item(
        headings=keys.heading or (),
        pattern=keys.pattern or "",
        least=least,
        most=most,
        level=keys.level,
        description=keys.description,
        limits=_limits(keys),
        sections=below,
    )


def _bounds(keys: SectionKeys) -> tuple[int, int | None]:
    """Return how often a section may stand there: once, or as `optional`, `min` and `max` say; `min` alone is open."""
    least = keys.min if keys.min is not None else 0 if keys.optional else 1
    return least, keys.max if keys.max is not None or keys.min is not None else 1


def _limits(keys: SectionKeys) -> Limits:
    return Limits(
        words=keys.words,
        images=keys.images,
        code=keys.code.count if keys.code else None,
        code_language=keys.code.language if keys.code else "",
        lists=keys.lists,
        tables=keys.tables,
        links=keys.links,
        must_contain=keys.must_contain or (),
        must_not_contain=keys.must_not_contain or (),
        must_link=keys.must_link,
    )


def _mistakes(sections: tuple[SectionKeys, ...], at: Place) -> Iterator[Mistake]:
    for number, keys in enumerate(sections):
        place = (*at, number)
        yield from _bad_name(keys, place)
        yield from _bad_bounds(keys, place)
        if not keys.sections and (keys.ordered is not None or keys.additional):
            key = "ordered" if keys.ordered is not None else "additional"
            yield Mistake((*place, key), f"“{key}” speaks of the sections below, expected “sections” beside it.")
        yield from _mistakes(keys.sections or (), (*place, "sections"))


def _bad_name(keys: SectionKeys, place: Place) -> Iterator[Mistake]:
    ways = [key for key in ("heading", "pattern", "any") if getattr(keys, key)]
    if not ways:
        yield Mistake(place, "A section of an outline needs one of “heading”, “pattern” and “any = true”.")
    elif len(ways) > 1:
        yield Mistake((*place, ways[1]), f"“{ways[0]}” and “{ways[1]}” stand in one section, expected one of them.")
    if keys.pattern and (fault := fault_of(keys.pattern)):
        yield Mistake((*place, "pattern"), fault)


def _bad_bounds(keys: SectionKeys, place: Place) -> Iterator[Mistake]:
    if keys.optional and keys.min:
        sentence = f"“min” is {keys.min}, but the section is optional: expected one of the two."
        yield Mistake((*place, "min"), sentence)
    if keys.min is not None and keys.max is not None and keys.min > keys.max:
        yield Mistake((*place, "max"), f"“max” is {keys.max}, expected at least “min”, which is {keys.min}.")
