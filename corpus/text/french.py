"""Words of French worth indexing: stop words out, the rest reduced to Snowball stems."""

from __future__ import annotations

import threading
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.text.folding import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable

STOP_WORDS = frozenset(
    fold(
        """a afin ai ainsi alors apres au aucun aucune aussi autre autres aux avant avec avoir c car ce ceci cela
        celle celles celui cependant certain certaines certains ces cet cette ceux chaque chez ci comme comment d
        dans de dedans depuis des donc dont du durant elle elles en encore entre es est et etaient etait etant ete
        etre eu eux faire fait font fut hors ici il ils j je jusqu jusque l la le les leur leurs lors lorsque lui m
        ma mais me meme memes mes mettre moi moins mon n ne ni non nos notamment notre nous on ont ou par parce pas
        pendant peu peut peuvent plus plusieurs pour pourquoi qu quand que quel quelle quelles quelqu quels qui
        quoi s sa sans se selon sera seront ses si soit son sont sous sur t ta te tes toi ton tous tout toute
        toutes tres tu un une vers vos votre vous y"""
    ).split()
)


_STEMMING = threading.Lock()
"""The stemmer keeps the word it works on: one thread at a time."""


@lru_cache(maxsize=1)
def _stemmer() -> object:
    import snowballstemmer

    return snowballstemmer.stemmer("french")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The Snowball stem of a word, folded, so that accents and plurals do not matter."""
    accented = unicodedata.normalize("NFC", word.lower())
    with _STEMMING:
        stemmed: str = _stemmer().stemWord(accented)  # type: ignore[attr-defined]
    return fold(stemmed)


def stems(text: str, *, keep_stop_words: bool = False) -> list[str]:
    """The stems of the informative words of a text, in order.

    Words are folded before they are stemmed, so that a text without accents gives the same stems.
    """
    return [stem(w) for w in words(text) if keep_stop_words or w not in STOP_WORDS]


def informative(tokens: Iterable[str]) -> list[str]:
    """The words that are not stop words, in order."""
    return [token for token in tokens if fold(token) not in STOP_WORDS]
