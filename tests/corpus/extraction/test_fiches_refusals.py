"""What looks like a fiche and is none."""

from __future__ import annotations

import pytest

from tests.corpus.extraction.sheets import fiches

TEMPLATE = """
|N°XXXX|Thématique/Axe||
|Titre|||
|Groupe projet référent|XXXX (commission)||
|Pilotage, porteur(s)|XXXX||
|Echéances|Début|Fin prévue|
|Durée|en mois||
|Personnes en charge de l'action (nom et coordonnées)|Nom - prénom - mail||
|Besoin(s) initial(aux) diagnostiqué(s)|Voir le diaporama||
|Objectifs|||
|Stratégiques|||
|Public cible|||
|Lieu et territoire de l'action|Val-de-Brume||
|Indicateurs de réussite|||
"""
CONTENTS = """
SOMMAIRE
Fiche action 1 : Créer une crèche ........ 12
Fiche action 2 : Former les élus ........ 14
Fiche action 3 : Accueillir
"""
REVIEW = """
Bilan de la convention
Fiche action 1 : Créer une crèche
Objectifs atteints
La crèche est ouverte.
Bilan qualitatif
Bonne fréquentation.
Partenaires : Caf
Public visé : familles
"""
MINUTES = """
Compte rendu du comité de pilotage du 4 mars
Présents : élus, partenaires
Action 1 : le président rappelle les objectifs de la convention.
Mme la maire interroge sur les moyens : il n'y en a pas.
Les indicateurs sont discutés. Les partenaires sont d'accord.
La séance est levée à midi.
"""
FORM = """
|Intitulé du projet :|__________|
|Localisation du projet|Code postal |__|__|__|__|__||
|Calendrier prévisionnel|____________|
|Indicateurs du projet|____________|
|Public visé|☐ jeunes ☐ adultes|
|Partenaires|____________|
|Moyens|____________|
"""
ARTICLES = """
Article 3 : Les champs d'intervention
Objectifs : mieux coordonner.
Article 4 : Engagements des partenaires
Moyens : chacun selon ses moyens.
Article 5 : Évaluation
Indicateurs : voir annexe.
"""


@pytest.mark.parametrize("text", [TEMPLATE, CONTENTS, REVIEW, MINUTES, FORM, ARTICLES])
def test_not_a_fiche(text: str) -> None:
    assert fiches(text) == ()


def test_placeholders_are_kept_as_written() -> None:
    (one,) = fiches("""
Fiche action 4 : Créer un café des parents
Pilote : à définir
Partenaires : Caf
Public visé : XXXX
Objectifs : se rencontrer
""")
    assert one.fiche.porteurs == ["à définir"]
    assert one.fiche.public_cible == "XXXX"
    assert one.fiche.indicateurs == []
