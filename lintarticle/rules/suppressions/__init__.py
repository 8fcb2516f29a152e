"""Suppressions: comments that suppress a rule must be correct themselves."""

from lintarticle.rules.suppressions import expired, missing_reason, unknown_rule, unused

RULES = (unknown_rule.RULE, unused.RULE, missing_reason.RULE, expired.RULE)
