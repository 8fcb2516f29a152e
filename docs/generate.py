"""Write what is generated from the program: pages on rules and presets, the editor schema, the output shown in pages.

Run it after any change of a rule's manual, messages, options, severity or fixes, or of a preset:
`python docs/generate.py`. With `--check` it writes nothing and returns 1 when something is not up to date.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from lintarticle.article.metadata_block.known_labels import latin_signs
from lintarticle.briefs.listing import schema_of_briefs
from lintarticle.config.editor_schema import schema_of_configuration
from lintarticle.config.fields import ATTRIBUTES, kinds_in_words
from lintarticle.config.keys import TABLES, RuleKeys
from lintarticle.config.preset import NAMES, preset_text
from lintarticle.config.settings import declared
from lintarticle.languages import LATIN, Language, words_in
from lintarticle.manual import fix_word, manual_page, severity_word
from lintarticle.rule import Rule
from lintarticle.rules import ALL, loaded

ROOT = Path(__file__).resolve().parent.parent

RULES = tuple(map(loaded, ALL))

INTRODUCTION = """\
# Rules

Every rule has a page that explains it, shows a bad and a good article, and lists its options.
`lintarticle explain RULE` prints the same page. “off” means off by default; a configuration or a preset turns it on.
A safe fix keeps the meaning; review an unsafe one.
"""

PRESETS = """\
# Presets

A preset is a ready-made configuration for a publishing platform or for a stage of work. Name one or several; later ones
override earlier ones, and your own configuration overrides them all.

```toml
# lintarticle.toml
preset = ["hugo", "publish"]
```

`lintarticle check --preset publish` adds one for a run; `lintarticle rules --preset hugo` shows which rules it changes.
In `fields` a preset lists the platform's own names for a field, which come first; all other known names still count.
"""

SETTINGS = """\
# Settings

The keys of `lintarticle.toml`; in a `pyproject.toml` they are in `[tool.lintarticle]`.
`lintarticle check --show-settings PATH` says which value holds for a file and where it comes from.
"""

SECTIONS = (
    ("What every layer may set", "", "Defaults < presets < file < type < `[[overrides]]` < command line.", "LayerKeys"),
    ("What the whole file may set", "", "", "ConfigKeys"),
    ("Types of articles", "types.NAME", "[types.md](types.md) explains them.", "TypeKeys"),
    ("What is different for some files", "[overrides]", "", "OverrideKeys"),
)
"""Heading, table, text and model of each section of the page on settings; a key is only in the first that has it."""

WITH_OUTPUT = ("README.md", "docs/output-formats.md", "docs/show.md")
"""Handwritten pages in which the output of commands is kept up to date."""

TYPES = "docs/types.md"
"""The handwritten page in which the table of the attributes of fields is kept up to date."""

_ATTRIBUTES = re.compile(r"(?P<head><!-- table: attributes of fields -->\n).*?(?P<tail><!-- end -->)", re.DOTALL)

SCHEMA = "docs/lintarticle.schema.json"
"""The JSON Schema of `lintarticle.toml`, where editors find it."""

BRIEFS = "docs/briefs.schema.json"
"""The JSON Schema of what `lintarticle briefs` writes."""

INDEX = "lintarticle/rule_index.py"
"""What the rules say of themselves, for runs that import none of them."""

_INDEX_HEAD = '''\
"""What each rule says of itself, known without importing it. Written by docs/generate.py from the rules: never edit it.

`severity` is the default, "" for off. The rest is as in `rule.Rule`, where it is not the default.
"""

from __future__ import annotations

INDEX: dict[str, dict[str, object]] = {
'''

LATIN_INDEX = "lintarticle/latin_index.py"
"""What the languages in Latin letters say together, for runs that import none of them."""

_LATIN_HEAD = '''\
"""What the languages in Latin letters say together. Written by docs/generate.py from the languages: never edit it.

