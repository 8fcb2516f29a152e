"""The way in for programs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from lintarticle.articles import report_on
from lintarticle.config.configuration import Configuration
from lintarticle.config.discovery import Configurations
from lintarticle.config.settings import Settings
from lintarticle.problem import Problem
from lintarticle.report import WHOLE_PROBLEMS, Report
from lintarticle.rule import Context, NoFiles
from lintarticle.runner import Runner, today_here
from lintarticle.source import SourceText


def check_text(text: str, path: str = "article.md", settings: Settings | None = None) -> list[Problem]:
    """Lint a text, by default with the built-in settings; `path` names it in problems and need not exist.

    No file is looked at: every link and image counts as found.
    """
    settings = settings or Configuration(Path()).settings_for(path)
    context = Context(today_here(), NoFiles(), settings.site, settings.options, now=datetime.now(UTC))
    return report_on(path, SourceText(text), settings, context).problems


def check_paths(*paths: str | os.PathLike[str]) -> Iterator[Report]:
    """Lint files and folders as `lintarticle check` does, and yield a report for each article.

    Raises `lintarticle.errors.ConfigError` where a configuration has mistakes.
    """
    runner = Runner(Configurations(Path.cwd()))
    runner.details = WHOLE_PROBLEMS
    targets, _ = runner.find(os.fspath(path) for path in paths)
    return runner.run(targets)
