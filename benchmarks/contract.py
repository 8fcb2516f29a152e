"""What a type costs an article: reading and linting with a contract of 40 fields, compared with the same without one.

Both run over the same articles in turn, so that a busy machine slows both; prints the medians and their ratio. The
budget is 10 % more.

    python benchmarks/contract.py [--rounds 40] [--articles 50]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from lintarticle.config.configuration import Configuration
from lintarticle.config.fields import read_fields
from lintarticle.config.settings import Settings
from lintarticle.linter import lint_source
from lintarticle.rule import Context
from lintarticle.source import SourceText

BUDGET = 0.10

KINDS: tuple[tuple[dict[str, Any], str], ...] = (
    ({"type": "string", "required": True, "length": "3..70"}, "A line of text"),
    ({"type": "integer", "range": "1..99"}, "12"),
    ({"type": "date"}, "2026-01-15"),
    ({"type": "enum", "enum": ["harbour", "weather", "ships"]}, "weather"),
    ({"type": "list", "items": "string", "count": "..5", "unique": True}, "[tides, quay]"),
    ({"type": "url"}, "https://example.org/tides"),
    ({"type": "slug"}, "tide-tables"),
    ({"type": "boolean"}, "true"),
)

PARAGRAPH = "A tide table is a promise about water: it says when the sea will be highest, and when lowest. " * 5


def article(number: int) -> str:
    """Return an article of 600 words whose metadata have 40 fields, all of them right."""
    fields = "\n".join(f"field_{at}: {KINDS[at % len(KINDS)][1]}" for at in range(40))
    body = "\n\n".join(f"## Part {at}\n\n{PARAGRAPH}" for at in range(8))
    return f"---\ntitle: Tide table number {number}\nexcerpt: How to read a tide table.\n{fields}\n---\n\n{body}\n"


def seconds(texts: Sequence[str], settings: Settings) -> float:
    """Return how long one pass over the articles takes."""
    context = Context(date(2026, 1, 31), site=settings.site)
    started = time.perf_counter()
    for number, text in enumerate(texts):
        lint_source(f"posts/{number}.md", SourceText(text), settings, context)
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure what a type of 40 fields costs an article.")
    parser.add_argument("--rounds", type=int, default=40, help="passes with and without it (default: 40)")
    parser.add_argument("--articles", type=int, default=50, help="articles in a pass (default: 50)")
    options = parser.parse_args()
    texts = [article(number) for number in range(options.articles)]
    plain = Configuration(Path()).settings_for("posts/a.md")
    typed = plain.replaced(contract=read_fields({f"field_{at}": KINDS[at % len(KINDS)][0] for at in range(40)}))
    for settings in (plain, typed):
        seconds(texts, settings)  # imports and compiles what there is to import and compile
    pairs = [(seconds(texts, plain), seconds(texts, typed)) for _ in range(options.rounds)]
    without, beside = (median(times) / options.articles * 1000 for times in zip(*pairs, strict=True))
    more = median(typed_time / plain_time for plain_time, typed_time in pairs) - 1
    print(f"without a type  {without:6.2f} ms an article")
    print(f"with 40 fields  {beside:6.2f} ms an article")
    print(f"more            {more:6.1%}   (budget {BUDGET:.0%})")


if __name__ == "__main__":
    main()
