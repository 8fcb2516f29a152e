"""The articles that a change removed, renamed or rewrote, as they were before it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from lintarticle.article.article import Article
from lintarticle.changes.repository import Changes, Repository
from lintarticle.config.configuration import read_typed
from lintarticle.discovery import Target, read_source
from lintarticle.runner import Runner, today_here
from lintarticle.site.record import ArticleRecord, FormerArticle
from lintarticle.site.recording import record_of
from lintarticle.site_check import FormerSiteArticle
from lintarticle.source import SourceText


def former_articles(
    runner: Runner, repository: Repository, base: str, changes: Changes, names: Sequence[str]
) -> list[FormerSiteArticle]:
    """Return the articles as they were at a commit, those that were published by now; `names` are those of the run."""
    now_at = dict(changes.renamed) | {path: path for path in changes.changed - changes.new}
    targets = runner.find_among(names, changes.removed | now_at.keys())
    real = {target.shown: Path(os.path.realpath(target.path)) for target in targets}
    contents = repository.contents(base, real.values())
    today = today_here().isoformat()
    found = []
    for target in targets:
        path = real[target.shown]
        read = _read(runner, target, SourceText.from_bytes(contents[path])) if path in contents else None
        record = record_of(*read, comparing=()) if read else None
        if read is None or record is None or record.is_draft or record.date.text[:10] > today:
            continue
        now = now_at.get(path)
        there = target if now == path else runner.target(os.fspath(now)) if now else None
        after = _read(runner, there, read_source(there)) if there else None
        new = record_of(*after, comparing=()) if after else None
        has_new_text = after is not None and record.updated.text[:10] != today and _body(after[0]) != _body(read[0])
        may_have_moved = new is None or _behind_address(new) != _behind_address(record)
        shown = there.shown if there else ""
        found.append(FormerSiteArticle(target, FormerArticle(record, shown, has_new_text, may_have_moved)))
    return found


def _read(runner: Runner, target: Target, source: SourceText) -> tuple[Article, str] | None:
    """Return an article and the name of its type, None if it can't be read."""
    if source.fault:
        return None
    article, settings = read_typed(target.shown, source, runner.situation(target)[0])
    return article, settings.type


def _behind_address(record: ArticleRecord) -> list[str]:
    """Return what the address of an article is made of."""
    fields = (record.permalink, record.slug, record.title, record.date, *record.categories)
    return [record.path, record.role, *(text.text for text in fields)]


def _body(article: Article) -> list[str]:
    """Return the words of the body, ignoring spacing."""
    start = article.front_matter.span.end if article.front_matter else 0
    return article.text[start:].split()
