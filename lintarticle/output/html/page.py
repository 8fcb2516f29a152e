"""The page around the articles: everything inside it, nothing fetched."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from html import escape as quote
from importlib.resources import files
from string import Template

from lintarticle.output.contract import Summary, sentence
from lintarticle.output.screen import escape
from lintarticle.problem import Problem
from lintarticle.version import __version__
from lintarticle.wording import number


def page(articles: Sequence[str], problems: Sequence[Problem], summary: Summary, notes: Sequence[str] = ()) -> str:
    """Return the whole page; `notes` are sentences on what is true of all articles."""
    head = _faults(summary.faults) + _notes(notes) + _filters(problems, len(articles))
    return _page(text(sentence(summary)), head, "".join(articles))


def _notes(notes: Sequence[str]) -> str:
    items = "".join(f"<li>{text(note)}</li>" for note in notes)
    return f'<ul class="notes">{items}</ul>' if notes else ""


def failure_page(messages: Sequence[str]) -> str:
    """Return a page that holds messages only."""
    return _page("The run failed", _faults(messages), "")


def _page(headline: str, head: str, articles: str) -> str:
    style, script = _part("style.css"), _part("script.js")
    return Template(_part("template.html")).substitute(
        policy=f"default-src 'none'; img-src data:; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'",
        style=style,
        script=script,
        headline=headline,
        heading=headline.replace("--fix", '<span class="whole">--fix</span>'),
        head=head,
        articles=articles,
        version=text(__version__),
    )


def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


def _digest(content: str) -> str:
    """Return what lets a browser run exactly this style or script, and no other that text could smuggle in."""
    from base64 import b64encode
    from hashlib import sha256

    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"


def _faults(messages: Sequence[str]) -> str:
    if not messages:
        return ""
    items = "".join(f"<li>{text(message)}</li>" for message in messages)
    return f'<ul class="faults" role="alert">{items}</ul>'


def _filters(problems: Sequence[Problem], articles: int) -> str:
    """Return the form that narrows the page down; the script shows it, since without one it would do nothing."""
    if not problems:
        return ""
    severities = Counter(problem.severity for problem in problems)
    boxes = "".join(
        f'<label class="{severity.label}"><input type="checkbox" name="severity" value="{severity.label}" checked> '
        f"{number(severities[severity], severity.label)}</label>"
        for severity in sorted(severities, reverse=True)
    )
    rules = Counter(problem.rule for problem in problems)
    options = "".join(
        f'<option value="{text(rule)}">{text(rule)} ({count})</option>'
        for rule, count in sorted(rules.items(), key=lambda item: (-item[1], item[0]))
    )
    found = f"{number(len(problems), 'problem')} in {number(articles, 'article')}"
    return (
        f'<form id="filters" hidden aria-label="Filters"><fieldset><legend>Severity</legend>{boxes}</fieldset>'
        f'<label>Rule <select name="rule"><option value="">all rules</option>{options}</select></label>'
        '<label>Article <input type="search" name="file" placeholder="part of a path or title"></label>'
        '<label class="plain"><input type="checkbox" name="clean" checked> articles without problems</label>'
        f'<output aria-live="polite">{found}</output></form>'
    )


_HALVES = r"[\ud800-\udfff]"
"""Halves of a surrogate pair, which can’t be encoded."""


def text(value: str) -> str:
    """Return text of an article for an element or a quoted attribute, what steers or hides as visible words."""
    return quote(re.sub(_HALVES, "\ufffd", escape(value)))


def source_text(value: str) -> str:
    """Return the same for a line of the source, in which a tab is a tab."""
    return "\t".join(map(text, value.split("\t")))
