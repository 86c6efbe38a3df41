"""``fiches extraire FICHIER``: what the reader makes of one file, without indexing it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.fiche import CHAMPS

if TYPE_CHECKING:
    import argparse

    from assistant.cli.context import Context
    from assistant.cli.parser import FrenchParser


def add_arguments(parser: FrenchParser) -> None:
    """The file."""
    parser.values.add_argument("fichier", metavar="FICHIER", help="une convention, un plan d'actions, une fiche")
    parser.choices.add_argument("--ocr", action="store_true", help="reconnaît le texte des scans (ocrmypdf)")


def _show(found: dict[str, Any], context: Context) -> None:
    text = context.out.text
    carte = found["convention"]
    text(f"{carte.get('titre') or 'Sans titre'} — {carte.get('territoire') or 'territoire non dit'}")
    for cle in ("caf", "periode_debut", "periode_fin", "date_signature"):
        if carte.get(cle):
            text(f"  {cle} : {carte[cle]}")
    for axe in carte.get("axes") or ():
        text(f"  axe : {axe}")
    for fiche in found["fiches"]:
        source = fiche["source"]
        text(f"\nFiche {fiche.get('numero') or '—'} : {fiche.get('titre') or 'sans titre'}")
        text(f"  lignes {source['ligne_debut']} à {source['ligne_fin']}")
        for cle, champ in CHAMPS.items():
            shown = _short(fiche.get(cle))
            if shown and cle not in ("numero", "titre"):
                text(f"  {champ.libelle} : {shown}")
        for span in fiche.get("non_lus") or ():
            text(f"  Non lu : lignes {span['ligne_debut']} à {span['ligne_fin']}")
    for row in found["plan_actions"]:
        text(f"\nPlan : {row['action']}\n  {row['axe']} / {row['orientation']}")
        text(f"  chef de file : {row['chef_de_file'] or '—'} ; coporteur : {row['coporteur'] or '—'}")


def _short(value: object) -> str:
    if isinstance(value, list):
        return " ; ".join(_short(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(filter(None, (_short(item) for item in value.values())))
    return "" if value is None else str(value)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Read, extract and show."""
    from corpus.extraction import extract
    from corpus.extraction.contract import as_contract
    from corpus.extraction.user_labels import FILE_NAME, load_user_labels
    from corpus.reading import read

    own = load_user_labels(context.data / FILE_NAME)
    document = read(Path(arguments.fichier).expanduser(), ocr=arguments.ocr)
    found = as_contract(document, extract(document, own.vocabulary if own else None))
    if context.as_json:
        context.out.json(found)
    else:
        _show(found, context)
    for warning in document.warnings:
        context.out.say(warning)
    return 0
