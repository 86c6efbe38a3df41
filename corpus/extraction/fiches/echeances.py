"""The start and the end that a value of « échéances » states."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from corpus.extraction.fiches.claims import Claim
from corpus.extraction.fiches.pieces import Piece
from corpus.fiche import Periode
from corpus.text.dates import moments
from corpus.text.folding import fold

_START = re.compile(r"\b(?:a partir d|des\b|depuis|demarrage|debut\b|lancement|a compter d|commence)")
_SERIAL = re.compile(r"^[2-6]\d{4}(?:\.0+)?$")
_RANGE = re.compile(r"\b((?:19|20)\d\d)\s*[-–/]\s*(\d\d)\b(?!\s*[-/]?\d)")
_TICKED = re.compile(r"[☒☑✓✔]\s*((?:19|20)\d\d)")
_EPOCH = dt.date(1899, 12, 30)
_LONGEST_TEXT = 90


def _dates(text: str) -> list[str]:
    """The dates of a value as they are written; serial numbers become days; of boxes, the ticked ones count."""
    text = text.strip()
    if "☐" in text and _TICKED.search(text):
        return _TICKED.findall(text)
    if _SERIAL.match(text):
        return [(_EPOCH + dt.timedelta(days=int(float(text)))).isoformat()]
    short = _RANGE.search(text)
    if short and len(moments(text)) <= 1 and short[2] > short[1][2:]:
        return [short[1], short[1][:2] + short[2]]
    return [moment.text.strip() for moment in moments(text)]


def _of(claim: Claim) -> str:
    return " ".join(piece.text for piece in claim.pieces)


def read_echeances(claims: Sequence[Claim]) -> tuple[Periode, list[Piece]]:
    """The period that the claims on « échéances » state, and the pieces it was read from.

    Two dates are a start and an end; a single date is the end unless the words around it say otherwise; a value
    without a date is kept as it is.
    """
    debut = fin = None
    used: list[Piece] = []
    for claim in claims:
        text = _of(claim)
        if not text:
            continue
        dates = _dates(text) or ([text] if len(text) <= _LONGEST_TEXT else [])
        if not dates:
            continue
        used += claim.pieces
        if claim.key == "echeances.debut":
            debut = debut or dates[0]
        elif claim.key == "echeances.fin":
            fin = fin or dates[-1]
        elif len(dates) > 1:
            debut, fin = debut or dates[0], fin or dates[-1]
        elif _START.search(fold(text)) or _START.search(claim.form):
            debut = debut or dates[0]
        else:
            fin = fin or dates[0]
    return Periode(debut=debut, fin=fin), used
