"""``fiches corpus``: what the corpus holds, field by field when asked; correct, remove, check, rebuild."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.validation.typography import plural
from corpus.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from assistant.cli.context import Context
    from assistant.cli.parser import FrenchParser
    from corpus.catalogue import DocumentEntry


def add_arguments(parser: FrenchParser) -> None:
    """An action, the document it is about, and for a correction the fiche, the field and the values."""
    parser.values.add_argument(
        "action", nargs="?", metavar="ACTION",
        help="corriger, corrections, retirer, verifier ou reconstruire ; sans action : la liste",
    )  # fmt: skip
    value = parser.values.add_argument
    value("document", nargs="?", metavar="DOCUMENT", help="le nom d'un document du corpus")
    value("fiche", nargs="?", metavar="FICHE", help="corriger : son numéro, son titre, ou @ et une de ses lignes")
    value("champ", nargs="?", metavar="CHAMP", help="corriger : le champ, par exemple indicateurs ou echeances.fin")
    value("valeurs", nargs="*", metavar="VALEUR", help="corriger : une ou plusieurs valeurs ; aucune vide le champ")
    option = parser.choices.add_argument
    option(
        "--details", action="store_true", help="champ par champ : trouvé, incertain, absent, non lu, avec les lignes"
    )
    option("--ajouter", action="store_true", help="corriger : ajoute les valeurs à la liste au lieu de la remplacer")
    option(
        "--annuler", action="store_true", help="corriger : revient à ce qui a été lu (du champ, de la fiche, du doc.)"
    )


def _row(entry: DocumentEntry) -> dict[str, Any]:
    return {
        "document": entry.name,
        "etat": entry.state,
        "motif": entry.motif,
        "message": entry.message,
        "format": entry.format,
        "pages": entry.pages,
        "lignes": entry.lines,
        "sections": entry.sections,
        "fiches": entry.fiches,
        "lignes_plan": entry.plan_rows,
        "titre": entry.carte.titre if entry.carte else None,
        "territoire": entry.carte.territoire if entry.carte else None,
        "avertissements": list(entry.warnings),
    }


def _entries(context: Context, name: str | None) -> list[DocumentEntry]:
    entries = context.workshop.corpus.catalogue.documents()
    if name is None:
        return entries
    found = [entry for entry in entries if entry.name == name]
    if not found:
        raise UsageError(f"Aucun document du corpus ne s'appelle « {name} ».", "« fiches corpus » donne leurs noms.")
    return found


def _list(context: Context, name: str | None, *, details: bool) -> int:
    entries = _entries(context, name)
    if not entries:
        context.out.say("Le corpus est vide. → fiches indexer DOSSIER, ou fiches indexer --exemples")
    for entry in entries:
        if context.as_json:
            context.out.json(context.workshop.reading_report(entry.name) if details else _row(entry))
        else:
            _show(context, entry, details=details)
    return 0


def _show(context: Context, entry: DocumentEntry, *, details: bool) -> None:
    from assistant.cli.report_text import counts, indented, report_lines

    text = context.out.text
    if entry.state == "echec":
        text(f"✗ {entry.name} ({entry.motif})\n{indented(entry.message or '')}")
        return
    pages = f"{plural(entry.pages, 'page')}, " if entry.pages else ""
    title = entry.carte.territoire or entry.carte.titre
    text(f"✓ {entry.name}" + (f" — {title}" if title else ""))
    text(f"  {pages}{counts(entry.sections, entry.fiches, entry.plan_rows)}")
    if details:
        for line in report_lines(context.workshop.reading_report(entry.name)):
            text(line)


def _verify(context: Context) -> int:
    problems = context.workshop.corpus.verify()
    for problem in problems:
        context.out.text(f"✗ {problem}")
    if problems:
        context.out.say("→ fiches corpus reconstruire")
        return 1
    context.out.text("L'index est entier.")
    return 0


def _rebuild(context: Context) -> int:
    context.workshop.corpus.rebuild(lambda p: context.out.progress(f"{p.stage} {p.done}/{p.total}"))
    context.out.end_progress()
    return _verify(context)


def _remove(arguments: argparse.Namespace, context: Context) -> int:
    name = arguments.document
    if not name:
        raise UsageError("Quel document retirer ?", "Donnez son nom : « fiches corpus » les liste.")
    corrections = len(context.workshop.corrections(name))
    context.workshop.corpus.remove(name)
    said = f" Ses corrections ({corrections}) sont effacées aussi." if corrections else ""
    context.out.say(f"« {name} » est retiré du corpus ; le fichier lui-même n'est pas touché.{said}")
    return 0


def _actions() -> dict[str, Callable[[argparse.Namespace, Context], int]]:
    from assistant.cli.correcting import correct, list_corrections

    return {
        "corriger": correct,
        "corrections": list_corrections,
        "retirer": _remove,
        "verifier": lambda _, context: _verify(context),
        "reconstruire": lambda _, context: _rebuild(context),
    }


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List, or do what is asked; with ``--details`` the first word may be a document."""
    actions = _actions()
    if arguments.action in actions:
        return actions[arguments.action](arguments, context)
    if arguments.action and not (arguments.details and arguments.document is None):
        raise UsageError(
            f"« {arguments.action} » n'est pas possible (au choix : {', '.join(actions)}).",
            "Pour un seul document : fiches corpus --details DOCUMENT",
        )
    return _list(context, arguments.action, details=arguments.details)
