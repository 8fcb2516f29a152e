"""A key is used twice in the same group.

Most site generators silently take the last of the two values, some the first, and some refuse the file. One value is
lost, and rarely the one you expect.

## Bad

```markdown
---
title: Tide tables
author: Mara Lind
title: Tables of the tide
---
```

## Good

```markdown
---
title: Tide tables
author: Mara Lind
---
```
"""

from __future__ import annotations

from lintarticle.rule import Severity, reports

RULE = reports("duplicate-key", Severity.ERROR, of="front matter")
