r"""Amounts of money are read as a formula.

Where dollars enclose formulas, the text between two amounts may become one: `$20 to 30$` on Zenn, GitHub and Obsidian,
`20$ (or 30$)` in Pandoc too, and `$5 and $10` where remark-math is installed or MathJax is set to read single dollars,
which an article with other formulas shows. Write `\$` for a dollar.

The fix writes `\$`.

## Bad

```toml
renderer = "pandoc"
```

```markdown
# Tide tables

The small sheet (20$, in color 30$) is on the wall.
```

## Good

```toml
renderer = "pandoc"
```

```markdown
# Tide tables

The small sheet ($20, in color $30) is on the wall, and the formula is $h = a^2$.
```

Sources: Pandoc's manual, 8.13 Math (no space inside the dollars, no digit after the closing one);
zenn-dev/zenn-editor packages/zenn-markdown-html/src/utils/md-katex.ts (on one line, no digit before the opening one
either); GitHub's docs, “Writing mathematical expressions” (`\$` in a line with formulas); the readme of remark-math
(“often interfere with “normal” dollars in text”); MathJax's docs, “TeX and LaTeX math delimiters” (single dollars must
be set). Two assumptions, which their docs do not settle: that a letter or digit next to a dollar keeps GitHub from
reading a formula, and that Obsidian reads dollars as Pandoc does.
"""

from __future__ import annotations

import re

from lintarticle.dialect import DIALECTS, renderer_of
from lintarticle.rule import Article, Context, Edit, Finding, Findings, Fix, Severity, Span, TextPattern, rule

_STRICT = r"(?<![\\$])\$(?![\s$])([^$]*)(?<![\s\\$])\$(?![\d$])"
_GITHUB = r"(?<![\\$\w])\$(?![\s$])([^$]*)(?<![\s\\$])\$(?![\w$])"
_ZENN = r"(?<![\\$\d])\$(?![\s$])([^$\n]*)(?<![\s$])\$(?![\d$])"
_LOOSE = r"(?<![\\$])\$(?!\$)([^$]+)(?<!\\)\$(?!\$)"
_OWN = {"github": _GITHUB, "zenn": _ZENN}
"""Renderers with rules of their own for formulas; the others that know formulas follow Pandoc."""

_AMOUNT = r"\d[\d.,]*(?:[kKmMbB]|\s?(?:million|billion))?"
_WORDS = r"[^\W\d_]{2,}"
_FORMULA = r"[\\^_={}<>|]|\w\("
_LONGEST = 30


def check(article: Article, context: Context) -> Findings:
    renderer = renderer_of(article.path, context.site.renderer)
    if renderer != "any" and DIALECTS[renderer].math:
        pattern = _OWN.get(renderer, _STRICT)
    elif any(mask.kind == "math" and not article.text.startswith("$$", mask.span.start) for mask in article.body.masks):
        pattern = _LOOSE
    else:
        return
    for paragraph in article.body.paragraphs:
        if "$" not in paragraph.content.text:
            continue
        for match in re.compile(pattern).finditer(article.body.prose, *paragraph.span):
            if _is_money(article.body.prose, match):
                yield _finding(article, match)


def _is_money(prose: str, match: re.Match[str]) -> bool:
    """Whether both dollars are of amounts, with words between them."""
    inner = match[1]
    is_behind = prose[match.start() - 1 : match.start()].isdigit()
    first = is_behind or re.match(_AMOUNT, inner)
    second = re.match(_AMOUNT, prose[match.end() : match.end() + 20]) or re.search(r"\d\Z", inner)
    if not first or not second or re.search(_FORMULA, inner):
        return False
    return is_behind or re.search(_WORDS, inner) is not None


def _finding(article: Article, match: re.Match[str]) -> Finding:
    shown = " ".join(article.text[match.start() : match.end()].split())
    shown = shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
    edits = (Edit(Span(match.start(), match.start()), "\\"), Edit(Span(match.end() - 1, match.end() - 1), "\\"))
    return Finding(
        Span(*match.span()),
        f"“{shown}” is read as a formula; write “\\$” for a dollar.",
        fix=Fix("Write “\\$”", edits),
    )


RULE = rule(check, Severity.ERROR, patterns=(TextPattern(r"\$", ("$",)),), fix=("safe",), changes_body=True)
