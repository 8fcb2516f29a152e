"""What each rule costs: its share of the CPU time that linting one article takes, start-up left out.

    python benchmarks/rule_costs.py FOLDER [--articles 300] [--above 1.0]

Times vary with the machine, so shares and ratios are what counts: `whole` is reading, rules and `full` output together,
next to markdown-it-py's parse of the same files. A view that several rules ask for is paid by the first of them.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections import Counter, deque
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from time import process_time_ns

from markdown_it import MarkdownIt

from lintarticle.article.article import Article
from lintarticle.config.configuration import Configuration
from lintarticle.config.settings import ActiveRule, Settings
from lintarticle.linter import examine
from lintarticle.output import open_output
from lintarticle.output.contract import Sink
from lintarticle.report import NO_DETAILS, Report
from lintarticle.rule import Context, NoFiles
from lintarticle.source import SourceText

ROUNDS = 5


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="a folder of articles")
    parser.add_argument("--articles", type=int, default=300, help="how many of them (default: 300)")
    parser.add_argument("--above", type=float, default=1.0, help="rules above this share, in percent (default: 1)")
    options = parser.parse_args(argv)
    files = [path.read_bytes() for path in sorted(options.folder.rglob("*.md"))[: options.articles]]
    if not files:
        sys.exit(f"no articles in {options.folder}")
    settings = Configuration(Path()).settings_for("a.md")
    context = Context(date.today(), NoFiles(), settings.site, settings.options)  # noqa: DTZ011 - any date will do
    parse, rounds = _parse_time(files), [_phases(files, settings, context) for _ in range(ROUNDS)]
    read, rules, output = (median(each[phase] for each in rounds) for phase in range(3))
    whole = read + rules + output
    print(f"{len(files)} articles, {parse / len(files) / 1e6:.3f} ms each for markdown-it-py; times that:")
    print(
        f"whole {whole / parse:.2f}  reading {read / parse:.2f}  rules {rules / parse:.2f}  output {output / parse:.2f}"
    )
    for name, spent in _rule_times(files, settings, context).most_common():
        if spent / whole * 100 >= options.above:
            print(f"{spent / whole:6.1%}  {name}")
    return 0


def _parse_time(files: Sequence[bytes]) -> float:
    parser = MarkdownIt("gfm-like", {"linkify": False})
    texts = [data.decode("utf-8", "replace") for data in files]
    return median(_timed(lambda: [parser.parse(text) for text in texts]) for _ in range(ROUNDS))


def _phases(files: Sequence[bytes], settings: Settings, context: Context) -> tuple[int, int, int]:
    """Return the nanoseconds for reading all articles, for their rules, and for the output."""
    articles: list[Article] = []
    reports: list[Report] = []
    output = open_output("full", Sink(len))
    read = _timed(lambda: articles.extend(settings.reader.read("a.md", SourceText.from_bytes(data)) for data in files))
    lint = _timed(lambda: reports.extend(_report(article, settings, context) for article in articles))
    return read, lint, _timed(lambda: deque(map(output.add, reports), 0))


def _report(article: Article, settings: Settings, context: Context) -> Report:
    return Report("a.md", examine(article, settings, context, None, NO_DETAILS).problems, article.source)


def _timed(work: Callable[[], object]) -> int:
    gc.collect()
    start = process_time_ns()
    work()
    return process_time_ns() - start


def _rule_times(files: Sequence[bytes], settings: Settings, context: Context) -> Counter[str]:
    """Return the nanoseconds that each rule takes for all articles: the fastest round."""
    rounds = [_one_round(files, settings, context) for _ in range(ROUNDS)]
    names = {name for each in rounds for name in each}
    return Counter({name: min(each[name] for each in rounds) for name in names})


def _one_round(files: Sequence[bytes], settings: Settings, context: Context) -> Counter[str]:
    spent: Counter[str] = Counter()
    for data in files:
        article = settings.reader.read("a.md", SourceText.from_bytes(data))
        for active in settings.rules_by_part.met_by(article, context):
            spent[active.rule.name] += _rule_time(active, article, context)
    return spent


def _rule_time(active: ActiveRule, article: Article, context: Context) -> int:
    start = process_time_ns()
    list(active.rule.findings(article, active.options, context))
    return process_time_ns() - start


if __name__ == "__main__":
    sys.exit(main())
