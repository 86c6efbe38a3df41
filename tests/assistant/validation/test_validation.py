"""All findings at once; drafts and finals are two states; nothing a fiche holds makes a rule fail."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.drafts import operations as op
from assistant.drafts.model import PARTS, Draft, Valeur
from assistant.validation import RULES, ValidationContext, completeness, context_from, validate, validate_draft
from assistant.validation.checking import PENDING, TO_CHECK
from assistant.validation.money import euros, total
from assistant.validation.typography import unbreakable
from corpus.fiche import CHAMPS, Budget, FicheAction, LigneBudget, Periode, Personne
from corpus.models import Carte
from tests.assistant.drafts.samples import draft_of, hers, proposal
from tests.assistant.fiches import budget, fiche

REQUIRED = 17


def named(validation: Any) -> set[str]:
    return {c.regle for c in validation.constats}


def test_a_complete_fiche_is_valid_without_a_warning() -> None:
    validation = validate(fiche())
    assert validation.valide
    assert validation.completude == 1.0
    assert {c.niveau for c in validation.constats} <= {"conseil"}


def test_an_empty_fiche_names_every_required_field_and_both_dates() -> None:
    validation = validate(FicheAction())
    missing = [c.champ for c in validation.constats if c.regle == "champ_obligatoire"]
    assert len(missing) == REQUIRED + 1
    assert {"echeances.debut", "echeances.fin"} <= set(missing)
    assert not validation.valide
    assert validation.completude == 0.0


def test_every_finding_comes_at_once_the_most_serious_first() -> None:
    validation = validate(fiche(numero="x.y", titre="", porteurs=["Mme Durand"], besoins=["Le RPE est est loin"]))
    assert {"numero_forme", "champ_obligatoire", "porteur_structure", "typographie", "sigle_explique"} <= named(
        validation
    )
    levels = [c.niveau for c in validation.constats]
    assert levels == sorted(levels, key=["erreur", "avertissement", "conseil"].index)


def test_completeness_counts_the_two_dates_as_two() -> None:
    assert completeness(FicheAction(echeances=Periode(debut="2024"))) == round(1 / (REQUIRED + 1), 4)
    assert completeness(FicheAction(echeances=Periode(debut="chaque année"))) == round(2 / (REQUIRED + 1), 4)
    assert completeness(fiche(points_de_vigilance=[], budget=None)) == 1.0


def test_without_context_nothing_is_said_of_the_convention() -> None:
    validation = validate(fiche(axe="Mobilité", echeances={"debut": "2050", "fin": "2060"}, description=["Agir"]))
    assert not named(validation) & {"axe_connu", "hors_convention", "numero_unique", "titre_unique"}


def test_the_context_comes_from_a_card_and_the_other_fiches() -> None:
    carte = Carte(axes=("Jeunesse",), periode_debut="2023", periode_fin="2027")
    context = context_from(carte, [FicheAction(numero="2.3", titre="Autre titre")])
    assert context == ValidationContext(("Jeunesse",), "2023", "2027", ("2.3",), ("Autre titre",))
    assert {"numero_unique", "axe_connu"} <= named(validate(fiche(), context))


def test_the_balance_names_the_difference_and_the_line_to_add() -> None:
    short_of = validate(fiche(budget=budget(charges=[{"poste": "Achats", "montant": 21500}])))
    found = next(c for c in short_of.constats if c.regle == "budget_equilibre")
    assert unbreakable("1 500 €") in found.piste
    assert "Insuffisance prévisionnelle" in found.piste
    over = validate(fiche(budget=budget(charges=[{"poste": "Achats", "montant": "19999.50"}])))
    found = next(c for c in over.constats if c.regle == "budget_equilibre")
    assert unbreakable("0,50 €") in found.piste
    assert "Excédent prévisionnel" in found.piste


def draft_with(fields: FicheAction) -> Draft:
    """A draft whose values are all the coordinator's."""
    draft = draft_of()
    for cle, champ in CHAMPS.items():
        value = getattr(fields, cle)
        if champ.nature == "echeances":
            draft = op.add(op.add(draft, f"{cle}.debut", value.debut), f"{cle}.fin", value.fin)
        elif champ.nature != "budget":
            for item in [value] if isinstance(value, str) else value:
                draft = op.add(draft, cle, item)
    return draft


def test_a_draft_of_settled_values_is_valid() -> None:
    assert validate_draft(draft_with(fiche())).valide


def test_a_required_field_with_only_a_proposal_is_an_error_that_says_so() -> None:
    draft = draft_with(fiche())
    lieu = draft.of("lieu")[0]
    waiting = op.offer(op.remove(draft, lieu.id), [proposal("lieu", "Six communes", ident="p")])
    found = [c for c in validate_draft(waiting).constats if c.champ == "lieu" and c.niveau == "erreur"]
    assert [c.regle for c in found] == [PENDING]
    assert "Six communes" in found[0].message
    assert "accepter ou refuser" in found[0].piste
    assert validate_draft(op.accept(waiting, "p")).valide
    refused = validate_draft(op.refuse(waiting, "p"))
    assert [c.regle for c in refused.constats if c.champ == "lieu" and c.niveau == "erreur"] == ["champ_obligatoire"]


def test_a_proposal_beside_a_settled_value_only_advises() -> None:
    draft = op.offer(draft_with(fiche()), [proposal("moyens", "Un second véhicule")])
    validation = validate_draft(draft)
    assert validation.valide
    assert [c.niveau for c in validation.constats if c.regle == PENDING] == ["conseil"]


