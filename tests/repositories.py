"""Git repositories for tests: nothing of the user's git is seen, nothing is signed."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    **{f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in (
        ("NAME", "writer"), ("EMAIL", "writer@example.invalid"), ("DATE", "2026-01-31T12:00:00Z"))},
    "GIT_CONFIG_COUNT": "3",
    "GIT_CONFIG_KEY_0": "protocol.file.allow",
    "GIT_CONFIG_VALUE_0": "always",
    "GIT_CONFIG_KEY_1": "core.autocrlf",
    "GIT_CONFIG_VALUE_1": "false",
    "GIT_CONFIG_KEY_2": "safe.directory",
    "GIT_CONFIG_VALUE_2": "*",
}  # fmt: skip
"""What is set while git runs."""

HOOK_VARIABLES = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")
"""What git sets when the tests run in a hook; it must not reach the repositories here."""

ARTICLE = """\
---
title: {title}
excerpt: Four columns, two kinds of water and one rule of thumb are all you need to plan a walk on the sands.
tags: [tides, walking]
---

{body}
"""


class Repository:
    """A repository in a folder of its own, on the branch `main`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    @classmethod
    def new(cls, folder: Path) -> Repository:
        made = cls(folder)
        made.git("init", "--quiet", "--initial-branch=main")
        return made

    def git(self, *arguments: str) -> str:
        kept = {name: value for name, value in os.environ.items() if name not in HOOK_VARIABLES}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=kept | ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def article(self, name: str, title: str = "Tides", body: str = "Twice a day the harbour empties.") -> None:
        self.write(name, ARTICLE.format(title=title, body=body))

    def commit(self, message: str = "Work") -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD")

    def branch(self, name: str = "work") -> None:
        self.git("checkout", "--quiet", "-b", name)
