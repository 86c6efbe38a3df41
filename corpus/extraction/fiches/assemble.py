"""From what a layout read to a typed fiche whose every value knows its lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from corpus.extraction.fiches.budget import amount, opens_budget, read_budget
from corpus.extraction.fiches.claims import Claim, Reading
from corpus.extraction.fiches.echeances import read_echeances
from corpus.extraction.fiches.people import read_people
from corpus.extraction.fiches.pieces import Piece
from corpus.extraction.fiches.view import View
from corpus.extraction.vocabulary import HORS_GABARIT
from corpus.fiche import CHAMPS, FicheAction, Personne
from corpus.models import ExtractedFiche, FieldSource, Span

_SEMICOLON = re.compile(r"\s*;\s*(?![^()]*\))")
_HEAD = frozenset({"numero", "titre", "axe"})


class Assembly:
    """Builds one fiche and the source of each of its values."""

    def __init__(self, reading: Reading, view: View) -> None:
        self._reading = reading
        self._view = view
        self._fiche = FicheAction()
        self._sources: list[FieldSource] = []
        self._unread: set[int] = set(reading.unread)

    def build(self) -> ExtractedFiche:
        """The fiche, its sources in the order of the form, and the lines that no label claims."""
        self._head()
        for champ in CHAMPS.values():
            claims = [c for c in self._reading.claims if _goes_to(c) == champ.cle and c.pieces]
            if not claims or champ.cle in _HEAD:
                continue
            if champ.nature == "liste":
                self._list(champ.cle, claims)
            elif champ.nature == "texte":
                self._text(champ.cle, [p for c in claims for p in c.pieces])
            elif champ.nature == "echeances":
                self._echeances(claims)
            elif champ.nature == "personnes":
                self._people(claims)
        self._budget()
        self._outside()
        return ExtractedFiche(
            fiche=self._fiche,
            source=self._view.document.span(self._reading.first, self._reading.last),
            sources=tuple(self._sources),
            non_lus=tuple(self._spans(self._unread)),
        )

    def _head(self) -> None:
        reading = self._reading
        for key, opened in (("numero", None), ("titre", reading.titre), ("axe", reading.axe)):
            claims = [c for c in reading.claims if c.champ == key and c.pieces]
            pieces = claims[0].pieces if claims else [opened] if opened else []
            if key == "numero" and reading.numero:
                self._fiche.numero = reading.numero
                self._source(key, 0, pieces or [Piece("", reading.first, reading.first)])
                continue
            if pieces:
                self._text(key, pieces)
            if key == "titre" and claims and opened and reading.axe is None:
                reading.axe = opened if opened.text != self._fiche.titre else None

    def _text(self, champ: str, pieces: Sequence[Piece]) -> None:
        text = pieces[0].text
        for before, piece in pairwise(pieces):
            ended = before.text.rstrip().endswith((".", ";", ":", ",", "!", "?"))
            text += (" ; " if piece.bullet and not ended else " ") + piece.text
        setattr(self._fiche, champ, text)
        self._source(champ, 0, pieces)

    def _list(self, champ: str, claims: Iterable[Claim]) -> None:
        items = [(text, piece) for claim in claims for piece in claim.pieces for text in _items(claim, piece)]
        setattr(self._fiche, champ, [text for text, _ in items])
        for rank, (_, piece) in enumerate(items):
            self._source(champ, rank, [piece])

    def _echeances(self, claims: Sequence[Claim]) -> None:
        self._fiche.echeances, used = read_echeances(claims)
        if used:
            self._source("echeances", 0, used)
        self._unread.update(p.first for c in claims for p in c.pieces if p not in used)

    def _people(self, claims: Iterable[Claim]) -> None:
        people: list[Personne] = []
        for piece in (p for claim in claims for p in claim.pieces):
            for person in read_people(piece.text):
                self._source("personnes_en_charge", len(people), [piece])
                people.append(person)
        self._fiche.personnes_en_charge = people

    def _budget(self) -> None:
        rows = self._reading.budget
        self._fiche.budget, used = read_budget(rows)
        if used:
            self._source("budget", 0, [Piece("", min(used), max(used))])
        heads = {unit.number for unit in rows if opens_budget(unit.cells)}
        self._unread.update(u.number for u in rows if u.number not in used | heads and has_digits(u.text))

    def _outside(self) -> None:
        """Values under labels that the template has no field for are unread, never dropped."""
        for claim in self._reading.claims:
            if claim.key == HORS_GABARIT:
                self._unread.update(n for p in claim.pieces for n in range(p.first, p.last + 1))

    def _source(self, champ: str, rank: int, pieces: Sequence[Piece]) -> None:
        first, last = min(p.first for p in pieces), max(p.last for p in pieces)
        uncertain = any(_is_broken(p.text) for p in pieces)
        span = self._view.document.span(first, last)
        self._sources.append(FieldSource(champ=champ, rang=rank, source=span, incertain=uncertain))

    def _spans(self, lines: Iterable[int]) -> list[Span]:
        spans: list[tuple[int, int]] = []
        for line in sorted(lines):
            if spans and line <= spans[-1][1] + 1:
                spans[-1] = (spans[-1][0], line)
            else:
                spans.append((line, line))
        return [self._view.document.span(first, last) for first, last in spans]


def _goes_to(claim: Claim) -> str:
    """The field of the fiche a claim fills; what a budget says in words is a means."""
    return "moyens" if claim.champ == "budget" else claim.champ


def _items(claim: Claim, piece: Piece) -> list[str]:
    """The items of a piece: structures separated by semicolons; a bare amount with the label that explains it."""
    if claim.champ in {"porteurs", "partenaires"} and ";" in piece.text:
        return [part.strip() for part in _SEMICOLON.split(piece.text) if part.strip()]
    bare = amount(piece.text) is not None
    return [f"{claim.label.rstrip(' :')} : {piece.text}"] if bare and claim.label else [piece.text]


def _is_broken(text: str) -> bool:
    """Whether a text lost many of its letters: single ones stand where words were."""
    tokens = [token.strip(".,;:'’") for token in text.split()]
    single = sum(len(token) == 1 and token.isalpha() and token.lower() not in "àayoôl" for token in tokens)
    return len(tokens) >= 4 and single >= 0.35 * len(tokens)


def has_digits(text: str) -> bool:
    """Whether a text holds a figure."""
    return any(map(str.isdigit, text))
