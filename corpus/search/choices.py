"""The filters a coordinator sets, checked against what the corpus holds: a mistake is said with what exists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.errors import UsageError
from corpus.models import Filters
from corpus.text.folding import fold, words
from corpus.themes import theme_named

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.catalogue import Catalogue, DocumentEntry
    from corpus.models import Carte

_PERIOD = re.compile(r"\s*((?:19|20)\d\d)(?:\s*(?:-|–|à|a|/|au)\s*((?:19|20)\d\d))?\s*", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_TOLD = 12
"""Names given in a message."""


def period_of(text: str) -> tuple[int, int]:
    """The years of ``2023`` or ``2022-2025``; raises :class:`UsageError`."""
    found = _PERIOD.fullmatch(text)
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
    if first > last:
        raise UsageError(
            f"« {text} » n'est pas une période.", "Donnez une année ou deux, par exemple 2023 ou 2022-2025."
        )
    return first, last


def settled(filters: Filters, catalogue: Catalogue, meant: Callable[[str], Sequence[str]]) -> Filters:
    """The same filters with the names of the corpus; raises :class:`UsageError` for a value that matches nothing.

    ``meant(name)`` gives the documents a name means: a territory may be given by its abbreviation.
    """
    if filters == Filters(fiches_seulement=filters.fiches_seulement):
        return filters
    read = [entry for entry in catalogue.documents() if entry.state == "lu"]
    names = [entry.name for entry in read]
    if filters.periode and not catalogue.passage_keys(Filters(periode=filters.periode)):
        raise UsageError(f"Aucune convention du corpus ne court en {_shown(filters.periode)}.", _periods(read))
    territories = [found for asked in filters.territoires for found in _territories(asked, read, meant)]
    return filters.model_copy(
        update={
            "documents": tuple(dict.fromkeys(_document(name, names) for name in filters.documents)),
            "territoires": tuple(dict.fromkeys(territories)),
            "themes": tuple(dict.fromkeys(theme_named(theme).key for theme in filters.themes)),
        }
    )


def undated(filters: Filters, catalogue: Catalogue) -> list[str]:
    """The documents a period leaves aside because they state none."""
    if not filters.periode:
        return []
    return [e.name for e in catalogue.documents() if e.state == "lu" and _years(e.carte) == (None, None)]


def _document(asked: str, names: Sequence[str]) -> str:
    """The document of that name, or the only one whose name holds these words."""
    if asked in names:
        return asked
    near = [name for name in names if fold(asked) in fold(name)]
    if asked.strip() and len(near) == 1:
        return near[0]
    problem = "désigne plusieurs documents" if asked.strip() and near else "n'est pas dans le corpus"
    raise UsageError(f"« {asked} » {problem}.", f"Documents : {_list(near or names)}.")


def _territories(asked: str, entries: Sequence[DocumentEntry], meant: Callable[[str], Sequence[str]]) -> Sequence[str]:
    """A territory as it is given when some name holds it, else those its words mean."""
    known = {entry.name: entry.carte.territoire for entry in entries if entry.carte.territoire}
    if words(asked) and any(fold(asked) in fold(territory) for territory in known.values()):
        return [asked]
    found = [territory for document in meant(asked) if (territory := known.get(document))]
    if not found:
        raise UsageError(
            f"Aucune convention du corpus n'est celle de « {asked} ».", f"Territoires : {_list(list(known.values()))}."
        )
    return found


def _year(moment: str | None) -> int | None:
    found = _YEAR.search(moment or "")
    return int(found[0]) if found else None


def _years(carte: Carte) -> tuple[int | None, int | None]:
    return _year(carte.periode_debut), _year(carte.periode_fin)


def _shown(period: tuple[int, int]) -> str:
    return "-".join(dict.fromkeys(map(str, period)))


def _periods(entries: Sequence[DocumentEntry]) -> str:
    dated = [(e.carte.territoire or e.name, _years(e.carte)) for e in entries if _years(e.carte) != (None, None)]
    return f"Périodes : {_list([f'{name} {_span(years)}' for name, years in dated])}."


def _span(years: tuple[int | None, int | None]) -> str:
    first, last = years
    return f"{first}-{last}" if first and last else f"depuis {first}" if first else f"jusqu'en {last}"


def _list(names: Sequence[str]) -> str:
    told = sorted(dict.fromkeys(names))
    return ", ".join([*told[:_TOLD], *(["…"] if len(told) > _TOLD else [])]) or "aucun"
