"""The words of each language, the language of an article, and every rule that asks for either."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import get_args

import pytest
from case_files import Case, run_case

from lintarticle import languages
from lintarticle.article.article_reader import ArticleReader
from lintarticle.article.metadata_block.label_table import LABELS
from lintarticle.article.text.measure import UNSPACED
from lintarticle.languages import LANGUAGES, Kind, words
from lintarticle.source import SourceText

KINDS = get_args(Kind)

UNKNOWN = "eo"
"""A language without lists."""

SCRIPTS = {"ar": "ARABIC", "fa": "ARABIC", "he": "HEBREW", "ru": "CYRILLIC", "ko": "HANGUL"}


def found(rule: str, language: str, body: str, fields: str = "") -> int:
    """Return how many findings one rule has in an article of a language."""
    article = f"---\nlang: {language}\n{fields}---\n\n{body}\n"
    return len(run_case(Case(rule, "", 0, article, (), None)).lines)


def language_of(article: str, path: str = "tides.md") -> str:
    return ArticleReader().read(path, SourceText.from_bytes(article.encode())).language


# --- the lists ------------------------------------------------------------------------------------------------


def test_the_seventeen_languages() -> None:
    modules = {path.stem for path in Path(languages.__file__).parent.glob("[a-z]*.py")}
    assert modules == set(LANGUAGES)
    assert len(LANGUAGES) == 17


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_is_as_rules_compare_it(language: str, kind: Kind) -> None:
    listed = words(kind, language)
    assert listed, "no list is empty"
    assert sorted(set(listed)) == sorted(listed), "no word stands twice"
    for word in listed:
        assert word == word.casefold()
        assert word == unicodedata.normalize("NFC", word)
        assert word == " ".join(word.split())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", SCRIPTS)
def test_no_word_mixes_scripts(language: str, kind: Kind) -> None:
    for word in words(kind, language):
        for part in word.split():
            names = {unicodedata.name(char).split()[0] for char in part if char.isalpha()}
            assert names <= {SCRIPTS[language]} or names == {"LATIN"}, word


def test_persian_and_arabic_have_their_own_letters() -> None:
    for kind in KINDS:
        assert not any(set("يكة") & set(word) for word in words(kind, "fa"))
        assert not any(set("یکپچژگ") & set(word) for word in words(kind, "ar"))


def test_an_unknown_language_has_no_words() -> None:
    assert [words(kind, language) for kind in KINDS for language in (UNKNOWN, "", "../en")] == [()] * (3 * len(KINDS))


@pytest.mark.parametrize("language", LANGUAGES)
def test_metadata_blocks_have_labels_in_every_language(language: str) -> None:
    essential = {"title", "seo_title", "excerpt", "seo_excerpt", "tags", "keywords", "keyphrase", "illustrations"}
    assert essential | {"cover", "categories", "author", "date", "updated", "audience"} <= LABELS[language].keys()


# --- the language of an article -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "path", "language"),
    [
        ("---\nlang: pt-BR\n---\nA maré sobe.\n", "a.md", "pt"),
        ("---\nlang: pt_br\n---\nA maré sobe.\n", "a.md", "pt"),
        ("---\nlanguage: Deutsch\n---\nDie Flut kommt.\n", "a.md", ""),
        ("La marée monte deux fois par jour.\n", "content/fr/a.md", "fr"),
        ("La marée monte deux fois par jour.\n", "content/a.fr.md", "fr"),
        ("La marée monte deux fois par jour.\n", "content/a.md", ""),
        ("The tide comes in and it is in the harbour at noon.\n", "content/fr/a.md", "en"),
        ("潮は一日に二度満ちる。\n", "a.md", "ja"),
        ("潮水每天涨落两次，港口因此而空。\n", "a.md", "zh"),
        ("밀물은 하루에 두 번 들어온다.\n", "a.md", "ko"),
        ("הגאות עולה פעמיים ביום.\n", "a.md", "he"),
        ("Дважды в день гавань пустеет, и рыбаки ждут воды.\n", "a.md", "ru"),
        ("Двічі на день гавань порожніє, і рибалки чекають на воду.\n", "a.md", ""),
        ("Два пъти на ден пристанището се изпразва и рибарите чакат.\n", "a.md", ""),
        ("Күніне екі рет айлақ босайды, ал балықшылар суды күтеді.\n", "a.md", ""),
        ("يرتفع المد مرتين في اليوم، وينتظر الصيادون الماء في الميناء.\n", "a.md", "ar"),
        ("روزی دو بار بندرگاه خالی می‌شود و ماهیگیران چشم به راه آب می‌مانند.\n", "a.md", "fa"),
        ("دن میں دو بار بندرگاہ خالی ہو جاتی ہے اور ماہی گیر پانی کا انتظار کرتے ہیں۔\n", "a.md", ""),
        ("Море и порт.\n", "content/ru/a.md", "ru"),
        ("", "a.md", ""),
    ],
)
def test_the_language_is_told_by_metadata_path_or_script(text: str, path: str, language: str) -> None:
    assert language_of(text, path) == language


# --- the rules that ask for it --------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_alt_texts_that_name_a_medium(language: str) -> None:
    listed = words("file_alts", language)
    body = "\n\n".join(f"![{word.capitalize()}](tide-{number}.png)" for number, word in enumerate(listed))
    assert found("images/alt-filename", language, body) == len(listed)
    assert found("images/alt-filename", UNKNOWN, body) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_alt_texts_that_begin_by_saying_so(language: str) -> None:
    listed = words("alt_openers", language)
    body = "\n\n".join(f"![{opener} 12](tide-{number}.png)" for number, opener in enumerate(listed))
    assert found("images/alt-redundant", language, body) == len(listed)
    assert found("images/alt-redundant", UNKNOWN, body) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_link_texts_that_say_nothing(language: str) -> None:
    listed = words("generic_links", language)
    body = "\n\n".join(f"[{word.capitalize()}](https://tides.example/{number})" for number, word in enumerate(listed))
    assert found("links/generic-text", language, body) == len(listed)
    assert found("links/generic-text", UNKNOWN, body) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_of_a_template(language: str) -> None:
    listed = words("placeholders", language)
    assert [found("metadata/placeholder", language, "", f'author: "{word}"\n') for word in listed] == [1] * len(listed)
    foreign = [word for word in listed if not word.isascii()]
    assert [found("metadata/placeholder", UNKNOWN, "", f'author: "{word}"\n') for word in foreign] == [0] * len(foreign)


@pytest.mark.parametrize("language", LANGUAGES)
def test_tags_that_are_stop_words(language: str) -> None:
    tag = max(words("stop_words", language), key=len)
    assert found("tags/stop-word", language, "", f'tags: ["{tag}", "12345"]\n') == 1
    assert found("tags/stop-word", UNKNOWN, "", f'tags: ["{tag}", "12345"]\n') == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_that_say_one_word_three_times(language: str) -> None:
    common = max(words("stop_words", language), key=len)
    repeated = "title: Qqo qqi qqo qqa qqo\n"
    assert found("title/repeated-word", language, "", repeated) == 1
    assert found("title/repeated-word", language, "", repeated.replace("Qqo", common).replace("qqo", common)) == 0
    assert found("title/repeated-word", UNKNOWN, "", repeated) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_excerpts_that_break_off(language: str) -> None:
    listed = [word for word in words("connecting_words", language) if " " not in word]
    assert [found("excerpt/truncated", language, "", f'excerpt: "Qqo qqi {word}…"\n') for word in listed] == [1] * len(
        listed
    )
    assert found("excerpt/truncated", UNKNOWN, "", f'excerpt: "Qqo qqi {listed[0]}…"\n') == 0


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - set(UNSPACED)))
def test_sentences_that_open_with_a_connecting_word(language: str) -> None:
    small = next(word for word in words("connecting_words", language) if word.isalpha())
    same = " ".join(f"{small.capitalize()} qqo 1{number}." for number in range(3))
    assert found("text/repeated-opening", language, same) == 1
    differing = " ".join(f"{small.capitalize()} qq{number} 12." for number in range(3))
    assert found("text/repeated-opening", language, differing) == 0
