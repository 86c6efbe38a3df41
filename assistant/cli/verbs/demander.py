"""``fiches demander "…"``: a cited answer, or a refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.cli.batch import run_batch
from assistant.cli.filters import add_filters, filters_of, tell_undated
from corpus.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from assistant.answers.model import Answer
    from assistant.cli.context import Context
    from assistant.cli.parser import FrenchParser


def add_arguments(parser: FrenchParser) -> None:
    """The question and filters."""
    parser.values.add_argument("question", nargs="?", metavar="QUESTION", help="une question, en français courant")
    parser.choices.add_argument("--lot", action="store_true", help="une question par ligne, en JSON, sur l'entrée")
    add_filters(parser)


def as_json(answer: Answer) -> dict[str, Any]:
    """An answer, as the contract has it."""
    return answer.model_dump(mode="json", exclude={"question"})


def _show(answer: Answer, context: Context) -> None:
    context.out.text(answer.reponse)
    if answer.citations:
        context.out.text()
    for citation in answer.citations:
        page = f", page {citation.page}" if citation.page else ""
        context.out.text(
            f"[{citation.rang}] {citation.document}, lignes {citation.ligne_debut}-{citation.ligne_fin}{page}"
            f" — {citation.section}"
        )
        context.out.text("    « " + " ".join(citation.extrait.split()) + " »")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Answer one question or a batch; exit 1 on a refusal."""
    filters = filters_of(arguments)

    def answer(question: str) -> dict[str, Any]:
        return as_json(context.workshop.ask(question, filters=filters))

    if arguments.lot:
        return run_batch("question", answer, context.out)
    if not arguments.question:
        raise UsageError("Quelle est la question ?", 'Par exemple : fiches demander "Qui porte le guide mobilité ?"')
    if context.as_json:
        found = answer(arguments.question)
        context.out.json({"id": None, **found})
        return 1 if found["refus"] else 0
    given = context.workshop.ask(arguments.question, filters=filters)
    _show(given, context)
    tell_undated(filters, context)
    for note in given.avertissements:
        context.out.say(f"Attention : {note}")
    context.tell_spent()
    return 1 if given.refus else 0
