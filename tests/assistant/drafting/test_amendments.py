"""What a message does to a draft."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.drafting import amend
from assistant.drafting.amendments.targets import content_words
from assistant.drafts.model import Draft
from assistant.drafts.operations import undo
from corpus.fiche import LigneBudget
from tests.assistant.drafting.amendment_cases import CASES as FIRST
from tests.assistant.drafting.amendment_cases_more import MORE
from tests.assistant.drafting.amendment_cases_said import SAID
from tests.assistant.drafting.corpora import corpus_of
from tests.assistant.drafting.drafts import laep_draft

CASES = [*FIRST, *MORE, *SAID]


def _held(draft: Draft, name: str) -> list[str]:
    return [content_words(v.valeur) for v in draft.of(name.rstrip("!"), proposals=not name.endswith("!"))]


@pytest.mark.parametrize(("message", "expected"), CASES, ids=[message[:50] for message, _ in CASES])
def test_a_message_changes_the_right_field(message: str, expected: dict[str, list[str]]) -> None:
    after = amend(laep_draft(), message, corpus_of()).draft
    for name, wanted in expected.items():
        assert _held(after, name) == wanted


@pytest.mark.parametrize("message", [message for message, _ in CASES])
def test_one_undo_takes_back_a_whole_message(message: str) -> None:
    before = laep_draft()
    amended = amend(before, message, corpus_of())
    if amended.changes:
        assert undo(amended.draft).valeurs == before.valeurs
        assert amended.draft.historique[-1].avant == before.valeurs


@pytest.mark.parametrize("message", [message for message, _ in CASES])
def test_the_reply_says_what_changed(message: str) -> None:
    before = laep_draft()
    amended = amend(before, message, corpus_of())
    assert amended.reply
    assert bool(amended.changes) == (amended.draft.valeurs != before.valeurs)
    assert all(change in amended.reply for change in amended.changes)


def test_the_old_value_is_named_in_the_reply() -> None:
    amended = amend(laep_draft(), "finalement c'est la MSA qui porte", corpus_of())
    assert "MSA" in amended.reply
    assert "commune de Val-de-Brume" in amended.reply


def test_undo_by_message_restores_the_draft() -> None:
    amended = amend(laep_draft(), "enlève la PMI", corpus_of()).draft
    restored = amend(amended, "annule", corpus_of())
    assert _held(restored.draft, "partenaires") == ["PMI", "Caf", "centre social"]
    assert restored.changes


def test_i_do_not_know_leaves_a_marked_gap_in_the_field_asked() -> None:
    draft = laep_draft()
    draft.questions = ["Quel groupe suit l'action (comité technique, groupe thématique) ? (le gabarit le demande)"]
    amended = amend(draft, "je ne sais pas", corpus_of())
    assert _held(amended.draft, "groupe_projet") == ["À définir"]
    assert not any(question.startswith("Quel groupe") for question in amended.draft.questions)


def test_a_message_not_understood_changes_nothing_and_says_what_can_be_said() -> None:
    draft = laep_draft()
    amended = amend(draft, "blablabla turlututu", corpus_of())
    assert amended.draft == draft
    assert not amended.changes
    assert "ajoute le RPE aux partenaires" in amended.reply


def test_dates_the_wrong_way_round_are_told() -> None:
    amended = amend(laep_draft(), "fin en juin 2024", corpus_of())
    assert any("avant le début" in alert for alert in amended.draft.alertes)
    assert "avant le début" in amended.reply
    mended = amend(amended.draft, "fin en juin 2028", corpus_of())
    assert not mended.draft.alertes


def test_a_private_address_is_not_written() -> None:
    amended = amend(laep_draft(), "contact : Lia Morel, animatrice, lia.morel@gmail.com", corpus_of())
    assert "gmail" not in amended.draft.model_dump_json(include={"valeurs"})


def test_a_private_person_is_not_written_by_a_later_message_either() -> None:
    message = "ajoute un besoin : la maman de Jules Bertin, 06 11 22 33 44, cherche une place"
    amended = amend(laep_draft(), message, corpus_of())
    assert "Bertin" not in amended.draft.model_dump_json(include={"valeurs"})
    assert "données personnelles" in amended.reply


def test_a_budget_line_can_be_said() -> None:
    amended = amend(laep_draft(), "recettes : Caf 3 000 €, commune 1 200 €", corpus_of())
    lines = [v.valeur for v in amended.draft.of("budget.produits")]
    assert [int(line.montant) for line in lines if isinstance(line, LigneBudget)] == [3000, 1200]


_WORDS = st.sampled_from(
    "ajoute enlève remplace le la PMI RPE Caf indicateur deuxième dernier par en aux "
    "partenaires objectif titre : « » 2027 "
    "fin début tout accepte refuse annule oui non je ne sais pas budget 300 € porteur c'est qui porte".split()
)


@given(st.one_of(st.text(max_size=120), st.lists(_WORDS, max_size=12).map(" ".join)))
@settings(deadline=None)
def test_no_message_makes_a_draft_that_fails_to_load(message: str) -> None:
    amended = amend(laep_draft(), message, corpus_of()).draft
    assert Draft.model_validate_json(amended.model_dump_json()) == amended
    amended.fiche()


@given(st.lists(_WORDS, min_size=1, max_size=10).map(" ".join))
@settings(deadline=None)
def test_what_she_said_is_never_lost_from_the_history(message: str) -> None:
    amended = amend(laep_draft(), message, corpus_of()).draft
    known = {content_words(v.valeur) for c in amended.historique for v in c.avant} | {
        content_words(v.valeur) for v in amended.valeurs
    }
    assert {content_words(v.valeur) for v in laep_draft().valeurs} <= known
