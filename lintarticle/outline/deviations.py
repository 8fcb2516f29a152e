"""Where the sections of an article deviate from an outline: faults with spans and sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from lintarticle.article.article import Article
from lintarticle.article.markdown.elements import Section
from lintarticle.article.values import Fault
from lintarticle.nearest import nearest
from lintarticle.outline.align import Step, align, normal_heading
from lintarticle.outline.content import Contents
from lintarticle.outline.insertion import added_heading
from lintarticle.outline.outline import Outline, OutlineSection
from lintarticle.ranges import Range

_TOP = -1
"""The parent of the topmost sections."""


def deviations(article: Article, outline: Outline) -> Iterator[Fault]:
    """Yield a fault for every deviation, its kind the name of the rule in the family `structure` that reports it.

    The outline speaks of the sections one level below the title. Raises `SlowPatternError` for a pattern that never
    ends.
    """
    comparison = _Comparison(article)
    pending = [(outline, *comparison.below_title(outline))]
    for part, parent, found in pending:
        steps = align(part, [section.title for _, section in found])
        yield from comparison.faults(part, steps, parent, [section for _, section in found])
        for step in steps:
            item = part.items[step.item] if step.item is not None else None
            if item and item.sections and step.section is not None:
                at, section = found[step.section]
                pending.append((item.sections, section, comparison.children(at)))


_Numbered = tuple[int, Section]
"""A section with its index in the body."""


class _Comparison:
    """One article, compared level by level."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._children: dict[int, list[_Numbered]] = defaultdict(list)
        for at, section in enumerate(article.body.sections):
            if section.heading:
                self._children[section.parent].append((at, section))
        self._contents = Contents(article)

    def children(self, at: int) -> list[_Numbered]:
        """Return the sections one level below a section."""
        return self._children[at]

    def below_title(self, outline: Outline) -> tuple[Section | None, list[_Numbered]]:
        """Return the title's section, None if the title is not one of the body's headings, and the sections below it.

        The first heading is the title when it is of level 1 and names no section of the outline. A second one of
        level 1 then is a section like the others; where the front matter has another title, it shows that sections
        are of level 1 here.
        """
        top = self._children[_TOP]
        if not top or top[0][1].level != 1 or _item_named(outline, top[0][1]):
            return None, top
        at, first = top[0]
        title = self._article.metadata.get("title")
        differs = title and title.origin != "heading" and normal_heading(title.text) != normal_heading(first.title)
        if len(top) > 1 and differs:
            return None, top
        return first, [*self._children[at], *top[1:]]

    def faults(
        self, outline: Outline, steps: Sequence[Step], parent: Section | None, found: Sequence[Section]
    ) -> Iterator[Fault]:
        """Yield what is wrong with the sections found below a parent."""
        absent = [outline.items[step.item].name for step in steps if step.kind == "missing" and step.item is not None]
        for step in steps:
            item = outline.items[step.item] if step.item is not None else None
            section = found[step.section] if step.section is not None else None
            after = found[step.after] if step.after is not None else None
            if item and not section:
                yield self._missing(item, step.copies, parent, after, ordered=outline.ordered)
            elif item and section:
                if step.kind == "misspelt":
                    yield _misspelt(section, item)
                elif step.kind == "moved":
                    yield _moved(section, after)
                yield from self._contents.faults(section, item)
            elif section and step.kind == "unexpected":
                of_it = _item_named(outline, section)
                yield _one_too_many(section, of_it) if of_it else _unexpected(section, parent, absent)

    def _missing(
        self, item: OutlineSection, count: int, parent: Section | None, after: Section | None, *, ordered: bool
    ) -> Fault:
        anchor = after or parent or next((each for _, each in self._children[_TOP]), None)
        span = anchor.title_span if anchor else self._article.metadata_span
        place = f"; add it {_place(parent, after)}" if ordered else ""
        fix = added_heading(self._article, item, parent, after) if item.headings else None
        return Fault(
            "missing-section",
            span,
            f"{_lacking(item, count)} missing{place if count == 1 else place.replace(' it ', ' them ')}.",
            item.description,
            fix,
        )


def _item_named(outline: Outline, section: Section) -> OutlineSection | None:
    """Return the item one of whose headings a section has."""
    title = normal_heading(section.title)
    return next((item for item in outline.items if title in map(normal_heading, item.headings)), None)


# --- sentences ------------------------------------------------------------------------------------------------


def _place(parent: Section | None, after: Section | None) -> str:
    """Say where a section belongs."""
    if after:
        return f"after “{after.title}”"
    return f"as the first section of “{parent.title}”" if parent and parent.level > 1 else "as the first section"


def _lacking(item: OutlineSection, count: int) -> str:
    """Say what is missing, with its verb."""
    if item.is_any:
        return f"{count} more sections are" if count > 1 else "One more section is"
    if item.pattern:
        named = f"like “{item.pattern}”"
        return f"{count} more sections {named} are" if count > 1 else f"A section {named} is"
    others = " or ".join(f"“{text}”" for text in item.headings[1:])
    named = f"“{item.headings[0]}”{others and f' (or {others})'}"
    return f"{count} more sections {named} are" if count > 1 else f"Section {named} is"


def _misspelt(section: Section, item: OutlineSection) -> Fault:
    expected = nearest(section.title, item.headings) or item.headings[0]
    message = f"The heading “{section.title}” should be “{expected}”."
    return Fault("unexpected-section", section.title_span, message)


def _moved(section: Section, after: Section | None) -> Fault:
    place = f"after “{after.title}”" if after else "to the top, as the first section"
    message = f"Section “{section.title}” is in the wrong place; move it {place}."
    return Fault("section-order", section.title_span, message)


def _one_too_many(section: Section, item: OutlineSection) -> Fault:
    expected = Range(item.least, item.most).words
    message = f"Too many sections “{section.title}”; expected {expected}."
    return Fault("unexpected-section", section.title_span, message)


def _unexpected(section: Section, parent: Section | None, absent: Sequence[str]) -> Fault:
    whole = f"“{parent.title}”" if parent and parent.level > 1 else "this article"
    message = f"Section “{section.title}” is not allowed in {whole}."
    help_ = f"Still missing: {', '.join(absent)}." if absent else ""
    return Fault("unexpected-section", section.title_span, message, help_)
