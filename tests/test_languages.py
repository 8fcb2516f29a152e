"""The words of each language: every table is there, and every word of it is found in an article that uses it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

import pytest
from case_files import Case, run_case

from lintarticle import languages
from lintarticle.article.article import Article
from lintarticle.article.article_reader import ArticleReader
from lintarticle.article.illustrations.illustration import Illustration
from lintarticle.article.metadata.spelling import length_note
from lintarticle.article.metadata_block.known_labels import KnownLabels, normal_label
from lintarticle.article.metadata_block.labels import is_hint
from lintarticle.article.views.sentences import sentences
from lintarticle.languages import LANGUAGES, OTHER_SCRIPTS, Kind, Language, Meanings, Words, language, table
from lintarticle.source import SourceText

KINDS = get_args(Kind)

UNKNOWN = "eo"
"""A language without lists."""

SCRIPTS = {"ar": "ARABIC", "fa": "ARABIC", "he": "HEBREW", "ru": "CYRILLIC", "ko": "HANGUL"}

TABLES = [name for name in Language._parts if name not in Language.__dict__ and name != "name"]

MAY_BE_EMPTY = {
    "leading_articles",
    "function_words",
    "and_words",
    "bylines",
    "abbreviations",
    "doubled_words",
    "place_fillers",
    "placing_words",
}
"""Tables that some languages need no words in, because their grammar or their script does without."""

every_language = pytest.mark.parametrize("code", LANGUAGES)


def words(kind: Kind, code: str) -> tuple[str, ...]:
    return table(kind, code).listed


def spellings(word: str, code: str) -> Iterator[str]:
    """Yield a word as writers spell it: with a capital, and in Turkish, which has two kinds of i, in capitals too."""
    dotted = word.replace("i", "İ") if code == "tr" else word
    yield dotted[:1].upper() + word[1:]
    if code == "tr":
        yield dotted.upper()


def lost(code: str, listed: Words, is_found: Callable[[str], bool]) -> list[str]:
    """Return the words that an article uses in vain."""
    return [spelt for word in listed for spelt in spellings(word, code) if not is_found(spelt)]


def found(rule: str, code: str, body: str, fields: str = "", **options: object) -> int:
    """Return how many findings one rule has in an article of a language."""
    article = f"---\nlang: {code}\n{fields}---\n\n{body}\n"
    return len(run_case(Case(rule, "", 0, article, (), None, options=options)).lines)


def read(text: str, path: str = "tides.md") -> Article:
    return ArticleReader().read(path, SourceText.from_bytes(text.encode()))


def language_of(article: str, path: str = "tides.md") -> str:
    return read(article, path).language


# --- the tables -----------------------------------------------------------------------------------------------


def test_every_module_is_listed() -> None:
    modules = {path.stem for path in Path(languages.__file__).parent.glob("[a-z]*.py")}
    assert modules == set(LANGUAGES)
    assert len(LANGUAGES) == len(modules)


@every_language
def test_a_language_has_every_table(code: str) -> None:
    listed = {name: getattr(language(code), name) for name in TABLES}
    empty = {name for name, each in listed.items() if not (each.rows if isinstance(each, Meanings) else each.listed)}
    assert empty <= MAY_BE_EMPTY
    assert language(code).name


@every_language
def test_every_language_has_labels_for_the_fields_that_matter(code: str) -> None:
    essential = {"title", "seo_title", "excerpt", "seo_excerpt", "tags", "keywords", "keyphrase", "illustrations"}
    essential |= {"cover", "categories", "author", "date", "updated", "audience", "lang"}
    assert essential <= language(code).labels.rows.keys()
    parts = {"type", "placement", "description", "alt", "caption", "file", "size", "width", "height", "credit", "title"}
    assert parts - {"alt"} <= language(code).brief_parts.rows.keys()


@pytest.mark.parametrize("name", TABLES)
@every_language
def test_a_table_is_as_it_is_compared(code: str, name: str) -> None:
    listed = getattr(language(code), name)
    rows = listed.rows.values() if isinstance(listed, Meanings) else (listed,)
    for row in rows:
        assert sorted(set(row)) == sorted(row), "no word stands twice"
        for word in row:
            assert word == word.lower().replace("i\u0307", "i")
            assert word == unicodedata.normalize("NFC", word)
            assert not (code in OTHER_SCRIPTS and word.isascii()), "an ASCII word is looked up in LATIN only"


@every_language
def test_labels_are_in_normal_form(code: str) -> None:
    own = language(code)
    labels = [label.lstrip("~!") for label, _ in own.labels] + [*own.metadata_headings, *own.brief_labels]
    assert [label for label in labels if normal_label(label) != languages.fold(label)] == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("code", SCRIPTS)
def test_no_word_mixes_scripts(code: str, kind: Kind) -> None:
    for word in words(kind, code):
        for part in word.split():
            names = {unicodedata.name(char).split()[0] for char in part if char.isalpha()}
            assert names <= {SCRIPTS[code]} or names == {"LATIN"}, word


def test_persian_and_arabic_have_their_own_letters() -> None:
    for kind in KINDS:
        assert not any(set("يكة") & set(word) for word in words(kind, "fa"))
        assert not any(set("یکپچژگ") & set(word) for word in words(kind, "ar"))


def test_an_unknown_language_has_no_words() -> None:
    assert [words(kind, code) for kind in KINDS for code in (UNKNOWN, "", "../en")] == [()] * (3 * len(KINDS))


def test_one_word_has_one_meaning_in_briefs() -> None:
    for name in ("brief_parts", "brief_types"):
        meanings: dict[str, set[str]] = {}
        for code in LANGUAGES:
            for word, meaning in getattr(language(code), name):
                meanings.setdefault(languages.fold(word), set()).add(meaning)
        assert {word: several for word, several in meanings.items() if len(several) > 1} == {}


# --- metadata -------------------------------------------------------------------------------------------------


@every_language
def test_labels_of_metadata_blocks(code: str) -> None:
    def field_of(label: str) -> str:
        block = f"**{label}:** One\n**Meta Description:** How to read them.\n**SEO Tags:** tides, boats"
        entries = [entry for block in read(f"# Tides\n\nText.\n\n---\n\n{block}\n").blocks for entry in block.entries]
        return next((entry.field for entry in entries if entry.label.text == label), "")

    for field, labels in language(code).labels.rows.items():
        bare = Words("|".join(label.lstrip("~!") for label in labels), "|")
        assert lost(code, bare, lambda label, field=field: field_of(label) == field) == []  # type: ignore[misc]  # mypy infers no type for a lambda with a default


@every_language
def test_headings_over_metadata(code: str) -> None:
    def announces(heading: str) -> bool:
        text = f"# Tides\n\nText.\n\n## {heading}\n\n**Title:** Tides\n\n**Topics:** boats\n"
        return bool(read(text).blocks)

    assert not announces("Boats")
    assert lost(code, language(code).metadata_headings, announces) == []


@every_language
def test_words_that_headings_over_metadata_are_made_of(code: str) -> None:
    def announces(word: str) -> bool:
        heading = f"seo {word}" if word == bare(word) else bare(word)
        return KnownLabels({}).announces(heading) != ""

    def bare(word: str) -> str:
        return word.lstrip("!")

    assert not announces("Boats")
    assert [word for word in language(code).metadata_heading_words if not announces(word)] == []


@every_language
def test_words_that_make_a_suggestion_of_a_label(code: str) -> None:
    def field_of(label: str) -> str:
        found = KnownLabels({}).meaning(label)
        return found.field if found else ""

    assert field_of("qqo meta description") == ""
    assert [word for word in language(code).label_modifiers if field_of(f"meta description {word}") == ""] == []


@every_language
def test_units_of_length(code: str) -> None:
    units = language(code).length_units
    assert lost(code, units, lambda unit: is_hint(f"(49 {unit})") and bool(length_note(f"Low. (49 {unit})"))) == []


@every_language
def test_words_around_authors(code: str) -> None:
    own = language(code)
    assert [
        word
        for word in own.and_words
        if not found("metadata/author-format", code, "", f"author: Ada Qq {word} Bea Qq\n")
    ] == []
    assert (
        lost(code, own.bylines, lambda word: found("metadata/author-format", code, "", f"author: {word} Ada Qq\n") == 1)
        == []
    )


# --- prose ----------------------------------------------------------------------------------------------------


@every_language
def test_abbreviations(code: str) -> None:
    def is_one_sentence(word: str) -> bool:
        return len(sentences(read(f"---\nlang: {code}\n---\nQqo qqi {word}. Qqe qqo.\n"))) == 1

    assert not is_one_sentence("qqi")
    assert lost(code, language(code).abbreviations, is_one_sentence) == []


def test_function_words_of_english() -> None:
    listed = language("en").function_words.listed
    for number, word in enumerate(listed):
        others = (listed[number - 1], listed[number - 2])
        assert language_of(f"Qqo {word} qqi {others[0]} qqe {others[1]} qqo.\n") == "en"
        assert language_of(f"Qqo qqi {others[0]} qqe {others[1]} qqo.\n") == ""


@every_language
def test_words_that_may_be_doubled(code: str) -> None:
    """A word that may be doubled is fine, and another of the commonest words is a slip, where words are not doubled."""
    known = language(code)
    assert bool(known.doubled_words.listed) != known.doubles_words
    for word in known.doubled_words:
        assert not found("rendering/doubled-word", code, f"# Tide\n\nTide, {word} {word} tide."), word
    slip = next(word for word in known.stop_words if word.isalpha() and word not in known.doubled_words.listed)
    seen = found("rendering/doubled-word", code, f"# Tide\n\nTide, {slip} {slip} tide.")
    assert bool(seen) != known.doubles_words, slip


@pytest.mark.parametrize("code", ["ru", "ar", "fa"])
def test_letters_that_tell_a_language(code: str) -> None:
    for letter in language(code).own_letters:
        common = "т" if code == "ru" else "م"
        assert language_of(f"{common * 3}{letter} {common * 5}\n") == code


@every_language
def test_lines_of_an_interface(code: str) -> None:
    own = language(code)
    for listed in (own.toasts, own.interface_lines):
        assert lost(code, listed, lambda line: found("debris/interface-text", code, f"Qqo.\n\n{line}") == 1) == []


@every_language
def test_stand_ins_and_templates(code: str) -> None:
    own = language(code)
    assert lost(code, own.stand_ins, lambda words: found("debris/placeholder", code, f"[{words}] qqo qqi.") == 1) == []
    bare = Words("|".join(word.rstrip("*") for word in own.template_words), "|")
    assert lost(code, bare, lambda word: found("debris/placeholder", code, f"[name] qqo {word} qqi.") == 0) == []


@every_language
def test_answers_of_an_assistant(code: str) -> None:
    own = language(code)
    rest = "qqo qqi " * 12

    def speaks(opening: str) -> bool:
        return found("debris/llm-voice", code, f"{opening} {rest}.") == 1

    presents = own.assistant_presents.listed
    assert lost(code, own.assistant_agrees, lambda words: speaks(f"{words} {presents[0]}")) == []
    assert lost(code, own.assistant_presents, lambda words: speaks(f"{own.assistant_agrees.listed[0]} {words}")) == []


@every_language
def test_offers_of_an_assistant(code: str) -> None:
    def offers(opening: str) -> bool:
        return found("debris/llm-voice", code, f"Qqo qqi.\n\n{opening} qqo qqi.") == 1

    assert lost(code, language(code).assistant_offers, offers) == []
    assert lost(code, language(code).assistant_closes, offers) == []


# --- illustrations --------------------------------------------------------------------------------------------


def brief(fields: str) -> Illustration:
    """Return the one brief of an article, whose front matter has these fields under `illustrations`."""
    body = "# Tides\n\nText.\n\n## Deep Water\n\nText.\n\n## Low Water\n\nText.\n"
    (item,) = read(f"---\nillustrations:\n  - {fields}\n---\n{body}").illustrations
    return item


def in_block(text: str) -> Article:
    return read(f"# Tides\n\nText.\n\n---\n\n**SEO Excerpt:** How.\n\n**Suggested illustrations:**\n\n{text}\n")


def place(text: str) -> str:
    """Return what a placement is read as."""
    quoted = text.replace("'", "''")
    placement = brief(f"placement: '{quoted}'").placement
    assert placement
    return placement.kind


@every_language
def test_parts_of_a_brief(code: str) -> None:
    def part_of(label: str) -> str:
        item = brief(f"\"{label}\": 'Qqo'")
        read_parts = {**item._asdict(), **item.fields}
        return next(
            (
                part
                for part in ("placement", "type", "description", "prompt", "alt", "file", *item.fields)
                if read_parts[part]
            ),
            "",
        )

    for part, labels in language(code).brief_parts.rows.items():
        assert lost(code, labels, lambda label, part=part: part_of(label) == part) == []  # type: ignore[misc]  # mypy infers no type for a lambda with a default


@every_language
def test_labels_that_belong_to_one_brief(code: str) -> None:
    def belongs(label: str) -> bool:
        (block,) = in_block(f"1. A boat at low water\n\n**{label}:** Qqo qqi").blocks
        return len(block.entries) == 2

    assert lost(code, language(code).brief_labels, belongs) == []


@every_language
def test_types_of_illustrations(code: str) -> None:
    for kind, names in language(code).brief_types.rows.items():
        assert lost(code, names, lambda name, kind=kind: brief(f'type: "{name}"').kind == kind) == []  # type: ignore[misc]  # mypy infers no type for a lambda with a default
    fillers = language(code).picture_fillers
    assert lost(code, fillers, lambda word: brief(f"type: {word} infographic qqo").kind == "infographic") == []


@every_language
def test_keys_of_a_picture(code: str) -> None:
    assert lost(code, language(code).picture_keys, lambda key: bool(brief(f"{key}: tide.png").file)) == []


@every_language
def test_headings_over_a_brief(code: str) -> None:
    def holds(word: str) -> bool:
        (block,) = in_block(f"### {word} qqo\n\nA boat at low water").blocks
        return block.entries[-1].value.text.endswith("low water")

    assert not holds("Qqo")
    assert lost(code, language(code).brief_headings, holds) == []


@every_language
def test_words_for_a_picture_make_a_mark(code: str) -> None:
    def is_mark(mark: str) -> bool:
        return [item.origin for item in read(f"# Tides\n\n{mark}\n").illustrations] == ["inline"]

    own = language(code)
    picture = own.pictures.listed[0]
    for form in ("[{}: low water]", "<!-- {}: low water -->"):
        assert lost(code, own.pictures, lambda word, form=form: is_mark(form.format(word))) == []  # type: ignore[misc]  # mypy infers no type for a lambda with a default
    assert lost(code, own.wanted_pictures, lambda word: is_mark(f"Low [{picture} {word}: a boat] water.")) == []


@every_language
def test_plain_words_for_a_picture_are_no_name(code: str) -> None:
    def is_plain(word: str) -> bool:
        (item,) = in_block(f"1. **{word} 1:** A boat").illustrations
        return "title" not in item.fields and item.description is not None and item.description.text == "A boat"

    assert not is_plain("Qqo")
    assert lost(code, language(code).plain_pictures, is_plain) == []


@every_language
def test_names_of_places(code: str) -> None:
    own = language(code)
    assert lost(code, own.top, lambda name: place(name) == "top") == []
    assert lost(code, own.end, lambda name: place(name) == "end") == []
    assert lost(code, own.after_introduction, lambda name: place(name) == "intro") == []
    assert lost(code, own.introductions, lambda name: place(f"after {name}") == "intro") == []
    assert lost(code, own.place_fillers, lambda word: place(f"{word} top") == "top") == []
    assert lost(code, own.layout_words, lambda word: place(f"the {word}") == "unclear") == []


@every_language
def test_words_that_place_a_picture(code: str) -> None:
    own = language(code)
    for kind, listed in (("before", own.before), ("after", own.after), ("in", own.within)):
        phrases = [f"“Deep Water” {word[1:]}" if word[0] == "~" else f"{_whole(word)} “Deep Water”" for word in listed]
        assert [phrase for phrase in phrases if place(phrase) != kind] == []
    assert lost(code, own.placing_words, lambda word: place(f"{word} after “Deep Water”") == "after") == []


@every_language
def test_words_for_a_section(code: str) -> None:
    own = language(code)
    behind = next((word[1:] for word in own.after if word[0] == "~"), "")
    for word in own.section_words:
        text = f"“Deep Water” {word[1:]}{behind}" if word[0] == "~" else f"after {word} Deep Water"
        placement = brief(f"placement: '{text}'").placement
        assert placement
        assert (placement.kind, len(placement.headings)) == ("after", 1), text


def _whole(word: str) -> str:
    return word.replace("(", "").replace(")", "")


def test_the_longest_word_decides() -> None:
    assert place("na seção “Deep Water”") == "in"
    assert place("na “Deep Water”") == "after"
    assert place("under avsnittet “Deep Water”") == "after"
    assert place("under “Deep Water”") == "in"
    assert place("“Deep Water” details of boats") == "section"


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


@every_language
def test_tags_that_are_stop_words(code: str) -> None:
    def is_noticed(tag: str) -> bool:
        return found("tags/stop-word", code, "", f'tags: ["{tag}", "12345"]\n', allow=()) == 1

    assert [word for word in table("stop_words", code) if not is_noticed(word)] == []
    assert found("tags/stop-word", UNKNOWN, "", f'tags: ["{max(words("stop_words", code), key=len)}"]\n') == 0


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


@pytest.mark.parametrize("language", [code for code in LANGUAGES if not language(code).unspaced])
def test_sentences_that_open_with_a_connecting_word(language: str) -> None:
    small = next(word for word in words("connecting_words", language) if word.isalpha())
    same = " ".join(f"{small.capitalize()} qqo 1{number}." for number in range(3))
    assert found("text/repeated-opening", language, same) == 1
    differing = " ".join(f"{small.capitalize()} qq{number} 12." for number in range(3))
    assert found("text/repeated-opening", language, differing) == 0


def test_what_is_joined_is_a_table() -> None:
    sources = (path.read_text("utf-8") for path in Path(languages.__file__).parents[1].rglob("*.py"))
    names = {name for source in sources for name in re.findall(r'\b(?:Joined|words_in)\("(\w+)"', source)}
    assert {"stop_words", "pictures"} <= names <= set(TABLES)
