"""More ways in which conventions, contrats locaux and projets sociaux lay their fiches out."""

from __future__ import annotations

from tests.corpus.extraction.sheets import fiches, fields, only


def test_bare_heading_then_number_and_title_rows() -> None:
    one = only("""
|FICHE ACTION||
|N° de la fiche|1.2|
|Axe|Santé|
|Intitulé de l'action|Accueillir un médecin|
|Pilote|CC d'Orvelle|
|Objectifs|Ouvrir un cabinet|
|Indicateurs|Nombre de patients|
""")
    assert (one.fiche.numero, one.fiche.axe, one.fiche.titre) == ("1.2", "Santé", "Accueillir un médecin")
    assert one.source.ligne_debut == 1


def test_axis_and_number_rows_above_the_title_row_belong_to_the_fiche() -> None:
    row = "|Axe|{0}|\n|Numéro|{1}|\n|Intitulé de l'action|{2}|\n|Pilote|Caf|\n|Public|Tous|\n|Objectifs|Agir|\n"
    found = fiches(row.format("Jeunesse", "1", "Un foyer") + row.format("Famille", "2", "Un relais"))
    assert [(one.fiche.numero, one.fiche.axe, one.fiche.titre) for one in found] == [
        ("1", "Jeunesse", "Un foyer"),
        ("2", "Famille", "Un relais"),
    ]


def test_heading_that_names_the_axis_first() -> None:
    one = only("""
|Axe 2 : Vivre ensemble|Fiche action 2.3|Animer les quartiers|
|Porteur|Centre social||
|Public|Habitants||
|Objectifs|Se rencontrer||
""")
    assert (one.fiche.numero, one.fiche.titre, one.fiche.axe) == (
        "2.3",
        "Animer les quartiers",
        "Axe 2 : Vivre ensemble",
    )


def test_heading_printed_again_over_the_page() -> None:
    one = only("""
Fiche action n°4 : Créer un tiers-lieu
Pilote : Commune de Castel
Objectifs :
- Accueillir des associations
- Partager des outils

Fiche action n°4 : Créer un tiers-lieu
- Former aux usages
Indicateurs : fréquentation
Fiche action n°4 (suite)
Public visé : tous
""")
    assert one.fiche.objectifs_operationnels == [
        "Accueillir des associations",
        "Partager des outils",
        "Former aux usages",
    ]
    assert one.fiche.public_cible == "tous"


def test_two_labels_on_one_short_line() -> None:
    one = only("""
Fiche action 9 : Prévenir les chutes
Pilote : CCAS – Partenaires : Carsat, MSA
Public cible : seniors | Territoire : Castel
Indicateurs : nombre d'ateliers
""")
    assert one.fiche.porteurs == ["CCAS"]
    assert one.fiche.partenaires == ["Carsat, MSA"]
    assert one.fiche.public_cible == "seniors"
    assert one.fiche.lieu == "Castel"


def test_numbered_rubrics() -> None:
    one = only("""
Action n° 4 – Soutenir les bénévoles
1. Contexte et enjeux
Les bénévoles s'épuisent.
2. Objectifs opérationnels
a) Former
b) Remercier
3. Modalités de mise en œuvre
Trois soirées par an
4. Partenaires
Fédérations
5. Calendrier
☐ 2024 ☒ 2025 ☒ 2026
6. Évaluation
Nombre de bénévoles formés
""")
    assert fields(one) == {
        "numero": "4",
        "titre": "Soutenir les bénévoles",
        "echeances": {"debut": "2025", "fin": "2026"},
        "besoins": ["Les bénévoles s'épuisent."],
        "objectifs_operationnels": ["Former", "Remercier"],
        "description": ["Trois soirées par an"],
        "partenaires": ["Fédérations"],
        "indicateurs": ["Nombre de bénévoles formés"],
    }


def test_steps_table_inside_a_form() -> None:
    one = only("""
|Fiche action n°2 : Ouvrir une épicerie||||
|Porteur|Association Panier||||
|Public cible|Ménages modestes||||
|Étapes|Échéance|Moyens humains|
|Trouver un local|2024|Un bénévole|
|Recruter|2025|Une salariée|
|Indicateurs de suivi|Nombre de paniers||
""")
    assert one.fiche.description == ["Trouver un local", "Recruter"]
    assert one.fiche.moyens == ["Un bénévole", "Une salariée"]
    assert (one.fiche.echeances.debut, one.fiche.echeances.fin) == ("2024", "2025")
    assert one.fiche.indicateurs == ["Nombre de paniers"]


def test_short_numbering_of_a_contrat_local() -> None:
    first, second = fiches("""
FA1 – Repérer les troubles du langage
Pilote : CPTS
Objectif général : agir tôt
Objectifs spécifiques :
• former les enseignants
Résultats attendus : moins de retards
Indicateurs : enfants dépistés

FA2 – Bouger plus
Pilote : ARS
Objectif général : réduire la sédentarité
Indicateurs : licences
""")
    assert (first.fiche.numero, first.fiche.titre) == ("1", "Repérer les troubles du langage")
    assert first.fiche.objectifs_strategiques == ["agir tôt"]
    assert first.fiche.objectifs_operationnels == ["former les enseignants"]
    assert second.fiche.titre == "Bouger plus"


def test_people_in_charge_one_a_line() -> None:
    one = only("""
|Fiche action 5|Petite enfance|
|Porteur|CC du Val-de-Brume|
|Public cible|Parents|
|Objectifs|Accueillir|
|Personnes référentes|Anne Lorme, élue, a.lorme@brume.example⏎Paul Vidal - chargé de coopération - CC du Val-de-Brume|
""")
    people = [person.model_dump(exclude_none=True) for person in one.fiche.personnes_en_charge]
    assert people == [
        {"nom": "Anne Lorme", "fonction": "élue", "mail": "a.lorme@brume.example"},
        {"nom": "Paul Vidal", "fonction": "chargé de coopération", "structure": "CC du Val-de-Brume"},
    ]


def test_fiches_in_a_landscape_table_with_labels_down_the_side_and_fiches_across_are_not_mixed() -> None:
    found = fiches("""
|Intitulé|Créer un LAEP|Ouvrir un relais|
|Pilote|Caf|CC d'Orvelle|
|Public visé|Parents|Assistantes maternelles|
|Objectifs|Soutenir|Accompagner|
|Indicateurs|Séances|Contacts|
""")
    assert [(one.fiche.titre, one.fiche.porteurs, one.fiche.indicateurs) for one in found] == [
        ("Créer un LAEP", ["Caf"], ["Séances"]),
        ("Ouvrir un relais", ["CC d'Orvelle"], ["Contacts"]),
    ]


def test_last_fiche_stops_at_the_next_chapter() -> None:
    one = only("""
Fiche action 3 : Former les élus
Pilote : Caf
Objectifs : comprendre la convention
Public visé : élus
Indicateurs : nombre d'élus

ANNEXE 4 – Gouvernance

Le comité de pilotage se réunit deux fois par an.
""")
    assert one.fiche.indicateurs == ["nombre d'élus"]
    assert one.source.ligne_fin == 5


def test_long_paragraphs_after_a_short_field_are_unread() -> None:
    chapter = "Le territoire compte douze communes " + "et de nombreux services ouverts à tous " * 9 + "."
    one = only(f"""
Fiche action 3 : Former les élus
Pilote : Caf
Objectifs : comprendre
Public visé : élus

{chapter}
""")
    assert one.fiche.public_cible == "élus"
    assert [span.ligne_debut for span in one.non_lus] == [6]
