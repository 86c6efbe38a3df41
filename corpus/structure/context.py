"""Where the walk stands: what is open above a line, and the ranks of headings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.structure.headings import Heading
    from corpus.structure.views import View

RANKS = {
    "annexe": 5,
    "partie": 6,
    "titre": 10,
    "sommaire": 10,
    "article": 10,
    "preambule": 10,
    "axe": 32,
    "divider": 34,
    "grouping": 38,
    "orientation": 44,
    "fiche": 40,
    "action": 41,
    "modele": 40,
    "chapitre": 36,
    "rubrique": 60,
}
"""Ranks from the outermost to the innermost heading; inside an annexe, articles and the like lose 20."""


def mark_rank(depth: int) -> int:
    """The rank of a heading that Markdown marks by ``depth`` signs: its marks outweigh its words."""
    return 15 + depth


@dataclass
class Context:
    """The lines of a document and what is open where the walk stands."""

    lines: list[View]
    repeated: set[str] = field(default_factory=set)
    """Folded texts printed three times or more: running headers, stamps."""
    annexe: bool = False
    axe: str | None = None
    theme: str | None = None
    fiche: str | None = None
    """``fiche`` or ``action``: the word that opened the fiche where the walk stands."""
    fiche_line: int = 0
    fiche_rank: int = 0
    last_article: int = 0

    def enter(self, heading: Heading) -> None:
        """Keep what a heading opens and closes."""
        number = heading.number or ""
        if self.fiche and heading.rank <= self.fiche_rank:
            self.fiche = None
        if heading.kind == "annexe":
            self.annexe, self.axe, self.theme = True, None, None
        elif heading.kind == "article":
            self.annexe = self.annexe and heading.rank != RANKS["annexe"]
            self.axe = self.theme = None
            self.last_article = int(number) if number.isdigit() and not self.annexe else self.last_article
        elif heading.kind == "axe":
            self.axe = heading.number
        elif heading.kind == "orientation" and number.isdigit():
            self.theme = number
        elif heading.kind in ("fiche", "modele"):
            self.fiche = "action" if heading.rank == RANKS["action"] else "fiche"
            self.fiche_line, self.fiche_rank = heading.last, max(heading.rank, 1)
