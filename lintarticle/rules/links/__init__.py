"""Links: where they lead, and what they say."""

from lintarticle.rules.links import (
    anchor_missing,
    duplicate_reference,
    empty,
    file_missing,
    generic_text,
    insecure,
    none_external,
    none_internal,
    placeholder,
    tracking_parameter,
    undefined_reference,
    unused_reference,
)

RULES = (
    empty.RULE,
    file_missing.RULE,
    anchor_missing.RULE,
    generic_text.RULE,
    tracking_parameter.RULE,
    placeholder.RULE,
    unused_reference.RULE,
    duplicate_reference.RULE,
    undefined_reference.RULE,
    insecure.RULE,
    none_internal.RULE,
    none_external.RULE,
)
