"""``fiches exporter BROUILLON``: a draft in a format colleagues open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from assistant.cli.context import Context
    from assistant.cli.parser import FrenchParser
    from assistant.drafts.model import Draft

BINARY = ("docx", "odt", "xlsx")


def add_arguments(parser: FrenchParser) -> None:
    """The draft, the format and where to write."""
    parser.values.add_argument(
        "brouillon", metavar="BROUILLON", help="un identifiant (fiches brouillons) ou un fichier"
    )
    parser.choices.add_argument(
        "--format", choices=["json", "md", "docx", "odt", "xlsx"], default="json", help="json par défaut"
    )
    parser.choices.add_argument(
        "-o", "--sortie", metavar="FICHIER", help="où écrire ; « - » ou rien : la sortie standard"
    )
    parser.choices.add_argument("--ecraser", action="store_true", help="remplace le fichier s'il existe")
    parser.choices.add_argument(
        "--brouillon", action="store_true", dest="inacheve", help="exporte un brouillon inachevé, marqué comme tel"
    )


def _load(given: str, context: Context) -> Draft:
    path = Path(given).expanduser()
    if path.suffix == ".json" and path.is_file():
        from assistant.cli.verbs.valider import read_json
        from assistant.drafts.imports import draft_from_data

        return draft_from_data(read_json(path))
    return context.workshop.drafts.load(given)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Export; exit 1 with every error when the draft is not valid."""
    draft = _load(arguments.brouillon, context)
    payload = context.workshop.export(draft, arguments.format, unfinished=arguments.inacheve)
    if arguments.sortie and arguments.sortie != "-":
        from assistant.exports.files import write_file

        write_file(Path(arguments.sortie).expanduser(), payload, overwrite=arguments.ecraser)
        context.out.say(f"Écrit : {arguments.sortie}")
        return 0
    if arguments.format in BINARY and not arguments.sortie:
        raise UsageError(f"Un fichier {arguments.format} ne s'affiche pas.", f"Donnez -o fiche.{arguments.format}")
    context.out.raw(payload + b"\n")
    return 0
