"""A link has a placeholder instead of an address.

`(url)`, `(link)`, `#` and a bare `https://` were meant to be replaced. So was an address on the writer's own computer
(`http://localhost:1313/tides`), which nobody else can open. An article that mentions `localhost` in its text or code, a
link whose text is the address, a link to the top of the page and hosts reserved for examples (`example.com`) are fine.

## Bad

```markdown
# Tide tables

The [tables of the north](url) are old.
```

## Good

```markdown
# Tide tables

The [tables of the north](https://example.com/tables) are old. [Back to top](#)
```
"""

from __future__ import annotations

import re

from lintarticle.article.markdown.elements import Link
from lintarticle.article.markdown.targets import is_local_host, remote_host
from lintarticle.rule import Article, Finding, Findings, Severity, rule

_STAND_IN = (
    r"#|url|link|href|todo|tbd|fixme|xxx+|https?:(?://)?|(?:https?://)?(?:url|link)[-_ ]?(?:here|goes[-_]here)"
    r"|(?:insert|add|your)[-_ ](?:the[-_ ])?(?:url|link)(?:[-_ ]here)?|link-to-[\w-]{1,40}|(?:https?://)?your-?(?:url|link)"
)
_UPWARDS = (
    r"(?i)\b(?:top|up|oben|haut|sommet|arriba|inicio|topo|início|inizio|boven|toppen)\b|[↑⬆▲^]|верх|начал"
    r"|顶|頂|トップ|先頭|上へ|맨 ?위|đầu trang|أعلى|بالا|למעלה"
)
"""What a link to the top of the page is called in each supported language."""


def check(article: Article) -> Findings:
    about: dict[str, bool] = {}
    for link in article.body.links:
        target = link.target.text.strip()
        host = remote_host(target)
        if link.kind == "autolink" or not target:
            continue
        if re.fullmatch(_STAND_IN, target, re.IGNORECASE):
            if not _is_meant(article, link):
                yield Finding(link.target.span, f"Link address “{target}” is a placeholder; add the real one.")
        elif is_local_host(host) and host not in link.text.text:
            if host not in about:
                about[host] = _speaks_of(article, host)
            if about[host]:
                continue
            yield Finding(link.target.span, "Link points to the writer's own computer; use a public address.")


def _is_meant(article: Article, link: Link) -> bool:
    """Whether `#` means the top of the page, or a script acts on an HTML link."""
    if link.target.text.strip() != "#":
        return False
    opening = article.text[link.span.start : link.text.span.start]
    is_scripted = link.kind == "html" and re.search(r"\s(?:on|@|data-|role|class|id|aria-)", opening) is not None
    return is_scripted or re.search(_UPWARDS, link.text.text) is not None


def _speaks_of(article: Article, host: str) -> bool:
    """Whether the article mentions the host outside of link targets too: then it is about a local server."""
    in_targets = sum(each.target.text.count(host) for each in article.body.links if each.kind != "autolink")
    return article.text.count(host) > in_targets


RULE = rule(check, Severity.WARNING, looks_at="links")
