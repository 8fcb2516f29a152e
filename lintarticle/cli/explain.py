"""`lintarticle explain`: print the manual page of a rule."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from lintarticle.cli.arguments import Parser
from lintarticle.cli.errors import CLEAN, UsageError
from lintarticle.config.selection import families, fault_of_selector, rule_named
from lintarticle.manual import page
from lintarticle.rules import ALL


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    parser = Parser("explain", "Print the manual page of a rule.")
    parser.add_argument("rule", metavar="RULE", help="a rule, or a family for a list of its rules")
    name: str = parser.parse(arguments).rule
    rule = rule_named(name)
    if rule:
        sys.stdout.write(page(rule))
    elif name in families():
        sys.stdout.write("".join(f"{rule.name}: {rule.summary}\n" for rule in ALL if rule.family == name))
    else:
        raise UsageError(fault_of_selector(name))
    return CLEAN
