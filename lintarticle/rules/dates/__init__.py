"""Dates: when an article was published and changed."""

from lintarticle.rules.dates import (
    filename_mismatch,
    future,
    invalid,
    no_timezone,
    updated_before_published,
)
from lintarticle.rules.dates import (
    format as form,
)

RULES = (
    invalid.RULE,
    form.RULE,
    future.RULE,
    updated_before_published.RULE,
    filename_mismatch.RULE,
    no_timezone.RULE,
)
