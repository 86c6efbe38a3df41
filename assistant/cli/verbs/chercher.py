"""``fiches chercher "…"``: the passages that match a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.cli.batch import run_batch
from assistant.cli.filters import add_filters, filters_of, tell_undated
from corpus.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from assistant.cli.context import Context
    from assistant.cli.parser import FrenchParser
    from corpus.models import SearchHit

DEFAULT_COUNT = 10
BATCH_COUNT = 20


def add_arguments(parser: FrenchParser) -> None:
    """The question, how many passages, and filters."""
    parser.values.add_argument("question", nargs="?", metavar="QUESTION", help="ce que l'on cherche")
    parser.choices.add_argument("-k", type=int, default=None, metavar="N", help="nombre de passages (10)")
    parser.choices.add_argument("--lot", action="store_true", help="une question par ligne, en JSON, sur l'entrée")
    add_filters(parser)


def as_json(hit: SearchHit) -> dict[str, Any]:
    """A passage found, as the contract has it."""
    passage = hit.passage
    return {
        "document": passage.document,
        "ligne_debut": passage.ligne_debut,
        "ligne_fin": passage.ligne_fin,
        "page": passage.page,
        "section": passage.section,
        "extrait": passage.extrait,
        "rang": hit.rang,
        "score": round(hit.score, 6),
        "convention": passage.convention,
        "territoire": passage.territoire,
        "fiche": passage.fiche,
        "champ": passage.champ,
    }


def _show(hit: SearchHit, context: Context) -> None:
    passage = hit.passage
    place = f"lignes {passage.ligne_debut}-{passage.ligne_fin}"
    page = f", page {passage.page}" if passage.page else ""
    context.out.text(f"\n{hit.rang}. {passage.territoire or passage.document} — {passage.section or passage.document}")
    context.out.text(f"   {passage.document}, {place}{page}")
    for line in passage.extrait.splitlines():
        if line.strip():
            context.out.text(f"   │ {line.strip()}")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Search for one question, or for a batch; exit 1 when nothing matches."""
    filters = filters_of(arguments)

    def search(question: str) -> dict[str, Any]:
        count = arguments.k or (BATCH_COUNT if arguments.lot else DEFAULT_COUNT)
        hits = context.workshop.search(question, count, filters)
        return {"resultats": [as_json(hit) for hit in hits]}

    if arguments.k is not None and arguments.k < 1:
        raise UsageError("-k attend un nombre d'au moins 1.", "Par exemple : -k 10")
    if arguments.lot:
        return run_batch("question", search, context.out)
    if not arguments.question:
        raise UsageError("Que faut-il chercher ?", 'Par exemple : fiches chercher "lieu d\'accueil enfants-parents"')
    if context.as_json:
        context.out.json({"id": None, **search(arguments.question)})
        return 0
    hits = context.workshop.search(arguments.question, arguments.k or DEFAULT_COUNT, filters)
    for hit in hits:
        _show(hit, context)
    tell_undated(filters, context)
    if not hits:
        context.out.say("Rien dans le corpus ne correspond. → essayez d'autres mots, ou « fiches corpus ».")
    return 0 if hits else 1
