"""The chain from objectives and effects to indicators: which are followed by one, which proposed one could follow."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from assistant.drafting.lexicon.verbs import SHARED
from assistant.validation.texts import items
from corpus.text.french import stems

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.fiche import FicheAction

FOLLOWED = ("objectifs_operationnels", "effets_attendus")
"""The fields whose items an indicator should follow."""
_NO_LINK = "action actions projet territoire mise place nombre public développer renforcer créer permettre"


@cache
def _no_link() -> frozenset[str]:
    """Stems that two lines may share without speaking of the same thing."""
    return frozenset(stems(_NO_LINK))


def unfollowed(fiche: FicheAction, champ: str) -> list[str]:
    """The items of a field that no indicator takes up by a word; none while there is no indicator at all.

    An item made of words any action uses (« Partager les pratiques ») is left alone: nobody would measure it.
    """
    indicators = items(fiche, "indicateurs")
    return [text for text in items(fiche, champ) if indicators and not follows(text, indicators)]


def follows(text: str, indicators: Iterable[str]) -> bool:
    """Whether some indicator shares a telling word with a text."""
    own = set(stems(text))
    if not own - SHARED:
        return True
    own -= _no_link()
    return any(own & set(stems(indicator)) for indicator in indicators)


def followers(text: str, indicators: Iterable[str]) -> list[str]:
    """The indicators that share a word of its own matter with a text."""
    own = set(stems(text)) - SHARED
    return [indicator for indicator in indicators if own & set(stems(indicator))]
