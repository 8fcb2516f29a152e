"""A section is out of the outline's order.

Readers of a series rely on its order. Each misplaced section is one problem, with the place where it belongs. An
outline with `ordered = false` allows any order.

## Bad

```toml
[types.news]
files = ["**"]
outline = { sections = [{ heading = "Summary" }, { heading = "Background" }, { heading = "Dates" }] }
```

```markdown
# The ferry runs again

## Background

The old pier was closed in spring.

## Dates

From the first of May.

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

## Dates

From the first of May.
```
"""

from __future__ import annotations

from lintarticle.rule import Severity, reports

RULE = reports("section-order", Severity.ERROR, of="outline")
