"""What is added to lintarticle is complete: documented where users look, and tried by a test of its own.

CONTRIBUTING.md lists the steps; a missing one fails here (for rules in test_rules.py, for languages in
test_languages.py).
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lintarticle.cli.main import COMMANDS
from lintarticle.output import FORMATS

CHECKOUT = Path(__file__).parent.parent
PRESETS = sorted(path.stem for path in (CHECKOUT / "lintarticle").rglob("presets/*.toml"))
TESTS = {path.name: path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py")}


def page(name: str) -> str:
    return (CHECKOUT / name).read_text("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_an_output_format_is_documented_and_tried(name: str) -> None:
    assert re.search(rf"^\|[^|]*`{name}`[^|]*\|", page("docs/output-formats.md"), re.MULTILINE), "not in the table"
    assert any(_mentions(text, name) for test, text in TESTS.items() if test != Path(__file__).name), "no test"


def test_there_are_presets() -> None:
    assert {"hugo", "jekyll", "publish"} <= set(PRESETS)


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_documented_and_tried(name: str) -> None:
    assert f"\n## {name}\n" in page("docs/presets.md"), "no section: run docs/generate.py"
    assert _mentions(TESTS["test_presets.py"], name), "no test in test_presets.py"


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_documented_and_tried(name: str) -> None:
    pages = [page("README.md"), *(path.read_text("utf-8") for path in (CHECKOUT / "docs").glob("*.md"))]
    assert any(f"lintarticle {name}" in text for text in pages), "on no page"
    called = re.compile(rf"""["'](?:lintarticle )?{name}["' ]""")
    assert any(called.search(text) for test, text in TESTS.items() if test != Path(__file__).name), "no test"


@pytest.mark.parametrize("kind", ["rule", "preset", "language", "output format", "command", "setting"])
def test_contributing_gives_the_steps_for_each_kind(kind: str) -> None:
    assert re.search(rf"^## Add an? {kind}$", page("CONTRIBUTING.md"), re.MULTILINE)


def _mentions(text: str, name: str) -> bool:
    return f'"{name}"' in text
