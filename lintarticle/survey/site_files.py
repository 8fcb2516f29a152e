"""The files in which platforms keep their settings, read as data: none is ever run."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lintarticle.site.platform_files import platform_data
from lintarticle.source import read_file

_LARGEST = 1_000_000
"""Bytes of a platform's file that are read at most: our own figure, far above any that people write."""


def text_of(path: Path) -> str:
    """Return the text of a file, or "" if it is missing or unreadable."""
    try:
        return read_file(path, _LARGEST).decode("utf-8-sig", errors="replace")
    except OSError:
        return ""


def settings_in(path: Path) -> Mapping[str, Any]:
    """Return the data of a TOML, YAML or JSON file, or of plain Python assignments; nothing if it can't be read."""
    try:
        values = platform_data(path.name, text_of(path))
    except ValueError:
        return {}
    return values if isinstance(values, Mapping) else {}


def strings_at(script: str, key: str) -> list[str]:
    """Return the literal strings that a script without comments gives to a key, alone or in a list."""
    found = []
    for value in re.findall(rf"""["']?\b{key}["']?\s*:\s*(\[[^\]]*\]|"[^"\n]*"|'[^'\n]*'|`[^`\n]*`)""", script):
        found += [
            first or second or third for first, second, third in re.findall(r""""([^"]*)"|'([^']*)'|`([^`]*)`""", value)
        ]
    return found
