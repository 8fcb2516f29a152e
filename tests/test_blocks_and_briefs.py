"""Metadata blocks and briefs as editors, agencies and assistants write them in many languages: `tests/blocks/`.

`python tests/test_blocks_and_briefs.py` rewrites what is expected; read every line of it, as a reader would.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import date

import pytest
from block_cases import FOLDER, Case, place, read, read_cases, summary
from case_files import rule_named
from rich.text import Text as RichText

from lintarticle.article.illustrations.illustration import Illustration
from lintarticle.article.metadata_block.metadata_block import BlockEntry
from lintarticle.article.values import Text
from lintarticle.article.views.block_move import move_block
from lintarticle.config.settings import Settings
from lintarticle.output.overview_screen import draw
from lintarticle.overview.reading import overview
from lintarticle.rule import Context, NoFiles, Site

MARKS = read_cases("marks.md")
BLOCKS = [*read_cases("labels.md"), *read_cases("briefs.md")]
LOOKALIKES = read_cases("lookalikes.md")


def named(case: Case) -> str:
    return f"{case.file.removesuffix('.md')} {case.title}"


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip()


@pytest.mark.parametrize("case", [*BLOCKS, *MARKS], ids=named)
def test_all_of_it_is_read(case: Case) -> None:
    assert case.expected, "every case says what is read"
    assert summary(read(case.text), case.first_line) == case.expected


@pytest.mark.parametrize("case", LOOKALIKES, ids=named)
def test_what_looks_like_it_is_left_alone(case: Case) -> None:
    article = read(case.text)
    assert summary(article, case.first_line) == ""
    assert [find.message for find in rule_named("metadata/block-in-body").check(article, context())] == []


@pytest.mark.parametrize("case", [*BLOCKS, *MARKS], ids=named)
def test_every_value_is_at_its_span(case: Case) -> None:
    article = read(case.text)
    entries = [entry for block in article.blocks for entry in block.entries]
    texts = [text for entry in entries for text in (entry.label, entry.value, *entry.items)]
    for text in [*texts, *(text for item in article.illustrations for text in parts(item))]:
        assert squeezed(article.source[text.span]) == squeezed(text.text)


def parts(item: Illustration) -> Iterator[Text]:
    own = (item.type, item.description, item.prompt, item.alt, item.file, *item.fields.values())
    yield from filter(None, own)
    if item.placement:
        yield item.placement.text


@pytest.mark.parametrize("case", BLOCKS, ids=named)
def test_the_move_leaves_nothing_behind(case: Case) -> None:
    """The body is the article without its block, but for the lines that the expectation calls left out."""
    text = case.text
    for block in (article := read(text)).blocks:
        move = move_block(article, block, {})
        assert move.left == ()
        for edit in sorted(move.edits, reverse=True):
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    body = text.split("---\n", 2)[2]
    left = re.findall(r"(?m)^left out \d+: (.*)", case.expected)
    kept = [line for line in lines(body) if line not in lines(case.before + case.after)]
    assert [line for line in kept if not line.startswith(("#", "---", "**For"))] == left
    assert [line for line in lines(case.before + case.after) if line not in lines(body)] == []
    values = [text for entry in entries_of(case) for text in (entry.items or (entry.value,))]
    front = squeezed(text.split("---\n", 2)[1])
    assert [value.text for value in values if squeezed(value.text) not in front and "\n" not in value.text] == []
    assert list(map(meant, read(text).illustrations)) == list(map(meant, article.illustrations))


def meant(item: Illustration) -> dict[str, str]:
    """Return what a brief asks for; its type and place may be worded in another way in front matter."""
    own = {"description": item.description, "prompt": item.prompt, "alt": item.alt, "file": item.file, **item.fields}
    return {
        "kind": item.kind,
        "place": place(item.placement),
        **{name: text.text for name, text in own.items() if text},
    }


def entries_of(case: Case) -> list[BlockEntry]:
    blocks = read(case.text).blocks
    return [entry for block in blocks for entry in block.entries if entry.field != "illustrations"]


def lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize("case", BLOCKS, ids=named)
def test_the_rule_names_all_labels(case: Case) -> None:
    article = read(case.text)
    (finding,) = rule_named("metadata/block-in-body").check(article, context())
    labels = [entry.label.text for block in article.blocks for entry in block.entries]
    assert re.findall("“(.+?)”(?=[,)]| and)", finding.message) == labels
    left = re.findall(r"(?m)^left out (\d+)", case.expected)
    assert re.findall(r"\d+", finding.help) == [str(int(number) + case.first_line) for number in left]


@pytest.mark.parametrize("case", [*BLOCKS, *MARKS], ids=named)
def test_the_overview_shows_it(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    article = read(case.text)
    draw([overview(article, Settings())], color="never")
    shown = squeezed(RichText.from_ansi(capsys.readouterr().out).plain.replace("…", " "))
    texts = [text for item in article.illustrations for text in shown_parts(item)]
    texts += [item.text for entry in entries_of(case) if entry.field for item in (entry.items or (entry.value,))]
    assert [text for text in texts if squeezed(text)[:30] not in shown] == []
    assert all(squeezed(text)[:20] in shown for text in re.findall(r"(?m)^left out \d+: (.*)", case.expected))


def shown_parts(item: Illustration) -> list[str]:
    wanted = ("caption", "style", "size")
    own = (item.description, item.prompt, item.alt, item.file, *(item.fields.get(name) for name in wanted))
    return [text.text for text in own if text]


def context() -> Context:
    return Context(date(2026, 1, 31), NoFiles(), Site())


def rewrite(name: str) -> None:
    """Write down what is read of each case of a file now."""
    path = FOLDER / name
    text = path.read_text("utf-8")
    for case in read_cases(name):
        fence = "````" if "```" in case.written else "```"
        written = f"## {case.title}\n\n{fence}markdown\n{case.written}{fence}\n"
        expected = f"\n```text\n{summary(read(case.text), case.first_line)}```\n"
        old = f"\n```text\n{case.expected}```\n" if case.expected else ""
        text = text.replace(written + old, written + expected)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    for each in sys.argv[1:] or ["labels.md", "briefs.md", "marks.md"]:
        rewrite(each)
