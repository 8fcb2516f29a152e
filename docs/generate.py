"""Write the pages under `docs/rules/` from the rules themselves; `--check` only tells whether they are fresh.

Run it after any change of a rule's manual, options, severity or fixes: `python docs/generate.py`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from lintarticle.manual import fix_word, page, severity_word
from lintarticle.rule import Rule
from lintarticle.rules import ALL

FOLDER = Path(__file__).parent / "rules"

INTRODUCTION = """\
# Rules

Every rule has a page that says why it is there, shows a bad and a good article, and lists its options.
`lintarticle explain RULE` prints the same page. “off” means off until a configuration or a preset asks for it.
A safe fix keeps the meaning and is applied by `--fix`; an unsafe one wants a look and needs `--unsafe-fixes`.
"""


def pages() -> dict[str, str]:
    """Return every page by its path under `docs/rules/`."""
    found = {f"{rule.name}.md": page(rule) for rule in ALL}
    return {"README.md": "\n".join([INTRODUCTION, *_tables()]), **found}


def stale() -> list[str]:
    """Return the paths of pages that are missing, changed or no longer any rule's."""
    wanted = pages()
    there = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.md")}
    changed = {name for name in wanted.keys() & there if (FOLDER / name).read_text("utf-8") != wanted[name]}
    return sorted(changed | (wanted.keys() ^ there))


def write() -> None:
    """Make `docs/rules/` hold exactly the pages."""
    wanted = pages()
    for name in stale():
        path = FOLDER / name
        if name not in wanted:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(wanted[name], "utf-8", newline="\n")


def _tables() -> Iterator[str]:
    for family, rules in groupby(ALL, key=lambda rule: rule.family):
        yield f"## {family}\n\n| rule | default | fix | finds |\n| --- | --- | --- | --- |"
        yield "\n".join(map(_row, rules)) + "\n"


def _row(rule: Rule) -> str:
    summary = rule.summary.replace("|", "\\|")
    return f"| [{rule.name}]({rule.name}.md) | {severity_word(rule.severity)} | {fix_word(rule)} | {summary} |"


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` return 1 and name those that are stale."""
    if arguments == ["--check"]:
        names = stale()
        for name in names:
            print(f"docs/rules/{name} is not up to date: run `python docs/generate.py`", file=sys.stderr)
        return 1 if names else 0
    write()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
