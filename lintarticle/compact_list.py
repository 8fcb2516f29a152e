"""A list of many items in little memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item")

BLOCK = 500
"""Items that are compressed together."""


class CompactList(Generic[Item]):
    """A list to append to and read in order: the items are pickled and compressed, one block after the other."""

    def __init__(self) -> None:
        self._full: list[bytes] = []
        self._last: list[Item] = []

    def append(self, item: Item) -> None:
        """Add an item."""
        self._last.append(item)
        if len(self._last) == BLOCK:
            import pickle  # short lists do without
            import zlib

            self._full.append(zlib.compress(pickle.dumps(self._last, pickle.HIGHEST_PROTOCOL), 1))
            self._last = []

    def __len__(self) -> int:
        return len(self._full) * BLOCK + len(self._last)

    def __iter__(self) -> Iterator[Item]:
        for number in range(len(self._full) + 1):
            yield from self.block(number)

    def block(self, number: int) -> Sequence[Item]:
        """Return the items of a block; that of an item is its place divided by `BLOCK`."""
        if number == len(self._full):
            return self._last
        import pickle
        import zlib

        items: list[Item] = pickle.loads(zlib.decompress(self._full[number]))  # noqa: S301 - what was pickled above
        return items
