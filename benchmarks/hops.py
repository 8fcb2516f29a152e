"""Count the functions and modules that one value passes: a setting up to the rules, an error of a schema to the report.

    python benchmarks/hops.py [-v]

A stop is a function that returns (or yields) something that holds the value; `-v` lists them in order.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import FrameType

CASES = {
    "a setting": ("slugger = 'zenn'\n", "zenn", "Text.\n"),
    "an option": ("[rules]\n'excerpt/too-long' = { limit = 98765 }\n", 98765, "Text.\n"),
    "an error of a fields table": (
        "[types.a]\nfiles = ['**']\n[types.a.fields]\nx = { enum = ['one'] }\n", "expected one", "---\nx: two\n---\n",
    ),
}  # fmt: skip
"""What passes: the configuration, the value to look for, the article."""

_DEEPEST = 3
"""How deep a value may be inside what a function returns: beyond that the function only carries a whole that has it."""


def holds(value: object, wanted: object, depth: int = 0) -> bool:
    """Whether a value is, or has somewhere inside it, the wanted one."""
    if isinstance(value, str):
        return isinstance(wanted, str) and wanted in value
    if value is wanted or depth == _DEEPEST:
        return value is wanted
    if isinstance(value, (bool, int, float, bytes, type, Path)) or value is None:
        return type(value) is type(wanted) and value == wanted
    below: Iterable[object] = ()
    if isinstance(value, dict):
        below = value.values()
    elif isinstance(value, (list, tuple, set, frozenset)):
        below = value
    elif type(value).__module__.startswith("lintarticle."):
        below = vars(value).values() if hasattr(value, "__dict__") else ()
    return any(holds(each, wanted, depth + 1) for each in below)


def stops(configuration: str, wanted: object, article: str) -> list[str]:
    """Return the functions that the value passes, in order, as `module.function`."""
    found: dict[str, None] = {}

    def look(frame: FrameType, event: str, returned: object) -> None:
        module = frame.f_globals.get("__name__", "")
        is_ours = module.startswith("lintarticle.") and module != "lintarticle.record"  # the base class of values
        if event == "return" and is_ours and holds(returned, wanted):
            found.setdefault(f"{module.removeprefix('lintarticle.')}.{frame.f_code.co_qualname}")

    from lintarticle.cli.main import main

    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        Path(".git").mkdir()
        Path("lintarticle.toml").write_text(configuration, "utf-8")
        Path("a.md").write_text(article, "utf-8")
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            main(["check", "a.md", "--output-format", "concise"])  # everything is imported
            sys.setprofile(look)
            main(["check", "a.md", "--output-format", "concise"])
            sys.setprofile(None)
    return list(found)


def main() -> int:
    """Print a line for each case."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    os.environ.setdefault("NO_COLOR", "1")
    for name, case in CASES.items():
        found = stops(*case)
        modules = {each.rpartition(".")[0] if each.count(".") < 3 else ".".join(each.split(".")[:2]) for each in found}
        print(f"{name}: {len(found)} stops in {len(modules)} modules")
        if options.verbose:
            print("".join(f"  {each}\n" for each in found), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
