"""One sign per state, always beside its word; plain letters when the terminal cannot show more."""

from __future__ import annotations

import locale
import os
from dataclasses import dataclass
from functools import cache

ASCII_VARIABLE = "FICHES_ASCII"
"""Environment variable that asks for plain signs whatever the terminal says."""


@dataclass(frozen=True, slots=True)
class Sign:
    """How a state is shown: a sign of one cell, the same in ASCII, a style, and its word."""

    unicode: str
    ascii: str
    style: str
    word: str

    @property
    def glyph(self) -> str:
        """The sign this terminal can show."""
        return self.unicode if _unicode() else self.ascii


def encoding() -> str:
    """What the terminal can be sent, as Python names it; plain letters when the locale is C, as it then asks."""
    asked = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    if os.environ.get(ASCII_VARIABLE) or asked in ("C", "POSIX"):
        return "ascii"
    return locale.getpreferredencoding(do_setlocale=False) or "ascii"


@cache
def _unicode() -> bool:
    return encoding().lower().replace("-", "") in ("utf8", "cp65001")


STATES: dict[str, Sign] = {
    "vide": Sign("○", "o", "$sourdine", "vide"),
    "propose": Sign("◇", "?", "$text-accent", "proposé"),
    "accepte": Sign("●", "x", "$text-success", "accepté"),
    "modifie": Sign("◆", "*", "$text-primary", "modifié"),
    "a_verifier": Sign("▲", "!", "$text-warning", "à vérifier"),
    "refuse": Sign("×", "-", "$sourdine", "refusé"),
}
LEVELS: dict[str, Sign] = {
    "erreur": Sign("✗", "X", "$text-error", "erreur"),
    "avertissement": Sign("▲", "!", "$text-warning", "avertissement"),
    "conseil": Sign("›", ">", "$sourdine", "conseil"),
}
