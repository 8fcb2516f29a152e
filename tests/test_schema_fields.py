"""Fields tables: every type and attribute, on good and bad values, and every way a table can be wrong."""

from __future__ import annotations

import pickle
import tomllib
from datetime import date
from pathlib import Path

import pytest

from lintarticle.article.article_reader import ArticleReader
from lintarticle.config.document import Mistaken
from lintarticle.config.fields import read_fields
from lintarticle.files import DiskFiles
from lintarticle.patterns import SlowPatternError
from lintarticle.ranges import Range
from lintarticle.rule import Context
from lintarticle.schema.data_files import DataFileError
from lintarticle.schema.fields_contract import FieldsContract
from lintarticle.source import SourceText

TODAY = date(2026, 1, 31)


def contract(toml: str, *, strict: bool = False) -> FieldsContract:
    table = tomllib.loads(toml)
    return read_fields(table, definitions=table.pop("definitions", None), strict=strict)


def kinds(held_to: FieldsContract, *lines: str, files: Path | None = None) -> list[str]:
    """Return the kinds of violations of an article with these lines of front matter."""
    article = ArticleReader().read("posts/a.md", SourceText("\n".join(["---", *lines, "---", "", "Text.", ""])))
    context = Context(TODAY, DiskFiles(files, files)) if files else Context(TODAY)
    return [fault.kind for fault in held_to.violations(article, context)]


@pytest.mark.parametrize(
    ("spec", "good", "bad"),
    [
        ('{type = "string"}', ["x", "12", "1.50", "2026-01-31", "'no'", ">-\n  a\n  b"], {"no": "type", "[x]": "type"}),
        ('{type = "text"}', ["x", "|\n  a\n  b"], {"{a: 1}": "type", "true": "type"}),
        ('{type = "integer"}', ["3", "-3", "0x1F"], {"3.5": "type", "'3'": "type", "yes": "type", "x": "type"}),
        ('{type = "number"}', ["3", "3.5", "-1e3"], {"'3'": "type", "yes": "type", "x": "type"}),
        ('{type = "boolean"}', ["true", "no", "off"], {"'true'": "type", "1": "type", "x": "type"}),
        (
            '{type = "date"}',
            ["2026-01-31", "2026-01-31 10:00", "31 Jan 2026", "'2026/1/31'"],
            {"x": "type", "5": "type"},
        ),
        ('{type = "datetime"}', ["2026-01-31 10:00", "2026-01-31T10:00:00Z"], {"2026-01-31": "type", "x": "type"}),
        ('{type = "list"}', ["[]", "[1, x]", "\n- 1"], {"x": "type", "{a: 1}": "type", "3": "type"}),
        ('{type = "list", items = "integer"}', ["[1]"], {"[1, x]": "type"}),
        ('{type = "list", items = {type = "list", items = "integer"}}', ["[[1]]"], {"[[x]]": "type", "[1]": "type"}),
        ('{type = "object"}', ["{a: 1}"], {"x": "type", "[1]": "type"}),
        ('{fields = {b = {type = "integer", required = true}}}', ["{b: 1}"], {"{b: x}": "type", "{c: 1}": "required"}),
        (
            '{type = "url"}',
            ["https://example.org", "http://x.example/a?b#c"],
            {
                "example.org": "value",
                "/a": "value",
                "ftp://a.b": "value",
                "https://": "value",
                "'https://a b'": "value",
                "'http://[::1'": "value",
            },
        ),
        ('{type = "email"}', ["a.b+c@mail.example.org"], {"a@b": "value", "a b@c.de": "value", "'@c.de'": "value"}),
        ('{type = "slug"}', ["a-b-2"], {"A": "value", "a_b": "value", "a--b": "value", "-a": "value", "潮汐": "value"}),
        ('{type = "slug", unicode = true}', ["潮汐", "été"], {"A": "value"}),
        ('{type = "lang"}', ["en", "pt-BR", "zh-Hant", "es-419"], {"english": "value", "pt_BR": "value", "e": "value"}),
        ('{type = "enum", enum = ["a", 1, true]}', ["a", "1", "yes"], {"b": "value", "2": "value", "no": "value"}),
        ('{type = "tag"}', ["a"], {"[a]": "type"}),
        ('{type = "any"}', ["a", "[1]", "{a: 1}"], {}),
        ('{length = "2..4"}', ["ab", "潮汐潮汐"], {"a": "value", "abcde": "value"}),
        ("{length = 3}", ["abc"], {"ab": "value"}),
        ('{pattern = "[a-z]+\\\\d"}', ["ab1"], {"ab1x": "value", "1": "value"}),
        ('{type = "integer", range = "..5"}', ["5", "-1"], {"6": "value"}),
        ('{range = "-0.5..0.5"}', ["0.5", "0"], {"0.6": "value", "-1": "value"}),
        ('{count = "1..2"}', ["[a]", "[a, b]"], {"[a, b, c]": "value"}),
        ("{unique = true}", ["[a, b]", "[1, '1']"], {"[a, a]": "value", "[{a: 1}, {a: 1}]": "value"}),
        ('{type = "integer", enum = [1, 2]}', ["1"], {"3": "value", "x": "type"}),
    ],
)
def test_a_type_and_its_attributes(spec: str, good: list[str], bad: dict[str, str]) -> None:
    held_to = contract(f"x = {spec}")
    assert {value: kinds(held_to, f"x: {value}") for value in good} == {value: [] for value in good}
    assert {value: kinds(held_to, f"x: {value}") for value in bad} == {value: [kind] for value, kind in bad.items()}


