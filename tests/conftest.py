"""What holds for every test: in CI, properties are tried on the same examples each time, so that a red run is news."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True, print_blob=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
