"""What else a passage may say for a word of the question: sigles both ways, near words, corrected spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.search.question import Alternative, Origin
from corpus.search.thesaurus import longest_phrase, thesaurus
from corpus.text.acronyms import acronym, full_forms
from corpus.text.folding import fold
from corpus.text.french import stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corpus.search.question import Token

FULL_FORM = 0.9
"""What the full form of a sigle is worth, and the sigle of a full form."""
NEAR_NAME = 0.7
"""What the successor or the other name of a sigle is worth."""
NEAR_WORD = 0.55
"""What a near word is worth."""
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


def of_phrases(tokens: Sequence[Token], defined: Mapping[str, Sequence[str]]) -> dict[int, list[Alternative]]:
    """What stands for the expressions of several words of a question, by the position of each of their words."""
    found: dict[int, list[Alternative]] = {}
    said = [token.stem for token in tokens]
    table = _forms(defined)
    longest = max([longest_phrase(), *(len(form) for form in table)])
    for start in range(len(said)):
        for size in range(1, min(longest, len(said) - start) + 1):
            phrase = tuple(said[start : start + size])
            near = [Alternative(sigle, FULL_FORM, "sigle") for sigle in table.get(phrase, ())] if size > 1 else []
            near += [Alternative(other, NEAR_WORD, "synonyme") for other in thesaurus().get(phrase, ())]
            for position in range(start, start + size) if near else ():
                found.setdefault(position, []).extend(near)
    return found


def _forms(defined: Mapping[str, Sequence[str]]) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
    """The sigles, with their other names, of each full form, as stems."""
    table: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for form, sigles in full_forms().items():
        _add(table, " ".join(form), [name for sigle in sigles for name in _names_of(sigle)])
    for short, written in defined.items():
        for full in written:
            _add(table, full, [short])
    return table


def _names_of(sigle: str) -> Iterable[str]:
    entry = acronym(sigle)
    return (sigle, *entry.near) if entry else (sigle,)


def _add(table: dict[tuple[str, ...], list[tuple[str, ...]]], form: str, sigles: Iterable[str]) -> None:
    key = tuple(stems(form))
    if len(key) > 1:
        table.setdefault(key, []).extend(tuple(stems(sigle)) for sigle in sigles if stems(sigle))
