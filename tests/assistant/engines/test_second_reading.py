"""A message read again by a model: in the coordinator's words, to be confirmed, and never instead of the reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.workshop import Workshop
from tests.assistant.engines.scripts import scripted, tasks, workshop_with

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.drafts.model import Draft
    from tests.assistant.engines.fake_endpoint import FakeEndpoint

REQUEST = "Ouvrir une ludothèque itinérante à Brumeval, portée par le centre social, de 2025 à 2027."
NOT_READ = "la PMI serait de la partie"
ADDS = {"intention": "modification", "changements": [{"champ": "partenaires", "action": "ajouter", "valeur": "la PMI"}]}


def opened(workshop: Workshop) -> Draft:
    draft = workshop.start_draft(REQUEST).draft
    assert draft is not None
    return draft


def test_what_the_reading_does_not_understand_is_read_by_the_model(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.mode = scripted(interpreter=ADDS)
    workshop = workshop_with(fake, tmp_path)
    turn = workshop.say(opened(workshop), NOT_READ)
    assert turn.kind == "modification"
    assert turn.draft is not None
    (value,) = turn.draft.of("partenaires")
    assert (value.valeur, value.etat, value.origine) == ("la PMI", "a_verifier", "utilisateur")
    assert "à confirmer" in turn.text
    assert workshop.drafts.load(turn.draft.id).of("partenaires") == [value]
    confirmed = workshop.say(turn.draft, "oui").draft
    assert confirmed is not None
    assert confirmed.of("partenaires")[0].etat == "accepte"
    undone = workshop.say(turn.draft, "annule").draft
    assert undone is not None
    assert not undone.of("partenaires")


def test_what_is_understood_is_not_read_again(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.mode = scripted(interpreter=ADDS)
    workshop = workshop_with(fake, tmp_path)
    workshop.say(opened(workshop), "ajoute le RPE aux partenaires")
    assert "interpreter" not in tasks(fake)


def test_the_part_not_understood_is_read_beside_the_rest(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.mode = scripted(interpreter=ADDS)
    workshop = workshop_with(fake, tmp_path)
    draft = opened(workshop)
    turn = workshop.say(draft, f"{NOT_READ} ; ajoute le RPE aux partenaires")
    assert turn.draft is not None
    assert [(v.valeur, v.etat) for v in turn.draft.of("partenaires")] == [("RPE", "accepte"), ("la PMI", "a_verifier")]
    assert len(turn.draft.historique) == len(draft.historique) + 1


def test_what_was_not_said_is_dropped_and_told(fake: FakeEndpoint, tmp_path: Path) -> None:
    invented = {"champ": "partenaires", "action": "ajouter", "valeur": "Gontran Vauquelin, 250 000 €"}
    fake.mode = scripted(interpreter={"intention": "modification", "changements": [invented]})
    workshop = workshop_with(fake, tmp_path)
    draft = opened(workshop)
    turn = workshop.say(draft, NOT_READ)
    assert turn.draft is None
    assert "Écarté" in turn.text
    assert workshop.drafts.load(draft.id).valeurs == draft.valeurs


@pytest.mark.parametrize("mode", [401, 500, "html", "vide", "json_casse"], ids=str)
def test_a_failure_is_told_and_the_reading_stands(fake: FakeEndpoint, tmp_path: Path, mode: object) -> None:
    workshop = workshop_with(fake, tmp_path)
    fake.mode = scripted()
    draft = opened(workshop)
    fake.mode = mode
    turn = workshop.say(draft, NOT_READ)
    plain = Workshop(tmp_path).say(draft, NOT_READ)
    assert turn.kind == plain.kind == "refus"
    assert plain.text.split("«")[0] in turn.text
    assert "lu sans le modèle" in turn.text


def test_a_private_person_is_not_shown_to_the_model_nor_written(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.mode = scripted(interpreter=ADDS)
    workshop = workshop_with(fake, tmp_path)
    draft = opened(workshop)
    workshop.say(draft, "la maman de Léa Grandclément, 4 ans, autiste, serait de la partie")
    assert all("Grandclément" not in str(body) for body in fake.calls())


def test_a_request_that_is_none_may_be_a_question(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.mode = scripted(interpreter={"intention": "question", "changements": []})
    workshop = workshop_with(fake, tmp_path)
    turn = workshop.say(None, "la météo du week-end prochain à la montagne")
    assert "interpreter" in tasks(fake)
    assert turn.kind == "refus"


def test_one_message_is_one_action_under_its_caps(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.mode = scripted(interpreter=ADDS)
    workshop = workshop_with(fake, tmp_path, appels_max=1)
    draft = Workshop(tmp_path).start_draft(REQUEST).draft
    turn = workshop.say(draft, NOT_READ)
    assert turn.kind == "modification"
    assert len(fake.calls()) == 1
    assert "plafond" in turn.text
    assert workshop.spent.startswith("Moteur « essai » : 120 jetons")
