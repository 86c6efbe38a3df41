"""Rules on what identifies a fiche: its number, its axis, its title among the others."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from assistant.validation.emptiness import is_empty
from assistant.validation.rule import Finding, avertissement, erreur, rule
from assistant.validation.typography import short
from corpus.text.folding import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.validation.context import ValidationContext
    from corpus.fiche import FicheAction

_EXPECTED = re.compile(r"(?:n\s*[°o]\s*)?(\d+)\s*\.\s*\d+")
_READABLE = re.compile(
    r"(?:n\s*[°o]\s*|fiche\s*(?:action\s*)?)?[a-z]?\d+[a-z]?(?:\s*[./-]\s*\d*[a-z]?)*(?:\s*(?:bis|ter))?"
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_AXE_NUMBER = re.compile(
    rf"^(?:(?:axe|thematique|orientation|enjeu|priorite|volet)\s*(?:n\s*[°o]\s*)?(\d+|{'|'.join(_ROMAN)})\b|(\d{{1,2}})\s*[.:)–—-](?!\s*\d))"
)
_ALIKE = 0.85


def _number(fiche: FicheAction) -> str:
    return "" if is_empty(fiche.numero) else fold(fiche.numero or "")


def axe_number(axe: str) -> int | None:
    """The number an axis prints at its head (« Axe 2 : … », « 3 - … », « Orientation IV »), or ``None``."""
    found = _AXE_NUMBER.match(fold(axe))
    if not found:
        return None
    text = found.group(1) or found.group(2)
    return _ROMAN.get(text) or int(text)


def _bare(axe: str) -> str:
    return " ".join(words(_AXE_NUMBER.sub("", fold(axe))))


def _same_axe(one: str, other: str) -> bool:
    left, right = _bare(one), _bare(other)
    if not left or not right:
        return fold(one) == fold(other)
    return left in right or right in left or SequenceMatcher(None, left, right).ratio() >= _ALIKE


@rule("numero_forme", "gabarit.md : axe.rang")
def number_form(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Le numéro n'a pas la forme axe.rang, comme 2.3."""
    number = _number(fiche)
    if not number or _EXPECTED.fullmatch(number):
        return
    message = f"Le numéro « {short(fiche.numero or '')} » n'a pas la forme axe.rang."
    step = "Écrivez le numéro de l'axe, un point et le rang de l'action, comme 2.3."
    yield avertissement("numero", message, step) if _READABLE.fullmatch(number) else erreur("numero", message, step)


@rule("numero_unique", "produit.md (c) 24-25 ; ticket 5")
def number_unique(fiche: FicheAction, context: ValidationContext) -> Iterator[Finding]:
    """Une autre fiche de la convention porte déjà ce numéro."""
    number = _number(fiche)
    if number and number in {fold(other) for other in context.numeros}:
        yield erreur(
            "numero",
            f"Le numéro {fiche.numero} est déjà celui d'une autre fiche de la convention.",
            "Prenez le premier rang libre de l'axe.",
        )


@rule("numero_axe", "produit.md (b) : le premier chiffre est celui de l'axe")
def number_axis(fiche: FicheAction, context: ValidationContext) -> Iterator[Finding]:
    """Le premier chiffre du numéro n'est pas celui de l'axe."""
    found = _EXPECTED.fullmatch(_number(fiche))
    if not found or is_empty(fiche.axe):
        return
    expected = axe_number(fiche.axe or "") or _rank(fiche.axe or "", context.axes)
    if expected and expected != int(found.group(1)):
        yield avertissement(
            "numero",
            f"Le numéro {fiche.numero} commence par {found.group(1)} alors que l'axe porte le numéro {expected}.",
            "Accordez le numéro de la fiche et son axe.",
        )


def _rank(axe: str, axes: tuple[str, ...]) -> int | None:
    for rank, known in enumerate(axes, start=1):
        if _same_axe(axe, known):
            return axe_number(known) or rank
    return None


@rule("axe_connu", "produit.md (c) 24")
def axis_known(fiche: FicheAction, context: ValidationContext) -> Iterator[Finding]:
    """L'axe n'est pas un de ceux de la convention."""
    axe = fiche.axe or ""
    if context.axes and not is_empty(axe) and not any(_same_axe(axe, known) for known in context.axes):
        known = " ; ".join(short(one) for one in context.axes)
        yield avertissement("axe", f"L'axe « {short(axe)} » n'est pas dans la convention.", f"Les axes sont : {known}.")


@rule("titre_unique", "produit.md (c) 24-25")
def title_unique(fiche: FicheAction, context: ValidationContext) -> Iterator[Finding]:
    """Une autre fiche de la convention a le même titre."""
    title = " ".join(words(fiche.titre or ""))
    if title and any(title == " ".join(words(other)) for other in context.titres):
        yield avertissement(
            "titre",
            f"Une autre fiche de la convention s'intitule déjà « {short(fiche.titre or '')} ».",
            "Précisez le titre, ou reprenez la fiche existante.",
        )


RULES = (number_form, number_unique, number_axis, axis_known, title_unique)
