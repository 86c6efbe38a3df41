"""RTF: its text, rows of tables as rows."""

from __future__ import annotations

from pathlib import Path

from corpus.reading import failures
from corpus.reading.raw import RawDocument


def read_rtf(path: Path, into: RawDocument) -> None:
    """Read a rich text file; the cells of a row are separated by bars in the plain text."""
    from striprtf.striprtf import rtf_to_text

    data = path.read_bytes()
    if not data.lstrip().startswith(b"{\\rtf"):
        raise failures.broken(into.name, "ce n'est pas du RTF")
    for line in rtf_to_text(data.decode("latin-1"), errors="replace").split("\n"):
        cells = line.rstrip("|").split("|") if line.endswith("|") else []
        if len(cells) > 1:
            into.row(cells)
        elif line.strip():
            into.paragraph(line.rstrip("|").strip())
        else:
            into.blank()
