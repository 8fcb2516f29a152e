"""How much Python work linting one article is, in steps that no busy machine changes, next to markdown-it-py's parse.

    python benchmarks/work.py            prints the steps for each kind of article, and the ratio
    python benchmarks/work.py --check    exits with 1 if a kind takes 5 % more steps than work.json says
    python benchmarks/work.py --write    writes work.json

A step is a line, a call or a return of Python code, or a call of built-in code; start-up and first use are left out.
Steps differ between versions of Python, markdown-it-py and PyYAML, so --check passes where work.json is for others.
"""

from __future__ import annotations

import argparse
import gc
import json
import platform
import sys
from collections.abc import Callable, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from types import FrameType
from typing import Any

from markdown_it import MarkdownIt

from lintarticle.config.configuration import Configuration
from lintarticle.linter import read_and_lint
from lintarticle.output import open_output
from lintarticle.output.contract import Sink
from lintarticle.report import NO_DETAILS, Report
from lintarticle.rule import Context, NoFiles
from lintarticle.source import SourceText

COMMITTED = Path(__file__).with_suffix(".json")
MOST = 1.05

FRONT_MATTER = """\
---
title: Spring tides
excerpt: Why the sea rises twice as high at full moon.
---

"""

PARAGRAPH = """\
The moon pulls at the sea, and the sun helps: at full and at new moon both pull along one line. Then the water rises
highest, *some two metres* on this coast, and it falls lowest six hours later. [The tables](tables-{0}.md) give times
for each harbour; `h{0}` is the height above chart datum. Sailors add a margin, since wind and low pressure add to it.

- **Neap tides** come a week later, when the sun pulls across.
- The stream turns before the water does, “slack” is short.

"""

SECTIONS = "".join(f"## The tide in harbour {number}\n\n{PARAGRAPH.format(number)}" for number in range(1, 12))

BLOCK = """\
---

**SEO Excerpt:** Why the sea rises twice as high at full moon.

**SEO Tags:** tides, moon, sailing, harbours

**Suggested Illustrations:**

1. **Hero Image** (Top of post): The harbour wall at high water. Prompt: "A harbour wall at spring tide, grey sky"
2. **Chart** (After "The tide in harbour 3" section): Heights over one day. Prompt: "A tide curve with two maxima"
"""

KINDS = {
    "short": f"{FRONT_MATTER}The moon pulls; the sun helps.\n",
    "page": FRONT_MATTER + SECTIONS,
    "block": f"# Spring tides\n\n{SECTIONS}{BLOCK}",
}
"""Kinds of articles: hardly any text, front matter and a long text, and a long text with a metadata block below it."""


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="fail where the work has grown")
    parser.add_argument("--write", action="store_true", help="write the figures to work.json")
    options = parser.parse_args(argv)
    found: dict[str, Any] = {"for": _versions(), **{kind: _steps_to_lint(text) for kind, text in KINDS.items()}}
    for kind, text in KINDS.items():
        steps, parse = found[kind], _steps_to_parse(text)
        print(f"{kind:6} {len(text):6} characters {steps:8} steps, {steps / parse:5.2f} × markdown-it-py")
    if options.write:
        COMMITTED.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    return _compare(found) if options.check else 0


def _compare(found: dict[str, Any]) -> int:
    known = json.loads(COMMITTED.read_text("utf-8"))
    if known["for"] != found["for"]:
        print(f"work.json is for {known['for']}, this is {found['for']}: not compared")
        return 0
    grown = [kind for kind in KINDS if found[kind] > known[kind] * MOST]
    for kind in grown:
        print(f"{kind}: {found[kind]} steps, {found[kind] / known[kind] - 1:.1%} more than {known[kind]}")
    return 1 if grown else 0


def _versions() -> str:
    python = ".".join(platform.python_version_tuple()[:2])
    return f"Python {python}, markdown-it-py {version('markdown-it-py')}, PyYAML {version('PyYAML')}"


def _steps_to_lint(text: str) -> int:
    settings = Configuration(Path()).settings_for("tides.md")
    context = Context(date(2026, 1, 31), NoFiles(), settings.site, settings.options)
    output = open_output("full", Sink(len))

    def lint() -> None:
        source = SourceText.from_bytes(text.encode())
        problems = read_and_lint("tides.md", source, settings, context, details=NO_DETAILS).problems
        output.add(Report("tides.md", problems, source))

    return _steps(lint)


def _steps_to_parse(text: str) -> int:
    parser = MarkdownIt("gfm-like", {"linkify": False})
    return _steps(lambda: parser.parse(text))


def _steps(work: Callable[[], object]) -> int:
    """Count the steps of some work that has been done before."""
    steps = 0

    def trace(_frame: FrameType, _event: str, _argument: object) -> Any:  # noqa: ANN401 - itself
        nonlocal steps
        steps += 1
        return trace

    def profile(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal steps
        steps += event == "c_call"

    work()
    gc.collect()
    gc.disable()
    sys.setprofile(profile)
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(None)
        sys.setprofile(None)
        gc.enable()
    return steps


if __name__ == "__main__":
    sys.exit(main())
