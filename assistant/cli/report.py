"""What is kept of an unexpected error: where it happened, without the text of any document."""

from __future__ import annotations

import tempfile
import traceback
from pathlib import Path


def keep_report(error: Exception) -> Path:
    """Write the places an error went through to a file, and return its path.

    The message of the error is left out: it may quote a document.
    """
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    with tempfile.NamedTemporaryFile(
        "w", prefix="fiches-erreur-", suffix=".txt", delete=False, encoding="utf-8"
    ) as file:
        file.write("\n".join([type(error).__name__, *lines]) + "\n")
    return Path(file.name)
