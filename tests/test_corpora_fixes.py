"""Safe fixes over real articles: code stays byte for byte, and parsers read the same but for the fault named."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
import yaml
from real_data import CORPORA

from lintarticle.article.article_reader import ArticleReader
from lintarticle.article.views.opaque import opaque_spans
from lintarticle.config.configuration import resolve
from lintarticle.config.layer import Layer
from lintarticle.config.settings import Settings
from lintarticle.files import DiskFiles
from lintarticle.fixer import Outcome, fix_source
from lintarticle.fixer.versions import Versions
from lintarticle.linter import lint_source
from lintarticle.rule import Context
from lintarticle.rules import ALL
from lintarticle.source import SourceText

pytestmark = pytest.mark.corpora

SUFFIXES = (".md", ".mdx", ".markdown")

MOST = 3_000
"""Articles that are fixed, taken from all repositories in turn."""

ON_PURPOSE = frozenset(rule.name for rule in ALL if rule.edits_opaque)
SETTINGS = {
    "default": resolve(()),
    "every rule": resolve((Layer(add=tuple(rule.name for rule in ALL)),)),
}
CODE = re.compile(
    r"^[ \t>]*(`{3,}|~{3,})[^`\n]*\n.*?^[ \t>]*\1[ \t]*$|\{\{[<%].*?[>%]\}\}|\{%.*?%\}|\{\{[^<%].*?\}\}"
    r"|<(script|style|pre)\b.*?</\2>|^(?:import|export)\s[^\n]*",
    re.DOTALL | re.MULTILINE,
)
"""Code, shortcodes, templates and MDX as plain patterns find them: a second opinion, without our own reader."""

FRONT_MATTER = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\n(.*?)^\1[ \t]*$", re.DOTALL | re.MULTILINE)


def articles() -> list[tuple[Path, Path]]:
    """Return repositories with articles, one of each in turn."""
    repositories = sorted(path for path in CORPORA.glob("[!_.]*") if path.is_dir())
    found = [sorted(p for p in each.rglob("*") if p.suffix in SUFFIXES and p.is_file()) for each in repositories]
    turns = (zip(repositories, turn, strict=True) for turn in zip_longest(*found))
    return [(repository, path) for turn in turns for repository, path in turn if path is not None][:MOST]


def context_of(repository: Path, settings: Settings) -> Context:
    return Context(date(2026, 1, 31), DiskFiles(repository, repository, settings.site.static_dirs), settings.site)


def fixed(repository: Path, path: Path, settings: Settings) -> tuple[Outcome, Versions]:
    context = context_of(repository, settings)
    versions = Versions(path.relative_to(repository).as_posix(), settings, context)
    return fix_source(versions, SourceText.from_bytes(path.read_bytes())), versions


def read(text: str) -> dict[str, Any] | None:
    """Return the front matter as the parser of its format reads it, None if it reads none."""
    found = FRONT_MATTER.match(text)
    try:
        if text.lstrip("\ufeff").startswith("{"):
            value, _ = json.JSONDecoder().raw_decode(text.lstrip("\ufeff"))
        elif found:
            value = yaml.safe_load(found[2]) if found[1] == "---" else tomllib.loads(found[2])
        else:
            return None
    except (ValueError, yaml.YAMLError):
        return None
    return value if isinstance(value, dict) else None


def keys_at_fault(versions: Versions, outcome: Outcome, context: Context) -> set[str]:
    """Return the top keys that any safe fix of the article is about."""
    before = ArticleReader().read(versions.path, outcome.before)
    root = before.front_matter.root if before.front_matter else None
    starts = sorted((entry.key.span.start, entry.key.text) for entry in root.entries) if root else []
    keys: set[str] = set()
    for problem in lint_source(versions.path, outcome.before, versions.settings, context):
        for edit in problem.fix.edits if problem.fix and problem.fix.applicability == "safe" else ():
            at = outcome.before.text_offset(edit.span.start)
            keys.update([name for start, name in starts if start <= at][-1:])
    return keys


def complaints(repository: Path, path: Path, settings: Settings) -> Iterator[str]:
    outcome, versions = fixed(repository, path, settings)
    if not outcome.is_changed:
        return
    name = f"{repository.name}/{versions.path} ({', '.join(outcome.fixed)})"
    before, after = outcome.before.text, outcome.after.text
    if ON_PURPOSE.isdisjoint(outcome.fixed):
        if [found[0] for found in CODE.finditer(before)] != [found[0] for found in CODE.finditer(after)]:
            yield f"{name}: code, a template or MDX changed"
        if opaque(versions.path, outcome.before) != opaque(versions.path, outcome.after):
            yield f"{name}: an opaque part changed"
    one, other = read(before), read(after)
    if one is not None:
        changed = {key for key in {*one, *(other or {})} if repr(one.get(key)) != repr((other or {}).get(key))}
        changed -= keys_at_fault(versions, outcome, context_of(repository, settings))
        if changed:
            yield f"{name}: {', '.join(sorted(map(str, changed)))} reads differently"


def opaque(path: str, source: SourceText) -> list[str]:
    article = ArticleReader().read(path, source)
    start = article.body.span.start
    return [source[span] for span in opaque_spans(article) if span.start >= start]


@pytest.mark.parametrize("settings", SETTINGS)
def test_safe_fixes_change_no_code_and_no_other_key(settings: str) -> None:
    chosen = articles()
    if not chosen:
        pytest.skip(f"no real articles at {CORPORA}")
    found = [complaint for repository, path in chosen for complaint in complaints(repository, path, SETTINGS[settings])]
    assert found == [], "safe fixes change nothing but the faults that they name"
