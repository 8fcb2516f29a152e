"""A tag contains a `#`, a comma, an HTML entity or a stray separator.

In metadata, a tag is a plain word or phrase: the `#` belongs to social networks, and most sites would file the article
under “#tides”. A comma inside a tag usually means that a whole list was quoted (`["tides, printing"]`), which makes one
odd tag. `C#` and `F#` are fine, except on platforms that accept only letters and digits.

## Bad

```markdown
---
title: Tide tables
tags: ["#tides", "printing,"]
---
```

## Good

```markdown
---
title: Tide tables
tags: [tides, printing]
---
```

Source of `letters-and-digits`: the validation of tags in Forem (dev.to) and of topics in zenn-cli.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated

from lintarticle.article.metadata.metadata import Field
from lintarticle.expression import expression
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Option, Options, Severity, Text, rule

_STRAY = " \t,;|、，；،؛"
_SPELT_OUT = {"c#": "csharp", "c++": "cpp", "f#": "fsharp", ".net": "dotnet"}
"""How DEV and Zenn call what is named by a sign."""

_SEPARATORS = ",;|、，；،؛"
_BETWEEN = r"[,;、，；،؛]|(?<!\s)\||\|(?!\s)"
"""What is between two tags. A bar between blanks belongs to a name: “Series | Tides”."""

_PLAIN = expression(r"\w(?:[\w .-]*\w)?")
"""Most tags by far."""

_ENTITY = r"&(?:[A-Za-z]{2,31}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});"


class TagFormat(Options):
    letters_and_digits: Annotated[bool, Option("Report any other character, which some platforms refuse.")] = False


def check(article: Article, options: TagFormat) -> Findings:
    tags = article.metadata.tag_field
    for index, tag in enumerate(tags.items if tags else ()):
        if _PLAIN.fullmatch(tag.text) and not options.letters_and_digits:
            continue
        bare = tag.text.strip(_STRAY)
        name = bare.lstrip("#").strip()
        parts = _parts(bare)
        if not tags or not name or "{{" in tag.text:
            continue
        if "&" in tag.text and (entity := re.search(_ENTITY, tag.text)):
            yield _entity(article, tags, index, entity[0])
            continue
        if len(parts) > 1:
            yield _comma(article, tags, tag, parts)
        elif name != tag.text.strip():
            edits = _edits(article, tags, index, name)
            what = "a leading “#”" if bare.startswith("#") else "a stray separator"
            yield Finding(
                tag.span,
                f"The tag “{tag.text}” has {what}; write “{name}”.",
                fix=Fix(f"Write “{name}”", edits) if edits else None,
            )
        elif options.letters_and_digits and (plain := _letters_and_digits(name)) != name:
            yield Finding(
                tag.span,
                f"The tag “{tag.text}” contains other characters than letters and digits, which this site refuses.",
                fix=_plain_fix(article, tags, index, plain),
            )


def _parts(bare: str) -> list[str]:
    """Return the tags that a tag names."""
    separated = [bare] if set(bare).isdisjoint(_SEPARATORS) else re.split(_BETWEEN, bare)
    return list(filter(None, (part.strip(" #") for part in separated)))


def _edits(article: Article, tags: Field, index: int, name: str) -> tuple[Edit, ...]:
    from lintarticle.article.editing import set_field_item  # only fixes edit

    return set_field_item(article, tags, index, name)


def _entity(article: Article, tags: Field, index: int, entity: str) -> Finding:
    """Name an HTML entity, which tags show as it is written."""
    from html import unescape  # its table of entities is large, and rarely needed

    text = tags.items[index].text
    plain = unescape(text)
    edits = _edits(article, tags, index, plain) if plain != text else ()
    fix = Fix(f"Write “{plain}”", edits) if edits else None
    what = f"write “{unescape(entity)}”" if plain != text else "write the character itself"
    return Finding(tags.items[index].span, f"The tag “{text}” contains the HTML entity “{entity}”; {what}.", fix=fix)


def _plain_fix(article: Article, tags: Field, index: int, plain: str) -> Fix | None:
    """Return the tag without its other characters; one text with blanks and no comma is read as several tags."""
    words = list(filter(None, map(_letters_and_digits, tags.items[index].text.split())))
    if len(tags.items) == 1 < len(words) and tags.node and tags.node.kind == "string":
        edits = _edits(article, tags, index, ", ".join(words))
        return Fix(f"Make it {len(words)} tags", edits, "unsafe") if edits else None
    edits = _edits(article, tags, index, plain) if plain else ()
    return Fix(f"Write “{plain}”", edits, "unsafe") if edits else None


def _comma(article: Article, tags: Field, tag: Text, parts: list[str]) -> Finding:
    """Offer to split the only item of a list; of several, one may well be a name such as “Washington, D.C.”."""
    from lintarticle.article.editing import split_only_item  # only fixes edit

    edits = split_only_item(article, tags.node, parts) if tags.node else ()
    fix = Fix(f"Make it {len(parts)} tags", edits, "unsafe") if edits else None
    mark = next(char for char in tag.text if char in _SEPARATORS)
    return Finding(tag.span, f"The tag “{tag.text}” contains a “{mark}”; list each tag separately.", fix=fix)


def _letters_and_digits(tag: str) -> str:
    tag = _SPELT_OUT.get(tag.casefold(), tag)
    return "".join(char for char in tag if unicodedata.category(char)[0] in "LNM")


RULE = rule(check, Severity.WARNING, looks_at="tags", fix=("safe", "unsafe"), options=TagFormat)
