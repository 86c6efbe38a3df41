"""The command on one data folder, its outputs kept."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

from assistant.cli.main import run
from assistant.cli.output import Output


class Command:
    """Runs words; ``said`` is what the last run narrated."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.said = ""
        self.status = 0

    def __call__(self, *words: str) -> str:
        data, narration = io.StringIO(), io.StringIO()
        try:
            self.status = run(("--donnees", str(self.data), *words), Output(data, narration))
        finally:
            self.said = narration.getvalue()
        return data.getvalue()

    def json(self, *words: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self(*words, "--json").splitlines()]
