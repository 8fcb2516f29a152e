"""A value is not allowed.

It does not match the site's list of values, range, length, pattern or format, such as a web address. Lengths are in
characters. The fix writes the nearest allowed value, if there is one.

## Bad

```toml
[types.news]
files = ["**"]

[types.news.fields]
section = { enum = ["harbour", "weather"] }
```

```markdown
---
title: The new quay opens
section: harbor
---

From May, ferries land at the new quay.
```

## Good

```markdown
---
title: The new quay opens
section: harbour
---

From May, ferries land at the new quay.
```
"""

from __future__ import annotations

from lintarticle.rule import Severity, reports

RULE = reports("value", Severity.ERROR, of="schema", fix=("unsafe",))
