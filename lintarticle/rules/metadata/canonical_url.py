"""The canonical URL is not a full address.

Search engines and dev.to accept only an address that starts with `http://` or `https://` and contains no spaces; they
ignore or reject a relative one.

## Bad

```markdown
---
title: Tide tables
canonical_url: /posts/tide-tables
---

Twice a day the harbour empties.
```

## Good

```markdown
---
title: Tide tables
canonical_url: https://example.com/posts/tide-tables
---

Twice a day the harbour empties.
```
"""

from __future__ import annotations

import re

from lintarticle.rule import Article, Finding, Findings, Severity, rule

_ABSOLUTE = r"(?i)https?://[^\s/?#]+\S*"


def check(article: Article) -> Findings:
    field = article.metadata.get("canonical_url")
    if not field or "{{" in field.text or re.fullmatch(_ABSOLUTE, field.text.strip()):
        return
    if not field.text.strip():
        yield Finding(field.span, "Canonical URL is not text; write one address, such as “https://…”.")
    elif re.match(r"(?i)https?://", field.text.strip()):
        yield Finding(field.span, f"Canonical URL “{field.text}” has spaces or no host; write one full address.")
    else:
        yield Finding(field.span, f"Canonical URL “{field.text}” is not a full address; start it with “https://”.")


RULE = rule(check, Severity.ERROR, looks_at="canonical_url")
