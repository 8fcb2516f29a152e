"""How a text reads: sentences, paragraphs, readability. All off by default, since tastes and readers differ."""

from lintarticle.rules.text import emoji_heading, flesch, paragraph_length, repeated_opening, sentence_length

RULES = (
    sentence_length.RULE,
    paragraph_length.RULE,
    flesch.RULE,
    repeated_opening.RULE,
    emoji_heading.RULE,
)
