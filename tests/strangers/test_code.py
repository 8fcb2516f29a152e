"""Attacks by way of code: only the configuration at the root names any, and nothing else of a change is ever run."""

from __future__ import annotations

import importlib.util
import os
import py_compile
import subprocess
import sys
from pathlib import Path

import pytest

from lintarticle.cli.main import main

MODEL = """
from pathlib import Path
from pydantic import BaseModel
Path({marker!r}).write_text("run")
class News(BaseModel):
    height: int
"""

NAMES_MODEL = '[types.news]\nfiles = ["**"]\nmodel = "{module}:News"\n'

COMMANDS = [
    ["check"],
    ["check", "--show-files"],
    ["check", "--show-settings", "posts/a.md"],
    ["check", "--fix"],
    ["fix"],
    ["show", "posts/a.md"],
    ["stats"],
]

needs_links = pytest.mark.skipif(os.name == "nt", reason="on Windows, making links needs special rights")


class Site:
    """A repository in which code leaves a mark when it is run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.marker = folder.parent / "marker"
        (folder / ".git").mkdir(parents=True)
        self.write("posts/a.md", "---\ntitle: Tides\nheight: 3\n---\n\nText.\n")

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def module(self, name: str) -> None:
        self.write(name, MODEL.format(marker=str(self.marker)))

    @property
    def was_run(self) -> bool:
        return self.marker.exists()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    made = Site(tmp_path / "site")
    monkeypatch.chdir(made.folder)
    monkeypatch.delenv("LINTARTICLE_NO_CODE", raising=False)
    return made


def test_the_configuration_at_the_root_runs_its_model(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.module("models_at_root.py")
    site.write("lintarticle.toml", NAMES_MODEL.format(module="models_at_root"))
    main(["check"])
    assert site.was_run, capsys.readouterr().err


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    "name", ["lintarticle.toml", ".lintarticle.toml", ".config/lintarticle.toml", "pyproject.toml"]
)
def test_a_nested_configuration_runs_no_code(
    site: Site, capsys: pytest.CaptureFixture[str], name: str, command: list[str]
) -> None:
    site.module("posts/nested_models.py")
    text = NAMES_MODEL.format(module="nested_models")
    if name == "pyproject.toml":
        text = text.replace("[types", "[tool.lintarticle.types")
    site.write(f"posts/{name}", text)
    assert main(command) == 2
    assert "“model” names code. Only the configuration at the root of the repository may do that" in (
        capsys.readouterr().err
    )
    assert not site.was_run


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_code_runs_none_and_says_so_once(site: Site, capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    site.module("models_forbidden.py")
    site.write("lintarticle.toml", NAMES_MODEL.format(module="models_forbidden"))
    assert main([*command, "--no-code"]) in (0, 1)
    assert not site.was_run
    told = capsys.readouterr().err
    assert told.count("lintarticle.toml:3: The model is code, which is not run here") == 1


@pytest.mark.parametrize("value", ["1", "true"])
def test_the_environment_forbids_code_as_well(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], value: str
) -> None:
    monkeypatch.setenv("LINTARTICLE_NO_CODE", value)
    site.module("models_by_environment.py")
    site.write("lintarticle.toml", NAMES_MODEL.format(module="models_by_environment"))
    main(["check"])
    main(["schema", "news"])
    assert not site.was_run
    assert "The model is code, which is not run here" in capsys.readouterr().err


def test_without_code_the_other_rules_still_run(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.module("models_elsewhere.py")
    site.write("lintarticle.toml", NAMES_MODEL.format(module="models_elsewhere"))
    site.write("posts/b.md", "Text.\n")
    assert main(["check", "--no-code", "--output-format", "concise"]) == 1
    assert "posts/b.md:1:1: error front-matter/missing" in capsys.readouterr().out


# --- extends --------------------------------------------------------------------------------------------------


def test_what_the_root_extends_in_the_repository_may_name_code(site: Site) -> None:
    site.module("shared/models_shared.py")
    site.write("shared/base.toml", NAMES_MODEL.format(module="models_shared"))
    site.write("lintarticle.toml", 'extends = "shared/base.toml"\n')
    main(["check"])
    assert site.was_run


def test_what_the_root_extends_outside_names_no_code(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    outside = site.folder.parent / "outside"
    outside.mkdir()
    (outside / "models_outside.py").write_text(MODEL.format(marker=str(site.marker)), "utf-8")
    (outside / "base.toml").write_text(NAMES_MODEL.format(module="models_outside"), "utf-8")
    site.write("lintarticle.toml", 'allow-outside = ["../outside"]\nextends = "../outside/base.toml"\n')
    assert main(["check"]) == 2
    assert not site.was_run
    assert "“model” names code." in capsys.readouterr().err


def test_a_nested_configuration_that_extends_a_shared_one_gains_no_code(site: Site) -> None:
    site.module("shared/models_for_all.py")
    site.write("shared/base.toml", NAMES_MODEL.format(module="models_for_all"))
    site.write("posts/lintarticle.toml", 'extends = "../shared/base.toml"\n')
    assert main(["check"]) == 2
    assert not site.was_run


def test_a_nested_configuration_that_extends_the_root_runs_no_other_code(site: Site) -> None:
    site.write("models_of_root.py", MODEL.format(marker=str(site.folder.parent / "root-marker")))
    site.module("posts/models_of_root.py")
    site.write("lintarticle.toml", NAMES_MODEL.format(module="models_of_root"))
    site.write("posts/lintarticle.toml", 'extends = "../lintarticle.toml"\n')
    main(["check"])
    assert not site.was_run
    site.write(
        "posts/lintarticle.toml", 'extends = "../lintarticle.toml"\n[types.news]\nmodel = "models_of_root:News"\n'
    )
    assert main(["check"]) == 2
    assert not site.was_run


@needs_links
def test_a_link_to_the_root_configuration_is_a_nested_one(site: Site) -> None:
    site.write("models_linked.py", MODEL.format(marker=str(site.folder.parent / "root-marker")))
    site.module("posts/models_linked.py")
    site.write("lintarticle.toml", NAMES_MODEL.format(module="models_linked"))
    (site.folder / "posts" / "lintarticle.toml").symlink_to("../lintarticle.toml")
    assert main(["check"]) == 2
    assert not site.was_run


# --- which configuration is the one at the root ---------------------------------------------------------------


def test_another_repository_runs_no_code(site: Site) -> None:
    other = Site(site.folder.parent / "other")
    other.module("models_of_other.py")
    other.write("lintarticle.toml", NAMES_MODEL.format(module="models_of_other"))
    assert main(["check", "../other"]) == 2
    assert not other.was_run


def test_a_submodule_runs_no_code(site: Site) -> None:
    site.write("posts/.git", "gitdir: ../.git/modules/posts\n")
    site.module("posts/models_of_submodule.py")
    site.write("posts/lintarticle.toml", NAMES_MODEL.format(module="models_of_submodule"))
    assert main(["check"]) == 2
    assert not site.was_run


def test_without_a_repository_the_working_folder_is_the_root(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    (site.folder / ".git").rmdir()
    site.module("models_without_git.py")
    site.write("lintarticle.toml", NAMES_MODEL.format(module="models_without_git"))
    monkeypatch.chdir(site.folder / "posts")
    assert main(["check"]) == 2
    assert not site.was_run
    monkeypatch.chdir(site.folder)
    main(["check"])
    assert site.was_run


def test_a_configuration_that_the_command_line_names_may_name_code(site: Site) -> None:
    site.module("posts/models_given.py")
    site.write("posts/lintarticle.toml", NAMES_MODEL.format(module="models_given"))
    main(["check", "--config", "posts/lintarticle.toml"])
    assert site.was_run


# --- modules --------------------------------------------------------------------------------------------------


@needs_links
def test_a_module_is_no_link_out(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    (site.folder.parent / "evil.py").write_text(MODEL.format(marker=str(site.marker)), "utf-8")
    (site.folder / "models_by_link.py").symlink_to("../evil.py")
    site.write("lintarticle.toml", NAMES_MODEL.format(module="models_by_link"))
    assert main(["check"]) == 2
    assert not site.was_run
    assert "it is outside the repository" in capsys.readouterr().err


@needs_links
@pytest.mark.parametrize("name", ["site_package/part.py", "site_helpers.py"])
def test_nothing_that_a_module_imports_is_a_link_out(site: Site, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (site.folder.parent / "evil.py").write_text(MODEL.format(marker=str(site.marker)), "utf-8")
    site.write("site_package/__init__.py", "")
    (site.folder / name).symlink_to(site.folder.parent / "evil.py")
    site.write("models_that_import.py", "from site_helpers import News\n")
    module = "site_package.part" if "/" in name else "models_that_import"
    site.write("lintarticle.toml", NAMES_MODEL.format(module=module))
    assert main(["check"]) == 2
    assert not site.was_run
    assert "it is outside the repository" in capsys.readouterr().err


@needs_links
def test_a_link_to_the_folder_of_the_root_configuration_is_a_nested_one(site: Site) -> None:
    site.write("models_in_folder.py", MODEL.format(marker=str(site.folder.parent / "root-marker")))
    site.module("posts/models_in_folder.py")
    site.write(".config/lintarticle.toml", NAMES_MODEL.format(module="models_in_folder"))
    (site.folder / "posts" / ".config").symlink_to("../.config")
    assert main(["check"]) == 2
    assert not site.was_run


def test_a_compiled_module_is_no_model(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "evil.py"
    source.write_text(MODEL.format(marker=str(site.marker)), "utf-8")
    py_compile.compile(str(source), str(site.folder / "models_without_source.pyc"))
    site.write("lintarticle.toml", NAMES_MODEL.format(module="models_without_source"))
    assert main(["check"]) == 2
    assert not site.was_run
    assert "it is not Python source" in capsys.readouterr().err


@pytest.mark.parametrize("module", ["antigravity", "this", "pip", "os"])
def test_a_library_is_no_model(site: Site, capsys: pytest.CaptureFixture[str], module: str) -> None:
    known = set(sys.modules)
    site.write("lintarticle.toml", NAMES_MODEL.format(module=module))
    assert main(["check"]) == 2
    assert set(sys.modules) & {module} <= known
    assert f"lintarticle.toml:3: The module “{module}” can’t be imported: it is outside the repository." in (
        capsys.readouterr().err
    )


def test_a_module_with_the_name_of_a_library_takes_no_ones_place(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    import yaml

    site.module("yaml.py")
    site.write("lintarticle.toml", NAMES_MODEL.format(module="yaml"))
    assert main(["check"]) == 2
    assert sys.modules["yaml"] is yaml
    assert not site.was_run
    assert "The module “yaml” has the name of a library that is in use" in capsys.readouterr().err


def test_bytecode_of_a_change_is_not_run(site: Site, tmp_path: Path) -> None:
    source, evil = site.folder / "models_compiled.py", tmp_path / "evil.py"
    source.write_text("from pydantic import BaseModel\nclass News(BaseModel):\n    height: int\n", "utf-8")
    evil.write_text(MODEL.format(marker=str(site.marker)), "utf-8")
    cached = importlib.util.cache_from_source(str(source))
    py_compile.compile(str(evil), cached, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
    site.write("lintarticle.toml", NAMES_MODEL.format(module="models_compiled"))
    main(["check"])
    assert not site.was_run
    assert sys.path[-1] != str(site.folder)


NEIGHBOURS = (
    "csv", "email", "email_validator", "frontmatter", "jsonschema_rs", "json", "markdown_it", "pathspec", "pydantic",
    "rapidfuzz", "regex", "rich", "tomllib", "typing_extensions", "yaml",
)  # fmt: skip


@pytest.mark.parametrize("start", [["-m", "lintarticle"], ["-P", "-c", "from lintarticle.__main__ import run; run()"]])
def test_modules_next_to_articles_are_never_imported(site: Site, start: list[str]) -> None:
    model = "from pydantic import BaseModel\nimport csv\nclass News(BaseModel):\n    height: int\n"
    site.write("models_here.py", model)
    rules = '[rules]\n"tags/vocabulary" = { file = "terms.csv" }\n'
    site.write("lintarticle.toml", NAMES_MODEL.format(module="models_here") + rules)
    site.write("terms.csv", "name\ntides\n")
    for name in NEIGHBOURS:
        site.write(f"{name}.py", f"open({str(site.marker)!r}, 'w').close()\n")
        site.write(f"posts/{name}.py", f"open({str(site.marker)!r}, 'w').close()\n")
    done = subprocess.run(
        [sys.executable, *start, "check", "."], cwd=site.folder, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr
    assert not site.was_run
