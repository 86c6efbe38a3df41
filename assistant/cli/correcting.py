"""``fiches corpus corriger`` and ``corrections``: a second look at what was extracted, by a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.cli.report_text import words_of
from corpus.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from assistant.cli.context import Context
    from corpus.corrections import Correction

_USAGE = "fiches corpus corriger DOCUMENT FICHE CHAMP VALEUR…  (FICHE : numéro, titre, ou @ et une de ses lignes)"


def correct(arguments: argparse.Namespace, context: Context) -> int:
    """Correct a field, or cancel corrections."""
    document, fiche, champ = arguments.document, arguments.fiche, arguments.champ
    if arguments.annuler:
        return _cancel(document, fiche, champ, context)
    if not (document and fiche and champ):
        raise UsageError("Il manque ce qu'il faut corriger.", _USAGE)
    made = context.workshop.correct_fiche(document, fiche, champ, arguments.valeurs, adding=arguments.ajouter)
    if made is None:
        context.out.say(f"« {champ} » est de nouveau tel qu'il a été lu : aucune correction n'est gardée.")
    elif not context.as_json:
        context.out.text(_line(made))
    if made and context.as_json:
        context.out.json(as_json(made))
    return 0


def _cancel(document: str | None, fiche: str | None, champ: str | None, context: Context) -> int:
    if not document:
        raise UsageError("Quelle correction annuler ?", f"{_USAGE.partition(' VALEUR')[0]} --annuler")
    count = context.workshop.cancel_corrections(document, fiche, champ)
    said = "La correction est annulée" if count == 1 else f"{count} corrections sont annulées"
    context.out.say(f"{said} : les valeurs lues par le programme sont de retour.")
    return 0


def list_corrections(arguments: argparse.Namespace, context: Context) -> int:
    """List what was corrected."""
    found = context.workshop.corrections(arguments.document)
    for correction in found:
        if context.as_json:
            context.out.json(as_json(correction))
        else:
            context.out.text(_line(correction))
    if not found:
        context.out.say(f"Aucune correction. → {_USAGE}")
    return 0


def as_json(correction: Correction) -> dict[str, Any]:
    """A correction for a program."""
    return correction.model_dump(mode="json", exclude={"sha256"})


def _line(correction: Correction) -> str:
    after = words_of(correction.valeur) or "(vide)"
    added = "+ " if correction.mode == "ajoute" else ""
    before = words_of(correction.lu) or "rien"
    return (
        f"✎ {correction.document}, {correction.fiche.name}\n"
        f"  {correction.champ} : {added}{after}\n  lu dans le document : {before}"
    )
