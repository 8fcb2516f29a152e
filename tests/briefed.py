"""An article with three briefs in each form, and images made of nothing."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

BODY = """\
# Why Tide Tables Still Matter

Tide tables are old, and everybody who sails has one. They say when the sea is highest.

A second paragraph says more about them, and about the harbours of the coast.

## The First Printed Sheets

They were drawn by hand, and printed in small numbers for the pilots of the harbour.

- Some were for one port.
- Some were for a whole coast.

## How a Table Is Made

A machine of brass wheels added up the waves, until computers did the same in less time.
"""

BLOCK = """
---

**SEO Excerpt:** Tide tables are centuries old and still on every boat, since no forecast is as sure as the moon.

**SEO Tags:** tides, sailing, moon

**Suggested Illustrations:**

1. **Hero Image** (Top of post): A tide table under a lamp. Could be created with prompt: "A tide table of 1890 on an \
oak desk, brass lamp, oil painting, warm light"

2. **Infographic** (After "The First Printed Sheets" section): How sheets were printed. Prompt: "Clean infographic in \
four steps, how a tide table was printed in 1830, blue and grey"

3. **Conceptual Image** (After "How a Table Is Made" section): Wheels that add up waves. Prompt: "Brass wheels and \
waves, abstract, dark background, soft light from above"

**Target Audience:** People who sail, and people who live by the sea.
"""

METADATA = """\
title: Why tide tables still matter
description: Tide tables are centuries old and still on every boat, since no forecast is as sure as the moon.
tags: [tides, sailing, moon]
date: 2026-01-15
"""

BRIEFS = """\
illustrations:
  - type: hero
    placement: top
    description: A tide table under a lamp.
    prompt: A tide table of 1890 on an oak desk, brass lamp, oil painting, warm light
    alt: A tide table under a brass lamp
  - type: infographic
    placement: after "The First Printed Sheets"
    description: How sheets were printed.
    prompt: Clean infographic in four steps, how a tide table was printed in 1830, blue and grey
    alt: The four steps of printing
    caption: How it was done in 1830
  - type: conceptual
    placement: after "How a Table Is Made"
    description: Wheels that add up waves.
    prompt: Brass wheels and waves, abstract, dark background, soft light from above
    alt: Wheels and waves
"""

FRONT_MATTER = f"---\n{METADATA}{BRIEFS}---\n\n{BODY.partition(chr(10) * 2)[2]}"
"""The article whose title is in the front matter, with its briefs."""

IN_BLOCK = BODY + BLOCK


def png(width: int = 1200, height: int = 630) -> bytes:
    """Return a black PNG of one bit a pixel."""
    rows = (b"\0" + b"\0" * ((width + 7) // 8)) * height
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def put(path: Path, content: str | bytes) -> Path:
    """Write a file with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
