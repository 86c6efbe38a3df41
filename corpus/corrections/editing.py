"""Making and cancelling a correction: the fiche that is meant, the content that is written, what is kept."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from corpus.corrections.applying import as_read
from corpus.corrections.finding import find_fiche, match
from corpus.corrections.model import Correction, FicheRef
from corpus.corrections.store import same_field
from corpus.corrections.values import content_of, field_of
from corpus.errors import UsageError
from corpus.text.folding import fold, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.catalogue import Catalogue, DocumentEntry
    from corpus.corrections.store import CorrectionStore


class Editing:
    """Writes corrections; the caller holds the lock and then revises the document."""

    def __init__(self, catalogue: Catalogue, store: CorrectionStore) -> None:
        self._catalogue = catalogue
        self._store = store

    def correct(
        self, document: str, fiche: str, champ: str, values: Sequence[str], *, adding: bool = False
    ) -> Correction | None:
        """Keep what a person wrote in a field; ``None`` when that is what the extractor reads."""
        entry = self._entry(document)
        fiches = self._catalogue.extraction(document).fiches
        found = fiches[find_fiche(fiche, fiches, document)]
        top = field_of(champ)
        read: Any = as_read(found).fiche.model_dump(mode="json")[top]
        present: Any = found.fiche.model_dump(mode="json")[top]
        correction = Correction(
            document=document,
            sha256=entry.sha256,
            fiche=FicheRef.of(as_read(found)),
            champ=top,
            mode="ajoute" if adding else "remplace",
            valeur=content_of(champ, values, present, adding=adding),
            lu=read,
            faite_le=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        )
        return self._keep(self._added(correction) if adding else correction, read)

    def _added(self, correction: Correction) -> Correction:
        """A correction that adds, after what another added or wrote before."""
        before = next((one for one in self._store.all() if same_field(one, correction)), None)
        if before is None:
            return correction
        new = [item for item in correction.valeur if item not in before.valeur]
        return correction.model_copy(update={"mode": before.mode, "valeur": [*before.valeur, *new]})

    def _keep(self, correction: Correction, read: Any) -> Correction | None:  # noqa: ANN401 - the JSON of a field
        if correction.mode == "remplace" and correction.valeur == read:
            self._store.discard(lambda one: same_field(one, correction))
            return None
        self._store.put(correction)
        return correction

    def cancel(self, document: str, fiche: str | None, champ: str | None) -> int:
        """Forget the corrections of a document, of a fiche, or of a field; raises ``UsageError`` when none is."""
        top = field_of(champ) if champ else None
        forgotten = self._store.discard(
            lambda one: (
                one.document == document
                and (top is None or one.champ == top)
                and (fiche is None or self._is_about(one, fiche))
            )
        )
        if not forgotten:
            raise UsageError(
                "Aucune correction de ce nom n'est à annuler.",
                "« fiches corpus corrections » en donne la liste.",
            )
        return forgotten

    def _is_about(self, correction: Correction, named: str) -> bool:
        """Whether a correction is about the fiche a person names, be it still found or not."""
        ref = correction.fiche
        if fold(named) in (fold(ref.numero or ""), f"@{ref.ligne_debut}") or words(named) == words(ref.titre or ""):
            return True
        entry = self._catalogue.document(correction.document)
        fiches = self._catalogue.extraction(correction.document).fiches if entry else ()
        rank = match(ref, [as_read(one) for one in fiches], same_file=True)
        try:
            return rank is not None and find_fiche(named, fiches, correction.document) == rank
        except UsageError:
            return False

    def _entry(self, document: str) -> DocumentEntry:
        entry = self._catalogue.document(document)
        if entry is None:
            raise UsageError(
                f"Aucun document du corpus ne s'appelle « {document} ».", "« fiches corpus » donne leurs noms."
            )
        if entry.state != "lu":
            raise UsageError(f"« {document} » n'a pas pu être lu : il n'a pas de fiche à corriger.", "")
        return entry
