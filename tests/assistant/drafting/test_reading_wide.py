"""Places, bodies, people and lists said in many ways: what is stated as said, and what is only inferred."""

from __future__ import annotations

import pytest

from assistant.drafting.amendments.targets import content_words
from assistant.drafting.reading import Reading, read_request
from assistant.drafting.reading.bodies import split_bodies, split_list
from assistant.drafting.reading.names import names_of
from assistant.drafting.reading.place_spans import town_of
from assistant.drafting.reading.places import find_place
from corpus.fiche import LigneBudget, Personne
from tests.assistant.drafting.request_cases_wide import CASES


def _said(reading: Reading, champ: str) -> list[str]:
    return [("" if s.sure else "?") + content_words(s.valeur) for s in reading.statements if s.champ == champ]


@pytest.mark.parametrize(("request_", "expected"), CASES, ids=[request[:60] for request, _ in CASES])
def test_a_request_is_read_however_it_is_said(request_: str, expected: dict[str, list[str]]) -> None:
    reading = read_request(request_)
    assert {champ: _said(reading, champ) for champ in expected} == expected


def test_an_inference_tells_its_reason() -> None:
    reading = read_request("Lectures aux aînés à Brume, commune de Brume, avec la MSA.")
    inferred = [s for s in reading.statements if not s.sure]
    assert inferred
    assert all("à confirmer" in s.raison for s in inferred)


def test_gifts_stand_on_both_sides_of_the_contributions_and_out_of_the_budget() -> None:
    reading = read_request(
        "Café des voisins. Charges : boissons et achats 300 €. Produits : Caf 300 €. Bénévolat valorisé à 900 €."
    )
    lines = {
        side: [
            (x.poste, int(x.montant))
            for s in reading.statements
            if s.champ == side and isinstance(x := s.valeur, LigneBudget)
        ]
        for side in ("budget.charges", "budget.contributions.emplois", "budget.contributions.ressources")
    }
    assert lines["budget.contributions.emplois"] == [("Personnel bénévole", 900)]
    assert lines["budget.contributions.ressources"] == [("Bénévolat", 900)]
    assert [amount for _, amount in lines["budget.charges"]] == [300]
    assert not any("équilibré" in alerte for alerte in reading.alertes)


def test_a_total_that_pays_one_kind_of_charge_is_that_charge() -> None:
    reading = read_request(
        "Café des voisins à Brume. Coût total 4 500 € de prestations d'intervenants. Produits : Caf 4 500 €."
    )
    charges = [s.valeur for s in reading.statements if s.champ == "budget.charges"]
    assert [(x.libelle, int(x.montant)) for x in charges if isinstance(x, LigneBudget)] == [
        ("prestations d'intervenants", 4500)
    ]


def test_a_funder_given_by_the_initials_of_the_carrier_has_its_post() -> None:
    reading = read_request("Café des voisins. Porteur Val Brume agglomération. Produits : VBa 2 000 €, Xyz 1 000 €.")
    posts = [(x.libelle, x.sous_poste) for s in reading.statements if isinstance(x := s.valeur, LigneBudget)]
    assert posts == [("VBa", "Communes, communautés de communes ou d'agglomérations"), ("Xyz", None)]


def test_several_people_in_charge_are_read_each_with_their_body() -> None:
    reading = read_request(
        "Café des voisins à Brume. Contacts : Lise Morin, animatrice à la CCVB, l.morin@ccvb.example, et "
        "Paul Ardent, président du foyer rural, p.ardent@foyer.example."
    )
    people = [s.valeur for s in reading.statements if isinstance(s.valeur, Personne)]
    assert [(p.nom, p.fonction, p.structure, p.mail) for p in people] == [
        ("Lise Morin", "animatrice", "CCVB", "l.morin@ccvb.example"),
        ("Paul Ardent", "président", "foyer rural", "p.ardent@foyer.example"),
    ]


@pytest.mark.parametrize(
    "request_",
    [
        "Café des voisins, porté par la MJC. La coordinatrice enfance est le contact.",
        "Café des voisins. Pilotes : Lise Morin (agente, CCVB, l.morin@ccvb.example) et la coordinatrice enfance.",
    ],
)
def test_somebody_named_by_a_function_only_is_in_charge(request_: str) -> None:
    functions = [s.valeur.fonction for s in read_request(request_).statements if isinstance(s.valeur, Personne)]
    assert "coordinatrice enfance" in functions


