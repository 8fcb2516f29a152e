"""Keyphrases: whether the words that an article should be found by are where readers look. Skipped without one."""

from lintarticle.rules.keyphrase import density, in_excerpt, in_heading, in_intro, in_slug, in_title

RULES = (
    in_title.RULE,
    in_excerpt.RULE,
    in_intro.RULE,
    in_heading.RULE,
    in_slug.RULE,
    density.RULE,
)
