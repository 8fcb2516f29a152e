"""What SARIF says of each rule, made from its manual page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lintarticle.manual import page
from lintarticle.output.links import rule_page
from lintarticle.problem import Severity
from lintarticle.rule import Rule
from lintarticle.rules import ALL

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

_LONGEST = 1000
"""Characters of a description: GitHub shows 1,024 (https://docs.github.com/code-security, “SARIF support”)."""


def rules_as_json() -> list[dict[str, Any]]:
    """Return the descriptor of every rule, in documentation order."""
    return [_rule(rule) for rule in ALL]


def _rule(rule: Rule) -> dict[str, Any]:
    markdown = page(rule)
    severity = rule.severity or Severity.INFO
    return {
        "id": rule.name,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": _description(rule.manual)},
        "help": {"text": plain(markdown), "markdown": markdown},
        "helpUri": rule_page(rule.name),
        "defaultConfiguration": {"enabled": rule.severity is not None, "level": LEVELS[severity]},
        "properties": {"tags": [rule.family], "fixes": list(rule.fix)},
    }


def _description(manual: str) -> str:
    """Return the paragraphs before the first example as one."""
    text = " ".join(manual.partition("\n## ")[0].split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rpartition(" ")[0] + "…"


def plain(markdown: str) -> str:
    """Return a manual page as plain text: headings and fences are gone, what stood between fences is indented."""
    return "\n".join(_plain_lines(markdown)) + "\n"


def _plain_lines(markdown: str) -> Iterator[str]:
    fence = ""
    for line in markdown.rstrip().split("\n"):
        mark = re.match(r"`{3,}", line)
        if fence:
            if line == fence:
                fence = ""
            else:
                yield f"    {line}".rstrip()
        elif mark:
            fence = mark[0]
        else:
            yield re.sub(r"\*\*|`", "", re.sub(r"^#+ ", "", line))
