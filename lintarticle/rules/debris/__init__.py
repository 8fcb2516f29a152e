"""Debris: what paste and generation leave behind."""

from lintarticle.rules.debris import interface_text

RULES = (interface_text.RULE,)
