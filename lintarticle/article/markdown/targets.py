"""Where a link or an image leads: an address, a place on the page, a file of the repository, a route of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal
from urllib.parse import unquote, urlsplit

from lintarticle.expression import expression
from lintarticle.record import NamedTuple
from lintarticle.source import Span

Form = Literal["address", "page", "file", "reference", "route", "template", "nothing"]
"""`address`: another host or scheme. `page`: an anchor of the same page. `file`: its ending names a kind of file.
`reference`: a site generator's own way to name a file (`@/…`, `{% link … %}`). `route`: any other path of the
site. `template`: known only when the site is built."""

ARTICLES = ("md", "mdx", "markdown", "mdown", "qmd", "rmd")
"""Endings of files that have headings."""

_FILES = frozenset((
    *ARTICLES, "ipynb", "rst", "adoc", "pdf", "epub", "zip", "gz", "tgz", "bz2", "xz", "7z", "csv", "tsv", "xls",
    "xlsx", "ods", "doc", "docx", "odt", "ppt", "pptx", "odp", "key", "png", "jpg", "jpeg", "gif", "webp", "avif",
    "svg", "mp3", "mp4", "m4a", "webm", "ogg", "wav", "mov", "py", "sh", "ps1", "sql", "rb", "rs", "go", "c", "h",
    "cpp", "java", "kt", "swift", "ts", "tsx", "jsx", "yml", "yaml", "toml", "tex", "bib", "r",
))  # fmt: skip
_SCHEME = r"[a-zA-Z][a-zA-Z0-9+.-]*:|//"
_SITE_ROOTS = (("@/", "/content/"), ("@site/", "/"), ("~/", "/"))
_LIQUID = r"\{%-?\s*(link|post_url)\s+([^\s{}%]+)\s*-?%\}(?:#([^\s]*))?\Z"
_HUGO = r"\{\{[<%]\s*(?:ref|relref)\s+[\"'`]?([^\s\"'`{}#]*)(?:#([^\s\"'`{}]*))?[\"'`]?\s*[>%]\}\}(?:#(\S*))?\Z"
_TEMPLATE = ("{", "<%", "$", "%7B", "<", "&#123;")


class LinkTarget(NamedTuple):
    """A target taken apart; `path` has escapes undone and no query, `fragment` is as written, without `#`."""

    form: Form
    path: str = ""
    fragment: str = ""

    @property
    def extension(self) -> str:
        """The ending of the path in lower case, or ""."""
        name = self.path.rpartition("/")[2]
        return name.rpartition(".")[2].lower() if "." in name[1:] else ""


def read_target(text: str) -> LinkTarget:
    """Take apart a target as a link writes it."""
    text = text.strip()
    if not text:
        return LinkTarget("nothing")
    if reference := _reference(text):
        return reference
    if re.match(_SCHEME, text):
        return LinkTarget("address")
    if text.startswith(("@", "~")) or any(mark in text for mark in _TEMPLATE) or "{{" in text:
        return LinkTarget("template")
    path, _, fragment = text.partition("#")
    path = unquote(path.partition("?")[0])
    if not path:
        return LinkTarget("page", "", fragment)
    target = LinkTarget("route", path, fragment)
    return target._replace(form="file") if target.extension in _FILES and not path.endswith("/") else target


def _reference(text: str) -> LinkTarget | None:
    """Read the ways of Zola, Docusaurus, Jekyll and Hugo to name a file; the path is rooted at the site."""
    for mark, root in _SITE_ROOTS:
        if text.startswith(mark):
            path, _, fragment = text.removeprefix(mark).partition("#")
            found = LinkTarget("reference", root + unquote(path.partition("?")[0]), fragment)
            return found if found.extension in _FILES else None
    if not text.startswith("{"):
        return None
    if liquid := re.match(_LIQUID, text):
        folder = "/_posts/" if liquid[1] == "post_url" else "/"
        return LinkTarget("reference", folder + liquid[2].lstrip("/"), liquid[3] or "")
    hugo = re.match(_HUGO, text)
    if hugo is None:
        return None
    found = LinkTarget("reference", hugo[1], hugo[2] or hugo[3] or "")
    if not found.path:
        return found._replace(form="page")
    # Hugo looks for a bare name in all sections, so only a path with an ending says where the file is.
    return found if "/" in found.path and found.extension in ARTICLES else LinkTarget("template")


def written_path(target: LinkTarget, text: str) -> str:
    """Return the path of a target as the article writes it."""
    if target.form != "reference":
        return target.path
    tag = re.match(_LIQUID, text.strip())
    if tag or text.strip().startswith("{{"):
        return tag[2] if tag else target.path
    return re.split(r"[#?]", text.strip(), maxsplit=1)[0]


def places(article: str, target: LinkTarget) -> Iterator[str]:
    """Yield the paths at which the file of a target may be, for `Files`, the most likely first.

    A page of its own folder (`/tides/` made from `tides.md`) is one level deeper than its file, and writers count
    from either. Routes and references leave out the ending.
    """
    path = target.path
    yield path
    if target.form == "reference" and path.startswith("/content/"):
        yield path.removeprefix("/content")
    if path.startswith("../"):
        yield path.removeprefix("../")
    elif not path.startswith("/"):
        yield f"{article.rpartition('/')[2].partition('.')[0]}/{path}"
    if target.form not in ("route", "reference"):
        return
    bare = path.rstrip("/").removesuffix(".html")
    for root in ("", "/content", "/docs", "/src/content") if path.startswith("/") else ("", "/content/"):
        for ending in (".md", ".mdx", ".markdown", "/index.md", "/_index.md", "/index.mdx", "/README.md", ".html"):
            yield f"{root}{bare}{ending}"
            if root == "" and bare.startswith("../"):
                yield f"{bare.removeprefix('../')}{ending}"


_OWN_HOSTS = expression(
    r"(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|::1|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}"
    r"|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|[\w.-]+\.(?:local|lan|internal)|host\.docker\.internal"
)
_PREVIEWS = expression(
    r"deploy-preview-\d+--.+|[0-9a-f]{24}--.+\.netlify\.app|[\w-]+-git-[\w-]+\.vercel\.app"
    r"|.+\.(?:ngrok(?:-free)?\.(?:io|app|dev)|gitpod\.io|app\.github\.dev|githubpreview\.dev|trycloudflare\.com)"
)
_ON_THE_WEB = ("https://", "http://")
_PLAIN_HOST = expression(r"https?://([a-z0-9.-]+)(?:[/?#]|\Z)")
_OWN_FILES = expression(r"(?i)file:/|[a-z]:(?:[\\/]|%5c)|\\\\[\w.]+\\|/(?:Users|home)/\w[\w.-]*/")


_OF_WRITERS = (
    *(
        "localhost",
        ".local",
        ".lan",
        ".internal",
        "::1",
        ".netlify.app",
        ".vercel.app",
        ".gitpod.io",
        ".app.github.dev",
    ),
    *(".githubpreview.dev", ".trycloudflare.com"),
    *(f".ngrok{kind}.{ending}" for kind in ("", "-free") for ending in ("io", "app", "dev")),
)
"""How a host ends that `_OWN_HOSTS` or `_PREVIEWS` takes, unless it begins with a digit or `deploy-preview-`."""


def why_unreachable(target: str) -> str:
    """Say what a target is that only the writer can open: a file, a host or a preview; "" for any other."""
    target = target.strip()
    if not target.startswith(_ON_THE_WEB) and _OWN_FILES.match(target):
        return "a file on the writer's own computer"
    host = remote_host(target) if "//" in target else ""
    if not _may_be_the_writers(host):
        return ""
    if _OWN_HOSTS.fullmatch(host):
        return "the writer's own computer" if _is_one_machine(host) else "a private network"
    return "a preview of the site" if _PREVIEWS.fullmatch(host) else ""


def _may_be_the_writers(host: str) -> bool:
    return host.endswith(_OF_WRITERS) or host[:1].isdigit() or host.startswith("deploy-preview-")


def is_public(target: str) -> bool:
    """Whether a target is surely an address that everybody can open, as most are."""
    plain = _PLAIN_HOST.match(target)
    return plain is not None and "." in plain[1] and not _may_be_the_writers(plain[1])


def _is_one_machine(host: str) -> bool:
    return host in ("0.0.0.0", "::1") or host.endswith("localhost") or host.startswith("127.")  # noqa: S104 - a name that is looked for, nothing is bound


_ENDINGS = "com|org|net|io|dev|edu|gov|info|app|co|de|fr|jp|cn|eu|uk|nl|es|it|pl|se|ch|at|ru|br|ca|au|us|tv"
_NO_SCHEME = expression(rf"(?i)(?:www\.[\w-]+\.[\w.-]+|(?:[a-z0-9-]+\.)+(?:{_ENDINGS}))(?::\d+)?(?:[/?#]\S*)?")
_MAIL = expression(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def with_scheme(target: str) -> str:
    """Return a web or mail address that lacks its scheme with it, "" for anything else."""
    target = target.strip()
    if "@" in target and _MAIL.fullmatch(target):
        return f"mailto:{target}"
    return f"https://{target}" if "." in target and _NO_SCHEME.fullmatch(target) else ""


def leads_within(target: str, hosts: tuple[str, ...]) -> bool | None:
    """Whether a link leads to another page of the site (True) or to another one (False); None: to neither.

    `hosts` are those of the site itself; their subdomains count too. A template is taken for a page of the site.
    """
    found = read_target(target)
    if found.form in ("page", "nothing"):
        return None
    if found.form != "address":
        return True
    try:
        parts = urlsplit(target.strip())
    except ValueError:
        return None
    if parts.scheme not in ("", "http", "https"):
        return None
    host = parts.hostname or ""
    return any(host == name or host.endswith(f".{name}") for name in hosts)


def similar_paths(path: str) -> Iterator[str]:
    """Yield paths that a writer may have meant: another ending, one folder up or down, other separators or case."""
    stem, dot, ending = path.rpartition(".")
    if dot and ending.lower() in ARTICLES:
        yield from (f"{stem}.{other}" for other in ARTICLES[:3] if other != ending)
        yield from (f"{stem}/index.{other}" for other in ARTICLES[:2])
    if not path.startswith("/"):
        yield f"../{path.removeprefix('./')}"
        if path.startswith("../"):
            yield path.removeprefix("../")
    variants = (path.lower(), path.replace("_", "-"), path.replace(" ", "-"), path.replace(" ", "_"))
    yield from (variant for variant in dict.fromkeys(variants) if variant != path)


# --- images ---

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
"""The part of a file name that distinguishes versions of one picture."""


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
    """Return the host of an http(s) target in lower case, or ""."""
    if plain := _PLAIN_HOST.match(target):
        return plain[1]
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


# --- tracking ---

_TRACKING_NAMES = (
    r"utm_\w{1,40}|gclid|gclsrc|gbraid|wbraid|dclid|fbclid|msclkid|twclid|ttclid|yclid|igshid|li_fat_id|mc_cid|mc_eid"
    r"|_hsenc|_hsmi|mkt_tok|oly_anon_id|oly_enc_id|vero_id|rb_clickid|s_cid|_openstat|wickedid"
)
_ASSISTANTS = (
    r"(?:\w{1,20}\.)?(?:chatgpt|openai|perplexity|copilot|claude|gemini|grok|deepseek|you|mistral|phind|poe)"
    r"(?:\.(?:com|ai|microsoft|microsoft\.com|google\.com))?"
)
_REFERRERS = frozenset({"ref", "referrer", "referer", "source", "src", "via", "from", "utm_source", "utm_medium"})
"""Names of parameters that track where their value is the host of a chat assistant: `referrer=grok.com`."""
_CREDIT = r"https?://(?:\w{1,20}\.)?unsplash\.com/[^?]*\?(?:[^#\s]*&)?utm_medium=referral\b"
"""Unsplash asks for these parameters in the credit of a photograph (its API guidelines on attribution)."""

_QUERY = r"\?([^#\s]*)"
_NOT_PLAIN = r"\\|&#|&(?!amp;)\w{1,32};"
"""Escapes and character references: what they are part of can't be told from the source."""