@pytest.mark.parametrize(
    ("toml", "lines", "expected"),
    [
        ("x = {required = true}", ["y: 1"], ["required"]),
        ("x = {required = true}", ["x:"], ["required"]),
        ("x = {required = true}", ["x: ''"], ["required"]),
        ("x = {required = true}", ["x: []"], ["required"]),
        ("x = {required = true}", ["x: 0"], []),
        ("x = {required = true}", ["x: no"], []),
        ("x = {required = true, default = 1}", ["x: 1"], []),
        ('x = {required-if = "y"}\ny = "any"', ["y: 1"], ["required"]),
        ('x = {required-if = "y"}\ny = "any"', ["z: 1"], []),
        ('x = {required-if = {y = 1}}\ny = "any"', ["y: 1", "x: 2"], []),
        ('x = {not-with = ["y"]}\ny = "any"', ["y: 1", "x: 2"], ["value"]),
        ('x = {not-with = ["y"]}\ny = "any"', ["x: 2"], []),
        ('x = {after = "y"}\ny = "date"', ["x: 2026-01-02", "y: 2026-01-01"], []),
        ('x = {after = "y"}\ny = "date"', ["x: 2026-01-01", "y: 2026-01-02"], ["value"]),
        ('x = {before = "y"}\ny = "date"', ["x: 2026-01-03", "y: 2026-01-02"], ["value"]),
        ('x = {before = "y"}\ny = "date"', ["x: 2026-01-02", "y: 2026-01-02"], []),
        ('g = {fields = {x = {required-if = "y"}, y = "any"}}', ["g: {y: 1}"], ["required"]),
        ('g = {items = {fields = {x = {not-with = "y"}, y = "any"}}}', ["g: [{x: 1}, {x: 1, y: 2}]"], ["value"]),
        ("g = {fields = {l = {unique = true}}}", ["g: {l: [a, a]}"], ["value"]),
        ('x = {deprecated = "use y"}\ny = "any"', ["x: 1"], ["unknown-key"]),
        ("title = {required = true}", ["headline: A title"], []),
        ('title = {required = true, names = ["title"]}', ["headline: A title"], ["required"]),
        ("description = {required = true}", ["summary: A text"], ["required"]),
        ('tags = {count = "2.."}', ["extra:", "  tags: [a]"], ["value"]),
    ],
)
def test_what_fields_say_of_each_other(toml: str, lines: list[str], expected: list[str]) -> None:
    assert kinds(contract(toml), *lines) == expected


