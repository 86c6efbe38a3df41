"""Opening the terminal interface: the only door from the command to the Textual application."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from corpus.errors import UsageError

if TYPE_CHECKING:
    from assistant.cli.context import Context


def open_interface(context: Context) -> int:
    """Open the interface and return its exit status.

    Raises ``UsageError`` when there is no terminal to draw on.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "L'interface a besoin d'un terminal.", "Dans un script, utilisez un verbe : « fiches --help » les liste."
        )
    from tui.app import run

    run(context.workshop)
    return 0
