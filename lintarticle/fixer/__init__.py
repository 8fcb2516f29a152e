"""Fixes applied, proved and saved."""

from lintarticle.fixer.outcome import Outcome, Withdrawal
from lintarticle.fixer.rounds import fix_source
from lintarticle.fixer.saving import NotSavedError, save

__all__ = ["NotSavedError", "Outcome", "Withdrawal", "fix_source", "save"]
