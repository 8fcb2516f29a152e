"""Articles as they were at an earlier commit, for the rules about what a change took away."""

from __future__ import annotations

from lintarticle.record import NamedTuple
from lintarticle.site.record import ArticleRecord


class FormerArticle(NamedTuple):
    """An article as it was, published by then. `now` is its path today, "" if it was removed.

    `has_new_text`: its body reads otherwise today, and its date of change is not today's. `may_have_moved`: its path or
    a field that addresses are made of is another one today.
    """

    record: ArticleRecord
    now: str = ""
    has_new_text: bool = False
    may_have_moved: bool = True
