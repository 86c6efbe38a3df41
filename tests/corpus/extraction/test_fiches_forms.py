"""Fiches laid out as forms: labels beside or above their values."""

from __future__ import annotations

from tests.corpus.extraction.sheets import fiches, fields, only

FORM = """
|FICHE ACTION N°3|
|Intitulé de l'action|Ouvrir une ludothèque itinérante|
|Axe stratégique|Soutenir la parentalité|
|Pilote|Communauté de communes Val-de-Brume|
|Copilote|Caf|
|Public visé|Familles avec enfants de 0 à 11 ans|
|Contexte|Éloignement des équipements.⏎Peu de lieux de jeu le mercredi.|
|Objectifs opérationnels|- Proposer des temps de jeu dans chaque commune⏎- Former des bénévoles|
|Description de l'action|1) Acheter un véhicule⏎2) Recruter une ludothécaire|
|Partenaires|MSA, écoles, associations de parents|
|Calendrier|De septembre 2024 à juin 2026|
|Coût prévisionnel|12 000 €|
|Modalités d'évaluation|- Nombre de séances⏎- Nombre de familles|
|Référent|Mme Claire Vasseur, coordinatrice CTG, c.vasseur@valdebrume.example|
|Statut|En cours|
|Couleur de la couverture|Bleu lagon|
"""


def test_label_beside_value() -> None:
    assert fields(only(FORM)) == {
        "numero": "3",
        "axe": "Soutenir la parentalité",
        "titre": "Ouvrir une ludothèque itinérante",
        "porteurs": ["Communauté de communes Val-de-Brume", "Caf"],
        "echeances": {"debut": "septembre 2024", "fin": "juin 2026"},
        "personnes_en_charge": [
            {
                "nom": "Mme Claire Vasseur",
                "fonction": "coordinatrice CTG",
                "mail": "c.vasseur@valdebrume.example",
            }
        ],
        "besoins": ["Éloignement des équipements.", "Peu de lieux de jeu le mercredi."],
        "objectifs_operationnels": ["Proposer des temps de jeu dans chaque commune", "Former des bénévoles"],
        "description": ["Acheter un véhicule", "Recruter une ludothécaire"],
        "public_cible": "Familles avec enfants de 0 à 11 ans",
        "partenaires": ["MSA, écoles, associations de parents"],
        "moyens": ["Coût prévisionnel : 12 000 €"],
        "indicateurs": ["Nombre de séances", "Nombre de familles"],
    }


def test_unknown_and_foreign_labels_are_reported_not_glued() -> None:
    unread = {n for span in only(FORM).non_lus for n in range(span.ligne_debut, span.ligne_fin + 1)}
    assert unread == {15, 16}


def test_every_value_knows_its_lines() -> None:
    sources = {(s.champ, s.rang): (s.source.ligne_debut, s.source.ligne_fin) for s in only(FORM).sources}
    assert sources["objectifs_operationnels", 1] == (8, 8)
    assert sources["porteurs", 1] == (5, 5)
    assert sources["echeances", 0] == (11, 11)
    assert sources["titre", 0] == (2, 2)


def test_head_row_then_title_row_then_two_years() -> None:
    one = only("""
|N°2.4|Habitat et cadre de vie||
|Rénover les logements des aînés|||
|Pilotage, porteur(s)|Communauté de communes||
|Echéances, période de réalisation, pluriannualité|2024|2027|
|Besoin(s) initial(aux) diagnostiqué(s)|||
|Objectifs|||
|Stratégiques|Améliorer l'habitat||
|Opérationnels|Visiter cinquante logements||
|Public cible|Propriétaires de plus de 65 ans||
|Effets attendus|||
|- Moins de chutes⏎- Factures allégées|||
|Indicateurs de réussite|||
|- Logements rénovés⏎A compléter|||
""")
    assert fields(one) == {
        "numero": "2.4",
        "axe": "Habitat et cadre de vie",
        "titre": "Rénover les logements des aînés",
        "porteurs": ["Communauté de communes"],
        "echeances": {"debut": "2024", "fin": "2027"},
        "objectifs_strategiques": ["Améliorer l'habitat"],
        "objectifs_operationnels": ["Visiter cinquante logements"],
        "public_cible": "Propriétaires de plus de 65 ans",
        "effets_attendus": ["Moins de chutes", "Factures allégées"],
        "indicateurs": ["Logements rénovés", "A compléter"],
    }


def test_cell_cut_by_a_page_break_and_its_running_title() -> None:
    one = only("""
|Fiche action n°9 : Mobilité||
|Porteur|Syndicat mixte|
|Public cible|Personnes sans permis, jeunes en|

Convention territoriale globale – édition provisoire
||insertion, seniors|
|Description|Acheter des vélos|
||Former des mécaniciens|
|Indicateurs|Nombre de prêts|
""")
    assert one.fiche.public_cible == "Personnes sans permis, jeunes en insertion, seniors"
    assert one.fiche.description == ["Acheter des vélos", "Former des mécaniciens"]
    source = next(s.source for s in one.sources if s.champ == "public_cible")
    assert (source.ligne_debut, source.ligne_fin) == (3, 6)


def test_two_pairs_a_row() -> None:
    one = only("""
|Fiche action n° 12|Aller vers les jeunes|||
|Pilote|Caf|Partenaires|MSA, Mission locale|
|Public cible|16-25 ans|Territoire|Pays d'Orvelle|
|Objectifs|Repérer les jeunes⏎Les informer|||
|Début|2024|Fin|2026|
|Indicateurs|Nombre de jeunes rencontrés|||
""")
    assert fields(one) == {
        "numero": "12",
        "titre": "Aller vers les jeunes",
        "porteurs": ["Caf"],
        "echeances": {"debut": "2024", "fin": "2026"},
        "objectifs_operationnels": ["Repérer les jeunes", "Les informer"],
        "public_cible": "16-25 ans",
        "lieu": "Pays d'Orvelle",
        "partenaires": ["MSA, Mission locale"],
        "indicateurs": ["Nombre de jeunes rencontrés"],
    }


