"""`lintarticle test-rules`: run the examples in the manuals of the site's own rules."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from lintarticle.cli.arguments import Parser
from lintarticle.cli.errors import CLEAN, PROBLEMS, NotPossibleError
from lintarticle.cli.streams import say
from lintarticle.config.configuration import Configuration
from lintarticle.config.discovery import Configurations
from lintarticle.config.settings import ActiveRule
from lintarticle.linter import lint_source
from lintarticle.manual import Example, examples
from lintarticle.problem import Severity
from lintarticle.rule import Context, Rule
from lintarticle.source import SourceText
from lintarticle.wording import number


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    parser = Parser(
        "test-rules",
        "Run the examples in the manuals of the site’s own rules. The rule must report something in each example under "
        "“## Bad”, and nothing in those under “## Good”.",
    )
    parser.parse(arguments)
    configurations = Configurations(Path.cwd())
    configuration = configurations.of(Path.cwd())
    say(configurations.warnings)
    rules = configuration.known.own
    if not rules:
        raise NotPossibleError("The site has no rules of its own. Name their module in “plugins” of lintarticle.toml.")
    faults = [fault for rule in rules for fault in _faults(configuration, rule)]
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    count = sum(1 for rule in rules for _ in examples(rule))
    say([f"{number(len(rules), 'rule')}, {number(count, 'example')}, {number(len(faults), 'failure')}."])
    return PROBLEMS if faults else CLEAN


def _faults(configuration: Configuration, rule: Rule) -> Iterator[str]:
    seen = {"Bad": 0, "Good": 0}
    for example in examples(rule):
        seen[example.section] += 1
        name = f"{rule.name}: {example.section} example {seen[example.section]}"
        places = _places(configuration, rule, example)
        if example.section == "Bad" and not places:
            yield f"{name} is not reported."
        if example.section == "Good":
            yield from (f"{name} is reported: {place}" for place in places)
    for section, count in seen.items():
        if not count:
            yield f"{rule.name}: no example under “## {section}”."


def _places(configuration: Configuration, rule: Rule, example: Example) -> list[str]:
    """Return what the rule reports in an example, with the options that the site has set."""
    settings = configuration.settings_for(example.path)
    options = settings.options.get(rule.name) or rule.options()
    active = ActiveRule(rule, rule.severity or Severity.WARNING, options)
    settings = settings.replaced(rules=(active,), candidates=(), drafts="error")
    today = date.fromisoformat(example.today) if example.today else datetime.now(UTC).astimezone().date()
    context = Context(today, site=settings.site, options=settings.options)
    problems = lint_source(example.path, SourceText(example.text), settings, context)
    return [f"{problem.start.line}:{problem.start.column} {problem.message}" for problem in problems]
