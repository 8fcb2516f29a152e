"""Where the pages of lintarticle are."""

from __future__ import annotations

HOME = "https://github.com/lintarticle/lintarticle"


def rule_page(rule: str) -> str:
    """Return the address of the manual page of a rule."""
    return f"{HOME}/blob/main/docs/rules/{rule}.md"
