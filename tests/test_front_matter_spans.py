"""Every key and every value is where its span says, in all formats, whatever the text is made of."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import tomlkit
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lintarticle.article.front_matter.front_matter import FrontMatter
from lintarticle.article.front_matter.front_matter_reader import FrontMatterHandler
from lintarticle.article.values import Entry, Node
from lintarticle.source import BOM, SourceText

LETTERS = st.one_of(
    st.sampled_from("abcXYZ019 .,:;#@!?&*-_'\"`%|>[]{}()/\\=~$^+<"),
    st.sampled_from("äßé潮汐の表금ㄱمد🌊👩\u200d🚒\u00a0ﬀ"),
)
WORDS = st.text(LETTERS, max_size=24)
NAMES = st.one_of(
    st.from_regex(r"[a-z][a-z0-9_-]{0,8}", fullmatch=True),
    st.text(LETTERS, min_size=1, max_size=8).filter(lambda name: name.strip() == name != "<<" and name.strip("-")),
)
"""No merge key, and no key of dashes only: TOML takes one bare, and between `---` it would be a fence."""
SCALARS = st.one_of(
    WORDS,
    st.sampled_from(
        ["no", "1.10", "0123", "12:30", "null", "2024-02-30", "a: b", "it's", '"quoted"', "one\ntwo\n", "x\n"]
    ),
    st.integers(-(10**12), 10**12),
    st.booleans(),
    st.floats(-1e6, 1e6, allow_nan=False).map(lambda number: round(number, 3)),
    st.dates(date(1900, 1, 1)),
    st.datetimes().map(lambda time: time.replace(microsecond=0)),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(NAMES, inner, max_size=4)),
    max_leaves=12,
)
METADATA = st.builds(
    lambda title, rest: {"title": title, **rest}, VALUES, st.dictionaries(NAMES, VALUES, min_size=1, max_size=6)
)
NEWLINES = st.sampled_from(["\n", "\r\n"])
BOMS = st.sampled_from(["", BOM])

thorough = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(raw: str, newline: str, bom: str) -> tuple[SourceText, FrontMatter]:
    source = SourceText(bom + raw.replace("\n", newline))
    found = FrontMatterHandler().read(source)
    assert found is not None
    assert [fault.kind for fault in found.faults] == ["not-first"] * bool(bom)
    assert source.text[found.span.start :].startswith(source[found.opening])
    assert found.root is not None
    return source, found


def entries(root: Node) -> Iterator[Entry]:
    for node in root.walk():
        yield from node.entries


def strings_for_dates(value: object) -> object:
    if isinstance(value, dict):
        return {key: strings_for_dates(part) for key, part in value.items()}
    if isinstance(value, list):
        return [strings_for_dates(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


# --- YAML -----------------------------------------------------------------------------------------------------


def reread_yaml(source: SourceText, node: Node) -> object:
    """Read what is under a span, indented as it is there."""
    column = node.span.start - source.line_span(source.line_of(node.span.start)).start
    written = source[node.span]
    if node.style in ("literal", "folded"):
        if written[1:2].isdigit():  # counts from the indent of the parent, which is not part of the span
            return node.value
        return yaml.safe_load(f"- {written}\n")[0]
    return yaml.safe_load(f"{' ' * column}{written}\n")


def is_tagged(source: SourceText, node: Node) -> bool:
    """Whether `!!int` and the like, which are not part of a span, are before the value or in it."""
    line = source.text.rfind("\n", 0, node.span.start) + 1
    return "!!" in source.text[line : node.span.end]


YAML_STYLES = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([None, True, False]),
        "default_style": st.sampled_from([None, '"', "'", "|"]),
        "allow_unicode": st.booleans(),
    }
)


@thorough
@given(METADATA, NEWLINES, BOMS, YAML_STYLES)
def test_yaml(metadata: dict[str, Any], newline: str, bom: str, style: dict[str, Any]) -> None:
    block = yaml.safe_dump(metadata, sort_keys=False, width=60, **style)
    source, found = read(f"---\n{block}---\n\nText.\n", newline, bom)
    assert found.root is not None
    assert found.root.value == yaml.safe_load(block)
    for entry in entries(found.root):
        assert str(reread_yaml(source, entry.key)) in (str(entry.key.value), entry.key.text)
    for node in found.root.walk():
        again = reread_yaml(source, node)
        if node.style in ("literal", "folded"):
            assert str(again).rstrip("\n") == node.text.rstrip("\n")
        elif not is_tagged(source, node):
            assert again == node.value
        if node.kind == "string":
            assert node.text == node.value


def test_yaml_by_hand() -> None:
    text = (
        "---\n"
        'title: "潮汐 \\"表\\""   # a remark\n'
        "tags: [ 海, 'it''s' , {a: 1} ]\n"
        "list:\n- one\n-   two words\n- - deep\n  - er\n"
        "excerpt: >-\n  Twice a day\n  the harbour\n\n"
        "empty:\nbase: &base {x: 1}\ncopy: *base\ndate: 2024-02-29\n? odd\n: way\n"
        "---\n"
    )
    source = SourceText(text)
    found = FrontMatterHandler().read(source)
    assert found is not None
    assert found.root is not None
    assert found.faults == ()
    assert [(source[entry.key.span], source[entry.value.span]) for entry in found.root.entries] == [
        ("title", '"潮汐 \\"表\\""'),
        ("tags", "[ 海, 'it''s' , {a: 1} ]"),
        ("list", "- one\n-   two words\n- - deep\n  - er"),
        ("excerpt", ">-\n  Twice a day\n  the harbour"),
        ("empty", ""),
        ("base", "{x: 1}"),
        ("copy", "*base"),
        ("date", "2024-02-29"),
        ("odd", "way"),
    ]
    assert [source[item.span] for item in found.root.entries[2].value.items] == ["one", "two words", "- deep\n  - er"]


# --- JSON -----------------------------------------------------------------------------------------------------


JSON_STYLES = st.fixed_dictionaries({"indent": st.sampled_from([None, 0, 2, "\t"]), "ensure_ascii": st.booleans()})
JSON_FENCES = st.sampled_from(
    [("{", "}\n"), (";;;\n{", "}\n;;;\n"), (";;;\n", "\n;;;\n"), ("---json\n{", "}\n---\n")],
)


@thorough
@given(METADATA.map(strings_for_dates), st.tuples(NEWLINES, BOMS), JSON_STYLES, JSON_FENCES)
def test_json(metadata: object, around: tuple[str, str], style: dict[str, Any], fences: tuple[str, str]) -> None:
    newline, bom = around
    opening, closing = fences
    raw = opening + json.dumps(metadata, **style)[1:-1] + closing
    source, found = read(f"{raw}\nText.\n", newline, bom)
    assert found.format == "json"
    assert found.root is not None
    assert found.root.value == metadata
    for entry in entries(found.root):
        assert json.loads(source[entry.key.span]) == entry.key.value
    for node in (each for entry in entries(found.root) for each in (entry.value, *entry.value.items)):
        assert json.loads(source[node.span]) == node.value


# --- TOML -----------------------------------------------------------------------------------------------------


@thorough
@given(METADATA, NEWLINES, BOMS, st.sampled_from(["+++\n%s\n+++\n", "---toml\n%s\n---\n"]))
def test_toml(metadata: dict[str, Any], newline: str, bom: str, fence: str) -> None:
    block = tomlkit.dumps(metadata)
    source, found = read(fence % block + "\nText.\n", newline, bom)
    assert found.format == "toml"
    assert found.root is not None
    assert found.root.value == tomllib.loads(block)
    for entry in entries(found.root):
        assert list(tomllib.loads(f"{source[entry.key.span]} = 0")) == [entry.key.value]
    for node in found.root.walk():
        if node.style == "block":
            continue  # a table between headers has no text of its own that could be read again
        assert tomllib.loads(f"x = {source[node.span]}")["x"] == node.value


TOML_BY_HAND = '''+++
title = "潮汐 \\"表\\"" # a remark
date = 2024-02-29 10:00:00Z
time = 07:32:00
a.b."c.d" = 'x'
a.b.e = [ [1, 2], [
  "three", # four
], {y = 1, z.w = 2} ]
long = """one "two" three""""
raw = \'\'\'
it's\'\'\'

[extra]
on = true

[[pages]]
name = "one"
[pages.sub]
deep = 0x1F

[[pages]]
name = "two"

[extra.more]
n = 1_000.5
+++
'''


def test_toml_by_hand() -> None:
    source = SourceText(TOML_BY_HAND)
    found = FrontMatterHandler().read(source)
    assert found is not None
    assert found.root is not None
    assert found.faults == ()
    assert found.root.value == tomllib.loads(TOML_BY_HAND.removeprefix("+++\n").removesuffix("+++\n"))
    assert found.root.value["date"] == datetime(2024, 2, 29, 10, tzinfo=UTC)
    shown = [
        (source[entry.key.span], source[entry.value.span])
        for entry in entries(found.root)
        if entry.value.kind not in ("list", "mapping")
    ]
    assert shown == [
        ("title", '"潮汐 \\"表\\""'),
        ("date", "2024-02-29 10:00:00Z"),
        ("time", "07:32:00"),
        ("long", '"""one "two" three""""'),
        ("raw", "'''\nit's'''"),
        ('"c.d"', "'x'"),
        ("y", "1"),
        ("w", "2"),
        ("on", "true"),
        ("n", "1_000.5"),
        ("name", '"one"'),
        ("deep", "0x1F"),
        ("name", '"two"'),
    ]
    pages = found.root.entry("pages")
    assert pages is not None
    assert [source[item.span] for item in pages.value.items] == [
        '[[pages]]\nname = "one"\n[pages.sub]\ndeep = 0x1F',
        '[[pages]]\nname = "two"',
    ]
