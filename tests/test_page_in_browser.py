"""The HTML page in a real browser: nothing of an article runs, nothing is fetched, the filters work.

Runs where Chromium is installed; no test installs it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from lintarticle.cli.main import main

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--virtual-time-budget=2000",
)

HOSTILE = """\
---
title: "x </title></script><script>document.title='pwned'</script> ]]> \\u202E \\x1b[2J"
tags: [tide, tide]
excerpt: "<img src=x onerror=document.title='pwned'><style>body{display:none}</style>"
---

# </code></section><iframe src=https://example.invalid></iframe>

</script><script>document.title='pwned'</script>
"""

Browse = Callable[[str], str]


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the page of a hostile article and a clean one."""
    monkeypatch.chdir(tmp_path)
    Path("'onmouseover=alert(1) x.md").write_text(HOSTILE, "utf-8")
    Path("clean.md").write_text("---\ntitle: Tides\n---\n\nText.\n", "utf-8")
    main(["check", "--only", "tags/duplicate,excerpt/markup", "--output-format", "html", "-o", "page.html"])
    return tmp_path / "page.html"


@pytest.fixture
def browse(tmp_path: Path) -> Browse:
    """Give what loads a page in a fresh profile and returns the document as it is then."""

    def load(address: str) -> str:
        profile = f"--user-data-dir={tmp_path / 'profile'}"
        command = [str(CHROMIUM), *FLAGS, profile, "--enable-logging=stderr", "--dump-dom", address]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        assert "Refused to" not in done.stderr
        assert "Content Security Policy" not in done.stderr
        return done.stdout

    return load


def test_an_article_is_shown_and_does_nothing(page: Path, browse: Browse) -> None:
    document = browse(page.as_uri())
    assert "<title>lintarticle: 1 error, 1 warning in 2 articles" in document
    assert "pwned" in document
    assert document.count("<script") == 1
    assert not re.search(r"<(?:iframe|img|style(?! *>:root)[^>]*>body)", document)
    assert "\\x1b[2J" in document
    assert "&lt;U+202E&gt;" in document


def test_the_filters_appear_and_narrow_the_page_down(page: Path, browse: Browse) -> None:
    document = browse(page.as_uri())
    assert re.search(r'<form id="filters" aria-label="Filters">', document)
    assert "hidden" not in re.findall(r"<section [^>]*>", document)[0]
    narrowed = page.with_name("narrowed.html")
    driver = (
        "document.querySelector('[name=severity][value=error]').click();document.querySelector('[name=clean]').click();"
    )
    text = page.read_text("utf-8")
    policy = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
    narrowed.write_text(policy.sub("", text).replace("</body>", f"<script>{driver}</script></body>"), "utf-8")
    document = browse(narrowed.as_uri())
    sections = re.findall(r"<section [^>]*>", document)
    assert ['hidden=""' in section for section in sections] == [False, True]
    problems = re.findall(r'<li class="problem" data-severity="(\w+)"[^>]*?( hidden="")?>', document)
    assert {(severity, bool(hidden)) for severity, hidden in problems} == {("error", True), ("warning", False)}
    assert '<output aria-live="polite">1 problem in 1 article</output>' in document


def test_without_the_script_everything_is_there_but_the_filters(page: Path, browse: Browse) -> None:
    still = page.with_name("still.html")
    still.write_text(
        re.sub(r"<script>.*?</script>\n</body>", "</body>", page.read_text("utf-8"), flags=re.DOTALL), "utf-8"
    )
    document = browse(still.as_uri())
    assert '<form id="filters" hidden=""' in document
    assert len(re.findall(r'<li class="problem"', document)) == 2
