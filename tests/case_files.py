"""The case files of rules, `tests/cases/<family>/<name>.md`: their reader, and the run of one case.

A file starts with `# family/name`. Each `##` heading opens a case; between its fences prose may explain. The
fences of a case, each at most once: `toml` (options of the rule as plain keys, `[case]`, `[config]`), `markdown` (the
article), `text` (the expected lines `line:col rule message`, absent where clean), `fixed` (the article after the
edits of all findings), `safe` (the article after the edits of the safe fixes alone).
"""

from __future__ import annotations

import importlib
import re
import struct
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import tomlkit
from repositories import Repository

from lintarticle.boundary import Boundary
from lintarticle.config.configuration import CommandLine, Configuration, read_typed
from lintarticle.config.reading import read_configuration
from lintarticle.config.settings import ActiveRule, Settings
from lintarticle.discovery import Target
from lintarticle.files import DiskFiles
from lintarticle.linter import lint_source
from lintarticle.problem import Fix, Severity
from lintarticle.report import WHOLE_PROBLEMS
from lintarticle.repository_files import DiskRepository
from lintarticle.rule import OF_THE_SITE, Context, Files, NoFiles, Rule, Site
from lintarticle.site.record import ArticleRecord, FormerArticle
from lintarticle.site.recording import record_of
from lintarticle.site_check import FormerSiteArticle, SiteArticle, SiteCheck
from lintarticle.source import SourceText

CASES = Path(__file__).parent / "cases"

FENCES = ("toml", "markdown", "text", "fixed", "safe")

_FENCE = re.compile(r"(`{3,})([a-z]*)")

BEFORE = "HEAD:"
"""What the names of texts start with that are as they were before a change."""

NUL = "␀"
"""Stands for a NUL character, which no text file can hold."""

_TODAY = date(2026, 1, 31)


class CaseFileError(Exception):
    """A case file that is not as the format asks, with `file:line` and what to do."""


@dataclass(frozen=True)
class Case:
    """One case: what to run on which article, and what must come out."""

    rule: str
    title: str
    line: int
    article: str
    expected: tuple[str, ...]
    fixed: str | None
    safe: str | None = None
    options: dict[str, Any] = field(default_factory=dict)
    config: dict[str, Any] = field(default_factory=dict)
    path: str = "article.md"
    files: tuple[str, ...] | None = None
    today: date = _TODAY
    now: datetime | None = None
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The name under which pytest shows the case."""
        return f"{self.rule}: {self.title}"


class Outcome(NamedTuple):
    """What came out of a case: the lines of its findings, their fixes, and the article with all edits made."""

    lines: tuple[str, ...]
    fixes: tuple[Fix, ...]
    fixed: str
    safe: str


# --- reading --------------------------------------------------------------------------------------------------


def case_files() -> list[Path]:
    """Every case file, in order of its name."""
    return sorted(CASES.rglob("*.md"))


def read_cases(path: Path, root: Path = CASES) -> list[Case]:
    """Read the cases of one file; raises `CaseFileError`."""
    blocks = _Reader(path).blocks()
    rule, cases = blocks[0][0].removeprefix("# ").strip(), blocks[1:]
    belongs = f"{rule}.md"
    if path.relative_to(root).as_posix() != belongs:
        raise CaseFileError(f"{path}:1: the cases of {rule} belong in tests/cases/{belongs}")
    if not cases:
        raise CaseFileError(f"{path}:1: no `## …` heading opens a case")
    found = [_case(path, rule, heading.removeprefix("## ").strip(), line, fences) for heading, line, fences in cases]
    titles = [case.title for case in found]
    twice = {title for title in titles if titles.count(title) > 1}
    if twice:
        raise CaseFileError(f"{path}:1: two cases have the title {min(twice)!r}")
    return found


class _Reader:
    """Splits a case file at its headings and collects the fences under each."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines = path.read_text("utf-8").split("\n")

    def blocks(self) -> list[tuple[str, int, dict[str, str]]]:
        """Return (heading line, line number, fences by their word), the file's own heading first."""
        found: list[tuple[str, int, dict[str, str]]] = []
        numbered = iter(enumerate(self.lines, 1))
        for number, line in numbered:
            if line.startswith("## ") or (not found and line.startswith("# ")):
                found.append((line, number, {}))
            elif not found and line.strip():
                raise self.fault(number, "the file must start with `# family/name`")
            elif line.startswith(("#", "~~~")):
                raise self.fault(number, "only `## …` headings and fences of backticks are known")
            elif line.startswith("```"):
                self._add_fence(found, number, line, numbered)
        if not found:
            raise self.fault(1, "the file must start with `# family/name`")
        return found

    def _add_fence(
        self, found: list[tuple[str, int, dict[str, str]]], number: int, line: str, rest: Iterator[tuple[int, str]]
    ) -> None:
        opening = _FENCE.fullmatch(line)
        word = opening[2] if opening else ""
        if opening is None or word not in FENCES:
            raise self.fault(number, f"a fence is one of {', '.join(FENCES)}, found {line!r}")
        if len(found) < 2:
            raise self.fault(number, "a fence stands before the first `## …` heading")
        fences = found[-1][2]
        if word in fences:
            raise self.fault(number, f"the case has a second {word} fence")
        content: list[str] = []
        for _, inner in rest:
            if inner == opening[1]:
                fences[word] = "".join(f"{text}\n" for text in content)
                return
            content.append(inner)
        raise self.fault(number, f"the {word} fence is never closed by {opening[1]}")

    def fault(self, line: int, message: str) -> CaseFileError:
        """Return an error with its place."""
        return CaseFileError(f"{self.path}:{line}: {message}")


