"""One article and its settings in, problems out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from lintarticle.article.article import Article
from lintarticle.config.configuration import read_typed
from lintarticle.config.selection import ALWAYS
from lintarticle.config.settings import ActiveRule, Settings
from lintarticle.errors import ConfigError
from lintarticle.fingerprints import Fingerprints
from lintarticle.problem import (
    Edit,
    Finding,
    Fix,
    Place,
    Problem,
    Related,
    RelatedPlace,
    Severity,
    Uncheckable,
    UnusableSetting,
)
from lintarticle.rule import Context, Rule, folded
from lintarticle.rules import ALL
from lintarticle.source import SourceText, Span
from lintarticle.suppressions.apply import FAMILY, Suppressor
from lintarticle.suppressions.parse import read_suppressions

if TYPE_CHECKING:  # schemas are imported only where there is one, the overview only where it is wanted
    from lintarticle.article.values import Fault
    from lintarticle.overview.model import Overview
    from lintarticle.schema.contract import Contract

MOST_FINDINGS = 1_000
"""Findings of one rule in one article: nobody reads more, and data that is not an article would bring millions."""

_TOO_MANY = "Too many problems of this rule: only the first {:,} are shown."

ReadTyped = Callable[[str, SourceText, Settings], tuple[Article, Settings]]
"""What reads an article, as `read_typed` does."""

_Found = tuple[Finding, ActiveRule]
_Item = TypeVar("_Item")


class InternalError(Exception):
    """A defect of lintarticle itself, met while it looked at one article."""

    def __init__(self, path: str, where: str, cause: str) -> None:
        super().__init__(f"internal error in {where} at {path}: {cause}")
        self.path = path
        self.where = where
        self.cause = cause

    def __reduce__(self) -> tuple[type[InternalError], tuple[str, str, str]]:
        return InternalError, (self.path, self.where, self.cause)


class Suppressed(NamedTuple):
    """A problem that a comment in the article suppresses, with the reason that the comment gives, "" for none."""

    problem: Problem
    reason: str


class Details(NamedTuple):
    """What a result holds besides problems. It costs time, so only the outputs that show it ask for it.

    `most` is how many findings of one rule are wanted at most.
    """

    suppressed: bool = False
    overview: bool = False
    most: int = MOST_FINDINGS

    def __or__(self, other: Details) -> Details:
        return Details(self.suppressed or other.suppressed, self.overview or other.overview, max(self.most, other.most))


class Result(NamedTuple):
    """An article (None if it could not be read), its problems in the order of the text, and the details."""

    article: Article | None
    problems: list[Problem]
    suppressed: tuple[Suppressed, ...] = ()
    overview: Overview | None = None


NO_DETAILS = Details()


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
    details: Details = NO_DETAILS,
    read: ReadTyped | None = None,
) -> Result:
    """Read a source text as its type asks, and lint it; a text that has a fault is not read any further."""
    if source.fault:
        hollow = settings.reader.read(path, SourceText("")).replaced(source=source)
        return Result(None, lint(hollow, settings, context, faults))
    try:
        article, chosen = (read or read_typed)(path, source, settings)
    except (ConfigError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - one article that we can't cope with must not end the run
        _collect(InternalError(path, "reading the article", cause_of(error)), error, faults)
        return Result(None, [])
    if chosen is not settings:
        context = context.replaced(site=chosen.site, options=chosen.options)
    return examine(article, chosen, context, faults, details)


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
    details: Details = NO_DETAILS,
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
        _collect(InternalError(article.path, "looking at the article", cause_of(error)), error, faults)
        return Result(article, [])


def _examine(
    article: Article, settings: Settings, context: Context, faults: list[InternalError] | None, details: Details
) -> Result:
    if article.source.fault:
        rules: Iterable[ActiveRule] = (_unreadable(settings),)
    elif article.is_template or (settings.drafts == "skip" and article.is_draft):
        return Result(article, [])
    else:
        rules = settings.rules
    run = _Run(article, settings, context, faults, details.most)
    if not article.source.fault:
        run.compare()
    found = _without_repetition([*run.findings(rules), *run.unchecked])
    found.sort(key=lambda item: (item[0].span.start, item[1].rule.name, item[0].span.end))
    if not found and not details.suppressed and not details.overview:
        return Result(article, [])
    soften = settings.drafts == "warn" and article.is_draft and not article.source.fault
    fingerprints = Fingerprints(article)
    problems = list(_stamped(article, found, fingerprints, soften=soften))
    suppressed: tuple[Suppressed, ...] = ()
    if details.suppressed:
        stamped = _stamped(article, [item for item, _ in run.suppressed], fingerprints, soften=soften)
        suppressed = tuple(map(Suppressed, stamped, [reason for _, reason in run.suppressed]))
    return Result(article, problems, suppressed, _overview(article, settings, faults) if details.overview else None)


def _overview(article: Article, settings: Settings, faults: list[InternalError] | None) -> Overview | None:
    from lintarticle.overview.reading import overview

    try:
        return overview(article, settings)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - as for a rule
        _collect(InternalError(article.path, "the overview of the article", cause_of(error)), error, faults)
        return None


def _named_schema(article: Article, settings: Settings, context: Context) -> Contract | None:
    """Return the JSON Schema that the article itself names, None if it names none or may not."""
    root = article.front_matter.root if article.front_matter else None
    if not settings.schemas_in_articles or root is None or root.entry("$schema") is None:
        return None
    from lintarticle.schema.json_schema import named_schema

    return named_schema(article, context)


class _Run:
    """One run of rules over one article, its suppressions heeded.

    `unchecked` fills up with what could not be checked: such an article must not pass as clean.
    """

    def __init__(
        self, article: Article, settings: Settings, context: Context, faults: list[InternalError] | None, most: int
    ) -> None:
        self._most = most
        self._article = article
        self._settings = settings
        self._context = context
        self._faults = faults
        self._signs: frozenset[str] | None = None
        self.suppressed: list[tuple[_Found, str]] = []
        self.unchecked: list[_Found] = []

    def compare(self) -> None:
        """Compare the article with what its type asks for, so that rules can report the differences."""
        families = {active.rule.family for active in self._settings.rules}
        if "schema" in families:
            violations = self._attempt("the schema of the article", self._violations)
            self._context = self._context.replaced(violations=violations)
        if self._settings.outline and "structure" in families:
            deviations = self._attempt("the outline of its type", self._deviations)
            self._context = self._context.replaced(deviations=deviations)

    def _violations(self) -> Iterator[Fault]:
        contract = _named_schema(self._article, self._settings, self._context) or self._settings.contract
        return contract.violations(self._article, self._context) if contract else iter(())

    def _deviations(self) -> Iterable[Fault]:
        from lintarticle.outline.deviations import deviations

        return deviations(self._article, self._settings.outline) if self._settings.outline else ()

    def _attempt(self, where: str, work: Callable[[], Iterable[_Item]]) -> tuple[_Item, ...]:
        """Do some of the work; what goes wrong with this article is its own fault, and nothing comes of it."""
        try:
            return tuple(work())
        except Uncheckable as error:
            finding = Finding(self._article.source.line_span(1), str(error))
            self.unchecked.append((finding, _unreadable(self._settings)))
        except UnusableSetting as error:
            raise ConfigError(f"{error} (met in {self._article.path})") from None
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - a bug in one place must not cost the findings of the others
            _collect(InternalError(self._article.path, where, cause_of(error)), error, self._faults)
        return ()

    def findings(self, rules: Iterable[ActiveRule]) -> list[_Found]:
        """Return the findings that no suppression suppresses, in the order of the rules."""
        suppressions = read_suppressions(self._article)
        if not suppressions:
            return [found for active in rules for found in self._findings_of(active, self._context)]
        suppressor: Suppressor[_Found] = Suppressor(suppressions, self._context.is_ahead)
        self.suppressed = suppressor.suppressed
        rules = tuple(rules)
        found = [
            found for active in rules if not _is_about(active) for found in self._findings_of(active, self._context)
        ]
        kept = suppressor.kept(found, self._where)
        every = (rule.name for rule in (*ALL, *self._settings.own_rules))
        judgements = suppressor.judgements((active.rule.name for active in rules), every, self._settings.left_out)
        informed = self._context.replaced(judgements=judgements)
        about = [found for active in rules if _is_about(active) for found in self._findings_of(active, informed)]
        return kept + suppressor.kept(about, self._where)

    def _where(self, found: _Found) -> tuple[str, int]:
        return found[1].rule.name, self._article.source.line_of(found[0].span.start)

    def _has_signs(self, rule: Rule) -> bool:
        """Whether the article contains a sign of a rule's patterns; those of all rules are looked for at once."""
        if self._signs is None:
            text = folded(self._article.text)
            self._signs = frozenset(sign for sign in self._settings.signs if sign in text)
        return not self._signs.isdisjoint(rule.signs)

    def _findings_of(self, active: ActiveRule, context: Context) -> list[_Found]:
        if active.rule.signs and not self._has_signs(active.rule):
            return []
        findings = _run(active, self._article, context)
        found = self._attempt(f"rule {active.rule.name}", lambda: islice(findings, self._most + 1))
        if len(found) > self._most:
            found = (*found[:-1], Finding(found[-1].span, _TOO_MANY.format(self._most)))
        return [(finding, active) for finding in found]


