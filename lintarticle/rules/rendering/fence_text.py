"""Text after the opening fence of a code block is lost.

What follows the backticks names the language and is not shown, so a sentence or a line of code there is missing from
the page. A title or options after the language (`js title="tides.js"`, `json The answer`) are fine.

The fix offers to put the text on its own line: code below the fence, a sentence above it.

## Bad

````markdown
# Tide tables

``` Look for the port with its name
tides --port north
```
````

## Good

````markdown
# Tide tables

Look for the port with its name:

```sh
tides --port north
```
````
"""

from __future__ import annotations

import re

from lintarticle.article.views.code_fences import container_marks, fenced_blocks
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Severity, Span, rule

_SENTENCE = (
    r"[^\W\d_][\w'’,;:.-]*(?:[ \t]+[\w'’(),;:.&/-]+){3,}[.:!?。：]?|[^\W\d_][\w'’-]*(?:[ \t]+[\w'’-]+)+[.:!?。：]"
)
_CODE = (
    r"//.*|/\*.*|<[A-Za-z/!?].*|\{|[A-Za-z_][\w.#]*\(.*\);?|.*[;{]"
    r"|(?:public|private|protected|final|static|class|import|from|def|const|let|var|function|package|using|return|if|for"
    r"|while|try|SELECT|INSERT|CREATE)[ \t]+\w.*"
)
_NAMES = (
    "asm awk bash bat c c++ console cpp cs csharp css csv dart diff docker dockerfile elixir erlang fish fortran "
    "go graphql groovy haskell hcl html http ini java javascript js json json5 jsonc jsonnet jsx kotlin kt latex "
    "less lisp lua make makefile markdown matlab md mdx mermaid nginx nix objc ocaml output patch perl php plain "
    "plaintext powershell prolog properties proto ps1 py pycon python python3 r rb regex rs ruby rust sass scala "
    "scheme scss sh shell sql svelte swift terraform tex text tf toml ts tsx txt typescript vb vim vue wasm xml "
    "yaml yml zig zsh"
)
_LANGUAGES = frozenset(_NAMES.split())
"""Names of languages, after which a site may show the rest as a title."""


def check(article: Article) -> Findings:
    for block in fenced_blocks(article):
        info = block.info
        if not info or re.match(r"[\w+#.-]+\Z", info) or info.split()[0].lower().rstrip(",:") in _LANGUAGES:
            continue
        is_code = re.fullmatch(_CODE, info) is not None
        if not is_code and not re.fullmatch(_SENTENCE, info):
            continue
        opening = article.source.first_line(block.span)
        start = article.text.find(info, *opening)
        if start < 0:
            continue
        yield Finding(
            Span(start, start + len(info)),
            "Readers do not see the text after a fence; put it on its own line.",
            fix=_moved(article, opening, Span(start, start + len(info)), is_code=is_code),
        )


def _moved(article: Article, opening: Span, text: Span, *, is_code: bool) -> Fix:
    start = container_marks(article, opening.start)
    mark_end = len(article.text[: text.start].rstrip())
    if is_code:
        return Fix("Move it into the code", (Edit(Span(mark_end, text.start), f"\n{start}"),), "unsafe")
    above = Edit(Span(opening.start, opening.start), f"{article.source[text]}\n{start.rstrip()}\n{start}")
    return Fix("Move it above the code", (above, Edit(Span(mark_end, text.end), "")), "unsafe")


RULE = rule(check, Severity.ERROR, looks_at="code", fix=("unsafe",), changes_body=True, edits_opaque=True)
