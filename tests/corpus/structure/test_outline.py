"""Headings are found by their signals, placed in context, and span what they govern."""

from __future__ import annotations

import pytest

from corpus.models import Section
from corpus.structure import outline
from tests.corpus.structure.samples import CONVENTION, DENSE, document, kinds, line_of


def _only(text: str) -> list[tuple[str, str | None, str]]:
    return [(s.kind, s.number, s.title) for s in outline(document(text))]


def _section(sections: tuple[Section, ...], start: str) -> Section:
    return next(s for s in sections if s.title.startswith(start))


def test_the_parts_of_a_convention_come_in_order() -> None:
    found = [s.kind for s in outline(document(CONVENTION)) if s.level == 1]
    expected = ["titre", "parties", "sommaire", "visas", "preambule", "article", "article", "signatures"]
    assert found == [*expected, "annexe", "annexe"]


def test_the_title_takes_the_years_printed_below_it() -> None:
    assert outline(document(CONVENTION))[0].title == "CONVENTION TERRITORIALE GLOBALE 2031-2035"


def test_a_sommaire_is_one_section_and_its_lines_are_no_headings() -> None:
    doc = document(CONVENTION)
    sections = outline(doc)
    assert kinds(sections, "article") == ["1", "2"]
    assert kinds(sections, "annexe") == ["1", "2"]
    assert _section(sections, "Article 1").source.ligne_debut == line_of(doc, "Article 1", 2)


def test_a_section_ends_before_the_next_of_its_level() -> None:
    doc = document(CONVENTION)
    sections = outline(doc)
    article = _section(sections, "Article 1")
    assert article.source.ligne_fin == line_of(doc, "Article 2", 2) - 1
    fiche = _section(sections, "Fiche action 1.1")
    assert fiche.source.ligne_fin == line_of(doc, "Fiche action 2.1") - 1
    assert _section(sections, "Annexe 2").source.ligne_fin == len(doc.lines)


def test_headings_are_nested_in_what_holds_them() -> None:
    sections = outline(document(CONVENTION))
    assert _section(sections, "Fiche action 2.1").path[0] == "Annexe 2 : Fiches actions"
    assert _section(sections, "1.2 : Former").path == (
        "Article 1 : Objet",
        "Axe 1 : Accueillir les jeunes enfants dans toutes les vallées",
        "1.2 : Former les équipes",
    )
    contexte = _section(sections, "Contexte")
    assert (contexte.kind, contexte.path[1]) == ("rubrique", "Fiche action 1.1 : Ouvrir une crèche itinérante")


def test_an_instance_is_told_from_a_plain_heading() -> None:
    assert "Le comité de pilotage est composé" in [
        s.title for s in outline(document(CONVENTION)) if s.kind == "instance"
    ]


@pytest.mark.parametrize(
    ("line", "kind", "number"),
    [
        ("Article 3 : Les engagements", "article", "3"),
        ("ARTICLE IV. LES ENGAGEMENTS", "article", "IV"),
        ("ARTICLE 1 - LES ENGAGEMENTS", "article", "1"),
        ("Article 1^{er}. - Les engagements", "article", "1"),
        ("s Article 2 : Les engagements", "article", "2"),
        ("Préambule :", "preambule", None),
        ("Article préliminaire : Préambule", "preambule", None),
        ("ANNEXE 2 – Liste des équipements", "annexe", "2"),
        ("Axe 1 : Accueillir", "axe", "1"),
        ("AXE 3 :Coopérer", "axe", "3"),
        ("Fiche action 1.1 : la coordination", "fiche", "1.1"),
        ("FICHE-ACTION N°4 Transports", "fiche", "4"),
        ("ACTION 2 : Ouvrir un relais", "fiche", "2"),
        ("4.3- Le plan d'actions validé", "plan", "4.3"),
        ("1. Le comité de pilotage", "instance", "1"),
        ("II. Les moyens du territoire", "chapitre", "II"),
        ("Chantier 2 : « La mobilité »", "chapitre", "2"),
        ("**Les moyens du projet**", "rubrique", None),
        ("LES MISSIONS DU SERVICE", "rubrique", None),
        ("Pour la communauté de communes :", "intertitre", None),
    ],
)
def test_each_way_of_writing_a_heading_is_recognised(line: str, kind: str, number: str | None) -> None:
    content = "Les signataires mettent en commun leurs moyens et rendent compte chaque année de leur emploi."
    found = _only(f"\n{line}\n\n{content}\n")
    assert [(k, n) for k, n, _ in found] == [(kind, number)]


