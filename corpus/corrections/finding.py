"""Finding a fiche: the one a person names, and the one a correction was made for after a new reading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.corrections.model import FicheRef
from corpus.errors import UsageError
from corpus.models import ExtractedFiche
from corpus.text.folding import fold, words

_LINE = re.compile(r"@\s*(\d+)")
_ALIKE = 0.5
"""Share of the words of two titles that must be common for them to be one title read twice."""


def find_fiche(named: str, fiches: Sequence[ExtractedFiche], document: str) -> int:
    """The rank of the fiche a person names: its number, ``@`` and one of its lines, or words of its title.

    Raises :class:`UsageError` listing the fiches when none or several answer.
    """
    for test in (_by_line, _by_number, _by_title, _by_words):
        found = [rank for rank, fiche in enumerate(fiches) if test(named, fiche)]
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(
                f"Plusieurs fiches de « {document} » répondent à « {named} » : {_listed(fiches, found)}.",
                "Donnez une de ses lignes, par exemple @120.",
            )
    listed = _listed(fiches, range(len(fiches))) if fiches else "aucune fiche n'y a été trouvée"
    raise UsageError(
        f"Aucune fiche de « {document} » ne répond à « {named} » : {listed}.",
        "Donnez son numéro, des mots de son titre, ou une de ses lignes (@120).",
    )


def _by_line(named: str, found: ExtractedFiche) -> bool:
    line = _LINE.fullmatch(named.strip())
    return line is not None and found.source.ligne_debut <= int(line[1]) <= found.source.ligne_fin


def _by_number(named: str, found: ExtractedFiche) -> bool:
    return bool(found.fiche.numero) and fold(named.strip()) == fold(found.fiche.numero or "")


def _by_title(named: str, found: ExtractedFiche) -> bool:
    return words(named) == words(found.fiche.titre or "") != []


def _by_words(named: str, found: ExtractedFiche) -> bool:
    wanted = set(words(named))
    return bool(wanted) and wanted <= set(words(found.fiche.titre or ""))


def _listed(fiches: Sequence[ExtractedFiche], ranks: Sequence[int]) -> str:
    names = [f"{fiches[rank].fiche.numero or '—'} (@{fiches[rank].source.ligne_debut})" for rank in ranks[:12]]
    return ", ".join(names) + ("…" if len(ranks) > 12 else "")


def match(ref: FicheRef, fiches: Sequence[ExtractedFiche], *, same_file: bool) -> int | None:
    """The rank of the fiche a reference was made for among those just read; ``None`` when it is gone."""
    scored = [
        (_likeness(ref, one, same_file=same_file), -abs(ref.ligne_debut - one.source.ligne_debut), -rank)
        for rank, one in enumerate(fiches)
    ]
    best = max(scored, default=(0, 0, 0))
    return -best[2] if best[0] > 0 else None


def _likeness(ref: FicheRef, found: ExtractedFiche, *, same_file: bool) -> int:
    mine, theirs = set(words(ref.titre or "")), set(words(found.fiche.titre or ""))
    number = bool(ref.numero) and fold(ref.numero or "") == fold(found.fiche.numero or "")
    alike = len(mine & theirs) >= _ALIKE * len(mine | theirs) if mine and theirs else False
    if same_file and ref.ligne_debut == found.source.ligne_debut:
        return 5 + number + alike
    if mine and mine == theirs:
        return 3 + number
    if number and alike:
        return 2
    return int(same_file and found.source.ligne_debut <= ref.ligne_debut <= found.source.ligne_fin)
