"""The command line in French, on argparse: what it accepts and how it says what it does not understand."""

from __future__ import annotations

import argparse
import re
from typing import NoReturn

from corpus.errors import UsageError

_TRANSLATIONS = (
    (r"the following arguments are required: (.+)", r"il manque : \1"),
    (r"unrecognized arguments: (.+)", r"non compris : \1"),
    (r"argument (.+?): expected one argument", r"\1 attend une valeur"),
    (r"argument (.+?): expected at least one argument", r"\1 attend au moins une valeur"),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", r"\1 : \2 n'est pas possible (au choix : \3)"),
    (r"argument (.+?): invalid \w+ value: (.+)", r"\1 : \2 n'est pas une valeur possible"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 ne va pas avec \2"),
    (r"ambiguous option: (.+?) could match (.+)", r"\1 est ambigu : \2"),
)


def translate(message: str) -> str:
    """The French of a message of argparse; an unknown one is kept."""
    for pattern, french in _TRANSLATIONS:
        if re.fullmatch(pattern, message):
            return re.sub(pattern, french, message)
    return message


class FrenchFormatter(argparse.HelpFormatter):
    """Help with a French usage line."""

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201, D102
        super().add_usage(usage, actions, groups, "Usage : " if prefix is None else prefix)


class FrenchParser(argparse.ArgumentParser):
    """An argparse parser that speaks French and raises ``UsageError`` instead of leaving the program."""

    def __init__(self, prog: str, summary: str) -> None:
        super().__init__(
            prog=prog, description=summary, add_help=False, formatter_class=FrenchFormatter, allow_abbrev=False
        )
        self.values = self.add_argument_group("Arguments")
        self.choices = self.add_argument_group("Options")
        self.choices.add_argument("-h", "--help", action="store_true", dest="aide", help="affiche cette aide")

    def error(self, message: str) -> NoReturn:
        """Say what is not understood, and where the help is."""
        raise UsageError(f"{self.prog} : {translate(message)}.", f"Tapez « {self.prog} --help ».")


def add_global_options(parser: FrenchParser) -> None:
    """Add the options every verb accepts."""
    option = parser.choices.add_argument
    option("--donnees", metavar="DOSSIER", help="où vivent l'index, les brouillons et les réglages")
    option("--moteur", metavar="NOM", help="le moteur : integre (par défaut), ou un modèle de langue réglé")
    option(
        "--chroma", metavar="ADRESSE", help="l'index partagé d'une équipe, sur un serveur Chroma ; local : celui d'ici"
    )
    option("--json", action="store_true", help="sortie pour un programme")
