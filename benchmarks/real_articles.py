"""What the rules find in real articles: the tables of `docs/real-articles.md`, and problems to read by hand.

    python benchmarks/real_articles.py CORPORA                         prints the tables
    python benchmarks/real_articles.py CORPORA --write                 puts them into docs/real-articles.md
    python benchmarks/real_articles.py CORPORA --site --write          only the one of the rules about the whole site
    python benchmarks/real_articles.py CORPORA --sample dates/future   prints ten problems, spread over the repositories

A folder of CORPORA is one repository, named `owner__name`. Where `_manifests/owner__name.tsv` lists every path of the
original repository (mode, size, path), a file that was not copied still counts as there.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, zip_longest
from pathlib import Path
from typing import NamedTuple

from lintarticle.article.article_reader import ArticleReader
from lintarticle.boundary import Boundary
from lintarticle.config.configuration import Configuration
from lintarticle.config.layer import Layer
from lintarticle.config.settings import ActiveRule, Settings
from lintarticle.discovery import Finder, read_source
from lintarticle.files import DiskFiles
from lintarticle.linter import lint
from lintarticle.problem import Problem, Severity
from lintarticle.report import WHOLE_PROBLEMS
from lintarticle.repository_files import DiskRepository
from lintarticle.rule import OF_THE_SITE, Context, Rule
from lintarticle.rules import ALL
from lintarticle.site.recording import record_of
from lintarticle.site_check import SiteArticle, SiteCheck

PAGE = Path(__file__).resolve().parent.parent / "docs" / "real-articles.md"

TODAY = date(2026, 12, 31)
"""Later than every article, so that the figures do not change from day to day."""


CONTEXT = 160
"""Characters of a line that a sample shows."""


class ListedFiles(DiskFiles):
    """The files of a repository of which only some were copied: those on disk, and those of a list."""

    def __init__(self, root: Path, static_dirs: tuple[str, ...], listed: Iterable[str]) -> None:
        super().__init__(root, root, static_dirs)
        self._listed = {str(root / parent) for path in listed for parent in (Path(path), *Path(path).parents)}

    def exists(self, article: str, target: str) -> bool:
        """Whether `target` is on disk or in the list."""
        if super().exists(article, target):
            return True
        return any(os.path.normpath(place) in self._listed for place in self.places(article, target))


class Found(NamedTuple):
    """One problem, and the lines of its article that are needed to judge it."""

    problem: Problem
    lines: list[str]


class Repository(NamedTuple):
    """What the rules found in the articles of one repository, by the name of the rule."""

    name: str
    articles: int
    found: Mapping[str, list[Found]]

    def cell(self, rule: str) -> str:
        """Return the problems of a rule and the share of articles that have any, "" if there are none."""
        found = self.found.get(rule, [])
        share = 100 * len({each.problem.path for each in found}) / max(self.articles, 1)
        percent = f"{share:.0f}" if share >= 1 else "<1"
        return f"{len(found)} ({percent} %)" if found else ""


def main() -> int:
    options = _options()
    corpora = options.corpora.resolve()
    rules = [rule for rule in ALL if options.sample in (None, rule.name) and (_is_of_site(rule) or not options.site)]
    folders = sorted(path for path in corpora.glob("[!_.]*") if path.is_dir())
    if not rules or not folders:
        print(f"no rule {options.sample}" if folders else f"no repositories in {options.corpora}", file=sys.stderr)
        return 2
    repositories = [_look(folder, rules) for folder in folders]
    if options.sample:
        print("\n\n".join(_shown(each) for each in _spread(repositories, options.sample, options.count)))
    elif options.write:
        PAGE.write_text(_with_tables(PAGE.read_text("utf-8"), _tables(repositories, rules)), "utf-8", newline="\n")
    else:
        print("\n\n".join(table for _, table in _tables(repositories, rules)))
    return 0


def _is_of_site(rule: Rule) -> bool:
    return rule.looks_at == OF_THE_SITE


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("corpora", type=Path, help="the folder of repositories")
    parser.add_argument("--write", action="store_true", help=f"write the tables into docs/{PAGE.name}")
    parser.add_argument("--site", action="store_true", help="only the rules about the whole site")
    parser.add_argument("--sample", metavar="RULE", help="print problems of one rule with the lines around them")
    parser.add_argument("--count", type=int, default=10, help="how many of them (default: 10)")
    return parser.parse_args()


# --- looking ---------------------------------------------------------------------------------------------------


def _look(folder: Path, rules: Iterable[Rule]) -> Repository:
    """Run rules, also those that are off by default, over the articles that a walk of a repository finds."""
    configuration = Configuration(folder, boundary=Boundary(folder))
    settings = configuration.settings_for("article.md")
    every = Settings(
        reading=settings.reading,
        site=settings.site,
        drafts="error",
        rules=tuple(
            ActiveRule(rule, rule.severity or Severity.INFO, rule.options()) for rule in rules if not _is_of_site(rule)
        ),
    )
    files = ListedFiles(folder, settings.site.static_dirs, _listed(folder))
    targets, _ = Finder(folder, lambda _: configuration).find(["."])
    found: dict[str, list[Found]] = defaultdict(list)
    articles = 0
    records: list[SiteArticle] = []
    for target in targets:
        article = ArticleReader(settings.reading).read(target.shown, read_source(target))
        articles += not article.is_template
        record = record_of(article)
        records += [SiteArticle(target, record)] if record else []
        for problem in lint(article, every, Context(TODAY, files, settings.site)):
            found[problem.rule].append(Found(problem, article.text.split("\n")))
    for problem in _in_the_site(folder, records, [rule.name for rule in rules if _is_of_site(rule)]):
        text = (folder / problem.path).read_bytes().decode("utf-8", "replace")
        found[problem.rule].append(Found(problem, text.split("\n")))
    return Repository(folder.name.replace("__", "/"), articles, found)


def _in_the_site(folder: Path, records: Iterable[SiteArticle], names: Sequence[str]) -> Iterator[Problem]:
    """Yield what rules about the whole site find, those included that are off by default."""
    configuration = Configuration(folder, boundary=Boundary(folder), above=(Layer(select=tuple(names)),))
    articles = [each._replace(target=each.target._replace(configuration=configuration)) for each in records]
    repository = DiskRepository(folder, folder, Boundary(folder))
    found = SiteCheck(articles, WHOLE_PROBLEMS, TODAY, repository=repository).problems() if names else {}
    return chain.from_iterable(found.values())


def _listed(folder: Path) -> Iterator[str]:
    """Yield the paths of the original repository."""
    manifest = folder.parent / "_manifests" / f"{folder.name}.tsv"
    if manifest.exists():
        for line in manifest.read_text("utf-8").splitlines():
            yield line.split("\t", 2)[-1]


# --- showing ---------------------------------------------------------------------------------------------------


def _spread(repositories: Iterable[Repository], rule: str, count: int) -> list[Found]:
    """Return some problems of a rule: in turn from each repository, and within one from all over it."""
    queues = []
    for repository in repositories:
        found = repository.found.get(rule, [])
        step = max(1, len(found) // count)
        queues.append(found[::step])
    turns = zip_longest(*queues)
    return [each for turn in turns for each in turn if each][:count]


def _shown(found: Found) -> str:
    """Return a problem with its line and the two around it, as much of them as matters."""
    problem, lines = found
    line, column = problem.start.line - 1, problem.start.column - 1
    left = max(0, column - CONTEXT // 2)
    context = [lines[line][left : left + CONTEXT]]
    context = [*(lines[max(0, line - 1) : line]), *context, *lines[line + 1 : line + 2]]
    head = f"{problem.path}:{line + 1}:{column + 1} {problem.message}"
    fix = [f"    fix: {problem.fix.message}"] if problem.fix else []
    return "\n".join([head, *(f"  | {text[:CONTEXT]}" for text in context if text.strip()), *fix])


def _tables(repositories: list[Repository], rules: Iterable[Rule]) -> Iterator[tuple[str, str]]:
    """Yield the tables with the names of their places in the page."""
    groups: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        groups["site" if _is_of_site(rule) else "on" if rule.severity is not None else "off"].append(rule)
    return ((name, _table(repositories, group)) for name, group in groups.items())


def _table(repositories: list[Repository], rules: list[Rule]) -> str:
    head = ["rule", *(each.name for each in repositories)]
    rows = [["articles", *(str(each.articles) for each in repositories)]]
    rows += [[f"`{rule.name}`", *(each.cell(rule.name) for each in repositories)] for rule in rules]
    silent = [row[0] for row in rows if not any(row[1:])]
    lines = [head, ["---"] * len(head), *(row for row in rows if any(row[1:]))]
    text = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    return f"{text}\n\nFound nothing: {', '.join(silent)}." if silent else text


def _with_tables(page: str, tables: Iterable[tuple[str, str]]) -> str:
    for name, table in tables:
        place = re.compile(rf"(<!-- table: {name} -->\n).*?(\n<!-- end -->)", re.DOTALL)
        if found := place.search(page):
            page = f"{page[: found.start()]}{found[1]}{table}{found[2]}{page[found.end() :]}"
    return page


if __name__ == "__main__":
    sys.exit(main())
