"""What may be next to the checkout: real articles, published schemas. Tests that need them skip where there are none.

`LINTARTICLE_CORPORA` and `LINTARTICLE_SCHEMAS` name other folders. A folder of `CORPORA` is one repository.
"""

from __future__ import annotations

import os
from pathlib import Path

_SHARED = Path(__file__).resolve().parents[2] / "shared"

CORPORA = Path(os.environ.get("LINTARTICLE_CORPORA") or _SHARED / "corpora")
SCHEMAS = Path(os.environ.get("LINTARTICLE_SCHEMAS") or _SHARED / "schemas")
