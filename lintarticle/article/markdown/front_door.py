"""Lets the modules of markdown-it-py be imported one by one.

Its package imports all of them, also those that render, beautify and make links, of which reading needs none: 4 % of a
run on one article. Here it does so when somebody asks it for a name.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.machinery import PathFinder
from types import ModuleType
from typing import Any

_NAME = "markdown_it"


class _Closed(ModuleType):
    """A package whose own code has not run; its modules can be imported."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the package has
        """Return one of its modules; for any other name, run its code first."""
        try:
            return import_module(f"{_NAME}.{name}")
        except ModuleNotFoundError:
            self.__class__ = ModuleType  # type: ignore[assignment] # from now on it is like any other
            self.__loader__.exec_module(self)  # type: ignore[union-attr] # not one that only finds
            return getattr(self, name)


def keep_closed() -> None:
    """Put the package in its place without running its code, if nobody has imported it yet."""
    spec = None if _NAME in sys.modules else PathFinder.find_spec(_NAME)
    if spec is None:
        return
    package = _Closed(_NAME)
    package.__spec__, package.__loader__, package.__file__ = spec, spec.loader, spec.origin
    package.__package__, package.__path__ = _NAME, spec.submodule_search_locations or []
    sys.modules[_NAME] = package
