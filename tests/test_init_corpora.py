"""`lintarticle init` on real sites: hardly any article breaks what it writes, and a second run changes nothing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from real_data import CORPORA

from lintarticle.cli.main import main
from lintarticle.survey.survey import CONTRACT

pytestmark = pytest.mark.corpora

REPOSITORIES = sorted(path for path in CORPORA.glob("[!_.]*") if path.is_dir())


@pytest.mark.parametrize("repository", REPOSITORIES, ids=lambda path: path.name)
def test_one_article_in_a_hundred_breaks_what_is_written(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    shutil.copytree(repository, site, copy_function=shutil.copyfile)
    (site / ".git").mkdir(exist_ok=True)
    monkeypatch.chdir(site)
    before = {path for path in site.rglob("*") if path.is_file()}
    assert main(["init", "--yes"]) == 0
    written = {path: path.read_bytes() for path in site.rglob("*") if path.is_file() and path not in before}
    assert [path for path in written if path.name == "lintarticle.toml"]
    capsys.readouterr()
    main(["check", "--no-cache", "--output-format", "json", "."])
    report = json.loads(capsys.readouterr().out)
    broken = {problem["path"] for problem in report["problems"] if problem["rule"].startswith(CONTRACT)}
    assert len(broken) <= report["summary"]["articles"] / 100, sorted(broken)
    assert main(["init", "--yes"]) == 0
    assert {path: path.read_bytes() for path in written} == written
