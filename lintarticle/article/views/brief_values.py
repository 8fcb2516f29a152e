"""A brief as values of front matter."""

from __future__ import annotations

import re

from lintarticle.article.editing import Value
from lintarticle.article.illustrations.illustration import Illustration, Placement

_PICTURE_WORDS = frozenset(
    ["a", "an", "the", "image", "images", "illustration", "picture", "photo", "graphic", "visual", "post", "blog"]
)


def brief_as_values(illustration: Illustration) -> dict[str, Value]:
    """Return the parts that a writer gave, as `type: hero`, `placement: top`, `description: …`."""
    parts: dict[str, Value] = {}
    kind = _type(illustration)
    if kind:
        parts["type"] = kind
    if illustration.placement and illustration.placement.text.text:
        parts["placement"] = _placement(illustration.placement)
    texts = {
        "description": illustration.description,
        "prompt": illustration.prompt,
        "alt": illustration.alt,
        "file": illustration.file,
        **illustration.fields,
    }
    for name, part in texts.items():
        if part and part.text.strip():
            text = part.text.strip()
            parts[name] = int(text) if name in ("width", "height") and text.isascii() and text.isdigit() else text
    return parts


def _type(illustration: Illustration) -> str:
    """Return the canonical type where that is all the writer said, else the writer's words."""
    if illustration.type is None:
        return illustration.kind
    words = set(re.findall(r"[^\W\d_]+", illustration.type.text.casefold())) - _PICTURE_WORDS
    return illustration.kind if illustration.kind and words <= {illustration.kind} else illustration.type.text.strip()


def _placement(placement: Placement) -> str:
    """Return a placement in the short form of the grammar where that says the same, else as written."""
    reference = placement.reference.text.strip() if placement.reference else ""
    if placement.kind in ("top", "end"):
        return placement.kind
    if placement.kind in ("before", "after", "in") and reference and '"' not in reference:
        return f'{placement.kind} "{reference}"'
    return placement.text.text.strip()