@pytest.mark.parametrize(
    "line",
    [
        "Article 6 de la loi citée plus haut, les parties s'engagent à échanger leurs données.",
        "- Axe 1 : accueillir les jeunes enfants dans la vallée",
        "Les fiches action de la vallée seront jointes par avenant avant la fin de 2033",
        "Fiche de poste du coordinateur, à joindre à la demande.",
        "articles 33 à 36 du règlement, qui s'appliquent aux traitements de données",
        "Madame Ida Lorme",
        "Elle a pour objet :",
        "Développer les compétences des équipes et leur accès aux formations",
        "2) Recenser les besoins des familles",
    ],
)
def test_sentences_items_and_names_are_no_headings(line: str) -> None:
    following = "Les signataires mettent en commun leurs moyens et rendent compte chaque année de leur emploi."
    assert _only(f"Le texte commence ici par une phrase entière.\n\n{line}\n\n{following}\n") == []


def test_a_title_on_the_next_line_belongs_to_its_label() -> None:
    found = _only("ANNEXE 4\n\nLES MODALITES DE PILOTAGE\n\nLe pilotage est confié à deux instances du territoire.\n")
    assert found == [("annexe", "4", "ANNEXE 4 LES MODALITES DE PILOTAGE")]


def test_a_heading_cut_over_two_lines_is_joined() -> None:
    text = "Article 2 : Portrait social du territoire de la vallée haute et\nde son plateau\n\nLe territoire change.\n"
    assert _only(text) == [
        ("article", "2", "Article 2 : Portrait social du territoire de la vallée haute et de son plateau")
    ]


def test_articles_of_an_annexed_charter_stay_in_the_annexe() -> None:
    text = (
        "Article 1 : Objet\n\nLe texte de l'objet.\n\nANNEXE 7\n\nCHARTE DU SERVICE PUBLIC\n\nPRÉAMBULE\n\n"
        "Les partenaires partagent ces principes.\n\nARTICLE 1 LE SERVICE EST OUVERT\n\nIl l'est à tous.\n"
    )
    sections = outline(document(text))
    assert [(s.level, s.kind) for s in sections] == [(1, "article"), (1, "annexe"), (2, "preambule"), (2, "article")]


def test_a_form_table_opens_a_fiche_and_a_blank_one_a_template() -> None:
    form = "{0}\tAccueillir\n{1}\t\nPilotage, porteur(s)\tCCVB\nPublic cible\tFamilles\nPartenaires à associer\tCaf\n"
    text = form.format("N°2.3", "Former les équipes") + "\n" + form.format("N°XX", "Titre")
    assert _only(text) == [("fiche", "2.3", "N°2.3 – Former les équipes"), ("modele", None, "N°XX – Titre")]


def test_rows_of_a_table_are_no_headings() -> None:
    assert _only("Article 1 : Objet\tpage\nAxe 1 : Accueillir\toui\nLES MOYENS\tnon\n") == []


def test_a_theme_in_capitals_groups_the_fiches_below_it() -> None:
    action = "ACTION {0} : Agir\n\nObjectifs :\n\n- Agir vite\n\nEchéancier : 2033\n"
    themes = "".join(f"{theme}\n\n{action.format(1)}" for theme in ("PETITE ENFANCE", "JEUNESSE"))
    text = f"ANNEXE 4 : Premières fiches\n\n{themes}"
    sections = outline(document(text))
    fiches = [s for s in sections if s.kind == "fiche"]
    assert [s.path[1] for s in fiches] == ["PETITE ENFANCE", "JEUNESSE"]
    assert fiches[0].source.ligne_fin == _section(sections, "JEUNESSE").source.ligne_debut - 1


