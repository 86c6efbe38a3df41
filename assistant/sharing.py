"""The index a team shares, as a setting: where it is, with what token, and what the coordinator is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.progress import OnProgress
    from corpus.search.reranking import Reranker
    from corpus.sharing import SharedCorpus
    from corpus.vectors import Embedder

LOCAL = "local"
"""The value of ``--chroma`` for the index of this machine, whatever the settings say."""
TOKEN_VARIABLE = "FICHES_CHROMA_JETON"  # noqa: S105 - the name of a variable
NOTICE = (
    "Avec un index partagé, le texte des conventions que vous indexez, vos corrections et leurs vecteurs sont sur le "
    "serveur {origin} et chez vos collègues. Vos questions n'y vont que sous forme de nombres, quand le corpus est "
    "très grand ; vos demandes et vos brouillons restent sur ce poste."
)


def shared_url(given: str | None, settled: str | None) -> str | None:
    """The address of the shared index to use: the one given, else the one of the settings; ``None`` for none."""
    chosen = (given if given is not None else settled or "").strip()
    return None if chosen in ("", LOCAL) else chosen


def notice(url: str) -> str:
    """What leaves this machine with a shared index."""
    from corpus.addresses import origin_of

    return NOTICE.format(origin=origin_of(url))


def shared_corpus(
    data: Path,
    url: str,
    model: str | None = None,
    *,
    embedder: Embedder | None = None,
    reranker: Reranker | None = None,
    on_progress: OnProgress | None = None,
) -> SharedCorpus:
    """Open the index shared at an address, with the token kept for it; raises ``UsageError`` or ``CorpusError``."""
    from assistant.keys import find_key
    from corpus.addresses import origin_of
    from corpus.sharing import checked_address, open_shared

    address = checked_address(url)
    key = find_key(origin_of(address.url), TOKEN_VARIABLE, data)
    if key is not None:
        address = checked_address(url, key.secret)
    return open_shared(data, address, model, embedder=embedder, reranker=reranker, on_progress=on_progress)
