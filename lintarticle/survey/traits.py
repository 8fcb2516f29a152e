"""What a survey remembers of one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from lintarticle.article.article import Article
from lintarticle.article.values import Node
from lintarticle.config.settings import Settings
from lintarticle.outline.align import normal_heading
from lintarticle.outline.deviations import headings_below_title
from lintarticle.record import NamedTuple
from lintarticle.schema.contract import subject_of
from lintarticle.schema.field_spec import is_empty
from lintarticle.schema.fields_contract import FieldsContract


class Traits(NamedTuple):
    """One article: its metadata by key, those that are empty left out, and the headings below its title.

    `tags` are those that the rules about tags look at, without blanks around them. `lenient`: the keys whose values are
    text in any case. `is_typical`: it has metadata, and is neither a template nor a page of a section. `type` is the
    one that the configuration in force gives it, `format` that of its front matter, or "".
    """

    path: str
    values: Mapping[str, Node]
    headings: tuple[str, ...]
    tags: tuple[str, ...] = ()
    lenient: frozenset[str] = frozenset()
    is_typical: bool = True
    is_draft: bool = False
    type: str = ""
    format: str = ""


SECTION_PAGES = ("_index", "404", "500", "50x")
"""The names, before the first dot, of pages that are not articles."""


SHARED = 0.9
"""A section that at least this share of the articles has is part of their outline."""


def shared_headings(articles: Sequence[Traits]) -> list[str]:
    """Return the headings that nearly all articles share, as headings are compared."""
    counts = Counter(heading for article in articles for heading in {normal_heading(each) for each in article.headings})
    return [heading for heading, count in counts.items() if heading and count >= SHARED * len(articles)]


def typical_of(articles: Iterable[Traits]) -> list[Traits]:
    """Return the articles that show what is customary: where none has metadata, all but section pages."""
    articles = list(articles)
    bare = (each for each in articles if not each.values and not is_section_page(each.path))
    return [article for article in articles if article.is_typical] or list(bare)


def traits_of(article: Article, settings: Settings) -> Traits:
    """Return the traits of an article."""
    del settings
    subject = subject_of(article, ())
    values = {entry.key.text: entry.value for entry in subject.root.entries if not is_empty(entry.value)}
    tags = article.metadata.tag_field
    has_front_matter = article.front_matter is not None
    return Traits(
        path=article.path,
        values=values,
        headings=headings_below_title(article),
        tags=tuple(filter(None, (tag.text.strip() for tag in tags.items))) if tags else (),
        lenient=subject.lenient if has_front_matter else frozenset(values),
        is_typical=article.tells_what_is_missing and not is_section_page(article.path),
        is_draft=article.is_draft,
        format=article.front_matter.format if article.front_matter else "",
    )


def traits_in_force(article: Article, settings: Settings) -> Traits:
    """Return the traits of an article with its values under the names that the fields of its type have."""
    traits = traits_of(article, settings)._replace(type=settings.type)
    if not isinstance(settings.contract, FieldsContract):
        return traits
    entries = settings.contract.found_in(article)
    own = {entry.key.text for entry in entries.values()}
    others = {key: node for key, node in traits.values.items() if key not in own}
    fields = {name: entry.value for name, entry in entries.items() if not is_empty(entry.value)}
    lenient = (name for name, entry in entries.items() if entry.key.text in traits.lenient)
    return traits._replace(values={**fields, **others}, lenient=traits.lenient.union(lenient))


def without_drafts(articles: Iterable[Traits]) -> list[Traits]:
    """Return articles of which drafts are not typical, unless most are drafts."""
    articles = list(articles)
    drafts = [article for article in articles if article.is_draft]
    if 2 * len(drafts) > len(articles):
        return articles
    return [article._replace(is_typical=article.is_typical and not article.is_draft) for article in articles]


def is_section_page(path: str) -> bool:
    """Whether a path is that of a page of a section or of an error."""
    return path.rpartition("/")[2].partition(".")[0].lower() in SECTION_PAGES
