"""Files: whether they can be read as text."""

from lintarticle.rules.file import unreadable

RULES = (unreadable.RULE,)
