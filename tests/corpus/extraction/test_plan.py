"""Plans d'actions: what is carried down, what is kept, what is no plan."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.extraction.plan import find_plan
from corpus.models import PlanRow
from corpus.structure import outline
from tests.corpus.structure.samples import PLAN, document, line_of, padded


def _plan(text: str) -> tuple[PlanRow, ...]:
    doc = document(text)
    return find_plan(doc, outline(doc))


def test_axes_and_orientations_are_carried_down_over_a_page_break() -> None:
    rows = _plan(padded(PLAN, 5))
    assert [(r.axe[:5], r.orientation[:2], r.action[:10]) for r in rows] == [
        ("Axe 1", "1/", "1/ Ouvrir "),
        ("Axe 1", "1/", "2/ Former "),
        ("Axe 1", "2/", "1/ Éditer "),
        ("Axe 2", "", "1/ Tenir d"),
    ]


def test_cells_are_kept_as_printed_and_a_yes_becomes_its_year() -> None:
    rows = _plan(padded(PLAN, 5))
    assert [(r.chef_de_file, r.coporteur, r.echeance) for r in rows] == [
        ("CCVB", "Communes ?", "2031"),
        ("RPE", "", "2031"),
        ("", "CCVB", ""),
        ("Caf", "", "2031"),
    ]
    assert not any(r.incertain for r in rows)


def test_a_row_knows_its_line() -> None:
    doc = document(padded(PLAN, 5))
    row = find_plan(doc, outline(doc))[2]
    assert row.source.ligne_debut == line_of(doc, "2/ Faire")


def test_other_labels_name_the_same_columns() -> None:
    rows = _plan(
        "N°\tAction\tPilote\tPartenaires\tCalendrier\n"
        "1\tOuvrir un relais\tCCVB\tCaf, MSA\t2032-2033\n"
        "2\tÉditer un guide\tCaf\t\trentrée 2032\n"
    )
    assert [(r.action, r.chef_de_file, r.coporteur, r.echeance) for r in rows] == [
        ("Ouvrir un relais", "CCVB", "Caf, MSA", "2032-2033"),
        ("Éditer un guide", "Caf", "", "rentrée 2032"),
    ]


def test_columns_of_years_give_the_years_ticked() -> None:
    rows = _plan("Orientation\tAction\tPorteur\t2031\t2032\t2033\nAccueillir\tOuvrir un relais\tCCVB\tx\t\tX\n")
    assert [r.echeance for r in rows] == ["2031, 2033"]


def test_the_axe_of_a_heading_holds_for_the_table_below_it() -> None:
    table = "Action\tPilote\tCalendrier\n{0}\tCCVB\t2032\n"
    text = "Axe 1 : Accueillir\n\n" + table.format("Ouvrir") + "\nAxe 2 : Relier\n\n" + table.format("Informer")
    assert [(r.axe, r.action) for r in _plan(text)] == [
        ("Axe 1 : Accueillir", "Ouvrir"),
        ("Axe 2 : Relier", "Informer"),
    ]


def test_a_row_cut_by_a_page_break_is_one_action() -> None:
    rows = _plan(
        "Orientation\tAction\tPilote\tCalendrier\n"
        "Accueillir\tOuvrir un relais dans\tCCVB\t2032\n\n"
        "\tla vallée haute\t\t\n"
        "\t\tet communes\t\n"
    )
    assert [(r.action, r.chef_de_file) for r in rows] == [("Ouvrir un relais dans la vallée haute", "CCVB et communes")]
    assert rows[0].source.ligne_fin == 5


@pytest.mark.parametrize(
    "text",
    [
        "N°2.3\tAccueillir\t\nFormer\t\t\nPilotage, porteur(s)\tCCVB\t\nPublic cible\tFamilles\t\nAction\tA\tB\n",
        "NOM DE L'ÉQUIPEMENT\tTYPE\tADRESSE\tCOMMUNE\nCrèche du Pont\tEAJE\t1 rue Basse\tMirande\n",
        "CHARGES\tMontant\tPRODUITS\tMontant\nAchats\t100\tSubventions\t100\n",
        "Définition\tAnime le projet de territoire\nActivités\tConduit les actions\nRelations\tPartenaires\n",
        "COPIL\tCOTECH\tGroupes de travail\nValide les actions\tPrépare\tPropose\n",
        "Les actions du pilote et des partenaires sont dites ici.\n",
    ],
)
def test_forms_lists_budgets_and_job_descriptions_are_no_plan(text: str) -> None:
    assert _plan(text) == ()


SCAN = """
4.3- Le plan d'actions validé

AXE 1
Accueillir
dans | toute
la | vallée
haute | et
basse | aussi

Création d'un relais itinérant dans la Communes - 2032
vallée haute avec les associations
| du | plateau
Coordination des deux crèches existantes Communes et Caf 2033

Soutenir la
mobilité des
familles

Au sein des différentes structures de la vallée,
conduire des ateliers sur les trajets à pied
et à vélo.

Communes et
habitants

2034

x | y | z

Article 5 : Suite

La suite est au prochain article de cette convention inventée.
"""


def test_a_scanned_plan_gives_its_clear_rows_and_says_they_are_uncertain() -> None:
    text = "Axe 1 : Accueillir dans toute la vallée\n\nLe texte de l'axe dit ce que font les signataires.\n" + SCAN
    rows = _plan(text)
    assert all(r.incertain for r in rows)
    block = next(r for r in rows if r.action.startswith("Au sein"))
    assert (block.chef_de_file, block.echeance) == ("Communes et habitants", "2034")
    assert block.orientation == "Soutenir la mobilité des familles"
    line = next(r for r in rows if r.action.startswith("Coordination"))
    assert (line.action, line.chef_de_file, line.echeance) == (
        "Coordination des deux crèches existantes",
        "Communes et Caf",
        "2033",
    )
    assert line.axe == "Axe 1 : Accueillir dans toute la vallée"


_CELL = st.sampled_from(
    ["", "oui", "CCVB", "Axe 1 : A", "1/ Ouvrir", "Action", "Pilote", "Calendrier", "2031", "x | y"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(_CELL, min_size=1, max_size=6).map("\t".join), max_size=25))
def test_any_table_gives_rows_inside_the_document(lines: list[str]) -> None:
    rows = _plan("\n".join(lines))
    assert all(1 <= r.source.ligne_debut <= r.source.ligne_fin <= len(lines) and r.action for r in rows)
