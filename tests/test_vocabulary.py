"""Vocabularies in every form that sites and platforms keep them in."""

from __future__ import annotations

import pytest

from lintarticle.schema.data_files import DataFileError
from lintarticle.schema.vocabulary import Term, read_vocabulary


@pytest.mark.parametrize(
    ("path", "text", "names"),
    [
        ("tags.txt", "\ufefftides\n\n# a comment\n  quay \n", ("tides", "quay")),
        ("tags.txt", "C#\n#quay\n", ("C#", "#quay")),
        ("tags.csv", "tides,water\nquay,\n", ("tides", "quay")),
        ("tags.csv", "id;name\nt;Tides\nq;Quay\n", ("Tides", "Quay")),
        ("tags.tsv", "tag\tparent\ntides\twater\n", ("tides",)),
        ("tags.toml", 'tags = ["tides", "quay"]', ("tides", "quay")),
        ("tags.toml", '[tides]\nlabel = "Tides"\n[quay]\n', ("tides", "quay")),
        ("tags.json", '["tides", {"name": "quay"}, null]', ("tides", "quay")),
        ("tags.json", '[{"id": "t", "name": "Tides"}]', ("Tides", "t")),
        ("tags.yml", "tides:\n  label: Tides\n  permalink: /tides\nquay:\n", ("tides", "quay")),
        (".authors.yml", "authors:\n  ada:\n    name: Ada\n    avatar: /a.png\n", ("ada",)),
        ("authors.yml", "ada:\n  name: Ada\n  url: https://example.org\n", ("ada",)),
        ("tags.yml#site.tags", "site:\n  tags: [tides]\n  name: x\n", ("tides",)),
        ("tags.yml", "- 2024\n- tides\n", ("2024", "tides")),
    ],
)
def test_names_of_a_file(path: str, text: str, names: tuple[str, ...]) -> None:
    name, _, keys = path.partition("#")
    assert read_vocabulary(name, text.encode(), keys).names == names


def test_what_a_table_says_of_a_term() -> None:
    text = (
        "tides: {label: Tides, aliases: [ebb], parent: water}\nold: {deprecated: use tides}\ngone: {deprecated: true}\n"
    )
    vocabulary = read_vocabulary("tags.yaml", text.encode())
    assert vocabulary.terms["tides"] == Term("tides", ("Tides",), ("ebb",), parents=("water",))
    assert vocabulary.terms["old"] == Term("old", deprecated=True, replacement="tides")
    assert vocabulary.names == ("tides",)
    assert ("tides" in vocabulary, "old" in vocabulary, "Tides" in vocabulary) == (True, False, False)
    assert [term.name if (term := vocabulary.meant_by(name)) else "" for name in ("EBB", "TIDES", "old", "x")] == [
        "tides", "tides", "old", "",
    ]  # fmt: skip
    assert vocabulary.nearest("tdies") == "tides"


def test_the_columns_of_a_csv_file() -> None:
    text = "name,aliases,deprecated,replacement,parents\ntides,ebb|flood,no,,water;sea\nold,,yes,tides,\n"
    vocabulary = read_vocabulary("tags.csv", text.encode())
    assert vocabulary.terms["tides"] == Term("tides", aliases=("ebb", "flood"), parents=("water", "sea"))
    assert vocabulary.terms["old"] == Term("old", deprecated=True, replacement="tides")


@pytest.mark.parametrize(
    ("path", "data", "message"),
    [
        ("a.yml", b"a: &a [1]\nb: *c\n", "a.yml:2: The file is not valid YAML"),
        ("a.yml", b"[" * 200, "a.yml is nested more than 100 levels deep."),
        ("a.yml", b"- " * 2000 + b"a", "a.yml is indented by more than 1000 characters."),
        ("a.txt", b"\xff", "a.txt is not UTF-8 text (byte 0)."),
        ("a.json", b'"x"', "a.json has no list of names."),
        ("a.txt", b"x" * 5_000_001, "a.txt has 5,000,001 bytes; expected at most 5,000,000."),
    ],
)
def test_a_file_that_is_no_vocabulary(path: str, data: bytes, message: str) -> None:
    with pytest.raises(DataFileError) as error:
        read_vocabulary(path, data)
    assert message in str(error.value)
