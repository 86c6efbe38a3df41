"""Which values of a draft a message speaks of: by field, by rank, by their words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.amendments.words import COUNTS, FIELDS, FIRST_FEW, NUMBERS, RANKS
from assistant.drafting.reading.text import same_length_fold
from corpus.fiche import LigneBudget, Personne
from corpus.text.folding import words
from corpus.text.french import stems

if TYPE_CHECKING:
    from assistant.drafts.model import Contenu, Draft, Valeur

_LEAST_WORDS = 2


def content_words(content: Contenu) -> str:
    """A value in words, whatever its kind."""
    if isinstance(content, Personne):
        return " ".join(part for part in content.model_dump().values() if part)
    if isinstance(content, LigneBudget):
        return " ".join(part for part in (content.libelle, content.poste, content.sous_poste) if part)
    return content


def field_in(text: str, draft: Draft) -> tuple[str, int, int] | None:
    """The field a text names and where; the first named, the longest name first."""
    folded = same_length_fold(text)
    found = [(m.start(), -m.end(), champ) for champ, pattern in FIELDS for m in pattern.finditer(folded)]
    if not found:
        return None
    start, end, champ = min(found)
    if (
        champ == "objectifs_operationnels"
        and "operationnel" not in folded
        and not draft.of(champ)
        and draft.of("objectifs_strategiques")
    ):
        champ = "objectifs_strategiques"
    return champ, start, -end


def ranks_in(text: str, count: int) -> list[int]:
    """The ranks from 1 a text gives among ``count`` values, in order (« le 1er et le 3e », « les deux derniers »)."""
    folded = same_length_fold(text)
    few = FIRST_FEW.search(folded)
    if few:
        number = COUNTS[few[1] or few[4]]
        first = (few[2] or few[3]) == "premier"
        return list(range(1, min(number, count) + 1)) if first else list(range(max(1, count - number + 1), count + 1))
    found = [
        (m.start(), rank if rank > 0 else count + 1 + rank) for pattern, rank in RANKS for m in pattern.finditer(folded)
    ]
    found += [(m.start(), int(m[1])) for m in NUMBERS.finditer(folded)]
    return [rank for _, rank in sorted(found) if 1 <= rank <= count]


def values_meant(text: str, draft: Draft, champ: str | None = None) -> list[Valeur]:
    """The values a text speaks of: by rank in the field it names, else by their words, else the whole field."""
    named = field_in(text, draft)
    field = champ or (named[0] if named else None)
    values = _of(draft, field) if field else []
    if field and values:
        ranked = ranks_in(text, len(values))
        if ranked:
            return [values[rank - 1] for rank in ranked]
        rest = text[: named[1]] + text[named[2] :] if named and not champ else text
        described = described_by(rest, values)
        if described:
            return described
        return [] if _says_something(rest) else values
    return described_by(text, [v for v in draft.valeurs if v.etat != "refuse"]) if not field else []


def _of(draft: Draft, champ: str) -> list[Valeur]:
    if champ == "budget":
        return [v for v in draft.valeurs if v.champ.startswith("budget") and v.etat != "refuse"]
    return draft.of(champ)


_EMPTY = frozenset(
    (
        "tous toutes tout les des aux dans sur qui que avec sans numero celui celle ceux parle "
        "aucun aucune ces cette mes nos concernant lie liee liste proposes proposees propose ca merci svp stp la"
        " le de du et"
    ).split()
)


def _says_something(text: str) -> bool:
    return any(len(w) > 2 and w not in _EMPTY for w in words(text))


def described_by(text: str, values: list[Valeur]) -> list[Valeur]:
    """The values whose words a text gives: the same words, else most of the words of the text."""
    asked = [w for w in words(text) if w not in _EMPTY and (len(w) > 2 or w.isdigit())]
    if not asked:
        return []
    exact = [v for v in values if {w for w in words(content_words(v.valeur)) if len(w) > 2} == set(asked)]
    if exact:
        return exact
    wanted = set(stems(" ".join(asked)))
    scores = [(len(wanted & set(stems(content_words(v.valeur)))) / max(1, len(wanted)), v) for v in values]
    best = max((score for score, _ in scores), default=0.0)
    if not wanted or best < 0.6:
        return []
    return [v for score, v in scores if score == best][:1]


def after_field(text: str, draft: Draft) -> str:
    """What a text says after the field it names (« un indicateur : nombre de … »)."""
    named = field_in(text, draft)
    return re.sub(r"^[\s:=,–-]+", "", text[named[2] :]) if named else text
