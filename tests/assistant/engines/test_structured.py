"""Structured answers from weak models: the ladder, the repairs, and what is forgiven."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.engines.langue.faults import EngineError, fault
from assistant.engines.langue.schemas import Items, Wording
from assistant.engines.langue.session import Prompt
from assistant.engines.langue.structured import LadderMemory, ask_structured
from assistant.engines.langue.tolerant import ThoughtFilter, parse_json, without_thoughts

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.engines.langue.structured import Structured

GOOD = '{"texte": "Ouvrir le relais"}'


class Replies:
    """A session that gives one reply after another, and refuses the ways to ask it does not know."""

    memory_key = "http://ici m"

    def __init__(self, *replies: str, knows: tuple[str, ...] = ("json_schema", "json_object", "texte")) -> None:
        self.replies = list(replies)
        self.knows = knows
        self.refusal = "demande"
        self.asked: list[tuple[str, Prompt]] = []

    def complete(self, prompt: Prompt, extra: dict[str, Any] | None = None) -> str:
        way = extra["response_format"]["type"] if extra else "texte"
        self.asked.append((way, prompt))
        if way not in self.knows:
            raise fault(self.refusal, "essai")
        return self.replies.pop(0)


def asked(replies: Replies, memory: LadderMemory, kind: type[Structured] = Wording) -> Any:
    return ask_structured(replies, Prompt("a", "b"), kind, memory, "essai")


def test_the_ladder_goes_down_and_remembers(tmp_path: Path) -> None:
    first = Replies(GOOD, knows=("texte",))
    asked(first, LadderMemory(tmp_path))
    assert [way for way, _ in first.asked] == ["json_schema", "json_object", "texte"]
    again = Replies(GOOD, knows=("texte",))
    asked(again, LadderMemory(tmp_path))
    assert [way for way, _ in again.asked] == ["texte"]


def test_a_server_that_fails_on_a_format_is_asked_more_plainly_once(tmp_path: Path) -> None:
    first = Replies(GOOD, knows=("json_object", "texte"))
    first.refusal = "panne"
    asked(first, LadderMemory(tmp_path))
    assert [way for way, _ in first.asked] == ["json_schema", "json_object"]
    down = Replies(knows=())
    down.refusal = "panne"
    with pytest.raises(EngineError, match="en panne"):
        asked(down, LadderMemory(tmp_path))
    assert [way for way, _ in down.asked] == ["json_object"]


def test_a_bad_answer_is_repaired_twice_at_most(tmp_path: Path) -> None:
    repaired = Replies("Voici.", '{"autre": {"x": 1}, "z": 2}', GOOD)
    assert asked(repaired, LadderMemory(tmp_path)).texte == "Ouvrir le relais"
    assert len(repaired.asked[1][1].history) == 2
    hopeless = Replies(*["non"] * 9)
    with pytest.raises(EngineError) as caught:
        asked(hopeless, LadderMemory(tmp_path))
    assert caught.value.motif == "schema"
    assert len(hopeless.asked) == 3


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        f"```json\n{GOOD}\n```",
        f"<think>{{'faux': 1}} je réfléchis</think>\nVoici :\n{GOOD}\nVoilà.",
        '{"texte": "Ouvrir le relais",}',
        '{"text": "Ouvrir le relais"}',
        '{"resultat": {"texte": "Ouvrir le relais"}}',
        '[{"texte": "Ouvrir le relais"}]',
        '// réponse\n{"texte": "Ouvrir le relais"}',
    ],
)
def test_small_slips_are_forgiven(tmp_path: Path, text: str) -> None:
    assert asked(Replies(text), LadderMemory(tmp_path)).texte.endswith("Ouvrir le relais")


@pytest.mark.parametrize("source", ["2", '"[2]"', '"passage 2"', "[2]"])
def test_a_source_is_a_number_however_written(tmp_path: Path, source: str) -> None:
    for text in (f'{{"elements": [{{"texte": "a", "source": {source}}}]}}', f'[{{"text": "a", "passage": {source}}}]'):
        assert asked(Replies(text), LadderMemory(tmp_path), Items).elements[0].source == 2


@given(st.text(max_size=200))
def test_any_text_is_json_or_is_not(text: str) -> None:
    with contextlib.suppress(ValueError):
        parse_json(text)
    without_thoughts(text)


@given(st.text(alphabet="ab<>think/ ", max_size=60), st.integers(1, 7))
def test_thoughts_are_filtered_the_same_however_cut(text: str, size: int) -> None:
    def filtered(step: int) -> str:
        thoughts = ThoughtFilter()
        return "".join([thoughts.feed(text[i : i + step]) for i in range(0, len(text), step)]) + thoughts.end()

    assert filtered(size) == filtered(len(text) or 1)


def test_a_thought_never_shows() -> None:
    thoughts = ThoughtFilter()
    assert thoughts.feed("Oui <th") + thoughts.feed("ink>secret</thi") + thoughts.feed("nk> non") == "Oui  non"
