"""What labels mean in a message, where they differ from the forms that conventions print."""

from __future__ import annotations

OWN = {
    "part": "partenaires",
    "parten": "partenaires",
    "partenere": "partenaires",
    "porteur et partenaires": "porteurs",
    "publique": "public_cible",
    "action": "titre",
    "fiche": "titre",
    "fiche action": "titre",
    "nom": "titre",
    "projet": "titre",
    "quoi": "titre",
    "sujet": "objet",
    "objet": "objet",
    "autres structures": "partenaires",
    "autres acteurs": "partenaires",
    "autres partenaires": "partenaires",
    "structures associees": "partenaires",
    "diagnostic": "besoins",
    "freins": "besoins",
    "freins reperes": "besoins",
    "freins identifies": "besoins",
    "difficultes": "besoins",
    "difficultes reperees": "besoins",
    "problematique": "besoins",
    "problematiques": "besoins",
    "terr": "lieu",
    "loc": "lieu",
    "gpe projet": "groupe_projet",
    "gpe de projet": "groupe_projet",
    "gp projet": "groupe_projet",
    "grpe projet": "groupe_projet",
    "obj": "objectifs_operationnels",
    "objs": "objectifs_operationnels",
    "pub": "public_cible",
    "benef": "public_cible",
    "ech": "echeances",
    "calend": "echeances",
    "desc": "description",
    "resp": "personnes_en_charge",
    "idee": "idee",
    "financeur": "partenaires",
    "financeurs": "partenaires",
    "avec": "partenaires",
    "attendu": "effets_attendus",
    "attendus": "effets_attendus",
    "indic": "indicateurs",
    "indics": "indicateurs",
    "cofinancement": "partenaires",
    "cofinancements": "partenaires",
    "co-financement": "partenaires",
    "co-financements": "partenaires",
    "copilote": "copilotes",
    "copilotes": "copilotes",
    "co-pilote": "copilotes",
    "co-pilotes": "copilotes",
    "copilotage": "copilotes",
    "co-pilotage": "copilotes",
    "coporteur": "copilotes",
    "coporteurs": "copilotes",
    "co-porteur": "copilotes",
    "co-porteurs": "copilotes",
    "combien": "budget",
    "echeance": "echeances.fin",
    "pour": "public_cible",
    "a qui": "public_cible",
}
"""Folded labels of a message, with the field each announces."""

FEEDS_NOTHING = frozenset(
    "bonjour salut merci note nb ps pour info rappel version depenses recettes charges produits ressources total "
    "axe duree resultat financement financements cout couts du responsable".split()
) | {"du coup", "axe 1", "fiche n", "n", "numero"}
"""Folded words before a colon that other readers understand, or that announce nothing."""

SAID_AS = {"coporteur": "copilotes", "co porteur": "copilotes"}
"""Labels of the vocabulary, by the form they are known under, that announce another field in a message."""

CANONICAL = {
    "echeances": "Calendrier",
    "echeances.debut": "Début",
    "echeances.fin": "Fin",
    "personnes_en_charge": "Contact",
    "budget": "Budget",
}
"""The one label the readers of dates, people and amounts know, by field."""

TELLING = frozenset("portage lieu lieux territoire referent contact".split())
"""Common words that tell the field of a longer label they open (« Portage associatif »)."""

WHOLE_LINE_ONLY = 4
"""Words of a label beyond which its first word alone does not tell its field."""
