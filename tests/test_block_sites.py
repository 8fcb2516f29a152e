"""Sites whose articles keep their metadata under labels at the end: `init`, `new` and `guide` do as they do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from command_folder import CommandFolder

ENGLISH = """\
# How a {0} changes the day of a {1}

People who live near the water know that a {0} is never only a {0}. It shapes how they plan the morning.

## What the {0} does

Those who work near the {1} say that they sleep badly on the first warm nights of the year.

## Why it matters

Every town on the coast has its own rules about the {2}. Some were written two centuries ago.

---

**SEO Excerpt:** A {0} changes how people near the {1} plan their day, and the rules about the {2} are old.

**SEO Tags:** {0}, {1}, {2}, coast, working life

**Suggested Illustrations:**

1. **Hero Image** (Top of post): A wide photograph of a {0} at dawn. Prompt: "A {0} at dawn, people on the quay"

2. **Infographic** (After "Why it matters" section): The rules about the {2} in three towns since 1820. \
Prompt: "Timeline of rules about a {2}"

**Target Audience:** Residents of coastal towns, and local journalists.
"""

GERMAN = """\
# Was {0} mit dem Alltag am {1} zu tun hat

Wer am Wasser wohnt, weiß, dass das Wort {0} mehr bedeutet, als im Wörterbuch steht. Es bestimmt den Morgen.

## Was man zuerst bemerkt

Wer neben {1} arbeitet, schläft in den ersten warmen Nächten des Jahres schlecht.

## Warum es wichtig ist

Jede Stadt an der Küste hat eigene Regeln zum Thema {2}. Manche sind zweihundert Jahre alt.

---

**SEO-Auszug:** Das Thema {0} bestimmt den Alltag am Wasser, und die Regeln zum Thema {2} sind vielerorts sehr alt.

**SEO-Tags:** {0}, {1}, {2}, Küste, Arbeitsleben

**Vorgeschlagene Illustrationen:**

1. **Titelbild** (Anfang des Artikels): Ein weites Foto zum Thema {0}. Prompt: "Weites Foto, Menschen am Kai"

2. **Infografik** (Nach dem Abschnitt "Warum es wichtig ist"): Die Regeln zum Thema {2} seit 1820. \
Prompt: "Zeitstrahl der Regeln, drei Städte"

