"""Which text is front matter, in every kind of fence; bytes that a case file can't hold; the library's handlers."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import frontmatter
import pytest

from lintarticle.article.front_matter.fences import TomlFences, YamlFences
from lintarticle.article.front_matter.front_matter import FrontMatter
from lintarticle.article.front_matter.front_matter_reader import FrontMatterHandler
from lintarticle.article.front_matter.key_lines import looks_like_keys
from lintarticle.problem import Edit
from lintarticle.source import BOM, SourceText, Span


def read(text: str, *, code_fence: bool = False, headers: bool = False, unopened: bool = False) -> FrontMatter | None:
    return FrontMatterHandler(code_fence=code_fence, headers=headers, unopened=unopened).read(SourceText(text))


def values(found: FrontMatter | None) -> object:
    assert found is not None
    assert found.root is not None
    return found.root.value


FOUND = {
    "yaml": "---\ntitle: Tides\n---\nText.\n",
    "yaml closed by dots": "---\ntitle: Tides\n...\nText.\n",
    "yaml, end of file": "---\ntitle: Tides\n---",
    "yaml by name": "---yaml\ntitle: Tides\n---\nText.\n",
    "toml": '+++\ntitle = "Tides"\n+++\nText.\n',
    "toml by name": '---toml\ntitle = "Tides"\n---\nText.\n',
    "json": '{\n  "title": "Tides"\n}\nText.\n',
    "json on one line": '{"title": "Tides"}\nText.\n',
    "json by name": '---json\n{"title": "Tides"}\n---\nText.\n',
    "json between semicolons": ';;;\n{"title": "Tides"}\n;;;\nText.\n',
    "json without braces": ';;;\n"title": "Tides"\n;;;\nText.\n',
}


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND.keys())
def test_every_fence(text: str, newline: str) -> None:
    found = read(text.replace("\n", newline))
    assert values(found) == {"title": "Tides"}
    assert found is not None
    assert found.faults == ()
    assert text[found.span.end :] in ("Text.\n", "")


@pytest.mark.parametrize("text", ["---js\n{ title: name() }\n---\nText.\n", "---javascript\nconst a = 1\n---\nText.\n"])
def test_code_is_front_matter_that_is_not_read(text: str) -> None:
    found = read(text)
    assert found is not None
    assert found.root is None
    assert [fault.kind for fault in found.faults] == ["script"]
    assert text[found.span.end :] == "Text.\n"


NOT_FOUND = {
    "nothing": "",
    "text": "# Tides\n\nText.\n",
    "a lone rule": "---\n",
    "a rule, then text": "---\n\nText.\n",
    "text between rules": "---\n\nText with a colon: here.\n\n---\n\nMore.\n",
    "a heading between rules": "---\n\n# Tides\n\nText.\n\n---\n\nMore.\n",
    "a long rule": "----------\n\nText.\n\n----------\n",
    "a table": "| a | b |\n|---|---|\n",
    "a setext heading": "Tides\n---\ntitle: x\n---\n",
    "an indented fence": "    ---\n    title: x\n    ---\n",
    "a shortcode": "{{< figure src=x >}}\n\nText.\n",
    "a Liquid tag": "{% raw %}\n\nText.\n",
    "a kramdown attribute": "{: .lead}\nText.\n",
    "an MDX expression": "{frontmatter.title}\n\nText.\n",
    "an MDX comment": "{/* no metadata */}\n\nText.\n",
    "a sample of code": "```yaml\nname: Tides\n```\n",
    "a sample of code that is never closed": "```yaml\ntitle: Tides\n",
    "lines of a paragraph": "Title: Tides\nDate: 2026-01-02\nand so on.\n",
    "an editor's block": "Title: Tides\nSlug: tides\nMeta Description: Twice a day.\n\nText.\n",
    "a title and text": "Title: Tides\nExcerpt: Twice a day.\nTags: sea\n\nText.\n",
    "one key over a rule": "title: Tides\n---\n\nText.\n",
    "keys and text over a rule": "title: Tides\ntags: [sea]\n\nText.\n\n---\n\nText.\n",
    "plus signs": "+++ more +++\n\nText.\n",
    "a comment that is never closed": "<!-- x\n---\ntitle: x\n---\n",
}


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_what_is_no_front_matter(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "root"),
    [("---\n---\nText.\n", None), ("---\n\n---\n", None), ("---\n# remark\n---\n", None), ("{}\nText.\n", {})],
)
def test_an_empty_block_is_a_block_without_faults(text: str, root: object) -> None:
    found = read(text)
    assert found is not None
    assert (found.root.value if found.root else None) == root
    assert found.faults == ()


@pytest.mark.parametrize("mark", ["```", "~~~~"])
@pytest.mark.parametrize(
    ("language", "block"), [("yaml", "title: Tides"), ("toml", 'title = "Tides"'), ("json", '{"title": "Tides"}')]
)
def test_a_code_fence_counts_when_asked_for(mark: str, language: str, block: str) -> None:
    text = f"{mark}{language}\n{block}\n{mark}\n\nText.\n"
    found = read(text, code_fence=True)
    assert values(found) == {"title": "Tides"}
    assert found is not None
    assert found.faults == ()
    assert text[found.span.end :] == "\nText.\n"


@pytest.mark.parametrize(
    ("opening", "block", "form"),
    [
        ("```yaml", "title: Tides", "yaml"),
        ("```yaml any-name", "title: Tides\ntags: [sea]", "yaml"),
        ("~~~~toml", 'title = "Tides"', "toml"),
        ("```json {1}", '{"title": "Tides"}', "json"),
        ("```{.yaml}", "Title: Tides", "yaml"),
    ],
)
def test_a_code_fence_with_a_title_counts_in_any_case(opening: str, block: str, form: str) -> None:
    mark = opening.rstrip("abcdefghijklmnopqrstuvwxyz-{}.1 ")
    text = f"{opening}\n{block}\n{mark}\n\nText.\n"
    found = read(text)
    assert found is not None
    assert (found.format, found.faults, text[found.span.end :]) == (form, (), "\nText.\n")


@pytest.mark.parametrize(
    "lines",
    [
        "Title: Tides\nDate: 2015-01-05\nTags: a\nCategory: C\n",
        "Date: 2015-01-05\nTitle: Tides: a history\n",
        "Title:   Tides   \nAuthor:  Ada Orr   \nCategory: Sea\n    and moon\nStatus:\n",
        "title: Tides\nlayout: post\nmood: calm\n",
    ],
)
def test_header_lines_that_can_be_nothing_else_count_in_any_case(lines: str) -> None:
    found = read(f"{lines}\nText.\n")
    assert found is not None
    assert (found.format, found.faults, found.span.end) == ("headers", (), len(lines))


def test_a_text_line_ends_header_lines_where_the_site_has_them() -> None:
    text = "Title: Tides\nTags: sea\nTwice a day the harbour empties.\nNote: it does.\n"
    found = read(text, headers=True)
    assert values(found) == {"Title": "Tides", "Tags": "sea"}
    assert found is not None
    assert text[found.span.end :].startswith("Twice")


def test_a_blank_line_before_header_lines_is_named() -> None:
    found = read("\nTitle: Tides\nDate: 2015-01-05\n\nText.\n", headers=True)
    assert found is not None
    assert [fault.kind for fault in found.faults] == ["not-first"]


@pytest.mark.parametrize("block", ["title: Tides\ndate: 2015-01-05\n", "layout: post\ntitle: Tides\ntags:\n  - sea\n"])
def test_a_lost_opening_line_is_named_and_can_be_put_back(block: str) -> None:
    found = read(f"{block}---\n\nText.\n")
    assert found is not None
    assert [(fault.kind, fault.fix.edits if fault.fix else ()) for fault in found.faults] == [
        ("bad-fence", (Edit(Span(0, 0), "---\n"),))
    ]


def test_header_lines_count_when_asked_for() -> None:
    text = "Title: Tides: a history\nTags: sea, no\nSummary: Twice a day\n    the harbour empties.\n\nText.\n"
    found = read(text, headers=True)
    assert values(found) == {
        "Title": "Tides: a history",
        "Tags": "sea, no",
        "Summary": "Twice a day the harbour empties.",
    }
    assert found is not None
    assert (found.format, found.faults, text[found.span.end :]) == ("headers", (), "\nText.\n")


@pytest.mark.parametrize("text", ["Text: of an article\nthat goes on.\n", "Tides are: high.\n# Heading\n"])
def test_a_paragraph_is_no_header_lines(text: str) -> None:
    assert read(text, headers=True) is None


@pytest.mark.parametrize(
    ("block", "format_"),
    [("title: Tides\ntags: [sea]\n---\n", "yaml"), ('"title": "Tides",\n"tags": ["sea"]\n;;;\n', "json")],
)
def test_keys_without_an_opening_line_count_when_asked_for(block: str, format_: str) -> None:
    text = f"{block}\nText.\n"
    found = read(text, unopened=True)
    assert found is not None
    assert (found.format, found.faults, text[found.span.start : found.span.end]) == (format_, (), block)
    assert found.root is not None
    assert found.root.value == {"title": "Tides", "tags": ["sea"]}


@pytest.mark.parametrize("text", ["Title: prose\n\nText.\n", "A heading\n---\n", "", "---\n", "key: value\n"])
def test_text_over_a_rule_is_no_front_matter(text: str) -> None:
    assert read(text, unopened=True) is None


def test_a_byte_order_mark_is_named_and_can_be_removed() -> None:
    found = read(f"{BOM}---\ntitle: Tides\n---\n")
    assert values(found) == {"title": "Tides"}
    assert found is not None
    (fault,) = found.faults
    assert (fault.kind, fault.span) == ("not-first", Span(0, 1))
    assert fault.message.startswith("An invisible byte order mark comes before the front matter")
    assert fault.fix is not None
    assert [(edit.span, edit.text) for edit in fault.fix.edits] == [(Span(0, 1), "")]


@pytest.mark.parametrize(
    ("block", "kept"),
    [
        ("title: a: b\nslug: tides", {"slug": "tides"}),
        ('title: "a\nslug: tides', {"slug": "tides"}),
        ("tags: [a\nslug: tides", {"slug": "tides"}),
        ("slug: tides\nnested:\n  a: @b\n  c: d\nlang: en", {"slug": "tides", "lang": "en"}),
        ("date: 2026-02-30\nslug: tides", {"date": "2026-02-30", "slug": "tides"}),
    ],
)
def test_one_mistake_leaves_the_other_keys(block: str, kept: object) -> None:
    found = read(f"---\n{block}\n---\n")
    assert values(found) == kept
    assert found is not None
    assert len(found.faults) == 1


def test_a_control_character_in_yaml_is_named_and_the_rest_is_read() -> None:
    found = read("---\ntitle: Ti\x08des\nslug: tides\n---\n")
    assert values(found) == {"title": "Ti des", "slug": "tides"}
    assert found is not None
    assert [fault.message for fault in found.faults] == ["An invisible control character (U+0008) is here; delete it."]


# --- python-frontmatter ---------------------------------------------------------------------------------------

EXTRA = {
    "a code fence": "```yaml\ntitle: Tides\n```\nText.\n",
    "yaml unopened": "title: Tides\n---\nText.\n",
    "json unopened": '"title": "Tides"\n;;;\nText.\n',
    "headers": "Title: Tides\n\nText.\n",
    "a comment first": "<!-- low water -->\n---\ntitle: Tides\n---\nText.\n",
    "a byte order mark": f"{BOM}---\ntitle: Tides\n---\nText.\n",
    "unclosed": "---\ntitle: Tides\n\nText.\n",
    "closed by a rule": "---\ntitle: Tides\n\nText.\n\n---\n\nMore.\n",
}


@pytest.mark.parametrize("text", [*FOUND.values(), *EXTRA.values()], ids=[*FOUND, *EXTRA])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_any_program_reads_every_form_through_python_frontmatter(text: str, newline: str, tmp_path: Path) -> None:
    path = tmp_path / "tides.md"
    path.write_bytes(text.replace("\n", newline).encode())
    handler = FrontMatterHandler(code_fence=True, headers=True, unopened=True)
    post = frontmatter.load(str(path), handler=handler)
    ours = read(text, code_fence=True, headers=True, unopened=True)
    assert post.metadata == values(ours)
    assert list(post.metadata.values()) == ["Tides"]
    assert ours is not None
    assert post.content == text[ours.span.end :].strip()
    assert frontmatter.loads(frontmatter.dumps(post)).metadata == post.metadata


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND.keys())
def test_python_frontmatter_finds_the_handler_of_a_form(text: str) -> None:
    handler = next(form for form in FrontMatterHandler().forms if form.detect(text))
    assert frontmatter.loads(text, handler=handler).metadata == {"title": "Tides"}


def test_a_text_without_a_block_is_all_body() -> None:
    for handler in (YamlFences(), TomlFences(), FrontMatterHandler()):
        assert not handler.detect("Text.\n")
        with pytest.raises(ValueError, match="no front matter"):
            handler.split("Text.\n")
        assert frontmatter.parse("Text.", handler=handler) == ({}, "Text.")


def test_a_handler_reads_a_block_that_comes_from_elsewhere() -> None:
    assert FrontMatterHandler().load("title: Tides\ndate: 2026-01-31\n") == {
        "title": "Tides",
        "date": date(2026, 1, 31),
    }
    assert TomlFences().load('title = "Tides"\n') == {"title": "Tides"}


def test_the_reader_asks_the_handlers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(YamlFences, "detect", lambda *_: False)
    assert read("---\ntitle: Tides\n---\n") is None
    monkeypatch.undo()
    monkeypatch.setattr(YamlFences, "split", lambda *_: TomlFences().split("+++\n+++\n"))
    found = read("---\ntitle: Tides\n---\n")
    assert found is not None
    assert found.format == "toml"


@pytest.mark.parametrize(
    ("block", "expected"),
    [("title: x\n", True), ("\n# Tides\n\nText.\n", False), ("- a\n- b\n", True), ("\n- a\n- b\n\n", False)],
)
def test_what_looks_like_keys(block: str, expected: bool) -> None:
    assert looks_like_keys(block, Span(0, len(block)), "yaml") is expected


def test_json_is_read_as_the_standard_library_reads_it() -> None:
    block = '{"a": [1, -2.5e3, true, null, "\\u6f6e\\n"], "b": {}, "c": [], "d": {"e": [[]]}}'
    assert values(read(block + "\n")) == json.loads(block)
