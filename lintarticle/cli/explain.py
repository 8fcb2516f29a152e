"""`lintarticle explain`: print the manual page of a rule."""

from __future__ import annotations

import os
import sys

from lintarticle.cli.arguments import Parser, add_no_code
from lintarticle.cli.errors import CLEAN, FAILED, UsageError
from lintarticle.rule_index import INDEX

TYPE_CHECKING = False  # as in `typing`, whose import would cost every command 5 ms
if TYPE_CHECKING:
    from collections.abc import Sequence

_PACKAGE = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - `pathlib` is imported by no explained rule

PAGES = (os.path.join(_PACKAGE, "manuals"), os.path.join(os.path.dirname(_PACKAGE), "docs", "rules"))  # noqa: PTH118, PTH120 - pathlib would slow the start
"""Where the pages that `docs/generate.py` wrote are: in the installed package, in a checkout."""


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    parser = Parser("explain", "Print the manual page of a rule.")
    parser.add_argument("rule", metavar="RULE", nargs="?", help="a rule, or a family for a list of its rules")
    parser.add_argument("--found", nargs="+", metavar="PATH", help="explain the rules that these articles break")
    add_no_code(parser)
    options = parser.parse(arguments)
    if options.found and not options.rule:
        return _explain_found(options.found, no_code=options.no_code)
    if options.found or not options.rule:
        raise UsageError(
            "Name a rule, or articles with --found." if options.found else "The following arguments are required: RULE."
        )
    name: str = options.rule
    rules = [rule for rule in INDEX if rule.startswith(f"{name}/")]
    if rules:
        sys.stdout.write("".join(f"{rule}: {INDEX[rule]['summary']}\n" for rule in rules))
    else:
        sys.stdout.write(written_page(name) if name in INDEX else _made_page(name, no_code=options.no_code))
    return CLEAN


def _explain_found(paths: Sequence[str], *, no_code: bool) -> int:
    """Print the page of each rule that the articles break, once each, the most frequently broken first."""
    from collections import Counter
    from pathlib import Path

    from lintarticle.cli.streams import say_missing
    from lintarticle.config.discovery import Configurations
    from lintarticle.runner import Runner

    runner = Runner(Configurations(Path.cwd(), no_code=no_code), force_exclude=True)
    targets, _ = runner.find(paths)
    found = Counter(problem.rule for report in runner.run(targets) for problem in report.problems)
    pages = [
        written_page(name) if name in INDEX else _made_page(name, no_code=no_code) for name, _ in found.most_common()
    ]
    sys.stdout.write("\n\n".join(pages) if pages else "These articles break no rule.\n")
    return FAILED if say_missing(targets) else CLEAN


def written_page(rule: str) -> str:
    """Return the page of a built-in rule; it is generated only if its file is missing."""
    for folder in PAGES:
        try:
            with open(f"{folder}/{rule}.md", encoding="utf-8") as page:  # noqa: PTH123 - as above
                return page.read()
        except OSError:
            continue
    return _made_page(rule, no_code=True)


def _made_page(name: str, *, no_code: bool) -> str:
    """Return the page of a rule, or the list of a family, perhaps of the site's own."""
    from pathlib import Path

    from lintarticle.config.discovery import Configurations
    from lintarticle.config.selection import BUILT_IN
    from lintarticle.manual import manual_page

    known = BUILT_IN if name in INDEX else Configurations(Path.cwd(), no_code=no_code).of(Path.cwd()).known
    rule = known.named(name)
    if rule:
        return manual_page(rule)
    if name in known.families:
        return "".join(f"{rule.name}: {rule.summary}\n" for rule in known.rules if rule.family == name)
    raise UsageError(known.fault_of_selector(name) or f"“{name}” is code of a plugin, which is not run here.")
