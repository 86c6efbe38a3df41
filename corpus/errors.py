"""The small family of errors a coordinator may meet.

Every error carries what happened and the next step, in French, so that any screen can show it as it is:

* ``FichesError``
    * ``UsageError``           the command or a value is not understood (exit status 2)
        * ``UnreadableError``  a file cannot be read, and why (exit status 2)
    * ``RefusedError``         what was asked does not hold (exit status 1)
    * ``CorpusError``          the index is absent, busy or damaged (exit status 2)
"""

from __future__ import annotations


class FichesError(Exception):
    """Base of the errors shown to a coordinator: a sentence and what to do next."""

    status = 2
    """Exit status of the command line."""

    def __init__(self, message: str, next_step: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.message}\n→ {self.next_step}" if self.next_step else self.message


class UsageError(FichesError):
    """The command or one of its values is not understood."""


class UnreadableError(UsageError):
    """A file cannot be read; ``reason`` is a stable word for programs (``scan``, ``chiffre``, ``vide``…)."""

    def __init__(self, message: str, next_step: str = "", reason: str = "illisible") -> None:
        super().__init__(message, next_step)
        self.reason = reason


class RefusedError(FichesError):
    """What was asked does not hold: an invalid fiche, nothing to export, nothing found."""

    status = 1


class CorpusError(FichesError):
    """The index is absent, busy or damaged."""
