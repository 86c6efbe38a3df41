"""What the corpus screen writes: a document, its card, its fiches and the rows of its plan."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets.option_list import Option

from tui import texts
from tui.glyphs import STATES
from tui.hanging import Fit, Hanging, row
from tui.rendering import lines_of
from tui.shortening import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.records import DocumentRow, FicheRow

PLAN = "plan"
"""What stands for the number of a row of the plan."""
LONGEST_SIGNATORIES = 140


def document_content(document: DocumentRow) -> Hanging:
    """A document: its name, its state in words, what was found in it."""
    sign = STATES["accepte" if document.lu else "a_verifier"]
    state = texts.DOCUMENT_READ if document.lu else texts.DOCUMENT_FAILED
    found = [
        texts.counted(document.fiches, "fiche", "fiches"),
        texts.counted(document.lignes_plan, "ligne de plan", "lignes de plan"),
    ]
    parts = [shorten(document.territoire), *found] if document.lu else [shorten(document.motif)]
    detail = Content.styled(" · ".join(part for part in parts if part), "$sourdine")
    name = Fit(document.nom, f"  {state}", "bold", sign.style)
    return Hanging([row(f"{sign.glyph} ", name, sign.style), row("  ", detail)])


def card_content(document: DocumentRow) -> Hanging:
    """What is told of a document: who, when, from where, and what the reader warns of."""
    rows = [row("", Fit(document.nom, "", "bold $text-primary"))]
    rows += [row("  ", text) for text in _card(document) if text]
    if document.chemin:
        rows.append(row("  ", Fit(document.chemin, "", "$sourdine")))
    sign = STATES["a_verifier"]
    problems = list(document.avis) if document.lu else [document.message or document.motif]
    rows += [row(f"  {sign.glyph} ", Content(shorten(text, 300)), sign.style) for text in problems]
    return Hanging(rows)


def _card(document: DocumentRow) -> Iterator[str]:
    """Who and when, then what was read, then who signed; each in one line."""
    caf = texts.CARD_CAF.format(name=shorten(document.caf)) if document.caf else ""
    yield _together(shorten(document.territoire, 120), document.periode, caf)
    pages = texts.counted(document.pages, "page", "pages") if document.pages else ""
    axes = texts.counted(document.axes, "axe", "axes") if document.axes else ""
    lines = texts.counted(document.lignes, "ligne", "lignes") if document.lu else ""
    when = _when(document.lu_le) if document.lu else ""
    read = texts.CARD_READ.format(date=when) if when else ""
    yield _together(document.format.lstrip(".").upper(), pages, lines, axes, read)
    if document.signataires:
        names = [shorten(name) for name in document.signataires]
        yield texts.CARD_SIGNATORIES.format(names=shorten(" ; ".join(names), LONGEST_SIGNATORIES))


def _together(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _when(stamp: str) -> str:
    try:
        return f"{dt.datetime.fromisoformat(stamp).astimezone():%d/%m/%Y %H:%M}"
    except ValueError:
        return ""


def found_options(document: DocumentRow | None, kept: Sequence[FicheRow], found: int) -> list[Option]:
    """The card of a document, then its fiches and its plan; ``found`` is how many there are without filters."""
    if document is None:
        return []
    options = [Option(card_content(document), disabled=True)]
    fiches = [(n, one) for n, one in enumerate(kept) if one.numero != PLAN]
    plan = [(n, one) for n, one in enumerate(kept) if one.numero == PLAN]
    for title, rows in ((texts.CORPUS_FICHES, fiches), (texts.CORPUS_PLAN, plan)):
        if rows:
            heading = Content.styled(f"\n{title.format(count=len(rows))}", "bold $text-primary")
            options.append(Option(heading, disabled=True))
            options += [Option(fiche_content(one), id=str(n)) for n, one in rows]
    if not kept and document.lu:
        none = texts.CORPUS_NO_MATCH if found else texts.CORPUS_NO_FICHE
        options.append(Option(Content.styled(f"\n{none}", "$sourdine"), disabled=True))
    return options


def fiche_content(fiche: FicheRow) -> Hanging:
    """A fiche, or a row of the plan, and its lines."""
    number = "·" if fiche.numero == PLAN else shorten(fiche.numero, 12) or "–"
    lines = lines_of(fiche.ligne_debut, fiche.ligne_fin)
    title = Content.assemble(shorten(fiche.titre, 160) or texts.CORRECT_UNTITLED, (f"  {lines}", "$sourdine"))
    return Hanging([row(f"  {number:<4} ", title, "bold")])
