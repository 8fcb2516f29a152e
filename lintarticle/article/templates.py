"""Files that new articles are made from: they lack what an article has, and nobody is to be told so."""

from __future__ import annotations

import re

_FOLDERS = frozenset({"_template", "_templates"})

_OF_GENERATORS = frozenset({"archetypes", "scaffolds"})
"""Folders of Hugo and Hexo. A site about archetypes keeps its articles in such a folder too, below one for content."""

_CONTENT = frozenset({"_posts", "articles", "blog", "content", "docs", "pages", "posts", "source", "src"})

_FILLED_IN = (
    r"""(?im)^[ \t]{0,2}["']?(?:title|date|slug)["']?[ \t]*[:=][ \t]*["']?(?:\{\{[^\n]*\}\}|<%[^\n]*%>)["']?,?[ \t]*$"""
)
"""A title, date or slug that is nothing but a placeholder of Hugo, Hexo, Obsidian, cookiecutter or their like."""


def is_template(path: str, front_matter: str) -> bool:
    """Whether a file is one that new articles are made from: by its folder, or by its title, date or slug.

    `front_matter` is its text as written, since a placeholder without quotes is no value that YAML or TOML can read.
    """
    folders = path.lower().split("/")[:-1]
    if not _FOLDERS.isdisjoint(folders):
        return True
    for folder in folders:
        if folder in _OF_GENERATORS:
            return True
        if folder in _CONTENT:
            break
    return ("{{" in front_matter or "<%" in front_matter) and re.search(_FILLED_IN, front_matter) is not None