`LATIN_TABLES` has the words of each table, as `languages.fold` writes them. A label in ASCII has a word of `SIGNS` in
it, or one of `CORE_WORDS` as a part; a heading about pictures, one of `PICTURE_STEMS`.
"""

from __future__ import annotations
'''

_OUTPUT = re.compile(
    r"(?P<head><!-- output: lintarticle (?P<command>[^\n]*) -->\n).*?(?P<tail><!-- end -->)", re.DOTALL
)


def pages() -> dict[str, str]:
    """Return every generated file by its path in the checkout."""
    rules = {f"docs/rules/{rule.name}.md": manual_page(rule) for rule in RULES}
    written = {name: _OUTPUT.sub(_with_output, (ROOT / name).read_text("utf-8")) for name in WITH_OUTPUT}
    overview = "\n".join([INTRODUCTION, *_tables()])
    presets = "\n".join([PRESETS, *map(_preset, NAMES)])
    schema = schema_of_configuration()
    return {
        **written,
        TYPES: _ATTRIBUTES.sub(_with_attributes, (ROOT / TYPES).read_text("utf-8")),
        INDEX: "".join([_INDEX_HEAD, *map(_index_line, RULES), "}\n"]),
        LATIN_INDEX: _latin_index(),
        SCHEMA: json.dumps(schema, ensure_ascii=False, indent=2) + "\n",
        BRIEFS: json.dumps(schema_of_briefs(), ensure_ascii=False, indent=2) + "\n",
        "docs/rules/README.md": overview,
        "docs/presets.md": presets,
        "docs/settings.md": "\n".join([SETTINGS, *_settings(schema)]),
        **rules,
    }


def stale() -> list[str]:
    """Return the paths of files that are missing, changed or no longer any rule's."""
    wanted = pages()
    kept = [
        *(ROOT / name for name in WITH_OUTPUT),
        *(ROOT / "docs" / each for each in ("presets.md", "settings.md")),
        ROOT / TYPES,
        ROOT / SCHEMA,
        ROOT / BRIEFS,
        ROOT / INDEX,
        ROOT / LATIN_INDEX,
    ]
    files = [*(ROOT / "docs" / "rules").rglob("*.md"), *filter(Path.exists, kept)]
    there = {path.relative_to(ROOT).as_posix() for path in files}
    changed = {name for name in wanted.keys() & there if (ROOT / name).read_text("utf-8") != wanted[name]}
    return sorted(changed | (wanted.keys() ^ there))


def write() -> None:
    """Make the checkout hold exactly the pages."""
    (ROOT / LATIN_INDEX).write_text(_latin_index(), "utf-8")  # the commands whose output is shown ask it
    wanted = pages()
    for name in stale():
        path = ROOT / name
        if name not in wanted:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(wanted[name], "utf-8", newline="\n")


def _tables() -> Iterator[str]:
    for family, rules in groupby(RULES, key=lambda rule: rule.family):
        yield f"## {family}\n\n| rule | default | fix | finds |\n| --- | --- | --- | --- |"
        yield "\n".join(map(_row, rules)) + "\n"


def _row(rule: Rule) -> str:
    summary = rule.summary.replace("|", "\\|")
    return f"| [{rule.name}]({rule.name}.md) | {severity_word(rule.severity)} | {fix_word(rule)} | {summary} |"


def _index_line(rule: Rule) -> str:
    facts: dict[str, object] = {"severity": rule.severity.name if rule.severity else "", "summary": rule.summary}
    for name in ("fix", "looks_at", "changes_body", "outweighs", "edits_opaque", "signs"):
        if value := getattr(rule, name):
            facts[name] = value
    return f"    {json.dumps(rule.name)}: {facts!r},\n"


def _latin_index() -> str:
    tables = [name for name, kind in Language.__annotations__.items() if kind == "Words"]
    lines = [f"    {json.dumps(name)}: {_listed(sorted(words_in(name, LATIN)))}," for name in tables]
    signs = [f"{name} = ({', '.join(map(json.dumps, words))})" for name, words in latin_signs().items()]
    return "\n".join([_LATIN_HEAD, "LATIN_TABLES: dict[str, str] = {", *lines, "}", *signs, ""])


