"""Which section each line of a document belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.models import ReadDocument, Section


class SectionMap:
    """The innermost section of every line."""

    def __init__(self, document: ReadDocument, sections: tuple[Section, ...]) -> None:
        self._owner: list[Section | None] = [None] * (len(document.lines) + 2)
        for section in sorted(sections, key=lambda s: (s.source.ligne_debut, -s.source.ligne_fin, s.level)):
            for number in range(section.source.ligne_debut, min(section.source.ligne_fin, len(document.lines)) + 1):
                self._owner[number] = section

    def at(self, number: int) -> Section | None:
        """The innermost section of a line, or ``None``."""
        return self._owner[number]

    def path(self, number: int) -> tuple[str, ...]:
        """The titles that lead to a line, outermost first."""
        section = self._owner[number]
        if section is None:
            return ()
        return section.path or (section.title,)

    def kind(self, number: int) -> str:
        """The kind of the innermost section of a line, empty outside any."""
        section = self._owner[number]
        return section.kind if section else ""
