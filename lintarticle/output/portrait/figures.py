"""The text of an article in numbers."""

from __future__ import annotations

from collections import Counter

from lintarticle.article.article import Article
from lintarticle.article.markdown.targets import leads_within
from lintarticle.article.text.reading import reading_time
from lintarticle.article.views.sentences import sentences
from lintarticle.languages import language_or_english
from lintarticle.output.portrait.model import Figures, Images, Language, Links, Sentences


def figures(article: Article) -> Figures:
    """Return the numbers of an article; those of sentences are of its own paragraphs."""
    body, language = article.body, article.detected
    levels = Counter(heading.level for heading in body.headings if not heading.quoted)
    return Figures(
        words=body.words,
        reading_time=reading_time(body.words, language.language),
        sentences=_sentences(article),
        headings=tuple(levels[level] for level in range(1, 7)),
        images=_images(article),
        links=_links(article),
        language=Language(language.language, language.basis),
        is_draft=article.is_draft,
    )


def _sentences(article: Article) -> Sentences:
    from statistics import median  # imports fractions and decimal

    lengths = [sentence.length for sentence in sentences(article)]
    middle = median(lengths) if lengths else 0
    return Sentences(len(lengths), middle, "characters" if language_or_english(article.language).unspaced else "words")


def _images(article: Article) -> Images:
    images = article.body.images
    decorative = sum(image.decorative for image in images)
    described = sum(bool(image.alt and image.alt.text.strip()) and not image.decorative for image in images)
    return Images(len(images), described, len(images) - described - decorative, decorative)


def _links(article: Article) -> Links:
    within = [leads_within(link.target.text, ()) for link in article.body.links]
    return Links(len(within), within.count(True), within.count(False), within.count(None))
