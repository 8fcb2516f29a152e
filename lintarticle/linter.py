"""One article and its settings in, problems out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lintarticle.article.article import Article
from lintarticle.config.configuration import read_typed
from lintarticle.config.settings import Settings
from lintarticle.errors import ConfigError, InternalError, cause_of
from lintarticle.findings import RuleRun, collect
from lintarticle.problem import Problem
from lintarticle.record import NamedTuple
from lintarticle.report import WHOLE_PROBLEMS, Details, Suppressed
from lintarticle.rule import Context
from lintarticle.source import SourceText
from lintarticle.stamping import Stamp

if TYPE_CHECKING:  # imported only where it is wanted
    from lintarticle.overview.model import Overview

ReadTyped = Callable[[str, SourceText, Settings], tuple[Article, Settings]]
"""What reads an article, as `read_typed` does."""


class Result(NamedTuple):
    """An article (None if it could not be read), its problems in the order of the text, and the details."""

    article: Article | None
    problems: list[Problem]
    suppressed: tuple[Suppressed, ...] = ()
    overview: Overview | None = None
    traits: object = None


def lint_source(
    path: str,
    source: SourceText,
    settings: Settings,
    context: Context,
    faults: list[InternalError] | None = None,
) -> list[Problem]:
    """Read a source text, lint it and return its problems; see `read_and_lint`."""
    return read_and_lint(path, source, settings, context, faults).problems


def read_and_lint(  # noqa: PLR0913 - one more than five, for the few outputs that show more than problems
    path: str,
    source: SourceText,
    settings: Settings,
    context: Context,
    faults: list[InternalError] | None = None,
    *,
    details: Details = WHOLE_PROBLEMS,
    read: ReadTyped | None = None,
) -> Result:
    """Read a source text as its type asks, and lint it; a text that has a fault is not read any further."""
    if source.fault:
        hollow = settings.reader.read(path, SourceText("")).replaced(source=source)
        return Result(None, examine(hollow, settings, context, faults, details).problems)
    try:
        article, chosen = (read or read_typed)(path, source, settings)
    except (ConfigError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - one article that we can't cope with must not end the run
        collect(InternalError(path, "reading the article", cause_of(error)), error, faults)
        return Result(None, [])
    if chosen is not settings:
        context = context.replaced(site=chosen.site, options=chosen.options)
    result = examine(article, chosen, context, faults, details)
    return result._replace(traits=details.traits(article, chosen)) if details.traits else result


def lint(
    article: Article, settings: Settings, context: Context, faults: list[InternalError] | None = None
) -> list[Problem]:
    """Lint an article and return its problems; see `examine`."""
    return examine(article, settings, context, faults).problems


def examine(
    article: Article,
    settings: Settings,
    context: Context,
    faults: list[InternalError] | None = None,
    details: Details = WHOLE_PROBLEMS,
) -> Result:
    """Run the active rules over an article.

    An undecodable source has exactly one problem. A rule that raises, or that yields a span or an edit outside
    the text, is a bug: raised as `InternalError`, or appended to `faults` where that is given and the other
    rules go on. What the article's suppressions suppress is left out of the problems.
    """
    try:
        return _examine(article, settings, context, faults, details)
    except (ConfigError, InternalError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - as above
        collect(InternalError(article.path, "looking at the article", cause_of(error)), error, faults)
        return Result(article, [])


def _examine(
    article: Article, settings: Settings, context: Context, faults: list[InternalError] | None, details: Details
) -> Result:
    is_text = not article.source.fault
    if is_text and (article.is_template or (settings.drafts == "skip" and article.is_draft)):
        return Result(article, [])
    run = RuleRun(article, settings, context, faults, most=details.most, edits=details.edits)
    found = run.findings() if is_text else run.of_unreadable()
    found.sort(key=lambda item: (item[0].span.start, item[1].rule.name, item[0].span.end))
    if not found and not run.suppressed and not details.overview:
        return Result(article, [])
    softened = bool(found) and is_text and settings.drafts == "warn" and article.is_draft
    stamp = Stamp(article, softened=softened, fingerprints=details.fingerprints)
    problems = list(stamp.problems(found))
    suppressed: tuple[Suppressed, ...] = ()
    if details.suppressed and run.suppressed:
        silenced, reasons = zip(*run.suppressed, strict=True)
        suppressed = tuple(map(Suppressed, stamp.problems(silenced), reasons))
    return Result(
        article, problems, suppressed, _overview(article, settings, context, faults) if details.overview else None
    )


def _overview(
    article: Article, settings: Settings, context: Context, faults: list[InternalError] | None
) -> Overview | None:
    from lintarticle.overview.reading import overview

    try:
        return overview(article, settings, context.files)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - as for a rule
        collect(InternalError(article.path, "the overview of the article", cause_of(error)), error, faults)
        return None
