"""The guide for writers of a type, as Markdown: what goes into an article, in a writer’s words, with an example."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape

from lintarticle.config.settings import ActiveRule
from lintarticle.drafting.body import headings_of, limits_in_words
from lintarticle.drafting.draft import Demands
from lintarticle.drafting.example import example_article, format_asked, listed_names, listed_tags
from lintarticle.drafting.matching import text_matching
from lintarticle.drafting.metadata import BlockModel
from lintarticle.drafting.samples import Habits
from lintarticle.drafting.values import Names, role_of
from lintarticle.manual import changed_options, options_of
from lintarticle.outline.outline import Outline, OutlineSection
from lintarticle.output.addresses import rule_page
from lintarticle.problem import Severity
from lintarticle.ranges import Range
from lintarticle.rule import Context
from lintarticle.schema.field_spec import NO_LIMITS, FieldSpec, ImageLimits
from lintarticle.schema.sentences import TYPE_WORDS, shown
from lintarticle.wording import capitalised, first_of

MARK = "<!-- Made by “lintarticle guide”: run it again after a change of the configuration. -->"
"""The first line of a guide, which shows that the file may be overwritten."""

_MOST_NAMES = 60
"""Up to this many names of a list are written out."""


def guide(path: str, demands: Demands, context: Context, habits: Habits) -> str:
    """Return the guide for a type, that for all articles of a site without types; `path` is where an article may be.

    `habits`, those of its articles, say whether fields are in front matter or in a block.
    """
    names = listed_names(demands.specs.values(), context)
    parts = [
        *_opening(demands),
        *_fields_section(demands, names, habits.block),
        *_sections_section(demands.settings.outline),
        *_rules_section(demands.settings.rules, context),
        *_example_section(path, demands, context, habits),
    ]
    return "\n\n".join(parts) + "\n"


def _opening(demands: Demands) -> Iterator[str]:
    kind = demands.kind
    yield f"# How to write {f'an article of the type “{kind.name}”' if kind else 'an article'}"
    if kind and kind.files:
        yield f"The files: {', '.join(f'`{pattern}`' for pattern in kind.files.patterns)}."
    if kind and kind.where:
        conditions = " and ".join(f"`{key}` is {_any_of(values)}" for key, values in kind.where.items())
        yield f"An article is of this type if {conditions}."
    name = f"{kind.name} " if kind else ""
    yield (
        f'`lintarticle new {name}"Title"` starts an article and marks what you have to write with TODO. '
        "`lintarticle check FILE` says what is still wrong, and why."
    )


# --- fields ---------------------------------------------------------------------------------------------------


_WHERE = {
    "yaml": "Between the two `---` lines",
    "toml": "Between the two `+++` lines",
    "json": "Between the braces `{` and `}`",
    "headers": "Before the first empty line",
}
"""Where metadata are, by their format."""


_PLACES = {"head": "beginning", "tail": "end", "comment": "end"}


def _fields_section(demands: Demands, names: Names, block: BlockModel | None) -> Iterator[str]:
    unknown = {entry.field or entry.label.text: FieldSpec() for entry in block.block.entries} if block else {}
    fields = {name: spec for name, spec in (demands.specs or unknown).items() if not spec.deprecated}
    if not fields:
        return
    if block:
        yield f"## At the {_PLACES[block.block.place]} of the article"
        yield "Each under its label:"
    else:
        yield "## At the top of the file"
        yield f"{_WHERE[format_asked(demands.settings)]}, one line for each:"
    yield "\n".join(
        line
        for name, spec in fields.items()
        for line in _field(_key(name, spec, block), _described(name, spec), names, 0)
    )
    gone = [f"`{name}` ({spec.deprecated})" for name, spec in demands.specs.items() if spec.deprecated]
    if gone:
        yield f"No longer used: {', '.join(gone)}."
    if demands.strict:
        yield "No other fields are allowed."


_DESCRIPTIONS = {"illustrations": "The pictures to make: for each its type, its place and what it shows"}
"""Explanations of our fields whose values don't explain them."""


def _described(name: str, spec: FieldSpec) -> FieldSpec:
    return spec if spec.description else replace(spec, description=_DESCRIPTIONS.get(role_of(name), ""))


def _key(name: str, spec: FieldSpec, block: BlockModel | None = None) -> str:
    """Return what a field is called in an article."""
    key = spec.names[0] if spec.names else name
    return (block.label(key, role_of(name)) if block else "") or key


