"""The corrections of a data folder, in one JSON file a person can read."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from pydantic import ValidationError

from corpus.corrections.model import Correction
from corpus.errors import CorpusError
from corpus.files import write_json

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

FORMAT = "corrections/1"


class CorrectionStore:
    """Reads and writes ``corrections.json``; the caller holds the lock of the corpus when it writes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: tuple[tuple[int, int], list[Correction]] | None = None

    def all(self) -> list[Correction]:
        """Every correction, the oldest first; raises :class:`CorpusError` when the file cannot be understood."""
        try:
            stat = self.path.stat()
            state = (stat.st_mtime_ns, stat.st_size)
            if self._known is None or self._known[0] != state:
                content = json.loads(self.path.read_text(encoding="utf-8"))
                self._known = state, [Correction.model_validate(one) for one in content["corrections"]]
            return list(self._known[1])
        except FileNotFoundError:
            return []
        except (OSError, ValueError, KeyError, TypeError, ValidationError) as error:
            raise CorpusError(
                f"Le fichier des corrections {self.path.name} n'est pas lisible : rien n'a été changé.",
                f"Réparez-le, ou déplacez-le hors de {self.path.parent} pour continuer sans lui.",
            ) from error

    def of(self, document: str, sha256: str) -> list[Correction]:
        """The corrections of a document, known by its name or by its content."""
        return [one for one in self.all() if one.document == document or (sha256 and one.sha256 == sha256)]

    def mark(self, document: str, sha256: str) -> str:
        """What changes when the corrections of a document do; empty when it has none."""
        found = [one.model_dump_json() for one in self.of(document, sha256)]
        return f"+{hashlib.blake2b(''.join(found).encode(), digest_size=6).hexdigest()}" if found else ""

    def put(self, correction: Correction) -> None:
        """Keep a correction in place of the one of the same field."""
        self._write([one for one in self.all() if not same_field(one, correction)] + [correction])

    def discard(self, wanted: Callable[[Correction], bool]) -> int:
        """Forget the corrections a test picks; returns how many."""
        before = self.all()
        kept = [one for one in before if not wanted(one)]
        if len(kept) < len(before):
            self._write(kept)
        return len(before) - len(kept)

    def replace(self, document: str, corrections: Sequence[Correction]) -> None:
        """Keep these corrections of a document, and no other of it."""
        before = self.all()
        after = [one for one in before if one.document != document] + list(corrections)
        if after != before:
            self._write(after)

    def _write(self, corrections: list[Correction]) -> None:
        listed = [one.model_dump(mode="json") for one in corrections]
        write_json(self.path, {"format": FORMAT, "corrections": listed})
        self._known = None


def same_field(one: Correction, other: Correction) -> bool:
    """Whether two corrections are about the same field of the same fiche."""
    return (one.document, one.fiche, one.champ) == (other.document, other.fiche, other.champ)
