"""Debris: what paste and generation leave behind."""

from lintarticle.rules.debris import (
    conflict_marker,
    encoding,
    interface_text,
    invisible_character,
    llm_markup,
    llm_voice,
    lorem_ipsum,
    placeholder,
    todo,
    wrapper_fence,
)

RULES = (
    interface_text.RULE,
    llm_markup.RULE,
    llm_voice.RULE,
    wrapper_fence.RULE,
    placeholder.RULE,
    todo.RULE,
    lorem_ipsum.RULE,
    encoding.RULE,
    invisible_character.RULE,
    conflict_marker.RULE,
)
