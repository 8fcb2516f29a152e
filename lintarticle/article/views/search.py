"""What searchers find an article by, and what they see of it."""

from __future__ import annotations

from lintarticle.article.article import Article, view
from lintarticle.article.metadata.metadata import Field
from lintarticle.article.text.phrase import Phrase


@view
def search_excerpt(article: Article) -> Field | None:
    """Return the text that search results show: the one for search engines, else `description`, else the excerpt.

    Templates put `description` into the page's head; an `excerpt` or `summary` beside it is for lists and feeds.
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
    return Phrase(text, article.language) if any(map(str.isalnum, text)) and not is_placeholder else None
