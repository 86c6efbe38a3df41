"""The ``fiches`` command: finds the verb, runs it, and turns errors into French messages and exit statuses."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

from assistant.cli.context import Context
from assistant.cli.output import Output
from assistant.cli.parser import FrenchParser, add_global_options
from assistant.cli.registry import VERBS
from assistant.cli.report import keep_report
from corpus.errors import FichesError, UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

INTERRUPTED = 130
UNEXPECTED = 2
SUMMARY = "L'assistant des coordinateurs de Conventions territoriales globales."


def _top_parser() -> FrenchParser:
    parser = FrenchParser("fiches", SUMMARY)
    add_global_options(parser)
    parser.choices.add_argument(
        "--lineaire", action="store_true", help="sans verbe : la conversation ligne par ligne, sans écran dessiné"
    )
    parser.choices.add_argument("--version", action="store_true", help="affiche la version")
    parser.values.add_argument("verbe", nargs="?", metavar="VERBE", help="sans verbe : ouvre l'interface")
    lines = "\n".join(f"  {verb.name:<12} {verb.summary}" for verb in VERBS.values())
    parser.epilog = f"Verbes :\n{lines}\n\n« fiches VERBE --help » détaille un verbe."
    return parser


def _help(parser: FrenchParser) -> str:
    epilog, parser.epilog = parser.epilog, None
    return parser.format_help() + (f"\n{epilog}\n" if epilog else "")


def _split(arguments: Sequence[str]) -> tuple[list[str], str | None, list[str]]:
    """What comes before the verb, the verb, and what follows it."""
    takes_value = False
    for place, word in enumerate(arguments):
        if takes_value:
            takes_value = False
        elif word in ("--donnees", "--moteur", "--chroma"):
            takes_value = True
        elif not word.startswith("-"):
            return list(arguments[:place]), word, list(arguments[place + 1 :])
    return list(arguments), None, []


def _version() -> str:
    from importlib.metadata import version

    return f"fiches {version('fiches-ctg')}"


def _context(top: argparse.Namespace, verb: argparse.Namespace | None, out: Output) -> Context:
    def chosen(name: str) -> str | None:
        given: str | None = getattr(verb, name, None) or getattr(top, name)
        return given

    as_json = bool(top.json or (verb is not None and verb.json))
    return Context(out, donnees=chosen("donnees"), moteur=chosen("moteur"), chroma=chosen("chroma"), as_json=as_json)


def _run_verb(name: str, top: argparse.Namespace, rest: list[str], out: Output) -> int:
    if name not in VERBS:
        raise UsageError(f"Le verbe « {name} » n'existe pas.", "Tapez « fiches --help » pour la liste des verbes.")
    verb = VERBS[name]
    module = importlib.import_module(verb.module)
    parser = FrenchParser(f"fiches {name}", verb.summary[0].upper() + verb.summary[1:] + ".")
    add_global_options(parser)
    module.add_arguments(parser)
    if "-h" in rest or "--help" in rest:
        out.text(_help(parser).rstrip())
        return 0
    arguments = parser.parse_intermixed_args(rest)
    context = _context(top, arguments, out)
    context.narrates = True
    try:
        status: int = module.run(arguments, context)
        context.say_notices()
    finally:
        context.close()
    return status


def run(arguments: Sequence[str], out: Output) -> int:
    """Run the command on these words and return its exit status; raises ``FichesError``."""
    before, verb, rest = _split(arguments)
    parser = _top_parser()
    top = parser.parse_args(before)
    if top.version:
        out.text(_version())
        return 0
    if top.aide:
        out.text(_help(parser).rstrip())
        return 0
    if verb is not None:
        return _run_verb(verb, top, rest, out)
    from assistant.cli.interface import open_interface, open_linear

    return (open_linear if top.lineaire else open_interface)(_context(top, None, out))


def main() -> None:
    """Entry point of the ``fiches`` command."""
    out = Output()
    try:
        status = run(sys.argv[1:], out)
    except FichesError as error:
        out.error(error)
        status = error.status
    except KeyboardInterrupt:
        out.say("Interrompu. Ce qui était enregistré le reste.")
        status = INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        status = 0
    except Exception as error:  # noqa: BLE001 - the last boundary: nothing a file causes shows a traceback
        out.say(f"Une erreur imprévue est survenue ({type(error).__name__}). Ce qui était enregistré le reste.")
        out.say(f"→ Le détail est dans {keep_report(error)} ; « fiches diagnostic » aide à le comprendre.")
        status = UNEXPECTED
    raise SystemExit(status)
