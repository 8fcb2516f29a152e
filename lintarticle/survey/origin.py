"""Where this lintarticle came from, for files that are to install the same one elsewhere."""

from __future__ import annotations

import json
import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lintarticle.changes.git import Git, GitError
from lintarticle.record import NamedTuple
from lintarticle.version import __version__

REPOSITORY = "https://github.com/lintarticle/lintarticle"


class Origin(NamedTuple):
    """A repository, by its address or the path of a clone, and a commit or tag of it."""

    address: str = REPOSITORY
    revision: str = f"v{__version__}"

    @property
    def web_address(self) -> str:
        """The address that others can install from, or "" for a clone on this machine."""
        found = re.fullmatch(r"(?:ssh://)?git@([^:/]+)[:/](.+?)(?:\.git)?/?", self.address)
        address = f"https://{found[1]}/{found[2]}" if found else self.address
        return address.removesuffix("/").removesuffix(".git") if address.startswith(("https://", "http://")) else ""


def origin() -> Origin:
    """Return what this lintarticle was installed from: a commit where pip knows one, otherwise the release."""
    try:
        said = json.loads(distribution("lintarticle").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return Origin()
    address = str(said.get("url", ""))
    if commit := said.get("vcs_info", {}).get("commit_id"):
        return Origin(address.removesuffix("/"), str(commit))
    return _of_clone(Path(unquote(urlsplit(address).path))) if address.startswith("file:") else Origin()


def _of_clone(folder: Path) -> Origin:
    """Return the commit that a clone is at, with the address that it was fetched from if that has the commit, too."""
    commit = asked(folder, "rev-parse", "--verify", "--quiet", "HEAD")
    if not commit:
        return Origin()
    is_published = bool(asked(folder, "branch", "--remotes", "--contains", commit))
    address = asked(folder, "config", "--get", "remote.origin.url") if is_published else ""
    without_password = re.sub(r"^(https?://)[^/@]*@", r"\1", address)
    return Origin(without_password if Origin(address).web_address else str(folder), commit)


def asked(folder: Path, *question: str) -> str:
    """Return what git answers to a question about a folder, "" where it can't."""
    try:
        data = Git(folder).run(*question).data
    except GitError:
        return ""
    return (data or b"").decode("utf-8", "replace").strip()
