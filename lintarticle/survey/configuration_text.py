"""A survey as `lintarticle.toml`: short, with the figures behind each line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

from lintarticle.outline.outline import Outline
from lintarticle.ranges import Range
from lintarticle.record import NamedTuple
from lintarticle.schema.field_spec import FieldSpec
from lintarticle.survey.contract import FoundField, Kind, is_worth_a_line
from lintarticle.survey.groups import escaped
from lintarticle.survey.noise import Quieted, quiet_reason
from lintarticle.survey.sites import FoundSite
from lintarticle.wording import first_of

_WIDTH = 110
_NAMED = 3
"""Articles that a comment names one by one."""


class Plan(NamedTuple):
    """Everything that a configuration will say. `tags`: the value of `tags/vocabulary`, with a comment, or "".

    `others` are the names of other files in the folders of the articles, such as README.md. `listless` says why text is
    accepted instead of a list of tags or categories, "" if it is not. `format` is that of all front matter, if it is
    not YAML.
    """

    site: FoundSite
    others: tuple[str, ...] = ()
    static: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    quieted: tuple[Quieted, ...] = ()
    listless: str = ""
    format: str = ""
    tags: str = ""
    tags_comment: str = ""
    baseline: str = ""
    type_key: str = ""


def text_of_plan(plan: Plan) -> str:
    """Return the text of the configuration."""
    parts = [_head(plan), _rules(plan), *map(kind_text, plan.kinds)]
    return "\n".join(part for part in parts if part)


def _head(plan: Plan) -> str:
    site = plan.site
    name = f"{site.platform}, " if site.platform else ""
    lines = [
        f"# {name}{articles_text(len(site.articles))}. “lintarticle init” derived this from them;",
        "# change it freely.",
    ]
    head = len(lines)
    if site.preset:
        lines.append(f"preset = {toml_text(site.preset)}")
    patterns = include_of(site)
    if patterns:
        lines.append(f"include = {toml_list([*patterns, *(f'!{name}' for name in plan.others)])}")
    if plan.static:
        lines.append(f"static-dirs = {toml_list(plan.static)}")
    if plan.type_key:
        lines.append(f"type-key = {toml_text(plan.type_key)}  # “type” means something else here")
    if plan.baseline:
        lines.append(f"baseline = {toml_text(plan.baseline)}  # known problems; only new ones are reported")
    if len(lines) > head:
        lines.insert(head, "")
    return "".join(f"{line}\n" for line in lines)


def articles_text(count: int) -> str:
    """Return a number of articles in words."""
    return f"{count:,} article{'' if count == 1 else 's'}"


def include_of(site: FoundSite) -> list[str]:
    """Return the patterns of the articles of a site, none if a walk finds them without any."""
    if site.places.articles == (".",):
        return []
    suffixes = sorted({path[path.rindex(".") :] for path in site.articles})
    return [f"{escaped(folder)}/**/*{suffix}" if folder != "." else f"**/*{suffix}"
            for folder in site.places.articles for suffix in suffixes]  # fmt: skip


def _rules(plan: Plan) -> str:
    lines = _quiet_lines(plan.quieted)
    if plan.format and all(each.rule != "front-matter/missing" for each in plan.quieted):
        form = f'{{ formats = ["{plan.format}"] }}  # as in all articles'
        lines.append(f'"front-matter/missing" = {form}')
    if plan.listless:
        lines.append(f'"schema/type" = {{ reader = "any" }}  # {plan.listless}')
    if plan.tags:
        lines.append(f'"tags/vocabulary" = {plan.tags}  # {plan.tags_comment}')
    return "".join(f"{line}\n" for line in ("[rules]", *lines)) if lines else ""


# --- types ----------------------------------------------------------------------------------------------------


def _quiet_lines(quieted: Iterable[Quieted]) -> list[str]:
    return [f"{toml_text(each.rule)} = {toml_text(each.level)}  # {quiet_reason(each)}" for each in quieted]


def kind_text(kind: Kind) -> str:
    """Return the table of a type, or "" if nothing is known about it."""
    group = kind.group
    fields = [field for field in kind.fields if is_worth_a_line(field, kind.total)]
    if not fields and not kind.outline and not kind.quieted:
        return ""
    name = toml_key(group.name)
    lines = [f"[types.{name}]  # {articles_text(len(group.articles))}"]
    lines += _list_line("files", group.files)
    if group.where:
        lines.append(f"where = {{ {toml_key(group.where[0])} = {toml_text(group.where[1])} }}")
    if kind.quieted:
        lines += ["", f"[types.{name}.rules]", *_quiet_lines(kind.quieted)]
    if fields:
        lines += ["", f"[types.{name}.fields]", *(_field_line(field, kind) for field in fields)]
    outline = f"\n{outline_text(group.name, kind.outline)}" if kind.outline else ""
    return "".join(f"{line}\n" for line in lines) + outline


def _list_line(key: str, values: Sequence[str]) -> list[str]:
    line = f"{key} = {toml_list(values)}"
    if len(line) <= _WIDTH:
        return [line]
    return [f"{key} = [", *(f"  {toml_text(value)}," for value in values), "]"]


def _field_line(field: FoundField, kind: Kind) -> str:
    comment = _comment(field, kind)
    return f"{toml_key(field.key)} = {spec_text(field.spec)}{f'  # {comment}' if comment else ''}"


def _comment(field: FoundField, kind: Kind) -> str:
    if field.spec.required and field.without:
        verb = "has" if len(field.without) == 1 else "have"
        return f"{len(field.without)} of {kind.total:,} {verb} none: {first_of(field.without, _NAMED)}"
    return "" if field.spec.required else f"in {field.times:,} of {kind.total:,}"


def spec_text(spec: FieldSpec) -> str:
    """Return a field as it is written in a table of fields."""
    parts: dict[str, str] = {}
    if spec.type == "enum":
        parts["enum"] = toml_list(map(str, spec.enum))
    elif spec.type != "any":
        parts["type"] = toml_text(spec.type)
    if spec.required:
        parts["required"] = "true"
    if spec.description:
        parts["description"] = toml_text(spec.description)
    for name, bounds in (("length", spec.length), ("count", spec.count)):
        if bounds:
            parts[name] = toml_text(range_text(bounds))
    if spec.source:
        parts["from"] = toml_text(spec.source)
    if spec.items and (spec.items.enum or spec.items.fields or spec.items.source):
        parts["items"] = spec_text(spec.items)
    inner = {key: spec_text(each) for key, each in spec.fields.items() if each != FieldSpec()}
    if inner:
        parts["fields"] = f"{{ {', '.join(f'{toml_key(key)} = {text}' for key, text in inner.items())} }}"
    written = ", ".join(f"{key} = {value}" for key, value in parts.items())
    return f"{{ {written} }}" if written else "{}"


def range_text(bounds: Range) -> str:
    """Return a range as it is written: `20..70`."""
    least, most = ("" if end is None else f"{end:g}" for end in bounds)
    return f"{least}..{most}"


def outline_text(name: str, outline: Outline) -> str:
    """Return the table of the outline of a type."""
    ordered = "" if outline.ordered else "ordered = false\n"
    lines = (
        f"  {{ heading = {toml_text(item.headings[0])}{'' if item.least else ', optional = true'} }},\n"
        for item in outline.items
    )
    return f"[types.{toml_key(name)}.outline]\n{ordered}sections = [\n{''.join(lines)}]\n"


# --- TOML -----------------------------------------------------------------------------------------------------


def toml_text(text: str) -> str:
    """Return a text as a string of TOML."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def toml_list(values: Iterable[str]) -> str:
    """Return texts as a list of TOML."""
    return f"[{', '.join(map(toml_text, values))}]"


def toml_key(name: str) -> str:
    """Return a name as a key of TOML."""
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else toml_text(name)
