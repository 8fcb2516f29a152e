"""Stretches of a body that are left out, such as a metadata block, and the parts that are outside them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Protocol, TypeVar

from lintarticle.source import Span


class CutInTwo(Exception):  # noqa: N818 - it is not an error: the body is read once more
    """A part of a body is neither inside nor outside what should be left out."""


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


_Part = TypeVar("_Part", bound=_Placed)


class Gaps:
    """Stretches of a body that are left out, at least one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans: list[Span] = []
        for span in sorted(spans):
            if self._spans and span.start < self._spans[-1].end:
                self._spans[-1] = Span(self._spans[-1].start, max(span.end, self._spans[-1].end))
            else:
                self._spans.append(span)
        self._ends = [span.end for span in self._spans]
        self._first = self._spans[0].start

    def hold(self, span: Span) -> bool:
        """Whether a span is inside. Raises `CutInTwo` if only a part of it is."""
        start, end = span
        index = bisect_right(self._ends, start)
        if index == len(self._spans) or self._spans[index].start >= max(end, start + 1):
            return False
        if start < self._spans[index].start or self._ends[index] < end:
            raise CutInTwo
        return True

    def outside(self, parts: Iterable[_Part]) -> list[_Part]:
        """Return the parts that are outside; most are before all gaps."""
        return [part for part in parts if part.span.start < part.span.end <= self._first or not self.hold(part.span)]

    def spans_outside(self, spans: Iterable[Span]) -> list[Span]:
        """Return the spans that are outside."""
        return [span for span in spans if not self.hold(span)]
