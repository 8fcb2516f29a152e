"""Front matter: whether the block at the start of the file can be read at all."""

from lintarticle.rules.front_matter import (
    bad_fence,
    duplicate_key,
    impossible_date,
    invisible_character,
    missing,
    not_first,
    not_mapping,
    retyped_value,
    syntax,
    unclosed,
    unsafe_yaml,
)

RULES = (
    missing.RULE,
    unclosed.RULE,
    not_first.RULE,
    bad_fence.RULE,
    syntax.RULE,
    not_mapping.RULE,
    duplicate_key.RULE,
    retyped_value.RULE,
    impossible_date.RULE,
    unsafe_yaml.RULE,
    invisible_character.RULE,
)
