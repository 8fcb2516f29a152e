"""Where the sections of an article deviate from an outline: faults with spans and sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lintarticle.article.model import Article, Fault, Section
from lintarticle.outline.align import Step, align
from lintarticle.outline.content import content_faults
from lintarticle.outline.model import Item, Outline
from lintarticle.problem import Edit, Fix
from lintarticle.source import Span


def deviations(article: Article, outline: Outline) -> Iterator[Fault]:
    """Yield a fault for every deviation, its kind the name of the rule in the family `structure` that reports it.

    The outline speaks of the sections one level below the title: below the first H1 where it is the only one,
    else of the topmost sections. Raises `SlowPatternError` for a pattern that never ends.
    """
    sections = article.body.sections
    top = [at for at, section in enumerate(sections) if section.level == 1]
    root = top[0] if len(top) == 1 and not any(s.parent == -1 and s.level > 1 for s in sections) else -1
    pending = [(outline, root)]
    while pending:
        part, parent = pending.pop(0)
        found = [at for at, section in enumerate(sections) if section.parent == parent and section.heading]
        steps = align(part, [sections[at].title for at in found])
        yield from _faults(article, part, steps, [sections[at] for at in found], parent)
        for step in steps:
            item = part.items[step.item] if step.item is not None else None
            if item and item.sections and step.section is not None:
                pending.append((item.sections, found[step.section]))


def _faults(
    article: Article, outline: Outline, steps: Sequence[Step], found: Sequence[Section], parent: int
) -> Iterator[Fault]:
    absent = [outline.items[step.item].name for step in steps if step.kind == "missing" and step.item is not None]
    for step in steps:
        item = outline.items[step.item] if step.item is not None else None
        section = found[step.section] if step.section is not None else None
        after = found[step.after] if step.after is not None else None
        if item and not section:
            place = _Place(article, parent, after)
            yield _missing(place, item, step.copies, where=place.words if outline.ordered else "")
        elif item and section:
            if step.kind == "misspelt":
                yield _misspelt(section, item)
            elif step.kind == "moved":
                yield _moved(section, after)
            yield from content_faults(article, section, item)
        elif section and step.kind == "unexpected":
            yield _unexpected(section, absent)


class _Place:
    """Where a missing section belongs: behind `after`, else at the start of its parent's subsections."""

    def __init__(self, article: Article, parent: int, after: Section | None) -> None:
        sections = article.body.sections
        above = sections[parent] if parent >= 0 else None
        peers = [section.level for section in sections if section.parent == parent and section.heading]
        self.after = after
        self.level = peers[0] if peers else (above.level + 1 if above else 2)
        anchor = after or above
        self.span = anchor.title_span if anchor else article.source.line_span(_first_line(article))
        end = after.span.end if after else above.own.end if above else _end_of_intro(article)
        self.offset = max(len(article.text[:end].rstrip()), article.body.span.start)
        self.lead = "\n\n" if article.text[: self.offset].strip() else ""

    @property
    def words(self) -> str:
        """The place as a message names it."""
        return f" after “{self.after.title}”" if self.after else " at the start"


def _first_line(article: Article) -> int:
    return article.source.line_of(min(article.body.span.start, max(0, len(article.text) - 1)))


def _end_of_intro(article: Article) -> int:
    first = article.body.sections[0]
    return first.span.start if first.heading else first.own.end


def _missing(place: _Place, item: Item, count: int, where: str) -> Fault:
    several = f"{count} more sections like {item.name} are" if count > 1 else f"The section {item.name} is"
    fix = None
    if item.headings:
        text = f"{place.lead}{'#' * (item.level or place.level)} {item.headings[0]}\n\nTODO"
        fix = Fix(f"Add the heading {item.name}", (Edit(Span(place.offset, place.offset), text),), "unsafe")
    return Fault(
        "missing-section", place.span, f"{several} missing{where and f', expected{where}'}.", item.description, fix
    )


def _misspelt(section: Section, item: Item) -> Fault:
    said = f"The heading “{section.title}” was found, expected {item.name}."
    return Fault("unexpected-section", section.title_span, said)


def _moved(section: Section, after: Section | None) -> Fault:
    place = f"after “{after.title}”" if after else "as the first section"
    said = f"The section “{section.title}” stands in the wrong place, expected {place}."
    return Fault("section-order", section.title_span, said)


def _unexpected(section: Section, absent: Sequence[str]) -> Fault:
    said = f"The section “{section.title}” is not one that this article may have."
    return Fault(
        "unexpected-section", section.title_span, said, f"Still missing: {', '.join(absent)}." if absent else ""
    )