def _field(key: str, spec: FieldSpec, names: Names, depth: int) -> Iterator[str]:
    needed = " (required)" if spec.required else ""
    sentences = [_sentence(spec.description), *map(_sentence, field_in_words(spec, names))]
    text = " ".join(filter(None, sentences))
    yield f"{'  ' * depth}- **`{key}`**{needed}{f': {text}' if text else ''}"
    inner = spec.fields or (spec.items.fields if spec.items else {})
    for each, below in inner.items():
        yield from _field(_key(each, below), below, names, depth + 1)


def _sentence(text: str) -> str:
    text = text.strip()
    return "" if not text else text if text[-1] in ".!?:。？！" else f"{text}."


def field_in_words(spec: FieldSpec, names: Names) -> Iterator[str]:
    """Yield what the value of a field must be like, one sentence at a time."""
    yield _kind_in_words(spec, names)
    for pattern, subject in ((spec.pattern, "It"), (spec.items.pattern if spec.items else "", "Each")):
        sample = text_matching(pattern) if pattern else ""
        if pattern:
            yield f"{subject} has the form `{pattern}`{f', such as `{sample}`' if sample else ''}"
    if spec.default is not None:
        yield f"The default is {shown(spec.default)}"
    for other, values in spec.required_if.items():
        yield f"Required if `{other}` is {_any_of(values)}" if values else f"Required with `{other}`"
    if spec.not_with:
        yield f"Can’t be used with {_listed([f'`{other}`' for other in spec.not_with], 'or')}"
    if spec.before:
        yield f"Not after `{spec.before}`"
    if spec.after:
        yield f"Not before `{spec.after}`"
    if spec.image != NO_LIMITS:
        yield from _image_in_words(spec.image)
    if spec.type == "object" and spec.strict:
        yield "Only these:"


def _kind_in_words(spec: FieldSpec, names: Names) -> str:
    """Return the kind of a value with its bounds: “Text on one line, 20 to 70 characters”, “One of: a, b”."""
    if len(spec.enum) == 1:
        return f"Always `{_plain(spec.enum[0])}`"
    if spec.enum:
        return f"One of: {', '.join(f'`{choice}`' for choice in map(_plain, spec.enum))}"
    listed = names.get(spec.source, ())
    if spec.source:
        written = f": {_names_in_code(listed)}" if listed else ""
        return f"One of the names in `{spec.source}`{written}"
    if spec.type == "list":
        count = f" of {spec.count.words}" if spec.count else ""
        each = (
            f"; each: {_lowered(_kind_in_words(spec.items, names))}" if spec.items and spec.items.type != "any" else ""
        )
        once = ", without duplicates" if spec.unique else ""
        return f"A list{count}{once}{each}"
    words = {"any": "", "string": "text on one line", "slug": f"{TYPE_WORDS['slug']} (`tide-tables`)"}
    kind = words.get(spec.type, TYPE_WORDS.get(spec.type, spec.type))
    bounds = f"{spec.length.words} characters" if spec.length else spec.range.words if spec.range else ""
    joined = ", ".join(filter(None, (kind, bounds)))
    return capitalised(joined)


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _image_in_words(limits: ImageLimits) -> Iterator[str]:
    if limits.min_width or limits.min_height:
        sides = ((limits.min_width, "wide"), (limits.min_height, "high"))
        yield f"At least {' and '.join(f'{pixels} pixels {side}' for pixels, side in sides if pixels)}"
    if limits.ratio:
        yield f"{limits.ratio:.3g} times as wide as high"
    if limits.max_weight:
        yield f"At most {limits.max_weight / 1000:,.0f} kB"


def _any_of(values: Sequence[object]) -> str:
    return _listed([f"`{_plain(value)}`" for value in values], "or")


def _listed(words: Sequence[str], joint: str) -> str:
    return f"{', '.join(words[:-1])} {joint} {words[-1]}" if len(words) > 1 else "".join(words)


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


# --- sections -------------------------------------------------------------------------------------------------


def _sections_section(outline: Outline | None) -> Iterator[str]:
    if outline is None or not outline.items:
        return
    yield "## Sections"
    order = "in this order" if outline.ordered else "in any order"
    others = "Other sections may be added." if outline.additional else "There are no other sections."
    yield f"Below the title, {order}. {others}"
    yield "\n".join(_section_lines(outline, 0))


def _section_lines(outline: Outline, depth: int) -> Iterator[str]:
    for item in outline.items:
        sentences = [_sentence(item.description), _sentence(capitalised(", ".join(limits_in_words(item.limits))))]
        times = section_times(item)
        name = f"{section_name(item)}{f' ({times})' if times else ''}"
        yield f"{'   ' * depth}1. {': '.join(filter(None, (name, ' '.join(filter(None, sentences)))))}"
        if item.sections:
            yield from _section_lines(item.sections, depth + 1)


