"""The files that belong to a gate besides the configuration: the hook before commits, the workflow of a host."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from lintarticle.boundary import Boundary
from lintarticle.errors import NotSavedError
from lintarticle.record import NamedTuple
from lintarticle.saving import reason_of, save
from lintarticle.survey.site_files import text_of
from lintarticle.version import __version__

REPOSITORY = "https://github.com/lintarticle/lintarticle"
HOOKS = ".pre-commit-config.yaml"
WORKFLOW = ".github/workflows/articles.yml"

_HOOK = f"""\
  - repo: {REPOSITORY}
    rev: v{__version__}
    hooks:
      - id: lintarticle
"""

_WORKFLOW = f"""\
name: articles
on: [push, pull_request]
permissions:
  contents: read
jobs:
  lintarticle:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: lintarticle/lintarticle@v{__version__}
"""


class Change(NamedTuple):
    """A file to be written: its content before (None: it is new) and after, and a word on what is in it."""

    path: Path
    before: bytes | None
    after: bytes
    about: str = ""


def hook_added(data: bytes) -> bytes | None:
    """Return a configuration of pre-commit with our hook behind the others, all else byte for byte as it was.

    None if that can't be done for sure.
    """
    import yaml

    try:
        text = data.decode("utf-8")
        before = yaml.safe_load(text)
    except (UnicodeDecodeError, yaml.YAMLError):
        return None
    repos = before.get("repos") if isinstance(before, dict) else None
    if not isinstance(repos, list) or any(_is_ours(repo) for repo in repos):
        return None
    line_end = "\r\n" if "\r\n" in text else "\n"
    for after in _candidates(text, line_end):
        try:
            found = yaml.safe_load(after)
        except yaml.YAMLError:
            continue
        if found == {**before, "repos": [*repos, yaml.safe_load(f"repos:\n{_HOOK}")["repos"][0]]}:
            return after.encode("utf-8")
    return None


def _is_ours(repo: object) -> bool:
    return isinstance(repo, dict) and any(
        isinstance(hook, dict) and str(hook.get("id", "")).startswith("lintarticle") for hook in repo.get("hooks") or ()
    )


def _candidates(text: str, line_end: str) -> Iterator[str]:
    """Yield a text with the hook at each place where it may belong: behind the last line of `repos`."""
    lines = text.splitlines(keepends=True)
    start = next((number for number, line in enumerate(lines) if re.match(r"repos\s*:", line)), None)
    if start is None:
        return
    end = next((number for number in range(start + 1, len(lines)) if re.match(r"[^\s#-]", lines[number])), len(lines))
    while end > start + 1 and not lines[end - 1].strip():
        end -= 1
    indent = next((match[1] for line in lines[start + 1 : end] if (match := re.match(r"( *)- ", line))), "  ")
    hook = re.sub(r"(?m)^  ", indent, _HOOK).replace("\n", line_end)
    last = lines[end - 1]
    if not last.endswith(("\n", "\r")):
        lines[end - 1] = last + line_end
    yield "".join((*lines[:end], hook, *lines[end:]))
    emptied = re.sub(r"^repos\s*:\s*\[\s*\]", "repos:", lines[start])
    yield "".join((*lines[:start], emptied, hook, *lines[start + 1 :]))


def write(changes: Sequence[Change]) -> None:
    """Write files, all or none as far as can be foreseen; raises `NotSavedError`.

    A new file never takes the place of another one.
    """
    for change in changes:
        folder = next(each for each in change.path.parents if each.is_dir())
        if change.before is None and os.path.lexists(change.path):
            raise NotSavedError(f"Nothing was written: “{change.path.name}” is there already.")
        if not os.access(folder, os.W_OK) or (change.before is not None and not os.access(change.path, os.W_OK)):
            raise NotSavedError(f"Nothing was written: “{folder}” is read-only for you.")
    for change in changes:
        if change.before is not None:
            boundary = Boundary(change.path.parent)
            save(change.path, change.before, change.after, boundary, f"The changes to {change.path.name} were")
            continue
        try:
            change.path.parent.mkdir(parents=True, exist_ok=True)
            with change.path.open("xb") as file:
                file.write(change.after)
        except OSError as error:
            raise NotSavedError(f"“{change.path.name}” was not written: {reason_of(error)}.") from error


def around(top: Path, *, hook: bool, workflow: bool) -> tuple[list[Change], list[str]]:
    """Return the files to be changed around the configuration of a repository, and what its owner has to do."""
    changes: list[Change] = []
    notes: list[str] = []
    hooks = top / HOOKS
    if hook and hooks.is_file():
        data = hooks.read_bytes()
        after = hook_added(data)
        if after:
            changes.append(Change(hooks, data, after, "the hook, at its end"))
        elif not any(line.strip().startswith("- id: lintarticle") for line in text_of(hooks).splitlines()):
            notes.append(f"Add the hook to {HOOKS} yourself, under “repos”:\n{_HOOK}".rstrip())
    elif hook:
        notes.append(f"For a check before every commit, write {HOOKS}:\nrepos:\n{_HOOK}".rstrip())
    if workflow and (top / ".github").is_dir() and not (top / WORKFLOW).exists():
        changes.append(Change(top / WORKFLOW, None, _WORKFLOW.encode(), "checks every push and pull request"))
    if workflow and (top / ".gitlab-ci.yml").is_file() and "lintarticle" not in text_of(top / ".gitlab-ci.yml"):
        notes.append("docs/ci.md has the job for .gitlab-ci.yml.")
    return changes, notes
