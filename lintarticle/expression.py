"""Regular expressions that are compiled at first use: most runs use a quarter of those that they import."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


class _Expression:
    """Becomes a pattern: it has the methods of the pattern, each fetched once."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._text, self._flags)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as the pattern has it
        found = self.__dict__[name] = getattr(self._pattern, name)
        return found


def expression(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` returns, in all that one does with it but to compile it."""
    return cast("re.Pattern[str]", _Expression(text, flags))
