"""Passages as ranking reads them: the places of their stems, kept from one question to the next."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from corpus.fiche import CHAMPS
from corpus.search.intent import article_numbers
from corpus.text.folding import fold
from corpus.text.french import stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.catalogue import StoredPassage
    from corpus.models import Passage

_NUMBERS = frozenset(
    stems("deux trois quatre cinq six sept huit neuf dix douze quinze vingt trente cent mille demi tiers")
)
_KEPT = 20_000
"""Views kept in memory, about 6 kB each."""


@dataclass(frozen=True, slots=True)
class PassageView:
    """One passage, ready to be compared with a question."""

    id: int
    key: str
    passage: Passage
    body: dict[str, tuple[int, ...]]
    """The positions of each stem of the extract."""
    context: frozenset[str]
    title: frozenset[str]
    """The stems of its own heading, of its fiche and of its field."""
    heading: str
    """Its last two headings, folded."""
    numbers: tuple[int, ...]
    """The positions of its numbers, in digits or in letters."""
    length: int
    """Informative words of the extract."""
    articles: tuple[str, ...]
    """Articles and annexes its headings name."""


def view_of(stored: StoredPassage, indexed: tuple[str, str]) -> PassageView:
    """Read one passage, given with the stems of its extract and of its context as they are indexed."""
    passage = stored.passage
    body: dict[str, list[int]] = {}
    found = indexed[0].split()
    for position, stem in enumerate(found):
        body.setdefault(stem, []).append(position)
    places = {stem: tuple(positions) for stem, positions in body.items()}
    path = passage.section.split(" › ")
    named = [path[-1], passage.fiche_titre or "", CHAMPS[passage.champ].libelle if passage.champ in CHAMPS else ""]
    return PassageView(
        id=stored.id,
        key=stored.key,
        passage=passage,
        body=places,
        context=frozenset(indexed[1].split()),
        title=frozenset(stem for name in named for stem in _stems_of_title(name)),
        heading=" › ".join(fold(part) for part in path[-2:]),
        numbers=tuple(n for n, stem in enumerate(found) if stem[0].isdigit() or stem in _NUMBERS),
        length=max(len(found), 1),
        articles=article_numbers(passage.section),
    )


@lru_cache(maxsize=20_000)
def _stems_of_title(title: str) -> tuple[str, ...]:
    """Headings are shared by the passages that stand under them."""
    return tuple(stems(title))


class PassageSource(Protocol):
    """Where passages are read from."""

    def passages_by_id(self, ids: Iterable[int]) -> dict[int, StoredPassage]:
        """Passages by identifier."""
        ...

    def passage_stems(self, ids: Iterable[int]) -> dict[int, tuple[str, str]]:
        """Their stems as they are indexed: of the extract, of the context."""
        ...


class Views:
    """The views of one state of the corpus; the least recently used go first."""

    def __init__(self, source: PassageSource) -> None:
        self._source = source
        self._kept: OrderedDict[int, PassageView] = OrderedDict()
        self._guard = threading.Lock()

    def get(self, ids: Iterable[int]) -> list[PassageView]:
        """The views of some passages, in the order asked."""
        wanted = list(dict.fromkeys(ids))
        with self._guard:
            return self._got(wanted)

    def _got(self, wanted: Sequence[int]) -> list[PassageView]:
        missing = [number for number in wanted if number not in self._kept]
        told = self._source.passage_stems(missing)
        fresh = {n: view_of(s, told[n]) for n, s in self._source.passages_by_id(missing).items() if n in told}
        found = [view for number in wanted if (view := fresh.get(number) or self._kept.get(number))]
        for view in found:
            self._kept[view.id] = view
            self._kept.move_to_end(view.id)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return found
