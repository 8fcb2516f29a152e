"""placeholder until the next commit."""

from __future__ import annotations
from lintarticle.article.model import Fault
from lintarticle.source import Span


def explain(text: str, content: Span, at: int, cause: str) -> Fault:
    return Fault("syntax", Span(at, min(at + 1, len(text))), f"This can't be read as JSON: {cause}.")
