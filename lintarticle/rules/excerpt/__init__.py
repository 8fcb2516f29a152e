"""Excerpts: the sentence or two that search results, feeds and cards show."""

from lintarticle.rules.excerpt import too_long

RULES = (too_long.RULE,)
