"""placeholder until the next commit."""

from __future__ import annotations
import yaml
from lintarticle.article.model import Fault
from lintarticle.source import Span


def explain(text: str, base: int, error: yaml.MarkedYAMLError) -> tuple[Fault, int]:
    mark = error.problem_mark or error.context_mark
    at = min(mark.index if mark else 0, max(0, len(text) - 1))
    return Fault("syntax", Span(base + at, base + at + 1), "This line can't be read as “key: value”."), at
