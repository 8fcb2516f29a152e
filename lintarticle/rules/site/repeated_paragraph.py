"""A paragraph is the same in many articles.

What several articles repeat word for word, such as a note on the author or an offer, belongs in a template or a part
that pages include, where it has to be changed only once. Many sites repeat such a note on purpose, so the rule is off
by default. Paragraphs of fewer than 15 words do not count. `allow` lists the text of those that may be repeated.

## Bad

```toml
[rules]
"site/repeated-paragraph" = { articles = 2 }
```

```markdown posts/tides.md
# Tides

This article is a part of our course for people who want to sail along the coast on their own.
```

```markdown posts/moon.md
# The moon

This article is a part of our course for people who want to sail along the coast on their own.
```

## Good

```markdown posts/tides.md
# Tides

This article is a part of our course for people who want to sail along the coast on their own.
```

```markdown posts/moon.md
# The moon

Why there are two high waters a day, and one of them is higher than the other one in spring.
```
"""

from __future__ import annotations

from collections import defaultdict
from typing import Annotated

from lintarticle.rule import Option, Options
from lintarticle.site.finding import MOST_RELATED, SiteFinding, SiteFindings, Spot
from lintarticle.site.rule import site_rule
from lintarticle.site.similarity import hash_of, spans_of
from lintarticle.site.whole import WholeSite


class Repeated(Options):
    articles: Annotated[int, Option("Minimum number of articles with the paragraph.", at_least=2)] = 5
    allow: Annotated[tuple[str, ...], Option("Paragraphs that may be repeated, without markup.")] = ()


def check(site: WholeSite, options: Repeated) -> SiteFindings:
    found: dict[tuple[tuple[str, str], int], dict[str, Spot]] = defaultdict(dict)
    for record in site.articles:
        for hashed, span in spans_of(record.paragraphs):
            found[site.edition(record), hashed].setdefault(record.path, Spot(record.path, span, "the same paragraph"))
    allowed = set(map(hash_of, options.allow))
    for (_, hashed), spots in found.items():
        if len(spots) >= options.articles and hashed not in allowed:
            every = list(spots.values())
            for spot in every:
                others = [each for each in every[: MOST_RELATED + 1] if each is not spot][:MOST_RELATED]
                count = len(every) - 1
                message = f"{count} other article{'s' * (count > 1)} repeat{'s' * (count == 1)} this paragraph"
                yield SiteFinding(spot.path, spot.span, f"{message}; keep it in one place.", hashed, tuple(others))


RULE = site_rule(check, None, options=Repeated)
