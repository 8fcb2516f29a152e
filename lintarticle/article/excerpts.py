"""Excerpts: which of an article's texts stands where."""

from __future__ import annotations

from lintarticle.article.model import Field, Metadata


def search_excerpt(metadata: Metadata) -> Field | None:
    """Return the text that search results show: the one for search engines, else `description`, else the excerpt.

    Templates put `description` into the page's head; an `excerpt` or `summary` beside it is for lists and feeds.
    """
    described = (field for field in metadata.all("excerpt") if "description" in field.key.casefold())
    own = metadata.get("seo_excerpt")
    return own or next((field for field in described if not field.is_empty), None) or metadata.get("excerpt")
