"""Metadata: what holds on any site, in front matter and metadata blocks alike."""

from lintarticle.rules.metadata import (
    alias_conflict,
    author_format,
    block_in_body,
    canonical_url,
    conflict,
    empty,
    exclusive_flags,
    placeholder,
    slug_filename,
    slug_format,
    slug_length,
)

RULES = (
    block_in_body.RULE,
    conflict.RULE,
    alias_conflict.RULE,
    empty.RULE,
    placeholder.RULE,
    slug_format.RULE,
    slug_length.RULE,
    slug_filename.RULE,
    canonical_url.RULE,
    author_format.RULE,
    exclusive_flags.RULE,
)