def _case(path: Path, rule: str, title: str, line: int, fences: dict[str, str]) -> Case:
    def fault(message: str) -> CaseFileError:
        return CaseFileError(f"{path}:{line}: {message}")

    if "markdown" not in fences:
        raise fault("the case has no markdown fence with an article")
    expected = tuple(fences.get("text", "").splitlines())
    if "text" in fences and not expected:
        raise fault("the text fence is empty: leave it out where the article is clean")
    try:
        options = tomllib.loads(fences.get("toml", ""))
    except tomllib.TOMLDecodeError as error:
        raise fault(f"the toml fence is not valid TOML: {error}") from None
    config, keys = options.pop("config", {}), options.pop("case", {})
    unknown = keys.keys() - {"path", "files", "today", "texts"}
    if unknown:
        raise fault(f"[case] knows path, files, texts and today, not {min(unknown)}")
    if isinstance(keys.get("today"), datetime):
        keys["now"] = keys["today"]
        keys["today"] = keys["now"].date()
    if "files" in keys:
        keys["files"] = tuple(keys["files"])
    return Case(
        rule,
        title,
        line,
        fences["markdown"],
        expected,
        fences.get("fixed"),
        fences.get("safe"),
        options,
        config,
        **keys,
    )


# --- running --------------------------------------------------------------------------------------------------


def rule_named(name: str) -> Rule:
    """Import a rule by its name; it need not be in `ALL` yet."""
    module = importlib.import_module(f"lintarticle.rules.{name.replace('-', '_').replace('/', '.')}")
    rule: Rule = module.RULE
    return rule


def run_case(case: Case, newline: str = "\n") -> Outcome:
    """Run the one rule of a case over its article, written with the given line ends."""
    if rule_named(case.rule).looks_at == OF_THE_SITE:
        return _run_site(case, newline)
    text = case.article.replace(NUL, "\0").replace("\n", newline)
    source = SourceText.from_bytes(text.encode())
    with situation(case) as (settings, context):
        problems = [found for found in lint_source(case.path, source, settings, context) if found.rule == case.rule]
    lines = tuple(f"{found.start.line}:{found.start.column} {found.rule} {found.message}" for found in problems)
    fixes = tuple(found.fix for found in problems if found.fix)
    safe = tuple(fix for fix in fixes if fix.applicability == "safe")
    return Outcome(lines, fixes, applied(source.raw, fixes), applied(source.raw, safe))


def _run_site(case: Case, newline: str) -> Outcome:
    """Run a rule about the whole site over the article and the Markdown among its texts.

    The lines of the others start with their paths.
    """
    texts = {case.path: case.article, **{name: text.lstrip("\n") for name, text in case.texts.items()}}
    with TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        before = {name.removeprefix(BEFORE): texts.pop(name) for name in list(texts) if name.startswith(BEFORE)}
        for name, text in [*texts.items(), *((name, "") for name in case.files or ())]:
            path = root / name.removesuffix(_NEW)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.replace("\n", newline).encode())
        _commit(root, case.files or ())
        configuration = _OneRule(**_configuration(case).replaced(root=root, boundary=Boundary(root)).__getstate__())
        vars(configuration)["case"] = case
        targets = [Target(str(root / name), name, configuration) for name in texts if name.endswith((".md", ".mdx"))]
        articles = [SiteArticle(each, record) for each in targets if (record := _record(each))]
        repository = DiskRepository(root, root, Boundary(root))
        former = [_former(Target(str(root / name), name, configuration), text, texts) for name, text in before.items()]
        check = SiteCheck(articles, WHOLE_PROBLEMS, case.today, repository=repository, former=former)
        problems = check.problems()
    assert not check.faults, check.faults
    own = problems.pop(case.path, [])
    listed = [("", own), *((f"{path}:", found) for path, found in problems.items())]
    lines = tuple(
        f"{start}{found.start.line}:{found.start.column} {found.rule} {found.message}"
        for start, some in listed
        for found in some
    )
    raw = case.article.replace("\n", newline)
    fixes = tuple(found.fix for found in own if found.fix)
    safe = tuple(fix for fix in fixes if fix.applicability == "safe")
    return Outcome(lines, fixes, applied(raw, fixes), applied(raw, safe))


