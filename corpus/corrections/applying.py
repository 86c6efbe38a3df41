"""Putting corrections into extracted fiches: the words are the person's, the lines stay those of the document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from corpus.corrections.finding import match
from corpus.corrections.locating import locate
from corpus.corrections.model import Correction
from corpus.corrections.spans import lines_of, spans_of
from corpus.fiche import FicheAction
from corpus.models import ExtractedFiche, Extraction, FieldSource, ReadDocument, Span


def as_read(found: ExtractedFiche) -> ExtractedFiche:
    """A fiche as the extractor read it, without any correction."""
    return found.lue or found


def apply(extraction: Extraction, document: ReadDocument, corrections: Sequence[Correction], sha256: str) -> Extraction:
    """The extraction with its corrections; those whose fiche is gone wait, see :func:`lost`."""
    fiches = [as_read(found) for found in extraction.fiches]
    for rank, chosen in _by_fiche(fiches, corrections, sha256).items():
        fiches[rank] = _corrected(fiches[rank], document, chosen)
    return extraction.model_copy(update={"fiches": tuple(fiches)})


def lost(extraction: Extraction, corrections: Iterable[Correction], sha256: str) -> list[Correction]:
    """The corrections of a document whose fiche is no longer found in it."""
    fiches = [as_read(found) for found in extraction.fiches]
    return [one for one in corrections if match(one.fiche, fiches, same_file=one.sha256 == sha256) is None]


def _by_fiche(
    fiches: Sequence[ExtractedFiche], corrections: Iterable[Correction], sha256: str
) -> dict[int, list[Correction]]:
    chosen: dict[int, list[Correction]] = {}
    for one in corrections:
        rank = match(one.fiche, fiches, same_file=one.sha256 == sha256)
        if rank is not None:
            chosen.setdefault(rank, []).append(one)
    return chosen


def _corrected(read: ExtractedFiche, document: ReadDocument, corrections: Sequence[Correction]) -> ExtractedFiche:
    data = read.fiche.model_dump(mode="json")
    sources = list(read.sources)
    for one in corrections:
        before, after = data.get(one.champ), _content(one, data.get(one.champ))
        if after == before:
            continue
        kept = [source for source in sources if _top(source) == one.champ]
        place = sources.index(kept[0]) if kept else len(sources)
        made = _sources(one.champ, before, after, kept, read, document)
        sources = [source for source in sources if source not in kept]
        sources[place:place] = made
        data[one.champ] = after
    return ExtractedFiche(
        fiche=FicheAction.model_validate(data),
        source=read.source,
        sources=tuple(sources),
        non_lus=_unread(read, sources, document),
        lue=read,
    )


def _content(correction: Correction, before: Any) -> Any:  # noqa: ANN401 - the JSON of a field
    if correction.mode == "remplace":
        return correction.valeur
    items = list(before or [])
    return items + [item for item in correction.valeur or [] if item not in items]


def _top(source: FieldSource) -> str:
    return source.champ.partition(".")[0]


def _sources(
    champ: str,
    before: Any,  # noqa: ANN401 - the JSON of a field
    after: Any,  # noqa: ANN401
    kept: Sequence[FieldSource],
    read: ExtractedFiche,
    document: ReadDocument,
) -> list[FieldSource]:
    """Where each value of a corrected field stands; nothing for a field that was emptied."""
    if not isinstance(after, list):
        span = _hull(kept, document) or locate(_words(after), read, document) or _head(read, document)
        return [FieldSource(champ=champ, source=span, corrige=True)] if _words(after) else []
    olds = before if isinstance(before, list) else []
    by_rank = {source.rang: source for source in kept}
    made: list[FieldSource] = []
    for rank, item in enumerate(after):
        if item in olds and olds.index(item) in by_rank:
            made.append(by_rank[olds.index(item)].model_copy(update={"rang": rank}))
            continue
        same_rank = by_rank[rank].source if len(olds) == len(after) and rank in by_rank else None
        span = same_rank or locate(_words(item), read, document) or _hull(kept, document) or _head(read, document)
        made.append(FieldSource(champ=champ, rang=rank, source=span, corrige=True))
    return made


def _head(read: ExtractedFiche, document: ReadDocument) -> Span:
    """Where a value stands that no line says: at the title of its fiche."""
    titles = [source for source in read.sources if source.champ == "titre"]
    return _hull(titles, document) or document.span(read.source.ligne_debut, read.source.ligne_debut)


def _words(value: Any) -> str:  # noqa: ANN401 - the JSON of a value
    return " ".join(str(part) for part in value.values() if part) if isinstance(value, dict) else str(value or "")


def _hull(sources: Sequence[FieldSource], document: ReadDocument) -> Span | None:
    """The lines from the first to the last of some sources."""
    if not sources:
        return None
    spans = [source.source for source in sources]
    return document.span(min(s.ligne_debut for s in spans), max(s.ligne_fin for s in spans))


def _unread(read: ExtractedFiche, sources: Sequence[FieldSource], document: ReadDocument) -> tuple[Span, ...]:
    """The unread lines: those of a value that was taken out join them, those of one that was found leave them."""
    claimed = lines_of(source.source for source in sources)
    released = lines_of(source.source for source in read.sources) - claimed
    unread = (lines_of(read.non_lus) | released) - claimed
    return spans_of(unread, document)
