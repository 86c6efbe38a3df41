"""A language model behind the engine protocol: good, sloppy and hostile ones, and what the coordinator gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answers import ask, stream
from assistant.answers.model import Answer
from assistant.checks.answers import check_answer
from assistant.engines import load_engine
from tests.assistant.engines.fake_endpoint import good, hostile, sloppy
from tests.assistant.engines.tools import QUESTION, engine_for

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.indexing import Corpus
    from tests.assistant.engines.fake_endpoint import FakeEndpoint

INVENTED = ("250 000", "Vauquelin", "pirate", "exemple.net", "87", "2031", "rm -rf", "fermons", "[42]", "999")


def test_a_good_model_is_quoted_with_its_citations(fake: FakeEndpoint, corpus: Corpus, tmp_path: Path) -> None:
    answer = ask(QUESTION, corpus, engine_for(fake, tmp_path))
    assert answer.moteur == "essai"
    assert "45 000 €" in answer.reponse
    assert not answer.avertissements
    assert [c.rang for c in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert check_answer(answer, corpus).clean


def test_a_sloppy_model_is_understood(fake: FakeEndpoint, corpus: Corpus, tmp_path: Path) -> None:
    fake.mode = sloppy
    answer = ask(QUESTION, corpus, engine_for(fake, tmp_path))
    assert answer.moteur == "essai"
    assert "[1]" in answer.reponse
    assert not any(mark in answer.reponse for mark in ("think", "**", "【", "999"))


def test_nothing_a_hostile_model_invents_is_kept_and_all_is_told(
    fake: FakeEndpoint, corpus: Corpus, tmp_path: Path
) -> None:
    fake.mode = hostile
    answer = ask(QUESTION, corpus, engine_for(fake, tmp_path))
    assert answer.moteur == "essai"
    assert not [word for word in INVENTED if word in answer.reponse]
    assert check_answer(answer, corpus).clean
    told = " ".join(answer.avertissements)
    assert "250 000 €" in told
    assert "Vauquelin" in told
    assert "renvoi" in told or "autre(s) affirmation(s)" in told


def test_a_model_that_only_invents_gives_way(fake: FakeEndpoint, corpus: Corpus, tmp_path: Path) -> None:
    fake.mode = lambda _: "Le budget est de 999 999 € [1]. Zéphyrin Kowalczyk le dit [77]."
    answer = ask(QUESTION, corpus, engine_for(fake, tmp_path))
    assert answer.moteur == "integre"
    assert answer.reponse == ask(QUESTION, corpus, load_engine("integre")).reponse
    assert "999" not in answer.reponse
    assert "moteur intégré" in answer.avertissements[0]


def test_absent_is_said_and_the_embedded_answer_stands(fake: FakeEndpoint, corpus: Corpus, tmp_path: Path) -> None:
    fake.mode = lambda _: " ABSENT. "
    answer = ask(QUESTION, corpus, engine_for(fake, tmp_path))
    assert answer.moteur == "integre"
    assert "n'a pas trouvé" in answer.avertissements[0]


def test_a_refusal_needs_no_model(fake: FakeEndpoint, corpus: Corpus, tmp_path: Path) -> None:
    answer = ask("Quelle est la recette de la tarte aux quetsches de Zanzibar ?", corpus, engine_for(fake, tmp_path))
    assert answer.refus
    assert not fake.seen


@pytest.mark.parametrize("mode", [good, sloppy, hostile])
def test_streaming_ends_with_the_checked_answer(
    fake: FakeEndpoint, corpus: Corpus, tmp_path: Path, mode: object
) -> None:
    fake.mode = mode
    searcher = corpus.searcher()
    *pieces, last = engine_for(fake, tmp_path).stream_answer(
        searcher.understand(QUESTION), searcher.search(QUESTION), corpus
    )
    assert len(pieces) > 3
    assert all(isinstance(piece, str) and "think" not in piece for piece in pieces)
    assert isinstance(last, Answer)
    assert last.moteur == "essai"
    assert check_answer(last, corpus).clean


def test_the_embedded_engine_calls_nobody(fake: FakeEndpoint, corpus: Corpus) -> None:
    assert ask(QUESTION, corpus, load_engine("integre")).moteur == "integre"
    assert not fake.seen


def test_tokens_are_counted_by_action_and_by_day(fake: FakeEndpoint, corpus: Corpus, tmp_path: Path) -> None:
    engine = engine_for(fake, tmp_path)
    ask(QUESTION, corpus, engine)
    first = engine.tokens
    ask(QUESTION, corpus, engine)
    assert first == engine.tokens == 120
    assert engine_for(fake, tmp_path).usage.today() == 240


@pytest.mark.parametrize("name", ["integre", "essai"])
def test_every_engine_can_be_streamed(fake: FakeEndpoint, corpus: Corpus, tmp_path: Path, name: str) -> None:
    engine = engine_for(fake, tmp_path) if name == "essai" else load_engine(name)
    *pieces, last = stream(QUESTION, corpus, engine)
    assert bool(pieces) == (name == "essai")
    assert last == ask(QUESTION, corpus, engine)


def test_a_follow_up_is_rewritten_then_answered(fake: FakeEndpoint, corpus: Corpus, tmp_path: Path) -> None:
    whole = "Combien de soirs par semaine le local des jeunes ouvre-t-il ?"
    fake.mode = lambda body: f'{{"question": "{whole}"}}' if "JSON" in body["messages"][0]["content"] else good(body)
    history = ["Combien de soirs par semaine le relais ouvre-t-il ?"]
    answer = ask("et le local des jeunes ?", corpus, engine_for(fake, tmp_path), history=history)
    assert whole in fake.calls()[-1]["messages"][1]["content"]
    assert answer.question == "et le local des jeunes ?"
    fake.mode = 500
    assert ask("et le local des jeunes ?", corpus, engine_for(fake, tmp_path), history=history).avertissements
