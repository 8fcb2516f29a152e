"""What the rules find in one article: those with something to look at run, and a bug of one costs no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from lintarticle.article.article import Article
from lintarticle.config.selection import ALWAYS
from lintarticle.config.settings import ActiveRule, Settings
from lintarticle.errors import ConfigError, InternalError, cause_of
from lintarticle.problem import (
    Edit,
    Finding,
    Fix,
    PlannedFix,
    Severity,
    Uncheckable,
    UnusableSetting,
)
from lintarticle.rule import OF_THE_SITE, Context
from lintarticle.rules import ALL
from lintarticle.source import Span
from lintarticle.suppressions.parse import Suppression, read_suppressions

if TYPE_CHECKING:  # schemas are imported only where there is one
    from lintarticle.article.values import Fault
    from lintarticle.schema.contract import Contract

_TOO_MANY = "Too many problems of this rule: only the first {:,} are shown."

Found = tuple[Finding, ActiveRule]
_Item = TypeVar("_Item")


class RuleRun:
    """One run of the rules over one article, whose suppressions are applied.

    `most` is how many findings of one rule are wanted, `edits` whether fixes are wanted with their edits. A defect is
    raised as `InternalError`, or appended to `faults` where that is given and the other rules go on. `suppressed`
    fills up with what is suppressed, each with its reason.
    """

    def __init__(  # noqa: PLR0913 - all that a run depends on
        self,
        article: Article,
        settings: Settings,
        context: Context,
        faults: list[InternalError] | None,
        *,
        most: int,
        edits: bool,
    ) -> None:
        self._article = article
        self._settings = settings
        self._context = context
        self._faults = faults
        self._most = most
        self._edits = edits
        self._unchecked: list[Found] = []
        self.suppressed: list[tuple[Found, str]] = []

    def of_unreadable(self) -> list[Found]:
        """Return the one finding about a file that is not text."""
        return self._run([_unreadable(self._settings)])

    def findings(self) -> list[Found]:
        """Return the findings that no suppression suppresses and no weightier rule repeats."""
        self._compare()
        rules = self._settings.rules_by_part.met_by(self._article, self._context)
        suppressions = read_suppressions(self._article)
        found = self._kept(suppressions, rules) if suppressions else self._run(rules)
        return _without_repetition([*found, *self._unchecked])

    def _kept(self, suppressions: Sequence[Suppression], rules: Sequence[ActiveRule]) -> list[Found]:
        """Return what the suppressions leave; the rules about suppressions look at what each of them did."""
        from lintarticle.suppressions.apply import FAMILY, Suppressor  # few articles have any

        suppressor: Suppressor[Found] = Suppressor(suppressions, self._context.is_ahead)
        about = [active for active in rules if active.rule.family == FAMILY]
        kept = suppressor.kept(self._run(active for active in rules if active not in about), self._where)
        active = (each.rule.name for each in self._settings.rules if each.rule.looks_at != OF_THE_SITE)
        every = (rule.name for rule in (*ALL, *self._settings.own_rules))
        judgements = suppressor.judgements(active, every, self._settings.left_out)
        self._context = self._context.replaced(judgements=judgements)
        kept += suppressor.kept(self._run(about), self._where)
        self.suppressed = suppressor.suppressed
        return kept

    def _where(self, found: Found) -> tuple[str, int]:
        return found[1].rule.name, self._article.source.line_of(found[0].span.start)

    def _run(self, rules: Iterable[ActiveRule]) -> list[Found]:
        """Return the findings of rules, in their order; a rule that fails has none."""
        article, context, most = self._article, self._context, self._most
        found: list[Found] = []
        for active in rules:
            count = 0
            try:
                for finding in active.rule.findings(article, active.options, context):
                    found.append((self._accepted(finding, active), active))
                    count += 1
                    if count > most:
                        found[-1] = (Finding(finding.span, _TOO_MANY.format(most)), active)
                        break
            except Exception as error:  # noqa: BLE001 - a bug in one rule must not cost the findings of the others
                del found[len(found) - count :]
                self._fail(f"rule {active.rule.name}", error, active)
        return found

    # --- what a rule must not do ------------------------------------------------------------------------------

    def _accepted(self, finding: Finding, active: ActiveRule) -> Finding:
        """Return a finding with its fix as it is offered. Raises `ValueError` for a place outside the text."""
        length = len(self._article.source.text)
        _check_span(finding.span, length)
        for related in finding.related:
            if not related.path:
                _check_span(related.span, length)
        return finding._replace(fix=self._offered(finding.fix, active)) if finding.fix else finding

    def _offered(self, fix: Fix | PlannedFix, active: ActiveRule) -> Fix | None:
        """Return a fix as the configuration wants it.

        None for a fix without edits, and for one that would change code, a template or a component of the body.
        """
        if isinstance(fix, PlannedFix):
            if fix.touches and not self._may_edit(fix.touches, active):
                return None
            if not self._edits:
                return None if active.fix == "never" else Fix(fix.message, (), active.fix or fix.applicability)
            fix = fix.build()
        edits = tuple(sorted(fix.edits))
        _check_edits(edits, len(self._article.source.text))
        if not edits or active.fix == "never" or not all(self._may_edit(edit.span, active) for edit in edits):
            return None
        return Fix(fix.message, edits if self._edits else (), active.fix or fix.applicability)

    def _may_edit(self, span: Span, active: ActiveRule) -> bool:
        from lintarticle.article.views.opaque import may_edit  # most articles have nothing to fix

        return active.rule.edits_opaque or may_edit(self._article, span)

    # --- what rules compare the article with ------------------------------------------------------------------

    def _compare(self) -> None:
        """Compare the article with what its type asks for, so that rules can report the differences."""
        families = self._settings.rules_by_part.families
        if "schema" in families and (self._settings.contract or self._settings.schemas_in_articles):
            violations = self._attempt("the schema of the article", self._violations)
            if violations:
                self._context = self._context.replaced(violations=violations)
        if self._settings.outline and "structure" in families:
            deviations = self._attempt("the outline of its type", self._deviations)
            self._context = self._context.replaced(deviations=deviations)

    def _violations(self) -> Iterable[Fault]:
        contract = _named_schema(self._article, self._settings, self._context) or self._settings.contract
        return contract.violations(self._article, self._context) if contract else ()

    def _deviations(self) -> Iterable[Fault]:
        from lintarticle.outline.deviations import deviations

        return deviations(self._article, self._settings.outline) if self._settings.outline else ()

    def _attempt(self, where: str, work: Callable[[], Iterable[_Item]]) -> tuple[_Item, ...]:
        try:
            return tuple(work())
        except Exception as error:  # noqa: BLE001 - as for a rule
            self._fail(where, error)
        return ()

    def _fail(self, where: str, error: Exception, active: ActiveRule | None = None) -> None:
        """Say what an error means: what can't be checked must not pass as clean, and our own bugs are collected."""
        if isinstance(error, MemoryError):
            raise error
        if isinstance(error, Uncheckable):
            finding = Finding(self._article.source.line_span(1), str(error))
            self._unchecked.append((finding, _unreadable(self._settings)))
        elif isinstance(error, UnusableSetting):
            raise _met(error, self._article) from None
        elif active and active.rule.is_own:
            cause = cause_of(error, active.rule.module.partition(".")[0])
            raise _met(f"The rule “{active.rule.name}” failed with {cause}", self._article) from error
        else:
            collect(InternalError(self._article.path, where, cause_of(error)), error, self._faults)


