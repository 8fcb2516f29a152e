"""Every rule, in documentation order: a family's own order is in its package."""

from lintarticle.rules import excerpt, file

ALL = (*file.RULES, *excerpt.RULES)
