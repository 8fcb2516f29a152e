"""Why a JSON block can't be read, in a plain sentence."""

from __future__ import annotations

import re

from lintarticle.article.values import Fault
from lintarticle.problem import Edit, Fix
from lintarticle.source import Span

_CAUSES = {
    "extra": "Text follows the end of the front matter; move it below.",
    "comma": "A comma is missing here, between two values.",
    "trailing comma": "A comma follows the last value; delete it.",
    "colon": 'A colon is missing here; write “"key": value”.',
    "bracket": "This bracket does not match the one that was opened.",
    "unclosed": "A value or a bracket is missing at the end of the block.",
    "value": "A value is missing here.",
    "key": 'A key has no double quotes; write “"key": value”.',
    "word": "Text has no quotes; put it in double quotes.",
    "Unterminated string starting at": "The double quote is never closed.",
    "Invalid control character at": "Text contains a line break or tab; write “\\n” or “\\t”.",
    "Invalid \\escape": "A backslash starts an unknown special character; double it.",
    "Invalid \\uXXXX escape": "“\\u” must be followed by four digits.",
}
_WORD = re.compile(r"[^\s,:\[\]{}\"]+")
_LINE_VALUE = re.compile(r"[^\n,{}\[\]]+")
_SINGLE = re.compile(r"'([^'\"\\\n]*)'")


def explain(text: str, content: Span, at: int, cause: str) -> Fault:
    """Return the fault of the place where reading stopped; `cause` is what was expected there."""
    at = min(at, max(content.start, content.end - 1)) if cause == "unclosed" else at
    message = next((known for name, known in _CAUSES.items() if cause.startswith(name)), "This can't be read as JSON.")
    span = Span(at, min(at + 1, len(text)))
    if text.startswith(("{{", "{%"), at) or text.startswith("{{", at - 1):
        message = "“{{ … }}” is a placeholder that a site generator fills in: this is a template, not an article."
        return Fault("syntax", span, message)
    if text[at : at + 2] in ("//", "/*") or text[at : at + 1] == "#":
        return Fault("syntax", span, "JSON does not allow comments; delete it.")
    single = _SINGLE.match(text, at)
    if single:
        message = "Text is in single quotes; use double quotes."
        return _mended(Span(*single.span()), message, f'"{single[1]}"', "Use double quotes")
    return _mended_cause(text, content, span, cause, message) or Fault("syntax", span, message)


def _mended_cause(text: str, content: Span, span: Span, cause: str, message: str) -> Fault | None:
    """Return the fault with a fix, for the causes that have one."""
    at = span.start
    if cause == "trailing comma":
        return _mended(span, message, "", "Remove the comma")
    if cause == "comma":
        end = at - len(text[content.start : at]) + len(text[content.start : at].rstrip())
        return _mended(Span(end, end), message, ",", "Insert a comma")
    if cause in ("word", "key"):
        word = (_LINE_VALUE if cause == "word" else _WORD).match(text, at, content.end)
        written = word[0].rstrip() if word else ""
        if written and not re.search(r"[\"'\\]", written):
            return _mended(Span(at, at + len(written)), message, f'"{written}"', "Put it in double quotes")
    return None


def _mended(span: Span, message: str, written: str, action: str) -> Fault:
    return Fault("syntax", span, message, fix=Fix(action, (Edit(span, written),), "unsafe"))
