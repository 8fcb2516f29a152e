"""Tags: the words under which an article is filed."""

from lintarticle.rules.tags import case, count, duplicate, missing, not_in_text, stop_word, too_long, vocabulary
from lintarticle.rules.tags import format as form

RULES = (
    missing.RULE,
    count.RULE,
    duplicate.RULE,
    form.RULE,
    too_long.RULE,
    stop_word.RULE,
    vocabulary.RULE,
    case.RULE,
    not_in_text.RULE,
)
