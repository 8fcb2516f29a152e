"""The site's own requirements: what an article type requires of the metadata."""

from lintarticle.rules.schema import reference, required, type, unknown_key, value  # noqa: A004 - the rule's own name

RULES = (
    required.RULE,
    type.RULE,
    value.RULE,
    unknown_key.RULE,
    reference.RULE,
)
