"""Fiches one a row: spreadsheets and ruled tables of actions."""

from __future__ import annotations

from tests.corpus.extraction.sheets import fiches, fields


def test_two_header_rows_a_type_row_and_labels_inside_cells() -> None:
    first, second = fiches("""
|Contrat local||Objectifs et indicateurs|||Mise en œuvre||
|Axe (x)|Titre|Objectifs|Indicateurs liés|Structure pilote|Date de début|Date de fin|
|Champ texte|Champ texte|Champ texte|Champ texte non importé|Champ texte|Champ date|Champ date|
|Axe 1|Fiche Action 4. Dépister|Objectif général : Prévenir⏎Objectif opérationnel : former|Nombre|Caf|45658|2026-06|
|Axe 1|Fiche Action 5. Soigner|Objectif général : Guérir||ARS|2026||
""")
    assert fields(first) == {
        "numero": "4",
        "axe": "Axe 1",
        "titre": "Dépister",
        "porteurs": ["Caf"],
        "echeances": {"debut": "2025-01-01", "fin": "2026-06"},
        "objectifs_strategiques": ["Prévenir"],
        "objectifs_operationnels": ["former"],
        "indicateurs": ["Nombre"],
    }
    assert second.fiche.titre == "Soigner"
    assert second.fiche.indicateurs == []
    assert second.source.ligne_debut == 5


def test_numbered_operations_under_axes_and_rows_without_number_are_not_fiches() -> None:
    found = fiches("""
|N°|INTITULE DE L'OPERATION|MAITRE D'OUVRAGE|COUT ESTIMATIF (€)|OBSERVATIONS|
|Axe 1 : Économie locale|||||
|1|Rénover la halle|Commune de Mirande|70 000 €||
||> Un projet à l'étude⏎> Un autre|||À voir|
|Axe 2 : Habitat|||||
|2|Accueillir des médecins|CC d'Orvelle|||
""")
    assert [(one.fiche.numero, one.fiche.titre, one.fiche.axe) for one in found] == [
        ("1", "Rénover la halle", "Économie locale"),
        ("2", "Accueillir des médecins", "Habitat"),
    ]
    assert found[0].fiche.moyens == ["COUT ESTIMATIF (€) : 70 000 €"]


def test_table_of_objectives_and_actions_with_a_header_that_lost_letters() -> None:
    found = fiches("""
|Objectifs opérationnels|Actions / Principaux projets|Moyens et ressources|Résultats attendus|I d at s d’ al at|
|Créer du lien|Organiser des fêtes|Bénévoles|Convivialité|Nombre de fêtes|
|Aider aux devoirs|Ouvrir une étude|Animateurs|Réussite|Enfants suivis|
""")
    assert len(found) == 2
    assert fields(found[1]) == {
        "titre": "Ouvrir une étude",
        "objectifs_operationnels": ["Aider aux devoirs"],
        "description": ["Ouvrir une étude"],
        "moyens": ["Animateurs"],
        "effets_attendus": ["Réussite"],
        "indicateurs": ["Enfants suivis"],
    }


def test_machine_columns_of_an_import_file() -> None:
    (one,) = fiches("""
|tet_id|nom|description|budget|forecasted_start_date|project_status|commune|
|17|3.2 Planter des haies|Deux kilomètres de haies|15000.0|2024-01-01 00:00:00+00|EN_COURS|Mirande|
""")
    assert fields(one) == {
        "numero": "3.2",
        "titre": "Planter des haies",
        "echeances": {"debut": "2024-01-01"},
        "description": ["Deux kilomètres de haies"],
        "lieu": "Mirande",
        "moyens": ["budget : 15000.0"],
    }


def test_row_cut_by_a_page_break_is_one_fiche() -> None:
    (one,) = fiches("""
|N°|Action|Objectif|Pilote|Indicateurs|
|1|Créer un guichet unique|Simplifier les|CC d'Orvelle|Nombre de|
|||démarches||visites|
""")
    assert one.fiche.objectifs_operationnels == ["Simplifier les démarches"]
    assert one.fiche.indicateurs == ["Nombre de visites"]


def test_plan_of_actions_without_depth_is_not_fiches() -> None:
    assert not fiches("""
|Orientations stratégiques|Actions proposées|Chef de file|Coporteur|Action 2020|
|Axe 1 : Gouvernance|||||
|1/ Coordonner|1/ Organiser la coordination|CC|Caf|oui|
||2/ Former les élus|CC||oui|
""")
