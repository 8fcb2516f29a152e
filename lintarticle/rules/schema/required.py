"""A required field is missing.

A site defines the fields of each article type in `[types.NAME]`, as a table of fields, a JSON Schema or a pydantic
model. A missing field breaks the build or leaves a gap on the page. A field counts under any of its names, in front
matter or in a metadata block, unless it is empty. `front-matter/missing` reports articles without any metadata. The fix
adds the key for the writer to fill in.

## Bad

```toml
[types.news]
files = ["**"]

[types.news.fields]
section = { required = true }
```

```markdown
---
title: The new quay opens
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

RULE = reports("required", Severity.ERROR, of="schema", fix=("unsafe",))
