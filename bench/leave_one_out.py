"""Leave-one-out on the fiches of a corpus: are the objectives, indicators and partners of a hidden fiche proposed?

``python -m bench.leave_one_out DATA``: each fiche is hidden in turn; from its title, axis and territory alone, the ten
best proposals of each field are compared with what it says, against the items of the most similar fiche. Partners are
compared body by body and by name only: a source writes them all in one cell, and the vectors of two sigles are near
whatever they mean.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from assistant.drafting.proposals import proposals_for
from assistant.drafting.proposals.partners import body_key
from assistant.drafting.reading.bodies import split_bodies
from assistant.drafts.model import Draft, Valeur
from corpus.indexing import Corpus
from corpus.text.french import stems
from corpus.vectors import load_embedder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.models import ExtractedFiche, Extraction, SearchHit

FIELDS = ("objectifs_operationnels", "indicateurs", "partenaires")
TOP = 10
CLOSE_VECTORS, CLOSE_WORDS = 0.9, 0.5
"""Cosine, or share of stems, from which two items say the same thing."""


class _Hidden:
    """A corpus without one fiche: neither extracted nor found."""

    def __init__(self, corpus: Corpus, document: str, fiche: ExtractedFiche) -> None:
        self._corpus, self._document, self._fiche = corpus, document, fiche
        self.catalogue = self
        self.path = f"{corpus.catalogue.path}#{document}#{fiche.source.ligne_debut}"

    def generation(self) -> int:
        return 1

    def extractions(self) -> list[Extraction]:
        found = self._corpus.catalogue.extractions()
        return [e.model_copy(update={"fiches": self._kept(e)}) if e.document == self._document else e for e in found]

    def _kept(self, extraction: Extraction) -> list[ExtractedFiche]:
        return [f for f in extraction.fiches if f.source.ligne_debut != self._fiche.source.ligne_debut]

    def read_document(self, name: str) -> Any:  # noqa: ANN401
        return self._corpus.catalogue.read_document(name)

    def searcher(self) -> _Hidden:
        return self

    def search(self, question: str, k: int = 10) -> list[SearchHit]:
        span = self._fiche.source
        hits = self._corpus.searcher().search(question, k)
        return [
            hit
            for hit in hits
            if hit.passage.document != self._document
            or hit.passage.ligne_fin < span.ligne_debut
            or hit.passage.ligne_debut > span.ligne_fin
        ]


def _draft(fiche: ExtractedFiche, territory: str) -> Draft:
    given = {"titre": fiche.fiche.titre, "axe": fiche.fiche.axe, "lieu": territory}
    values = [
        Valeur(champ=champ, valeur=text, origine="utilisateur", etat="accepte") for champ, text in given.items() if text
    ]
    return Draft(id="essai", titre=fiche.fiche.titre or "", valeurs=values)


def _items(champ: str, fiche: ExtractedFiche) -> list[str]:
    """The items of a field; partners one body an item."""
    values: list[str] = getattr(fiche.fiche, champ)
    return [body for value in values for body in split_bodies(value)] if champ == "partenaires" else values


class _Matcher:
    """Whether two items say the same thing, by their words or by their vectors."""

    def __init__(self) -> None:
        self._embedder = load_embedder()

    def recall(self, champ: str, wanted: Sequence[str], got: Sequence[str]) -> float:
        """The share of the wanted items of a field that some proposal says."""
        if not got:
            return 0.0
        if champ == "partenaires":
            return float(
                np.mean([any(body_key(w) == body_key(g) or _shared(w, g) >= CLOSE_WORDS for g in got) for w in wanted])
            )
        a, b = self._embedder.passages(list(wanted)), self._embedder.passages(list(got))
        cosines = a @ b.T
        words = np.array([[_shared(w, g) for g in got] for w in wanted])
        return float(np.mean(((cosines >= CLOSE_VECTORS) | (words >= CLOSE_WORDS)).any(axis=1)))

    def nearest(self, fiche: ExtractedFiche, others: Sequence[ExtractedFiche]) -> ExtractedFiche:
        """The fiche most like another by its title and axis."""
        texts = [f"{f.fiche.titre or ''} {f.fiche.axe or ''}" for f in (fiche, *others)]
        vectors = self._embedder.passages(texts)
        return others[int(np.argmax(vectors[1:] @ vectors[0]))]


def _same_body(one: str, other: str) -> bool:
    return body_key(one) == body_key(other) or _shared(one, other) >= CLOSE_WORDS


def _shared(one: str, other: str) -> float:
    a, b = set(stems(one)), set(stems(other))
    return len(a & b) / len(a | b) if a | b else 0.0


def measure(corpus: Corpus) -> dict[str, tuple[int, float, float]]:
    """By field: how many fiches have it, the recall of the proposals, the recall of the most similar fiche."""
    extractions = corpus.catalogue.extractions()
    everyone = [(e, f) for e in extractions for f in e.fiches]
    matcher = _Matcher()
    ours: dict[str, list[float]] = {champ: [] for champ in FIELDS}
    plain: dict[str, list[float]] = {champ: [] for champ in FIELDS}
    for extraction, fiche in everyone:
        hidden = cast("Corpus", _Hidden(corpus, extraction.document, fiche))
        draft = _draft(fiche, extraction.carte.territoire or "")
        proposed = proposals_for(draft, hidden, FIELDS, room=TOP)
        twin = matcher.nearest(fiche, [f for _, f in everyone if f is not fiche])
        for champ in FIELDS:
            wanted = _items(champ, fiche)
            if not wanted:
                continue
            got = [str(v.valeur) for v in proposed if v.champ == champ][:TOP]
            ours[champ].append(matcher.recall(champ, wanted, got))
            plain[champ].append(matcher.recall(champ, wanted, _items(champ, twin)[:TOP]))
    return {champ: (len(ours[champ]), float(np.mean(ours[champ])), float(np.mean(plain[champ]))) for champ in FIELDS}


def main() -> None:
    """Print the table."""
    if len(sys.argv) != 2 or not Path(sys.argv[1], "catalogue.sqlite").is_file():
        sys.exit("usage: python -m bench.leave_one_out DATA (the folder of an index)")
    with Corpus(Path(sys.argv[1])) as corpus:
        rows = measure(corpus)
    sys.stdout.write(f"{'champ':26}{'fiches':>8}{'propositions':>14}{'fiche voisine':>15}\n")
    for champ, (count, ours, plain) in rows.items():
        sys.stdout.write(f"{champ:26}{count:8d}{ours:14.3f}{plain:15.3f}\n")


if __name__ == "__main__":
    main()
