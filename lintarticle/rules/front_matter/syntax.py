"""The front matter can't be read.

With one character out of place, a site generator refuses the article or loses a key. The message says what is wrong and
where. Usually a value contains a character that YAML treats as special, and quotes around the whole value help; the fix
adds them where that makes the key readable. All other keys are checked as usual, and a field that may be in the
unreadable part is not reported missing.

## Bad

```markdown
---
title: Tides: a short history
---
```

## Good

```markdown
---
title: "Tides: a short history"
---
```
"""

from __future__ import annotations

from lintarticle.rule import Severity, reports

RULE = reports("syntax", Severity.ERROR, of="front matter", fix=("unsafe",))
