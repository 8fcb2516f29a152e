"""The front matter has no keys.

It is a list or plain text, so no value has a name. Each line should be a name, a colon and a value.

## Bad

```markdown
---
- Tide tables
- Harbours
---
```

## Good

```markdown
---
title: Tide tables
tags: [harbours]
---
```
"""

from __future__ import annotations

from lintarticle.rule import Severity, reports

RULE = reports("not-mapping", Severity.ERROR, of="front matter")
