"""The card says what the text states, in its words, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.extraction.carte import read_carte
from corpus.extraction.carte_sigles import spells
from corpus.models import Carte
from corpus.structure import outline
from tests.corpus.structure.samples import CONVENTION, DENSE, PLAN, document, line_of, padded


def _carte(text: str) -> Carte:
    doc = document(text)
    return read_carte(doc, outline(doc))


def test_a_convention_is_identified_in_its_own_words() -> None:
    carte = _carte(CONVENTION)
    assert carte.titre == "CONVENTION TERRITORIALE GLOBALE 2031-2035"
    assert carte.territoire == "Territoire du Val-de-Brume"
    assert carte.caf == "Haute-Orvelle"
    assert (carte.periode_debut, carte.periode_fin) == ("1er janvier 2031", "31 décembre 2035")
    assert carte.date_signature == "12 janvier 2031"
    assert carte.type == "ctg"
    assert carte.signataires == (
        "Caisse d'allocations familiales de la Haute-Orvelle",
        "communauté de communes du Val-de-Brume (CCVB)",
        "syndicat des écoles de Mirande",
    )
    assert carte.axes == ("Accueillir les jeunes enfants dans toutes les vallées", "Rendre les droits accessibles")
    assert carte.contradictions == ()


def test_each_field_knows_its_lines() -> None:
    doc = document(CONVENTION)
    sources = read_carte(doc, outline(doc)).sources
    assert sources["date_signature"].ligne_debut == line_of(doc, "le 12 janvier")
    assert sources["periode_fin"].ligne_debut == line_of(doc, "Elle est conclue")
    assert sources["titre"].ligne_debut == line_of(doc, "CONVENTION")
    assert set(sources) == {
        "titre", "territoire", "caf", "periode_debut", "periode_fin", "signataires", "date_signature", "axes",
    }  # fmt: skip


def test_what_the_text_does_not_state_stays_empty() -> None:
    carte = _carte("Réunion du 4 mai\n\nLes participants ont échangé sur la suite du projet.\n")
    assert carte == Carte()


@pytest.mark.parametrize("signed", ["Fait à Le.....2031", "Fait à Brume, le", "Fait à Brume, le      mars 2031"])
def test_a_blank_to_be_filled_in_is_no_date(signed: str) -> None:
    text = CONVENTION.replace("Fait à Brume-le-Haut,\nle 12 janvier 2031", signed)
    assert _carte(text).date_signature is None


def test_the_title_in_capitals_takes_the_territory_as_the_text_prints_it() -> None:
    text = CONVENTION.replace("Territoire du Val-de-Brume", "TERRITOIRE DU VAL-DE-BRUME")
    assert _carte(text).territoire == "Val-de-Brume"


def test_the_first_collectivity_is_the_territory_when_no_line_names_it() -> None:
    text = CONVENTION.replace("Territoire du Val-de-Brume", "")
    assert _carte(text).territoire == "communauté de communes du Val-de-Brume"


def test_the_years_of_the_title_stand_in_for_a_missing_article() -> None:
    text = CONVENTION.replace(", du 1er janvier 2031 au 31 décembre 2035", "")
    carte = _carte(text)
    assert (carte.periode_debut, carte.periode_fin) == ("2031", "2035")


def test_an_end_without_a_start_is_kept_alone() -> None:
    text = CONVENTION.replace("\n2031-2035", "").replace(
        "pour une durée de 5 ans, du 1er janvier 2031 au", "à compter de la date de signature jusqu'au"
    )
    carte = _carte(text)
    assert (carte.periode_debut, carte.periode_fin) == (None, "31 décembre 2035")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("\n2031-2035", "\n2031-2034", "le titre « 2034 »"),
        ("durée de 5 ans", "durée de 4 ans", "La durée annoncée est de 4 ans"),
        ("le 12 janvier 2031", "le 12 janvier 2030", "avant la délibération du 4 novembre 2030"),
        ("Annexe 2 : Fiches actions\n\n", "Annexe 2 : Plan d'actions 2030-2034\n\n", "porte sur 2030-2034"),
        ("La directrice\n", "La directrice\nFait à Brume, le 14 janvier 2031\n", "plusieurs dates de signature"),
    ],
)
def test_a_contradiction_is_kept_and_said(old: str, new: str, said: str) -> None:
    found = _carte(CONVENTION.replace(old, new)).contradictions
    assert len(found) == 1
    assert said in found[0]


def test_parties_wrapped_over_several_lines_are_read_whole() -> None:
    text = (
        "Convention territoriale globale\n\nEntre :\n\n"
        "la Caisse d'Allocations Familiales de Haute-Orvelle, représentée\n"
        "par sa Directrice, Mme Ida LORME ;\nla Communauté urbaine d'Orvelle, représentée par son Président, M. Paul\n"
        "SERIN ;\nci-après dénommée « la CUO » ;\n\nla commune de Mirande, représentée par son\nMaire ;\n\n"
        "Article 1 : Objet\n\nLe texte.\n"
    )
    carte = _carte(text)
    assert carte.signataires == (
        "Caisse d'Allocations Familiales de Haute-Orvelle", "Communauté urbaine d'Orvelle", "commune de Mirande",
    )  # fmt: skip
    assert carte.sigles["CUO"] == "Communauté urbaine d'Orvelle"


def test_parties_and_dates_written_in_prose_are_read() -> None:
    carte = _carte(DENSE)
    assert carte.signataires == (
        "Caisse d'allocations familiales du Cendré", "communauté d'agglomération du Pays de Mirande (CAPM)",
    )  # fmt: skip
    assert (carte.periode_debut, carte.periode_fin) == ("1er mars 2031", "31 décembre 2034")
    assert (carte.caf, carte.date_signature, carte.type) == ("Cendré", "2 février 2031", "ctg")
    assert carte.axes == ("L'accueil", "Les droits")


def test_the_axes_may_stand_only_in_the_plan() -> None:
    text = CONVENTION.replace("Axe 1 :", "Pour").replace("Axe 2 :", "Pour") + padded(PLAN, 5)
    assert _carte(text).axes == ("Accueillir les jeunes enfants", "Rendre les droits accessibles")


def test_two_lists_of_axes_that_disagree_give_none() -> None:
    text = "Axe 1 : Accueillir\n\nTexte.\n\nAxe 2 : Relier\n\nTexte.\n\nAxe 1 : Loger\n\nTexte.\n"
    assert _carte(text).axes == ()


@pytest.mark.parametrize(
    ("line", "sigle", "long"),
    [
        ("Le Relais petite enfance (RPE) accueille.", "RPE", "Relais petite enfance"),
        ("la GPEC (*gestion prévisionnelle des emplois et des compétences*)", "GPEC", None),
        ("*AIO : Accueil, Information, Orientation des publics", "AIO", "Accueil, Information, Orientation"),
        ("la convention d'objectifs et de gestion 2028-2032 (Cog) de l'État", "Cog", None),
    ],
)
def test_abbreviations_defined_by_the_text_are_kept(line: str, sigle: str, long: str | None) -> None:
    sigles = _carte(f"Convention de test\n\n{line}\n").sigles
    assert sigle in sigles
    assert long is None or sigles[sigle] == long


@pytest.mark.parametrize(
    "line", ["Un atelier (Mirande) est ouvert.", "Voir la carte (PDF) du territoire.", "Axe 1 (A)"]
)
def test_any_parenthesis_is_no_abbreviation(line: str) -> None:
    assert _carte(f"Convention de test\n\n{line}\n").sigles == {}


def test_small_words_may_be_skipped_by_an_abbreviation() -> None:
    assert spells("accueil de loisirs sans hébergement", "ALSH")
    assert not spells("accueil de loisirs", "ALSH")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(CONVENTION.splitlines()), st.text(max_size=50)), max_size=50))
def test_any_text_gives_a_card_whose_sources_stand_in_it(lines: list[str]) -> None:
    doc = document("\n".join(" ".join(line.split()) for line in lines))
    carte = read_carte(doc, outline(doc))
    assert all(1 <= s.ligne_debut <= s.ligne_fin <= len(doc.lines) for s in carte.sources.values())
