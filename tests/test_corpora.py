"""Real articles, where there are any next to the checkout: every one is linted, and nothing of ours breaks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import frontmatter
import pytest
from real_data import CORPORA

from lintarticle.article.front_matter.front_matter_reader import FrontMatterHandler
from lintarticle.config.configuration import Configuration
from lintarticle.errors import InternalError
from lintarticle.files import DiskFiles
from lintarticle.linter import lint_source
from lintarticle.rule import Context
from lintarticle.source import SourceText

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
    context = Context(date(2026, 1, 31), files, settings.site, settings.options)
    faults: list[InternalError] = []
    for path in articles:
        name = path.relative_to(repository).as_posix()
        lint_source(name, SourceText.from_bytes(path.read_bytes()), settings, context, faults)
    assert [str(fault) for fault in faults] == []


@pytest.mark.parametrize("repository", REPOSITORIES, ids=lambda path: path.name)
def test_python_frontmatter_with_our_handler_reads_what_we_read(repository: Path) -> None:
    handler = FrontMatterHandler(code_fence=True)
    differing: list[str] = []
    for path in (path for path in sorted(repository.rglob("*")) if path.suffix in SUFFIXES and path.is_file()):
        source = SourceText.from_bytes(path.read_bytes())
        ours = handler.read(source)
        values = ours.root.value if ours and ours.root else {}
        body = source.text[ours.span.end if ours else 0 :]
        metadata, content = frontmatter.parse(source.text, handler=handler)
        is_same = (metadata, content) == (values, body.strip())
        if ours and ours.format == "yaml" and ours.closing and source[ours.closing] == "---" and not ours.faults:
            theirs = frontmatter.parse(source.text)
            is_same = is_same and theirs == (metadata, content)
        if not is_same:
            differing.append(path.relative_to(repository).as_posix())
    assert differing == []
