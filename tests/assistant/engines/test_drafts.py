"""A model's part in a draft: cited items only, nothing invented, and the draft whole when the model fails."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from assistant.drafting import draft_from
from assistant.drafts.model import Draft
from assistant.engines.langue.interpreting import interpret
from assistant.engines.langue.masking import Mask
from assistant.engines.langue.questioning import next_question
from assistant.engines.langue.rewording import rephrase
from assistant.engines.langue.tasks import Desk, complete_question
from tests.assistant.engines.fake_endpoint import hostile
from tests.assistant.engines.tools import engine_for

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.indexing import Corpus
    from tests.assistant.engines.fake_endpoint import FakeEndpoint

REQUEST = (
    "Je veux une fiche action pour ouvrir un relais petite enfance itinérant à Saint-Aubin, portée par la commune."
)


MakeDesk = Callable[[object], Desk]


@pytest.fixture
def desk_of(fake: FakeEndpoint, tmp_path: Path) -> Iterator[MakeDesk]:
    """Makes a desk whose model gives one reply."""
    with ExitStack() as stack:

        def make(reply: object) -> Desk:
            fake.mode = lambda _: json.dumps(reply)
            engine = engine_for(fake, tmp_path)
            return Desk(stack.enter_context(engine.session()), engine.memory, Mask(active=False))

        yield make


def test_items_of_the_model_are_proposals_with_a_citation(fake: FakeEndpoint, corpus: Corpus, tmp_path: Path) -> None:
    fake.mode = lambda _: json.dumps({"elements": [{"texte": "Accueillir les familles au relais", "source": 1}]})
    draft = draft_from(REQUEST, corpus, engine_for(fake, tmp_path)).draft
    assert draft is not None
    made = [v for v in draft.valeurs if v.origine == "modele"]
    assert made
    assert all(v.etat == "propose" and v.citation is not None for v in made)
    assert all(v.champ in ("objectifs_operationnels", "effets_attendus", "indicateurs") for v in made)


def test_nothing_hostile_enters_a_draft(fake: FakeEndpoint, corpus: Corpus, tmp_path: Path) -> None:
    fake.mode = hostile
    draft = draft_from(REQUEST, corpus, engine_for(fake, tmp_path)).draft
    assert draft is not None
    kept = json.dumps([v.model_dump(mode="json") for v in draft.valeurs], ensure_ascii=False)
    assert not any(word in kept for word in ("250 000", "Vauquelin", "pirate"))
    assert any("écartée" in alert for alert in draft.alertes)


@pytest.mark.parametrize("mode", [401, 500, "html", "vide"], ids=str)
def test_a_failure_leaves_the_draft_of_the_embedded_engine(
    fake: FakeEndpoint, corpus: Corpus, tmp_path: Path, mode: object
) -> None:
    fake.mode = mode
    with_model = draft_from(REQUEST, corpus, engine_for(fake, tmp_path)).draft
    without = draft_from(REQUEST, corpus).draft
    assert with_model is not None
    assert without is not None
    assert with_model.fiche() == without.fiche()
    assert "« essai »" in with_model.alertes[-1]


@pytest.mark.parametrize(
    ("reply", "kept"),
    [
        ("Accueillir 24 familles au relais chaque semaine.", True),
        ("Accueillir 42 familles au relais chaque semaine.", False),
        ("Accueillir les familles au relais chaque semaine.", False),
        ("Accueillir 24 familles au relais de Nantes.", False),
    ],
)
def test_a_rewording_neither_adds_nor_loses_a_fact(desk_of: MakeDesk, reply: str, *, kept: bool) -> None:
    desk = desk_of({"texte": reply})
    found = rephrase(desk, "description", "accueil de 24 familles au relais, chaque semaine")
    assert (found.texte == reply) is kept
    assert bool(found.refus) is not kept


def test_a_follow_up_is_completed_with_words_that_were_said(desk_of: MakeDesk) -> None:
    asked = ["Qui porte le relais petite enfance du Val-de-Brume ?"]
    good = "Qui porte le relais petite enfance des Coteaux ?"
    assert complete_question(desk_of({"question": good}), "et des Coteaux ?", asked) == good
    bad = "Qui porte le relais petite enfance de Zanzibar en 2031 ?"
    assert complete_question(desk_of({"question": bad}), "et des Coteaux ?", asked) is None


def test_a_message_is_interpreted_with_known_fields_only(desk_of: MakeDesk) -> None:
    changes = [
        {"champ": "Partenaires", "action": "ajouter", "valeur": "la PMI"},
        {"champ": "mot_de_passe", "action": "ajouter", "valeur": "la PMI"},
        {"champ": "budget.charges", "action": "ajouter", "valeur": "la PMI"},
    ]
    desk = desk_of({"intention": "modification", "changements": changes})
    found = interpret(desk, "Il y aurait aussi la PMI dans le coup", Draft(id="x"))
    assert [(v.champ, v.valeur, v.etat, v.origine) for v in found.draft.valeurs] == [
        ("partenaires", "la PMI", "a_verifier", "utilisateur")
    ]
    assert len(found.dropped) == 2


@pytest.mark.parametrize(
    "valeur",
    ["la Mission locale", "12 familles", "la PMI de Zanzibar", "la PMI en 2031", "la PMI et 5 000 €"],
)
def test_what_the_coordinator_did_not_say_is_dropped_and_told(desk_of: MakeDesk, valeur: str) -> None:
    changes = [{"champ": "partenaires", "action": "ajouter", "valeur": valeur}]
    found = interpret(desk_of({"intention": "modification", "changements": changes}), "avec la PMI", Draft(id="x"))
    assert found.draft.valeurs == []
    assert "ne sont pas dans votre message" in found.dropped[0]


@pytest.mark.parametrize("message", ["on ne veut pas la PMI", "tout le monde sauf la PMI", "sans la PMI cette fois"])
def test_what_she_denies_is_not_added(desk_of: MakeDesk, message: str) -> None:
    changes = [{"champ": "partenaires", "action": "ajouter", "valeur": "la PMI"}]
    found = interpret(desk_of({"intention": "modification", "changements": changes}), message, Draft(id="x"))
    assert found.draft.valeurs == []
    assert "le nie" in found.dropped[0]


def test_the_next_question_is_about_an_open_field(desk_of: MakeDesk) -> None:
    asked = {"champ": "porteurs", "question": "Quelle structure porte cette action ?"}
    assert next_question(desk_of(asked), "Titre : un relais", ["porteurs", "lieu"]) is not None
    other = {"champ": "budget", "question": "Combien coûte cette action ?"}
    assert next_question(desk_of(other), "Titre : un relais", ["porteurs"]) is None
    leading = {"champ": "porteurs", "question": "Est-ce Gontran Vauquelin qui porte l'action ?"}
    assert next_question(desk_of(leading), "Titre : un relais", ["porteurs"]) is None
