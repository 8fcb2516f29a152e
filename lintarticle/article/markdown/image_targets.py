"""Where an image comes from: a file beside the article, the site's own files, another host, or a template."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_SCHEME = r"[a-zA-Z][a-zA-Z0-9+.-]*:"
_ALIASES = ("@", "~", "$", "#", "!", "{", "<", "%7B", "IMAGE:")
_PLACEHOLDER_HOSTS = (
    "via.placeholder.com", "placehold.it", "placehold.co", "placeholder.com", "dummyimage.com", "fakeimg.pl",
    "placekitten.com", "loremflickr.com", "placeimg.com",
)  # fmt: skip
_PLACEHOLDERS = (
    r"#|todo(?:[_-]\w{1,30})?|tbd|url|link|image[-_ ]?url|path|(?:path/to|your)[-_/]\w{1,20}(?:\.\w{3,4})?|placeholder"
)


_VERSION = (
    r"[-_.@]?(?<![a-z])(?:dark|light|night|day|black|white|small|large|thumb|[1-4]x|\d{2,4}x\d{2,4}|\d{2,4}w)(?![a-z])"
)
"""The part of a file name that tells versions of one picture apart."""


def local_target(target: str) -> str:
    """Return a target that names a file of the site, without query and fragment, "" for anything else."""
    text = target.strip()
    if not text or text.startswith(_ALIASES) or text.startswith("//") or re.match(_SCHEME, text):
        return ""
    if "{{" in text or "{%" in text or "${" in text or "<%" in text:
        return ""
    return re.split(r"[?#]", text, maxsplit=1)[0]


def climbs_out(article: str, target: str) -> bool:
    """Whether a relative target leads above the repository: then it follows the page's address, not the file's."""
    depth = article.count("/")
    for part in target.split("/"):
        depth += {"..": -1, ".": 0, "": 0}.get(part, 1)
        if depth < 0:
            return True
    return False


def remote_host(target: str) -> str:
    """Return the host of an http(s) target in lower case, "" where there is none."""
    try:
        parts = urlsplit(target.strip())
        return (parts.hostname or "") if parts.scheme.casefold() in ("", "http", "https") else ""
    except ValueError:
        return ""


def is_placeholder(target: str) -> bool:
    """Whether a target stands for one that is still to come: nothing, `#`, `TODO`, a placeholder service."""
    text = target.strip()
    return not text or bool(re.fullmatch(_PLACEHOLDERS, text, re.IGNORECASE)) or remote_host(text) in _PLACEHOLDER_HOSTS


def is_variant(one: str, other: str) -> bool:
    """Whether two targets are one picture: the same file, or or versions of it in light and dark, small and large."""
    return _stem(one) == _stem(other)


def _stem(target: str) -> str:
    path = re.split(r"[?#]", target.casefold(), maxsplit=1)[0]
    plain = re.sub(r"\.(?:png|jpe?g|gif|webp|avif|svg)$", "", path)
    return re.sub(_VERSION, "", plain)
