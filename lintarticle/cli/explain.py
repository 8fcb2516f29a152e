"""`lintarticle explain`: print the manual page of a rule."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from lintarticle.cli.arguments import Parser, add_no_code
from lintarticle.cli.errors import CLEAN, UsageError
from lintarticle.config.discovery import Configurations
from lintarticle.config.selection import BUILT_IN
from lintarticle.manual import manual_page


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    parser = Parser("explain", "Print the manual page of a rule.")
    parser.add_argument("rule", metavar="RULE", help="a rule, or a family for a list of its rules")
    add_no_code(parser)
    options = parser.parse(arguments)
    name: str = options.rule
    known = BUILT_IN
    if known.fault_of_selector(name):  # perhaps one of the site's own
        known = Configurations(Path.cwd(), no_code=options.no_code).of(Path.cwd()).known
    rule = known.named(name)
    if rule:
        sys.stdout.write(manual_page(rule))
    elif name in known.families:
        sys.stdout.write("".join(f"{rule.name}: {rule.summary}\n" for rule in known.rules if rule.family == name))
    else:
        raise UsageError(known.fault_of_selector(name) or f"“{name}” is code of a plugin, which is not run here.")
    return CLEAN
