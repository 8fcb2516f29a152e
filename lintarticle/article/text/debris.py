"""Lines of a site's interface that a paste brought along: toasts, share buttons, advertisement marks.

Whole lines only: the same words inside a sentence are the writer's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from lintarticle.source import Span

Certainty = Literal["certain", "likely"]


class InterfaceLine(NamedTuple):
    """One line of interface text: `span` without line end and outer blanks; how sure we are."""

    span: Span
    certainty: Certainty


_CERTAIN = frozenset({
    "the link has been copied", "link has been copied", "link copied", "link copied to clipboard",
    "link copied to the clipboard", "url copied", "url copied to clipboard", "copied to clipboard",
    "copied to the clipboard", "the link was copied", "the url has been copied",
    "der link wurde kopiert", "link kopiert", "link in die zwischenablage kopiert", "in die zwischenablage kopiert",
    "le lien a été copié", "lien copié", "lien copié dans le presse-papiers",
    "el enlace ha sido copiado", "enlace copiado", "enlace copiado al portapapeles",
    "il link è stato copiato", "link copiato", "link copiato negli appunti",
    "o link foi copiado", "link copiado", "de link is gekopieerd", "link gekopieerd",
    "länken har kopierats", "länk kopierad", "link został skopiowany", "skopiowano link",
    "ссылка скопирована", "链接已复制", "鏈接已複製", "連結已複製", "已复制链接", "リンクをコピーしました",
    "링크가 복사되었습니다", "đã sao chép liên kết", "تم نسخ الرابط", "הקישור הועתק", "لینک کپی شد",
})  # fmt: skip

_LIKELY = frozenset({
    "share this article", "share this post", "share this story", "share this page", "share this", "share article",
    "share on facebook", "share on twitter", "share on x", "share on linkedin", "share on whatsapp",
    "share via email", "tweet this", "pin it", "copy link", "copy url", "print this page", "print this article",
    "advertisement", "advertisements", "article continues below", "article continues below advertisement",
    "story continues below", "story continues below advertisement", "continue reading below",
    "sponsored content", "subscribe now", "sign up now", "skip to content", "skip to main content",
    "back to top", "click to share", "loading comments", "leave a comment", "minimize", "save for later",
    "listen to this article", "diesen artikel teilen", "artikel teilen", "anzeige", "werbung", "jetzt abonnieren",
    "partager cet article", "publicité", "abonnez-vous maintenant", "compartir este artículo", "publicidad",
    "suscríbete ahora", "condividi questo articolo", "pubblicità", "iscriviti ora", "compartilhe este artigo",
    "publicidade", "deel dit artikel", "advertentie", "dela artikeln", "annons", "udostępnij ten artykuł", "reklama",
    "поделиться статьей", "поделиться статьёй", "реклама", "分享这篇文章", "分享本文", "广告", "この記事をシェア",
    "この記事をシェアする", "広告", "이 기사 공유하기", "광고", "chia sẻ bài viết này", "quảng cáo",
    "شارك هذا المقال", "إعلان", "שתפו את הכתבה", "פרסומת", "این مقاله را به اشتراک بگذارید",
})  # fmt: skip

_LONGEST = 60
# Patterns are compiled on first use, by `re` itself, which keeps them: most articles need few of them.
_OUTER = r"[^\w\n]*([^\n]*?)[^\w\n]*\Z"


def interface_certainty(line: str) -> Certainty | None:
    """Say how surely a line (without line end) is interface text and nothing else; None: it is not."""
    if not 2 <= len(line.strip()) <= _LONGEST:
        return None
    stripped = line.strip()
    if stripped.startswith(("#", ">", "|", "- ", "* ", "+ ", "[", "<", "`")):
        return None
    match = re.compile(_OUTER).match(stripped)
    words = " ".join(match[1].split()).casefold() if match else ""
    if words in _CERTAIN:
        return "certain"
    return "likely" if words in _LIKELY else None


def interface_lines(text: str) -> Iterator[InterfaceLine]:
    """Yield every line of `text` that is interface text; hand in text with code blanked."""
    start = 0
    for line in text.split("\n"):
        if len(line) <= 4 * _LONGEST and (certainty := interface_certainty(line)):
            first = start + len(line) - len(line.lstrip())
            yield InterfaceLine(Span(first, first + len(line.strip())), certainty)
        start += len(line) + 1


def whole_mark(text: str, mark: Span) -> Span:
    """Widen a mark to the blanks before it, or to its line with its line end where nothing else is there."""
    start = mark.start
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    line_ends = mark.end == len(text) or text[mark.end] == "\n"
    if (start == 0 or text[start - 1] == "\n") and line_ends:
        return Span(start, min(mark.end + 1, len(text)))
    return Span(mark.start if start == 0 or text[start - 1] == "\n" else start, mark.end)