def collect(fault: InternalError, error: Exception, faults: list[InternalError] | None) -> None:
    """Keep a defect for the end of the run; raise it where none are kept."""
    if faults is None:
        raise fault from error
    faults.append(fault)


def _met(message: object, article: Article) -> ConfigError:
    return ConfigError(f"{message} (found in {article.path})")


def _named_schema(article: Article, settings: Settings, context: Context) -> Contract | None:
    """Return the JSON Schema that the article itself names, None if it names none or may not."""
    root = article.front_matter.root if article.front_matter else None
    if not settings.schemas_in_articles or root is None or root.entry("$schema") is None:
        return None
    from lintarticle.schema.json_schema import named_schema

    return named_schema(article, context)


def _unreadable(settings: Settings) -> ActiveRule:
    rule = next(rule for rule in ALL if rule.name == ALWAYS)
    configured = (active for active in settings.rules if active.rule.name == ALWAYS)
    return next(configured, ActiveRule(rule, rule.severity or Severity.ERROR))


def _without_repetition(found: list[Found]) -> list[Found]:
    """Leave out what a weightier rule says of the same place: a writer hears one thing once."""
    outweighed = {(name, finding.span) for finding, active in found for name in active.rule.outweighs}
    return [item for item in found if (item[1].rule.name, item[0].span) not in outweighed] if outweighed else found


def _check_edits(edits: Iterable[Edit], length: int) -> None:
    end = 0
    for edit in edits:
        _check_span(edit.span, length)
        if edit.span.start < end:
            message = f"edits of one fix overlap at {edit.span.start}"
            raise ValueError(message)
        end = edit.span.end


def _check_span(span: Span, length: int) -> None:
    if not 0 <= span.start <= span.end <= length:
        message = f"span {span.start}..{span.end} outside 0..{length}"
        raise ValueError(message)
