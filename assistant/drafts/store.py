"""The drafts on disk: one JSON file each, written atomically, never deleted because it cannot be read."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.drafts.atomic import SUFFIX, write_atomically
from assistant.drafts.file_format import pack, unpack
from assistant.drafts.model import now
from corpus.errors import FichesError, UnreadableError, UsageError
from corpus.text.folding import slug

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.drafts.model import Draft

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 80
_STALE_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class DraftSummary:
    """One line of the list of drafts; ``probleme`` says in French why a draft cannot be opened, else empty."""

    id: str
    titre: str
    completude: float
    modifie: dt.datetime
    probleme: str = ""


class DraftStore:
    """The drafts of one folder, created at the first save."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def new_id(self, titre: str = "") -> str:
        """A readable identifier that no draft of the folder has, such as ``2026-11-21-creer-une-mam-1``."""
        base = f"{now().astimezone():%Y-%m-%d}-{slug(titre or 'fiche')}"
        self._make_folder()
        taken = {path.name.lstrip(".").split(".")[0] for path in self.folder.iterdir()}
        rank = 1
        while f"{base}-{rank}" in taken or not self._reserve(f"{base}-{rank}"):
            rank += 1
        return f"{base}-{rank}"

    def save(self, draft: Draft) -> None:
        """Write a draft; once this returns, it survives a kill and a power cut."""
        path = self._path(draft.id)
        self._make_folder()
        self._write(path, pack(draft))
        for side in (self._typed(draft.id), self._reservation(draft.id)):
            side.unlink(missing_ok=True)

    def save_typing(self, draft_id: str, saisie: str) -> None:
        """Keep what is typed and not yet sent, without writing the draft again; :meth:`load` gives it back."""
        path = self._typed(draft_id)
        self._make_folder()
        self._write(path, saisie.encode("utf-8", "replace"))

    def load(self, draft_id: str) -> Draft:
        """Read a draft; a damaged file is set aside under another name and said so, a newer one is left alone."""
        path = self._path(draft_id)
        if not path.exists():
            raise UsageError(
                f"Le brouillon « {draft_id} » n'existe pas.", "La commande « fiches brouillons » donne la liste."
            )
        try:
            draft = read_draft(path)
        except UnreadableError as error:
            if error.reason != "endommage":
                raise
            aside = self._set_aside(path)
            raise UnreadableError(
                f"Le brouillon « {draft_id} » est endommagé et ne peut pas être ouvert.",
                f"Le fichier est gardé sous {aside} ; repartez d'un nouveau brouillon.",
                reason="endommage",
            ) from error
        return self._with_typing(draft.model_copy(update={"id": draft_id}))

    def list(self) -> list[DraftSummary]:
        """A summary of every draft, last changed first; those that cannot be opened are listed and say why."""
        if not self.folder.is_dir():
            return []
        self._sweep()
        found = [self._summary(p) for p in self.folder.glob("[!.]*.json")]
        found += [self._damaged(p, f"endommagé, gardé sous {p.name}") for p in self.folder.glob("[!.]*.abime")]
        return sorted(filter(None, found), key=lambda s: (s.modifie, s.id), reverse=True)

    def delete(self, draft_id: str) -> None:
        """Delete a draft for good, at the coordinator's request."""
        path = self._path(draft_id)
        if not path.exists():
            raise UsageError(
                f"Le brouillon « {draft_id} » n'existe pas.", "La commande « fiches brouillons » donne la liste."
            )
        self._typed(draft_id).unlink(missing_ok=True)
        path.unlink()

    def _path(self, draft_id: str) -> Path:
        if len(draft_id) > _LONGEST_ID or not _ID.fullmatch(draft_id):
            raise UsageError(
                f"« {draft_id[:_LONGEST_ID]} » n'est pas un identifiant de brouillon.",
                "La commande « fiches brouillons » donne la liste.",
            )
        return self.folder / f"{draft_id}.json"

    def _typed(self, draft_id: str) -> Path:
        return self._path(draft_id).with_name(f".{draft_id}.saisie")

    def _reservation(self, draft_id: str) -> Path:
        return self._path(draft_id).with_name(f".{draft_id}.pris")

    def _reserve(self, draft_id: str) -> bool:
        """Take an identifier, so that two programs at once never choose the same."""
        try:
            self._reservation(draft_id).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True

    def _make_folder(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _cannot_write(self.folder, error) from error

    def _write(self, path: Path, data: bytes) -> None:
        try:
            write_atomically(path, data)
        except OSError as error:
            raise _cannot_write(path, error) from error

    def _with_typing(self, draft: Draft) -> Draft:
        with contextlib.suppress(OSError):
            typed = self._typed(draft.id).read_bytes().decode("utf-8", "replace")
            return draft.model_copy(update={"saisie": typed})
        return draft

    def _set_aside(self, path: Path) -> str:
        rank = 1
        while (aside := path.with_name(f"{path.name}.{rank}.abime")).exists():
            rank += 1
        try:
            path.rename(aside)
        except OSError:
            return path.name
        return aside.name

    def _summary(self, path: Path) -> DraftSummary | None:
        from assistant.validation.completeness import completeness

        try:
            draft = read_draft(path)
        except FichesError as error:
            return self._damaged(path, error.message)
        settled = draft.fiche(proposals=False)
        titre = settled.titre or draft.titre or draft.demande
        return DraftSummary(path.stem, titre, completeness(settled), draft.modifie)

    @staticmethod
    def _damaged(path: Path, problem: str) -> DraftSummary | None:
        """What the list says of a draft that cannot be opened; ``None`` when another program took it away meanwhile."""
        try:
            changed = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC).replace(microsecond=0)
        except FileNotFoundError:
            return None
        return DraftSummary(path.name.split(".")[0], "", 0.0, changed, problem)

    def _sweep(self) -> None:
        """Take away the temporary files and reservations a killed program left an hour ago or more."""
        for pattern in (f".*{SUFFIX}", ".*.pris"):
            for path in self.folder.glob(pattern):
                with contextlib.suppress(OSError):
                    if time.time() - path.stat().st_mtime > _STALE_SECONDS:
                        path.unlink()


def read_draft(path: Path) -> Draft:
    """The draft a file holds, wherever the file is; :class:`UnreadableError` when it cannot be read."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UnreadableError(
            f"Le brouillon {path.name} ne peut pas être lu : {os.strerror(error.errno or 0)}.",
            "Vérifiez que le fichier existe et que vous avez le droit de le lire.",
        ) from error
    return unpack(raw)


def _cannot_write(path: Path, error: OSError) -> FichesError:
    return FichesError(
        f"Impossible d'écrire {path} : {error.strerror or error}.",
        "Vérifiez l'espace disponible et vos droits sur ce dossier, ou choisissez-en un autre avec --donnees.",
    )
