"""`json`: one object with every problem and a summary; additions only, ever."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lintarticle.output.contract import Output, Sink, Summary
from lintarticle.output.screen import json_text
from lintarticle.overview.model import Overview, Preview, Unreadable
from lintarticle.problem import Fix, Problem, Severity
from lintarticle.report import WHOLE_PROBLEMS, Report

VERSION = 1


class Format(Output):
    """Collects the problems and writes the object at the end."""

    details = WHOLE_PROBLEMS

    def __init__(self, sink: Sink) -> None:
        super().__init__(sink)
        self._problems: list[dict[str, Any]] = []

    def add(self, report: Report) -> None:
        """Keep the problems of one article."""
        self._problems += map(problem_as_json, report.problems)

    def finish(self, summary: Summary) -> None:
        """Write the object; `errors` is there only where a defect of lintarticle kept it from looking at all."""
        self._write(summary, {"errors": summary.faults} if summary.faults else {})

    def fail(self, messages: Sequence[str]) -> None:
        """Write an object without problems that says why."""
        self._problems.clear()
        self._write(Summary(), {"errors": list(messages)})

    def _write(self, summary: Summary, more: dict[str, Any]) -> None:
        document = {"version": VERSION, "problems": self._problems, "summary": summary_as_json(summary), **more}
        if self.sink.statistics:
            document["statistics"] = _statistics(summary)
        self.sink.write(json_text(document) + "\n")


def problem_as_json(problem: Problem) -> dict[str, Any]:
    """Return a problem as the object that `json` and `jsonl` write."""
    return {
        "path": problem.path,
        "rule": problem.rule,
        "severity": problem.severity.label,
        "message": problem.message,
        "help": problem.help,
        "start": problem.start._asdict(),
        "end": problem.end._asdict(),
        "related": [
            {
                "path": related.path,
                "start": related.start._asdict(),
                "end": related.end._asdict(),
                "message": related.message,
            }
            for related in problem.related
        ],
        "fix": _fix(problem.fix),
        "fingerprint": problem.fingerprint,
    }


def overviews_as_json(overviews: Sequence[Overview], unreadable: Sequence[Unreadable]) -> str:
    """Return the document of `show` with the names of `overview.model`: additions only, ever; see `docs/show.md`."""
    document = {
        "version": VERSION,
        "articles": [_plain(overview) for overview in overviews],
        "errors": [_plain(file) for file in unreadable],
    }
    return json_text(document) + "\n"


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever an overview holds: texts, numbers, and tuples of them
    """Turn named tuples into objects and tuples into lists, all the way down; an overview is five levels deep."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        members = {name: _plain(part) for name, part in value._asdict().items() if not isinstance(part, bytes)}
        return {**members, "is_cut": value.is_cut} if isinstance(value, Preview) else members
    return [_plain(member) for member in value] if isinstance(value, tuple) else value


def summary_as_json(summary: Summary) -> dict[str, int]:
    """Return the figures of a run as `json` writes them."""
    return {
        "articles": summary.articles,
        "errors": summary.count(Severity.ERROR),
        "warnings": summary.count(Severity.WARNING),
        "infos": summary.count(Severity.INFO),
        "fixable": summary.fixable,
    }


def _statistics(summary: Summary) -> list[dict[str, Any]]:
    rules = sorted(summary.rules.items(), key=lambda item: (-item[1], item[0]))
    return [{"rule": rule, "problems": count, "fixable": summary.fixable_rules[rule]} for rule, count in rules]


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = [{"start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in fix.edits]
    return {"applicability": fix.applicability, "message": fix.message, "edits": edits}
