"""Structure: headings, and the sections that they open."""

from lintarticle.rules.structure import (
    bold_as_heading,
    duplicate_heading,
    empty_heading,
    empty_section,
    heading_punctuation,
    missing_section,
    multiple_h1,
    no_headings,
    no_intro,
    section_content,
    section_length,
    section_order,
    skipped_level,
    stale_toc,
    unexpected_section,
    word_count,
)

RULES = (
    multiple_h1.RULE,
    skipped_level.RULE,
    empty_heading.RULE,
    duplicate_heading.RULE,
    bold_as_heading.RULE,
    heading_punctuation.RULE,
    empty_section.RULE,
    missing_section.RULE,
    unexpected_section.RULE,
    section_order.RULE,
    section_content.RULE,
    no_intro.RULE,
    no_headings.RULE,
    section_length.RULE,
    word_count.RULE,
    stale_toc.RULE,
)
