"""``fiches schema``: the JSON Schema of an exported fiche."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from assistant.cli.context import Context
    from assistant.cli.parser import FrenchParser


def add_arguments(parser: FrenchParser) -> None:
    """Nothing to give."""


def run(arguments: argparse.Namespace, context: Context) -> int:  # noqa: ARG001
    """Print the schema."""
    from assistant.exports import json_schema

    context.out.text(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return 0
