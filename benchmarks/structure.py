"""Measure the structure of the package: its size, its dependencies, and what a check of one file enters.

    python benchmarks/structure.py [--package lintarticle]

Prints, as Markdown: modules and lines per package, with code counted apart (docstrings, comments, blank lines and
pure data left out); pairs of packages that import each other; public names defined in two modules or more; and how many
modules a check of one article imports. Point it at the package of another checkout to compare two states.
"""

from __future__ import annotations

import argparse
import ast
import io
import json
import subprocess
import sys
import tempfile
import tokenize
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import NamedTuple

ARTICLE = """\
# Tides

Water rises and falls, see [the table](#the-table).

## The table

![A table of tides](table.png)

---

**SEO Excerpt:** On tides, and how to read a table of them.

**SEO Tags:** sea, moon, tides

### Suggested Illustrations

1. **Hero image** (at the top): The harbour at low water. Prompt: "A harbour at low water, early light"
"""

_NOT_CODE = frozenset(
    (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER)
)


class Size(NamedTuple):
    """How large a module or a package is: `lines` counts every line, `code` neither docs, data nor blank lines."""

    modules: int = 0
    lines: int = 0
    code: int = 0

    def plus(self, other: Size) -> Size:
        """Return both together."""
        return Size(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


def main() -> int:
    """Print the report; return 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--package", type=Path, default=Path(__file__).parent.parent / "lintarticle")
    package: Path = parser.parse_args().package.resolve()
    trees = {module: ast.parse(path.read_text("utf-8")) for module, path in modules_of(package).items()}
    print_sizes(package)
    print_mutual_imports(trees)
    print_names_with_two_homes(trees)
    print_modules_of_a_check(package)
    return 0


def modules_of(package: Path) -> dict[str, Path]:
    """Return every module by its dotted name below the package; the package itself is ""."""
    paths = {path: path.relative_to(package).with_suffix("").parts for path in sorted(package.rglob("*.py"))}
    return {".".join(part for part in parts if part != "__init__"): path for path, parts in paths.items()}


# --- size -----------------------------------------------------------------------------------------------------------


def print_sizes(package: Path) -> None:
    sizes: defaultdict[str, Size] = defaultdict(Size)
    for path in modules_of(package).values():
        for name in {"", *_packages_around(path.relative_to(package).parts)}:
            sizes[name] = sizes[name].plus(_size_of(path))
    print("| package | modules | lines | code |\n| --- | ---: | ---: | ---: |")
    for name, size in sorted(sizes.items()):
        print(f"| {name or 'all'} | {size.modules} | {size.lines:,} | {size.code:,} |")


def _packages_around(parts: tuple[str, ...]) -> Iterator[str]:
    if len(parts) > 1:
        yield parts[0]
    if len(parts) > 2 and parts[0] == "article":
        yield ".".join(parts[:2])


def _size_of(path: Path) -> Size:
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    left_out = {line for start, end in _docs_and_data(tree) for line in range(start, end + 1)}
    code = {
        line
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type not in _NOT_CODE
        for line in range(token.start[0], token.end[0] + 1)
    }
    return Size(1, text.count("\n"), len(code - left_out))


def _docs_and_data(tree: ast.Module) -> Iterator[tuple[int, int]]:
    """Yield the lines, first and last, of docstrings, of literals of five lines or more, and of languages."""
    for node in ast.walk(tree):
        is_doc = (
            isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        )
        is_literal = isinstance(node, ast.Constant | ast.Tuple | ast.Dict | ast.Set | ast.List) and not any(
            isinstance(inner, ast.Call | ast.Name) for inner in ast.walk(node)
        )
        end = getattr(node, "end_lineno", None)
        if (
            isinstance(node, ast.expr | ast.stmt)
            and end is not None
            and (is_doc or (is_literal and end - node.lineno > 3) or _is_language(node))
        ):
            yield node.lineno, end


def _is_language(node: ast.AST) -> bool:
    """Whether this is all that is known of one language, `LANGUAGE = Language(…)`: words, not code."""
    return isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "LANGUAGE"


# --- dependencies ---------------------------------------------------------------------------------------------------


def print_mutual_imports(trees: Mapping[str, ast.Module]) -> None:
    edges = dependencies(trees)
    mutual = sorted((one, other) for one, other in edges if one < other and (other, one) in edges)
    print(f"\n{len(edges)} dependencies between packages, {len(mutual)} pairs that import each other")
    for one, other in mutual:
        print(f"- {one} and {other}")


def dependencies(trees: Mapping[str, ast.Module]) -> set[tuple[str, str]]:
    """Return which package imports which."""
    return {
        (source, target)
        for module, tree in trees.items()
        for name in _imports(tree, trees)
        if (source := _room(module)) != (target := _room(name))
    }


def _room(module: str) -> str:
    parts = module.split(".")
    return ".".join(parts[:2] if parts[0] == "article" else parts[:1])


def _imports(tree: ast.Module, known: Mapping[str, object]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.partition(".")[0] == "lintarticle":
            for alias in node.names:
                name = f"{node.module}.{alias.name}".partition(".")[2]
                yield name if name in known else name.rpartition(".")[0]


def print_names_with_two_homes(trees: Mapping[str, ast.Module]) -> None:
    shared = names_with_two_homes(trees)
    print(f"\n{len(shared)} public names defined in two modules or more")
    for name, found in sorted(shared.items()):
        print(f"- `{name}`: {', '.join(found)}")


def names_with_two_homes(trees: Mapping[str, ast.Module]) -> dict[str, list[str]]:
    """Return the public functions and classes that several modules define, each with these modules."""
    homes: defaultdict[str, set[str]] = defaultdict(set)  # sets: the overloads of a function are one definition
    for module, tree in trees.items():
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not _is_expected(node.name, tree):
                homes[node.name].add(module)
    return {name: sorted(found) for name, found in homes.items() if len(found) > 1 and not _is_protocol(name, found)}


def _is_expected(name: str, tree: ast.Module) -> bool:
    """Whether a name is private, or where a script starts: Python itself gives every script that function."""
    return name.startswith("_") or (name == "main" and "__name__ == '__main__'" in ast.unparse(tree))


def _is_protocol(name: str, homes: AbstractSet[str]) -> bool:
    """Whether every module of a kind has this name by design: the check of a rule, the class of a format."""
    kinds = Counter(home.partition(".")[0] for home in homes)
    return name in ("check", "Format", "add_to", "run") or (len(kinds) == 1 and kinds.keys() <= {"rules"})


# --- a check of one file --------------------------------------------------------------------------------------------

_PROGRAM = """\
import inspect, json, sys
from lintarticle.__main__ import main

entered = set()


def note(frame, event, argument):
    code = frame.f_code
    if event == "call" and code.co_flags & inspect.CO_OPTIMIZED:  # a function: no module, no class body
        entered.add(frame.f_globals.get("__name__", ""))


sys.setprofile(note)
main(["check", "--output-format", "concise", "article.md"])
sys.setprofile(None)
print(json.dumps(sorted(name for name in entered if name.startswith("lintarticle"))), file=sys.stderr)
"""


def print_modules_of_a_check(package: Path) -> None:
    """Print how many modules a check of one article enters: those of which a function runs."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "article.md").write_text(ARTICLE, "utf-8")
        command = [sys.executable, "-c", _PROGRAM]
        environment = {"PYTHONPATH": str(package.parent), "PATH": ""}
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    entered: list[str] = json.loads(done.stderr.splitlines()[-1])
    rules = [name for name in entered if name.startswith("lintarticle.rules")]
    print(f"\nA check of one file enters {len(entered)} modules, {len(entered) - len(rules)} of them besides the rules")


if __name__ == "__main__":
    sys.exit(main())
