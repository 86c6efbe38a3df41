"""``fiches brouillons``: the drafts kept; show or delete one."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from assistant.cli.draft_text import draft_lines
from corpus.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from assistant.cli.context import Context
    from assistant.cli.parser import FrenchParser


def add_arguments(parser: FrenchParser) -> None:
    """An action and the draft it is about."""
    parser.values.add_argument(
        "action", nargs="?", choices=["montrer", "supprimer"], metavar="ACTION",
        help="montrer ID ou supprimer ID ; sans action : la liste",
    )  # fmt: skip
    parser.values.add_argument("identifiant", nargs="?", metavar="ID", help="l'identifiant d'un brouillon")


def _list(context: Context) -> int:
    summaries = context.workshop.drafts.list()
    for summary in summaries:
        if context.as_json:
            context.out.json({**asdict(summary), "modifie": summary.modifie.isoformat()})
        else:
            when = summary.modifie.astimezone().strftime("%d/%m/%Y %H:%M")
            context.out.text(f"{summary.id}  {summary.completude:.0%}  {when}  {summary.probleme or summary.titre}")
    if not summaries:
        context.out.say('Aucun brouillon. → fiches rediger "…"')
    return 0


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List, show or delete."""
    if arguments.action is None:
        return _list(context)
    if not arguments.identifiant:
        raise UsageError("Quel brouillon ?", "Donnez son identifiant : « fiches brouillons » les liste.")
    store = context.workshop.drafts
    if arguments.action == "supprimer":
        store.delete(arguments.identifiant)
        context.out.say(f"Brouillon {arguments.identifiant} supprimé.")
        return 0
    draft = store.load(arguments.identifiant)
    if context.as_json:
        context.out.json(draft.model_dump(mode="json"))
        return 0
    context.out.text(f"{draft.id} — {draft.titre}")
    for line in draft_lines(draft):
        context.out.text(line)
    return 0
