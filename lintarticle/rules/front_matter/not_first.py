"""The front matter is not at the very top.

Front matter counts only at the very start of a file. After blank lines or a comment, Jekyll, Hexo and every generator
that uses gray-matter publish the block as text; Hugo tolerates blank lines. An invisible byte order mark hides the
block only from some tools. The fix removes blank lines and marks, and moves a comment below the block.

## Bad

```markdown
<!-- Checked by the harbour office. -->
---
title: Tide tables
---

Twice a day the harbour empties.
```

## Good

```markdown
---
title: Tide tables
---

<!-- Checked by the harbour office. -->

Twice a day the harbour empties.
```
"""

from __future__ import annotations

from lintarticle.rule import Severity, reports

RULE = reports("not-first", Severity.WARNING, of="front matter", fix=("safe",), edits_opaque=True)
