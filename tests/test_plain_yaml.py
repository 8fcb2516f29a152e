"""The short cut for plain YAML gives what PyYAML gives, values and places alike, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from real_data import CORPORA

from lintarticle.article.front_matter.front_matter import Values
from lintarticle.article.front_matter.front_matter_reader import FrontMatterHandler
from lintarticle.article.front_matter.plain_yaml import read_plain
from lintarticle.article.front_matter.yaml_values import read_yaml
from lintarticle.article.values import Node
from lintarticle.source import SourceText, Span

WRITTEN = r"""
    yes No on OFF true False NULL null ~ << = y 0 7 007 1.10 1e5 12:30 0x1F 1_000 10-x 3: 2024-01-31 2024-02-30 2024-1-2
    2024-01-31T10:20:30Z 2024-01-31T10:20:30.125+05:30 2024-01-31T24:00:00 2024-01-31T10:20:30+0000 a:b a: #c d#e it's
    //a.b/?c=d [x] {{x}} - -- --- ... ? !a &a *a % @ ` | > , a,b ] /img.png (s) 表 🌊 é \n
"""
WORDS = st.one_of(
    st.sampled_from(WRITTEN.split()),
    st.sampled_from("\u2028\u00a0\t\x85\ufeff\u0301"),
    st.text(st.sampled_from("ab1Zé表 :#,-'\"[]{}?!&*/.\\"), max_size=8),
)
SCALARS = st.one_of(
    st.lists(WORDS, min_size=1, max_size=3).map(" ".join),
    WORDS.map("'{}'".format),
    WORDS.map('"{}"'.format),
)
LISTS = st.lists(SCALARS, max_size=4).map(lambda parts: f"[{', '.join(parts)}]")
ITEMS = st.builds(
    lambda parts, lead: "".join(f"\n{lead}- {part}" for part in parts),
    st.lists(SCALARS, min_size=1, max_size=3),
    st.sampled_from(["", "  "]),
)
ENDS = st.sampled_from(["", "", "", " ", " # c", "#c", "\n", "\n  ", "\n# c", "\n  # c", "\n  more"])
KEYS = st.one_of(st.sampled_from(["title", "date", "on", "null", "a-b", "_x", "Größe", "a b", "1", "-a"]), WORDS)
LINES = st.builds(
    lambda key, gap, value, end: f"{key}:{gap}{value}{end}\n",
    KEYS,
    st.sampled_from([" ", " ", " ", "  ", ""]),
    st.one_of(SCALARS, LISTS, ITEMS, st.just("")),
    ENDS,
)


def _below(key: str, lines: list[str], lead: str) -> str:
    """Return a key with lines below it."""
    return f"{key}:\n" + "".join(f"{lead}{line}\n" for text in lines for line in text.splitlines())


GROUPS = st.recursive(
    LINES,
    lambda inner: st.builds(_below, KEYS, st.lists(inner, max_size=3), st.sampled_from(["  ", "  ", " ", "    ", ""])),
    max_leaves=5,
)
BLOCKS = st.one_of(
    st.lists(GROUPS, max_size=4).map("".join),
    st.lists(GROUPS, max_size=4).map("".join).map(lambda text: text.replace("  ", " ", 1)),
    st.lists(LINES, max_size=5).map("".join),
    st.builds(
        lambda first, *rest: "".join((first, *rest)), st.sampled_from(["# c\n", "\n", " \n", "  "]), LINES, LINES
    ),
)


def agree(block: str) -> None:
    """Check that a block is read in the same way in both places, where the short cut reads it at all."""
    source = SourceText(f"---\n{block}---\n")
    content = Span(4, 4 + len(block))
    plain = read_plain(source, content)
    if plain is not None:
        assert repr(Values(plain)) == repr(read_yaml(source, content))
        assert Values(plain) == read_yaml(source, content)


@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BLOCKS)
@example("a: b\n- c\n")
@example("a:\n  b:\n- c\n")
@example("a:\n  b:\n  - c\n d: e\n")
@example("a:\n  b: c\n   d: e\n")
@example("a:\n  b: c\n  # d\n\n  e:\nf:\n")
@example("a: b\n  c: d\n")
@example("a:\n  - b\n  c: d\n")
@example(" a: b\n c: d\n")
@example("a:\n  b: c\n  b: d\n")
@example("a:\n  - b\n- c\n")
@example("a:\n  - b\n  # c\n\n  - d\n")
@example("a: '''b'\n")
@example("a: [b,,c]\n")
@example("a: [b, ]\n")
@example("a: x" + "[" * 120 + "\n")
@example("a: \u2028b\n")
@example("a: b\n \nc:\n\n# d\n")
def test_what_is_read_plainly_is_what_pyyaml_reads(block: str) -> None:
    agree(block)


@settings(max_examples=1500, deadline=None)
@given(st.text(st.sampled_from("ab:1 -#\n'\"[],é"), max_size=24))
def test_no_text_is_read_otherwise(text: str) -> None:
    agree(text)


@pytest.mark.parametrize(
    "block",
    [
        "title: How to read a tide table:no, “C#”\n",
        "title: 10 tables\ndate: 2024-01-31\nweight: 10 # first\ndraft: false\n",
        "date: 2024-01-31T10:20:30Z\nlastmod: 2024-01-31 10:20:30.125+05:30\n",
        "tags: [tides, 'high water', \"sea\"]\ncategories: []\n",
        "params:\n  functions:\n    returnType: '[]string'\n    signatures: [A.B]\n  # c\n  more:\ntitle: b\n",
        "# a comment\n\ntags:\n  - tides\n  - 'the sea'\n\ncategories:\n- sailing\nexcerpt:\nimage: /img/a.png\n",
    ],
)
def test_plain_front_matter_is_read_without_pyyaml(block: str) -> None:
    agree(block)
    assert read_plain(SourceText(block), Span(0, len(block))) is not None


@pytest.mark.parametrize(
    "block", ["", "# none\n", "a: b\na: c\n", "a: {b: c}\n", "a: >\n  b\n", "a: 2024-02-30\n", "on: b\n"]
)
def test_anything_else_is_left_to_pyyaml(block: str) -> None:
    assert read_plain(SourceText(block), Span(0, len(block))) is None


@pytest.mark.corpora
def test_all_real_front_matter_is_read_alike() -> None:
    count = 0
    for path in sorted(CORPORA.rglob("*")):
        if path.suffix not in {".md", ".markdown", ".mdx"} or not path.is_file():
            continue
        source = SourceText.from_bytes(path.read_bytes())
        found = FrontMatterHandler().read(source)
        if found and found.format == "yaml":
            plain: Node | None = read_plain(source, found.content)
            if plain is not None:
                count += 1
                assert Values(plain) == read_yaml(source, found.content), path
    if not count:
        pytest.skip("no corpora")