def test_a_value_to_check_is_a_warning() -> None:
    inferred = hers("echeances.fin", "2026").model_copy(update={"etat": "a_verifier", "raison": "une seule année"})
    found = [c for c in validate_draft(draft_of(inferred)).constats if c.regle == TO_CHECK]
    assert [(c.niveau, c.champ) for c in found] == [("avertissement", "echeances.fin")]
    assert "une seule année" in found[0].message


AMOUNTS = st.decimals(min_value=0, max_value=10**7, places=2)
LINES = st.lists(st.builds(LigneBudget, poste=st.sampled_from(["Achats", "Autres"]), montant=AMOUNTS), max_size=6)


@given(LINES, LINES)
def test_a_budget_balances_exactly_when_the_named_line_is_added(
    charges: list[LigneBudget], produits: list[LigneBudget]
) -> None:
    def check(left: list[LigneBudget], right: list[LigneBudget]) -> bool:
        found = validate(FicheAction(budget=Budget(charges=left, produits=right)))
        return "budget_equilibre" not in named(found)

    gap = total(charges) - total(produits)
    assert check(charges, produits) == (gap == 0)
    if gap > 0:
        assert check(charges, [*produits, LigneBudget(poste="Insuffisance prévisionnelle", montant=gap)])
    elif gap < 0:
        assert check([*charges, LigneBudget(poste="Excédent prévisionnel", montant=-gap)], produits)


def test_amounts_that_came_through_floats_balance() -> None:
    tenths = [LigneBudget(poste="Achats", montant=Decimal(value)) for value in (0.1, 0.2)]
    whole = LigneBudget(poste="Ventes", montant=Decimal("0.3"))
    assert total(tenths) == total([whole])
    assert euros(Decimal("1234567.5")) == "1 234 567,50 €"
    assert euros(Decimal("1E+400")).endswith("€")


DATES = st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31))
WRITTEN = st.sampled_from(["%d/%m/%Y", "%Y-%m-%d", "%m/%Y", "%Y"])


@given(DATES, DATES, WRITTEN, WRITTEN)
def test_dates_are_out_of_order_only_when_they_certainly_are(
    debut: dt.date, fin: dt.date, one: str, other: str
) -> None:
    period = Periode(debut=debut.strftime(one), fin=fin.strftime(other))
    wrong = "ordre_des_dates" in named(validate(FicheAction(echeances=period)))
    if debut <= fin:
        assert not wrong
    elif one == other == "%d/%m/%Y" or debut.year > fin.year:
        assert wrong


TEXTS = st.text(max_size=40) | st.sampled_from(
    ["XXXX", "12/13/2025", "<p>", "a@b", "RPE (", "[à préciser]", "N°", "2.3"]
)
FICHES = st.builds(
    FicheAction,
    numero=st.none() | TEXTS,
    axe=st.none() | TEXTS,
    titre=st.none() | TEXTS,
    porteurs=st.lists(TEXTS, max_size=3),
    echeances=st.builds(Periode, debut=st.none() | TEXTS, fin=st.none() | TEXTS),
    personnes_en_charge=st.lists(st.builds(Personne, nom=TEXTS, fonction=TEXTS, mail=TEXTS), max_size=2),
    description=st.lists(TEXTS, max_size=3),
    effets_attendus=st.lists(TEXTS, max_size=3),
    indicateurs=st.lists(TEXTS, max_size=3),
    budget=st.none()
    | st.builds(
        Budget,
        charges=st.lists(st.builds(LigneBudget, poste=TEXTS, sous_poste=TEXTS, montant=AMOUNTS), max_size=3),
        produits=st.lists(
            st.builds(LigneBudget, poste=TEXTS, montant=st.decimals(0, allow_nan=False, allow_infinity=False)),
            max_size=3,
        ),
    ),
)


@settings(max_examples=150, deadline=None)
@given(FICHES)
def test_no_fiche_makes_a_rule_fail(any_fiche: FicheAction) -> None:
    validation = validate(any_fiche, ValidationContext(axes=("Axe 1", ""), periode_debut="?", numeros=("", "2.3")))
    assert 0 <= validation.completude <= 1
    assert all(c.regle in RULES and c.message and c.piste for c in validation.constats)
    fields = set(CHAMPS) | set(PARTS) | {None}
    assert {c.champ for c in validation.constats} <= fields


@pytest.mark.parametrize("champ", ["titre", "moyens"])
def test_a_refused_value_does_not_count(champ: str) -> None:
    refused: Valeur = proposal(champ, "Ouvrir un lieu", etat="refuse")
    assert validate_draft(draft_of(refused)).completude == 0.0


def test_what_no_indicator_follows_is_one_finding_with_the_proposed_indicators() -> None:
    draft = draft_of(
        hers("objectifs_operationnels", "Former les assistantes maternelles"),
        hers("objectifs_operationnels", "Réunir les grands-parents"),
        hers("indicateurs", "Nombre de jeux prêtés"),
        proposal("indicateurs", "Part des assistantes maternelles formées"),
    )
    found = [c for c in validate_draft(draft).constats if c.regle == "objectif_sans_indicateur"]
    assert len(found) == 1
    assert "2 objectifs" in found[0].message
    assert "Part des assistantes maternelles formées" in found[0].piste


@pytest.mark.parametrize(
    "step",
    [
        *("Ouvert en 2018, le lieu accueille", "Le projet social 2019-2022 l'a montré", "CTG 2020-2024 : poursuite"),
        *("Une salle de 2000 m2", "Convention signée en 2021"),
    ],
)
def test_a_year_that_dates_no_step_is_left_alone(step: str) -> None:
    assert "etape_hors_periode" not in named(validate(fiche(description=[step])))
