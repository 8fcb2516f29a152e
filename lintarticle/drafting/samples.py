"""What the articles of a type look like: where they are, how they are named, and their front matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from lintarticle.article.article import Article
from lintarticle.article.editing.layout import is_bracketed, list_indent, preferred_quote, writes_lists_in_brackets
from lintarticle.article.front_matter.front_matter import FrontMatter, FrontMatterFormat
from lintarticle.article.metadata.dates import Moment, moment_of
from lintarticle.article.values import Entry, Node
from lintarticle.config.configuration import ArticleType, Configuration, read_typed
from lintarticle.discovery import Target, read_source
from lintarticle.drafting.metadata import BlockModel, block_model
from lintarticle.drafting.names import FilePlace, NameStyle, place_of, usual_place
from lintarticle.errors import ConfigError
from lintarticle.record import NamedTuple, Record
from lintarticle.source import SourceText

MOST = 120
"""Articles that are read to learn from: enough for any habit, and read in a second."""

_BEGINNING = 8_000
"""Characters of an article that are read: front matter, the first headings."""

_NEWEST = 60
"""Of these, those from whose front matter is learned: habits change over the years. Our own figures."""

_MOST_HAVE = 0.5


class Sample(NamedTuple):
    """One article to learn from; its path is relative to the configuration."""

    path: str
    article: Article

    @property
    def slug(self) -> str:
        """Its slug, as its file is named."""
        return place_of(self.path)[1]

    @property
    def title(self) -> str:
        """Its title."""
        return self.article.metadata.text("title")

    @property
    def moment(self) -> Moment | None:
        """When it was published."""
        field = self.article.metadata.get("date")
        return moment_of(field) if field else None

    @property
    def root(self) -> Node | None:
        """The keys and values of its front matter."""
        found = self.article.front_matter
        return found.root if found else None


def habits_of(targets: Iterable[Target], configuration: Configuration, kind: ArticleType | None) -> Habits:
    """Return what the articles of a type look like, or for None those without a type; a sample of them is read."""
    own = [(configuration.relative(target.path), target) for target in targets if target.configuration == configuration]
    fitting = [(path, target) for path, target in own if not kind or not kind.files or kind.files.match(path)]
    step = max(1, -(-len(fitting) // MOST))
    chosen = list(reversed(fitting))[::step]
    samples = [sample for path, target in reversed(chosen) for sample in _samples(path, target, kind)]
    samples.sort(key=lambda sample: (str(sample.moment or ""), sample.path))
    is_by_path = len(samples) >= _MOST_HAVE * len(chosen)
    paths = [path for path, _ in fitting] if is_by_path else [sample.path for sample in samples]
    return Habits(samples=tuple(samples), paths=tuple(paths))


def _samples(path: str, target: Target, kind: ArticleType | None) -> Iterator[Sample]:
    """Yield an article, if it can be read and is of a type."""
    source = _beginning(read_source(target))
    if source.fault:
        return
    try:
        article, settings = read_typed(target.shown, source, target.configuration.settings_for(path))
    except ConfigError:
        return
    if settings.type == (kind.name if kind else "") and not article.is_listing and not article.is_template:
        yield Sample(path, article)


def _beginning(source: SourceText) -> SourceText:
    """Return as much of a text as there is to learn from: without front matter, its end may say what that would."""
    if source.fault or len(source.text) <= _BEGINNING or not source.text.startswith(("---", "+++", "{", ";;;")):
        return source
    return SourceText(source.text[: source.text.rfind("\n", 0, _BEGINNING) + 1])


class Observed(NamedTuple):
    """One key of the front matter: its values in the articles that have it, and the share of these."""

    name: str
    seen: tuple[tuple[Node, Sample], ...]
    share: float

    @property
    def kind(self) -> str:
        """The kind of most of its values."""
        return Counter(node.kind for node, _ in self.seen).most_common(1)[0][0]

    @property
    def below(self) -> list[Observed]:
        """The keys of its values, where these are groups of keys."""
        return observed([(node, sample) for node, sample in self.seen if node.kind == "mapping"])

    @property
    def brackets(self) -> bool:
        """Whether most of its lists are in brackets."""
        return _most(is_bracketed(node) for node, _ in self.seen if node.kind == "list" and node.items) is not False

    @property
    def quote(self) -> str:
        """The quotation mark around nearly all of its texts, "" if they have none."""
        marks = {"single": "'", "double": '"'}
        counted = Counter(marks.get(node.style, "") for node, _ in self.seen if node.text)
        mark, count = counted.most_common(1)[0] if counted else ("", 0)
        return mark if count >= 0.8 * counted.total() else ""


def observed(roots: Sequence[tuple[Node, Sample]]) -> list[Observed]:
    """Return the keys of some groups of keys, in the order that most of them have."""
    seen: dict[str, list[tuple[Node, Sample]]] = {}
    for root, sample in roots:
        for entry in root.entries:
            seen.setdefault(entry.key.text, []).append((entry.value, sample))
    usual = {name for name, values in seen.items() if len(values) >= _MOST_HAVE * len(roots)}
    model = max(roots, key=lambda pair: len(usual & {entry.key.text for entry in pair[0].entries}), default=None)
    names = [entry.key.text for entry in _as_written(model[0])] if model else []
    names += sorted(usual.difference(names), key=lambda name: (-len(seen[name]), name))
    return [Observed(name, tuple(seen[name]), len(seen[name]) / len(roots)) for name in dict.fromkeys(names)]


def _as_written(root: Node) -> list[Entry]:
    return sorted(root.entries, key=lambda entry: entry.key.span.start)


class Habits(Record):
    """What the articles of a type have in common. `paths` are those of all of them, `samples` some, the newest last."""

    samples: tuple[Sample, ...] = ()
    paths: tuple[str, ...] = ()

    @cached_property
    def place(self) -> FilePlace | None:
        """Where most of them are."""
        return usual_place(self.paths)

    @cached_property
    def recent(self) -> list[Sample]:
        """The newest of those that are in the same place and have front matter."""
        found = [sample for sample in self.samples if sample.root and sample.root.entries]
        near = [sample for sample in found if place_of(sample.path)[0] == self.place]
        return (near or found)[-_NEWEST:]

    @cached_property
    def keys(self) -> list[Observed]:
        """The keys of their front matter, in its order."""
        recent = [sample for sample in self.recent if _format(sample) == self.format]
        return observed([(sample.root, sample) for sample in recent if sample.root])

    @cached_property
    def format(self) -> FrontMatterFormat:
        """The format of their front matter."""
        counted = Counter(map(_format, self.recent))
        return counted.most_common(1)[0][0] if counted else "yaml"

    @cached_property
    def model(self) -> FrontMatter | None:
        """The front matter of the newest one."""
        return self.recent[-1].article.front_matter if self.recent else None

    @cached_property
    def has_front_matter(self) -> bool:
        """Whether most of them have front matter; true if there are no articles."""
        return not self.samples or bool(_most(bool(sample.root) for sample in self.samples))

    @cached_property
    def block(self) -> BlockModel | None:
        """What the metadata block of a new article is like, or None if they have front matter or no blocks."""
        if not self.samples or self.has_front_matter:
            return None
        return block_model([sample.article for sample in self.samples])

    def has_role(self, role: str, least: float) -> bool:
        """Whether a share of the recent ones has one of our fields, in any form."""
        return sum(role in sample.article.metadata for sample in self.recent) > least * len(self.recent)

    @property
    def quote(self) -> str:
        """The quotation mark of texts that need one."""
        return _most(preferred_quote(sample.article) for sample in self.recent) or ""

    @property
    def brackets(self) -> bool:
        """Whether lists are in brackets."""
        with_lists = [each.article for each in self.recent if each.root and _has_lists(each.root)]
        return not with_lists or bool(_most(map(writes_lists_in_brackets, with_lists)))

    @property
    def list_indent(self) -> int:
        """How far the dashes of lists are from their key."""
        with_lists = [each.article for each in self.recent if each.root and _has_lists(each.root)]
        found = _most(map(list_indent, with_lists))
        return 2 if found is None else found

    @property
    def has_heading(self) -> bool:
        """Whether the body begins with the title as a heading."""
        return _most(sample.article.title_heading is not None for sample in self.samples) or False

    @property
    def has_opening(self) -> bool:
        """Whether there is text before the first section."""
        return _most(_opens_with_text(sample.article) for sample in self.samples) or False

    @property
    def language(self) -> str:
        """The language that most of them are in, "" if nothing says it."""
        return _most(sample.article.language for sample in self.recent) or ""

    def next_number(self, folder: str) -> int:
        """Return the number after the highest one with which a file of a folder begins."""
        head = f"{folder}/" if folder else ""
        names = (path.removeprefix(head) for path in self.paths if path.startswith(head))
        numbers = [int(name[: len(name) - len(name.lstrip("0123456789"))] or 0) for name in names]
        return max(numbers, default=0) + 1

    def name_style(self, *, ascii_by_default: bool, language: str) -> NameStyle:
        """Return how files are named."""
        from lintarticle.drafting.names import style_of

        pairs = [(sample.slug, sample.title) for sample in self.recent or self.samples[-_NEWEST:]]
        return style_of(pairs, ascii_by_default=ascii_by_default, language=language or self.language)


_Value = TypeVar("_Value")


def _most(values: Iterable[_Value]) -> _Value | None:
    """Return the most frequent value, or None."""
    counted = Counter(values)
    return counted.most_common(1)[0][0] if counted else None


def _format(sample: Sample) -> FrontMatterFormat:
    found = sample.article.front_matter
    return found.format if found else "yaml"


def _has_lists(root: Node) -> bool:
    return any(node.kind == "list" and node.items for node in root.walk())


def _opens_with_text(article: Article) -> bool:
    title = article.title_heading
    first = next((heading for heading in article.body.headings if heading is not title), None)
    return any(each.words for each in article.body.paragraphs if not first or each.span.start < first.span.start)


def local_now() -> datetime:
    """Return the time now, with the offset of the system's time zone."""
    return datetime.now().astimezone().replace(microsecond=0)
