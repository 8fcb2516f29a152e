"""A date does not exist.

A day that is not in the calendar stops most site generators; others roll over into the next month and publish on the
wrong day.

## Bad

```markdown
---
title: Tide tables
date: 2026-02-30
---
```

## Good

```markdown
---
title: Tide tables
date: 2026-02-28
---
```
"""

from __future__ import annotations

from lintarticle.rule import Severity, reports

RULE = reports("impossible-date", Severity.ERROR, of="front matter")