def section_name(item: OutlineSection) -> str:
    """Return what a section of an outline is called."""
    if item.headings:
        return f"**{_listed([f'“{heading}”' for heading in item.headings], 'or')}**"
    if item.pattern:
        sample = next(iter(headings_of(item)), "") or text_matching(item.pattern)
        return f"**a heading such as “{sample}”** (`{item.pattern}`)" if sample else f"**`{item.pattern}`**"
    return "**sections of your own**"


def section_times(item: OutlineSection) -> str:
    """Return how often a section may occur, or "" for once."""
    if not item.least:
        return "optional" if item.most == 1 else f"optional, at most {item.most}" if item.most else "optional"
    if item.most is None:
        return f"at least {item.least}" if item.least > 1 else "one or more"
    return (
        ""
        if item.least == item.most == 1
        else f"{item.least} to {item.most}"
        if item.least < item.most
        else str(item.least)
    )


# --- rules ----------------------------------------------------------------------------------------------------

_LIMITS = ("max", "min")


def _rules_section(rules: Sequence[ActiveRule], context: Context) -> Iterator[str]:
    """Yield the limits that rules set, and what the site has set itself; the other hundred rules are left out."""
    reported = [active for active in rules if active.severity > Severity.INFO and active.rule.family != "schema"]
    lines = [_rule_line(active) for active in reported if _has_limits(active) or _is_set(active)]
    yield "## What is checked"
    if tags := _tags(rules, context):
        yield f"Use only these tags: {tags}."
    if lines:
        yield "These problems are reported, among others; those in bold are errors:"
        yield "\n".join(lines)
    rest = len(reported) - len(lines)
    yield f"{rest} more kinds of mistakes are reported, such as dead links: `lintarticle rules` lists them."


def _has_limits(active: ActiveRule) -> bool:
    return any(type(getattr(active.options, name, None)) in (int, float) for name in _LIMITS)


def _is_set(active: ActiveRule) -> bool:
    return active.severity is not active.rule.severity or bool(changed_options(active.options))


def _rule_line(active: ActiveRule) -> str:
    limits = {name: getattr(active.options, name, None) for name in _LIMITS if _has_limits(active)}
    found = Range(limits.get("min"), limits.get("max"))
    unit = next((each.description for each in options_of(active.rule.options) if each.name in _LIMITS), "")
    measured = next((word for word in ("characters", "words", "em", "tags") if re.search(rf"\b{word}\b", unit)), "")
    summary = active.rule.summary.rstrip(".")
    bounds = f" (allowed: {found.words} {measured}".rstrip() + ")" if found != Range() else ""
    summary = f"**{summary}**" if active.severity is Severity.ERROR else summary
    return f"- {summary}{bounds}. [{active.rule.name}]({rule_page(active.rule.name)})"


def _tags(rules: Sequence[ActiveRule], context: Context) -> str:
    """Return the tags of the site’s list, or ""."""
    options = next((active.options for active in rules if active.rule.name == "tags/vocabulary"), None)
    names = (*getattr(options, "values", ()), *listed_tags(str(getattr(options, "file", "")), context))
    return _names_in_code(names)


def _names_in_code(names: Sequence[str]) -> str:
    return first_of([f"`{name}`" for name in names], _MOST_NAMES)


def _example_section(path: str, demands: Demands, context: Context, habits: Habits) -> Iterator[str]:
    text = example_article(path, demands, context, habits)
    yield "## An example"
    fence = "````"
    yield f"{fence}markdown\n{text}{fence}"


_STYLE = """\
:root { color-scheme: light dark; }
body { font: 1rem/1.55 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { line-height: 1.2; } h2 { margin-top: 2rem; }
code { font-size: 0.92em; background: rgb(127 127 127 / 0.15); border-radius: 3px; padding: 0 0.2em; }
pre { background: rgb(127 127 127 / 0.12); padding: 1rem; overflow-x: auto; border-radius: 6px; }
pre code { background: none; padding: 0; }
li { margin: 0.25rem 0; }
"""


def guide_page(text: str) -> str:
    """Return a page from Markdown; HTML markup in it is shown as written."""
    from markdown_it import MarkdownIt

    body = MarkdownIt("commonmark", {"html": False}).render(text)
    title = next((line.removeprefix("# ") for line in text.splitlines() if line.startswith("# ")), "Guide")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(title)}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
