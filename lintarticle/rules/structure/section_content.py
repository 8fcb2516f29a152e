"""A section breaks a limit that the outline sets for it.

An outline item can limit a section's own content, without subsections: `words`, `images`, `code` (in one `lang`),
`lists`, `tables`, `links`, `must-contain`, `must-not-contain`, `must-link`. Figures are ranges such as `30..120`; there
are no defaults.

## Bad

```toml
[types.news]
files = ["**"]
outline = { sections = [{ heading = "Summary", words = "..5" }] }
```

```markdown
# The ferry runs again

## Summary

The ferry runs again from Monday, three times a day.
```

## Good

```markdown
# The ferry runs again

## Summary

The ferry runs again.
```
"""

from __future__ import annotations

from lintarticle.rule import Severity, reports

RULE = reports("section-content", Severity.ERROR, of="outline")
