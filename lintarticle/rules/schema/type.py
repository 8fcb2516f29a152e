"""A value has the wrong type.

Site generators fail on, or misunderstand, a list instead of text, text instead of a date, or `"false"` in quotes, which
counts as true. A date or a number is fine as text, and a date may be written as text. The fix turns a single value into
a list of one.

## Bad

```toml
[types.news]
files = ["**"]

[types.news.fields]
regions = { type = "list" }
```

```markdown
---
title: The new quay opens
regions: north
---

From May, ferries land at the new quay.
```

## Good

```markdown
---
title: The new quay opens
regions: [north]
---

From May, ferries land at the new quay.
```
"""

from __future__ import annotations

from lintarticle.rule import Severity, reports

RULE = reports("type", Severity.ERROR, of="schema", fix=("safe", "unsafe"))
