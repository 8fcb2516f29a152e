"""Where the sections of an article deviate from an outline: faults with spans and sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from lintarticle.article.article import Article
from lintarticle.article.markdown.elements import Section
from lintarticle.article.values import Fault
from lintarticle.outline.align import Step, align, normal_heading
from lintarticle.outline.outline import Limits, Outline, OutlineSection
from lintarticle.problem import Edit, Fix
from lintarticle.ranges import Range
from lintarticle.source import Span
from lintarticle.wording import nearest, number_or_no

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


def headings_below_title(article: Article) -> tuple[str, ...]:
    """Return the headings that an outline speaks of, as written."""
    return tuple(section.title for _, section in _Comparison(article).below_title(Outline(()))[1])


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


# --- the content of one section --------------------------------------------------------------------------------------


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


class Contents:
    """Compares the sections of one article with limits; what is counted is collected once, on demand."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._starts: dict[str, list[int]] = {}

    def faults(self, section: Section, item: OutlineSection) -> Iterator[Fault]:
        """Yield a fault of the kind `section-content` for every limit that a section breaks."""
        for message in self._messages(section, item):
            full = f"Section “{section.title}” {message}."
            yield Fault("section-content", section.title_span, full, item.description)

    def _messages(self, section: Section, item: OutlineSection) -> Iterator[str]:
        limits = item.limits
        if item.level and section.level != item.level:
            yield f"has a level-{section.level} heading; use level {item.level} (“{'#' * item.level}”)"
        if limits.words is not None and (words := self._article.body.words_of(section)) not in limits.words:
            yield _wrong_count(words, "word", limits.words)
        for thing, range_, parts in self._countable(limits):
            if range_ is not None and (count := self._count(section, thing, parts)) not in range_:
                yield _wrong_count(count, thing, range_)
        if limits.must_link and not self._count(section, "link", lambda: self._article.body.links):
            yield "has no links; add at least one"
        if limits.must_contain or limits.must_not_contain:
            yield from self._wrong_texts(section, limits)

    def _countable(self, limits: Limits) -> Iterator[tuple[str, Range | None, Callable[[], Sequence[_Spanned]]]]:
        body, language = self._article.body, limits.code_language
        yield "image", limits.images, lambda: body.images
        yield (
            f"{language} code block" if language else "code block",
            limits.code,
            lambda: [block for block in body.code_blocks if not language or block.language.lower() == language.lower()],
        )
        yield "list", limits.lists, lambda: [block for block in body.lists if block.depth == 0]
        yield "table", limits.tables, lambda: body.tables
        yield "link", limits.links, lambda: body.links

    def _count(self, section: Section, thing: str, parts: Callable[[], Sequence[_Spanned]]) -> int:
        if thing not in self._starts:
            self._starts[thing] = sorted(part.span.start for part in parts())
        starts = self._starts[thing]
        return bisect_left(starts, section.own.end) - bisect_left(starts, section.own.start)

    def _wrong_texts(self, section: Section, limits: Limits) -> Iterator[str]:
        own = self._article.text[section.own.start : section.own.end].casefold()
        for text in limits.must_contain:
            if text.casefold() not in own:
                yield f"must contain “{text}”"
        for text in limits.must_not_contain:
            if text.casefold() in own:
                yield f"must not contain “{text}”"


def _wrong_count(count: int, thing: str, range_: Range) -> str:
    return f"has {number_or_no(count, thing)}; expected {range_.words}"


# --- the heading of a missing section --------------------------------------------------------------------------------


def added_heading(article: Article, item: OutlineSection, parent: Section | None, after: Section | None) -> Fix:
    """Return the fix that adds an item's heading after a section, else before the first one of its parent."""
    offset = _offset(article, parent, after)
    heading = f"{'#' * (item.level or _level(article, parent, after))} {item.headings[0]}"
    text = f"{_gap_before(article, offset)}{heading}\n\nTODO{_gap_behind(article, offset)}"
    return Fix(f"Add the heading “{item.headings[0]}”", (Edit(Span(offset, offset), text),), "unsafe")


def _offset(article: Article, parent: Section | None, after: Section | None) -> int:
    """Return the end of the text before the new section, without blank lines."""
    if after:
        end = after.span.end
    elif parent:
        end = parent.own.end
    else:
        first = article.body.sections[0]
        end = first.span.start if first.heading else first.own.end
    return max(len(article.text[:end].rstrip()), article.body.span.start)


def _level(article: Article, parent: Section | None, after: Section | None) -> int:
    """Return the level that the sections next to the new one have."""
    if after:
        return after.level
    if parent:
        inner = (s for s in article.body.sections if s.level and parent.span.start < s.span.start < parent.span.end)
        sibling = next(inner, None)
        return sibling.level if sibling else min(parent.level + 1, 6)
    return next((section.level for section in article.body.sections if section.heading), 2)


def _gap_before(article: Article, offset: int) -> str:
    """Return the line ends that make a blank line before it, "" at the start of the file."""
    before = article.text[:offset]
    if not before.strip("\ufeff\n"):
        return ""
    return "\n" if before.endswith("\n") else "\n\n"


def _gap_behind(article: Article, offset: int) -> str:
    """Return the line ends that make a blank line after it, one line end where the file ends here."""
    behind = article.text[offset : offset + 2]
    if not behind.strip("\n"):
        return "" if behind else "\n"
    return "\n" if behind.startswith("\n") else "\n\n"