def test_a_function_before_the_name_is_kept() -> None:
    reading = read_request(
        "Café des voisins. Contact : la coordinatrice jeunesse de la CCVB, Mme Lise Morin (l.morin@ccvb.example)."
    )
    person = next(s.valeur for s in reading.statements if isinstance(s.valeur, Personne))
    assert (person.nom, person.fonction, person.structure) == ("Lise Morin", "coordinatrice jeunesse", "CCVB")


def test_two_bodies_of_a_list_are_nobody() -> None:
    reading = read_request(
        "Café des voisins à Brume. À associer : Entraide Rurale, médecins, Caf d'Orvelle, gestionnaires de crèches."
    )
    assert not any(isinstance(s.valeur, Personne) for s in reading.statements)
    assert _said(reading, "partenaires") == ["Entraide Rurale", "médecins", "Caf d'Orvelle", "gestionnaires de crèches"]


def test_an_address_keeps_its_letters_when_it_holds_an_abbreviation() -> None:
    reading = read_request("Café des voisins à Brume. Contact : Lise Morin, directrice, l.morin@fjt.example.")
    assert next(s.valeur.mail for s in reading.statements if isinstance(s.valeur, Personne)) == "l.morin@fjt.example"


def test_the_action_goes_before_the_subject_of_the_message() -> None:
    reading = read_request("Objet : fiche mobilité\nBonjour,\naction : covoiturage des apprentis\nporteur : MJC")
    assert reading.texts("titre") == ["Covoiturage des apprentis"]
    assert read_request("Objet : covoiturage des apprentis\nPorteur : MJC").texts("titre") == [
        "Covoiturage des apprentis"
    ]


def test_towns_listed_in_capitals_are_known_places() -> None:
    names = names_of(["- La commune BRUME-SUR-ORVE, représentée par son maire", "- La commune LE MIRAIL, représentée"])
    assert names.is_place("Brume-sur-Orve")
    assert names.known("brume sur orve") == "Brume-sur-Orve"
    assert names.is_place("Le Mirail")


def test_a_town_known_to_documents_is_a_place_without_preposition_in_haste() -> None:
    names = names_of(["Un atelier à Brumelle. La ville de Brumelle. Les aînés de Brumelle."])
    reading = read_request("besoin fiche sport sante seniors brumelle, porteur asso les pins", names)
    assert reading.texts("lieu") == ["Brumelle"]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1) trouver un local 2) le peindre", ["trouver un local", "le peindre"]),
        ("- un local - une fête", ["un local", "une fête"]),
        ("a) un local b) une fête", ["un local", "une fête"]),
        ("d'abord un local, puis une fête, enfin un bilan", ["un local", "une fête", "un bilan"]),
        ("un local bien-aimé", ["un local bien-aimé"]),
    ],
)
def test_items_of_one_line_are_parted(text: str, items: list[str]) -> None:
    assert split_list(text) == items


def test_a_shared_noun_goes_to_each_body() -> None:
    assert split_bodies("les mairies de Brume, du Mirail et d'Orvelle") == [
        "mairie de Brume",
        "mairie du Mirail",
        "mairie d'Orvelle",
    ]
    assert split_bodies("les écoles et la mairie de Brume") == ["écoles", "mairie de Brume"]


@pytest.mark.parametrize(
    ("place", "town"),
    [
        ("commune de Brume", "Brume"),
        ("ville du Mirail", "Le Mirail"),
        ("Mirande (Haute-Orvelle)", "Mirande"),
        ("Brume et Orvelle", None),
        ("bassin nord", None),
    ],
)
def test_the_town_of_a_place(place: str, town: str | None) -> None:
    assert town_of(place) == town


@pytest.mark.parametrize(
    "text", ["un atelier à Brume, Porteur : MJC", "à Brume, Maison des jeunes et Caf", "à Brume et Orvelle porte"]
)
def test_a_label_a_body_or_a_subject_is_no_place_of_the_list(text: str) -> None:
    found = find_place(text, names_of([]))
    assert found is not None
    assert found[2] == "Brume"
