"""The gates of a repository: a hook before each commit, a job for each push; their files are written all or none."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lintarticle.boundary import Boundary
from lintarticle.changes.git import Git, GitError
from lintarticle.errors import NotSavedError
from lintarticle.record import NamedTuple
from lintarticle.saving import reason_of, save
from lintarticle.site.platform_files import yaml_in
from lintarticle.survey.site_files import text_of
from lintarticle.version import __version__

REPOSITORY = "https://github.com/lintarticle/lintarticle"


class Origin(NamedTuple):
    """A repository, by its address or the path of a clone, and a commit or tag of it."""

    address: str = REPOSITORY
    revision: str = f"v{__version__}"

    @property
    def web_address(self) -> str:
        """The address that others can install from, or "" for a clone on this machine."""
        found = re.fullmatch(r"(?:ssh://)?git@([^:/]+)[:/](.+?)(?:\.git)?/?", self.address)
        address = f"https://{found[1]}/{found[2]}" if found else self.address
        return address.removesuffix("/").removesuffix(".git") if address.startswith(("https://", "http://")) else ""


def origin() -> Origin:
    """Return what this lintarticle was installed from: a commit where pip knows one, otherwise the release."""
    try:
        recorded = json.loads(distribution("lintarticle").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return Origin()
    address = str(recorded.get("url", ""))
    if commit := recorded.get("vcs_info", {}).get("commit_id"):
        return Origin(address.removesuffix("/"), str(commit))
    return _of_clone(Path(unquote(urlsplit(address).path))) if address.startswith("file:") else Origin()


def _of_clone(folder: Path) -> Origin:
    """Return the commit that a clone is at, with the address that it was fetched from if that has the commit, too."""
    commit = asked(folder, "rev-parse", "--verify", "--quiet", "HEAD")
    if not commit:
        return Origin()
    is_published = bool(asked(folder, "branch", "--remotes", "--contains", commit))
    address = asked(folder, "config", "--get", "remote.origin.url") if is_published else ""
    without_password = re.sub(r"^(https?://)[^/@]*@", r"\1", address)
    return Origin(without_password if Origin(address).web_address else str(folder), commit)


def asked(folder: Path, *question: str) -> str:
    """Return the output of a git command in a folder, or "" if it has none."""
    try:
        data = Git(folder).run(*question).data
    except GitError:
        return ""
    return (data or b"").decode("utf-8", "replace").strip()


HOOKS = ".pre-commit-config.yaml"


def hook_from(source: Origin) -> str:
    """Return the lines of the hook, as an item of `repos`."""
    address = source.address if re.fullmatch(r"[\w./:@+~-]+", source.address) else json.dumps(source.address)
    return f"  - repo: {address}\n    rev: {source.revision}\n    hooks:\n      - id: lintarticle\n"


class Change(NamedTuple):
    """A file to be written: its content before (None: it is new) and after, and a short description."""

    path: Path
    before: bytes | None
    after: bytes
    about: str = ""


def hook_added(data: bytes, own: str) -> bytes | None:
    """Return a configuration of pre-commit with our own hook after the others, everything else unchanged byte for byte.

    None if that can't be done safely.
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
    """Yield a text with the hook at each place where it may belong: after the last line of `repos`."""
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
    """Write files, as far as possible all or none; raises `NotSavedError`.

    A new file never takes the place of another one.
    """
    for change in changes:
        folder = next(each for each in change.path.parents if each.is_dir())
        if change.before is None and os.path.lexists(change.path):
            raise NotSavedError(f"Nothing was written: “{change.path.name}” already exists.")
        if not os.access(folder, os.W_OK) or (change.before is not None and not os.access(change.path, os.W_OK)):
            raise NotSavedError(f"Nothing was written: “{folder}” is read-only.")
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


# --- the check of every push on the host ----------------------------------------------------------------------


GITHUB = ".github/workflows/articles.yml"
GITLAB = ".gitlab-ci.yml"

_WORKFLOW = """\
name: articles
on: [push, pull_request]
permissions:
  contents: read
jobs:
  lintarticle:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
"""

_JOB = """\
lintarticle:
  image: python:3.13-slim
  before_script:
    - apt-get update && apt-get install --yes --no-install-recommends git
    - pip install git+{address}@{revision}
  script:
    - lintarticle check --output-format full --output-format gitlab -o quality.json
  artifacts:
    when: always
    reports:
      codequality: quality.json
"""


def workflow(top: Path, source: Origin) -> tuple[list[Change], list[str]]:
    """Return the file that checks every push, where the host of a repository is known, and what its owner has to do."""
    remote = asked(top, "config", "--get", "remote.origin.url")
    public = source if source.web_address else Origin()
    if (top / ".github").is_dir() or "github.com" in remote:
        changes, notes = _on_github(top, public)
    elif (top / GITLAB).exists() or "gitlab" in remote:
        changes, notes = _on_gitlab(top, public)
    else:
        return [], []
    if changes and public != source:
        name = changes[0].path.name
        notes.append(f"{name} names the release {public.revision} of lintarticle: CI can’t reach {source.address}.")
    return changes, notes


def _on_github(top: Path, source: Origin) -> tuple[list[Change], list[str]]:
    if (top / GITHUB).exists() or any("lintarticle" in text_of(path) for path in (top / GITHUB).parent.glob("*.y*ml")):
        return [], []
    found = re.fullmatch(r"https?://github\.com/([\w.-]+/[\w.-]+)", source.web_address)
    step = (
        f"      - uses: {found[1]}@{source.revision}\n"
        if found
        else f"      - run: pipx install git+{source.web_address}@{source.revision}\n"
        "      - run: lintarticle check --output-format github\n"
    )
    return [Change(top / GITHUB, None, f"{_WORKFLOW}{step}".encode(), "checks every push and pull request")], []


def _on_gitlab(top: Path, source: Origin) -> tuple[list[Change], list[str]]:
    path = top / GITLAB
    job = _JOB.format(address=source.web_address, revision=source.revision)
    if not path.exists():
        return [Change(path, None, job.encode(), "checks every push")], []
    data = path.read_bytes()
    if b"lintarticle" in data:
        return [], []
    after = job_added(data, job)
    if after:
        return [Change(path, data, after, "a job, at its end")], []
    return [], [f"Add this job to {GITLAB} yourself:\n{job}".rstrip()]


def job_added(data: bytes, job: str) -> bytes | None:
    """Return a configuration of GitLab with a job after everything else, which stays unchanged byte for byte.

    None if that can't be done safely.
    """
    try:
        text = data.decode("utf-8")
        before = yaml_in(text)
        if not isinstance(before, dict):
            return None
        stages = before.get("stages", ["test"])
        if not isinstance(stages, list) or not stages:
            return None
        if "test" not in stages:
            job = job.replace("\n", f"\n  stage: {stages[0]}\n", 1)
        line_end = "\r\n" if "\r\n" in text else "\n"
        start = "" if text.endswith("\n") else line_end
        after = text + start + line_end + job.replace("\n", line_end)
        return after.encode() if yaml_in(after) == {**before, **yaml_in(job)} else None
    except ValueError:
        return None
