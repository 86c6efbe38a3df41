"""``fiches texte FICHIER``: the text as the product sees it, one numbered line each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from assistant.cli.context import Context
    from assistant.cli.parser import FrenchParser


def add_arguments(parser: FrenchParser) -> None:
    """The file."""
    parser.values.add_argument("fichier", metavar="FICHIER", help="le fichier à lire")
    parser.choices.add_argument("--ocr", action="store_true", help="reconnaît le texte des scans (ocrmypdf)")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print every line with its number, and its page when the format has pages."""
    from corpus.reading import read

    document = read(Path(arguments.fichier).expanduser(), ocr=arguments.ocr)
    for line in document.lines:
        if context.as_json:
            context.out.json({"ligne": line.number, "page": line.page, "texte": line.text})
        else:
            context.out.text(f"{line.number:>6}\t{line.text}")
    for warning in document.warnings:
        context.out.say(warning)
    return 0
