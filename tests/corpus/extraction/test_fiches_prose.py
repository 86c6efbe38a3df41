"""Fiches written under headings: colons, questions, capitals, OCR, Markdown."""

from __future__ import annotations

from corpus.extraction.fiches import find_fiches
from tests.corpus.extraction.sheets import fiches, fields, only, sheet


def test_labels_with_colons_and_bullets() -> None:
    first, second = fiches("""
FICHE ACTION 2.1 – Développer le relais petite enfance
Axe 2 : Petite enfance
Pilote : Communauté de communes des Coteaux de Mirande
Partenaires : Caf, PMI, assistantes maternelles
Constats :
Les assistantes maternelles sont isolées.
Le relais ne couvre que trois communes sur douze.
Objectifs
• Étendre le relais à tout le territoire
• Rompre l'isolement
Résultats attendus : davantage de professionnelles accompagnées
Indicateurs d'évaluation :
- Nombre d'ateliers
- Nombre de participantes
Échéance : 2025-2027
Moyens humains : 1 ETP
Moyens financiers : bonus territoire CTG

FICHE ACTION 2.2 – Accueillir le handicap
Pilote : Caf
Constats : peu de places adaptées
Objectifs : ouvrir cinq places
Indicateurs : nombre de places ouvertes
""")
    assert fields(first) == {
        "numero": "2.1",
        "axe": "Petite enfance",
        "titre": "Développer le relais petite enfance",
        "porteurs": ["Communauté de communes des Coteaux de Mirande"],
        "echeances": {"debut": "2025", "fin": "2027"},
        "besoins": [
            "Les assistantes maternelles sont isolées.",
            "Le relais ne couvre que trois communes sur douze.",
        ],
        "objectifs_operationnels": ["Étendre le relais à tout le territoire", "Rompre l'isolement"],
        "partenaires": ["Caf, PMI, assistantes maternelles"],
        "moyens": ["1 ETP", "bonus territoire CTG"],
        "effets_attendus": ["davantage de professionnelles accompagnées"],
        "indicateurs": ["Nombre d'ateliers", "Nombre de participantes"],
    }
    assert second.fiche.titre == "Accueillir le handicap"
    assert second.fiche.indicateurs == ["nombre de places ouvertes"]


def test_indicators_of_numbered_actions_are_gathered_in_order() -> None:
    one = only("""
Fiche action 1.2 : Valoriser les métiers du soin

Contexte (Les constats qui justifient l'action)

Les recrutements sont difficiles.

Descriptif des actions et dates de mise en œuvre

1) Rendre les horaires plus souples

A partir de 2024 :

Créer une charte locale.

Les indicateurs :

- Charte signée
- Jours d'absence

2) Dès 2025, organiser un forum des métiers.

Rencontre à renouveler chaque année.

Les indicateurs :

- Nombre de visiteurs

Public visé : Tous les habitants
""")
    assert one.fiche.description == [
        "Rendre les horaires plus souples",
        "A partir de 2024 : Créer une charte locale.",
        "Dès 2025, organiser un forum des métiers.",
        "Rencontre à renouveler chaque année.",
    ]
    assert one.fiche.indicateurs == ["Charte signée", "Jours d'absence", "Nombre de visiteurs"]
    assert one.fiche.public_cible == "Tous les habitants"
    assert one.fiche.besoins == ["Les recrutements sont difficiles."]


def test_axis_from_the_list_of_themes() -> None:
    found = fiches("""
Le plan comprend les fiches suivantes :

1) La coordination du réseau

1.1 – Animer le réseau

2) L'accès aux soins

2.1 – Accueillir un médecin

Fiche action 1.1 : Animer le réseau

Contexte

Réseau peu actif
Objectif(s) de l'action

Se connaître

Public visé

Professionnels

Fiche action 2.1 : Accueillir un médecin

Contexte

Départs en retraite

Objectif(s) de l'action

Ouvrir un cabinet

Public visé

Patients
""")
    assert [(one.fiche.numero, one.fiche.axe) for one in found] == [
        ("1.1", "La coordination du réseau"),
        ("2.1", "L'accès aux soins"),
    ]