def _without_repetition(found: list[_Found]) -> list[_Found]:
    """Leave out what a weightier rule says of the same place: a writer hears one thing once."""
    said = {(name, finding.span) for finding, active in found for name in active.rule.outweighs}
    return [item for item in found if (item[1].rule.name, item[0].span) not in said] if said else found


def _is_about(active: ActiveRule) -> bool:
    """Whether a rule is about suppressions."""
    return active.rule.family == FAMILY


def _collect(fault: InternalError, error: Exception, faults: list[InternalError] | None) -> None:
    if faults is None:
        raise fault from error
    faults.append(fault)


def cause_of(error: BaseException, package: str = "lintarticle") -> str:
    """Name an exception with the place in our code, or a plugin's, that raised it: no traceback."""
    place = ""
    traceback = error.__traceback__
    while traceback:
        module = traceback.tb_frame.f_globals.get("__name__", "")
        if module.partition(".")[0] == package and module != __name__:
            place = f" ({module}:{traceback.tb_lineno})"
        traceback = traceback.tb_next
    return f"{type(error).__name__}: {error}{place}"


def _unreadable(settings: Settings) -> ActiveRule:
    rule = next(rule for rule in ALL if rule.name == ALWAYS)
    configured = (active for active in settings.rules if active.rule.name == ALWAYS)
    return next(configured, ActiveRule(rule, rule.severity or Severity.ERROR))


