"""One article and its settings in, problems out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lintarticle.article.model import Article
from lintarticle.article.read import read_article
from lintarticle.config.settings import ActiveRule, Settings
from lintarticle.problem import Edit, Finding, Fix, Place, Problem, Related, RelatedPlace, Severity
from lintarticle.rule import Context
from lintarticle.rules import ALL
from lintarticle.rules.file import unreadable
from lintarticle.silencing import FAMILY, Silencer
from lintarticle.source import SourceText, Span
from lintarticle.suppress import read_suppressions

_Found = tuple[Finding, ActiveRule]


class InternalError(Exception):
    """A defect of lintarticle itself, met while it looked at one article."""

    def __init__(self, path: str, where: str, cause: str) -> None:
        super().__init__(f"internal error in {where} at {path}: {cause}")
        self.path = path
        self.where = where
        self.cause = cause

    def __reduce__(self) -> tuple[type[InternalError], tuple[str, str, str]]:
        return InternalError, (self.path, self.where, self.cause)


def lint_source(
    path: str, source: SourceText, settings: Settings, context: Context, faults: list[InternalError] | None = None
) -> list[Problem]:
    """Read a source text and lint it; a text that has a fault is not read any further."""
    if source.fault:
        hollow = read_article(path, SourceText(""), settings.reading)
        return lint(replace(hollow, source=source), settings, context, faults)
    try:
        article = read_article(path, source, settings.reading)
    except Exception as error:  # noqa: BLE001 - one article that we can't cope with must not end the run
        _collect(InternalError(path, "reading the article", _cause(error)), error, faults)
        return []
    return lint(article, settings, context, faults)


def lint(
    article: Article, settings: Settings, context: Context, faults: list[InternalError] | None = None
) -> list[Problem]:
    """Run the active rules over an article and return their problems in the order of the text.

    An undecodable source has exactly one problem. A rule that raises, or that yields a span or an edit outside
    the text, is a bug: raised as `InternalError`, or appended to `faults` where that is given and the other
    rules go on. What the article's suppressions silence is left out.
    """
    if article.source.fault:
        rules: Iterable[ActiveRule] = (_unreadable(settings),)
    elif article.is_template or (settings.drafts == "skip" and article.is_draft):
        return []
    else:
        rules = settings.rules
    found = _Run(article, context, faults).findings(rules)
    found.sort(key=lambda item: (item[0].span.start, item[1].rule.name, item[0].span.end))
    if not found:
        return []
    soften = settings.drafts == "warn" and article.is_draft and not article.source.fault
    return list(_stamped(article, found, soften=soften))


class _Run:
    """One run of rules over one article, its suppressions heeded."""

    def __init__(self, article: Article, context: Context, faults: list[InternalError] | None) -> None:
        self._article = article
        self._context = context
        self._faults = faults

    def findings(self, rules: Iterable[ActiveRule]) -> list[_Found]:
        """Return the findings that no suppression silences, in the order of the rules."""
        suppressions = read_suppressions(self._article)
        if not suppressions:
            return [found for active in rules for found in self._findings_of(active, self._context)]
        silencer = Silencer(suppressions, self._context.today)
        rules = tuple(rules)
        found = [
            found for active in rules if not _is_about(active) for found in self._findings_of(active, self._context)
        ]
        kept = silencer.kept(found, self._where)
        judgements = silencer.judgements((active.rule.name for active in rules), ALL)
        informed = replace(self._context, judgements=judgements)
        about = [found for active in rules if _is_about(active) for found in self._findings_of(active, informed)]
        return kept + silencer.kept(about, self._where)

    def _where(self, found: _Found) -> tuple[str, int]:
        return found[1].rule.name, self._article.source.line_of(found[0].span.start)

    def _findings_of(self, active: ActiveRule, context: Context) -> list[_Found]:
        try:
            return [(finding, active) for finding in _run(active, self._article, context)]
        except Exception as error:  # noqa: BLE001 - a bug of one rule must not cost the findings of the others
            fault = InternalError(self._article.path, f"rule {active.rule.name}", _cause(error))
            _collect(fault, error, self._faults)
            return []


def _is_about(active: ActiveRule) -> bool:
    """Whether a rule is about suppressions."""
    return active.rule.family == FAMILY


def _collect(fault: InternalError, error: Exception, faults: list[InternalError] | None) -> None:
    if faults is None:
        raise fault from error
    faults.append(fault)


def _cause(error: Exception) -> str:
    """Name an exception with the place of our code that raised it: enough for a report, no traceback."""
    place = ""
    traceback = error.__traceback__
    while traceback:
        module = traceback.tb_frame.f_globals.get("__name__", "")
        if module.startswith("lintarticle.") and module != __name__:
            place = f" ({module}:{traceback.tb_lineno})"
        traceback = traceback.tb_next
    return f"{type(error).__name__}: {error}{place}"


def _unreadable(settings: Settings) -> ActiveRule:
    rule = unreadable.RULE
    configured = (active for active in settings.rules if active.rule.name == rule.name)
    return next(configured, ActiveRule(rule, rule.severity or Severity.ERROR, rule.options()))


# --- running one rule -----------------------------------------------------------------------------------------


def _run(active: ActiveRule, article: Article, context: Context) -> Iterator[Finding]:
    length = len(article.source.text)
    for finding in active.rule.check(article, active.options, context):
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


def _stamped(article: Article, found: list[_Found], *, soften: bool) -> Iterator[Problem]:
    source = article.source
    fingerprints = _Fingerprints(source)
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
            fix=_offered_fix(source, finding.fix, active),
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


def _offered_fix(source: SourceText, fix: Fix | None, active: ActiveRule) -> Fix | None:
    """Return a fix in terms of the file, as the configuration wants it; one without any edit is none."""
    if fix is None or not fix.edits or active.fix == "never":
        return None
    edits = tuple(_raw_edit(source, edit) for edit in sorted(fix.edits))
    return Fix(fix.message, edits, active.fix or fix.applicability)


def _raw_edit(source: SourceText, edit: Edit) -> Edit:
    span = Span(source.raw_offset(edit.span.start), source.raw_offset(edit.span.end))
    text = edit.text if source.newline == "\n" else edit.text.replace("\n", source.newline)
    return Edit(span, text)


class _Fingerprints:
    """Fingerprints of the problems of one article: the rule, the squeezed text of the line, its occurrence.

    Neither path nor line number goes in, so that an edit elsewhere, a rename or a reordering changes nothing.
    Each line is squeezed once, however many problems it has.
    """

    def __init__(self, source: SourceText) -> None:
        from hashlib import blake2b  # loads OpenSSL, 3 ms: only where there is a problem

        self._hash = blake2b
        self._source = source
        self._lines: dict[int, bytes] = {}
        self._seen: dict[tuple[str, bytes], int] = {}

    def next(self, rule: str, offset: int) -> str:
        """Return the fingerprint of the next problem of a rule at an offset, 32 hexadecimal digits."""
        number = self._source.line_of(offset)
        if number not in self._lines:
            squeezed = " ".join(self._source[self._source.line_span(number)].split())
            self._lines[number] = self._hash(squeezed.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        key = (rule, self._lines[number])
        self._seen[key] = occurrence = self._seen.get(key, 0) + 1
        return self._hash(b"\0".join((rule.encode(), key[1], str(occurrence).encode())), digest_size=16).hexdigest()
