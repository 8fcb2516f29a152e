"""Real articles, where there are any beside the checkout: every one is linted, and nothing of ours breaks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from beside import CORPORA

from lintarticle.config.configuration import Configuration
from lintarticle.files import DiskFiles
from lintarticle.linter import InternalError
from lintarticle.runner import lint_bytes

pytestmark = pytest.mark.corpora


SUFFIXES = (".md", ".markdown", ".mdx")

REPOSITORIES = sorted(path for path in CORPORA.glob("[!_.]*") if path.is_dir())


def test_there_are_real_articles() -> None:
    if not REPOSITORIES:
        pytest.skip(f"no real articles at {CORPORA}")
    assert len(REPOSITORIES) > 1


@pytest.mark.parametrize("repository", REPOSITORIES, ids=lambda path: path.name)
def test_every_article_is_linted(repository: Path) -> None:
    configuration = Configuration(repository)
    settings = configuration.settings_for("article.md")
    files = DiskFiles(repository, repository, settings.site.static_dirs)
    articles = [path for path in sorted(repository.rglob("*")) if path.suffix in SUFFIXES and path.is_file()]
    assert articles
    faults: list[InternalError] = []
    for path in articles:
        name = path.relative_to(repository).as_posix()
        report = lint_bytes(name, path.read_bytes(), settings, files, date(2026, 1, 31))
        faults += report.faults
    assert [str(fault) for fault in faults] == []
