"""Other words for a value: a proposal beside it, shown as a difference, accepted or refused, its facts untouched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.drafting.contract import as_contract
from assistant.drafting.model import Drafting
from assistant.drafts import operations as op
from assistant.rewording import NEEDS_MODEL, asked, request_for
from assistant.workshop import Workshop
from corpus.errors import UsageError
from tests.assistant.engines.scripts import scripted, tasks, workshop_with

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.drafts.model import Draft
    from tests.assistant.engines.fake_endpoint import FakeEndpoint

FIRST = "avoir 24 familles qui viennent au relais chaque semaine"
SECOND = "que les parents ne restent pas seuls"
BETTER = "Accueillir 24 familles au relais chaque semaine"


def drafted(tmp_path: Path) -> Draft:
    draft = Workshop(tmp_path).start_draft("Ouvrir un relais à Brumeval, porté par le centre social.").draft
    assert draft is not None
    for words in (FIRST, SECOND):
        draft = op.add(draft, "objectifs_operationnels", words)
    return draft


def texts(draft: Draft | None) -> list[str]:
    assert draft is not None
    return [str(v.valeur) for v in draft.of("objectifs_operationnels", proposals=False)]


@pytest.mark.parametrize(
    ("message", "targets", "consigne"),
    [
        ("reformule l'objectif 1", [FIRST], ""),
        ("Peux-tu reformuler le deuxième objectif ?", [SECOND], ""),
        ("reformule l'objectif 2 en plus court", [SECOND], "en plus court"),
        ("réécris l'objectif 1, plus simplement", [FIRST], "plus simplement"),
        ("simplifie l'objectif 1", [FIRST], "plus simple"),
        ("reformule les objectifs", [FIRST, SECOND], ""),
        ("redis autrement l'objectif des parents", [], "autrement l'objectif des parents"),
        ("reformule", [], ""),
    ],
)
def test_what_is_to_be_said_in_other_words(tmp_path: Path, message: str, targets: list[str], consigne: str) -> None:
    found = asked(drafted(tmp_path), message)
    assert found is not None
    assert ([v.valeur for v in found.targets], found.consigne) == (targets, consigne)


@pytest.mark.parametrize(
    "message",
    ["reformule l'objectif 1 en « recevoir les familles »", "ajoute le RPE", "remplace l'objectif 2 par jouer", "oui"],
)
def test_what_is_not(tmp_path: Path, message: str) -> None:
    assert asked(drafted(tmp_path), message) is None


def test_other_words_are_a_proposal_beside_the_value(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.mode = scripted(reformuler={"texte": BETTER})
    workshop = workshop_with(fake, tmp_path)
    turn = workshop.say(drafted(tmp_path), "reformule l'objectif 1")
    assert turn.draft is not None
    (proposal,) = [v for v in turn.draft.valeurs if v.is_rewording]
    assert (proposal.valeur, proposal.origine, proposal.etat) == (BETTER, "modele", "propose")
    assert f"Avant : {FIRST}\nAprès : {BETTER}" in turn.text
    assert texts(turn.draft) == [FIRST, SECOND]
    assert turn.draft.fiche().objectifs_operationnels == [FIRST, SECOND]
    contract = as_contract(Drafting(draft=turn.draft))
    rows = contract["provenance"]
    assert isinstance(rows, list)
    assert BETTER not in [row["valeur"] for row in rows]
    accepted = workshop.say(turn.draft, "accepte").draft
    assert texts(accepted) == [BETTER, SECOND]
    assert accepted is not None
    assert texts(op.undo(accepted)) == [FIRST, SECOND]
    refused = workshop.say(turn.draft, "non, garde l'ancienne formulation").draft
    assert texts(refused) == [FIRST, SECOND]
    assert refused is not None
    assert not any(v.is_rewording for v in refused.valeurs)
    assert texts(workshop.drafts.load(refused.id)) == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("Accueillir 42 familles au relais chaque semaine", "42"),
        ("Accueillir les familles au relais chaque semaine", "24"),
        ("Accueillir 24 familles au relais de Zanzibar chaque semaine", "Zanzibar"),
        ("Accueillir 24 familles au relais chaque mois", "mois"),
        ("Ne pas accueillir 24 familles au relais chaque semaine", "négation"),
        (FIRST, "les mêmes"),
    ],
)
def test_words_that_change_a_fact_are_turned_down(fake: FakeEndpoint, tmp_path: Path, said: str, why: str) -> None:
    fake.mode = scripted(reformuler={"texte": said})
    draft = drafted(tmp_path)
    turn = workshop_with(fake, tmp_path).say(draft, "reformule l'objectif 1")
    assert turn.kind == "refus"
    assert turn.draft is None
    assert "écartée" in turn.text
    assert why in turn.text


def test_a_negation_is_not_lost(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.mode = scripted(reformuler={"texte": "Que les parents restent seuls"})
    assert workshop_with(fake, tmp_path).say(drafted(tmp_path), "reformule l'objectif 2").kind == "refus"


def test_the_embedded_engine_says_that_a_model_is_needed(tmp_path: Path) -> None:
    turn = Workshop(tmp_path).say(drafted(tmp_path), "reformule l'objectif 1")
    assert (turn.kind, turn.text, turn.draft) == ("refus", NEEDS_MODEL, None)


def test_a_value_must_be_named(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.mode = scripted()
    with pytest.raises(UsageError, match="Quelle valeur"):
        workshop_with(fake, tmp_path).say(drafted(tmp_path), "reformule")
    assert tasks(fake) == []


@pytest.mark.parametrize("mode", [401, 500, "html", "vide"], ids=str)
def test_a_failure_is_told_and_nothing_changes(fake: FakeEndpoint, tmp_path: Path, mode: object) -> None:
    fake.mode = mode
    turn = workshop_with(fake, tmp_path).say(drafted(tmp_path), "reformule l'objectif 1")
    assert (turn.kind, turn.draft) == ("refus", None)
    assert "« essai »" in turn.text


def test_a_bare_yes_is_about_the_words_just_proposed_only(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.mode = scripted(reformuler={"texte": BETTER})
    workshop = workshop_with(fake, tmp_path)
    draft = workshop.say(drafted(tmp_path), "reformule l'objectif 1").draft
    assert draft is not None
    later = workshop.say(draft, "ajoute la PMI aux partenaires").draft
    assert later is not None
    still = workshop.say(later, "oui").draft or later
    assert texts(still) == [FIRST, SECOND]
    assert texts(workshop.say(later, "accepte la reformulation").draft) == [BETTER, SECOND]


@pytest.mark.parametrize(
    "champ", ["titre", "besoins", "description", "moyens", "effets_attendus", "indicateurs", "lieu"]
)
@pytest.mark.parametrize("words", ["", "plus court", "en une phrase"])
def test_the_command_on_a_value_asks_for_that_value(tmp_path: Path, champ: str, words: str) -> None:
    draft = op.add(op.add(drafted(tmp_path), champ, "un premier"), champ, "un deuxième")
    value = draft.of(champ)[-1]
    found = asked(draft, request_for(draft, value, words))
    assert found is not None
    assert [v.id for v in found.targets] == [value.id]
    assert found.consigne == words
