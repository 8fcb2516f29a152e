"""A section is not in the outline.

With `additional = false`, an outline must name every section. A heading that nearly matches one of its
sections is reported with the expected heading, even where other sections are allowed.

## Bad

```toml
[types.news]
files = ["**"]
outline = { sections = [{ heading = "Summary" }, { heading = "Background" }] }
```

```markdown
# The ferry runs again

## Sumary

The ferry runs again from Monday.

## Background

The old pier was closed in spring.
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

RULE = reports("unexpected-section", Severity.ERROR, of="outline")
