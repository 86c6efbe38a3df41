"""What identifies a convention, as its text states it; what the text does not state stays empty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.extraction.carte_axes import find_axes
from corpus.extraction.carte_checks import contradictions
from corpus.extraction.carte_dates import Period, signature_dates, stated_period, title_period
from corpus.extraction.carte_parties import find_parties, is_caf
from corpus.extraction.carte_sigles import find_sigles
from corpus.extraction.carte_territoire import find_caf, find_territoire
from corpus.models import Carte
from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.models import ReadDocument, Section, Span

_TYPES = (
    ("ctg", r"convention territoriale globale|\bctg\b"),
    ("cls", r"contrat local de sante|\bcls\b"),
    ("projet_social", r"projet social"),
    ("contrat_de_ville", r"contrat de ville"),
    ("contrat", r"\bcontrat\b"),
    ("convention", r"\bconvention\b"),
)


def read_carte(document: ReadDocument, sections: Sequence[Section]) -> Carte:
    """The card of a document: title, territory, Caf, period, signatories, axes, abbreviations, contradictions."""
    titre, titre_source = _titre(document, sections)
    parties = find_parties(document, sections)
    period = stated_period(document, sections)
    years = title_period(titre, titre_source)
    start, end = period.start or years.start, period.end or years.end
    signed = signature_dates(document, sections)
    axes, axes_source = find_axes(document, sections)
    territoire, territoire_source = find_territoire(document, sections, parties)
    caf, caf_source = find_caf(document, parties)
    sources = {
        "titre": titre_source,
        "territoire": territoire_source,
        "caf": caf_source,
        "periode_debut": start.source if start else None,
        "periode_fin": end.source if end else None,
        "signataires": document.span(parties[0].first, parties[-1].last) if parties else None,
        "date_signature": signed[0].source if signed else None,
        "axes": axes_source,
    }
    return Carte(
        titre=titre,
        territoire=territoire,
        caf=caf,
        periode_debut=start.text if start else None,
        periode_fin=end.text if end else None,
        signataires=tuple(party.name for party in parties),
        date_signature=signed[0].text if signed else None,
        axes=axes,
        type=_type(titre, document, has_caf=any(is_caf(p.name) for p in parties)),
        sigles=find_sigles(document, parties),
        sources={champ: source for champ, source in sources.items() if source},
        contradictions=contradictions(
            document, sections, Period(period.start, period.end, period.years), years, signed
        ),
    )


def _titre(document: ReadDocument, sections: Sequence[Section]) -> tuple[str | None, Span | None]:
    """The title and the lines that bear it, from the title page."""
    section = next((s for s in sections if s.kind == "titre"), None)
    if section is None:
        return None, None
    wanted = fold(section.title)
    bearing = [
        line.number
        for line in document.lines[section.source.ligne_debut - 1 : section.source.ligne_fin]
        if line.text.strip() and fold(re.sub(r"\*\*|^#+", "", line.text)) in wanted
    ]
    if not bearing:
        return section.title, document.span(section.source.ligne_debut, section.source.ligne_debut)
    first = bearing[0]
    last = max(n for n in bearing if n <= first + 6)
    return section.title, document.span(first, last)


def _type(titre: str | None, document: ReadDocument, *, has_caf: bool) -> str | None:
    """The type of a document, from its title; a document without title has none."""
    if titre is None:
        return None
    folded = fold(titre)
    hits = [(m.start(), rank) for rank, (_, pattern) in enumerate(_TYPES) if (m := re.search(pattern, folded))]
    kind = _TYPES[min(hits)[1]][0] if hits else "autre"
    if kind in ("convention", "contrat"):
        head = fold(document.text(1, 40))
        kind = "ctg" if has_caf and "convention territoriale globale" in head else kind
    return kind
