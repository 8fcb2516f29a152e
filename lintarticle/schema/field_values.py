"""The attributes of one field, read by their kind; what is of another kind is a mistake."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from lintarticle import patterns
from lintarticle.schema.bounds import Bounds, read_bounds
from lintarticle.schema.contract import Mistake, Place
from lintarticle.schema.sentences import shown

_Value = TypeVar("_Value")
_UNITS = {"kib": 1024, "mib": 1024**2, "kb": 1000, "mb": 1000**2, "b": 1}


class Values:
    """Reads the attributes of one field by their kind."""

    def __init__(self, table: Mapping[str, Any], origins: Mapping[str, Place], mistakes: list[Mistake]) -> None:
        self._table = table
        self._origins = origins
        self._mistakes = mistakes

    def text(self, key: str) -> str:
        """Return a text, “” where there is none."""
        value = self._table.get(key, "")
        return value if isinstance(value, str) else self._wrong(key, value, "text in quotes", "")

    def flag(self, key: str) -> bool:
        """Return true or false."""
        value = self._table.get(key, False)
        return value if isinstance(value, bool) else self._wrong(key, value, "true or false", False)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return one text or several."""
        value = self._table.get(key, [])
        texts = [value] if isinstance(value, str) else value
        if isinstance(texts, list) and all(isinstance(text, str) for text in texts):
            return tuple(texts)
        return self._wrong(key, value, "a text or a list of texts", ())

    def choices(self, key: str) -> tuple[object, ...]:
        """Return the values of a list."""
        value = self._table.get(key)
        if value is None:
            return ()
        if isinstance(value, list) and value and not any(isinstance(each, (list, dict)) for each in value):
            return tuple(value)
        return self._wrong(key, value, "a list of values that is not empty", ())

    def conditions(self, key: str) -> dict[str, tuple[object, ...]]:
        """Return other fields with the values that count; none given means any."""
        value = self._table.get(key, {})
        if isinstance(value, str):
            return {value: ()}
        if isinstance(value, Mapping):
            return {name: tuple(each) if isinstance(each, list) else (each,) for name, each in value.items()}
        return self._wrong(key, value, "a table such as { status = “corrected” } or the name of a field", {})

    def bounds(self, key: str, *, whole: bool = False) -> Bounds | None:
        """Return a range of numbers, of counts where they are `whole`."""
        if key not in self._table:
            return None
        found = read_bounds(self._table[key], whole=whole)
        if isinstance(found, Bounds):
            return found
        self._say(key, f"“{key}” is {shown(self._table[key])}, {found}.")
        return None

    def pattern(self, key: str) -> str:
        """Return a pattern that compiles."""
        written = self.text(key)
        if written and (fault := patterns.fault_of(written)):
            self._say(key, fault)
        return written

    def positive(self, key: str) -> int | None:
        """Return a number of pixels."""
        value = self._table.get(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and value > 0):
            return value
        return self._wrong(key, value, "a whole number of pixels above 0", None)

    def ratio(self, key: str) -> float | None:
        """Return width divided by height."""
        value = self._table.get(key)
        if value is None:
            return None
        width, _, height = value.partition(":") if isinstance(value, str) else (str(value), "", "1")
        try:
            found = float(width) / float(height or 1)
        except (ValueError, ZeroDivisionError):
            found = 0.0
        return found if found > 0 else self._wrong(key, value, "a number such as 1.91 or a shape such as “16:9”", None)

    def weight(self, key: str) -> int | None:
        """Return a number of bytes."""
        value = self._table.get(key)
        if value is None:
            return None
        number = str(value).strip().lower().replace(" ", "")
        unit = next((unit for unit in _UNITS if number.endswith(unit)), "")
        try:
            found = int(float(number.removesuffix(unit)) * _UNITS.get(unit, 1))
        except (ValueError, OverflowError):
            found = 0
        return found if found > 0 else self._wrong(key, value, "a weight such as “200 kB” or “2 MB”", None)

    def _wrong(self, key: str, value: object, expected: str, instead: _Value) -> _Value:
        self._say(key, f"“{key}” is {shown(value)}, expected {expected}.")
        return instead

    def _say(self, key: str, sentence: str) -> None:
        mistake = Mistake(self._origins[key], sentence)
        if mistake not in self._mistakes:
            self._mistakes.append(mistake)
