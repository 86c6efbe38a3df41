"""What else a passage may say for a word of the question: sigles both ways, near words, corrected spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.search.question import Alternative, Origin
from corpus.search.thesaurus import base, by_form, longest_phrase, parts, thesaurus
from corpus.text.acronyms import acronym, full_forms
from corpus.text.folding import fold
from corpus.text.french import stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corpus.search.question import Token
    from corpus.search.thesaurus import Entry, Stems

FULL_FORM = 0.9
"""What the full form of a sigle is worth, and the sigle of a full form."""
NEAR_NAME = 0.7
"""What the successor or the other name of a sigle is worth."""
CORRECTED = 0.85
"""What a corrected word is worth."""


def alternative(text: str, weight: float, origin: Origin) -> list[Alternative]:
    """The way of saying ``text``, as stems; none when it holds only stop words."""
    found = tuple(stems(text))
    return [Alternative(found, weight, origin)] if found else []


def of_sigle(token: Token, defined: Mapping[str, Sequence[str]]) -> list[Alternative]:
    """The full forms and other names of a word that is a sigle; ``defined`` holds those the documents define."""
    found: list[Alternative] = []
    for form in defined.get(token.folded, ()):
        found += alternative(form, FULL_FORM, "sigle")
    entry = acronym(token.folded)
    if entry is None or _is_plain_word(token):
        return found
    for form in entry.forms:
        found += alternative(form, FULL_FORM, "sigle")
    for near in entry.near:
        found += alternative(near, NEAR_NAME, "sigle")
        other = acronym(near)
        for form in other.forms if other else ():
            found += alternative(form, NEAR_NAME, "sigle")
    if fold(entry.sigle) != token.folded:
        found += alternative(entry.sigle, 1.0, "sigle")
    return found


def _is_plain_word(token: Token) -> bool:
    """Whether a word of two letters, or written with one capital, is no sigle here (``ca``, ``cv``, ``Pass``)."""
    return len(token.folded) <= 2 and not token.surface.isupper()


class Phrases:
    """The expressions of several words that have a sigle or near words: those of our tables and of the documents."""

    def __init__(self, defined: Mapping[str, Sequence[str]]) -> None:
        self._forms: dict[Stems, list[Stems]] = {}
        for form, sigles in full_forms().items():
            self._add(" ".join(form), [name for sigle in sigles for name in _names_of(sigle)])
        for sigle, forms in defined.items():
            for written in forms:
                self._add(written, [sigle])
        self._longest = max([longest_phrase(), *(len(form) for form in self._forms)])

    def _add(self, form: str, sigles: Iterable[str]) -> None:
        key = tuple(stems(form))
        if len(key) > 1:
            self._forms.setdefault(key, []).extend(tuple(stems(sigle)) for sigle in sigles if stems(sigle))

    def near(self, tokens: Sequence[Token]) -> dict[int, list[Alternative]]:
        """What stands for the expressions of a question, by the position of each of their words.

        A word of an expression of the table is not looked up alone: « maison de retraite » is no « retraite ». A word
        that the expressions of the table hold has its place even when nothing stands for it: it is no misspelling.
        """
        found: dict[int, list[Alternative]] = {n: [] for n, token in enumerate(tokens) if token.folded in parts()}
        said = [token.stem for token in tokens]
        taken: set[int] = set()
        for start, size in self._spans(len(said)):
            span = range(start, start + size)
            phrase = tuple(said[start : start + size])
            near = [Alternative(sigle, FULL_FORM, "sigle") for sigle in self._forms.get(phrase, ())]
            entries = () if taken.issuperset(span) else _entries(phrase, [tokens[n].folded for n in span])
            near += [Alternative(other, entry.weight, "synonyme") for entry in entries for other in entry.also]
            taken.update(span if entries and size > 1 else ())
            for position in span if near else ():
                found.setdefault(position, []).extend(near)
        return found

    def _spans(self, length: int) -> Iterable[tuple[int, int]]:
        """Where expressions may stand among so many words, the longest first: where each starts, how long it is."""
        for size in range(min(self._longest, length), 0, -1):
            for start in range(length - size + 1):
                yield start, size


def _names_of(sigle: str) -> Iterable[str]:
    entry = acronym(sigle)
    return (sigle, *entry.near) if entry else (sigle,)


def _entries(phrase: Stems, spoken: Sequence[str]) -> list[Entry]:
    entries = thesaurus().get(phrase) or by_form().get(tuple(map(base, spoken)), ())
    return [entry for entry in entries if entry.is_said(spoken)]