def test_definitions_are_built_on() -> None:
    held_to = contract(
        'hero = {type = "picture", required = true}\nthumb = "picture"\n'
        '[definitions.picture]\nfields = {src = "path", alt = {type = "string", required = true}}\n'
        '[definitions]\npath = {pattern = "/.*"}\n'.replace("[definitions]\n", "[definitions.path]\n").replace(
            'path = {pattern = "/.*"}', 'pattern = "/.*"'
        )
    )
    assert kinds(held_to, "thumb: {src: a, alt: b}") == ["required", "value"]
    assert kinds(held_to, "hero: {src: /a, alt: b}") == []


def test_strict_refuses_every_other_key_and_says_nothing_of_the_schema_s_own() -> None:
    held_to = contract('title = "string"', strict=True)
    assert kinds(held_to, "title: x", "layout: y", "$schema: https://example.org/z") == ["unknown-key"]


def test_a_contract_can_be_pickled_and_works_again() -> None:
    held_to = contract('x = {type = "integer"}')
    assert kinds(held_to, "x: a") == ["type"]
    assert kinds(pickle.loads(pickle.dumps(held_to)), "x: a") == ["type"]  # noqa: S301 - our own bytes


def test_files_are_looked_at(tmp_path: Path) -> None:
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "b.md").write_text("---\nslug: high-water\n---\n", "utf-8")
    (tmp_path / "posts" / "p.png").write_bytes(b"no picture")
    (tmp_path / "names.txt").write_text("# the names\nada\nben\n", "utf-8")
    held_to = contract(
        'i = {type = "image", min-width = 9, max-weight = "5 B"}\nf = "file"\na = {items = {type = "article"}}\n'
        'n = {from = "names.txt"}'
    )
    assert kinds(held_to, "f: p.png", "a: [b, high-water, /posts/b, b.md, posts/b.md]", "n: ada", files=tmp_path) == []
    assert kinds(held_to, "f: q.png", "a: [c]", "n: cy", files=tmp_path) == ["reference"] * 3
    assert kinds(held_to, "i: p.png", files=tmp_path) == ["value"]
    assert kinds(held_to, "i: q.png", files=tmp_path) == ["reference"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("gone.txt", None, "gone.txt can’t be read: the file does not exist."),
        ("a.json", "[1,", "a.json:1: The file is not valid JSON: Expecting value (column 4)."),
        ("a.yml", "a: [", "a.yml:2: The file is not valid YAML: did not find expected node content."),
        ("a.toml", "a = ", "a.toml is not valid TOML: Invalid value (at end of document)."),
        (
            "a.toml#auhors",
            "[authors]\na = 1",
            ("a.toml has no key “auhors”, which “a.toml#auhors” asks for. Did you mean “authors”?"),
        ),
        ("a.csv#nme", "name\nada\n", "a.csv has no column “nme”, only name."),
        ("a.json", "3", "a.json has no list of names."),
    ],
)
def test_a_bad_list_ends_the_run_with_a_sentence(tmp_path: Path, name: str, content: str | None, message: str) -> None:
    if content is not None:
        (tmp_path / name.partition("#")[0]).write_text(content, "utf-8")
    with pytest.raises(DataFileError) as error:
        kinds(contract(f'x = {{from = "{name}"}}'), "x: y", files=tmp_path)
    assert str(error.value) == message


def test_a_pattern_that_never_ends_is_told() -> None:
    with pytest.raises(SlowPatternError, match="takes too long on “aaaa"):
        kinds(contract('x = {pattern = "(a|a)+$"}'), f"x: {'a' * 300}!")


