"""Parameters of an address that only track where readers come from."""

from __future__ import annotations

import re
from typing import NamedTuple

from lintarticle.source import Span

_NAMES = (
    r"utm_\w{1,40}|gclid|gclsrc|gbraid|wbraid|dclid|fbclid|msclkid|twclid|ttclid|yclid|igshid|li_fat_id|mc_cid|mc_eid"
    r"|_hsenc|_hsmi|mkt_tok|oly_anon_id|oly_enc_id|vero_id|rb_clickid|s_cid|_openstat|wickedid"
)
_ASSISTANTS = (
    r"(?:\w{1,20}\.)?(?:chatgpt|openai|perplexity|copilot|claude|gemini|grok|deepseek|you)(?:\.(?:com|ai|microsoft))?"
)
_CREDIT = r"https?://(?:\w{1,20}\.)?unsplash\.com/[^?]*\?(?:[^#\s]*&)?utm_medium=referral\b"
"""Unsplash asks for these parameters in the credit of a photograph (its API guidelines on attribution)."""

_QUERY = r"\?([^#\s]*)"


class Tracking(NamedTuple):
    """The query of an address that tracks: where it stands, `?` included; what is to stay of it."""

    span: Span
    kept: str
    names: tuple[str, ...]
    by_assistant: bool


def tracking_in(text: str, address: Span, allow: frozenset[str]) -> Tracking | None:
    """Find the tracking parameters of the address under a span, None where it has none; `allow` names some to keep."""
    written = text[slice(*address)]
    query = re.search(_QUERY, written)
    if query is None or re.match(_CREDIT, written):
        return None
    mark = "&amp;" if "&amp;" in query[1] else "&"
    kept: list[str] = []
    dropped: list[tuple[str, str]] = []
    for part in query[1].split(mark):
        name, _, value = part.partition("=")
        tracks = re.fullmatch(_NAMES, name, re.IGNORECASE) and name not in allow
        dropped.append((name, value)) if tracks else kept.append(part)
    if not dropped:
        return None
    names = tuple(dict.fromkeys(name for name, _ in dropped))
    by_assistant = any(
        name.lower() == "utm_source" and re.fullmatch(_ASSISTANTS, value, re.IGNORECASE) for name, value in dropped
    )
    rest = mark.join(kept)
    start, end = query.span()
    return Tracking(Span(address.start + start, address.start + end), f"?{rest}" if rest else "", names, by_assistant)
