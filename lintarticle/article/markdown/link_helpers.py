"""What the link rules of markdown-it-py ask: its functions, but an address that is plain is read by a pattern."""

from __future__ import annotations

from typing import Any

from markdown_it import helpers
from markdown_it.helpers import parseLinkLabel, parseLinkTitle

from lintarticle.article.markdown.inline import PLAIN_ADDRESS
from lintarticle.expression import expression
from lintarticle.record import NamedTuple

__all__ = ("parseLinkDestination", "parseLinkLabel", "parseLinkTitle")

_ADDRESS = expression(PLAIN_ADDRESS + r"(?=[\x00-\x20\x7f)]|\Z)")


class Destination(NamedTuple):
    """The address of a link, as the function of markdown-it-py returns it; `pos` is past it."""

    ok: bool
    pos: int
    str: str


def parseLinkDestination(string: str, pos: int, maximum: int) -> Any:  # noqa: ANN401, N802 - those of markdown-it
    """Read an address that starts at an offset."""
    found = _ADDRESS.match(string, pos, maximum)
    return Destination(True, found.end(), found[0]) if found else helpers.parseLinkDestination(string, pos, maximum)
