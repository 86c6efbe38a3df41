"""What a draft already says, as what its proposals are looked for with: words, themes, places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.lexicon.verbs import COMMON, COMMON_WORTH
from assistant.drafting.proposals.concepts import weigh_themes
from corpus.search.thesaurus import longest_phrase, thesaurus
from corpus.text.french import stems

if TYPE_CHECKING:
    from assistant.drafts.model import Draft

PLACE_WORTH = 0.3
"""What the words of the place are worth against those of the action."""
EQUIVALENT_WORTH = 0.35
"""What the words of an equivalent expression are worth against those said."""
UPSTREAM_WORTH = 2.0
"""What the words of a field weigh more when proposing for the field that answers it."""

_WORDS = {
    "titre": 3.0,
    "description": 1.2,
    "objectifs_operationnels": 1.5,
    "objectifs_strategiques": 1.2,
    "besoins": 1.2,
    "public_cible": 1.5,
    "effets_attendus": 0.8,
    "indicateurs": 0.8,
}
_THEMES = {
    "titre": 3.0,
    "public_cible": 1.5,
    "besoins": 1.0,
    "objectifs_strategiques": 1.0,
    "objectifs_operationnels": 1.0,
    "description": 0.7,
    "axe": 0.7,
}
_ANSWERS = {
    "objectifs_strategiques": ("besoins",),
    "objectifs_operationnels": ("besoins", "objectifs_strategiques"),
    "description": ("objectifs_operationnels",),
    "moyens": ("description",),
    "effets_attendus": ("objectifs_operationnels", "objectifs_strategiques"),
    "indicateurs": ("objectifs_operationnels", "effets_attendus"),
}
"""The chain: the fields that each field answers."""
_YOUNG_CHILDREN = re.compile(r"\bjeunes? enfants?\b", re.IGNORECASE)
"""Young children are not « les jeunes »: the theme is early childhood."""


def query_of(draft: Draft, champ: str = "") -> dict[str, float]:
    """The stems of what a draft says, weighted; those of the fields that ``champ`` answers weigh more."""
    weights: dict[str, float] = {}
    place = set(stems(" ".join(str(v.valeur) for v in draft.of("lieu", proposals=False))))
    for said_in, worth in _WORDS.items():
        weight = worth * (UPSTREAM_WORTH if said_in in _ANSWERS.get(champ, ()) else 1.0)
        for value in draft.of(said_in, proposals=False):
            said = stems(_YOUNG_CHILDREN.sub("petite enfance", without_places(str(value.valeur), draft)))
            for stem in said:
                factor = PLACE_WORTH if stem in place else COMMON_WORTH if stem in COMMON else 1.0
                weights[stem] = max(weights.get(stem, 0.0), weight * factor)
            for stem in _equivalents(said) - COMMON:
                weights[stem] = max(weights.get(stem, 0.0), weight * EQUIVALENT_WORTH)
    return weights


def _equivalents(said: list[str]) -> set[str]:
    """The stems of what conventions write for the words and expressions said."""
    found: set[str] = set()
    for size in range(1, longest_phrase() + 1):
        for start in range(len(said) - size + 1):
            for entry in thesaurus().get(tuple(said[start : start + size]), ()):
                found |= {stem for phrase in entry.also for stem in phrase}
    return found


def themes_of(draft: Draft) -> dict[str, float]:
    """The themes of what a draft says, the strongest at 1."""
    return weigh_themes(
        (_YOUNG_CHILDREN.sub("petite enfance", str(value.valeur)), weight)
        for champ, weight in _THEMES.items()
        for value in draft.of(champ, proposals=False)
    )


def places_of(draft: Draft) -> str:
    """Everything that may name the territory of a draft."""
    said = [
        str(v.valeur)
        for champ in ("lieu", "porteurs", "partenaires", "titre")
        for v in draft.of(champ, proposals=False)
    ]
    return " ; ".join([*said, draft.demande])


def question_of(draft: Draft) -> str:
    """What the search is asked: the action, its public and its need."""
    titre = " ".join(without_places(str(v.valeur), draft) for v in draft.of("titre", proposals=False))
    more = " ".join(
        str(v.valeur) for champ in ("public_cible", "description", "besoins") for v in draft.of(champ, proposals=False)
    )
    return f"{titre} {more}".strip()[:400]


def without_places(text: str, draft: Draft) -> str:
    """A text without the names of the place: an action is near another by what it does, not by where."""
    for value in draft.of("lieu", proposals=False):
        for name in re.findall(r"[A-ZÀ-Ý][\w'’-]+", str(value.valeur)):
            text = re.sub(rf"\b{re.escape(name)}\b", " ", text)
    return text
