"""Unknown key, probably a typo.

Site generators ignore unknown keys, so a typo is noticed late. Keys that closely resemble one of the site's are
reported as warnings. A `strict` type reports every other key as an error, and so is a key that the site has marked as
`deprecated`. Keys that platforms read (`layout`, `weight`, `aliases`, …) are known unless the type is strict.

## Bad

```toml
[types.news]
files = ["**"]

[types.news.fields]
correction = { type = "string" }
```

```markdown
---
title: The new quay opens
corection: The quay opens in May.
---

From May, ferries land at the new quay.
```

## Good

```markdown
---
title: The new quay opens
correction: The quay opens in May.
layout: wide
---

From May, ferries land at the new quay.
```
"""

from __future__ import annotations

from lintarticle.rule import Severity, reports

RULE = reports("unknown-key", Severity.ERROR, of="schema", fix=("unsafe",))
