"""A folder in which the tests write files and run command lines."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from lintarticle.cli.main import main


class Ran(NamedTuple):
    """What came of a command line."""

    code: int
    out: str
    err: str


class CommandFolder:
    """A folder, and the command run in it; the tests make it the working folder."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capture = capture

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def run(self, *arguments: str) -> Ran:
        code = main(arguments)
        return Ran(code, *self._capture.readouterr())
