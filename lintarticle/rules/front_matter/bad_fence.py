"""A front matter fence is malformed.

A fence is three dashes (YAML), three plus signs (TOML) or three semicolons (JSON), alone at the start of a line, and
the same at both ends. Site generators forgive different mistakes: Hexo and Zola miss a fence with spaces after it,
Jekyll misses one with text after it, gray-matter one with four dashes. The fix writes the fence that all of them read.

## Bad

```markdown
-----
title: Tide tables
-----

Twice a day the harbour empties.
```

## Good

```markdown
---
title: Tide tables
---

Twice a day the harbour empties.
```
"""

from __future__ import annotations

from lintarticle.rule import Severity, reports

RULE = reports("bad-fence", Severity.WARNING, of="front matter", fix=("safe",))
