"""Illustrations: the briefs for pictures, and where they go."""

from lintarticle.rules.illustrations import (
    duplicate_prompt,
    field_missing,
    gap,
    missing,
    no_hero,
    not_parsed,
    not_placed,
    placement_ambiguous,
    placement_missing,
    placement_order,
    placement_renamed,
    placement_unknown,
    prompt_length,
    type_unknown,
    unclosed_prompt,
)

RULES = (
    missing.RULE,
    placement_missing.RULE,
    placement_unknown.RULE,
    placement_renamed.RULE,
    placement_ambiguous.RULE,
    placement_order.RULE,
    field_missing.RULE,
    type_unknown.RULE,
    no_hero.RULE,
    not_parsed.RULE,
    unclosed_prompt.RULE,
    prompt_length.RULE,
    duplicate_prompt.RULE,
    not_placed.RULE,
    gap.RULE,
)