# --- running one rule -----------------------------------------------------------------------------------------


def _run(active: ActiveRule, article: Article, context: Context) -> Iterator[Finding]:
    if not active.rule.applies_to(article):
        return
    if not active.rule.is_own:
        yield from _checked(active, article, context)
        return
    try:
        yield from _checked(active, article, context)
    except (UnusableSetting, MemoryError):
        raise
    except Exception as error:
        plugin = active.rule.module.partition(".")[0]
        raise UnusableSetting(f"The rule “{active.rule.name}” failed with {cause_of(error, plugin)}") from error


def _checked(active: ActiveRule, article: Article, context: Context) -> Iterator[Finding]:
    length = len(article.source.text)
    for finding in active.rule.findings(article, active.options, context):
        _check_span(finding.span, length)
        for related in finding.related:
            if not related.path:
                _check_span(related.span, length)
        if finding.fix:
            _check_edits(finding.fix.edits, length)
        yield finding


def _check_span(span: Span, length: int) -> None:
    if not 0 <= span.start <= span.end <= length:
        message = f"span {span.start}..{span.end} outside of 0..{length}"
        raise ValueError(message)


def _check_edits(edits: tuple[Edit, ...], length: int) -> None:
    end = 0
    for edit in sorted(edits):
        _check_span(edit.span, length)
        if edit.span.start < end:
            message = f"edits of one fix overlap at {edit.span.start}"
            raise ValueError(message)
        end = edit.span.end


# --- stamping -------------------------------------------------------------------------------------------------


def _stamped(article: Article, found: list[_Found], fingerprints: Fingerprints, *, soften: bool) -> Iterator[Problem]:
    source = article.source
    for finding, active in found:
        name, severity = active.rule.name, min(active.severity, finding.at_most or active.severity)
        if soften and not name.startswith("front-matter/"):
            severity = min(severity, Severity.WARNING)
        yield Problem(
            path=article.path,
            rule=name,
            severity=severity,
            message=finding.message,
            start=_place(source, finding.span.start),
            end=_place(source, finding.span.end),
            help=finding.help,
            fix=_offered_fix(article, finding.fix, active),
            related=tuple(_related(article, related) for related in finding.related),
            fingerprint=fingerprints.next(name, finding.span.start),
        )


def _place(source: SourceText, offset: int) -> Place:
    line, column = source.position(offset)
    return Place(line, column, source.raw_offset(offset))


def _related(article: Article, related: Related) -> RelatedPlace:
    if related.path:
        # Another file's text is not at hand here; whoever made the finding counts from its start.
        nowhere = Place(1, 1, 0)
        return RelatedPlace(related.path, nowhere, nowhere, related.message)
    start, end = related.span
    return RelatedPlace(article.path, _place(article.source, start), _place(article.source, end), related.message)


def _offered_fix(article: Article, fix: Fix | None, active: ActiveRule) -> Fix | None:
    """Return a fix in terms of the file, as the configuration wants it.

    None for a fix without edits, and for one that would change code, a template or a component of the body.
    """
    if fix is None or not fix.edits or active.fix == "never":
        return None
    if not active.rule.edits_opaque:
        from lintarticle.article.views.opaque import may_edit  # most articles have nothing to fix

        if not all(may_edit(article, edit.span) for edit in fix.edits):
            return None
    edits = tuple(_raw_edit(article.source, edit) for edit in sorted(fix.edits))
    return Fix(fix.message, edits, active.fix or fix.applicability)


def _raw_edit(source: SourceText, edit: Edit) -> Edit:
    span = Span(source.raw_offset(edit.span.start), source.raw_offset(edit.span.end))
    text = edit.text if source.newline == "\n" else edit.text.replace("\n", source.newline)
    return Edit(span, text)
