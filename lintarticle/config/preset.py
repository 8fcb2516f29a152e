"""The presets: ready configurations of platforms and stages, one small TOML file each in `presets/`."""

from __future__ import annotations

from pathlib import Path

from lintarticle.config.layer import Layer
from lintarticle.record import NamedTuple
from lintarticle.wording import did_you_mean

PLATFORMS = (
    "ghost", "hugo", "jekyll", "astro", "docusaurus", "zola", "mkdocs-material", "eleventy", "pelican", "hexo",
    "gatsby", "nextjs", "quarto", "starlight", "docfx", "zenn", "devto", "hashnode", "medium",
)  # fmt: skip
"""Where articles are published: names of fields, limits, forms and folders."""

STAGES = ("draft", "publish", "readability", "google-article")
"""What is asked of an article at some point of its life, on any platform."""

FOR_AGENTS = ("agent-skills", "agents-md")
"""Files that programs read: their names, limits and sections."""

NAMES = (*PLATFORMS, *STAGES, *FOR_AGENTS)


def fault_of_preset(name: str) -> str:
    """Return what is wrong with the name of a preset, or ""."""
    return "" if name in NAMES else f"Unknown preset “{name}”.{did_you_mean(name, NAMES)}"


def preset_text(name: str) -> str:
    """Return the TOML file of a preset."""
    return preset_path(name).read_text("utf-8")


def preset_path(name: str) -> Path:
    """Return where the TOML file of a preset is."""
    return Path(__file__).parent / "presets" / f"{name}.toml"


class Presets(NamedTuple):
    """The merged presets, the weakest first; the patterns of a file override theirs."""

    layers: tuple[Layer, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
