"""The posts of the budget form, in its order, and how a post is recognised whatever its exact wording."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType

from corpus.text.folding import fold


@dataclass(frozen=True, slots=True)
class Poste:
    """A post of the form and the folded beginnings by which it is recognised."""

    libelle: str
    debuts: tuple[str, ...]


CHARGES = (
    Poste("Achats", ("achat", "fourniture")),
    Poste("Services extérieurs", ("services ext", "service ext", "location", "entretien", "assurance", "document")),
    Poste("Autres services extérieurs", ("autres serv", "remunerations int", "honoraire", "publicite", "deplac")),
    Poste("Impôts et taxes", ("impots et taxes", "impots sur rem", "taxe")),
    Poste("Charges de personnel", ("charges de pers", "personnel", "remuneration des", "charges soc", "salaire")),
    Poste("Autres charges de gestion courante", ("autres charges",)),
    Poste("Charges financières", ("charges financ",)),
    Poste("Charges exceptionnelles", ("charges exc",)),
    Poste("Dotations aux amortissements et provisions", ("dotation aux", "dotations aux", "engagements")),
    Poste("Impôts sur les bénéfices et participation des salariés", ("impots sur les ben", "impot sur les soc")),
    Poste("Charges indirectes affectées au projet", ("charges ind", "charges fixes", "frais fin", "frais de siege")),
    Poste("Excédent prévisionnel", ("excedent", "benefice")),
)

PRODUITS = (
    Poste("Ventes et prestations de services", ("vente", "prestation", "participation des f", "participations f")),
    Poste("Dotations et produits de tarification", ("dotations et prod", "produits de tarif", "tarification")),
    Poste("Subventions d'exploitation", ("subvention",)),
    Poste("Autres produits de gestion courante", ("autres produits", "cotisation", "dons man", "mecenat")),
    Poste("Produits financiers", ("produits financ",)),
    Poste("Produits exceptionnels", ("produits exc",)),
    Poste("Reprises sur amortissements et provisions", ("reprise",)),
    Poste("Transfert de charges", ("transfert",)),
    Poste("Ressources propres affectées au projet", ("ressources propres", "fonds propres", "autofinancement")),
    Poste("Insuffisance prévisionnelle", ("insuffisance", "deficit")),
)

EMPLOIS = (
    Poste("Secours en nature", ("secours",)),
    Poste("Mise à disposition gratuite de biens et services", ("mise a disp", "mises a disp")),
    Poste("Prestations", ("prestation",)),
    Poste("Personnel bénévole", ("personnel ben", "benevol")),
)

RESSOURCES = (
    Poste("Bénévolat", ("benevol",)),
    Poste("Prestations en nature", ("prestation",)),
    Poste("Dons en nature", ("don",)),
)

FORM = MappingProxyType(
    {
        "budget.charges": CHARGES,
        "budget.produits": PRODUITS,
        "budget.contributions.emplois": EMPLOIS,
        "budget.contributions.ressources": RESSOURCES,
    }
)
"""The posts of each side, by dotted field."""

FUNDERS = (
    "État",
    "Région",
    "Département",
    "Communes et EPCI",
    "Organismes sociaux",
    "Fonds européens",
    "ASP",
    "Autres établissements publics",
    "Aides privées",
)
"""The kinds of funders the form lists under subsidies."""

_CODE = re.compile(r"^\d{2,3}\s*[-–.:]?\s*")


def find_post(champ: str, written: str) -> Poste | None:
    """The post of a side that a wording names, accounting code aside, or ``None``."""
    text = _CODE.sub("", fold(written))
    return next((post for post in FORM[champ] if text.startswith(post.debuts)), None)
