"""Passages as ranking reads them: the places of their stems, kept from one question to the next."""

from __future__ import annotations

import threading
from collections import OrderedDict
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Protocol

from corpus.fiche import CHAMPS
from corpus.search.intent import article_numbers
from corpus.text.folding import fold
from corpus.text.french import stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.catalogue import StoredPassage

_NUMBERS = frozenset(
    stems("deux trois quatre cinq six sept huit neuf dix douze quinze vingt trente cent mille demi tiers")
)
_KEPT = 10_000
"""Views kept in memory, about 8 kB each."""


class PassageView:
    """One passage, ready to be compared with a question; what few questions ask of it is worked out when asked."""

    def __init__(self, stored: StoredPassage, indexed: tuple[str, str]) -> None:
        """Read one passage, given with the stems of its extract and of its context as they are indexed."""
        self.id = stored.id
        self.key = stored.key
        self.passage = stored.passage
        self._stems = indexed[0].split()
        self.body = frozenset(self._stems)
        """The stems of the extract."""
        self.context = frozenset(indexed[1].split())
        self._places: dict[str, list[int]] = {}
        self.length = max(len(self._stems), 1)
        """Informative words of the extract."""

    def places(self, stem: str) -> Sequence[int]:
        """The positions of a stem in the extract."""
        found = self._places.get(stem)
        if found is None:
            found = self._places[stem] = self._found(stem) if stem in self.body else []
        return found

    def _found(self, stem: str) -> list[int]:
        found, index = [], self._stems.index
        at = -1
        for _ in range(self._stems.count(stem)):
            at = index(stem, at + 1)
            found.append(at)
        return found

    @cached_property
    def title(self) -> frozenset[str]:
        """The stems of its own heading, of its fiche and of its field."""
        field = CHAMPS[self.passage.champ].libelle if self.passage.champ in CHAMPS else ""
        named = (self.passage.section.split(" › ")[-1], self.passage.fiche_titre or "", field)
        return frozenset(stem for name in named for stem in _stems_of_title(name))

    @cached_property
    def heading(self) -> str:
        """Its last two headings, folded."""
        return " › ".join(fold(part) for part in self.passage.section.split(" › ")[-2:])

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The positions of its numbers, in digits or in letters."""
        return tuple(n for n, stem in enumerate(self._stems) if stem[0].isdigit() or stem in _NUMBERS)

    @cached_property
    def articles(self) -> tuple[str, ...]:
        """Articles and annexes its headings name."""
        return article_numbers(self.passage.section)


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
        fresh = {n: PassageView(s, told[n]) for n, s in self._source.passages_by_id(missing).items() if n in told}
        found = [view for number in wanted if (view := fresh.get(number) or self._kept.get(number))]
        for view in found:
            self._kept[view.id] = view
            self._kept.move_to_end(view.id)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return found
