"""An address contains a parameter that tracks readers.

`utm_source`, `gclid`, `fbclid` and the like come from the newsletter, advertisement or chat assistant that the address
was copied from; the page is the same without them. Only those that name a chat assistant (`utm_source=chatgpt.com`) are
warnings, since they reveal how the text was made. A site's own campaign links belong in `allow`.

The fix changes where the link leads, to the same page without the parameters. It is unsafe for the site's own addresses
(`hosts`, or the host of its canonical URL) and if several addresses share a parameter: the writer may want to count
those readers.

## Bad

```markdown
# Tide tables

The [tables](https://example.org/tables?page=2&utm_source=chatgpt.com) are old.
```

## Good

```markdown
# Tide tables

The [tables](https://example.org/tables?page=2) are old.
```
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Annotated

from lintarticle.article.markdown.targets import Tracking, leads_within, tracking_in
from lintarticle.article.views.links import address_spans
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Option, Options, Severity, Span, rule


class TrackingParameter(Options):
    allow: Annotated[tuple[str, ...], Option("Parameters to allow, such as `utm_campaign`.")] = ()
    hosts: Annotated[tuple[str, ...], Option("The site's own hosts; their subdomains count too.")] = ()


def check(article: Article, options: TrackingParameter) -> Findings:
    allow = frozenset(options.allow)
    found = [
        (span, tracking) for span in address_spans(article) if (tracking := tracking_in(article.text, span, allow))
    ]
    campaigns = _campaigns(article, found)
    own = _own_hosts(article, options)
    for span, tracking in found:
        one = len(tracking.names) == 1
        names = ", ".join(f"“{name}”" for name in tracking.names)
        what = "names a chat assistant" if tracking.by_assistant else f"track{'s' if one else ''} readers"
        meant = leads_within(article.source[span], own) is True or not campaigns.isdisjoint(tracking.campaign)
        yield Finding(
            tracking.span,
            f"Address contains {names}, which {what}; remove {'it' if one else 'them'}.",
            fix=Fix(
                f"Remove the parameter{'' if one else 's'}",
                (Edit(tracking.span, tracking.kept),),
                "unsafe" if meant else "safe",
            ),
            at_most=None if tracking.by_assistant else Severity.INFO,
        )


def _campaigns(article: Article, found: list[tuple[Span, Tracking]]) -> frozenset[tuple[str, str]]:
    """Return the parameters that several addresses share: the writer's own campaign, most likely."""
    addresses = {article.source[span]: tracking for span, tracking in found}
    counts = Counter(each for tracking in addresses.values() for each in set(tracking.campaign))
    return frozenset(each for each, count in counts.items() if count > 1)


def _own_hosts(article: Article, options: TrackingParameter) -> tuple[str, ...]:
    """Return the hosts that are the site's own, that of the canonical address included."""
    canonical = re.match(r"https?://(?:www\.)?([^/?#:\s]+)", article.metadata.text("canonical_url"), re.IGNORECASE)
    return (*options.hosts, canonical[1].lower()) if canonical else options.hosts


RULE = rule(check, Severity.WARNING, fix=("safe", "unsafe"), options=TrackingParameter, changes_body=True)
