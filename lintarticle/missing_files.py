"""What the rules about missing files share: paths that are not kept in the repository, and other letter case."""

from __future__ import annotations

from collections import Counter
from posixpath import join, normpath

from lintarticle.article.article import view
from lintarticle.patterns import gitignore_patterns
from lintarticle.rule import Article, Context, Edit, Finding, Fix, Severity, Span


def is_left_out(
    article: Article, path: str, ignored: tuple[str, ...], context: Context, *, is_page: bool = False
) -> bool:
    """Whether a path is made by the build or a CDN: the site says so, or its first folder exists nowhere.

    The folder of a page needs not exist, so it says nothing. A first folder that is one letter off another one in the
    article, which exists, is a typing error.
    """
    first = "" if is_page else _first_folder(path)
    is_somewhere = not first or _is_somewhere(article, f"/{first}", context)
    if not is_somewhere and not _is_typing_error(article, first, context):
        return True
    if _is_beside_the_page(article, path, context):
        return True
    if not ignored:
        return False
    return gitignore_patterns(ignored).verdict(path.lstrip("/")) is True


def _first_folder(path: str) -> str:
    first, _, rest = path.lstrip("/").partition("/")
    return first if path.startswith("/") and rest else ""


@view
def _first_folders(article: Article) -> tuple[str, ...]:
    """Return the first folders of an article's paths from the root of the site, the most frequent first."""
    targets = [link.target.text for link in article.body.links]
    targets += (image.target.text for image in article.body.images if image.target)
    return tuple(folder for folder, _ in Counter(map(_first_folder, targets)).most_common() if folder)


def _is_typing_error(article: Article, folder: str, context: Context) -> bool:
    from rapidfuzz.distance import OSA

    others = (other for other in _first_folders(article) if other != folder and len(other) >= _FEWEST_LETTERS)
    near = (other for other in others if OSA.distance(folder, other, score_cutoff=1) <= 1)
    return any(_is_somewhere(article, f"/{other}", context) for other in near)


_FEWEST_LETTERS = 4
"""One wrong letter in a shorter folder name is not a typing error: `js` and `css` are two folders."""


def _is_somewhere(article: Article, folder: str, context: Context) -> bool:
    return context.files.exists(article.path, folder) or bool(context.files.spelt(article.path, folder))


def _is_beside_the_page(article: Article, path: str, context: Context) -> bool:
    """Whether a relative path leads to a file from the address that the article names itself."""
    field = article.metadata.get("permalink")
    address = field.text.strip() if field else ""
    if path.startswith("/") or not address.startswith("/"):
        return False
    folder = address if address.endswith("/") else address.rpartition("/")[0]
    return context.files.exists(article.path, normpath(join(folder, path)))


def other_case(article: Article, span: Span, path: str, spelt: str, *, is_error: bool) -> Finding:
    """Report a path that differs from its file only in letter case."""
    name = spelt if path.startswith("/") == spelt.startswith("/") else spelt.lstrip("/")
    written = article.source[span]
    edit = Edit(span, written.replace(path, name, 1))
    fix = Fix(f"Write “{name}”", (edit,), "unsafe") if path in written and len(path) == len(name) else None
    message = f"“{path}” differs from its file “{name}” only in letter case, so it breaks on most servers."
    return Finding(span, message, fix=fix, at_most=None if is_error else Severity.WARNING)
