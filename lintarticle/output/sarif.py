"""`sarif`: SARIF 2.1.0, for GitHub's code scanning and the viewers of editors.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. Paths are relative to the checkout; columns count
characters. What the article's own comments suppress is there as a suppressed result.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from lintarticle.manual import manual_page
from lintarticle.output.addresses import HOME, located, prefix, rule_page
from lintarticle.output.contract import Output, Sink, Summary
from lintarticle.output.screen import json_text
from lintarticle.problem import Fix, Problem, RelatedPlace, Severity
from lintarticle.report import Details, Report, Suppressed
from lintarticle.rule import Rule
from lintarticle.rules import ALL
from lintarticle.source import SourceText, Span
from lintarticle.version import __version__

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

_LONGEST = 1000
"""Characters of a description: GitHub shows 1,024 (https://docs.github.com/code-security, “SARIF support”)."""

BASE = "%SRCROOT%"
"""What relative addresses are relative to; where that is, the reader of the file knows."""


class Format(Output):
    """Collects the results and writes the log at the end."""

    details = Details(edits=True, fingerprints=True, suppressed=True)

    def __init__(self, sink: Sink) -> None:
        super().__init__(sink)
        self._prefix = prefix()
        self._rules = rules_as_json()
        self._indices = {rule["id"]: index for index, rule in enumerate(self._rules)}
        self._results: list[dict[str, Any]] = []

    def add(self, report: Report) -> None:
        """Keep the problems of one article, those that it suppresses itself too."""
        self._results += [self._result(problem, report.source) for problem in report.problems]
        self._results += [
            {**self._result(suppressed.problem, None), "suppressions": [_suppression(suppressed)]}
            for suppressed in report.suppressed
        ]

    def finish(self, summary: Summary) -> None:
        """Write the log; defects of lintarticle are notifications."""
        invocation: dict[str, Any] = {"executionSuccessful": not summary.faults}
        if summary.faults:
            invocation["toolExecutionNotifications"] = list(map(_notification, summary.faults))
        self._write(invocation)

    def fail(self, messages: Sequence[str]) -> None:
        """Write a log without results whose notifications say why."""
        self._results.clear()
        notifications = list(map(_notification, messages))
        self._write({"executionSuccessful": False, "toolConfigurationNotifications": notifications})

    def _write(self, invocation: dict[str, Any]) -> None:
        driver = {
            "name": "lintarticle",
            "informationUri": HOME,
            "version": __version__,
            "language": "en",
            "rules": self._rules,
        }
        run = {
            "tool": {"driver": driver},
            "invocations": [invocation],
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {BASE: {"description": {"text": "The folder of the checkout."}}},
            "results": self._results,
        }
        self.sink.write(json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n")

    def _result(self, problem: Problem, source: SourceText | None) -> dict[str, Any]:
        text = f"{problem.message} {problem.help}".rstrip()
        start, end = problem.start, problem.end
        result: dict[str, Any] = {
            "ruleId": problem.rule,
            "level": LEVELS[problem.severity],
            "message": {"text": text},
            "locations": [
                self._location(problem.path, _region(start.line, start.column, end.line, end.column)),
            ],
            "partialFingerprints": {
                "lintarticle/v1": problem.fingerprint,
                "primaryLocationLineHash": problem.fingerprint,  # the only one that GitHub looks at
            },
            "suppressions": [],
        }
        if problem.rule in self._indices:
            result["ruleIndex"] = self._indices[problem.rule]
        if problem.related:
            result["relatedLocations"] = list(map(self._related, problem.related))
        if problem.fix and source:
            result["fixes"] = [self._fix(problem.fix, problem.path, source)]
        return result

    def _related(self, related: RelatedPlace) -> dict[str, Any]:
        start, end = related.start, related.end
        region = _region(start.line, start.column, end.line, end.column)
        return {**self._location(related.path, region), "message": {"text": related.message}}

    def _location(self, path: str, region: dict[str, int]) -> dict[str, Any]:
        return {"physicalLocation": {"artifactLocation": self._artifact(path), "region": region}}

    def _artifact(self, path: str) -> dict[str, str]:
        from urllib.parse import quote

        whole = located(self._prefix, path)
        try:
            encoded = quote(whole.encode("utf-8", "surrogateescape"))
        except UnicodeEncodeError:
            encoded = quote(whole.encode("utf-8", "replace"))
        if whole.startswith("/"):
            return {"uri": f"file://{encoded}"}
        return {"uri": encoded, "uriBaseId": BASE}

    def _fix(self, fix: Fix, path: str, source: SourceText) -> dict[str, Any]:
        replacements = [
            {"deletedRegion": _raw_region(edit.span, source), "insertedContent": {"text": edit.text}}
            for edit in fix.edits
        ]
        change = {"artifactLocation": self._artifact(path), "replacements": replacements}
        return {
            "description": {"text": fix.message},
            "artifactChanges": [change],
            "properties": {"applicability": fix.applicability},
        }


def _region(start_line: int, start_column: int, end_line: int, end_column: int) -> dict[str, int]:
    return {"startLine": start_line, "startColumn": start_column, "endLine": end_line, "endColumn": end_column}


def _raw_region(span: Span, source: SourceText) -> dict[str, int]:
    start, end = map(source.text_offset, span)
    return _region(*source.position(start), *source.position(end))


def _suppression(suppressed: Suppressed) -> dict[str, str]:
    given = {"justification": suppressed.reason} if suppressed.reason else {}
    return {"kind": "inSource", "status": "accepted", **given}


def _notification(message: str) -> dict[str, Any]:
    return {"level": "error", "message": {"text": message}}


# --- the description of each rule, from its manual page ---------------------------------------------------------


def rules_as_json() -> list[dict[str, Any]]:
    """Return the descriptor of every rule, in documentation order."""
    return [_rule(rule) for rule in ALL]


def _rule(rule: Rule) -> dict[str, Any]:
    markdown = manual_page(rule)
    severity = rule.severity or Severity.INFO
    return {
        "id": rule.name,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": _description(rule.manual)},
        "help": {"text": plain(markdown), "markdown": markdown},
        "helpUri": rule_page(rule.name),
        "defaultConfiguration": {"enabled": rule.severity is not None, "level": LEVELS[severity]},
        "properties": {"tags": [rule.family], "fixes": list(rule.fix)},
    }


def _description(manual: str) -> str:
    """Return the paragraphs before the first example as one."""
    text = " ".join(manual.partition("\n## ")[0].split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rpartition(" ")[0] + "…"


def plain(markdown: str) -> str:
    """Return a manual page as plain text: headings and fences are gone, what was between fences is indented."""
    return "\n".join(_plain_lines(markdown)) + "\n"


def _plain_lines(markdown: str) -> Iterator[str]:
    fence = ""
    for line in markdown.rstrip().split("\n"):
        mark = re.match(r"`{3,}", line)
        if fence:
            if line == fence:
                fence = ""
            else:
                yield f"    {line}".rstrip()
        elif mark:
            fence = mark[0]
        else:
            yield re.sub(r"\*\*|`", "", re.sub(r"^#+ ", "", line))
