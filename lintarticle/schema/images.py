"""What an image field asks of its file: size in pixels, shape and weight, read from its header."""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.article.markdown.targets import HEADER, local_target, pixel_size
from lintarticle.article.values import Fault, Node
from lintarticle.rule import Context
from lintarticle.schema import faults
from lintarticle.schema.field_spec import NO_LIMITS, ImageLimits

_TOLERANCE = 0.02
"""How far a shape may be off, as a share of it: room for rounding to whole pixels. Our own figure."""


def image_faults(article: Article, context: Context, limits: ImageLimits, node: Node, name: str) -> Iterator[Fault]:
    """Yield what a local image breaks of its limits; one that can't be read is another rule's."""
    target = local_target(node.text)
    if limits == NO_LIMITS or not target:
        return
    path = context.files.path_of(article.path, target)
    data = context.files.read(article.path, target, HEADER)
    if not path or not data:
        return
    weight = path.stat().st_size
    if limits.max_weight is not None and weight > limits.max_weight:
        found = f"an image of {_weight(weight)}"
        yield faults.unfit(article, name, node, found=found, expected=f"expected at most {_weight(limits.max_weight)}")
    width, height = pixel_size(data)
    if width <= 0 or height <= 0:
        return
    found, is_drawing = f"{width} × {height} pixels large", target.casefold().endswith(".svg")
    too_narrow, too_low = width < (limits.min_width or 0), height < (limits.min_height or 0)
    if (too_narrow or too_low) and not is_drawing:
        yield faults.unfit(article, name, node, found=found, expected=f"expected {_least(limits)}")
    if limits.ratio and abs(width / height - limits.ratio) > limits.ratio * _TOLERANCE:
        expected = f"expected {limits.ratio:.3g} times as wide as high, not {width / height:.3g}"
        yield faults.unfit(article, name, node, found=found, expected=expected)


def _least(limits: ImageLimits) -> str:
    if limits.min_width and limits.min_height:
        return f"at least {limits.min_width} × {limits.min_height}"
    return f"at least {limits.min_width or limits.min_height} pixels {'wide' if limits.min_width else 'high'}"


def _weight(size: int) -> str:
    return f"{size / 1_000_000:.3g} MB" if size >= 1_000_000 else f"{size / 1000:.3g} kB"
