"""``fiches valider FICHE.json``: every finding; exit 1 when there is an error."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import UnreadableError

if TYPE_CHECKING:
    import argparse

    from assistant.cli.context import Context
    from assistant.cli.parser import FrenchParser
    from assistant.validation.model import Validation

_MARKS = {"erreur": "✗ erreur", "avertissement": "! avertissement", "conseil": "· conseil"}


def add_arguments(parser: FrenchParser) -> None:
    """The file."""
    parser.values.add_argument("fichier", metavar="FICHE.json", help="une fiche exportée, ou l'objet fiche seul")


def read_json(path: Path) -> object:
    """The JSON of a file; raises ``UnreadableError`` in French."""
    try:
        loaded: object = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnreadableError(f"« {path} » ne peut pas être lu.", "Vérifiez le chemin du fichier.") from error
    except ValueError as error:
        raise UnreadableError(f"« {path} » n'est pas du JSON.", "Attendu : une fiche exportée en JSON.") from error
    return loaded


def show(validation: Validation, context: Context) -> None:
    """Print the findings, the serious ones first."""
    for niveau, mark in _MARKS.items():
        for constat in validation.constats:
            if constat.niveau == niveau:
                context.out.text(f"{mark} — {constat.message}\n    → {constat.piste}  [{constat.regle}]")
    verdict = "valide" if validation.valide else "à compléter"
    context.out.text(f"Fiche {verdict} ; complétude {validation.completude:.0%}.")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Validate and print; exit 1 when there is an error."""
    from assistant.exports import load_fiche
    from assistant.validation import validate

    validation = validate(load_fiche(read_json(Path(arguments.fichier).expanduser())))
    if context.as_json:
        context.out.json(validation.model_dump(mode="json"))
    else:
        show(validation, context)
    return 0 if validation.valide else 1
