"""A merge conflict is unresolved.

Git marks two versions of the same lines with `<<<<<<<`, `=======` and `>>>>>>>`; one must be chosen. Conflict
markers in code are fine.

## Bad

```markdown
# Tide tables

<<<<<<< HEAD
Twice a day the harbour empties.
=======
The harbour empties twice a day.
>>>>>>> tides
```

## Good

```markdown
# Tide tables

Git marks a conflict with `<<<<<<< HEAD`.
```
"""

from __future__ import annotations

from lintarticle.rule import Article, Finding, Findings, Related, Severity, Span, TextPattern, rule

_MARKER = TextPattern(r"(?m)^(?:<{7}(?= \S)|>{7}(?= \S)|={7}$)[^\n]*", signs=("<<<<<<<", ">>>>>>>"), scope="readable")


def check(article: Article) -> Findings:
    opening: Span | None = None
    for match in _MARKER.matches(article):
        span = Span(*match.span())
        if match[0][0] == "<":
            if opening:
                yield _finding(opening, None)
            opening = span
        elif match[0][0] == ">":
            yield _finding(opening or span, span if opening else None)
            opening = None
    if opening:
        yield _finding(opening, None)


def _finding(start: Span, end: Span | None) -> Finding:
    related = (Related(end, "the conflict ends here"),) if end else ()
    return Finding(start, "Unresolved merge conflict; keep one version and delete the marker lines.", related=related)


RULE = rule(check, Severity.ERROR, patterns=(_MARKER,))
