"""The filters of a search on the command line, the same for every verb that searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.models import Filters

if TYPE_CHECKING:
    import argparse

    from assistant.cli.context import Context
    from assistant.cli.parser import FrenchParser


def add_filters(parser: FrenchParser) -> None:
    """The options; given twice, an option takes one value or the other."""
    option = parser.choices.add_argument
    option("--document", action="append", default=[], metavar="NOM", help="seulement ce document")
    option("--territoire", action="append", default=[], metavar="NOM", help="seulement ce territoire")
    option("--periode", metavar="ANNEES", help="seulement les conventions en cours en 2023, ou entre 2022-2025")
    option("--theme", action="append", default=[], metavar="THEME", help="seulement ce thème : parentalité, logement…")
    option("--fiches", action="store_true", help="seulement dans les fiches")


def filters_of(arguments: argparse.Namespace) -> Filters:
    """The filters given, not yet checked against the corpus; raises ``UsageError``."""
    from corpus.search.choices import period_of
    from corpus.themes import theme_named

    return Filters(
        documents=tuple(arguments.document),
        territoires=tuple(arguments.territoire),
        periode=period_of(arguments.periode) if arguments.periode else None,
        themes=tuple(theme_named(theme).key for theme in arguments.theme),
        fiches_seulement=arguments.fiches,
    )


def tell_undated(filters: Filters, context: Context) -> None:
    """Say which documents a period leaves aside because they state none."""
    if not filters.periode:
        return
    from corpus.search.choices import undated

    aside = undated(filters, context.workshop.corpus.catalogue)
    if aside:
        context.out.say(f"Sans période connue, laissés de côté : {', '.join(aside)}.")
