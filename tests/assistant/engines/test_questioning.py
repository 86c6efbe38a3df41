"""The questions in a model's words: on an open field, without a fact, and the embedded ones when it fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.drafting.questions import field_of, next_questions, open_fields
from assistant.workshop import Workshop
from tests.assistant.engines.scripts import scripted, tasks, workshop_with

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.drafting import Drafting
    from assistant.drafts.model import Draft
    from tests.assistant.engines.fake_endpoint import FakeEndpoint

REQUEST = "Ouvrir une ludothèque itinérante à Brumeval, portée par le centre social."
ASKED = "Qui viendra à cette ludothèque, et à quel âge ?"


def started(fake: FakeEndpoint, tmp_path: Path, question: object) -> tuple[Workshop, Drafting, Draft]:
    fake.mode = scripted(questionner=question)
    workshop = workshop_with(fake, tmp_path)
    drafting = workshop.start_draft(REQUEST)
    assert drafting.draft is not None
    return workshop, drafting, drafting.draft


def test_the_first_question_is_the_models_on_the_field_it_chose(fake: FakeEndpoint, tmp_path: Path) -> None:
    _, drafting, draft = started(fake, tmp_path, {"champ": "public_cible", "question": ASKED})
    assert draft.questions[0].startswith(ASKED)
    assert field_of(draft.questions[0]) == "public_cible"
    assert len(draft.questions) == 3
    assert len({field_of(q) for q in draft.questions}) == 3
    assert ASKED in drafting.message


@pytest.mark.parametrize(
    "reply",
    [
        {"champ": "porteurs", "question": "Quelle structure porte l'action ?"},
        {"champ": "public_cible", "question": "Est-ce pour les 0-3 ans de Zanzibar ?"},
        {"champ": "public_cible", "question": "Dites le public."},
        {"champ": "public_cible", "question": "Quel public ? Quel budget ?"},
        {"champ": "mot_de_passe", "question": "Quel est votre mot de passe ?"},
    ],
    ids=["réglé", "invente", "sans point", "deux", "inconnu"],
)
def test_a_question_that_does_not_hold_is_not_asked_and_this_is_told(
    fake: FakeEndpoint, tmp_path: Path, reply: object
) -> None:
    _, drafting, draft = started(fake, tmp_path, reply)
    assert draft.questions == next_questions(draft)
    assert "ne convenait pas" in drafting.message


def test_a_failure_is_told_once_and_the_questions_stand(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.mode = 401
    drafting = workshop_with(fake, tmp_path).start_draft(REQUEST)
    assert drafting.draft is not None
    assert drafting.draft.questions == next_questions(drafting.draft)
    assert drafting.message.count("401") == 1


def test_a_question_that_still_holds_is_not_asked_for_again(fake: FakeEndpoint, tmp_path: Path) -> None:
    workshop, _, draft = started(fake, tmp_path, {"champ": "public_cible", "question": ASKED})
    before = len(tasks(fake))
    turn = workshop.say(draft, "ajoute le RPE aux partenaires")
    assert turn.draft is not None
    assert turn.draft.questions[0] == draft.questions[0]
    assert turn.text.endswith(draft.questions[0])
    assert len(tasks(fake)) == before
    answered = workshop.say(turn.draft, "public : les enfants de 3 à 6 ans")
    assert answered.draft is not None
    assert tasks(fake)[before:] == ["questionner"]
    assert "public_cible" not in open_fields(answered.draft)


def test_not_knowing_leaves_the_field_the_model_asked_about(fake: FakeEndpoint, tmp_path: Path) -> None:
    workshop, _, draft = started(fake, tmp_path, {"champ": "public_cible", "question": ASKED})
    turn = workshop.say(draft, "je ne sais pas")
    assert turn.draft is not None
    assert [v.valeur for v in turn.draft.of("public_cible")] == ["À définir"]
