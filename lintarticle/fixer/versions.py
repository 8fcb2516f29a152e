"""The successive versions of an article being fixed: each is read and linted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from lintarticle.article.article import Article
from lintarticle.article.editing.layout import content_end
from lintarticle.article.metadata.metadata import Field
from lintarticle.article.values import Entry, Node
from lintarticle.article.views.rendering import body_html
from lintarticle.config.settings import Settings
from lintarticle.errors import InternalError
from lintarticle.linter import read_and_lint
from lintarticle.problem import Edit, Problem, Severity
from lintarticle.report import WHOLE_PROBLEMS
from lintarticle.rule import Context
from lintarticle.source import SourceText, Span

_ALL_TO_FIX = WHOLE_PROBLEMS._replace(most=50_000)
"""Fixes of one rule that a round makes at most: far more than the 20,000 lines of an article call for."""

_BROKEN = frozenset({"syntax", "unclosed", "not-mapping", "unsafe-yaml"})


@dataclass(frozen=True)
class Version:
    """An article at one moment of fixing, with the problems it has and the ones whose fixes led to it."""

    source: SourceText
    article: Article | None
    problems: tuple[Problem, ...]
    applied: tuple[Problem, ...] = ()

    @cached_property
    def html(self) -> str:
        """The body as readers see it."""
        return body_html(self.article) if self.article else ""

    @property
    def is_broken(self) -> bool:
        """Whether the front matter could not be read as a whole."""
        front_matter = self.article.front_matter if self.article else None
        return front_matter is not None and any(fault.kind == "syntax" for fault in front_matter.faults)

    @property
    def is_readable(self) -> bool:
        """Whether the front matter, where there is one, told all its keys."""
        front_matter = self.article.front_matter if self.article else None
        return front_matter is None or not any(fault.kind in _BROKEN for fault in front_matter.faults)

    def counts(self, least: Severity = Severity.INFO) -> Counter[str]:
        """Count the problems by rule, from a severity up."""
        return Counter(problem.rule for problem in self.problems if problem.severity >= least)

    def fixable(self) -> Counter[str]:
        """Count the problems that offer a fix, by rule."""
        return Counter(problem.rule for problem in self.problems if problem.fix)


class Versions:
    """Reads the versions of one article. `faults` collects our own defects that show in its first one."""

    def __init__(self, path: str, settings: Settings, context: Context) -> None:
        self.path = path
        self.settings = settings
        self.faults: list[InternalError] = []
        self._context = context

    def read(self, source: SourceText, applied: Sequence[Problem] = ()) -> Version:
        """Read and lint a text that the edits of the problems `applied` led to."""
        faults = [] if applied else self.faults
        result = read_and_lint(self.path, source, self.settings, self._context, faults, details=_ALL_TO_FIX)
        return Version(source, result.article, tuple(result.problems), tuple(applied))


# --- whether a version may follow another ----------------------------------------------------------------------------


def objection(before: Version, after: Version, changes_body: frozenset[str]) -> str | None:
    """Return why a version must not follow another, as a clause after "it"; None if all is well.

    `changes_body` names the rules whose fixes may change what readers see of the body.
    """
    if after.article is not None and not _are_gone(before, after):
        return "did not remove the problem"
    return harm(before, after, changes_body)


def harm(before: Version, after: Version, changes_body: frozenset[str] = frozenset()) -> str | None:
    """Return what a version damages, as a clause after "it"; None for nothing."""
    if after.article is None:
        return "left the article unreadable"
    if before.is_readable:
        new = after.counts(Severity.ERROR) - before.counts(Severity.ERROR)
        if new:
            return f"caused a new problem ({next(iter(sorted(new)))})"
        key = changed_metadata(before, after)
        if key:
            return f"changed “{key}”, which is unrelated"
    if not any(problem.rule in changes_body for problem in after.applied) and before.html != after.html:
        return "changed what readers see in the body"
    return None


def changed_metadata(before: Version, after: Version) -> str:
    """Return the name of metadata that changed although no edit touched it, or ""."""
    if before.article is None or after.article is None:
        return ""
    edits = [edit for problem in after.applied if problem.fix for edit in problem.fix.edits]
    touched = _Touched(before.source, edits)
    return _changed_key(touched, before.article, after.article) or _changed_field(
        touched, before.article, after.article
    )


def _are_gone(before: Version, after: Version) -> bool:
    """Whether each fix took one problem away, or left of it only what no fix can repair (a conflict, named).

    A rule that offers a limited number of fixes may offer the next ones then: the problems themselves must be fewer.
    """
    done = Counter(problem.rule for problem in after.applied)
    counted, left = before.counts(), after.counts()
    offered, remaining = before.fixable(), after.fixable()
    return all(
        left[rule] <= counted[rule] - number
        or (remaining[rule] <= offered[rule] - number and left[rule] <= counted[rule])
        for rule, number in done.items()
    )


class _Touched:
    """Says which parts of an article edits touch; `edits` count in the file, spans in the text."""

    def __init__(self, source: SourceText, edits: list[Edit]) -> None:
        self.source = source
        self._edits = edits

    def __call__(self, span: Span) -> bool:
        start, end = self.source.raw_offset(span.start), self.source.raw_offset(span.end)
        return any(edit.span.start <= end and start <= edit.span.end for edit in self._edits)

    def entry(self, entry: Entry) -> bool:
        """Whether an edit touches a key, its value or what follows it on the line (perhaps a lost value)."""
        end = max(entry.key.span.end, content_end(self.source, entry.value))
        line_end = self.source.text.find("\n", end)
        end = line_end if line_end >= 0 else end
        if entry.value.kind == "mapping":  # a key added to it is on the next line
            end = min(end + 1, len(self.source.text))
        return self(Span(entry.key.span.start, end))


def _changed_key(touched: _Touched, before: Article, after: Article) -> str:
    """Compare the front matter key by key, and inside a mapping that was edited again key by key."""
    pairs: list[tuple[Node, Node | None]] = []
    if before.front_matter and before.front_matter.root:
        pairs.append((before.front_matter.root, after.front_matter.root if after.front_matter else None))
    while pairs:
        one, other = pairs.pop()
        for entry in one.entries:
            match = other.entry(entry.key.text) if other else None
            if not touched.entry(entry):
                if match is None or repr(match.value.value) != repr(entry.value.value):
                    return entry.key.text
            elif entry.value.kind == "mapping" and match is not None:
                pairs.append((entry.value, match.value))
    return ""


def _changed_field(touched: _Touched, before: Article, after: Article) -> str:
    for field in before.metadata:
        if any(map(touched, (field.span, field.key_span, _behind(before, field)))):
            continue
        other = after.metadata.get(field.name)
        if other is None or _meaning(other) != _meaning(field):
            return field.name
    return ""


def _behind(article: Article, field: Field) -> Span:
    """Return the rest of the line after a field's value; after a mapping the line end, too: a key may follow."""
    end = article.text.find("\n", field.span.end)
    is_mapping = field.node is not None and field.node.kind == "mapping"
    return Span(field.span.end, min(end + is_mapping, len(article.text)) if end >= 0 else len(article.text))


def _meaning(field: Field) -> object:
    return [item.text for item in field.items] or field.text or repr(field.value)
