"""`lintarticle rename-tag`: rename a tag in every article."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from lintarticle.article.article import Article
from lintarticle.article.editing import remove_field_item, set_field_item
from lintarticle.article.metadata.spelling import normal_form
from lintarticle.cli.arguments import Parser, add_cache_options, add_configuration_options, add_paths
from lintarticle.cli.configurations import articles_asked_for
from lintarticle.cli.errors import CLEAN, FAILED, NotPossibleError, UsageError
from lintarticle.cli.fixing import show_diff
from lintarticle.cli.streams import say, say_missing
from lintarticle.discovery import Target
from lintarticle.errors import NotSavedError
from lintarticle.fixer import fix_of_site
from lintarticle.fixer.versions import Versions
from lintarticle.linter import edit_in_file
from lintarticle.problem import Edit, Fix, Place, Problem, Severity
from lintarticle.runner import Runner
from lintarticle.saving import save
from lintarticle.source import SourceText
from lintarticle.wording import did_you_mean, number

_MOST_TIMES = 100
"""Up to this many times a tag is renamed in one article."""


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    parser = Parser("rename-tag", "Rename a tag in every article; nothing else in the files changes.")
    parser.add_argument("old", metavar="OLD", help="the tag as it is spelled")
    parser.add_argument("new", metavar="NEW", help="what to write in its place")
    add_paths(parser)
    parser.add_argument(
        "--all-spellings", action="store_true", help="also other spellings, such as “Open Source” for “open-source”"
    )
    parser.add_argument("--diff", action="store_true", help="show what would change without changing files")
    add_configuration_options(parser)
    add_cache_options(parser)
    options = parser.parse(arguments)
    if not options.new.strip() or "\n" in options.new:
        raise UsageError("The new name of a tag must be one line of text.")
    if options.new.strip() == options.old.strip() and not options.all_spellings:
        raise UsageError("The two tags are the same.")
    runner, targets, _ = articles_asked_for(options)
    runner.keeps_records = True
    return FAILED if say_missing(targets) else _Renaming(runner, options).run(targets)


class _Renaming:
    """The renaming of one tag."""

    def __init__(self, runner: Runner, options: argparse.Namespace) -> None:
        self._runner = runner
        self._old: str = options.old.strip()
        self._new: str = options.new.strip()
        self._takes_all: bool = options.all_spellings
        self._only_shows: bool = options.diff
        self._changed = 0
        self._failed = 0

    def run(self, targets: Sequence[Target]) -> int:
        """Rename the tag in the articles that have it."""
        names: dict[str, None] = {}
        concerned = []
        for target, record in zip(targets, self._runner.records(targets), strict=True):
            tags = [tag.text.strip() for tag in record.tags] if record else []
            names.update(dict.fromkeys(tags))
            if any(map(self._is_meant, tags)):
                concerned.append(target)
        if not concerned:
            if self._new in names:
                say([f"No article has the tag “{self._old}”; nothing is left to rename."])
                return CLEAN
            raise NotPossibleError(
                f"No article has the tag “{self._old}”.{did_you_mean(self._old, names, listed=False)}"
            )
        for target in concerned:
            self._rename(target)
        verb = "Would rename" if self._only_shows else "Renamed"
        sys.stderr.write(f"{verb} “{self._old}” to “{self._new}” in {number(self._changed, 'article')}.\n")
        return FAILED if self._failed else CLEAN

    def _is_meant(self, text: str) -> bool:
        if text.strip() == self._new:
            return False
        return text.strip() == self._old or (self._takes_all and normal_form(text) == normal_form(self._old))

    def _rename(self, target: Target) -> None:
        data = target.read()
        source = SourceText.from_bytes(data)
        after = self._renamed(target, source)
        if after is None:
            self._failed += 1
            say([f"{target.shown}: The tag was not renamed here: the front matter can’t be changed safely."])
        elif self._only_shows:
            self._changed += 1
            show_diff(target.shown, source, after)
        else:
            try:
                save(target.path, data, after.raw.encode(), target.configuration.boundary, "The new tag was")
                self._changed += 1
            except NotSavedError as error:
                self._failed += 1
                say([f"{target.shown}: {error}"])

    def _renamed(self, target: Target, source: SourceText) -> SourceText | None:
        """Return the article with the tag renamed, or None if it can't be changed safely."""
        versions = Versions(target.shown, *self._runner.situation(target))
        wanted = {self._new if self._is_meant(text) else text for text in _tags_of(versions.read(source).article)}
        for _ in range(_MOST_TIMES):
            article = versions.read(source).article
            edits = next(self._edits(article), None) if article else ()
            if edits is None:
                return source if set(_tags_of(article)) == wanted else None
            problem = _problem(target.shown, [edit_in_file(source, edit) for edit in edits])
            version = fix_of_site(versions, source, [problem]) if edits else None
            if version is None:
                return None
            source = version.source
        return None

    def _edits(self, article: Article) -> Iterator[tuple[Edit, ...]]:
        """Yield the edits that rename a tag in an article, or remove it if the article already has the new one."""
        field = article.metadata.tag_field
        texts = _tags_of(article)
        for index, text in enumerate(texts):
            if field and self._is_meant(text):
                is_there = self._new in texts
                yield (
                    remove_field_item(article, field, index)
                    if is_there
                    else set_field_item(article, field, index, self._new)
                )


def _tags_of(article: Article | None) -> list[str]:
    field = article.metadata.tag_field if article else None
    return [item.text.strip() for item in field.items] if field else []


def _problem(path: str, edits: Sequence[Edit]) -> Problem:
    """Return edits as the fix of a problem, so that they are verified like any other."""
    nowhere = Place(1, 1, 0)
    return Problem(path, "rename-tag", Severity.INFO, "", nowhere, nowhere, fix=Fix("Rename it", tuple(edits)))
