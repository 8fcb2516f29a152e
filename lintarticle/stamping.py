"""Findings made problems: places as people count them, fixes in terms of the file, fingerprints where wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lintarticle.article.article import Article
from lintarticle.config.settings import ActiveRule
from lintarticle.problem import Edit, Finding, Fix, Place, Problem, Related, RelatedPlace, Severity
from lintarticle.source import BOM, SourceText, Span


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
