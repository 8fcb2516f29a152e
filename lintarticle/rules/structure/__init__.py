"""Structure: headings, and the sections that they open."""

from lintarticle.rules.structure import duplicate_heading, empty_heading, empty_section, multiple_h1, skipped_level

RULES = (
    multiple_h1.RULE,
    skipped_level.RULE,
    empty_heading.RULE,
    duplicate_heading.RULE,
    empty_section.RULE,
)
