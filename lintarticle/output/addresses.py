"""Addresses of our manual pages, and paths as the service that runs the checks knows them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from lintarticle.config.discovery import repository_of
from lintarticle.rules import ALL
from lintarticle.version import __version__

HOME = "https://github.com/lintarticle/lintarticle"


def rule_page(rule: str) -> str:
    """Return the address of the manual page of a rule, in this version; for a site's own, of the page about such."""
    is_built_in = any(rule == each.name for each in ALL)
    return f"{HOME}/blob/v{__version__}/docs/{f'rules/{rule}' if is_built_in else 'own-rules'}.md"


RULES_PAGE = f"{HOME}/blob/v{__version__}/docs/rules/README.md"
"""The address of the list of rules in this version."""

_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Variables that hold the folder of the checkout, of GitHub Actions and GitLab CI."""


def prefix(environment: Mapping[str, str] | None = None) -> str:
    """Return what leads from the checkout to the working folder: "" where they are the same, else it ends in `/`.

    The checkout is what the service says, else the repository around the working folder.
    """
    known = os.environ if environment is None else environment
    root = next((known[name] for name in _ROOTS if known.get(name)), "") or repository_of(Path.cwd())
    if not root:
        return ""
    here, root = os.path.realpath(os.curdir), os.path.realpath(root)
    if not here.startswith(root.rstrip(os.sep) + os.sep):
        return ""
    return os.path.relpath(here, root).replace(os.sep, "/") + "/"


def located(prefix: str, path: str) -> str:
    """Return a path after a prefix, without `..` where the two meet; an absolute one stays."""
    if path.startswith("/") or not prefix:
        return path
    return os.path.normpath(prefix + path).replace(os.sep, "/")
