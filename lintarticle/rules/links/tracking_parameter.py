"""An address contains a parameter that tracks readers.

`utm_source`, `gclid`, `fbclid` and the like come from the newsletter, advertisement or chat assistant that the address
was copied from; the page is the same without them. Only those that name a chat assistant (`utm_source=chatgpt.com`) are
warnings, since they reveal how the text was made. A site's own campaign links belong in `allow`.

The fix changes where the link leads, to the same page without the parameters. It is unsafe for `utm_…` parameters that
do not name a chat assistant, and for an address of the site itself (`hosts`, or the host of its canonical URL): writers
may want to count those readers.

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
from typing import Annotated

from lintarticle.article.markdown.targets import leads_within, tracking_in
from lintarticle.article.views.links import address_spans
from lintarticle.expression import expression
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Option, Options, Severity, rule

_HAS_QUERY = expression(r"://[^\n?]*\?")


class TrackingParameter(Options):
    allow: Annotated[tuple[str, ...], Option("Parameters to allow, such as `utm_campaign`.")] = ()
    hosts: Annotated[tuple[str, ...], Option("The site's own hosts; their subdomains count too.")] = ()


def check(article: Article, options: TrackingParameter) -> Findings:
    if "?" not in article.text or not _HAS_QUERY.search(article.text):
        return
    allow = frozenset(options.allow)
    found = [
        (span, tracking)
        for span in address_spans(article)
        if "?" in article.source[span] and (tracking := tracking_in(article.text, span, allow))
    ]
    own = _own_hosts(article, options) if found else ()
    for span, tracking in found:
        one = len(tracking.names) == 1
        names = ", ".join(f"“{name}”" for name in tracking.names)
        what = "names a chat assistant" if tracking.by_assistant else f"track{'s' if one else ''} readers"
        meant = tracking.is_campaign or leads_within(article.source[span], own) is True
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


def _own_hosts(article: Article, options: TrackingParameter) -> tuple[str, ...]:
    """Return the hosts that are the site's own, that of the canonical address included."""
    canonical = re.match(r"https?://(?:www\.)?([^/?#:\s]+)", article.metadata.text("canonical_url"), re.IGNORECASE)
    return (*options.hosts, canonical[1].lower()) if canonical else options.hosts


RULE = rule(check, Severity.WARNING, fix=("safe", "unsafe"), options=TrackingParameter, changes_body=True)
