"""Bodies made to hang or to overflow: each must be read, in full or as plain text. A hang is the failure."""

from __future__ import annotations

import pytest
from markdown_it.rules_block import StateBlock

from lintarticle.article.markdown.body_reader import BodyReader
from lintarticle.source import SourceText

HOSTILE = {
    "open brackets": "[" * 10_000,
    "a megabyte of brackets": "[" * 1_000_000,
    "open images": "![" * 10_000,
    "links without end": "[a](" * 10_000,
    "images without end": "![](" * 10_000,
    "nested images": "![" * 500 + "a" + "](b)" * 500,
    "nested links": "[" * 5_000 + "a" + "](b)" * 5_000,
    "asterisks": "*" * 10_000,
    "emphasis": "*a_ " * 10_000,
    "backticks": "`" * 10_000,
    "runs of backticks": "a".join("`" * length for length in range(300)),
    "quotes": ">" * 5_000,
    "quotes and lists": "> - " * 5_000,
    "list marks": "- " * 10_000,
    "deep list": "\n".join("  " * depth + "- a" for depth in range(400)),
    "tags": "<" * 10_000 + "<a " * 10_000,
    "attributes without end": "<img alt=\"" * 20_000,
    "comments without end": "a <!-- " * 10_000,
    "declarations": "a <![CDATA[" * 3_000,
    "headings without end": "<h1>" * 20_000 + "</h1>" * 20_000,
    "shortcodes without end": "{{< a " * 20_000 + '{{< a "' * 20_000,
    "paired shortcodes without end": "{{< highlight >}}" * 10_000,
    "templates without end": "{{ a " * 20_000 + "{% a " * 20_000 + "{/* " * 20_000,
    "expressions without end": "import a from 'b'\n" + "{a " * 20_000 + "<a b='" * 10_000,
    "imports without end": "import {\n" * 10_000,
    "exports without end": "import a from 'b'\n" + "export const a = {\n" * 10_000,
    "math without end": "$a $$b\n" * 20_000,
    "fences": "~~~~\n```\n" * 10_000,
    "footnotes": "[^a]:" * 20_000,
    "directives": ":::\n" * 20_000 + "a ::b" * 20_000,
    "definitions": "[a]: b\n" * 10_000,
    "titles without end": "[a]: b 'x\n" * 10_000,
    "wide table": "|a" * 1_000 + "\n" + "|-" * 1_000 + "\n" + "|b\n" * 1_000,
    "one long line": "a **b** [c](d) " * 70_000,
    "one long line of Chinese": "港の夜" * 300_000,
    "headings": "# a\n" * 10_000,
    "line ends": "\n" * 500_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_is_read(name: str) -> None:
    source = SourceText(HOSTILE[name])
    body = BodyReader().read(source, ())
    assert len(body.prose) == len(source.text)


def test_what_stands_after_data_is_read() -> None:
    body = BodyReader().read(SourceText("[" * 50_000 + "\n\n# Lamps\n\n[a](b)\n"), ())
    assert [heading.text for heading in body.headings] == ["Lamps"]
    assert [link.target.text for link in body.links] == ["b"]


def test_lists_of_twenty_levels_are_read() -> None:
    text = "\n".join("  " * depth + f"- [a{depth}](b)" for depth in range(20))
    body = BodyReader().read(SourceText(text), ())
    assert [link.text.text for link in body.links] == [f"a{depth}" for depth in range(20)]
    assert body.lists[-1].depth == 19


def test_the_lines_below_each_of_many_short_paragraphs_are_not_all_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = 0
    original = StateBlock.isEmpty

    def counted(state: StateBlock, line: int) -> bool:
        nonlocal asked
        asked += 1
        return original(state, line)

    monkeypatch.setattr(StateBlock, "isEmpty", counted)
    assert len(BodyReader().read(SourceText("Water rises.\n# Ebb\n" * 2_000), ()).headings) == 2_000
    assert asked < 4_000 * 30
