"""The tags of a site: each with its spellings, and the articles that use them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from lintarticle.article.metadata.spelling import normal_form
from lintarticle.article.values import Text
from lintarticle.record import NamedTuple
from lintarticle.site.finding import MOST_RELATED, Replacement, Spot
from lintarticle.site.record import ArticleRecord


class Use(NamedTuple):
    """A tag in an article."""

    record: ArticleRecord
    tag: Text


class SiteTag:
    """One tag of a site: `form` is what all its spellings have in common, `spellings` are the uses of each.

    Of a spelling that very many articles use, `more` says how many uses there are besides those that are listed.
    """

    def __init__(self, form: str) -> None:
        self.form = form
        self.spellings: dict[str, list[Use]] = {}
        self.more: dict[str, int] = {}

    @property
    def usual(self) -> str:
        """The spelling of most articles; of two used equally often, the one that comes first."""
        return max(self.spellings, key=self._count_of)

    @property
    def count(self) -> int:
        """The total number of uses."""
        return sum(map(self._count_of, self.spellings))

    def _count_of(self, text: str) -> int:
        return len(self.spellings[text]) + self.more.get(text, 0)

    @property
    def uses(self) -> list[Use]:
        """All uses, in any spelling."""
        return [use for uses in self.spellings.values() for use in uses]

    def spots(self) -> tuple[Spot, ...]:
        """Return some places at which the usual spelling is used."""
        uses = self.spellings[self.usual][:MOST_RELATED]
        return tuple(Spot(use.record.path, use.tag.span, f"“{self.usual}”") for use in uses)

    def users(self) -> str:
        """Say how many articles use the usual spelling, or which one does."""
        count = self._count_of(self.usual)
        return f"{count} articles" if count > 1 else f"“{self.spellings[self.usual][0].record.path}”"


def tags_of(records: Iterable[ArticleRecord]) -> dict[str, SiteTag]:
    """Return the tags of some articles, by what all spellings of each have in common."""
    found: dict[str, SiteTag] = {}
    uses_by_text: dict[str, list[Use]] = {}
    for record in records:
        for tag in record.tags:
            if tag.text not in uses_by_text:
                uses_by_text[tag.text] = _uses_of(tag.text, found)
            uses = uses_by_text[tag.text]
            if not uses or uses[-1].record is not record:  # listed twice, it is used once
                uses.append(Use(record, tag))
    found.pop("", None)
    return found


def _uses_of(text: str, tags: dict[str, SiteTag]) -> list[Use]:
    """Return the uses of a spelling, which is added to its tag if it is new."""
    form = normal_form(text)
    if form not in tags:
        tags[form] = SiteTag(form)
    return tags[form].spellings.setdefault(text.strip(), [])


def by_language(records: Iterable[tuple[str, ArticleRecord]]) -> list[dict[str, SiteTag]]:
    """Return the tags of the articles of each language."""
    groups: dict[str, list[ArticleRecord]] = defaultdict(list)
    for language, record in records:
        groups[language].append(record)
    return list(map(tags_of, groups.values()))


def rewriting(use: Use, text: str) -> Replacement | None:
    """Return the fix that writes a tag in another way, None if the article has that tag too."""
    if any(other.text == text for other in use.record.tags):
        return None
    return Replacement(f"Write “{text}”", use.tag.span, use.tag.text, text)


_SHORTEST = 4
"""An “s” after a last word of this many letters hardly ever makes another word: `new` and `news` are two."""


def plurals(form: str) -> Iterator[str]:
    """Yield the plurals that a tag may have."""
    last = form.rpartition(" ")[2]
    if len(last) < _SHORTEST or not last.isalpha() or last.endswith("s"):
        return
    yield f"{form}s"
    if last.endswith(("x", "ch", "sh")):
        yield f"{form}es"
    if last.endswith("y"):
        yield f"{form[:-1]}ies"
