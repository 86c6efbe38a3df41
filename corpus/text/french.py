"""Words of French worth indexing: stop words out, the rest reduced to Snowball stems.

A sigle is kept as it is (``PS`` is no ``p``), and a table kept by hand parts the words that Snowball mixes up
(``communes`` and ``communication``) or joins a word with the plural it loses (``lieu`` and ``lieux``).
"""

from __future__ import annotations

import threading
import unicodedata
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from corpus.text.acronyms import acronyms
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


@lru_cache(maxsize=1)
def _exceptions() -> dict[str, str]:
    """The stems that are not Snowball's, by folded word."""
    table = resources.files("corpus.text").joinpath("stems.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return {word: given for given, listed in rows for word in listed.split()}


def _kept(word: str) -> str | None:
    """A folded word that is not to be cut: a sigle of the table, singular or plural, or a word of two letters."""
    if len(word) <= 2 or word in acronyms():
        return word
    singular = word.removesuffix("s")
    return singular if len(singular) >= 3 and singular != word and singular in acronyms() else None


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of a word, folded, so that accents and plurals do not matter: Snowball's, save for exceptions."""
    folded = fold(word)
    known = _exceptions().get(folded) or _kept(folded)
    if known is not None:
        return known
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
