"""The front matter contains instructions or unlimited nesting.

A value that starts with “!” is an instruction to the program that reads the file, values that refer to each other can
expand to millions, and endless nesting crashes programs. None of this belongs in an article, so lintarticle never runs
or expands it. Usually the “!” is meant as text: put the value in quotes.

## Bad

```markdown
---
title: !Alert The harbour is closed
---
```

## Good

```markdown
---
title: "!Alert The harbour is closed"
---
```

Source of the limits: our own; 262,144 characters, 100 levels and 100,000 expanded values are far beyond any real
article, and PyYAML's C loader crashes at about 20,000 levels.
"""

from __future__ import annotations

from lintarticle.rule import Severity, reports

RULE = reports("unsafe-yaml", Severity.ERROR, of="front matter", fix=("unsafe",))
