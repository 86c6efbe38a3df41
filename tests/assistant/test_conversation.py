"""What a message is taken for: a question, a request for a fiche, or a change to the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.conversation import is_question
from assistant.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

QUESTIONS = (
    "Qui porte le transport solidaire ?",
    "quels indicateurs pour le laep",
    "combien de fiches sur la jeunesse",
    "et les partenaires ?",
    "C'est quoi le REAAP ?",
    "Indicateurs de la fiche 2.3",
    "compare les axes des conventions",
    "où en est la micro-crèche",
)
REQUESTS = (
    "Je voudrais une fiche action pour créer un café des parents à Brumeval.",
    "Ouvrir une ludothèque itinérante, portée par le centre social, de 2025 à 2027.",
    "rédige une fiche sur le prêt de vélos",
    "Nous souhaitons monter un lieu d'écoute pour les jeunes",
    "finalement c'est la MSA qui porte",
    "enlève le deuxième indicateur",
    "fin en 2027",
    "ajoute le RPE aux partenaires",
)


@pytest.mark.parametrize("message", QUESTIONS)
def test_what_is_a_question(message: str) -> None:
    assert is_question(message)


@pytest.mark.parametrize("message", REQUESTS)
def test_what_is_not(message: str) -> None:
    assert not is_question(message)


def test_a_field_given_again_is_about_the_draft_not_a_question(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    draft = workshop.start_draft("Ouvrir une ludothèque à Brumeval, portée par le centre social.").draft
    assert draft is not None
    turn = workshop.say(workshop.say(draft, "lieu : Brumeval").draft or draft, "lieu : Brumeval")
    assert turn.kind == "modification"
    assert not turn.citations
    assert "Je ne trouve pas" not in turn.text
