"""placeholder until the next commit."""

from __future__ import annotations
import re
from lintarticle.article.model import Fault
from lintarticle.source import SourceText, Span


def explain(source: SourceText, text: str, base: int, problem: str) -> tuple[Fault, int]:
    found = re.search(r"at line (\d+), column (\d+)", problem)
    at = 0
    if found:
        line = int(found[1])
        at = sum(len(part) + 1 for part in text.split("\n")[: line - 1]) + int(found[2]) - 1
    at = min(at, max(0, len(text) - 1))
    return Fault("syntax", Span(base + at, base + at + 1), "This can't be read as TOML."), at


def without_statement(text: str, at: int) -> str:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return text[:start] + " " * (end - start) + text[end:]
