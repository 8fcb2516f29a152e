"""A value refers to something that does not exist.

An author who is not in the site's list, a picture that is not in the repository or a deleted related article leaves a
gap on the page. Other hosts are not checked. Other articles are found by path, file name or slug. The fix writes the
nearest name that exists.

## Bad

```toml
[types.news]
files = ["**"]

[types.news.fields]
map = { type = "file" }
```

```markdown article.md other.md
---
title: The new quay opens
map: maps/quay.pdf
---

From May, ferries land at the new quay.
```

## Good

```markdown
---
title: The new quay opens
map: https://example.org/quay.pdf
---

From May, ferries land at the new quay.
```
"""

from __future__ import annotations

from lintarticle.rule import Severity, reports

RULE = reports("reference", Severity.ERROR, of="schema", fix=("unsafe",))
