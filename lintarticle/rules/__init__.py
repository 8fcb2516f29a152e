"""Every rule, in documentation order: a family's own order is in its package."""

from lintarticle.rules import dates, excerpt, file, front_matter, illustrations, images, keyphrase, tags, text, title

ALL = (
    *file.RULES,
    *front_matter.RULES,
    *title.RULES,
    *excerpt.RULES,
    *tags.RULES,
    *illustrations.RULES,
    *images.RULES,
    *dates.RULES,
    *text.RULES,
    *keyphrase.RULES,
)
