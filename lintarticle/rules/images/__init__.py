"""Images: those that the body shows, and the cover."""

from lintarticle.rules.images import (
    alt_duplicate,
    alt_filename,
    alt_missing,
    alt_redundant,
    alt_too_long,
    cover_size,
    file_missing,
    hotlink,
    placeholder,
)

RULES = (
    placeholder.RULE,
    alt_missing.RULE,
    alt_filename.RULE,
    alt_redundant.RULE,
    alt_too_long.RULE,
    alt_duplicate.RULE,
    file_missing.RULE,
    cover_size.RULE,
    hotlink.RULE,
)
