"""``fiches indexer CHEMIN…``: read files and folders into the corpus."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import RefusedError, UsageError

if TYPE_CHECKING:
    import argparse

    from assistant.cli.context import Context
    from assistant.cli.parser import FrenchParser
    from corpus.indexing import IndexReport, Progress

_STAGES = {"lecture": "Lecture", "vecteurs": "Vecteurs"}


def add_arguments(parser: FrenchParser) -> None:
    """Paths, and whether vectors can wait."""
    parser.values.add_argument("chemins", nargs="*", metavar="CHEMIN", help="fichiers ou dossiers de conventions")
    parser.choices.add_argument(
        "--exemples", action="store_true", help="ajoute les conventions d'exemple du programme (territoires inventés)"
    )
    parser.choices.add_argument(
        "--sans-vecteurs", action="store_true", help="recherche par mots seulement ; les vecteurs viendront plus tard"
    )


def _paths(arguments: argparse.Namespace, context: Context) -> list[Path]:
    paths = [Path(given).expanduser() for given in arguments.chemins]
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise UsageError(f"Introuvable : {', '.join(missing)}.", "Vérifiez le chemin, ou glissez le dossier ici.")
    if arguments.exemples:
        paths.append(context.workshop.sample_conventions())
    if not paths:
        raise UsageError("Que faut-il indexer ?", "Donnez un dossier, par exemple : fiches indexer ~/conventions")
    return paths


def _line(report: IndexReport) -> str:
    if report.etat == "echec":
        return f"  ✗ {report.document} : {report.motif}"
    counts = f"{report.sections} sections, {report.fiches} fiches, {report.lignes_plan} lignes de plan"
    return f"  ✓ {report.document} ({report.etat}) : {counts}, {report.passages} passages"


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Index, with progress on standard error; exit 2 when no file could be read."""
    out = context.out

    def show(progress: Progress) -> None:
        stage = _STAGES.get(progress.stage, progress.stage)
        out.progress(f"{stage} {progress.done}/{progress.total}  {progress.document}")

    paths = _paths(arguments, context)
    out.say("Indexation : la recherche par mots marche dès la lecture, les vecteurs suivent.")
    reports = context.workshop.index(paths, show, with_vectors=not arguments.sans_vecteurs)
    out.end_progress()
    for report in reports:
        if context.as_json:
            out.json(asdict(report))
        else:
            out.text(_line(report))
    if not reports:
        raise RefusedError("Aucun document lisible ici.", "Formats lus : txt, docx, pdf, odt, xlsx, csv, html…")
    failures = sum(report.etat == "echec" for report in reports)
    out.say(f"{len(reports) - failures} document(s) dans le corpus, {failures} en échec.")
    return 2 if failures == len(reports) else 0
