"""Plain text: the file's own lines, numbered as ``str.splitlines`` numbers them."""

from __future__ import annotations

from pathlib import Path

from corpus.reading import failures
from corpus.reading.raw import RawDocument
from corpus.text.cleaning import clean_line
from corpus.text.markup import readable_text


def decode(data: bytes) -> tuple[str, str | None]:
    """The text of a file and a warning when its encoding had to be guessed."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), None
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        return text, "Le fichier n'est pas en UTF-8 : il est lu comme du Windows-1252, vérifiez les accents."


def read_txt(path: Path, into: RawDocument) -> None:
    """Read a text file; a line that holds tabs is a row, whose cells are made readable."""
    data = path.read_bytes()
    text, warning = decode(data)
    if warning:
        if b"\x00" in data:
            raise failures.broken(into.name, "ce n'est pas du texte")
        into.warnings.append(warning)
    for line in text.splitlines():
        cells = line.split("\t") if "\t" in line else ()
        into.add(line, None, tuple(readable_text(clean_line(cell)) for cell in cells))