class Tracking(NamedTuple):
    """The query of an address that tracks: where it is, `?` included; what is to stay of it."""

    span: Span
    kept: str
    parameters: tuple[tuple[str, str], ...]
    by_assistant: bool

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parameters that track, each once."""
        return tuple(dict.fromkeys(name for name, _ in self.parameters))

    @property
    def is_campaign(self) -> bool:
        """Whether a writer may have set a parameter on purpose, to count the readers of a campaign."""
        return not self.by_assistant and any(name.lower().startswith("utm_") for name in self.names)


def tracking_in(text: str, address: Span, allow: frozenset[str]) -> Tracking | None:
    """Find the tracking parameters of the address under a span, or None; `allow` names some to keep."""
    written = text[slice(*address)]
    query = re.search(_QUERY, written)
    if query is None or re.search(_NOT_PLAIN, written[query.start() :]) or re.match(_CREDIT, written):
        return None
    mark = "&amp;" if "&amp;" in query[1] else "&"
    kept: list[str] = []
    dropped: list[tuple[str, str]] = []
    for part in query[1].split(mark):
        name, _, value = part.partition("=")
        tracks = name not in allow and (
            re.fullmatch(_TRACKING_NAMES, name, re.IGNORECASE) or _by_assistant(name, value)
        )
        dropped.append((name, value)) if tracks else kept.append(part)
    if not dropped:
        return None
    by_assistant = any(_by_assistant(name, value) for name, value in dropped)
    rest = mark.join(kept)
    start, end = query.span()
    return Tracking(
        Span(address.start + start, address.start + end), f"?{rest}" if rest else "", tuple(dropped), by_assistant
    )


def _by_assistant(name: str, value: str) -> bool:
    """Whether a parameter names a chat assistant: by its host, in `utm_source` also by its name."""
    if name.lower() not in _REFERRERS or not re.fullmatch(_ASSISTANTS, value, re.IGNORECASE):
        return False
    return "." in value or name.lower() == "utm_source"


HEADER = 1_000_000
"""Bytes at the start of an image in which its size is looked for."""

MOST_PIXELS = 10_000_000
"""No image is wider or higher; what says so is not to be believed."""


def pixel_size(data: bytes) -> tuple[int, int]:
    """Return width and height of an image from its first bytes, (-1, -1) where no header says them."""
    from io import BytesIO

    import imagesize  # late: few runs see an image

    try:
        width, height = (int(length) for length in imagesize.get(BytesIO(data)))
    except Exception:  # noqa: BLE001 - whatever a library makes of a stranger's bytes, the size is not known
        return -1, -1
    return (width, height) if 0 < width <= MOST_PIXELS and 0 < height <= MOST_PIXELS else (-1, -1)
