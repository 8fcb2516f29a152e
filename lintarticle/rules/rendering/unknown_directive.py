"""The platform does not know a directive.

Docusaurus and Starlight turn `:::note` into a box. For a name that they do not know, they show no box, and Docusaurus 2
shows the colons. A plugin or the configuration may add names: list them in `names`.

## Bad

```toml
preset = ["starlight"]
```

```markdown
# Tide tables

:::warnung
Read the second column first.
:::
```

## Good

```toml
preset = ["starlight"]
```

```markdown
# Tide tables

:::caution
Read the second column first.
:::
```

Sources: facebook/docusaurus packages/docusaurus-mdx-loader/src/remark/admonitions/index.ts (the names) and
unusedDirectives/index.ts (what Docusaurus 3 does with others); withastro/starlight
packages/starlight/integrations/asides.ts.
"""

from __future__ import annotations

import re
from typing import Annotated

from lintarticle.rule import Article, Context, Finding, Findings, Option, Options, Severity, Span, TextPattern, rule
from lintarticle.wording import in_words

_KNOWN = {
    "docusaurus": ("note", "tip", "info", "warning", "danger", "caution", "important", "success", "secondary"),
    "starlight": ("note", "tip", "caution", "danger"),
}
"""Anchors of headings as on a platform → the directives that it knows."""


class UnknownDirective(Options):
    names: Annotated[tuple[str, ...], Option("More directives that your site knows.")] = ()


def check(article: Article, options: UnknownDirective, context: Context) -> Findings:
    known = _KNOWN.get(context.site.slugger)
    if known is None:
        return
    for mask in article.body.masks:
        name = re.match(r":{3,}([A-Za-z][\w-]*)", article.source[mask.span]) if mask.kind == "directive" else None
        if name and name[1] not in known and name[1] not in options.names:
            span = Span(mask.span.start + name.start(1), mask.span.start + name.end(1))
            message = f"The platform does not know “{name[1]}”; without plugins, it knows {in_words(known)}."
            yield Finding(span, message)


RULE = rule(check, Severity.INFO, patterns=(TextPattern(":::", (":::",), "readable"),), options=UnknownDirective)