def test_a_list_of_fiches_is_not_a_run_of_fiches() -> None:
    text = (
        "Fiche action 1 : Ouvrir\nFiche action 2 : Former\nFiche action 3 : Relier\n\n"
        "Fiche action 1 : Ouvrir\n\nObjectifs :\n\n- Dix places\n"
    )
    assert [s.source.ligne_debut for s in outline(document(text)) if s.kind == "fiche"] == [3, 5][-1:]


def test_a_document_without_blank_lines_is_read_as_well() -> None:
    sections = outline(document(DENSE))
    assert [s.kind for s in sections if s.level == 1] == [
        "titre", "parties", "preambule", "article", "article", "signatures", "annexe",
    ]  # fmt: skip
    assert kinds(sections, "fiche") == ["1.1", "2.1"]
    assert kinds(sections, "orientation") == ["1", "1.1", "2", "2.1"]
    assert [s.title for s in sections if s.kind == "rubrique"] == ["Contexte", "Indicateurs", "Public visé", "Contexte"]


def test_signatures_hold_no_other_section() -> None:
    signed = "Fait à Mirande, le 2 février 2031\n\nLe maire\n\n"
    text = f"Article 1 : Objet\n\nLe texte.\n\n{signed}Fiche action 1 : Ouvrir\n\nObjectifs :\n\n- Dix places\n"
    sections = outline(document(text))
    assert [(s.kind, s.level) for s in sections] == [("article", 1), ("signatures", 1), ("fiche", 1), ("rubrique", 2)]


def test_the_next_axe_closes_the_fiche_above_it_and_an_axe_in_its_header_does_not() -> None:
    fiche = "Fiche action {0} : Agir\n\nAxe {1} : Accueillir\n\nContexte\n\n" + "Le besoin est grand. " * 5
    fiche += "\n\nIndicateurs :\n\n- Un\n- Deux\n\n"
    text = "Axe 1 : Accueillir\n\n" + fiche.format("1.1", 1) + "Axe 2 : Relier\n\n" + fiche.format("2.1", 2)
    sections = outline(document(text))
    assert [(s.level, s.kind) for s in sections if s.kind in ("axe", "fiche")] == [
        (1, "axe"), (2, "fiche"), (1, "axe"), (2, "fiche"),
    ]  # fmt: skip


def test_orientations_hold_objectives_which_hold_fiches() -> None:
    text = (
        "Orientation stratégique n°1 : Accueillir\n\nObjectif opérationnel 1.1 : Ouvrir\n\n"
        "Fiche-action 1.1.1 – Une halte\n\nContexte\n\nAucune place n'existe dans le sud de la vallée.\n"
    )
    assert [(s.level, s.kind) for s in outline(document(text))] == [
        (1, "orientation"), (2, "orientation"), (3, "fiche"), (4, "rubrique"),
    ]  # fmt: skip


def test_the_marks_of_markdown_give_the_levels() -> None:
    text = (
        "# Projet social\n\n## Axe 1 – Relier\n\n### Fiche 1 : Le café\n\n#### Objectifs\n\n- Un\n\n"
        "#### Partenaires\n\nLa ville\n\n### Fiche 2 : Le jardin\n\n## Axe 2 – Grandir\n\nLe texte de l'axe.\n"
    )
    found = [(s.level, s.kind) for s in outline(document(text))]
    assert found == [
        (1, "titre"), (1, "axe"), (2, "fiche"), (3, "rubrique"), (3, "rubrique"), (2, "fiche"), (1, "axe"),
    ]  # fmt: skip


def test_an_empty_document_has_no_section() -> None:
    assert outline(document("")) == ()
    assert outline(document("\n\n \n")) == ()
