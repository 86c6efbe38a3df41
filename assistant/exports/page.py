"""The fiche as a reader sees it, before any file format: labelled rows, notes, budget, open points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.drafts.contents import label
from assistant.drafts.model import PARTS
from assistant.exports.budget_table import budget_rows
from assistant.validation.typography import short, unbreakable
from corpus.fiche import CHAMPS, LigneBudget, Personne
from corpus.text.cleaning import clean_line

if TYPE_CHECKING:
    from assistant.exports.budget_table import BudgetRow
    from assistant.exports.contract import FicheExportee, Provenance
    from corpus.models import Citation

_QUOTED = 240
_ORIGINS = {"utilisateur": "écrit par la coordination d'après", "corpus": "tiré de", "modele": "formulé d'après"}
HEAD_FIELDS = ("numero", "axe", "titre")
UNFINISHED = "BROUILLON : ce document n'est pas achevé, il n'engage personne."


@dataclass(frozen=True, slots=True)
class Item:
    """One value of a row; ``note`` is the text of its source, or empty; ``proposed`` that nobody accepted it."""

    text: str
    note: str = ""
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A field of the form: its label and its values, none when it is empty."""

    champ: str
    label: str
    items: tuple[Item, ...]
    is_list: bool


@dataclass(frozen=True, slots=True)
class Page:
    """Everything a writer lays out."""

    export: FicheExportee
    title: str
    rows: tuple[Row, ...]
    budget: tuple[BudgetRow, ...]
    budget_title: str
    banner: str
    open_points: tuple[str, ...]
    footer: str


def make_page(export: FicheExportee) -> Page:
    """Lay out an export in the order of the form."""
    fiche = export.fiche
    unfinished = export.brouillon
    points = [f"{p.nature} : {p.texte}" for p in unfinished.points_ouverts] if unfinished else []
    return Page(
        export=export,
        title=clean_line(_title(fiche.numero, fiche.titre)),
        rows=tuple(_rows(export)),
        budget=tuple(budget_rows(fiche.budget)) if fiche.budget else (),
        budget_title=CHAMPS["budget"].libelle,
        banner=unbreakable(UNFINISHED) if unfinished else "",
        open_points=tuple(unbreakable(clean_line(point)) for point in points),
        footer=unbreakable(_footer(export)),
    )


def _title(numero: str | None, titre: str | None) -> str:
    head = f"Fiche action n°\u00a0{numero}" if numero else "Fiche action"
    return f"{head} – {titre}" if titre else head


def _rows(export: FicheExportee) -> list[Row]:
    items: dict[str, list[Item]] = {}
    proposed = set(export.brouillon.propositions) if export.brouillon else set()
    for rank, row in enumerate(export.provenance):
        items.setdefault(row.champ, []).append(Item(content_text(row), source_note(row), rank in proposed))
    rows: list[Row] = []
    for cle, champ in CHAMPS.items():
        if champ.nature == "budget":
            continue
        parts = [part for part in PARTS if part.startswith(f"{cle}.")]
        found = [_labelled(part, item) for part in parts for item in items.get(part, [])] or items.get(cle, [])
        if found or champ.obligatoire:
            rows.append(Row(cle, champ.libelle, tuple(found), champ.nature in ("liste", "personnes")))
    return rows


def _labelled(part: str, item: Item) -> Item:
    return Item(unbreakable(f"{label(part)} : {item.text}"), item.note, item.proposed)


def content_text(row: Provenance) -> str:
    """A value in one line, whatever its shape."""
    content = row.valeur
    if isinstance(content, Personne):
        return clean_line(
            ", ".join(part for part in (content.nom, content.fonction, content.structure, content.mail) if part)
        )
    if isinstance(content, LigneBudget):
        name = " – ".join(part for part in (content.poste, content.sous_poste, content.libelle) if part)
        return unbreakable(clean_line(f"{name} : {content.montant} €"))
    return clean_line(" ".join(content.split()))


def source_note(row: Provenance) -> str:
    """Where a cited value comes from, in one line; empty when it is the coordinator's own."""
    if row.citation is None:
        return ""
    said = f"{_ORIGINS[row.origine].capitalize()} {place(row.citation)} : « {short(row.citation.extrait, _QUOTED)} »"
    return unbreakable(clean_line(said))


def place(citation: Citation) -> str:
    """A document, its page and its lines, in words."""
    first, last = citation.ligne_debut, citation.ligne_fin
    lines = f"ligne {first}" if first == last else f"lignes {first} à {last}"
    page = f", page {citation.page}" if citation.page else ""
    return f"{citation.document}{page}, {lines}"


def _footer(export: FicheExportee) -> str:
    made = export.genere
    return (
        f"Version : exportée le {made.le.astimezone():%d/%m/%Y à %H:%M} par {made.logiciel} (moteur {made.moteur}). "
        f"Complétude : {export.validation.completude:.0%}. "
        "Une valeur sans note est de la main de la coordination."
    )
