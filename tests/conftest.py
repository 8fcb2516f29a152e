"""What holds for every test, and the fixtures that several modules of tests share.

No property fails for being slow, and in CI each is tried on the same examples every time. A red run is then news:
neither a busy machine nor luck makes one.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from repositories import ENVIRONMENT, HOOK_VARIABLES

settings.register_profile("local", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("local"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that counts as a repository, which is the working folder."""
    folder = tmp_path / "site"
    (folder / ".git").mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def _isolated_git(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the git of the user, and the hook that may run the tests."""
    for name in HOOK_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
