"""The ground a sentence stands on: everything that its sources and the coordinator state, ready to be looked up."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.checks.contacts import contacts
from assistant.checks.numbers import figures
from corpus.text.acronyms import acronym, full_forms
from corpus.text.folding import words
from corpus.text.french import stem, stems

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from assistant.checks.contacts import Contact
    from assistant.checks.names import Name
    from assistant.checks.numbers import Figure

_LONGEST_FORM = 8


@dataclass(slots=True)
class Ground:
    """Figures with what they count, contacts, words and stems of several texts."""

    values: dict[Decimal, set[str]] = field(default_factory=lambda: defaultdict(set))
    amounts: set[Decimal] = field(default_factory=set)
    shares: set[Decimal] = field(default_factory=set)
    counted: dict[str, set[Decimal]] = field(default_factory=lambda: defaultdict(set))
    contacts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    words: set[str] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)
    folded: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Take in one more text."""
        known = contacts(text)
        spoken_for = [(c.start, c.end) for c in known if c.kind != "date"]
        for contact in known:
            self.contacts[contact.kind].add(contact.value)
        for figure in figures(text):
            if any(start <= figure.start < end for start, end in spoken_for):
                continue
            self._figure(figure)
        tokens = words(text)
        self.words.update(tokens)
        self.stems.update(stems(text, keep_stop_words=True))
        self.folded.append(f" {' '.join(tokens)} ")
        self._sigles(tokens)

    def _figure(self, figure: Figure) -> None:
        self.values[figure.value].add(figure.counted)
        if figure.kind == "montant":
            self.amounts.add(figure.value)
        if figure.kind == "pourcentage":
            self.shares.add(figure.value)
        if figure.counted:
            self.counted[figure.counted].add(figure.value)

    def _sigles(self, tokens: list[str]) -> None:
        """A sigle stands for its full form, and a full form for its sigle."""
        for token in set(tokens):
            entry = acronym(token) if len(token) > 1 else None
            for form in entry.forms if entry else ():
                self.words.update(words(form))
                self.stems.update(stems(form))
        forms = full_forms()
        for size in range(2, _LONGEST_FORM):
            for start in range(len(tokens) - size + 1):
                for sigle in forms.get(tuple(tokens[start : start + size]), ()):
                    self.words.update(words(sigle))
                    self.stems.update(stems(sigle))

    # What it supports

    def holds_contact(self, contact: Contact) -> bool:
        """Whether a contact or a date is stated; a date less precise than one of the ground is."""
        if contact.kind != "date":
            return contact.value in self.contacts[contact.kind]
        known = self.contacts["date"]
        if contact.value in known:
            return True
        if "/" in contact.value:
            first, last = contact.value.split("/")
            return any(first <= d.partition("/")[0] and d.partition("/")[2] <= last for d in known if "/" in d)
        return f" {contact.value} " in " ".join(self.folded)

    def holds_figure(self, figure: Figure) -> bool:
        """Whether a figure is stated; the unit may stand elsewhere (the header of a column)."""
        if figure.kind == "pourcentage":
            return figure.value in self.shares
        return figure.value in self.values

    def swapped(self, figure: Figure) -> bool:
        """Whether what a figure counts is stated with other figures only."""
        others = self.counted.get(figure.counted, set()) if figure.counted else set()
        counted = self.values.get(figure.value, set())
        return bool(others) and figure.value not in others and bool(counted - {""})

    def holds_name(self, name: Name) -> bool:
        """Whether every word of a name is stated; a plural or a sigle written out counts."""
        return all(self._holds_word(word) for word in name.words)

    def holds_word(self, text: str) -> bool:
        """Whether a word is stated, or another of its family."""
        return all(self._holds_word(word) or stem(word) in self.stems for word in words(text))

    def _holds_word(self, word: str) -> bool:
        if word in self.words or (word.endswith("s") and word[:-1] in self.words) or f"{word}s" in self.words:
            return True
        entry = acronym(word)
        return bool(entry) and any(
            set(words(form)) <= self.words
            for form in entry.forms  # type: ignore[union-attr]
        )

    def share_of(self, wanted: list[str]) -> float:
        """The share of informative stems that are stated."""
        return sum(stem in self.stems for stem in wanted) / len(wanted) if wanted else 1.0


def ground_of(texts: Iterable[str]) -> Ground:
    """The ground of several texts."""
    ground = Ground()
    for text in texts:
        ground.add(text)
    return ground
