"""What follows from the fields of an article: its keyphrase, its search excerpt, whether two of them agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintarticle.article.article import Article, view
from lintarticle.article.metadata.dates import calendar_date, moment_of
from lintarticle.article.metadata.metadata import Field
from lintarticle.article.metadata.spelling import normal_form
from lintarticle.source import Span

if TYPE_CHECKING:
    from lintarticle.article.text.phrase import Phrase


@view
def search_excerpt(article: Article) -> Field | None:
    """Return the text that search results show: the one for search engines, else `description`, else the excerpt.

    Templates put `description` into the page's head; an `excerpt` or `summary` next to it is for lists and feeds.
    """
    metadata = article.metadata
    described = (field for field in metadata.all("excerpt") if "description" in field.key.casefold())
    own = metadata.get("seo_excerpt")
    return own or next((field for field in described if not field.is_empty), None) or metadata.get("excerpt")


@view
def keyphrase_of(article: Article) -> Phrase | None:
    """Return the keyphrase of an article that names one, the first where it names several."""
    field = article.metadata.get("keyphrase")
    text = field.items[0].text if field and field.items else field.text if field else ""
    is_placeholder = text.startswith(("[", "<", "{{"))
    if not any(map(str.isalnum, text)) or is_placeholder:
        return None
    from lintarticle.article.text.phrase import Phrase  # few articles name one

    return Phrase(text, article.language)


def same_value(one: Field, other: Field, *, part: bool = False) -> bool:
    """Whether two fields say the same: lists without order, dates as calendar dates, texts without length hints.

    `part`: a list that holds all of the other counts as the same.
    """
    if one.items or other.items:
        first, second = (_folded_items(field) for field in (one, other))
        return first == second or (part and (first <= second or second <= first))
    if one.name in ("date", "updated", "expires"):
        moments = [moment_of(field) for field in (one, other)]
        if moments[0] and moments[1]:
            return calendar_date(moments[0]) == calendar_date(moments[1])
    return _folded_text(one) == _folded_text(other)


def _folded_items(field: Field) -> frozenset[str]:
    parts = [item.text for item in field.items] or [field.text]
    return frozenset(normal_form(part) for part in parts)


def _folded_text(field: Field) -> str:
    from lintarticle.article.metadata_block.entry_values import plain_value  # few fields have two values

    value = plain_value(field.text, Span(0, len(field.text)))
    return value.text.casefold().strip("/")
