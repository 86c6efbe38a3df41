"""The draft as lines to show: fields of the form in order, their values, their findings. No widget here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.fiche import CHAMPS, Budget, Contributions, LigneBudget, Periode, Personne

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.drafts.model import Contenu, Draft, Valeur
    from assistant.validation.model import Constat, Validation
    from corpus.models import Citation, Passage

_PRIORITY = ("a_verifier", "propose", "modifie", "accepte")


def _title(model: type[Periode | Budget | Contributions], name: str) -> str:
    return model.model_fields[name].title or name


PART_LABELS: dict[str, str] = {
    "echeances.debut": _title(Periode, "debut"),
    "echeances.fin": _title(Periode, "fin"),
    "budget.periode.debut": f"Budget · {_title(Periode, 'debut').lower()}",
    "budget.periode.fin": f"Budget · {_title(Periode, 'fin').lower()}",
    "budget.charges": f"Budget · {_title(Budget, 'charges').lower()}",
    "budget.produits": f"Budget · {_title(Budget, 'produits').lower()}",
    "budget.contributions.emplois": f"Budget · {_title(Contributions, 'emplois').lower()}",
    "budget.contributions.ressources": f"Budget · {_title(Contributions, 'ressources').lower()}",
}
"""Labels of the dotted parts of a field, from the models."""
SINGLE = frozenset(cle for cle, champ in CHAMPS.items() if champ.nature == "texte") | frozenset(
    part for part in PART_LABELS if part.endswith(("debut", "fin"))
)
"""Fields that hold one value."""


@dataclass(frozen=True, slots=True)
class FieldRows:
    """One field of the form: its label, its state, its values and what validation says of it."""

    champ: str
    label: str
    required: bool
    state: str
    values: tuple[Valeur, ...]
    findings: tuple[Constat, ...]
    total: str = ""

    def replaced(self, value: Valeur) -> Valeur | None:
        """The settled value a proposal would replace, in a field that holds one value."""
        if self.champ not in SINGLE or value.etat != "propose":
            return None
        return next((v for v in self.values if v.etat != "propose"), None)


def parts_of(cle: str) -> tuple[str, ...]:
    """The keys values may have in a field: itself, or its dotted parts."""
    if CHAMPS[cle].nature in ("echeances", "budget"):
        return tuple(part for part in PART_LABELS if part.startswith(f"{cle}."))
    return (cle,)


def label_of(champ: str) -> str:
    """The French label of a key or of a dotted part."""
    return PART_LABELS.get(champ) or (CHAMPS[champ].libelle if champ in CHAMPS else champ)


def help_of(champ: str) -> str:
    """The help of the form for a field."""
    return CHAMPS[champ.split(".", maxsplit=1)[0]].aide


def field_rows(draft: Draft, validation: Validation | None = None) -> list[FieldRows]:
    """Every field of the form in order, with its values that count."""
    findings = validation.constats if validation else []
    return [_one(draft, part, cle, findings) for cle in CHAMPS for part in parts_of(cle)]


def _one(draft: Draft, part: str, cle: str, findings: Sequence[Constat]) -> FieldRows:
    values = tuple(draft.of(part))
    states = {v.etat for v in values}
    state = next((s for s in _PRIORITY if s in states), "vide")
    first = part == parts_of(cle)[0]
    mine = tuple(c for c in findings if c.champ == part or (first and c.champ == cle))
    return FieldRows(part, label_of(part), CHAMPS[cle].obligatoire, state, values, mine, _total(values))


def _total(values: Sequence[Valeur]) -> str:
    amounts = [v.valeur.montant for v in values if isinstance(v.valeur, LigneBudget)]
    return euros(sum(amounts, start=amounts[0] * 0)) if amounts else ""


def euros(amount: object) -> str:
    """An amount as French writes it: ``12 500,50 €``."""
    text = f"{amount:,.2f}".replace(",", "\u00a0").replace(".", ",").removesuffix(",00")
    return f"{text}\u00a0€"


def plain(value: Contenu) -> str:
    """A value in one readable line."""
    if isinstance(value, Personne):
        return ", ".join(p for p in (value.nom, value.fonction, value.structure, value.mail) if p) or "—"
    if isinstance(value, LigneBudget):
        return f"{post(value)}\u00a0: {euros(value.montant)}"
    return value


def post(line: LigneBudget) -> str:
    """What a line of the budget is for."""
    return " · ".join(part for part in (line.poste, line.sous_poste, line.libelle) if part)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One passage: its citation, its mark in the current answer, the values of the draft that rest on it."""

    citation: Citation
    mark: int | None
    uses: tuple[Valeur, ...]


def citation_of(passage: Passage) -> Citation:
    """The citation of a passage found."""
    from corpus.models import Citation

    return Citation(
        document=passage.document,
        ligne_debut=passage.ligne_debut,
        ligne_fin=passage.ligne_fin,
        page=passage.page,
        section=passage.section,
        extrait=passage.extrait,
    )


def place(citation: Citation) -> tuple[str, int, int]:
    """What makes two citations the same passage."""
    return citation.document, citation.ligne_debut, citation.ligne_fin


def source_rows(draft: Draft | None, answer: Sequence[Citation]) -> list[SourceRow]:
    """The passages of the current answer, then those of the draft, each once."""
    marks: dict[tuple[str, int, int], tuple[int | None, Citation]] = {}
    for rank, citation in enumerate(answer, start=1):
        marks.setdefault(place(citation), (getattr(citation, "rang", rank), citation))
    uses: dict[tuple[str, int, int], list[Valeur]] = {}
    for value in draft.valeurs if draft else []:
        if value.citation and value.etat != "refuse":
            uses.setdefault(place(value.citation), []).append(value)
            marks.setdefault(place(value.citation), (None, value.citation))
    return [SourceRow(citation, mark, tuple(uses.get(key, ()))) for key, (mark, citation) in marks.items()]
