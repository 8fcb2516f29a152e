"""The platform drops HTML, such as a script or an embedded page.

Hugo leaves out all raw HTML unless `unsafe` is set for Goldmark in its configuration. GitHub and DEV leave out scripts,
styles, frames and forms, and Zenn shows every tag as text. Readers miss what the element should show.

The rule needs to know the renderer, from a preset or from the setting `renderer`. For Hugo it looks at the site's
configuration; without one, it reports only scripts and frames.

## Bad

```toml
renderer = "github"
```

```markdown
# Tide tables

<iframe src="https://example.org/tides"></iframe>
```

## Good

```toml
renderer = "github"
```

```markdown
# Tide tables

The [tides of today](https://example.org/tides).
```
"""

from __future__ import annotations

import re

from lintarticle.dialect import DIALECTS, renderer_of
from lintarticle.rule import Article, Context, Finding, Findings, Severity, TextPattern, rule

_FILTERED_NAMES = "script iframe style form input textarea embed object noembed noframes xmp"
_FILTERED = frozenset(_FILTERED_NAMES.split())
"""Elements that GitHub and DEV leave out."""

_SHOWING_NAMES = "script iframe style form embed object img picture video audio svg canvas table"
_SHOWING = frozenset(_SHOWING_NAMES.split())
"""Elements that show something, which is lost where all HTML is left out; text inside others remains."""

_ESCAPED_NAMES = "details summary div span p b i u s font center kbd sup sub mark hr a"
_ESCAPED = _SHOWING | frozenset(_ESCAPED_NAMES.split())
"""Elements whose tags readers see where HTML is text."""

_UNMISTAKABLE = ("script", "iframe")
"""Elements that are worth a word even where the configuration of a site is not known."""

_DROPPED = {"github": _FILTERED, "dev": _FILTERED, "goldmark": _SHOWING, "zenn": _ESCAPED}
_PLACES = ("hugo", "config", "config/_default/hugo", "config/_default/config", "config/_default/markup")
_SITE_FILES = tuple(f"{place}.{ending}" for place in _PLACES for ending in ("toml", "yaml", "yml", "json"))
_UNSAFE = rb"(?m)^[^#\n]*\bunsafe[\"']?[ \t]*[:=][ \t]*true"


def check(article: Article, context: Context) -> Findings:
    renderer = renderer_of(article.path, context.site.renderer)
    names = _DROPPED.get(renderer)
    tags = [tag for tag in article.body.tags if names and not tag.closing and tag.name in names]
    if not tags:
        return
    allowed = _allows_html(context) if renderer == "goldmark" else False
    if allowed:
        return
    if allowed is None:
        tags = [tag for tag in tags if tag.name in _UNMISTAKABLE]
    outside = -1
    for tag in tags:
        if tag.span.start < outside:
            continue  # inside one that is reported
        closing = f"</{tag.name}>"
        end = -1 if tag.self_closing else article.text.find(closing, tag.span.end)
        outside = end + len(closing) if end >= 0 and tag.name in _FILTERED | _SHOWING else tag.span.end
        yield Finding(
            article.source.first_line(tag.span),
            _message(renderer, tag.name),
            at_most=Severity.WARNING if allowed is None else None,
        )


def _message(renderer: str, name: str) -> str:
    if renderer == "zenn":
        return f"Zenn shows “<{name}>” as text, since it reads no HTML; write it in Markdown."
    if renderer == "goldmark":
        return f"Hugo leaves out “<{name}>”, unless its configuration allows HTML; use a shortcode."
    return f"{DIALECTS[renderer].name} leaves out “<{name}>”; link to what it shows."


def _allows_html(context: Context) -> bool | None:
    """Say whether the configuration of a Hugo site allows HTML; None: it is not found."""
    found = []
    for path in _SITE_FILES:
        try:
            found.append(context.files.read_root(path))
        except OSError:
            continue
    written = [each for each in found if each is not None]
    return any(re.search(_UNSAFE, each) for each in written) if written else None


RULE = rule(check, Severity.ERROR, patterns=(TextPattern("<", ("<",), "readable"),))