def _listed(words: Iterable[str]) -> str:
    return json.dumps("|".join(words), ensure_ascii=False)


def _preset(name: str) -> str:
    """Return the section of a preset: its comment as text, and its keys."""
    comment, _, keys = preset_text(name).partition("\n\n")
    lines = [line.removeprefix("#").strip() for line in comment.splitlines()]
    about = re.sub(r"^(?=Sources: )", "\n", "\n".join(lines[1:]).strip(), flags=re.MULTILINE)
    return f"## {name}\n\n**{lines[0]}.** {about}\n\n```toml\n{keys}```\n"


def _settings(schema: dict[str, Any]) -> Iterator[str]:
    """Yield the sections of the page on settings, from the schema that checks them."""
    tables = {**schema["$defs"], "ConfigKeys": schema}
    layer = [each.key for each in declared()]
    done = {"LayerKeys": {*RuleKeys.model_fields, *(key.partition(".")[0] for key in layer)}}
    for heading, table, text, model in SECTIONS:
        properties = tables["ConfigKeys" if model == "LayerKeys" else model]["properties"]
        wanted = [key for key in properties if (key in done["LayerKeys"]) == (model == "LayerKeys")]
        if model == "TypeKeys":
            wanted.append("fields")
        name = f" (`[{table}]`)" if table else ""
        yield f"## {heading}{name}\n" + (f"\n{text}\n" if text else "")
        yield "| key | value | default | meaning |\n| --- | --- | --- | --- |"
        yield "\n".join(row for key in wanted for row in _setting_rows(key, properties[key], tables)) + "\n"


def _setting_rows(key: str, about: dict[str, Any], tables: dict[str, Any]) -> Iterator[str]:
    below = tables.get(about.get("$ref", "").rpartition("/")[2], {})
    if key in TABLES:
        for name, each in below["properties"].items():
            yield from _setting_rows(f"{key}.{name}", each, tables)
        return
    default = about.get("default")
    shown = "" if default in (None, [], {}) else f"`{json.dumps(default, ensure_ascii=False)}`"
    yield f"| `{key}` | {_value_words(about)} | {shown} | {about['description']} |"


def _with_attributes(region: re.Match[str]) -> str:
    """Return the table of what a field may say, from the declarations."""
    rows = (
        f"| `{attribute.key or name.replace('_', '-')}` | {kinds_in_words(attribute.types)} | {attribute.description} |"
        for name, attribute in ATTRIBUTES.items()
    )
    table = "\n".join(("| attribute | for | meaning |", "| --- | --- | --- |", *rows))
    return f"{region['head']}{table}\n{region['tail']}"


def _value_words(about: dict[str, Any]) -> str:
    """Say what a value may be: choices, or its type in plain words."""
    if "enum" in about:
        return ", ".join(f"`{choice}`" for choice in about["enum"])
    words = {"boolean": "true or false", "string": "text", "array": "list", "object": "table", "integer": "number"}
    forms = about.get("anyOf", [about])
    kinds = dict.fromkeys(words.get(form.get("type", "object"), "") for form in forms)
    return " or ".join(filter(None, kinds))


def _with_output(region: re.Match[str]) -> str:
    """Return a region of a page with what its command prints now."""
    command = [sys.executable, "-m", "lintarticle", *shlex.split(region["command"])]
    environment = os.environ | {"NO_COLOR": "1", "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"}
    for name in ("FORCE_COLOR", "GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY", "CI_PROJECT_DIR"):
        environment.pop(name, None)
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    if done.returncode == 2:
        sys.exit(f"lintarticle {region['command']}: {done.stderr}")
    return f"{region['head']}```text\n$ lintarticle {region['command']}\n{done.stdout}```\n{region['tail']}"


def main(arguments: list[str]) -> int:
    """Write the files, or with `--check` return 1 and name those that are stale."""
    if arguments == ["--check"]:
        names = stale()
        for name in names:
            print(f"{name} is not up to date: run `python docs/generate.py`", file=sys.stderr)
        return 1 if names else 0
    write()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
