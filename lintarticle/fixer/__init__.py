"""Fixes applied, proved and saved."""

from lintarticle.fixer.outcome import Outcome, Withdrawal
from lintarticle.fixer.rounds import fix_of_site, fix_source

__all__ = ["Outcome", "Withdrawal", "fix_of_site", "fix_source"]