_NEW = "?"
"""The end of the name of a file that git does not have, where a case has such files."""


def _commit(root: Path, names: Iterable[str]) -> None:
    """Let git have all files but the new ones; without a new one, there is no git."""
    new = [name.removesuffix(_NEW) for name in names if name.endswith(_NEW)]
    if new:
        repository = Repository.new(root)
        repository.git("add", "--all")
        repository.git("reset", "--quiet", "--", *new)


def _former(target: Target, text: str, texts: Mapping[str, str]) -> FormerSiteArticle:
    """Return an article as it was: where nothing has its path, it was renamed to what has half of its lines."""
    settings = target.configuration.settings_for(target.shown)
    article, chosen = read_typed(target.shown, SourceText(text), settings)
    record = record_of(article, chosen.type)
    assert record
    likeness = {name: SequenceMatcher(None, text, other).ratio() for name, other in texts.items()}
    nearest = max(likeness, key=lambda name: (name == target.shown, likeness[name]), default="")
    now = nearest if nearest == target.shown or likeness.get(nearest, 0) > 0.5 else ""
    has_new_text = bool(now) and texts[now].rpartition("---\n")[2] != text.rpartition("---\n")[2]
    return FormerSiteArticle(target, FormerArticle(record, now, has_new_text))


class _OneRule(Configuration):
    """The configuration of a case, whose rule alone runs."""

    def settings_for(self, path: str) -> Settings:
        return _with_one_rule(vars(self)["case"], super().settings_for(path))


def _record(target: Target) -> ArticleRecord | None:
    settings = target.configuration.settings_for(target.shown)
    article, chosen = read_typed(target.shown, SourceText.from_bytes(target.path.read_bytes()), settings)
    return record_of(article, chosen.type)


@contextmanager
def situation(case: Case) -> Iterator[tuple[Settings, Context]]:
    """Return the settings of a case and what its rule may know; the files it names are there meanwhile."""
    settings = _settings(case)
    with _files(case, settings.site) as files:
        yield settings, Context(case.today, files, settings.site, settings.options, now=case.now)


@contextmanager
def _files(case: Case, site: Site) -> Iterator[Files]:
    """Make the files that a case names: texts, empty ones, PNG pictures of a size; where it names none, all exist."""
    if case.files is None and not case.texts:
        yield NoFiles()
        return
    with TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        for name, text in case.texts.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.lstrip("\n"), "utf-8")
        for entry in case.files or ():
            name, _, size = entry.partition("=")
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_png(*map(int, size.split("x"))) if size else b"")
        yield DiskFiles(root, root, site.static_dirs)


def _png(width: int, height: int) -> bytes:
    """Return a PNG picture of a size in pixels, as far as its header goes."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBBI", 13, b"IHDR", width, height, 8, 2, 0, 0, 0, 0)


def _settings(case: Case) -> Settings:
    """Return the settings of a case: its rule is the only one that runs, whatever its default severity.

    With a rule about suppressions the others run too, since it is told what became of their findings.
    """
    settings = _configuration(case).settings_for(case.path)
    candidates = tuple(each._replace(settings=_with_one_rule(case, each.settings)) for each in settings.candidates)
    return _with_one_rule(case, settings).replaced(candidates=candidates)


def _with_one_rule(case: Case, settings: Settings) -> Settings:
    rule = rule_named(case.rule)
    options = settings.options.get(rule.name) or rule.options()
    beside = [other for other in settings.rules if rule.family == "suppressions" and other.rule.name != rule.name]
    return settings.replaced(rules=(*beside, ActiveRule(rule, rule.severity or Severity.WARNING, options)))


def _configuration(case: Case) -> Configuration:
    """Return the configuration of a case, read as a user's would be."""
    document = dict(case.config)
    if case.options:
        document["rules"] = {**document.get("rules", {}), case.rule: case.options}
    if not document:
        return Configuration(Path())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "lintarticle.toml"
        path.write_text(tomlkit.dumps(document), "utf-8")
        return read_configuration(path, Path(folder), path.name, CommandLine())


def applied(raw: str, fixes: tuple[Fix, ...]) -> str:
    """Make every edit in the file as it was decoded, so that line ends are seen to stay as they are."""
    edits = sorted({edit for fix in fixes for edit in fix.edits})
    done, parts = 0, list[str]()
    for span, text in edits:
        assert span.start >= done, f"two edits overlap at offset {span.start}: {edits}"
        parts += [raw[done : span.start], text]
        done = span.end
    return "".join([*parts, raw[done:]])
