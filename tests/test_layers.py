"""Imports go one way, down the layers of the design, and the check path stays light."""

from __future__ import annotations

import ast
import runpy
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import lintarticle

PACKAGE = Path(lintarticle.__file__).parent

LAYERS: tuple[tuple[str, ...], ...] = (
    (
        "version",
        "wording",
        "errors",
        "rule_index",
        "latin_index",
        "boundary",
        "compact_list",
        "repository_code",
        "setting",
        "ranges",
        "record",
        "expression",
        "signs",
        "pictures",
        "source",
        "problem",
        "patterns",
        "languages",
    ),
    ("dialect",),
    ("article", "article.values"),
    ("article.text",),
    ("article.markdown",),
    ("article.front_matter",),
    ("article.metadata",),
    ("article.editing",),
    ("article.metadata_block",),
    ("article.illustrations",),
    ("article.article",),
    ("article.article_reader", "article.views"),
    ("suppressions", "suppressions.parse", "suppressions.apply"),
    ("context",),
    ("rule", "manual", "schema", "outline"),
    ("site",),
    ("missing_files",),
    ("rules.*.*",),
    ("rules", "rules.*"),
    ("config",),
    ("linter", "report", "findings", "overview"),
    (
        "runner",
        "programs",
        "site_check",
        "repository_files",
        "articles",
        "deferral",
        "cache",
        "workers",
        "fixer",
        "suppressions.write",
        "files",
        "addresses",
        "discovery",
        "changes",
        "baseline",
        "saving",
        "statistics",
        "briefs",
    ),
    ("survey", "scale"),
    ("moving",),
    ("output",),
    ("drafting",),
    ("cli",),
    ("", "__main__"),
)
"""Module names under `lintarticle`, lowest layer first; a package covers all its modules. `*` is one part."""

DIVIDED = ("", "article", "rules", "suppressions")
"""Packages whose parts have layers of their own: their names cover `__init__.py` only."""

HEAVY = (
    "pydantic",
    "rich",
    "tomlkit",
    "genson",
    "pathspec",
    "rapidfuzz",
    "ftfy",
    "subprocess",
    "asyncio",
    "multiprocessing",
    "http",
    "dask",
    "distributed",
    "duckdb",
    "fsspec",
    "pyarrow",
)


def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name below it ("" is the package itself)."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(part for part in parts if part != "__init__")] = path
    return found


def layer_of(module: str) -> int:
    """Return the number of the layer that a module belongs to; a module of no layer is a failure."""
    found = [number for number, names in enumerate(LAYERS) for name in names if _covers(name, module)]
    assert len(found) == 1, f"lintarticle.{module} is in the layers {found}: give it one in LAYERS"
    return found[0]


def _covers(name: str, module: str) -> bool:
    if name in DIVIDED:
        return name == module
    wanted, parts = name.split("."), module.split(".")
    if "*" in wanted:
        return len(wanted) == len(parts) and parts[0] == wanted[0]
    return parts[: len(wanted)] == wanted


def imports_of(path: Path, known: dict[str, Path]) -> Iterator[tuple[int, str]]:
    """Every import of a module of the package, late ones too: (line, name below the package)."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports name the package in full"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            head, _, below = name.partition(".")
            if head == "lintarticle":
                yield node.lineno, below if below in known else below.rpartition(".")[0]


@pytest.mark.parametrize("module", modules())
def test_a_module_imports_no_higher_layer(module: str) -> None:
    known, own = modules(), layer_of(module)
    for line, name in imports_of(known[module], known):
        assert layer_of(name) <= own, f"{known[module]}:{line}: lintarticle.{module} may not import lintarticle.{name}"


def test_no_modules_import_each_other_in_a_circle() -> None:
    known = modules()
    edges = {module: {name for _, name in imports_of(path, known)} - {module} for module, path in known.items()}
    TopologicalSorter(edges).prepare()  # raises CycleError, which names the circle


def test_the_parts_of_an_article_do_not_import_each_other_in_a_circle() -> None:
    known = modules()
    edges: dict[str, set[str]] = {}
    for module, path in known.items():
        part = _part_of_article(module)
        if part:
            edges.setdefault(part, set()).update(_part_of_article(name) for _, name in imports_of(path, known))
    assert {"text", "markdown", "views"} <= edges.keys()
    TopologicalSorter({part: others - {part, ""} for part, others in edges.items()}).prepare()


def _part_of_article(module: str) -> str:
    """Return the sub-package or the module right below `article`, "" for everything else."""
    head, *below = module.split(".")
    return below[0] if head == "article" and below else ""


def test_no_rule_imports_another_rule() -> None:
    known = modules()
    for module, path in known.items():
        if module.count(".") == 2 and module.startswith("rules."):
            others = [name for _, name in imports_of(path, known) if name.startswith("rules")]
            assert others == [], f"lintarticle.{module} imports {others}"


def test_no_packages_import_each_other_and_no_public_name_has_two_homes() -> None:
    measure = runpy.run_path(str(PACKAGE.parent / "benchmarks/structure.py"))
    trees = {module: ast.parse(path.read_text("utf-8")) for module, path in modules().items()}
    pairs = measure["dependencies"](trees)
    assert [(one, other) for one, other in pairs if (other, one) in pairs] == []
    assert measure["names_with_two_homes"](trees) == {}


def test_a_check_imports_nothing_heavy(tmp_path: Path) -> None:
    article = tmp_path / "tides.md"
    article.write_text("---\ntitle: Tides\nexcerpt: On tides.\n---\n\n# Tides\n\nWater.\n", "utf-8")
    program = (
        "import sys\n"
        "from lintarticle.__main__ import main\n"
        f"code = main(['check', '--output-format', 'concise', {str(article)!r}])\n"
        f"print(code, sorted(set(sys.modules) & set({HEAVY!r})), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1:] == ["1 []"], done.stderr
