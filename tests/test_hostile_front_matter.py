"""Front matter made to break a reader: one problem each, no crash, no hang; and where the bounds are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintarticle.article.front_matter.front_matter import MAX_CHARACTERS, MAX_DEPTH, FrontMatter
from lintarticle.article.front_matter.front_matter_reader import FrontMatterHandler
from lintarticle.source import SourceText

MANY = 100_000


def read(text: str) -> FrontMatter:
    found = FrontMatterHandler().read(SourceText(text))
    assert found is not None
    return found


def yaml(block: str) -> FrontMatter:
    return read(f"---\ntitle: Tides\n{block}\n---\n\nText.\n")


def _bomb(levels: int, width: int = 9) -> str:
    lines = ["a0: &a0 [" + ", ".join(["x"] * width) + "]"]
    lines += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * width) + "]" for n in range(1, levels)]
    return "\n".join(lines)


def _merge_bomb(levels: int) -> str:
    lines = ["m0: &m0 {x: 1, y: 2}"]
    lines += [f"m{n}: &m{n} {{" + ", ".join(f"k{k}: *m{n - 1}" for k in range(9)) + "}" for n in range(1, levels)]
    return "\n".join(lines)


REFUSED = {
    "square brackets": "x: " + "[" * MANY,
    "closed square brackets": "x: " + "[" * 50_000 + "]" * 50_000,
    "braces": "x: " + "{" * MANY,
    "braces with keys": "x: " + "{a: " * 50_000,
    "mixed brackets": "x: " + "[{" * 50_000,
    "levels of indentation": "\n".join(" " * n + "a:" for n in range(600)),
    "levels of lists": "x:\n" + "\n".join(" " * n + "- a:" for n in range(1, 600)),
    "dashes on one line": "x:\n  " + "- " * 50_000 + "a",
    "question marks on one line": "? " * 50_000 + "a",
    "aliases": _bomb(12),
    "aliases in groups": _merge_bomb(12),
    "a group in itself": "x: &x {y: *x}",
    "size": "x: " + "y" * (MAX_CHARACTERS + 1),
    "an object": "x: !!python/object/apply:os.system [ls]",
    "many objects": "\n".join(f"x{n}: !thing a" for n in range(1_000)),
}


@pytest.mark.parametrize("block", REFUSED.values(), ids=REFUSED.keys())
def test_hostile_yaml_is_one_problem(block: str) -> None:
    assert [fault.kind for fault in yaml(block).faults] == ["unsafe-yaml"]


@pytest.mark.parametrize(
    "text",
    [
        "+++\nx = " + "[" * MANY + "\n+++\n",
        "+++\nx = " + "{a=" * MANY + "\n+++\n",
        "+++\n" + "a." * MANY + "a = 1\n+++\n",
        "+++\n[" + "a." * MANY + "a]\n+++\n",
        "+++\nx = {" + '"a" . ' * 10_000 + "a = 1}\n+++\n",
        '{"x": ' + "[" * 50_000 + "]" * 50_000 + "}\n",
        ';;;\n"x": ' + '{"a":' * 50_000 + "\n;;;\n",
    ],
    ids=["toml lists", "toml groups", "toml keys", "toml tables", "toml quoted keys", "json", "semicolons"],
)
def test_nesting_without_end_in_toml_and_json(text: str) -> None:
    assert [fault.kind for fault in read(text).faults] == ["unsafe-yaml"]


QUOTES = {
    "double quotes": 'x: "' + '"' * 10_000,
    "escaped quotes": 'x: "' + '\\"' * 10_000 + '"',
    "nested quotes": "x: " + "\"'" * 10_000,
    "single quotes": "x: '" + "''" * 10_000 + "'",
    "a long line": "x: " + "word " * 40_000,
    "many keys": "\n".join(f"key{n}: value" for n in range(10_000)),
    "many mistakes": "\n".join(f"key{n}: a: b" for n in range(10_000)),
    "many open quotes": "\n".join(f'key{n}: "a' for n in range(9_999)),
    "colons": "x: " + ": " * 100_000,
    "asterisks": "x: " + "*" * 200_000,
    "blanks": "x:" + " " * 200_000 + "y",
    "blank lines": "x: y" + "\n" * 200_000,
    "tabs": "x:\n" + "\t" * 200_000 + "y",
    "dots": "x" + "." * 200_000 + ": y",
    "dashes": "x: " + "-" * 200_000,
    "comments": "#\n" * 100_000,
    "digits": "x: " + "9" * 200_000,
    "sexagesimal": "x: 1" + ":59" * 60_000,
    "brackets in text": "x: '" + "[" * 90 + "'",
    "tabs before keys": "\ta: b\n" * 20_000,
    "indented keys": "a: b\n" + "  a: b\n" * 20_000,
}


@pytest.mark.parametrize("block", QUOTES.values(), ids=QUOTES.keys())
def test_odd_yaml_is_read_to_its_end(block: str) -> None:
    found = yaml(block)
    assert len(found.faults) <= 8
    assert found.root is not None or found.faults


FILES = {
    "dashes": "-" * 1_000_000,
    "lines of dashes": "---\n" * 100_000,
    "plus signs": "+" * 1_000_000,
    "braces": "{" * 100_000,
    "an open brace": '{"a": ' * 50_000,
    "comments": "<!--" * 100_000,
    "closed comments": "<!-- -->\n" * 50_000 + "---\ntitle: x\n---\n",
    "blank lines": "\n" * 500_000 + "---\ntitle: x\n---\n",
    "never closed": "---\ntitle: x\n" + "key: value\n" * 100_000,
    "one long line": "---\ntitle: " + "x" * 1_000_000 + "\n\nText.\n",
    "keys without end": "a: b\n" * 100_000,
    "quotes in JSON": '{"a": "' + '\\"' * 100_000,
}


@pytest.mark.parametrize("text", FILES.values(), ids=FILES.keys())
def test_any_file_is_read_without_harm(text: str) -> None:
    for code_fence, headers in ((False, False), (True, True)):
        found = FrontMatterHandler(code_fence=code_fence, headers=headers).read(SourceText(text))
        assert found is None or 0 <= found.span.start <= found.content.start <= found.content.end <= found.span.end


def test_nesting_up_to_the_bound_is_read() -> None:
    found = yaml("x: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1))
    assert found.faults == ()
    assert found.root is not None
    assert sum(1 for _ in found.root.walk()) == MAX_DEPTH + 1


def test_anchors_within_the_bound_unfold() -> None:
    found = yaml("a: &a [1, 2]\nb: [*a, *a]")
    assert found.faults == ()
    assert found.root is not None
    assert found.root.value == {"title": "Tides", "a": [1, 2], "b": [[1, 2], [1, 2]]}


PIECES = st.sampled_from(
    [
        "---", "+++", ";;;", "----", "...", "\n", "\n", "\n", "\n\n", "  ", "\t", "title:", "title =", "tags",
        ": ", ":", " = ", "- ", "[", "]", "{", "}", "{{ x }}", '"', "'", '"""', "\\", "#", " #9", "&a", "*a", "<<",
        "!x", "!!int", "|", ">", "@", "%", "`", ",", "no", "1.10", "2024-02-30", "text", "潮汐", "\ufeff", "\u2028",
        "\x85", "\x08", "<!--", "-->", "# Head", "```yaml", "json", "?", "[[a]]", "[a]", "a.b", "//", "0x", "\\u12",
    ]
)  # fmt: skip
BLOCKS = st.lists(PIECES, max_size=30).map("".join)


@settings(max_examples=1_500, deadline=None)
@given(
    st.sampled_from(["", "---\n", "+++\n", "{", ";;;\n", "---json\n", "---\ntitle: x\n", '+++\na = "x"\n']),
    BLOCKS,
    BLOCKS,
)
def test_whatever_is_written_the_reader_stays_within_the_text(opening: str, block: str, body: str) -> None:
    closing = opening[:3] if opening[:3] in ("---", "+++", ";;;") else "}"
    source = SourceText(f"{opening}{block}\n{closing}\n{body}")
    found = FrontMatterHandler(code_fence=True, headers=True).read(source)
    if found is None:
        return
    size = len(source.text)
    assert 0 <= found.span.start <= found.content.start <= found.content.end <= found.span.end <= size
    nodes = list(found.root.walk()) if found.root else []
    spans = [node.span for node in nodes] + [entry.key.span for node in nodes for entry in node.entries]
    spans += [fault.span for fault in found.faults]
    spans += [edit.span for fault in found.faults if fault.fix for edit in fault.fix.edits]
    assert all(0 <= span.start <= span.end <= size for span in spans)
