"""The brackets of a link or an image stay visible.

A space between the brackets (`[tables] (tables.md)`), brackets in the wrong order (`(tables)[tables.md]`), a space in
the address (`[tables](my tables.md)`), a mark apart from its image (`! [a lamp](lamp.png)`), a link inside another
link's text, or an address that is never closed: none of these is a link. After `<a href="…">` without `</a>`,
everything after it is a link. An image with attributes in Hashnode's syntax (`![](lamp.png align="left")`) or a size in
Zenn's (`![](lamp.png =300x200)`) is shown only there. The preset or the setting `renderer` says which renderer the site
has.

## Bad

```markdown
# Tide tables

See [the tables] (https://example.org/tables) of 1890.
```

## Good

```markdown
# Tide tables

See [the tables](https://example.org/tables) of 1890.
```
"""

from __future__ import annotations

from functools import partial

from lintarticle.article.views.half_links import HalfLink, half_links, platform_images, unclosed_anchors
from lintarticle.dialect import Dialect, Verdict, verdict
from lintarticle.problem import Applicability
from lintarticle.rule import Article, Context, Edit, Finding, Findings, Fix, Severity, TextPattern, rule

_WHAT = {
    "apart": "delete what is between the brackets",
    "reversed": "the text goes into [ ], the address into ( )",
    "blank": "write the spaces in its address as %20",
    "mark apart": "delete the space after the “!”",
    "nested": "its text contains another link",
    "unclosed": "close the bracket after its address",
    "bracket": "delete one of the brackets before its address",
}
_FIXES: dict[str, tuple[str, Applicability]] = {
    "apart": ("Join the brackets", "safe"),
    "reversed": ("Swap the brackets", "safe"),
    "blank": ("Write the spaces as %20", "safe"),
    "mark apart": ("Join the “!” and the brackets", "safe"),
    "unclosed": ("Close the bracket", "unsafe"),
    "bracket": ("Delete a bracket", "safe"),
}


def check(article: Article, context: Context) -> Findings:
    renderer = "mdx" if article.path.endswith(".mdx") else context.site.renderer
    for half in half_links(article):
        found = verdict(renderer, partial(_breaks, half.kind))
        if found:
            yield _finding(half, found)
    for tag in unclosed_anchors(article):
        yield Finding(tag.span, "Everything after this is part of the link; close it with “</a>”.")
    for image, kind in platform_images(article):
        found = verdict(renderer, partial(_breaks, kind))
        if found:
            message = f"Readers see this image as text{_where(found)}; delete what is after its address."
            yield Finding(image.span, message, at_most=_at_most(found))


def _breaks(kind: str, dialect: Dialect) -> bool:
    taken = {
        "apart": dialect.blank_before_address,
        "blank": dialect.blanks_in_address,
        "attributes": dialect.image_attributes,
        "size": dialect.image_sizes,
    }
    return not taken.get(kind, False)


def _finding(half: HalfLink, found: Verdict) -> Finding:
    what = "image" if half.is_image else "link"
    fix = (
        Fix(_FIXES[half.kind][0], tuple(Edit(*edit) for edit in half.edits), _FIXES[half.kind][1])
        if half.edits
        else None
    )
    message = f"Readers see this {what} as text{_where(found)}; {_WHAT[half.kind]}."
    return Finding(half.span, message, fix=fix, at_most=_at_most(found))


def _where(found: Verdict) -> str:
    return f" in {found.names}" if found.names else ""


def _at_most(found: Verdict) -> Severity | None:
    return None if found.certain else Severity.WARNING


RULE = rule(
    check,
    Severity.ERROR,
    fix=("safe", "unsafe"),
    patterns=(TextPattern(r"\]\s*\(|\)\[|! \[|<a\s", ("](", "] ", "]\n", ")[", "! [", "<a")),),
    changes_body=True,
)
