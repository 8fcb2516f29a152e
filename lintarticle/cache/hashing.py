"""Hashes of content and names."""

from __future__ import annotations

try:
    from _blake2 import blake2b as blake2b  # noqa: PLC0414 - `hashlib` loads OpenSSL as well: 3 ms of a run of 40
except ImportError:
    from hashlib import blake2b as blake2b  # noqa: PLC0414 - the alias exports it


def digest_of(data: bytes) -> str:
    """Return the hash of some content."""
    return blake2b(data, digest_size=16).hexdigest()
