"""Articles of sites made at random are renamed: every link leads where it led, and nothing else changes.

`LINTARTICLE_RENAMES` says how many are; 1,000 of them take a minute or two.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from random import Random
from urllib.parse import unquote_to_bytes

import pytest
import renamed_sites
from renamed_sites import Site, address_of, identity, led_to, links, made, new_path, without_links

from lintarticle.cli.main import main

TIMES = int(os.environ.get("LINTARTICLE_RENAMES", "60"))
CHUNKS = 6


def written(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def read(folder: Path) -> dict[str, bytes]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def where_links_lead(site: Site, files: Mapping[str, bytes]) -> dict[int, str]:
    found = {}
    for number, source, path in links(site, files):
        place = led_to(site, files, number, source, path)
        found[number] = identity(files[place]) if place else ""
    return found


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_link_is_lost(chunk: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(chunk, TIMES, CHUNKS):
        folder = tmp_path / str(seed)
        (folder / ".git").mkdir(parents=True)
        monkeypatch.chdir(folder)
        random = Random(seed)
        site = made(random)
        written(folder, site.files)
        old = random.choice(site.articles)
        new = new_path(random, site, old)
        assert main(["rename-article", old, new]) == 0, seed
        check(site, read(folder), old, new, f"seed {seed}: {site.platform} {old} -> {new}")
        once = read(folder)
        assert main(["rename-article", old, new]) == 0
        assert read(folder) == once
        assert main(["rename-article", new, old]) == 0, seed
        back = read(folder)
        assert back.keys() == site.files.keys(), seed
        is_plain = re.fullmatch(r"[\w/.-]*", old + new, re.ASCII) is not None
        is_same = {path: plain(back[path], is_plain) == plain(data, is_plain) for path, data in site.files.items()}
        assert all(is_same.values()), (seed, old, new, is_same)
        shutil.rmtree(folder)


def check(site: Site, files: Mapping[str, bytes], old: str, new: str, case: str) -> None:
    assert where_links_lead(site, files) == where_links_lead(site, site.files), case
    assert "" not in where_links_lead(site, files).values()
    moved = {path: path for path in site.files} | {old: new}
    if old.endswith("/index.md"):
        outer, inner = (path.removesuffix("index.md") for path in (old, new))
        moved = {path: inner + path.removeprefix(outer) if path.startswith(outer) else path for path in site.files}
    assert sorted(files) == sorted(moved.values()), case
    for path, data in site.files.items():
        assert without_links(site, files[moved[path]]) == without_links(site, data), case
    address = address_of(site.platform, old)
    if address and site.platform in renamed_sites.FOLDERS and address.isascii():
        assert address.encode() in files[new], case


def plain(data: bytes, is_plain: bool) -> bytes:
    """Return a text without redirects. On a way there and back, `./` and escapes that are not needed are lost."""
    kept = [line for line in data.split(b"\n") if b"aliases" not in line and b"redirect_from" not in line]
    text = b"\n".join(line for line in kept if not line.startswith(b"  - /")).replace(b"](./", b"](")
    return text if is_plain else unquote_to_bytes(text)
