"""An address carries a parameter that tracks where readers come from.

`utm_source`, `gclid`, `fbclid` and their like were added by a newsletter, an advertisement or a chat assistant that
the address was copied from; the page is the same without them. Only those that name a chat assistant
(`utm_source=chatgpt.com`) are warnings: they tell readers how the text was made. A site's own campaign links belong
in `allow`.

The fix changes where the link leads, to the same page without the parameters.

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

from collections.abc import Iterator
from typing import Annotated

from lintarticle.article.article import Article
from lintarticle.article.markdown.targets import tracking_in
from lintarticle.article.views.link_targets import address_spans
from lintarticle.problem import Edit, Finding, Fix, Severity
from lintarticle.rule import Context, Option, Options, Rule


class TrackingParameter(Options):
    allow: Annotated[tuple[str, ...], Option("Parameters that may stay, such as `utm_campaign`.")] = ()


def check(article: Article, options: TrackingParameter, context: Context) -> Iterator[Finding]:
    for span in address_spans(article):
        tracking = tracking_in(article.text, span, frozenset(options.allow))
        if tracking is None:
            continue
        one = len(tracking.names) == 1
        names = ", ".join(f"“{name}”" for name in tracking.names)
        what = "names a chat assistant" if tracking.by_assistant else f"track{'s' if one else ''} readers"
        yield Finding(
            tracking.span,
            f"The address carries {names}, which {what}.",
            fix=Fix(f"Remove the parameter{'' if one else 's'}", (Edit(tracking.span, tracking.kept),)),
            at_most=None if tracking.by_assistant else Severity.INFO,
        )


RULE = Rule(check, Severity.WARNING, fix=("safe",), options=TrackingParameter, changes_body=True)
