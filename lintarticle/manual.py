"""The manual page of a rule, as Markdown: what `explain` prints and `docs/rules/` keeps."""

from __future__ import annotations

import json
import re
import types
from collections.abc import Iterator, Mapping
from typing import Literal, Union, get_args, get_origin, get_type_hints

from lintarticle.problem import Severity
from lintarticle.record import NamedTuple
from lintarticle.rule import Option, Options, Rule


class OptionHelp(NamedTuple):
    """One option as a writer sees it: its name in `lintarticle.toml`, its type in plain words, its default as TOML."""

    name: str
    type: str
    default: str
    description: str


class Example(NamedTuple):
    """One example of a manual: an article under `## Bad` or `## Good`.

    The words after `markdown` are its path, `today=2026-01-31`, and other files that exist. `config` is the `toml`
    fence before it, a piece of `lintarticle.toml`.
    """

    section: str
    text: str
    config: str = ""
    path: str = "article.md"
    today: str = ""
    files: tuple[str, ...] = ()


_FENCE_OR_HEADING = (
    r"^(?P<fence>`{3,})(?P<word>\w*)(?P<words>[^\n]*)\n(?P<content>.*?)^(?P=fence)$|^## (?P<heading>[^\n]+)$"
)


def examples(rule: Rule) -> Iterator[Example]:
    """Yield the examples of a rule's manual, in order."""
    section, config = "", ""
    for found in re.finditer(_FENCE_OR_HEADING, rule.manual, re.MULTILINE | re.DOTALL):
        section = found["heading"] or section
        if section not in ("Bad", "Good"):
            continue
        if found["word"] == "toml":
            config = found["content"]
        elif found["word"] == "markdown":
            words = found["words"].split()
            today = next((word.removeprefix("today=") for word in words if word.startswith("today=")), "")
            path, *files = [word for word in words if not word.startswith("today=")] or ["article.md"]
            yield Example(section, found["content"], config, path, today, tuple(files))


def severity_word(severity: Severity | None) -> str:
    """Return the word that a configuration uses for a default severity."""
    return severity.label if severity else "off"


def fix_word(rule: Rule) -> str:
    """Say which fixes a rule offers: `safe`, `unsafe`, both, or "" for none."""
    return ", ".join(rule.fix)


def options_of(options: type[Options]) -> tuple[OptionHelp, ...]:
    """Return the options of a rule in the order they are written."""
    return tuple(_options(options))


def changed_options(options: Options) -> tuple[tuple[str, str, str], ...]:
    """Return the options that are not at their defaults: (name in `lintarticle.toml`, value, default), as TOML."""
    changed = ((name, value) for name, value in vars(options).items() if value != getattr(type(options), name))
    return tuple((name.replace("_", "-"), _toml(value), _toml(getattr(type(options), name))) for name, value in changed)


def manual_page(rule: Rule) -> str:
    """Return the whole manual page of a rule, from its heading to how it is turned off."""
    fix = fix_word(rule) or "none"
    facts = f"Default: **{severity_word(rule.severity)}** · Fix: **{fix}**"
    summary, _, rest = rule.manual.replace("\0", "␀").partition("\n")
    parts = [f"# {rule.name}", summary, facts, rest.strip(), _options_section(rule), _switches_section(rule)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _options(options: type[Options]) -> Iterator[OptionHelp]:
    for name, hint in get_type_hints(options, include_extras=True).items():
        plain, *extras = get_args(hint) if hasattr(hint, "__metadata__") else (hint,)
        option = next((extra for extra in extras if isinstance(extra, Option)), Option(""))
        kind = _type_word(plain) + _bounds(option)
        yield OptionHelp(name.replace("_", "-"), kind, _toml(getattr(options, name)), option.description)


_TYPE_WORDS: dict[object, str] = {
    bool: "true or false",
    int: "whole number",
    float: "number",
    str: "text",
    type(None): "not set",
}

_MANY_WORDS = {"text": "texts", "whole number": "whole numbers", "number": "numbers"}


def _type_word(kind: object) -> str:
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Literal:
        return " or ".join(f"`{_toml(part)}`" for part in parts)
    if origin in (Union, types.UnionType):
        return " or ".join(_type_word(part) for part in parts)
    if origin in (tuple, list, frozenset):
        item = _type_word(parts[0])
        return f"list of {_MANY_WORDS.get(item, item)}"
    if origin and issubclass(origin, Mapping):
        return f"table of {_type_word(parts[1])}"
    return _TYPE_WORDS.get(kind, getattr(kind, "__name__", str(kind)))


def _bounds(option: Option) -> str:
    low, high = option.at_least, option.at_most
    if low is not None and high is not None:
        return f", {low} to {high}"
    if low is not None:
        return f", at least {low}"
    return "" if high is None else f", at most {high}"


def _toml(value: object) -> str:
    if value is None:
        return "not set"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{json.dumps(key)} = {_toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, (tuple, list, set, frozenset)):
        items = sorted(value) if isinstance(value, (set, frozenset)) else value
        return "[" + ", ".join(_toml(item) for item in items) + "]"
    return json.dumps(value, ensure_ascii=False)


def _options_section(rule: Rule) -> str:
    rows = [
        f"| `{option.name}` | {option.type} | {_code(option.default)} | {_cell(option.description)} |"
        for option in options_of(rule.options)
    ]
    if not rows:
        return ""
    return "\n".join(["## Options", "", "| option | type | default | meaning |", "| --- | --- | --- | --- |", *rows])


def _code(default: str) -> str:
    if default == "not set":
        return default
    return f"`` {_cell(default)} ``" if "`" in default else f"`{_cell(default)}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _switches_section(rule: Rule) -> str:
    if rule.family == "file":  # a file that can't be read can't be passed over: the linter always says so
        return ""
    verb, other = ("Turn it on or off", "warning") if rule.severity is None else ("Turn it off", "off")
    return f"""\
## {verb}

For the whole site, in `lintarticle.toml`:

```toml
[rules]
"{rule.name}" = "{other}"
```

For one place, on the line before it (in front matter as a comment with `#`, in MDX as `{{/* … */}}`):

```markdown
<!-- lintarticle-disable-next-line {rule.name}: say why -->
```"""
