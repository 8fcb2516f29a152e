"""A prompt has no closing quotation mark.

This happens when text is pasted only in part, so the end of the prompt is probably missing.

## Bad

````markdown
# Tide tables

How they came about.

---

**SEO Excerpt:** How to read them.

**Suggested Illustrations:**

1. **Hero Image** (Top of post): A desk. Prompt: "A tide table of 1890 under a brass lamp, in oil
````

## Good

````markdown
# Tide tables

How they came about.

---

**SEO Excerpt:** How to read them.

**Suggested Illustrations:**

1. **Hero Image** (Top of post): A desk. Prompt: "A tide table of 1890 under a brass lamp, in oil"
````
"""

from __future__ import annotations

from lintarticle.rule import Article, Finding, Findings, Severity, rule


def check(article: Article) -> Findings:
    for item in article.illustrations:
        for fault in item.faults:
            if fault.kind == "unclosed-prompt":
                yield Finding(fault.span, fault.message, fault.help)


RULE = rule(check, Severity.WARNING, looks_at="illustrations")
