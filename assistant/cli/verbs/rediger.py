"""``fiches rediger "…"``: a draft fiche from a request in plain French, with its provenance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.cli.batch import run_batch
from assistant.cli.draft_text import draft_lines
from corpus.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from assistant.cli.context import Context
    from assistant.cli.parser import FrenchParser
    from assistant.drafting import Drafting


def add_arguments(parser: FrenchParser) -> None:
    """The request, and the draft it continues."""
    parser.values.add_argument("demande", nargs="?", metavar="DEMANDE", help="l'action, en quelques phrases")
    parser.choices.add_argument("--lot", action="store_true", help="une demande par ligne, en JSON, sur l'entrée")
    parser.choices.add_argument(
        "--brouillon", metavar="ID", help="poursuit ce brouillon : « accepte les indicateurs », « fin en 2027 »…"
    )
    parser.choices.add_argument(
        "--modele", metavar="DOCUMENT#FICHE", help="part d'une fiche du corpus (son numéro), sans ce qui lui est propre"
    )


def _started(arguments: argparse.Namespace, context: Context) -> Drafting:
    """A draft from the request, or from the fiche named as a model."""
    if not arguments.modele:
        return context.workshop.start_draft(arguments.demande)
    document, _, fiche = arguments.modele.partition("#")
    if not (document and fiche):
        raise UsageError("Le modèle se nomme DOCUMENT#FICHE.", 'Par exemple : --modele "convention.pdf#3.2".')
    return context.workshop.start_from_fiche(document, fiche)


def _continue(draft_id: str, message: str, context: Context) -> int:
    workshop = context.workshop
    turn = workshop.say(workshop.drafts.load(draft_id), message)
    if context.as_json:
        context.out.json({"nature": turn.kind, "texte": turn.text, "changements": list(turn.changes)})
    else:
        context.out.text(turn.text)
    context.tell_spent()
    return 1 if turn.kind == "refus" else 0


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Draft from one request or a batch, or continue a draft; exit 1 when the request is declined."""
    from assistant.drafting.contract import as_contract
    from assistant.validation import validate

    def as_json(drafting: Drafting) -> dict[str, Any]:
        validation = validate(drafting.draft.fiche()) if drafting.draft else None
        return as_contract(drafting, validation)

    if arguments.lot:
        return run_batch("demande", lambda request: as_json(context.workshop.start_draft(request)), context.out)
    if not arguments.demande and not arguments.modele:
        raise UsageError("Quelle action faut-il rédiger ?", "Décrivez-la en deux phrases : quoi, où, qui, quand.")
    if arguments.brouillon:
        return _continue(arguments.brouillon, arguments.demande, context)
    if context.as_json:
        found = as_json(_started(arguments, context))
        context.out.json({"id": None, **found})
        return 1 if found["refus"] else 0
    drafting = _started(arguments, context)
    context.out.text(drafting.message)
    if drafting.draft is None:
        return 1
    for line in draft_lines(drafting.draft):
        context.out.text(line)
    context.out.say(f"Brouillon gardé : {drafting.draft.id}")
    context.tell_spent()
    return 0