def test_headings_in_capitals_under_axes() -> None:
    first, second = fiches("""
AXE 4 : ANIMER LA VIE SOCIALE

Action 4.2 : Créer un espace de vie sociale à Orvelle

CONSTATS ET ENJEUX
Le bourg n'a plus de lieu de rencontre depuis 2019.

OBJECTIFS
Recréer du lien entre habitants
Favoriser les initiatives

PUBLIC CIBLE
Tous les habitants

CALENDRIER
2024 : étude ; 2025 : ouverture

INDICATEURS
Fréquentation du lieu
Nombre de bénévoles

AXE 5 : ACCÉDER AUX DROITS

Action 5.1 : Tenir une permanence numérique

CONSTATS ET ENJEUX
Trop de démarches en ligne

OBJECTIFS
Rendre autonome

PUBLIC CIBLE
Personnes âgées

ANNEXE 5 : Suivi
Le suivi est annuel.
""")
    assert first.fiche.axe == "ANIMER LA VIE SOCIALE"
    assert first.fiche.indicateurs == ["Fréquentation du lieu", "Nombre de bénévoles"]
    assert (first.fiche.echeances.debut, first.fiche.echeances.fin) == ("2024", "2025")
    assert first.source.ligne_fin < second.source.ligne_debut
    assert second.fiche.axe == "ACCÉDER AUX DROITS"
    assert second.fiche.public_cible == "Personnes âgées"


def test_questions_as_headings() -> None:
    one = only("""
Fiche action n°6 : Bus santé

Pourquoi ?
Les spécialistes sont à plus d'une heure de route.
Pour qui ? (le public visé)
Les habitants des villages
Quoi ?
Un bus aménagé avec une infirmière
Comment ?
Une tournée par semaine
Avec qui ?
Hôpital de Brume, CPTS
Où ?
Les douze communes
Quand ?
À partir de mars 2025
Avec quels moyens ?
Un véhicule, 0,5 ETP
Comment évaluer ?
Nombre de passages
""")
    assert fields(one) == {
        "numero": "6",
        "titre": "Bus santé",
        "echeances": {"debut": "mars 2025"},
        "besoins": ["Les spécialistes sont à plus d'une heure de route."],
        "description": ["Un bus aménagé avec une infirmière", "Une tournée par semaine"],
        "public_cible": "Les habitants des villages",
        "lieu": "Les douze communes",
        "partenaires": ["Hôpital de Brume, CPTS"],
        "moyens": ["Un véhicule, 0,5 ETP"],
        "indicateurs": ["Nombre de passages"],
    }


def test_scanned_text_with_broken_bullets_labels_and_lines() -> None:
    one = only("""
ACTION 3 : Ouvrir une halte-jeux dans les communes qui n'ont aucun mode
d'accueil

AXE : Mailler le territoire

OBJECTIF STRATEGIQUE : Rapprocher les services

OBJECTIFS OPERATIONNELS: Repenser l'accueil par bassin de vie

Actions & mettre en place :

v' Définir les bassins de vie
v" Trouver des locaux

Obijectifs partagés :

v Une meilleure coopération entre les communes

Une offre diversifiée

Une mutualisation des moyens

AN NN N

Premiéres étapes de mises en ceuvre :

1
2

Constituer un groupe d'élus

3) Associer les habitants a la réflexion sur les locaux et sur les horaires
d'ouverture

Pilotes et acteurs associés :

v' Caf
Elus

Indicateurs :
¢ Nombre de haltes ouvertes

Point de vigilance :

» Le coût des locaux
Echéancier : 2026
""")
    assert fields(one) == {
        "numero": "3",
        "axe": "Mailler le territoire",
        "titre": "Ouvrir une halte-jeux dans les communes qui n'ont aucun mode d'accueil",
        "porteurs": ["Caf", "Elus"],
        "echeances": {"fin": "2026"},
        "objectifs_strategiques": ["Rapprocher les services"],
        "objectifs_operationnels": ["Repenser l'accueil par bassin de vie"],
        "description": [
            "Définir les bassins de vie",
            "Trouver des locaux",
            "Constituer un groupe d'élus",
            "Associer les habitants a la réflexion sur les locaux et sur les horaires d'ouverture",
        ],
        "effets_attendus": [
            "Une meilleure coopération entre les communes",
            "Une offre diversifiée",
            "Une mutualisation des moyens",
        ],
        "indicateurs": ["Nombre de haltes ouvertes"],
        "points_de_vigilance": ["Le coût des locaux"],
    }
    assert [one_span.ligne_debut for one_span in one.non_lus] == [23]


def test_markdown() -> None:
    text = """
## Fiche action 5 : Lutter contre l'isolement

**Pilote** : CCAS
**Public cible** : seniors isolés

### Objectifs opérationnels

- Repérer les situations
- Organiser des visites

### Indicateurs

1. Nombre de visites
2. Nombre de bénévoles

## Fiche action 6 : Fêter les voisins

**Pilote** : ville
**Public cible** : habitants

### Indicateurs

1. Nombre de fêtes

| Échéance | 2026 |
|---|---|
| Moyens | Un *petit* budget |
"""
    first, second = find_fiches(sheet(text, format="txt"))
    assert second.fiche.echeances.fin == "2026"
    assert second.fiche.moyens == ["Un petit budget"]
    assert first.fiche.indicateurs == ["Nombre de visites", "Nombre de bénévoles"]
    assert first.fiche.public_cible == "seniors isolés"
    assert second.fiche.porteurs == ["ville"]
