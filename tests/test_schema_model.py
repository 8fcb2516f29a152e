"""Pydantic models as contracts: their own words, our sentences, and modules that can't be had."""

from __future__ import annotations

import pickle
import sys
from datetime import date
from pathlib import Path

import pytest

from lintarticle.article.article_reader import ArticleReader
from lintarticle.problem import UnusableSetting
from lintarticle.rule import Context
from lintarticle.schema.contract import ContractError
from lintarticle.schema.model_contract import read_model
from lintarticle.source import SourceText

MODULE = """
from datetime import date
from typing import Literal
from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

class Hero(BaseModel):
    src: str
    alt: str = Field(min_length=3)

class News(BaseModel):
    title: str
    section: Literal["harbour", "weather"] = "harbour"
    opens: date | None = None
    stops: list[int] = []
    hero: Hero | None = None
    rating: int = Field(default=3, ge=1, le=5)
    read_time: int = Field(default=1, alias="readTime")

    @field_validator("title")
    @classmethod
    def not_loud(cls, value):
        if value.isupper():
            raise ValueError("Titles are not shouted")
        return value

    @model_validator(mode="after")
    def open(self):
        assert self.section != "weather" or not self.opens, "Weather does not open."
        return self

class Closed(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: str

class Broken(BaseModel):
    title: str

    @field_validator("title")
    @classmethod
    def fails(cls, value):
        return {}[value]

class Plain: ...
number = 3
"""


SLIP = "3:1 unknown-key Unknown key “readTme”. Did you mean “readTime”?"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "site_models.py").write_text(MODULE, "utf-8")
    (tmp_path / "bad_models.py").write_text("import no_such_module_at_all\n", "utf-8")
    (tmp_path / "quits.py").write_text("raise SystemExit(3)\n", "utf-8")
    return tmp_path


def found(root: Path, name: str, *lines: str) -> list[str]:
    held_to = pickle.loads(pickle.dumps(read_model(name, root)))  # noqa: S301 - our own bytes
    article = ArticleReader().read("a.md", SourceText("\n".join(["---", *lines, "---", "", "Text.", ""])))
    lines_found = []
    for fault in held_to.violations(article, Context(date(2026, 1, 31))):
        line, column = article.source.position(fault.span.start)
        lines_found.append(f"{line}:{column} {fault.kind} {fault.message}")
    return lines_found


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["title: Tides", "opens: 2026-05-01", "stops: [1]", "hero: {src: a, alt: bcd}"], []),
        (["section: weather"], ["3:1 required “title” is missing."]),
        (["title: TIDES"], ["2:8 value “title”: Titles are not shouted."]),
        (
            ["title: Tides", "section: weater"],
            ["3:10 value “section” is “weater”; expected harbour or weather. Did you mean “weather”?"],
        ),
        (["title: Tides", "stops: 1"], ["3:8 type “stops” is 1; expected a list."]),
        (["title: Tides", "stops: [1, x]"], ["3:12 type An item of “stops” is “x”; expected a whole number."]),
        (["title: Tides", "hero: {src: a}"], ["3:1 required “hero” lacks the key “alt”."]),
        (
            ["title: Tides", "hero: {src: a, alt: b}"],
            ["3:21 value “hero.alt” is “b”; expected at least 3 characters."],
        ),
        (["title: Tides", "rating: 9"], ["3:9 value “rating” is 9; expected at most 5."]),
        (["title: Tides", "opens: soon"], ["3:8 type “opens” is “soon”; expected a date."]),
        (["title: Tides", "opens: 2026-05-01", "section: weather"], ["5:1 value Weather does not open."]),
        (["title: Tides", "readTme: 3"], [SLIP]),
    ],
)
def test_what_a_model_finds(root: Path, lines: list[str], expected: list[str]) -> None:
    assert found(root, "site_models:News", *lines) == expected


def test_a_closed_model_knows_its_keys_only(root: Path) -> None:
    assert found(root, "site_models:Closed", "title: Tides", "titel: x", "mood: y") == [
        "3:1 unknown-key Unknown key “titel”. Did you mean “title”?",
        "4:1 unknown-key Unknown key “mood”.",
    ]


def test_a_model_that_fails_ends_the_run(root: Path) -> None:
    with pytest.raises(UnusableSetting, match="The model site_models:Broken failed with KeyError: 'Tides'"):
        found(root, "site_models:Broken", "title: Tides")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("site_models", "“site_models” does not name a model: write module:Class, such as site_models:News."),
        ("site_models:", "“site_models:” does not name a model"),
        ("a/b:News", "“a/b:News” does not name a model"),
        ("no_models_here:News", "The module “no_models_here” can’t be imported from"),
        ("bad_models:News", "ModuleNotFoundError: No module named 'no_such_module_at_all'."),
        ("quits:News", "SystemExit: 3."),
        ("site_models:Nws", "The module “site_models” has no “Nws”. Did you mean “News”?"),
        ("site_models:Plain", "“site_models:Plain” is not a pydantic model, but the class Plain."),
        ("site_models:number", "“site_models:number” is not a pydantic model, but a value of the type int."),
    ],
)
def test_a_model_that_can_t_be_had(root: Path, name: str, message: str) -> None:
    before = list(sys.path)
    with pytest.raises(ContractError) as error:
        read_model(name, root)
    assert message in str(error.value)
    assert sys.path == before
