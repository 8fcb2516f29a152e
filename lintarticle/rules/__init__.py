"""Every rule, in documentation order: a family's own order is in its package."""

from lintarticle.rules import (
    dates,
    debris,
    excerpt,
    file,
    front_matter,
    illustrations,
    images,
    keyphrase,
    links,
    metadata,
    schema,
    structure,
    suppressions,
    tags,
    text,
    title,
)

ALL = (
    *file.RULES,
    *front_matter.RULES,
    *schema.RULES,
    *metadata.RULES,
    *title.RULES,
    *excerpt.RULES,
    *tags.RULES,
    *illustrations.RULES,
    *images.RULES,
    *structure.RULES,
    *links.RULES,
    *dates.RULES,
    *debris.RULES,
    *text.RULES,
    *keyphrase.RULES,
    *suppressions.RULES,
)
