"""Where the real conventions are, when they are beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

_BESIDE = Path(__file__).resolve().parents[2] / "shared"
SHARED: Path | None = _BESIDE if (_BESIDE / "conventions").is_dir() else None
CONVENTIONS = _BESIDE / "conventions"
DOCUMENTS = _BESIDE / "documents"
EVALUATION = _BESIDE / "eval"

needs_shared = pytest.mark.skipif(SHARED is None, reason="les conventions réelles (../shared) ne sont pas à côté")
