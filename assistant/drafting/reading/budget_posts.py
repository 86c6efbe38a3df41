"""A line of a budget and the post of the form it goes to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.drafting.lexicon import budget as posts
from assistant.drafting.reading.text import same_length_fold
from corpus.fiche import LigneBudget

_TOTAL = re.compile(
    r"\b(?:budget|cout|montant|enveloppe|total)\b(?:\s+(?:total|global|previsionnel|estime"
    r"|annuel|du projet|de l'action|des charges|des depenses))*"
)


_FUNDER = re.compile(
    r"\b(?:caf|msa|departement|region|etat|fse|feder|fonds propres|autofinancement|communes?"
    r"|mairie|ville|ars|cd ?\d\d)\b"
)


@dataclass(slots=True)
class Line:
    """An amount with the words that name it, on one side of the budget."""

    label: str
    amount: Decimal
    produit: bool
    written: str = ""
    worked_out: str = ""
    """How the amount is written, when its figures are not in the request (« 20 k€ », « le reste »)."""
    in_kind: bool = False
    """Whether nothing is paid: voluntary work, a room lent."""


def is_total(label: str, folded: str) -> bool:
    """Whether an amount is the total of the budget rather than one of its lines."""
    bare = same_length_fold(label)
    if _TOTAL.fullmatch(bare) or bare in {"total", "montant", "budget", "tout"}:
        return True
    return bool(re.match(r"(?:le )?(?:budget|cout|total)\b", folded.strip()) and _TOTAL.match(bare))


IN_KIND = re.compile(
    r"\bvaloris\w*|\bbenevol\w+|\ben nature\b|\ba titre gra(?:tuit|cieux)\b|\bgracieuse?ment\b|\bgratuite?ment\b"
    r"|\bcontributions? volontaires?\b|\b(?:prete|pret|mise? a disposition) (?:gratuite?|gracieu\w+)"
)
"""What is given rather than paid, in a folded text."""
_GIFTS = (
    (re.compile(r"benevol"), "Personnel bénévole", "Bénévolat"),
    (re.compile(r"\bdons?\b|denree|secours"), "Secours en nature", "Dons en nature"),
    (
        re.compile(r"pret|dispo|salle|locaux|local|terrain|vehicule|materiel"),
        "Mise à disposition gratuite de biens et services",
        "Prestations en nature",
    ),
)


def gifts(line: Line) -> tuple[tuple[str, LigneBudget, str], ...]:
    """What is given stands on both sides of the contributions in kind, for the same amount."""
    bare = same_length_fold(line.label)
    used, given = next(
        ((u, g) for pattern, u, g in _GIFTS if pattern.search(bare)), ("Prestations", "Prestations en nature")
    )
    return tuple(
        (
            f"budget.contributions.{side}",
            LigneBudget(poste=poste, sous_poste=None, libelle=line.label, montant=line.amount),
            f"« {line.label} » : valorisé des deux côtés des contributions en nature, hors du budget",
        )
        for side, poste in (("emplois", used), ("ressources", given))
    )


_WHAT = re.compile(
    rf"(?:le |un )?(?:{_TOTAL.pattern})\s+(?:de |d'|du |des |pour (?:l'achat d(?:e |u |es |'))?(?:la |le |les "
    rf"|l')?)(?P<w>.+)"
)


def share_of_total(label: str) -> str:
    """« coût total de prestations d'intervenants »: what the total pays, when it is one kind of charge."""
    match = _WHAT.fullmatch(same_length_fold(label))
    paid = match is not None and any(pattern.search(match["w"]) for pattern, _, _ in posts.CHARGES)
    return label[match.start("w") :] if match and paid else ""


def is_produit(label: str, side: bool | None, folded: str) -> bool:
    """Whether a line is money that comes in: by its words, else by the side already open."""
    bare = same_length_fold(label)
    if side is False and _FUNDER.search(bare) and not any(p.search(bare) for p, _, _ in posts.CHARGES):
        return True
    if side is not None:
        return side
    if re.search(r"\b(?:de|par|a) la (?:caf|msa|commune|ville|region)\b|fonds propres", folded):
        return True
    charge = any(p.search(bare) for p, _, _ in posts.CHARGES)
    produit = any(p.search(bare) for p, _, _ in posts.PRODUITS)
    return produit and not charge


def filed(line: Line) -> tuple[str, LigneBudget, str]:
    """The line under its post of the form; an unknown kind of line goes to the general post, and this is told."""
    bare = same_length_fold(line.label)
    table = posts.PRODUITS if line.produit else posts.CHARGES
    champ = "budget.produits" if line.produit else "budget.charges"
    for pattern, poste, sous_poste in table:
        if pattern.search(bare):
            found = LigneBudget(poste=poste, sous_poste=sous_poste, libelle=line.label, montant=line.amount)
            return champ, found, f"« {line.label} » rangé dans « {sous_poste or poste} »"
    poste = posts.SUBVENTIONS if line.produit else posts.GESTION
    found = LigneBudget(poste=poste, sous_poste=None, libelle=line.label, montant=line.amount)
    return champ, found, f"« {line.label} » : poste à vérifier, rangé par défaut dans « {poste} »"


def euros(amount: Decimal) -> str:
    """An amount as it is written in French, thousands apart."""
    whole = f"{amount:,.2f}".replace(",", "\u202f").replace(".", ",")
    return f"{whole.removesuffix(',00')} €"
