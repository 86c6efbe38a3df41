"""What was said before, within the model's context: summarised, truncated out loud, and the fiche always whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answers import ask
from assistant.engines.langue.memory import LEFT_OUT, ROOM
from assistant.tokens import count
from tests.assistant.engines.scripts import scripted, task_of, tasks, workshop_with
from tests.assistant.engines.tools import QUESTION, engine_for

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.indexing import Corpus
    from tests.assistant.engines.fake_endpoint import Body, FakeEndpoint

LONG = [f"Message {n} : je prépare une fiche sur la ludothèque de Brumeval et ses horaires du soir." for n in range(80)]
SUMMARY = "Elle prépare une fiche sur la ludothèque de Brumeval."
GOOD = "Le relais petite enfance accueille 24 familles [1]."


def prompt(fake: FakeEndpoint, task: str) -> str:
    bodies: list[Body] = [body for body in fake.calls() if task_of(body) == task]
    return str(bodies[-1]["messages"][1]["content"])


def test_a_short_conversation_is_given_whole(fake: FakeEndpoint, corpus: Corpus, tmp_path: Path) -> None:
    fake.mode = scripted(repondre=GOOD)
    engine = engine_for(fake, tmp_path)
    with engine.action(LONG[:3]):
        ask(QUESTION, corpus, engine)
    assert all(message in prompt(fake, "repondre") for message in LONG[:3])
    assert "resumer" not in tasks(fake)


def test_a_long_conversation_is_summarised_once(fake: FakeEndpoint, corpus: Corpus, tmp_path: Path) -> None:
    invented = "Elle a rencontré Gontran Vauquelin le 3 mars 2031."
    fake.mode = scripted(repondre=GOOD, resumer={"texte": f"{SUMMARY} {invented}"})
    engine = engine_for(fake, tmp_path)
    for _ in range(2):
        with engine.action(LONG):
            answer = ask(QUESTION, corpus, engine)
    said = prompt(fake, "repondre")
    assert SUMMARY in said
    assert "Vauquelin" not in said
    assert LONG[-1] in said
    assert LONG[0] not in said
    assert count(said.partition("Dit avant")[2].partition("Question")[0]) < ROOM + 60
    assert tasks(fake).count("resumer") == 1
    assert answer.reponse.startswith("Le relais petite enfance accueille 24 familles")
    assert answer.avertissements == []


def test_a_conversation_that_grows_is_summarised_from_its_summary(
    fake: FakeEndpoint, corpus: Corpus, tmp_path: Path
) -> None:
    fake.mode = scripted(repondre=GOOD, resumer={"texte": SUMMARY})
    engine = engine_for(fake, tmp_path)
    for said in (LONG[:60], LONG):
        with engine.action(said):
            ask(QUESTION, corpus, engine)
    told = prompt(fake, "resumer")
    assert f"(résumé) {SUMMARY}" in told
    assert LONG[0] not in told


@pytest.mark.parametrize("summary", [{"texte": "Gontran Vauquelin a versé 250 000 €."}, "je ne sais pas faire"])
def test_what_cannot_be_summarised_is_left_out_and_told(
    fake: FakeEndpoint, corpus: Corpus, tmp_path: Path, summary: object
) -> None:
    fake.mode = scripted(repondre=GOOD, resumer=summary)
    engine = engine_for(fake, tmp_path)
    with engine.action(LONG):
        answer = ask(QUESTION, corpus, engine)
    assert "Vauquelin" not in prompt(fake, "repondre")
    (note,) = [n for n in answer.avertissements if "premiers messages" in n]
    assert note.split(" ")[1].isdigit()
    assert LEFT_OUT.split("{")[0] in note


def test_the_facts_of_a_draft_are_never_summarised(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.mode = scripted(resumer={"texte": SUMMARY})
    workshop = workshop_with(fake, tmp_path)
    draft = workshop.start_draft("Ouvrir une ludothèque à Brumeval, portée par le centre social, de 2025 à 2027.").draft
    assert draft is not None
    for rank in range(30):
        draft = workshop.say(draft, f"ajoute un indicateur : nombre de jeux prêtés au groupe {rank}").draft or draft
    workshop.say(draft, "la PMI serait de la partie", LONG)
    told = prompt(fake, "interpreter")
    assert all(f"groupe {rank}\n" in f"{told}\n" for rank in range(30))
    assert "le centre social" in told
    assert SUMMARY in told


def test_a_context_too_small_is_told_and_nothing_is_cut(fake: FakeEndpoint, corpus: Corpus, tmp_path: Path) -> None:
    fake.mode = scripted(repondre=GOOD)
    engine = engine_for(fake, tmp_path, contexte=1_000)
    answer = ask(QUESTION, corpus, engine)
    assert answer.moteur == "integre"
    assert "ne laissent pas de place" in answer.avertissements[0]
    assert fake.calls() == []


@pytest.mark.parametrize("context", [2_048, 4_096, 16_000])
def test_prompt_passages_history_and_answer_fit_the_context(
    fake: FakeEndpoint, corpus: Corpus, tmp_path: Path, context: int
) -> None:
    fake.mode = scripted(repondre=GOOD, resumer={"texte": SUMMARY})
    engine = engine_for(fake, tmp_path, contexte=context)
    with engine.action(LONG):
        assert ask(QUESTION, corpus, engine).moteur == "essai"
    for body in fake.calls():
        assert sum(count(m["content"]) for m in body["messages"]) + body["max_tokens"] <= context
