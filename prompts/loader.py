"""Reading a prompt file: a front matter, the rules for the model, then the request with its ``$placeholders``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Template

_FILE = re.compile(r"---\n(?P<front>.*?)\n---\n+# Règles\n(?P<rules>.*?)\n# Demande\n(?P<request>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class PromptFile:
    """One task: its name, its version, the rules and the request."""

    name: str
    version: int
    rules: str
    request: str

    def placeholders(self) -> set[str]:
        """The names to fill in."""
        return {*Template(self.rules).get_identifiers(), *Template(self.request).get_identifiers()}

    def filled(self, values: dict[str, str]) -> tuple[str, str]:
        """The rules and the request with their values, which are put in once and never read for placeholders.

        Raises ``KeyError`` when a value is missing.
        """
        return Template(self.rules).substitute(values), Template(self.request).substitute(values)


def task_names() -> list[str]:
    """The tasks that have a prompt."""
    return sorted(entry.name[:-3] for entry in files("prompts").iterdir() if entry.name.endswith(".md"))


@cache
def load_prompt(name: str) -> PromptFile:
    """The prompt of a task; raises ``KeyError`` when there is none, ``ValueError`` when its file is badly formed."""
    if name not in task_names():
        raise KeyError(name)
    parts = _FILE.fullmatch(files("prompts").joinpath(f"{name}.md").read_text(encoding="utf-8"))
    if parts is None:
        raise ValueError(f"{name}.md: front matter, « # Règles » and « # Demande » are expected")
    front = dict(line.split(":", 1) for line in parts["front"].splitlines())
    return PromptFile(front["tache"].strip(), int(front["version"]), parts["rules"].strip(), parts["request"].strip())
