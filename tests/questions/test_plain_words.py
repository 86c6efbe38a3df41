"""Questions in plain or hurried words on the sample conventions: answered when they can be, refused when not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answers import ask
from assistant.engines import load_engine
from corpus.text.folding import fold

if TYPE_CHECKING:
    from corpus.indexing import Corpus


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Qui est la maire de Brumeval signataire de la convention ?", "corbelin"),
        ("Que veut faire le Val-de-Brume pour que les nounous soufflent un peu ?", "assistantes maternelles"),
        ("kels moyens pour la micro crèche itinérante du val de brume", "educatrice de jeunes enfants"),
    ],
)
def test_plain_words_are_answered(question: str, said: str, samples: Corpus) -> None:
    answer = ask(question, samples, load_engine("integre"))
    assert not answer.refus
    assert said in fold(answer.reponse)


@pytest.mark.parametrize(
    "question",
    [
        "horaires douverture de France Services à Brumeval",
        "Quelles actions le Val-de-Brume mène-t-il contre le frelon asiatique ?",
        "Qui est le directeur du multi-accueil de Brumeval ?",
    ],
)
def test_what_no_convention_tells_stays_refused(question: str, samples: Corpus) -> None:
    assert ask(question, samples, load_engine("integre")).refus
