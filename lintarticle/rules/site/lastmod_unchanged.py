"""The text of an article changed, but not its modification date.

Feeds, search engines and readers rely on `lastmod` or `updated`. With `--since`, an article that has such a date is
compared with its old version: if the body changed, the date must change too. Front matter does not count, and today's
date is fine. Off by default, since a corrected typo need not be news.

## Bad

The second file is as it was, as git shows it.

```markdown posts/tides.md
---
title: Tide tables
lastmod: 2024-01-02
---

The new tables are here.
```

```markdown HEAD:posts/tides.md
---
title: Tide tables
lastmod: 2024-01-02
---

The old tables are here.
```

## Good

```markdown posts/tides.md
---
title: Tide tables
lastmod: 2026-03-04
---

The new tables are here.
```

```markdown HEAD:posts/tides.md
---
title: Tide tables
lastmod: 2024-01-02
---

The old tables are here.
```
"""

from __future__ import annotations

from lintarticle.site.finding import SiteFinding, SiteFindings
from lintarticle.site.rule import site_rule
from lintarticle.site.whole import WholeSite


def check(site: WholeSite) -> SiteFindings:
    records = {record.path: record for record in site.records}
    for former in site.former:
        record = records.get(former.now)
        if record is None or not former.has_new_text:
            continue
        date = record.updated
        if date.text and date.text == former.record.updated.text:
            message = f"The text changed, but its modification date is still {date.text}; update it."
            yield SiteFinding(record.path, date.span, message, record.path)


RULE = site_rule(check, None)
