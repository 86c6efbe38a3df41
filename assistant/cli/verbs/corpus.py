"""``fiches corpus``: what the corpus holds; remove a document, check the index, rebuild it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from assistant.cli.context import Context
    from assistant.cli.parser import FrenchParser
    from corpus.catalogue import DocumentEntry


def add_arguments(parser: FrenchParser) -> None:
    """An action, and the document it is about."""
    parser.values.add_argument(
        "action", nargs="?", choices=["retirer", "verifier", "reconstruire"], metavar="ACTION",
        help="retirer DOCUMENT, verifier ou reconstruire ; sans action : la liste",
    )  # fmt: skip
    parser.values.add_argument("document", nargs="?", metavar="DOCUMENT", help="le nom d'un document du corpus")
    parser.choices.add_argument("--details", action="store_true", help="champ par champ, ce qui a été trouvé")


def _row(entry: DocumentEntry) -> dict[str, Any]:
    return {
        "document": entry.name,
        "etat": entry.state,
        "motif": entry.motif,
        "format": entry.format,
        "pages": entry.pages,
        "lignes": entry.lines,
        "sections": entry.sections,
        "fiches": entry.fiches,
        "lignes_plan": entry.plan_rows,
        "titre": entry.carte.titre if entry.carte else None,
        "territoire": entry.carte.territoire if entry.carte else None,
    }


def _list(context: Context, *, details: bool) -> int:
    entries = context.workshop.corpus.catalogue.documents()
    if not entries:
        context.out.say("Le corpus est vide. → fiches indexer DOSSIER, ou fiches indexer --exemples")
    for entry in entries:
        row = _row(entry)
        if context.as_json:
            context.out.json(row)
        elif entry.state == "echec":
            context.out.text(f"✗ {entry.name} : {entry.message or entry.motif}")
        else:
            pages = f"{entry.pages} pages, " if entry.pages else ""
            context.out.text(f"✓ {entry.name} — {row['territoire'] or row['titre'] or 'sans titre'}")
            context.out.text(
                f"  {pages}{entry.sections} sections, {entry.fiches} fiches, {entry.plan_rows} lignes de plan"
            )
        if details and entry.state == "lu" and not context.as_json:
            _details(context, entry.name)
    return 0


def _details(context: Context, name: str) -> None:
    extraction = context.workshop.corpus.catalogue.extraction(name)
    for found in extraction.fiches:
        source = found.source
        context.out.text(f"    fiche {found.fiche.numero or '—'} {found.fiche.titre or ''}")
        context.out.text(f"      lignes {source.ligne_debut}-{source.ligne_fin}")
        places: dict[str, list[str]] = {}
        for item in found.sources:
            mark = " ?" if item.incertain else ""
            places.setdefault(item.champ, []).append(f"{item.source.ligne_debut}{mark}")
        for champ, lines in places.items():
            context.out.text(f"      {champ:<24} lignes {', '.join(lines)}")
        for span in found.non_lus:
            context.out.text(f"      non lu                   lignes {span.ligne_debut}-{span.ligne_fin}")


def _verify(context: Context) -> int:
    problems = context.workshop.corpus.verify()
    for problem in problems:
        context.out.text(f"✗ {problem}")
    if problems:
        context.out.say("→ fiches corpus reconstruire")
        return 1
    context.out.text("L'index est entier.")
    return 0


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List, remove, check or rebuild."""
    if arguments.action == "retirer":
        if not arguments.document:
            raise UsageError("Quel document retirer ?", "Donnez son nom : « fiches corpus » les liste.")
        context.workshop.corpus.remove(arguments.document)
        context.out.say(f"« {arguments.document} » est retiré du corpus ; le fichier lui-même n'est pas touché.")
        return 0
    if arguments.action == "verifier":
        return _verify(context)
    if arguments.action == "reconstruire":
        context.workshop.corpus.rebuild(lambda p: context.out.progress(f"{p.stage} {p.done}/{p.total}"))
        context.out.end_progress()
        return _verify(context)
    return _list(context, details=arguments.details)
