"""Labels that run into values, lost headings and attached papers: nothing is glued into a wrong field."""

from __future__ import annotations

from tests.corpus.extraction.sheets import fiches, only


def test_labels_that_run_into_their_values() -> None:
    one = only("""
FICHE ACTION N° 8 Soutenir les projets de jeunes
Public cible Jeunes de 14 à 20 ans du Val-de-Brume
Objectifs opérationnels Encourager les initiatives et l'engagement
Description de l'action Un appel à projets deux fois par an, avec un
jury composé de jeunes et d'élus
Indicateurs de réussite Nombre de projets déposés
Nombre de projets financés
""")
    assert one.fiche.titre == "Soutenir les projets de jeunes"
    assert one.fiche.public_cible == "Jeunes de 14 à 20 ans du Val-de-Brume"
    assert one.fiche.description == ["Un appel à projets deux fois par an, avec un jury composé de jeunes et d'élus"]
    assert one.fiche.indicateurs == ["Nombre de projets déposés", "Nombre de projets financés"]


def test_several_labels_on_one_long_line() -> None:
    one = only(
        "FICHE-ACTION N°1 Habitat partagé\n"
        "Objectifs • Rester dans sa commune le plus longtemps possible • Participer à la vie locale "
        "Indicateurs de réussite • Nombre de logements créés • Satisfaction\n"
        "Quoi? Trouver une maison assez grande pour plusieurs foyers, avec un jardin commun Pour qui? "
        "Personnes seules Où et quand? Centre du village"
    )
    assert one.fiche.objectifs_operationnels == [
        "Rester dans sa commune le plus longtemps possible",
        "Participer à la vie locale",
    ]
    assert one.fiche.indicateurs == ["Nombre de logements créés", "Satisfaction"]
    assert one.fiche.public_cible == "Personnes seules"
    assert one.fiche.lieu == "Centre du village"


def test_label_printed_sideways_closes_what_was_read() -> None:
    letters = "\n".join("RESSOURCES")
    one = only(f"""
FICHE-ACTION N°2
Un café des aînés
Objectifs
• Se retrouver
Pour qui?
Tous
Humaines:
Deux bénévoles
Financières:
CCAS
{letters}
Vie sociale
""")
    assert one.fiche.titre == "Un café des aînés"
    assert one.fiche.moyens == ["Deux bénévoles", "CCAS"]
    assert one.fiche.public_cible == "Tous"


def test_lost_heading_does_not_pour_one_fiche_into_another() -> None:
    first, second = fiches("""
Fiche action 1.1 : Premier titre
Contexte
Premier contexte
Objectif(s) de l'action
Premier objectif
Les indicateurs :
- un
Public visé
Premier public

Deuxième titre sans le mot

Contexte
Deuxième contexte
Objectif(s) de l'action
Deuxième objectif
Les indicateurs :
- deux
Public visé
Deuxième public
""")
    assert first.fiche.public_cible == "Premier public"
    assert first.fiche.indicateurs == ["un"]
    assert second.fiche.titre == "Deuxième titre sans le mot"
    assert second.fiche.besoins == ["Deuxième contexte"]


def test_job_description_attached_to_a_fiche_feeds_nothing() -> None:
    one = only("""
Fiche action 1.1 : Coordonner
Contexte
Il manque une coordination.
Objectif(s) de l'action
Coordonner les acteurs
Public visé
Tous les acteurs

|Définition|Met en œuvre les orientations de la collectivité|
|Contexte|Évolution des politiques publiques|
|Activités|Animer le réseau|
|Relations fonctionnelles|Élus, partenaires|
|Cadre d'emploi|Catégorie A|
""")
    assert one.fiche.besoins == ["Il manque une coordination."]
    assert one.fiche.description == []
    assert one.fiche.public_cible == "Tous les acteurs"
    assert {span.ligne_debut for span in one.non_lus} == {9}
