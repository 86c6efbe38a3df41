"""Opening the terminal interface, drawn or line by line: the only door from the command to it."""

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
            "L'interface a besoin d'un terminal.",
            "Dans un script : un verbe, ou « fiches --lineaire » ; « fiches --help » dit lesquels.",
        )
    from tui.app import run

    run(context.workshop)
    return 0


def open_linear(context: Context) -> int:
    """Hold the conversation on standard input and output and return its exit status."""
    from tui.linear.run import run_linear

    run_linear(context.workshop)
    return 0
