"""Problems as rows keep them, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from lintarticle.problem import Edit, Fix, Place, Problem, RelatedPlace, Severity
from lintarticle.source import Span


def problems_to_text(path: str, problems: Iterable[Problem]) -> str:
    """Return the problems of an article as text, or ""."""
    kept = [
        [
            problem.rule,
            int(problem.severity),
            problem.message,
            problem.start,
            problem.end,
            problem.help,
            problem.fix and [problem.fix.message, problem.fix.applicability, problem.fix.edits],
            [[each.path if each.path != path else "", *each[1:]] for each in problem.related],
            problem.fingerprint,
        ]
        for problem in problems
    ]
    return _COMPACT.encode(kept) if kept else ""


_COMPACT = json.JSONEncoder(separators=(",", ":"))


def problems_from_text(path: str, text: str) -> list[Problem]:
    """Return the problems of an article that were kept as text."""
    return [_problem(path, values) for values in json.loads(text)] if text else []


def _problem(path: str, values: Sequence[Any]) -> Problem:
    rule, severity, message, start, end, help_, fix, related, fingerprint = values
    return Problem(
        path,
        rule,
        Severity(severity),
        message,
        Place(*start),
        Place(*end),
        help_,
        fix and Fix(fix[0], tuple(Edit(Span(*span), new) for span, new in fix[2]), fix[1]),
        tuple(
            RelatedPlace(each or path, Place(*first), Place(*last), message) for each, first, last, message in related
        ),
        fingerprint,
    )
