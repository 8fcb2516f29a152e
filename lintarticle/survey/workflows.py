"""The check of every push on the host of a repository: a workflow of GitHub, a job of GitLab."""

from __future__ import annotations

import re
from pathlib import Path

from lintarticle.site.platform_files import yaml_in
from lintarticle.survey.files_written import Change
from lintarticle.survey.origin import Origin, asked
from lintarticle.survey.site_files import text_of

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
    """Return a configuration of GitLab with a job behind all else, which stays byte for byte as it was.

    None if that can't be done for sure.
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