@pytest.mark.parametrize(
    ("toml", "place", "message"),
    [
        ("x = 3", "x", "“x” is 3; expected a table."),
        ('x = "strng"', "x.type", "There is no type “strng”; use one of"),
        ('x = {type = "strng"}', "x.type", "Did you mean “string”?"),
        ("x = {type = 3}", "x.type", "“type” is 3; expected text in quotes."),
        ("x = {requird = true}", "x.requird", "Unknown key “requird”. Did you mean “required”?"),
        ('x = {required = "yes"}', "x.required", "“required” is “yes”; expected true or false."),
        (
            'x = {type = "boolean", length = "1..2"}',
            "x.length",
            "“length” can’t be used with the type boolean, only with text.",
        ),
        ('x = {type = "string", count = 1}', "x.count", "“count” can’t be used with the type string, only with list."),
        (
            'x = {length = "a..b"}',
            "x.length",
            "“length” is “a..b”; expected a number or a range such as “20..70”",
        ),
        ('x = {length = "9..3"}', "x.length", "“length” is “9..3”; expected the smaller end first: “3..9”."),
        ("x = {length = -1}", "x.length", "“length” is -1; expected whole numbers, none of them negative."),
        ("x = {count = true}", "x.count", "“count” is true; expected a number or a range"),
        ('x = {pattern = "(a"}', "x.pattern", "“(a” is not a pattern: missing ) at character 3."),
        ("x = {enum = []}", "x.enum", "“enum” is a list; expected a list of values that is not empty."),
        ('x = {type = "enum"}', "x.type", "A field of the type enum needs “enum”, the list of its values."),
        ("x = {names = 3}", "x.names", "“names” is 3; expected text in quotes or a list of texts."),
        ('x = {after = "y"}', "x.after", "Unknown field “y”."),
        ('x = {after = "datte"}\ndate = "date"', "x.after", "Unknown field “datte”. Did you mean “date”?"),
        ('x = {not-with = "x"}', "x.not-with", "The field refers to itself."),
        ("x = {required-if = 3}", "x.required-if", "“required-if” is 3; expected a table"),
        ("x = {fields = 3}", "x.fields", "“fields” is 3; expected a table."),
        (
            'x = {fields = {y = {typ = "any"}}}',
            "x.fields.y.typ",
            "Unknown key “typ”. Did you mean “type”?",
        ),
        ('x = {items = {type = "objct"}}', "x.items.type", "Did you mean “object”?"),
        ('x = {type = "image", ratio = "wide"}', "x.ratio", "“ratio” is “wide”; expected a number such as 1.91"),
        ('x = {type = "image", max-weight = "big"}', "x.max-weight", "“max-weight” is “big”; expected a weight"),
        ('x = {type = "image", min-width = 0}', "x.min-width", "“min-width” is 0; expected a whole number of pixels"),
        (
            'x = "a"\n[definitions.a]\ntype = "b"\n[definitions.b]\ntype = "a"',
            "definitions.b.type",
            "The definition “a” builds on itself.",
        ),
        (
            '[definitions.list]\ntype = "any"',
            "definitions.list",
            "“list” is the name of a type",
        ),
        ("[definitions.a]\nrange = 'x'", "definitions.a.range", "“range” is “x”; expected a number or a range"),
    ],
)
def test_a_bad_table_is_told_by_place(toml: str, place: str, message: str) -> None:
    table = tomllib.loads(toml)
    definitions = table.pop("definitions", None)
    with pytest.raises(Mistaken) as error:
        read_fields(table, definitions=definitions, definitions_at=("definitions",))
    told = {".".join(map(str, mistake.place)): mistake.sentence for mistake in error.value.mistakes}
    assert message in told.get(place, ""), told


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("20..70", Range(20, 70)),
        ("..5", Range(None, 5)),
        (" 3.. ", Range(3, None)),
        (3, Range(3, 3)),
        ("-1.5..2", Range(-1.5, 2)),
        ("4", Range(4, 4)),
    ],
)
def test_ranges(written: object, expected: Range) -> None:
    assert Range.of(written) == expected