**Zielgruppe:** Bewohner von Küstenstädten und Lokaljournalisten.
"""

WORDS = {
    ENGLISH: ["harbor", "buoy", "table", "lighthouse", "river", "boat", "rope", "sail", "captain", "weather", "storm",
              "signal", "bridge", "ferry", "anchor"],
    GERMAN: ["Hafen", "Boje", "Tabelle", "Leuchtturm", "Fluss", "Boot", "Seil", "Segel", "Lotse", "Wetter", "Sturm",
             "Signal", "Brücke", "Fähre", "Anker"],
}  # fmt: skip


@pytest.fixture(params=[ENGLISH, GERMAN], ids=["English", "German"])
def site(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> CommandFolder:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    folder = CommandFolder(tmp_path, capsys)
    words = WORDS[request.param]
    for place, word in enumerate(words):
        text = request.param.format(word, words[place - 3], words[place - 7])
        folder.write(f"articles/water-{place}.md", text)
    assert folder.run("init", "--yes").code == 0
    return folder


def test_nothing_is_reported_after_init(site: CommandFolder) -> None:
    code, out, _ = site.run("check")
    assert (code, out) == (0, "No problems in 15 articles\n")


def test_a_new_article_that_is_filled_in_passes(site: CommandFolder) -> None:
    _, out, _ = site.run("new", "The moon and the flood")
    path = site.folder / out.strip()
    text = path.read_text("utf-8")
    assert site.run("check").code == 1
    assert not text.startswith("---")
    values = iter(("What the moon has to do with it, and why nobody on the coast sleeps well.",
                   '**Photo** (top of the post): The moon. Prompt: "The moon"', "Sailors"))  # fmt: skip
    head, line, block = text.partition("---\n")
    block = re.sub("TODO", lambda _: next(values), block)
    block = re.sub(r"(Tags:\*\*)\n", r"\1 moon, coast\n", block)
    path.write_text(head.replace("TODO", "The moon pulls the water.") + line + block, "utf-8")
    code, out, _ = site.run("check")
    assert (code, out) == (0, "No problems in 16 articles\n")


def test_the_guide_shows_the_labels_and_an_example_that_passes(site: CommandFolder) -> None:
    guide = site.run("guide").out
    said, _, example = guide.partition("## An example\n\n````markdown\n")
    article = (site.folder / "articles/water-0.md").read_text("utf-8")
    labels = re.findall(r"^\*\*(.+):\*\*", article, re.MULTILINE)
    assert len(labels) == 4
    assert all(f"- **`{label}`** (required): " in said for label in labels)
    assert "At the end of the article" in said
    example = example.partition("````")[0]
    assert re.findall(r"^\*\*(.+):\*\*", example, re.MULTILINE) == labels
    site.write("articles/example.md", example)
    code, out, _ = site.run("check")
    assert (code, out) == (0, "No problems in 16 articles\n")


def test_fields_that_have_no_label_yet_are_in_the_front_matter(site: CommandFolder) -> None:
    config = (site.folder / "lintarticle.toml").read_text("utf-8")
    more = 'fields]\ntitle = { type = "string", required = true }\nweight = { type = "integer", required = true }\n'
    site.write("lintarticle.toml", config.replace("fields]\n", more))
    example = site.run("guide").out.partition("````markdown\n")[2]
    assert example.startswith("---\nweight: 3\n---\n\n# How to read a tide table\n")
    out = site.run("new", "The moon", "--dry-run").out
    assert out.startswith("---\nweight: TODO\n---\n\n# The moon\n")
    optional = config.replace("required = true }", "}")
    site.write("lintarticle.toml", re.sub("(?m)^tags = .*\n", "", optional))
    example = site.run("guide").out.partition("````markdown\n")[2]
    assert "Tags" not in example
    assert "\n\n\n" not in example


def test_the_guide_without_a_contract_shows_the_labels_too(site: CommandFolder) -> None:
    site.write("lintarticle.toml", '[rules]\n"metadata/block-in-body" = "off"\n')
    said, _, example = site.run("guide").out.partition("## An example\n\n````markdown\n")
    labels = re.findall(r"^\*\*(.+):\*\*", (site.folder / "articles/water-0.md").read_text("utf-8"), re.MULTILINE)
    assert re.findall(r"^- \*\*`(.+)`\*\*", said, re.MULTILINE) == labels
    assert re.findall(r"^\*\*(.+):\*\*", example, re.MULTILINE) == labels
    site.write("articles/example.md", example.partition("````")[0])
    assert site.run("check", "articles/example.md").out == "No problems in 1 article\n"


def test_interface_text_that_was_everywhere_and_is_gone_is_drift(site: CommandFolder) -> None:
    articles = sorted((site.folder / "articles").iterdir())
    for path in articles:
        path.write_text(f"{path.read_text('utf-8')}\nThe link has been copied!\n", "utf-8")
    (site.folder / "lintarticle.toml").unlink()
    assert "15  debris/interface-text" in site.run("init", "--yes").out
    site.run("fix")
    assert site.run("check").out == "No problems in 15 articles\n"
    assert "info, but no article breaks it" in site.run("init", "--update").out


RECORD = "# {0}. Use engine {0}\n\n## Status\n\nOpen.\n\n## Context\n\nPump {0} leaks.\n\n## Decision\n\nReplace it.\n"


def test_articles_without_metadata_share_their_sections(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    folder = CommandFolder(tmp_path, capsys)
    for number in range(10, 25):
        folder.write(f"docs/adr/{number}-engine.md", RECORD.format(number))
        folder.write(f"notes/{number}.md", f"# Note {number}\n\nText.\n\n## Of day {number}\n\nMore.\n")
    assert folder.run("init", "--yes").code == 0
    config = (tmp_path / "lintarticle.toml").read_text("utf-8")
    assert re.findall(r'files = .*|heading = "\w+"', config) == [
        'files = ["docs/adr/**"]', 'heading = "Status"', 'heading = "Context"', 'heading = "Decision"'
    ]  # fmt: skip
    assert folder.run("check").out == "No problems in 30 articles\n"
    assert folder.run("init", "--update").out == "lintarticle.toml: nothing has drifted in 30 articles.\n"
    example = folder.run("guide").out.partition("````markdown\n")[2].partition("````")[0]
    assert example.startswith("# How to read a tide table\n\nA tide")
    folder.write("docs/adr/25-tides.md", example)
    assert folder.run("check").out == "No problems in 31 articles\n"
    folder.write("docs/adr/10-engine.md", RECORD.format(10).partition("## Decision")[0])
    assert "Section “Decision” is missing" in folder.run("check").out
