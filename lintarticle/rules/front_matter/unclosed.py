"""The front matter is never closed.

Without its closing fence, site generators stop, or print the keys as text. The message says after which line the
closing fence most likely belongs; the fix inserts it there.

## Bad

```markdown
---
title: Tide tables
tags: [tides, harbours]

Twice a day the harbour empties.
```

## Good

```markdown
---
title: Tide tables
tags: [tides, harbours]
---

Twice a day the harbour empties.
```
"""

from __future__ import annotations

from lintarticle.rule import Severity, reports

RULE = reports("unclosed", Severity.ERROR, of="front matter", fix=("unsafe",))
