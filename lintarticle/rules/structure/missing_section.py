"""A section that the outline requires is missing.

The outline of an article type names the sections that readers expect, in `[types.NAME.outline]`. The message says where
the section belongs. The fix adds its heading there with a TODO below it, which changes what readers see.

## Bad

```toml
[types.news]
files = ["**"]
outline = { sections = [{ heading = "Summary" }, { heading = "Background" }] }
```

```markdown
# The ferry runs again

## Summary

The ferry runs again from Monday.
```

## Good

```markdown
# The ferry runs again

## Summary

The ferry runs again from Monday.

## Background

The old pier was closed in spring.
```
"""

from __future__ import annotations

from lintarticle.rule import Severity, reports

RULE = reports("missing-section", Severity.ERROR, of="outline", fix=("unsafe",), changes_body=True)
