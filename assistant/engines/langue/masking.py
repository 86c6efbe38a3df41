"""Hiding people from an endpoint: names, mails and telephones become marks, put back in what it writes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.checks.contacts import MAIL, PHONE
from assistant.checks.names import names
from assistant.validation.names import looks_like_a_person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.indexing import Corpus

_MARK = re.compile(r"\b(PERSONNE|COURRIEL|T[EÉ]L[EÉ]PHONE)[ _-]?(\d{1,4})\b", re.IGNORECASE)
_UNFINISHED = re.compile(r"\b([A-ZÉ]{1,9})[ _-]?\d{0,4}$", re.IGNORECASE)
_KINDS = ("PERSONNE", "COURRIEL", "TELEPHONE")
_PART = r"[A-ZÀ-Ý][\w’'-]+"
_CIVIL = re.compile(
    rf"\b(?:M\.|MM\.|Mr\.?|Mmes?\.?|Mlle|Monsieur|Madame|Dr\.?|Docteur)[ \u00a0]+((?:{_PART}[ \u00a0]?){{1,3}})"
)
LEAST = 4
"""Letters of a surname hidden when it stands alone."""


class Mask:
    """One action's marks: the same words have the same mark throughout, and only its own marks are read back."""

    def __init__(self, people: Iterable[str] = (), *, active: bool = True) -> None:
        self.active = active
        self._marks: dict[str, str] = {}
        self._people = sorted({name for full in people for name in _forms(full)}, key=len, reverse=True)

    def hide(self, text: str) -> str:
        """The text without anything that names or reaches a person."""
        if not self.active:
            return text
        text = _MARK.sub(lambda m: self._mark("PERSONNE", m[0]), text)
        text = MAIL.sub(lambda m: self._mark("COURRIEL", m[0]), text)
        text = PHONE.sub(lambda m: self._mark("TELEPHONE", m[0]), text)
        for person in (*self._people, *sorted(_people_in(text), key=len, reverse=True)):
            if person in text:
                pattern = rf"(?<![\w-]){re.escape(person)}(?![\w-])"
                text = re.sub(pattern, lambda m: self._mark("PERSONNE", m[0]), text)
        return text

    def _mark(self, kind: str, words: str) -> str:
        for mark, known in self._marks.items():
            if known == words and mark.startswith(kind):
                return mark
        mark = f"{kind}_{len(self._marks) + 1}"
        self._marks[mark] = words
        return mark

    def reveal(self, text: str) -> str:
        """The text with the words behind its marks; a mark that is none of ours is left as it is."""
        return _MARK.sub(self._behind, text) if self.active else text

    def _behind(self, match: re.Match[str]) -> str:
        kind = match[1].upper().replace("É", "E")
        return self._marks.get(f"{kind}_{match[2]}", match[0])


class Revealer:
    """Puts words back in a text that comes piece by piece: a mark cut in two waits for its end."""

    def __init__(self, mask: Mask) -> None:
        self._mask = mask
        self._held = ""

    def feed(self, piece: str) -> str:
        """What may be shown now: all but what may be the beginning of a mark."""
        self._held += piece
        last = _UNFINISHED.search(self._held) if self._mask.active else None
        may_be = last is not None and any(kind.startswith(last[1].upper().replace("É", "E")) for kind in _KINDS)
        cut = last.start() if last is not None and may_be else len(self._held)
        ready, self._held = self._held[:cut], self._held[cut:]
        return self._mask.reveal(ready)

    def end(self) -> str:
        """What was held back."""
        ready, self._held = self._held, ""
        return self._mask.reveal(ready)


def _forms(full: str) -> list[str]:
    """A person's name whole, and its surname alone when it is long enough."""
    parts = full.split()
    surname = parts[-1] if len(parts) > 1 and len(parts[-1]) >= LEAST and parts[-1][:1].isupper() else ""
    return [form for form in (" ".join(parts), surname) if len(form) >= LEAST]


def _people_in(text: str) -> set[str]:
    """The people a text names by a civility, or by a known first name."""
    found = {match[1].strip() for match in _CIVIL.finditer(text)}
    for name in names(text):
        if looks_like_a_person(name.text):
            found.update(_forms(name.text))
    return {person for person in found if len(person) >= LEAST - 1}


def people_of(corpus: Corpus) -> set[str]:
    """The people the fiches of the corpus name."""
    return {
        person.nom
        for extraction in corpus.catalogue.extractions()
        for extracted in extraction.fiches
        for person in extracted.fiche.personnes_en_charge
        if person.nom
    }
