"""Files: whether there is any text to look at."""

from lintarticle.rules.file import unreadable

RULES = (unreadable.RULE,)
