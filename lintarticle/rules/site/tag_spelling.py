"""A tag is spelled differently in other articles.

`open source`, `Open Source` and `open-source` are three tags for most sites, each with a page that lists some of the
articles. The spelling that most articles use is taken for the right one; of two that are used equally often, the one
that comes first in the order of the paths. Case, blanks, hyphens and the dots of initials don't count; C, C++ and C#
are three tags.

## Bad

```markdown posts/tides.md
---
title: How to read a tide table
tags: [open source]
---
```

```markdown posts/harbours.md
---
title: Harbours of the north
tags: [Open-Source]
---
```

## Good

```markdown posts/tides.md
---
title: How to read a tide table
tags: [open source]
---
```

```markdown posts/harbours.md
---
title: Harbours of the north
tags: [open source]
---
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from lintarticle.article.metadata.spelling import normal_form
from lintarticle.article.values import Text
from lintarticle.rule import Severity
from lintarticle.site.record import ArticleRecord
from lintarticle.site.rule import site_rule
from lintarticle.site.whole import MOST_RELATED, Replacement, SiteFinding, SiteFindings, Spot, WholeSite

Use = tuple[ArticleRecord, Text]


def check(site: WholeSite) -> SiteFindings:
    groups: dict[tuple[str, str], dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    for record in site.records:
        for tag in record.tags:
            groups[site.edition(record)[0], normal_form(tag.text)][tag.text.strip()].append((record, tag))
    for (_, form), spellings in groups.items():
        if len(spellings) > 1:
            yield from _findings(form, spellings)


def _findings(form: str, spellings: dict[str, list[Use]]) -> SiteFindings:
    usual = max(spellings, key=lambda text: len(spellings[text]))
    spots = tuple(Spot(record.path, tag.span, f"“{usual}”") for record, tag in spellings[usual][:MOST_RELATED])
    for text, uses in spellings.items():
        for record, tag in uses if text != usual else ():
            count = _times(spellings[usual])
            yield SiteFinding(
                record.path,
                tag.span,
                f"The tag “{text}” is written “{usual}” in {count}; use one spelling.",
                form,
                spots,
                fix=_fix(record, tag, usual),
            )


def _fix(record: ArticleRecord, tag: Text, usual: str) -> Replacement | None:
    if any(other.text == usual for other in record.tags):
        return None
    return Replacement(f"Write “{usual}”", tag.span, tag.text, usual)


def _times(uses: Sequence[Use]) -> str:
    return f"{len(uses)} articles" if len(uses) > 1 else f"“{uses[0][0].path}”"


RULE = site_rule(check, Severity.WARNING, fix=("unsafe",))
