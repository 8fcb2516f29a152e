"""Whether a run of labelled lines is metadata: the guards against prose, how-to lists and API docs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from lintarticle.article.metadata_block.block_lines import BlockLines
from lintarticle.article.metadata_block.known_labels import KnownLabels, Weight
from lintarticle.article.metadata_block.labels import is_hint
from lintarticle.article.metadata_block.runs import Part, Run
from lintarticle.languages import LANGUAGES, LENGTH_UNITS, fold, language
from lintarticle.record import NamedTuple

_LONGEST_FOOTER = 5
"""Lines of text that may be behind a block that follows the last break."""

_SENTENCE_ENDS = (".", "!", "?", "。", "！", "？", "؟", "।")
"""Where every value is a sentence and nothing sets the lines apart, they are paragraphs with bold lead-ins."""


class _Proof(NamedTuple):
    """What the known labels of a run prove: how many fields they name, how many labels are not everyday words."""

    different: int
    strong: int
    sure: int
    as_headings: bool
    as_rows: bool


def is_metadata(lines: BlockLines, run: Run) -> bool:
    """Whether a run is metadata: enough known labels, in a place where metadata is."""
    known = [part.label for part in run.parts if part.label.meaning]
    unknown = [
        part for part in run.parts if not (part.label.meaning or KnownLabels.names_picture(part.label.name.text))
    ]
    if not known or len(known) < len(unknown):
        return False
    listed = known[0].listed or known[0].quoted or run.parts[0].label.listed
    if listed and run.before.previous in ("text", "debris"):
        return False
    proof = _Proof(
        different=len({label.field for label in known}),
        strong=sum(label.weight >= Weight.USUAL for label in known),
        sure=sum(label.weight == Weight.SURE for label in known),
        as_headings=any(label.form == "heading" for label in known),
        as_rows=any(label.listed or label.form == "cell" for label in known),
    )
    if not _has_place(lines, run, proof):
        return False
    if run.fenced:
        return proof.different >= 2 and fits_article(lines, run) >= _SURE_FIT
    is_doubtful = run.before.doubtful or any(label.doubtful for label in known)
    return not is_doubtful or _is_filled_in(lines, run, proof) or fits_article(lines, run) > 0


def _is_filled_in(lines: BlockLines, run: Run, proof: _Proof) -> bool:
    """Whether plain lines with sure labels, one with its limit, hold phrases: advice is a list, or all sentences."""
    values = [part.entry.value.text for part in run.parts]
    limited = any(is_hint(lines.text[part.label.start : part.label.rest.start]) for part in run.parts)
    is_advice = proof.as_rows or proof.as_headings or all(value.endswith(_SENTENCE_ENDS) for value in values)
    return limited and proof.sure >= 2 and not is_advice and all(values)


def _has_place(lines: BlockLines, run: Run, proof: _Proof) -> bool:
    if run.is_head:
        return run.before.previous != "heading" and _is_head_block(run, proof)
    if run.ends_article:
        return _is_tail_block(lines, run, proof)
    left = lines.filled_after(run.after, _LONGEST_FOOTER + 1)
    return left <= _LONGEST_FOOTER and run.before.clean_since_break and _is_opened_block(lines, run, proof)


def _is_head_block(run: Run, proof: _Proof) -> bool:
    if run.before.text_lines:
        return proof.different >= 2
    return proof.different >= 2 or (proof.strong > 0 and not proof.as_headings)


def _is_tail_block(lines: BlockLines, run: Run, proof: _Proof) -> bool:
    if run.before.previous == "group" or run.before.clean_since_break:
        return _is_opened_block(lines, run, proof)
    if _is_illustration_plan(lines, run) and (run.parts[0].label.level or run.before.previous != "heading"):
        return True
    if run.before.previous == "heading" and proof.different >= 2 and proof.sure > 0 and fits_article(lines, run):
        return True
    if proof.as_headings or run.before.previous == "heading":
        return proof.different >= 3 and proof.strong >= 2 and not proof.as_rows
    if proof.as_rows and run.parts[0].label.listed:
        return False
    sentences = all(part.entry.value.text.endswith(_SENTENCE_ENDS) for part in run.parts)
    return proof.different >= 2 and proof.strong > 0 and not sentences and not lines.announces(run.first)


def _is_opened_block(lines: BlockLines, run: Run, proof: _Proof) -> bool:
    """Judge a run under a group heading or behind the last break."""
    if proof.as_headings and run.before.previous != "group":
        return (proof.different >= 2 and proof.strong > 0) or _is_illustration_plan(lines, run)
    return proof.strong > 0 or (proof.different >= 2 and not proof.as_rows)


def _is_illustration_plan(lines: BlockLines, run: Run) -> bool:
    """Whether a run is a heading such as `## Image Suggestions` with its briefs, or `## Image Prompt` with a prompt."""
    label, entry, _ = run.parts[0]
    if label.field != "illustrations" or label.weight < Weight.SURE:
        return False
    word = _word_for_prompt(label.name.text) if entry.value.text else ""
    before = lines.text[lines.span(0).start : label.start]
    is_prompt = bool(word) and (label.form == "heading" or word not in fold(before))
    return label.form == "picture" or is_prompt or "\n" in entry.value.text


def _word_for_prompt(label: str) -> str:
    words = fold(label).split()
    found = (word for word, meaning in _parts_of_briefs() if meaning == "prompt" and " " not in word and word in words)
    return next(found, "")


def _parts_of_briefs() -> Iterator[tuple[str, str]]:
    return chain.from_iterable(language(code).brief_parts for code in LANGUAGES)


# --- what values prove ----------------------------------------------------------------------------------------

_SURE_FIT = 2
"""What the values between fences must prove: examples in documentation have labels too."""

_TITLES = frozenset({"title", "seo_title", "social_title"})
_ADDRESSES = frozenset({"slug", "permalink", "canonical_url"})
_PHRASES = frozenset({"keyphrase", "keywords", "tags"})
_TEXTS = frozenset({"excerpt", "seo_excerpt", "social_excerpt"})
_UNSPACED = r"[\u0e00-\u0e7f\u2e80-\ud7ff]"
_FEWEST_SHARED = 4
"""Words of an excerpt that the article has, most of them."""


def fits_article(lines: BlockLines, run: Run) -> int:
    """Return how far the values speak of this very article, 0 where they may be advice or an example.

    A title shares its words with the heading of the article, a keyphrase is in its text, a slug is made of either.
    """
    start = lines.span(0).start
    text = fold(f"{lines.title} {lines.text[start : lines.span(run.first).start]}")
    heading = _words(lines.title)
    return sum(_fit(part, text, heading) for part in run.parts)


def _fit(part: Part, text: str, heading: set[str]) -> int:
    field, value = part.entry.field, part.entry.value.text
    if field in _TITLES:
        return 2 * (2 * len(_words(value) & heading) >= max(2, len(heading)))
    if field in _ADDRESSES:
        return _fit_of_address(value, text)
    if field in _PHRASES:
        phrases = [item.text for item in part.entry.items] or [value]
        return int(any(_is_in(phrase, text) for phrase in phrases))
    if field not in _TEXTS or re.search(rf"\d\W*(?:{LENGTH_UNITS.stems})", fold(value)):
        return 0
    own = _words(value)
    shared = sum(_stem(word) in text for word in own)
    return int(shared >= _FEWEST_SHARED and 3 * shared >= 2 * len(own))


def _fit_of_address(value: str, text: str) -> int:
    """Judge an address: one in Latin letters proves something in any article of another script."""
    if re.search(r"\s", value) or "-" not in value.strip("-/"):
        return 0
    last = value.rstrip("/").rpartition("/")[2]
    own = [word for word in re.findall(r"[^\W\d_]{3,}", fold(last)) if not word.startswith("htm")]
    is_foreign = not re.search(r"[a-z]{3}.*[a-z]{3}.*[a-z]{3}", text[:200])
    return int(bool(own) and (is_foreign or 2 * sum(_stem(word) in text for word in own) >= len(own)))


def _is_in(phrase: str, text: str) -> bool:
    own = _words(phrase)
    return 0 < len(own) <= 6 and all(_stem(word) in text for word in own)


def _words(text: str) -> set[str]:
    """Return the words of three letters or more, pairs of characters where no blanks part the words."""
    found: set[str] = set()
    for word in re.findall(r"[^\W\d_]{2,}", fold(text)):
        if re.search(_UNSPACED, word):
            found |= {word[at : at + 2] for at in range(len(word) - 1)}
        elif len(word) >= 3:
            found.add(word)
    return found


def _stem(word: str) -> str:
    """Return a word without what may change at its end."""
    return word if len(word) < 6 or word[0] > "\u0530" else word[:-2]
