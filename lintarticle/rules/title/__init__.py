"""Titles: the line that search results, feeds and readers see first."""

from lintarticle.rules.title import (
    differs_from_h1,
    end_punctuation,
    markup,
    missing,
    repeated_as_h1,
    repeated_word,
    shouting,
    too_long,
    too_wide,
)

RULES = (
    missing.RULE,
    too_wide.RULE,
    too_long.RULE,
    markup.RULE,
    differs_from_h1.RULE,
    repeated_as_h1.RULE,
    repeated_word.RULE,
    shouting.RULE,
    end_punctuation.RULE,
)