def test_row_of_labels_over_row_of_values() -> None:
    one = only("""
|FICHE ACTION 7 : Soutenir les aidants|||
|Pilote|Partenaires|Calendrier|
|Département|Caf, CLIC|2026|
|Objectifs opérationnels|||
|Offrir du répit|||
|Informer les aidants|||
|Indicateurs de réussite|||
|Nombre d'heures de répit|||
""")
    assert one.fiche.porteurs == ["Département"]
    assert one.fiche.partenaires == ["Caf, CLIC"]
    assert one.fiche.echeances.fin == "2026"
    assert one.fiche.objectifs_operationnels == ["Offrir du répit", "Informer les aidants"]
    assert one.fiche.indicateurs == ["Nombre d'heures de répit"]


def test_columns_inside_a_fiche() -> None:
    one = only("""
Fiche action 1 : Réseau parentalité
Contexte : réseau inexistant
Public visé : parents
|Objectifs opérationnels|Actions|Partenaires|Calendrier|Indicateurs|
|Créer le réseau|Recenser les acteurs|Caf|2024|Nombre d'acteurs|
||Organiser une journée|REAAP|2025|Nombre de participants|
|Faire connaître le réseau|Diffuser un guide|Communes|2025|Nombre de guides|
Points de vigilance : mobilisation dans la durée
""")
    assert one.fiche.objectifs_operationnels == ["Créer le réseau", "Faire connaître le réseau"]
    assert one.fiche.description == ["Recenser les acteurs", "Organiser une journée", "Diffuser un guide"]
    assert one.fiche.indicateurs == ["Nombre d'acteurs", "Nombre de participants", "Nombre de guides"]
    assert (one.fiche.echeances.debut, one.fiche.echeances.fin) == ("2024", "2025")
    assert one.fiche.points_de_vigilance == ["mobilisation dans la durée"]


def test_boxes_of_one_cell() -> None:
    one = only("""
|Fiche action n°5⏎Créer un jardin partagé|
|Objectifs⏎- Favoriser les rencontres⏎- Apprendre à jardiner|
|Public concerné⏎Habitants du quartier des Tilleuls|
|Pilote : Centre social⏎Partenaires : bailleur, ville|
|Étapes⏎Trouver un terrain⏎Monter une association|
|Évaluation⏎Nombre de jardiniers|
""")
    assert fields(one) == {
        "numero": "5",
        "titre": "Créer un jardin partagé",
        "porteurs": ["Centre social"],
        "objectifs_operationnels": ["Favoriser les rencontres", "Apprendre à jardiner"],
        "description": ["Trouver un terrain", "Monter une association"],
        "public_cible": "Habitants du quartier des Tilleuls",
        "partenaires": ["bailleur, ville"],
        "indicateurs": ["Nombre de jardiniers"],
    }


def test_budget_table_after_the_form() -> None:
    one = only("""
|Fiche action 2|Logement|
|Porteur|Communauté de communes|
|Public cible|Propriétaires|
|Indicateurs de réussite|Logements rénovés|
Budget prévisionnel de l'action
|CHARGES|Montant|PRODUITS|Montant|
|Achats|1 500 €|Subvention Caf|10 000 €|
|Charges de personnel|18 500 €|Communes|10 000 €|
|TOTAL DES CHARGES|20 000 €|TOTAL DES PRODUITS|20 000 €|
""")
    budget = one.fiche.budget
    assert budget is not None
    assert [(line.poste, int(line.montant)) for line in budget.charges] == [
        ("Achats", 1500),
        ("Charges de personnel", 18500),
    ]
    assert [(line.poste, int(line.montant)) for line in budget.produits] == [
        ("Subvention Caf", 10000),
        ("Communes", 10000),
    ]
    assert one.fiche.indicateurs == ["Logements rénovés"]


def test_tables_without_any_heading_are_told_apart_by_their_title_rows() -> None:
    row = "|Porteur|{0}|\n|Partenaires|Caf|\n|Public|Tous|\n|Objectifs|Aider|\n|Moyens|Un local|\n|Indicateurs|{1}|\n"
    text = "|Créer une épicerie solidaire||\n" + row.format("CCAS", "Nombre de paniers")
    text += "\n|Ouvrir un garage solidaire||\n" + row.format("Association Roule", "Nombre de voitures")
    assert [(one.fiche.titre, one.fiche.porteurs, one.fiche.indicateurs) for one in fiches(text)] == [
        ("Créer une épicerie solidaire", ["CCAS"], ["Nombre de paniers"]),
        ("Ouvrir un garage solidaire", ["Association Roule"], ["Nombre de voitures"]),
    ]


def test_html_left_in_cells() -> None:
    one = only("""
|<p>N°5.2</p>|<p>Accès aux droits</p>||
|<p>Tenir une permanence numérique</p>|||
|<p>Pilotage, porteur(s)</p>|<p>France services</p>||
|<p>Public cible</p>|<p>Seniors</p>||
|<p>Indicateurs de réussite</p>|<ul style="x"> - Rendez-vous pris - Personnes aidées|
""")
    assert one.fiche.titre == "Tenir une permanence numérique"
    assert one.fiche.axe == "Accès aux droits"
    assert one.fiche.indicateurs == ["Rendez-vous pris", "Personnes aidées"]
