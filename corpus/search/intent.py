"""What kind of thing a question asks for: a field, a fiche by its number, an article, a year, a comparison."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from corpus.search.lexicon import BROAD, FIELDS, NATURES, SPOKEN_FIELDS
from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.search.question import Nature

_FICHE = re.compile(r"\bfiches?(?: actions?)?(?: n(?:°|o|umero)?)? ?(\d{1,2}(?:[.\-]\d{1,2}){0,2})\b")
_BARE = re.compile(r"(?<![\d.,/-])(\d{1,2}\.\d{1,2})(?![\d.,/%-])(?! ?(?:%|euros|m |km|etp))")
_ARTICLE = re.compile(r"\b(article|art\.?|annexe)s? (?:n°? ?)?(\d{1,2}|[ivx]{1,5})\b")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_PERIOD = re.compile(r"(?<!\d)(20\d\d) ?(?:-|–|a|/|au) ?(20\d\d)(?!\d)")
_ROMAN = {"i": 1, "v": 5, "x": 10}


def fiche_numbers(question: str) -> tuple[str, ...]:
    """The numbers of the fiches a question names: ``fiche 2-3`` and a lone ``2.3`` alike."""
    folded = fold(question)
    found = [number.replace("-", ".") for number in _FICHE.findall(folded)]
    return tuple(dict.fromkeys(found + _BARE.findall(folded)))


def roman(text: str) -> int:
    """The value of a Roman number in small letters."""
    values = [_ROMAN[c] for c in text]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))


def article_numbers(text: str) -> tuple[str, ...]:
    """The articles and annexes a text names, as ``article 12`` whatever the digits."""
    found = []
    for kind, number in _ARTICLE.findall(fold(text)):
        value = int(number) if number.isdigit() else roman(number)
        found.append(f"{'annexe' if kind == 'annexe' else 'article'} {value}")
    return tuple(dict.fromkeys(found))


def years(question: str) -> tuple[tuple[int, ...], tuple[int, int] | None]:
    """The years of a question and the first period it names."""
    period = _PERIOD.search(fold(question))
    found = tuple(dict.fromkeys(int(year) for year in _YEAR.findall(question)))
    return found, (int(period[1]), int(period[2])) if period else None


def fields(question: str, stems: Sequence[str]) -> tuple[str, ...]:
    """The fields of the form that a question, given with its stems, names."""
    folded = fold(question)
    named = [key for key, phrases in FIELDS if any(_holds(stems, phrase) for phrase in phrases)]
    spoken = [key for key, pattern in SPOKEN_FIELDS if pattern.search(folded)]
    if "porteurs" in named and not _CARRIER.search(_CARRIES.sub(" ", folded)):
        named.remove("porteurs")
    return tuple(dict.fromkeys(named + spoken))


_CARRIES = re.compile(
    r"\bporteu(?:rs?|ses?) (?:d'un |d'une |de |du )?(?:handicap|troubles?|maladie|deficience|autisme)"
)
"""People who « carry » a handicap, not a body that carries an action."""
_CARRIER = re.compile(r"\bporteu(?:rs?|ses?)\b|\bchefs? de file\b|\bpilot")


def _holds(stems: Sequence[str], phrase: tuple[str, ...]) -> bool:
    return any(tuple(stems[n : n + len(phrase)]) == phrase for n in range(len(stems) - len(phrase) + 1))


def nature(question: str, *, large: bool) -> Nature:
    """The kind of thing a question asks for."""
    folded = fold(question)
    if large:
        return "comparaison"
    return cast("Nature", next((name for name, pattern in NATURES if pattern.search(folded)), "texte"))


def is_broad(question: str) -> bool:
    """Whether a question asks about several territories."""
    return bool(BROAD.search(fold(question)))
