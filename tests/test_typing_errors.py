"""A typing error in front matter is named on its line, with nothing false said of other lines."""

from __future__ import annotations

import random

import pytest
from typing_errors import KINDS, Format, is_refused, judge, outcomes, own_examples, real_examples

CASES: list[tuple[Format, str]] = [(form, kind) for form in ("yaml", "toml") for kind in KINDS[form]]


@pytest.mark.parametrize(("form", "kind"), CASES, ids=[f"{form}: {kind}" for form, kind in CASES])
def test_an_error_in_a_block_of_our_own_is_named_on_its_line(form: Format, kind: str) -> None:
    tried = 0
    for example in own_examples(form):
        for seed in range(4):
            rng = random.Random(seed)
            changed = KINDS[form][kind](list(example.lines), rng)
            if changed is None or not is_refused("\n".join(changed.lines), form):
                continue
            tried += 1
            outcome = judge(example, changed, form)
            assert outcome.is_right, f"{outcome.said}\n{outcome.text}"
            assert outcome.is_alone, f"{outcome.said}\n{outcome.text}"
            assert outcome.keeps_keys, f"{outcome.said}\n{outcome.text}"
    assert tried


@pytest.mark.corpora
@pytest.mark.parametrize("form", ["yaml", "toml"])
def test_errors_in_real_blocks_are_named_on_their_line(form: Format) -> None:
    examples = list(real_examples(form))
    if not examples:
        pytest.skip("no real articles")
    found = [outcome for kind in KINDS[form] for outcome in outcomes(examples, kind, form, 20)]
    assert len(found) > 300
    wrong = [one for one in found if not (one.is_right and one.is_alone)]
    assert len(wrong) <= len(found) / 100, "\n\n".join(f"{one.said}\n{one.text}" for one in wrong)
