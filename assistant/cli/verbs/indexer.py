"""``fiches indexer CHEMIN…``: read files and folders into the corpus."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli.report_text import counts, indented
from assistant.validation.typography import plural
from corpus.errors import RefusedError, UsageError

if TYPE_CHECKING:
    import argparse

    from assistant.cli.context import Context
    from assistant.cli.parser import FrenchParser
    from corpus.indexing import IndexReport, Progress

_ETATS = {"nouveau": "nouveau", "modifie": "lu à nouveau", "inchange": "inchangé", "echec": "en échec"}
_MOST_NAMED = 8
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
    parser.choices.add_argument(
        "--ocr", action="store_true", help="reconnaît le texte des scans (avec ocrmypdf, quelques secondes par page)"
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
        return f"  ✗ {report.document} ({report.motif})\n{indented(report.message or '')}"
    held = counts(report.sections, report.fiches, report.lignes_plan)
    warnings = "".join(f"\n    ! {warning}" for warning in report.avertissements)
    return f"  ✓ {report.document} ({_ETATS[report.etat]}) : {held}, {plural(report.passages, 'passage')}{warnings}"


def _tell_left_out(paths: list[Path], context: Context) -> None:
    """Say which files of the folders no reader knows."""
    from corpus.reading import left_out
    from corpus.reading.registry import READABLE

    found = left_out(paths)
    if found:
        names = ", ".join(path.name for path in found[:_MOST_NAMED]) + ("…" if len(found) > _MOST_NAMED else "")
        context.out.say(
            f"{plural(len(found), 'fichier')} d'un autre format, non lu{'s' if len(found) > 1 else ''} : {names}"
        )
        context.out.say(f"→ Formats lus : {READABLE}. Un ancien .doc s'enregistre en .docx.")


def _index(paths: list[Path], arguments: argparse.Namespace, context: Context) -> list[IndexReport]:
    out = context.out

    def show(progress: Progress) -> None:
        stage = _STAGES.get(progress.stage, progress.stage)
        doing = " (reconnaissance du texte si c'est un scan…)" if progress.state == "reconnaissance" else ""
        out.progress(f"{stage} {progress.done}/{progress.total}  {progress.document}{doing}")

    vectors = not arguments.sans_vecteurs
    then = (
        "les vecteurs suivent." if vectors else "les vecteurs viendront à la prochaine indexation sans --sans-vecteurs."
    )
    out.say(f"Indexation : la recherche par mots marche dès la lecture, {then}")
    reports = context.workshop.index(paths, show, with_vectors=vectors, ocr=arguments.ocr)
    out.end_progress()
    return reports


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Index, with progress on standard error; exit 2 when no file could be read."""
    paths = _paths(arguments, context)
    reports = _index(paths, arguments, context)
    for report in reports:
        if context.as_json:
            context.out.json(asdict(report))
        else:
            context.out.text(_line(report))
    _tell_left_out(paths, context)
    if not reports:
        raise RefusedError("Aucun document lisible ici.", "Formats lus : txt, docx, pdf, odt, xlsx, csv, html…")
    failures = sum(report.etat == "echec" for report in reports)
    failed = f", {failures} en échec" if failures else ""
    context.out.say(f"{plural(len(reports) - failures, 'document')} dans le corpus{failed}.")
    return 2 if failures == len(reports) else 0
