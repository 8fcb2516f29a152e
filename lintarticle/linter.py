"""One article and its settings in, problems out: places as people count them, fixes in terms of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from lintarticle.article.article import Article
from lintarticle.config.configuration import read_typed
from lintarticle.config.settings import ActiveRule, Settings
from lintarticle.errors import ConfigError, InternalError, cause_of
from lintarticle.findings import RuleRun, collect
from lintarticle.problem import Edit, Finding, Fix, Place, Problem, Related, RelatedPlace, Severity
from lintarticle.record import NamedTuple
from lintarticle.report import WHOLE_PROBLEMS, Details, Suppressed
from lintarticle.rule import Context
from lintarticle.source import BOM, SourceText, Span

if TYPE_CHECKING:  # imported only where it is wanted
    from lintarticle.overview.model import Overview


class Stamp:
    """Makes problems of the findings in one article. `softened`: it is a draft, whose errors are warnings.

    `fingerprints`: the problems must be recognized in another run.
    """

    def __init__(self, article: Article, *, softened: bool, fingerprints: bool) -> None:
        self._article = article
        self._source = article.source
        self._softened = softened
        self._fingerprints = Fingerprints(article.source, article.metadata.text("title")) if fingerprints else None

    def problems(self, found: Iterable[tuple[Finding, ActiveRule]]) -> Iterator[Problem]:
        """Yield a problem for each finding."""
        for finding, active in found:
            name, span, fix = active.rule.name, finding.span, finding.fix
            yield Problem(
                path=self._article.path,
                rule=name,
                severity=self._severity(finding, active),
                message=finding.message,
                start=place_in(self._source, span.start),
                end=place_in(self._source, span.end),
                help=finding.help,
                fix=self._in_file(fix) if isinstance(fix, Fix) else None,
                related=tuple(map(self._related, finding.related)),
                fingerprint=self._fingerprints.next(name, span.start) if self._fingerprints else "",
            )

    def _severity(self, finding: Finding, active: ActiveRule) -> Severity:
        severity = min(active.severity, finding.at_most) if finding.at_most else active.severity
        if self._softened and active.rule.family != "front-matter":
            return min(severity, Severity.WARNING)
        return severity

    def _related(self, related: Related) -> RelatedPlace:
        if related.path:
            # Another file's text is not at hand here; whoever made the finding counts from its start.
            nowhere = Place(1, 1, 0)
            return RelatedPlace(related.path, nowhere, nowhere, related.message)
        start, end = (place_in(self._source, offset) for offset in related.span)
        return RelatedPlace(self._article.path, start, end, related.message)

    def _in_file(self, fix: Fix) -> Fix:
        return fix._replace(edits=tuple(edit_in_file(self._source, edit) for edit in fix.edits)) if fix.edits else fix


def place_in(source: SourceText, offset: int) -> Place:
    """Return an offset in a text as a place in the file."""
    line, column = source.position(offset)
    return Place(line, column, source.raw_offset(offset))


def edit_in_file(source: SourceText, edit: Edit) -> Edit:
    """Return an edit whose offsets and line ends are those of the file as it is, of one in `source.text`."""
    span = Span(source.raw_offset(edit.span.start), source.raw_offset(edit.span.end))
    text = edit.text if source.newline == "\n" else edit.text.replace("\n", source.newline)
    return Edit(span, text)


# --- fingerprints ---------------------------------------------------------------------------------------------


class Fingerprints:
    """Fingerprints of the problems of one article: the rule, the squeezed text of the line, its occurrence.

    Neither path nor line number goes in, so that an edit elsewhere, a rename or a reordering changes nothing. A
    line without any letter or digit (a fence, a rule between paragraphs) is the same in every article: there the
    article's title goes in too. Each line is squeezed once, however many problems it has.
    """

    def __init__(self, source: SourceText, title: str) -> None:
        from hashlib import blake2b  # loads OpenSSL, 3 ms: only where there is a problem

        self._hash = blake2b
        self._source = source
        self._title = _squeezed(title)
        self._lines: dict[int, bytes] = {}
        self._seen: dict[tuple[str, bytes], int] = {}

    def next(self, rule: str, offset: int) -> str:
        """Return the fingerprint of the next problem of a rule at an offset, 32 hexadecimal digits."""
        number = self._source.line_of(offset)
        if number not in self._lines:
            self._lines[number] = self._digest(self._identity(number))
        key = (rule, self._lines[number])
        self._seen[key] = occurrence = self._seen.get(key, 0) + 1
        return self._hash(b"\0".join((rule.encode(), key[1], str(occurrence).encode())), digest_size=16).hexdigest()

    def _identity(self, number: int) -> str:
        source = self._source
        squeezed = _squeezed(source[source.line_span(number)].lstrip(BOM))
        return squeezed if any(map(str.isalnum, squeezed)) else f"{squeezed}\n{self._title}"

    def _digest(self, text: str) -> bytes:
        return self._hash(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _squeezed(text: str) -> str:
    return " ".join(text.split())


ReadTyped = Callable[[str, SourceText, Settings], tuple[Article, Settings]]
"""What reads an article, as `read_typed` does."""


# --- linting --------------------------------------------------------------------------------------------------


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
