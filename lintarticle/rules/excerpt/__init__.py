"""Excerpts: the sentence or two that search results, feeds and cards show."""

from lintarticle.rules.excerpt import (
    equals_title,
    markup,
    missing,
    over_limit,
    separator,
    too_long,
    too_short,
    truncated,
)

RULES = (
    missing.RULE,
    too_long.RULE,
    over_limit.RULE,
    too_short.RULE,
    equals_title.RULE,
    truncated.RULE,
    markup.RULE,
    separator.RULE,
)
