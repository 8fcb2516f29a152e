"""Whole articles through all default rules, as a writer would meet them.

`tests/articles/<name>.expected` holds the problems of `<name>.md` or `.mdx`, one per line:
`line:column severity rule message`. `<name>.toml` next to it is its configuration. Run this file as a program to write
the expected files again, then read every line that changed: it must be true.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lintarticle.config.configuration import CommandLine, Configuration
from lintarticle.config.reading import read_configuration
from lintarticle.linter import lint_source
from lintarticle.rule import Context, NoFiles
from lintarticle.source import SourceText

ARTICLES = sorted(path for path in (Path(__file__).parent / "articles").glob("*.md*"))

TODAY = date(2026, 1, 31)


def problems_of(path: Path) -> str:
    """Return the problems of an article, a line each."""
    settings = _configuration(path.with_suffix(".toml")).settings_for(path.name)
    context = Context(TODAY, NoFiles(), settings.site, settings.options)
    problems = lint_source(path.name, SourceText.from_bytes(path.read_bytes()), settings, context)
    return "".join(
        f"{found.start.line}:{found.start.column} {found.severity.label} {found.rule} {found.message}\n"
        for found in problems
    )


def _configuration(path: Path) -> Configuration:
    return read_configuration(path, path.parent, path.name, CommandLine()) if path.exists() else Configuration(Path())


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.name)
def test_an_article_has_the_expected_problems(article: Path) -> None:
    assert problems_of(article) == article.with_suffix(".expected").read_text("utf-8")


def test_every_expected_file_has_an_article() -> None:
    expected = {path.stem for path in (Path(__file__).parent / "articles").glob("*.expected")}
    assert expected == {path.stem for path in ARTICLES}


def write() -> None:
    """Write every expected file again."""
    for article in ARTICLES:
        article.with_suffix(".expected").write_text(problems_of(article), "utf-8", newline="\n")


if __name__ == "__main__":
    write()
