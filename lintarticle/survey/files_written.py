"""The files of a gate, as changes that are written all or none; the hook before commits among them."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from lintarticle.boundary import Boundary
from lintarticle.errors import NotSavedError
from lintarticle.record import NamedTuple
from lintarticle.saving import reason_of, save
from lintarticle.survey.origin import Origin
from lintarticle.survey.site_files import text_of

HOOKS = ".pre-commit-config.yaml"


def hook_from(source: Origin) -> str:
    """Return the lines of the hook, as an item of `repos`."""
    address = source.address if re.fullmatch(r"[\w./:@+~-]+", source.address) else json.dumps(source.address)
    return f"  - repo: {address}\n    rev: {source.revision}\n    hooks:\n      - id: lintarticle\n"


class Change(NamedTuple):
    """A file to be written: its content before (None: it is new) and after, and a word on what is in it."""

    path: Path
    before: bytes | None
    after: bytes
    about: str = ""


def hook_added(data: bytes, own: str) -> bytes | None:
    """Return a configuration of pre-commit with our own hook behind the others, all else byte for byte as it was.

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
    for after in _candidates(text, line_end, own):
        try:
            found = yaml.safe_load(after)
        except yaml.YAMLError:
            continue
        if found == {**before, "repos": [*repos, yaml.safe_load(f"repos:\n{own}")["repos"][0]]}:
            return after.encode("utf-8")
    return None


def _is_ours(repo: object) -> bool:
    return isinstance(repo, dict) and any(
        isinstance(hook, dict) and str(hook.get("id", "")).startswith("lintarticle") for hook in repo.get("hooks") or ()
    )


def _candidates(text: str, line_end: str, own: str) -> Iterator[str]:
    """Yield a text with the hook at each place where it may belong: behind the last line of `repos`."""
    lines = text.splitlines(keepends=True)
    start = next((number for number, line in enumerate(lines) if re.match(r"repos\s*:", line)), None)
    if start is None:
        return
    end = next((number for number in range(start + 1, len(lines)) if re.match(r"[^\s#-]", lines[number])), len(lines))
    while end > start + 1 and not lines[end - 1].strip():
        end -= 1
    indent = next((match[1] for line in lines[start + 1 : end] if (match := re.match(r"( *)- ", line))), "  ")
    hook = re.sub(r"(?m)^  ", indent, own).replace("\n", line_end)
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
            raise NotSavedError(f"Nothing was written: “{change.path.name}” already exists.")
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


def hook_changes(top: Path, source: Origin) -> tuple[list[Change], list[str]]:
    """Return the file of hooks with ours, where a repository has one, and what its owner has to do."""
    path, own = top / HOOKS, hook_from(source)
    if not path.is_file():
        return [], [f"For a check before every commit, write {HOOKS}:\nrepos:\n{own}".rstrip()]
    data = path.read_bytes()
    if after := hook_added(data, own):
        notes = [] if source.web_address else [f"{HOOKS} names {source.address}, which only this machine has."]
        return [Change(path, data, after, "the hook, at its end")], notes
    if any(line.strip().startswith("- id: lintarticle") for line in text_of(path).splitlines()):
        return [], []
    return [], [f"Add the hook to {HOOKS} yourself, under “repos”:\n{own}".rstrip()]
