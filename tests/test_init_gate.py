"""The hook and the check of every push that `lintarticle init` writes: as this lintarticle was installed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
import yaml
from sites import PLATFORMS, build

from lintarticle.cli.main import main
from lintarticle.survey import gate
from lintarticle.survey.gate import Origin, hook_from, job_added, origin, workflow

Capture = pytest.CaptureFixture[str]

COMMIT = "0123456789abcdef0123456789abcdef01234567"
RELEASE = Origin()
FORK = Origin("https://github.com/tides/lintarticle.git", COMMIT)
ELSEWHERE = Origin("https://git.example.org/tides/lintarticle", COMMIT)
CLONE = Origin("/home/ann/lintarticle", COMMIT)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "site"
    (folder / ".git").mkdir(parents=True)
    build(PLATFORMS["hugo"], folder, 12)
    monkeypatch.chdir(folder)
    monkeypatch.setattr("lintarticle.cli.init.origin", lambda: FORK)
    return folder


# --- where this lintarticle came from -----------------------------------------------------------------------------


def installed(monkeypatch: pytest.MonkeyPatch, said: object) -> Origin:
    """Return the origin of a lintarticle of which pip says this."""

    class Installed:
        def read_text(self, name: str) -> str | None:
            assert name == "direct_url.json"
            return said if said is None else json.dumps(said)

    monkeypatch.setattr(gate, "distribution", lambda _: Installed())
    return origin()


def git(folder: Path, *arguments: str) -> str:
    folder.mkdir(exist_ok=True)
    who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(("git", *who, *arguments), cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_of_a_release(monkeypatch: pytest.MonkeyPatch) -> None:
    assert installed(monkeypatch, None) == RELEASE
    assert installed(monkeypatch, {"url": "https://example.org/lintarticle.whl", "archive_info": {}}) == RELEASE


def test_of_a_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    said = {"url": FORK.address, "vcs_info": {"vcs": "git", "commit_id": COMMIT}}
    assert installed(monkeypatch, said) == FORK


def test_of_a_clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clone = tmp_path / "a clone"
    said = {"url": clone.as_uri(), "dir_info": {"editable": True}}
    assert installed(monkeypatch, said) == RELEASE, "the clone is gone"
    git(clone, "init", "--quiet")
    assert installed(monkeypatch, said) == RELEASE, "it has no commit"
    git(clone, "commit", "--quiet", "--allow-empty", "--message", "one")
    commit = git(clone, "rev-parse", "HEAD")
    git(clone, "remote", "add", "origin", "https://ann:secret@github.com/tides/lintarticle")
    assert installed(monkeypatch, said) == Origin(str(clone), commit), "nobody else has the commit"
    git(clone, "update-ref", "refs/remotes/origin/main", commit)
    assert installed(monkeypatch, said) == Origin("https://github.com/tides/lintarticle", commit)


def test_a_web_address_is_one_that_others_can_install_from() -> None:
    assert Origin("git@gitlab.com:tides/lintarticle.git").web_address == "https://gitlab.com/tides/lintarticle"
    assert Origin("ssh://git@host/a/b").web_address == "https://host/a/b"
    assert FORK.web_address == "https://github.com/tides/lintarticle"
    assert (CLONE.web_address, Origin("file:///a").web_address) == ("", "")


# --- the hook -------------------------------------------------------------------------------------------------


def test_the_hook_names_the_commit(site: Path, capsys: Capture) -> None:
    before = "repos: []\n"
    (site / ".pre-commit-config.yaml").write_text(before, "utf-8")
    assert main(["init", "--dry-run", "--jobs", "1"]) == 0
    assert f"    rev: {COMMIT}\n" in capsys.readouterr().out
    assert main(["init", "--yes", "--jobs", "1"]) == 0
    (hook,) = yaml.safe_load((site / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    assert hook == {"repo": FORK.address, "rev": COMMIT, "hooks": [{"id": "lintarticle"}]}


def test_a_clone_in_a_hook_is_pointed_out(site: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lintarticle.cli.init.origin", lambda: CLONE)
    (site / ".pre-commit-config.yaml").write_text("repos: []\n", "utf-8")
    assert main(["init", "--yes", "--jobs", "1"]) == 0
    assert (
        ".pre-commit-config.yaml names /home/ann/lintarticle, which only this machine has." in capsys.readouterr().out
    )


def test_a_path_with_any_characters_is_one_value_of_yaml() -> None:
    hook = yaml.safe_load(f"repos:\n{hook_from(Origin('/a b/#c: “d”', COMMIT))}")["repos"][0]
    assert hook["repo"] == "/a b/#c: “d”"


# --- the workflow of GitHub --------------------------------------------------------------------------------------

GITHUB = ".github/workflows/articles.yml"


def test_a_workflow_is_written_where_the_host_is_known_and_never_over_another(site: Path, capsys: Capture) -> None:
    (site / ".github").mkdir()
    assert main(["init", "--dry-run", "--no-workflow", "--jobs", "1"]) == 0
    assert "articles.yml" not in capsys.readouterr().out
    assert main(["init", "--yes", "--jobs", "1"]) == 0
    steps = yaml.safe_load((site / GITHUB).read_text("utf-8"))["jobs"]["lintarticle"]["steps"]
    assert steps[1] == {"uses": f"tides/lintarticle@{COMMIT}"}
    (site / "lintarticle.toml").unlink()
    (site / "tags.txt").unlink(missing_ok=True)
    (site / GITHUB).write_text("name: mine\n", "utf-8")
    assert main(["init", "--yes", "--jobs", "1"]) == 0
    assert (site / GITHUB).read_text("utf-8") == "name: mine\n"


def test_github_runs_what_is_not_on_github_too(site: Path) -> None:
    git(site, "init", "--quiet")
    git(site, "remote", "add", "origin", "git@github.com:tides/site.git")
    (change,), notes = workflow(site, ELSEWHERE)
    steps = yaml.safe_load(change.after)["jobs"]["lintarticle"]["steps"]
    assert [step.get("run") for step in steps[1:]] == [
        f"pipx install git+{ELSEWHERE.address}@{COMMIT}",
        "lintarticle check --output-format github",
    ]
    assert notes == []


def test_no_host_reaches_a_clone_on_this_machine(site: Path) -> None:
    (site / ".github").mkdir()
    (change,), notes = workflow(site, CLONE)
    assert f"uses: lintarticle/lintarticle@{RELEASE.revision}\n" in change.after.decode()
    assert notes == [
        f"articles.yml names the release {RELEASE.revision} of lintarticle: CI can’t reach /home/ann/lintarticle."
    ]


def test_a_workflow_that_runs_lintarticle_is_enough(site: Path) -> None:
    (site / ".github/workflows").mkdir(parents=True)
    (site / ".github/workflows/ci.yaml").write_text("- run: lintarticle check\n", "utf-8")
    assert workflow(site, FORK) == ([], [])


# --- the job of GitLab -------------------------------------------------------------------------------------------

GITLAB = ".gitlab-ci.yml"


def test_a_job_is_written_where_the_repository_is_on_gitlab(site: Path) -> None:
    assert workflow(site, FORK) == ([], [])
    git(site, "init", "--quiet")
    git(site, "remote", "add", "origin", "https://gitlab.example.org/tides/site.git")
    assert main(["init", "--yes", "--jobs", "1"]) == 0
    job = yaml.safe_load((site / GITLAB).read_text("utf-8"))["lintarticle"]
    assert f"pip install git+https://github.com/tides/lintarticle@{COMMIT}" in job["before_script"]
    assert (job["script"], "stage" in job) == (
        ["lintarticle check --output-format full --output-format gitlab -o quality.json"], False,
    )  # fmt: skip


JOB = "lintarticle:\n  script:\n    - lintarticle check\n"


@pytest.mark.parametrize(
    "before",
    [
        "pages:\n  script: [make]\n",
        "pages:\n  script: [make]",
        "# ours\r\npages:\r\n  script: !reference [.make, script]\r\n",
        "stages: [build, deploy]\ninclude: {local: x.yml}\npages:\n  stage: deploy\n  script: [make]\n",
    ],
)
def test_a_job_goes_behind_all_others_byte_for_byte(before: str) -> None:
    after = job_added(before.encode(), JOB)
    assert after is not None
    assert after.startswith(before.encode())
    text = after.decode()
    assert ("  stage: build" in text) == ("stages:" in before)
    assert ("\r\n" in text) == ("\r\n" in before)
    assert text.count("\n") == text.count("\r\n") or "\r" not in text


@pytest.mark.parametrize(
    "before", ["", "- a\n", "a: [\n", "a: 1\n---\nb: 2\n", "stages: x\n", "stages: []\n", "\xff", "a: |\n b\n...\n"]
)
def test_a_job_that_can_not_be_added_for_sure_is_shown(before: str, site: Path) -> None:
    (site / GITLAB).write_bytes(before.encode("latin-1"))
    changes, (note,) = workflow(site, FORK)
    assert changes == []
    assert note.startswith("Add this job to .gitlab-ci.yml yourself:\nlintarticle:\n  image:")
