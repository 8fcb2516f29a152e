"""`lintarticle rename-article`: what follows the article, what it refuses, and that it is all or nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from lintarticle.cli.main import main
from lintarticle.errors import NotSavedError
from lintarticle.saving import save

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)

    def written(**files: str) -> Path:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        return tmp_path

    return written


def texts(folder: Path) -> dict[str, str]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in paths}


HUGO = {"hugo.toml": "baseURL = 'https://example.org'\n"}


def test_wiki_links_follow(write: Write) -> None:
    before = "[[a]] [[a|the tides]] [[posts/a#Ebb]] ![[a]] [[a.md]] [[b]] `[[a]]` [[aa]] [[a b]] [a][[a]]\n"
    folder = write(**{"posts/a.md": "x\n", "notes/b.md": before})
    assert main(["rename-article", "posts/a.md", "posts/high tide.md"]) == 0
    assert texts(folder)["notes/b.md"] == (
        "[[high tide]] [[high tide|the tides]] [[posts/high tide#Ebb]] ![[high tide]] [[high tide.md]] [[b]] `[[a]]` "
        "[[aa]] [[a b]] [a][[high tide]]\n"
    )


def test_a_folder_deep_in_a_site_is_not_a_language_for_its_short_name(write: Write) -> None:
    folder = write(**HUGO, **{
        "content/t/index.md": "---\ntitle: T\n---\n",
        "content/t/index.fr.md": "---\ntitle: T\n---\n",
        "content/y.md": "[u](/t/) [w](t)\n",
    })  # fmt: skip
    assert main(["rename-article", "content/t", "content/guides/tt"]) == 0
    assert texts(folder) == HUGO | {
        "content/guides/tt/index.md": "---\ntitle: T\naliases:\n  - /t/\n---\n",
        "content/guides/tt/index.fr.md": "---\ntitle: T\naliases:\n  - ../t\n---\n",
        "content/y.md": "[u](/guides/tt/) [w](guides/tt)\n",
    }


def test_an_address_in_another_language_is_left_to_people(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(**HUGO, **{"content/t.md": "---\ntitle: T\n---\n", "content/y.md": "[u](/t/)\n"})
    assert main(["rename-article", "content/t.md", "content/is/t.md"]) == 1
    assert "content/y.md:1: “/t/” now leads elsewhere; change it." in capsys.readouterr().err
    assert texts(folder)["content/y.md"] == "[u](/t/)\n"


def test_a_common_name_below_another_folder_is_not_doubted(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    text = "[1](/docs/setup/overview/)\n[2](/docs/guides/overview)\n[3](/help/overview)\n[4](/docs/overview/)\n"
    write(**{"x/_docs/guides/overview.md": "", "docs/x.md": "", "x/setup/b.md": text})
    assert main(["rename-article", "x/_docs/guides/overview.md", "x/_docs/guides/intro.md"]) == 0
    said = capsys.readouterr().err
    assert [line for line in (1, 2, 3, 4) if f"x/setup/b.md:{line}: " in said] == [2, 3, 4]


def test_a_wiki_link_to_one_of_two_articles_with_a_name_stays(write: Write) -> None:
    folder = write(**{"posts/a.md": "x\n", "news/a.md": "x\n", "b.md": "[[a]] [[posts/a]]\n"})
    assert main(["rename-article", "posts/a.md", "posts/c.md"]) == 0
    assert texts(folder)["b.md"] == "[[a]] [[posts/c]]\n"


def test_a_post_that_becomes_a_draft_has_no_address(write: Write) -> None:
    folder = write(**{
        "_config.yml": "permalink: /:title/\nplugins: [jekyll-redirect-from]\n",
        "_posts/2020-01-01-a.md": "---\ntitle: A\n---\n",
        "_posts/2020-01-02-b.md": "---\ntitle: B\n---\n[a](/a/)\n",
    })  # fmt: skip
    assert main(["rename-article", "_posts/2020-01-01-a.md", "_drafts/a.md"]) == 1
    assert texts(folder)["_drafts/a.md"] == "---\ntitle: A\n---\n"
    assert texts(folder)["_posts/2020-01-02-b.md"] == "---\ntitle: B\n---\n[a](/a/)\n"


# --- what follows ----------------------------------------------------------------------------------------------------


def test_every_way_to_name_it_on_a_site_of_hugo(write: Write) -> None:
    before = (
        '---\ntitle: "posts/a.md"\nrelated: [a, "/posts/a/#end", other]\naliases: [/posts/a/old/]\n---\r\n'
        '[1](a.md#x "t") [2](./a.md?q=1) [3](/posts/a/#z) [4](../a/) [5](/posts/a) <a href="a.md">x</a>\n'
        '{{< ref "posts/a.md" >}} [6]({{< relref "a#x" >}}) [7][r] `[8](a.md)` [9](https://example.org/posts/a/)\n'
        '<video src="a.md"></video> [10](/elsewhere/a/) [11](b.md)\n\n```\n[12](a.md)\n```\n\n[r]: <a.md>\n'
    )
    folder = write(**HUGO, **{"content/posts/a.md": "---\ntitle: A\n---\n", "content/posts/b.md": before})
    assert main(["rename-article", "content/posts/a.md", "content/posts/tide-table.md"]) == 0
    assert texts(folder)["content/posts/b.md"] == (
        '---\ntitle: "posts/a.md"\nrelated: [tide-table, "/posts/tide-table/#end", other]\n'
        "aliases: [/posts/a/old/]\n---\r\n"
        '[1](tide-table.md#x "t") [2](./tide-table.md?q=1) [3](/posts/tide-table/#z) [4](../tide-table/) '
        '[5](/posts/tide-table) <a href="tide-table.md">x</a>\n'
        '{{< ref "posts/tide-table.md" >}} [6]({{< relref "tide-table#x" >}}) [7][r] `[8](a.md)` '
        "[9](https://example.org/posts/a/)\n"
        '<video src="tide-table.md"></video> [10](/elsewhere/a/) [11](b.md)\n\n```\n[12](a.md)\n```\n\n'
        "[r]: <tide-table.md>\n"
    )
    assert texts(folder)["content/posts/tide-table.md"] == "---\ntitle: A\naliases:\n  - /posts/a/\n---\n"


def test_what_the_article_itself_names(write: Write) -> None:
    text = (
        '---\ncover: img/c.png\n---\nimport Chart from "./chart.js";\n\n[b](b.md) ![i](<my img/i.png>) [s](#s) '
        '<img src="img/c.png"> [up](../x.md) [rooted](/posts/b.md)\n'
    )
    others = dict.fromkeys(("posts/b.md", "posts/img/c.png", "posts/my img/i.png", "posts/chart.js", "x.md"), "")
    folder = write(**{"posts/a.mdx": text}, **others)
    assert main(["rename-article", "posts/a.mdx", "guides/new/a.mdx"]) == 0
    assert texts(folder)["guides/new/a.mdx"] == (
        '---\ncover: ../../posts/img/c.png\n---\nimport Chart from "../../posts/chart.js";\n\n'
        "[b](../../posts/b.md) ![i](<../../posts/my img/i.png>) [s](#s) "
        '<img src="../../posts/img/c.png"> [up](../../x.md) [rooted](/posts/b.md)\n'
    )


def test_a_bundle_moves_as_a_whole(write: Write) -> None:
    folder = write(
        **HUGO,
        **{
            "content/posts/tides/index.md": "---\ntitle: T\ncover: c.png\n---\n![c](c.png) [a](../a.md)\n",
            "content/posts/tides/index.fr.md": "---\ntitle: T\n---\n![c](c.png)\n",
            "content/posts/tides/c.png": "picture",
            "content/posts/a.md": "![c](tides/c.png) [t](tides/index.md) [r](/posts/tides/)\n",
        },
    )
    assert main(["rename-article", "content/posts/tides", "content/guides/ebb"]) == 0
    assert texts(folder) == {
        **HUGO,
        "content/guides/ebb/index.md": (
            "---\ntitle: T\ncover: c.png\naliases:\n  - /posts/tides/\n---\n![c](c.png) [a](../../posts/a.md)\n"
        ),
        "content/guides/ebb/index.fr.md": "---\ntitle: T\naliases:\n  - ../posts/tides\n---\n![c](c.png)\n",
        "content/guides/ebb/c.png": "picture",
        "content/posts/a.md": "![c](../guides/ebb/c.png) [t](../guides/ebb/index.md) [r](/guides/ebb/)\n",
    }
    assert not (folder / "content/posts/tides").exists()


def test_a_folder_named_by_its_article(write: Write) -> None:
    folder = write(**{"a/index.md": "x\n", "a/c.png": ""})
    assert main(["rename-article", "a/index.md", "b/index.md"]) == 0
    assert set(texts(folder)) == {"b/index.md", "b/c.png"}


def test_posts_of_jekyll(write: Write) -> None:
    folder = write(
        **{
            "_config.yml": "permalink: /:categories/:year/:month/:day/:title.html\nplugins: [jekyll-redirect-from]\n",
            "_posts/2024-01-02-ebb.md": "---\ntitle: E\ncategories: [Sea]\nredirect_from: /old\n---\n",
            "b.md": (
                "[1]({% post_url 2024-01-02-ebb %}#x) [2]({{ site.baseurl }}{% link _posts/2024-01-02-ebb.md %})\n"
                "[3]({{ '/sea/2024/01/02/ebb.html' | relative_url }}) [4](/sea/2024/01/02/ebb.html#x)\n"
            ),
        }
    )
    assert main(["rename-article", "_posts/2024-01-02-ebb.md", "_posts/2024-01-03-flow.md"]) == 0
    after = texts(folder)
    assert after["b.md"] == (
        "[1]({% post_url 2024-01-03-flow %}#x) [2]({{ site.baseurl }}{% link _posts/2024-01-03-flow.md %})\n"
        "[3]({{ '/sea/2024/01/03/flow.html' | relative_url }}) [4](/sea/2024/01/03/flow.html#x)\n"
    )
    assert after["_posts/2024-01-03-flow.md"] == (
        "---\ntitle: E\ncategories: [Sea]\nredirect_from: [/old, /sea/2024/01/02/ebb.html]\n---\n"
    )


def test_zola(write: Write) -> None:
    folder = write(
        **{
            "config.toml": 'base_url = "https://example.org"\n',
            "content/blog/ebb.md": '+++\ntitle = "E"\n[extra]\nx = 1\n+++\n',
            "content/blog/b.md": "[1](@/blog/ebb.md#x) [2](/blog/ebb/)\n",
        }
    )
    assert main(["rename-article", "content/blog/ebb.md", "content/notes/flow.md"]) == 0
    assert texts(folder)["content/blog/b.md"] == "[1](@/notes/flow.md#x) [2](/notes/flow/)\n"
    assert texts(folder)["content/notes/flow.md"] == (
        '+++\ntitle = "E"\naliases = ["/blog/ebb/"]\n[extra]\nx = 1\n+++\n'
    )


def test_an_address_that_a_field_sets_stays(write: Write) -> None:
    folder = write(
        **HUGO, **{"content/posts/a.md": "---\nurl: /tides/\n---\n", "content/posts/b.md": "[1](/tides/) [2](a.md)\n"}
    )
    assert main(["rename-article", "content/posts/a.md", "content/c.md"]) == 0
    assert texts(folder)["content/c.md"] == "---\nurl: /tides/\n---\n"
    assert texts(folder)["content/posts/b.md"] == "[1](/tides/) [2](../c.md)\n"


def test_a_draft_has_no_old_address(write: Write) -> None:
    folder = write(**HUGO, **{"content/a.md": "---\ndraft: true\n---\n"})
    assert main(["rename-article", "content/a.md", "content/b.md"]) == 0
    assert texts(folder)["content/b.md"] == "---\ndraft: true\n---\n"


def test_there_and_back_leaves_only_the_redirect(write: Write) -> None:
    files = {"content/posts/a.md": "---\ntitle: A\n---\n[b](b.md)\n", "content/posts/b.md": "[a](a.md)\n"}
    folder = write(**HUGO, **files)
    assert main(["rename-article", "content/posts/a.md", "content/x/y.md"]) == 0
    assert main(["rename-article", "content/x/y.md", "content/posts/a.md"]) == 0
    assert texts(folder) == {
        **HUGO,
        **files,
        "content/posts/a.md": "---\ntitle: A\naliases:\n  - /x/y/\n---\n[b](b.md)\n",
    }
    assert not (folder / "content/x").exists()


@pytest.mark.parametrize(
    ("platform", "said"),
    [
        ({"mkdocs.yml": "site_name: x\n"}, "add a redirect to “redirect_maps” of the plugin “redirects” in mkdocs.yml"),
        ({"docusaurus.config.js": ""}, "add a redirect to the plugin “client-redirects”"),
        ({}, "add a redirect where the site is served"),
    ],
)
def test_a_platform_without_a_field_says_what_to_do(
    write: Write, capsys: pytest.CaptureFixture[str], platform: dict[str, str], said: str
) -> None:
    write(**platform, **{"docs/a.md": "# A\n"})
    assert main(["rename-article", "docs/a.md", "docs/b.md"]) == 0
    assert said in capsys.readouterr().err


def test_translations_that_stay_are_named(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    write(**{"a.md": "x\n", "a.fr.md": "x\n"})
    assert main(["rename-article", "a.md", "b.md"]) == 0
    assert "Its translations keep their names: “a.fr.md”." in capsys.readouterr().err


def test_a_link_that_cannot_follow_is_named(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(**{"_posts/2024-01-02-a.md": "x\n", "b.md": "[a]({% post_url 2024-01-02-a %})\n"})
    assert main(["rename-article", "_posts/2024-01-02-a.md", "pages/a.md"]) == 1
    assert "b.md:1: “2024-01-02-a” now leads elsewhere; change it." in capsys.readouterr().err
    assert texts(folder)["b.md"] == "[a]({% post_url 2024-01-02-a %})\n"


def test_a_path_from_the_root_means_the_same_in_every_folder(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    names = ("docs/a.md", "docs/ko/a.md", "docs/b.md")
    folder = write(**dict.fromkeys(names, ""), **{"docs/c.md": "[a](/a/) [img](/a.md)\n", "docs/d.md": "[c](/de/c/)\n"})
    assert main(["rename-article", "docs/c.md", "docs/ko/c.md"]) == 0
    assert texts(folder)["docs/ko/c.md"] == "[a](/a/) [img](/a.md)\n"
    assert "/de/c/" not in capsys.readouterr().err  # of another language


# --- navigation ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("mkdocs.yml", "nav:\n  - Tides: guide/a.md # x\n  - b.md\n", "nav:\n  - Tides: guide/new.md # x\n  - b.md\n"),
        ("mkdocs.yml", "nav: [guide/a.md, 'b.md']\n", "nav: [guide/new.md, 'b.md']\n"),
        ("sidebars.js", "x = ['guide/a', {label: 'guide/a'}];\n", "x = ['guide/new', {label: 'guide/a'}];\n"),
        ("docs/SUMMARY.md", "- [Tides](guide/a.md)\n", "- [Tides](guide/new.md)\n"),
        ("docs/guide/toc.yml", "- href: a.md\n", "- href: new.md\n"),
        ("_data/navigation.yml", "- url: /guide/a/\n", "- url: /guide/new/\n"),
        ("docs.json", '{"pages": ["docs/guide/a"]}\n', '{"pages": ["docs/guide/new"]}\n'),
    ],
)
def test_navigation(write: Write, name: str, before: str, after: str) -> None:
    folder = write(**{name: before, "docs/guide/a.md": "# A\n"})
    assert main(["rename-article", "docs/guide/a.md", "docs/guide/new.md"]) == 0
    assert texts(folder)[name] == after


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("other/mkdocs.yml", "nav:\n  - a.md\n"),
        ("site/mkdocs.yml", "nav:\n  - a.md\n  - guide/b.md\n"),
        ("site/sidebars.json", '{"docs": ["a", "guide/b"]}\n'),
        ("other/config.toml", "[[menu.main]]\nurl = '/guide/a/'\n"),
    ],
)
def test_navigation_that_names_another_article_stays(write: Write, name: str, text: str) -> None:
    articles = ("site/docs/a.md", "site/docs/guide/a.md", "other/docs/a.md", "other/content/guide/a.md")
    folder = write(**{name: text}, **dict.fromkeys(articles, "# A\n"))
    assert main(["rename-article", "site/docs/guide/a.md", "site/docs/guide/new.md"]) == 0
    assert texts(folder)[name] == text


def test_the_navigation_of_a_version_names_the_articles_of_the_version(write: Write) -> None:
    version, current = "versioned_sidebars/version-1.0-sidebars.json", "sidebars.json"
    text = '{"docs": ["guide/a"]}\n'
    articles = ("docs/guide/a.md", "versioned_docs/version-1.0/guide/a.md")
    folder = write(**{version: text, current: text}, **dict.fromkeys(articles, "# A\n"))
    assert main(["rename-article", "docs/guide/a.md", "docs/guide/new.md"]) == 0
    assert (texts(folder)[version], texts(folder)[current]) == (text, text.replace("/a", "/new"))


def test_navigation_that_names_one_of_two_is_left(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    text = "nav:\n  - guide/a.md\n"
    articles = ("one/guide/a.md", "two/guide/a.md")
    folder = write(**{"mkdocs.yml": text}, **dict.fromkeys(articles, "# A\n"))
    assert main(["rename-article", "one/guide/a.md", "one/guide/new.md"]) == 0
    assert texts(folder)["mkdocs.yml"] == text
    assert "mkdocs.yml:2: This line may name the article" in capsys.readouterr().err


def test_navigation_that_names_it_twice_is_left(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    text = "nav:\n  - guide/a.md\n  - Again: guide/a.md\n"
    folder = write(**{"mkdocs.yml": text, "docs/guide/a.md": "# A\n"})
    assert main(["rename-article", "docs/guide/a.md", "docs/guide/new.md"]) == 0
    assert texts(folder)["mkdocs.yml"] == text
    assert "mkdocs.yml:2: This line may name the article" in capsys.readouterr().err


# --- what is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("gone.md", "new.md", "There is no article “gone.md”."),
        ("c.png", "d.png", "“c.png” is not an article."),
        ("docs", "new", "“docs” is not an article: the folder has no “index.md”."),
        ("several", "new", "“several” contains other articles too (“several/x.md”); rename a single file."),
        ("a.md", "b.md", "“b.md” exists; nothing is overwritten."),
        ("a.md", "docs", "“docs” is a folder; name the file too: “docs/a.md”."),
        ("a.md", "a.md", "The two names are the same."),
        ("a.md", "../a.md", "“../a.md” is outside the repository."),
        ("a.md", ".git/a.md", "“.git/a.md” is outside the repository."),
        ("a.md", "new.mdx", "“new.mdx” must end in “.md”, like “a.md”."),
        ("a.md", "new", "“new” must end in “.md”, like “a.md”."),
        ("a.md", "b.md/new.md", "“b.md” is a file, so nothing can be put in it."),
        ("a.md", "B.md", "“b.md” differs from the new name only in letter case; choose another."),
        ("a.md", "new\n.md", "The new name must be a path on one line."),
        ("bundle", "new.md", "“bundle” is a folder; name one for it, such as “new”."),
        ("bundle/index.md", "new.md", "“bundle/index.md” shares its folder with its pictures"),
        ("bundle", "bundle/inner", "“bundle/inner” is inside the folder that moves."),
        ("section/_index.md", "section/new.md", "“section/_index.md” is the page of its folder"),
        ("broken.md", "new.md", "The front matter of “broken.md” can’t be read"),
        ("link.md", "new.md", "“link.md” is a link to another file; rename that one."),
    ],
)
def test_what_is_refused(write: Write, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str) -> None:
    names = (
        "a.md", "b.md", "c.png", "docs/d.png", "several/index.md", "several/x.md", "bundle/index.md", "bundle/c.png",
        "section/_index.md",
    )  # fmt: skip
    folder = write(**dict.fromkeys(names, ""), **{"broken.md": "---\ntitle: [\n---\n"})
    (folder / "link.md").symlink_to("a.md")
    before = texts(folder)
    assert main(["rename-article", old, new]) == 2
    assert said in capsys.readouterr().err
    assert texts(folder) == before


def test_a_name_that_is_the_same_file_to_the_system(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(**{"a.md": "x\n"})
    os.link(folder / "a.md", folder / "A.md")  # what a system that ignores letter case shows
    assert main(["rename-article", "a.md", "A.md"]) == 2
    assert "On this system “a.md” and “A.md” are one file" in capsys.readouterr().err


def test_letter_case_alone(write: Write) -> None:
    folder = write(**{"a.md": "x\n", "b.md": "[a](a.md)\n"})
    assert main(["rename-article", "a.md", "A.md"]) == 0
    assert texts(folder) == {"A.md": "x\n", "b.md": "[a](A.md)\n"}


def test_the_second_time_nothing_happens(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(**{"a.md": "x\n", "b.md": "[a](a.md)\n"})
    assert main(["rename-article", "a.md", "c.md"]) == 0
    once = texts(folder)
    capsys.readouterr()
    assert main(["rename-article", "a.md", "c.md"]) == 0
    assert "“a.md” no longer exists and “c.md” does; it seems to be renamed already." in capsys.readouterr().err
    assert texts(folder) == once


def test_a_folder_that_holds_nothing_is_not_the_article_renamed_before(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(**{"b.md": "[a](a.md)\n"})
    (folder / "sub").mkdir()
    assert main(["rename-article", "a.md", "sub"]) == 2
    assert "There is no article “a.md”." in capsys.readouterr().err


def test_a_folder_that_is_a_symbolic_link_is_the_one_it_leads_to(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(**{"real/a.md": "x\n", "real/b.md": "[a](a.md)\n"})
    (folder / "linked").symlink_to("real")
    assert main(["rename-article", "linked/a.md", "linked/c.md"]) == 0
    assert texts(folder / "real") == {"b.md": "[a](c.md)\n", "c.md": "x\n"}
    assert "Renamed “real/a.md” to “real/c.md” and changed 1 link." in capsys.readouterr().err


def test_a_symbolic_link_to_the_article_is_named(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(**{"real/a.md": "x\n"})
    (folder / "a.md").symlink_to("real/a.md")
    assert main(["rename-article", "real/a.md", "real/c.md"]) == 1
    assert "a.md: This symbolic link leads to the old path; change it." in capsys.readouterr().err


def test_links_are_counted_only_where_some_changed(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    write(**HUGO, **{"content/a.md": "---\ntitle: A\n---\n"})
    assert main(["rename-article", "content/a.md", "content/b.md"]) == 0
    assert capsys.readouterr().err.endswith("Renamed “content/a.md” to “content/b.md”.\n")


def test_the_diff_writes_nothing(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(**{"a.md": "x\n", "b.md": "[a](a.md)\n"})
    before = texts(folder)
    assert main(["rename-article", "a.md", "c.md", "--diff"]) == 0
    assert texts(folder) == before
    captured = capsys.readouterr()
    assert captured.out == (
        "rename from a.md\nrename to c.md\n--- a/b.md\n+++ b/b.md\n@@ -1 +1 @@\n-[a](a.md)\n+[a](c.md)\n"
    )
    assert "Would rename “a.md” to “c.md” and change 1 link." in captured.err


def test_from_a_folder_below(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(**{"docs/a.md": "x\n", "b.md": "[a](docs/a.md)\n"})
    monkeypatch.chdir(folder / "docs")
    assert main(["rename-article", "a.md", "../c.md"]) == 0
    assert texts(folder) == {"c.md": "x\n", "b.md": "[a](c.md)\n"}


# --- all or nothing --------------------------------------------------------------------------------------------------


def test_a_file_that_is_read_only(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(**{"a.md": "x\n", "b.md": "[a](a.md)\n", "z.md": "[a](a.md)\n"})
    (folder / "z.md").chmod(0o444)
    before = texts(folder)
    assert main(["rename-article", "a.md", "new/a.md"]) == 2
    assert "Nothing was renamed: “z.md” is read-only." in capsys.readouterr().err
    assert texts(folder) == before
    assert not (folder / "new").exists()


@pytest.mark.parametrize("error", [NotSavedError("The disk is full."), KeyboardInterrupt()])
def test_a_failure_half_way_is_taken_back(write: Write, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    folder = write(**{"a.md": "[b](b.md)\n", "b.md": "[a](a.md)\n", "z.md": "[a](a.md)\n"})
    before = texts(folder)
    done = list[Path]()

    def failing(path: Path, *arguments: object) -> None:
        if path.name == "z.md":
            raise error
        done.append(path)
        save(path, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("lintarticle.moving.carrying_out.save", failing)
    assert main(["rename-article", "a.md", "new/a.md"]) != 0
    assert {path.name for path in done} == {"a.md", "b.md"}
    assert texts(folder) == before
    assert not (folder / "new").exists()


def test_an_article_that_cannot_be_read_is_left_and_named(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(**{"a.md": "x\n", "b.md": ""})
    (folder / "b.md").write_bytes(b"[a](a.md) \xff\n")
    assert main(["rename-article", "a.md", "c.md"]) == 0
    assert "b.md: It can’t be read, so its links were left as they are." in capsys.readouterr().err
    assert (folder / "b.md").read_bytes() == b"[a](a.md) \xff\n"
