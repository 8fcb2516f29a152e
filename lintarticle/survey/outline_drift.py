"""Where the sections of articles no longer follow the outline of their type."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from lintarticle.outline.align import align, normal_heading
from lintarticle.outline.outline import Outline
from lintarticle.survey.configuration_text import outline_text
from lintarticle.survey.contract import best_outline, shared_outlines
from lintarticle.survey.drift import Drift, Table, ToCompare, are_many, so_many
from lintarticle.survey.groups import FEWEST
from lintarticle.survey.traits import SHARED, Traits, typical_of


def drift_of_outlines(compared: ToCompare) -> Iterator[Drift]:
    """Yield how the sections of articles differ from the outlines of a configuration, and the outlines it lacks."""
    for kind in compared.types:
        table = compared.tables.get("types", {}).get(kind.name, {})
        typical = typical_of(each for each in compared.articles if each.type == kind.name)
        if not table or len(typical) < FEWEST:
            continue
        place = ("types", kind.name, "outline")
        if kind.outline is None:
            yield from _new(place, typical)
        elif "outline" in table:
            yield from _Sections(place, table["outline"], kind.outline, typical, compared.share).drift()


def _new(place: tuple[str, ...], typical: Sequence[Traits]) -> Iterator[Drift]:
    """Yield the outline that all articles share."""
    outline = best_outline(custom.value for custom in shared_outlines(typical) if not custom.exceptions)
    if outline:
        names = ", ".join(item.name for item in outline.items if item.least)
        sentence = f"new: all {len(typical):,} articles have {names}"
        yield Drift(place, sentence, addition=outline_text(place[1], outline))


class _Sections:
    """An outline as a configuration has it, and the sections of the typical articles of its type."""

    def __init__(
        self, place: tuple[str, ...], table: Table, outline: Outline, typical: Sequence[Traits], share: float
    ) -> None:
        self._place = place
        self._table = table
        self._outline = outline
        self._articles = [(article.headings, align(outline, article.headings)) for article in typical]
        self._total = len(typical)
        self._share = share

    def drift(self) -> Iterator[Drift]:
        """Yield sections that many articles lack or rename, a different order, and sections that nearly all have."""
        for number, item in enumerate(self._outline.items):
            own = self._table["sections"][number]
            lacking = self._count("missing", number)
            if are_many(lacking, self._total, self._share):
                sentence = f"{item.name} is required, but {so_many(lacking, self._total)} articles have no such section"
                key, value = ("min", 0) if "min" in own else ("optional", True)
                yield Drift((*self._place, "sections", number, key), sentence, value)
            (other, count), *_ = (*self._others_for(number).most_common(1), ("", 0))
            if "heading" in own and are_many(count, self._total, self._share):
                sentence = f"{item.name}, but {so_many(count, self._total)} articles have “{other}”"
                yield Drift((*self._place, "sections", number, "heading"), sentence, [*item.headings, other])
        for key, kind, value, sentence in (
            ("ordered", "moved", False, "in another order in {}"),
            ("additional", "unexpected", True, "others are in {}"),
        ):
            count = self._count(kind)
            if are_many(count, self._total, self._share):
                yield Drift((*self._place, key), sentence.format(f"{so_many(count, self._total)} articles"), value)
        yield from self._new()

    def _count(self, kind: str, item: int | None = None) -> int:
        """Return how many articles have a step of a kind, about one item or any."""
        return sum(
            any(step.kind == kind and item in (None, step.item) for step in steps) for _, steps in self._articles
        )

    def _others_for(self, item: int) -> Counter[str]:
        """Return the headings that articles have instead of an item’s heading."""
        return Counter(headings[step.section] for headings, steps in self._articles for step in steps
                       if step.kind == "misspelt" and step.item == item and step.section is not None)  # fmt: skip

    def _new(self) -> Iterator[Drift]:
        """Yield the sections that nearly all articles have and the outline lacks, each after the item before it."""
        written: dict[str, Counter[str]] = defaultdict(Counter)
        places: dict[str, Counter[int]] = defaultdict(Counter)
        for headings, steps in self._articles:
            place, seen = 0, set()
            for step in steps:
                if step.kind in ("match", "misspelt") and step.item is not None:
                    place = max(place, step.item + 1)
                elif step.kind in ("additional", "unexpected") and step.section is not None:
                    heading = headings[step.section]
                    name = normal_heading(heading)
                    if name and name not in seen:
                        seen.add(name)
                        written[name][heading] += 1
                        places[name][place] += 1
        inserted, additions = [], []
        for name, forms in written.items():
            count = forms.total()
            if count >= SHARED * self._total:
                heading = forms.most_common(1)[0][0]
                optional = {"optional": True} if are_many(self._total - count, self._total, self._share) else {}
                inserted.append((places[name].most_common(1)[0][0], {"heading": heading, **optional}))
                additions.append(f"“{heading}” in {so_many(count, self._total)}")
        if inserted:
            yield Drift((*self._place, "sections"), f"new: {', '.join(additions)}", inserted=tuple(inserted))
