"""What was said before, within a budget: the last messages whole, the older ones summarised, never the fiche."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answers.sentences import sentences
from assistant.checks.checker import facts_missing
from assistant.checks.ground import ground_of
from assistant.engines.langue.faults import EngineError
from assistant.engines.langue.schemas import Wording
from assistant.tokens import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.engines.langue.tasks import Desk

ROOM = 800
"""Tokens of what was said before, at most."""
SUMMARY = 0.4
"""Share of them for the summary of what does not fit."""
LONGEST = 3_000
"""Tokens of older messages a summary is made of: the latest of them."""
LEFT_OUT = "Les {count} premiers messages de la conversation n'ont pas été transmis au modèle : {why}."


@dataclass(frozen=True, slots=True)
class Thread:
    """What was said before, as a model is told; ``note`` says what was left out, in French."""

    texte: str = ""
    note: str = ""


class Memory:
    """The summaries made so far; a conversation that grows is summarised from its last summary on."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], str] = {}

    def thread(self, desk: Desk, said: Sequence[str], room: int, longest: int) -> Thread:
        """The conversation within ``room`` tokens; when its beginning cannot be summarised, it is left out and told.

        A summary is made of ``longest`` tokens at most.
        """
        recent = latest(said, room)
        if len(recent) == len(said):
            return Thread(_listed(recent))
        summed = int(room * SUMMARY)
        recent = latest(said, room - summed)
        older = tuple(said[: len(said) - len(recent)])
        try:
            summary = self._summary(desk, older, summed, min(longest, LONGEST))
        except EngineError as error:
            return Thread(_listed(recent), LEFT_OUT.format(count=len(older), why=error.message.rstrip(".")))
        if not summary:
            return Thread(_listed(recent), LEFT_OUT.format(count=len(older), why="leur résumé n'était pas fidèle"))
        return Thread("\n".join([f"(résumé du début) {summary}", _listed(recent)]).strip())

    def _summary(self, desk: Desk, older: tuple[str, ...], most: int, longest: int) -> str:
        """What these messages say in short: sentences whose facts all stand in them."""
        if older in self._known:
            return self._known[older]
        former = next((size for size in range(len(older) - 1, 0, -1) if older[:size] in self._known), 0)
        begun = [f"(résumé) {self._known[older[:former]]}"] if former else []
        told = "\n".join([*begun, _listed(latest(older[former:], longest - most))])
        written = desk.mask.reveal(desk.ask("resumer", Wording, {"conversation": desk.hidden(told)}).texte)
        ground = ground_of([told, *older])
        pieces = [written[start:end] for start, end in sentences(" ".join(written.split()))]
        kept = " ".join(piece for piece in pieces if not list(facts_missing(piece, ground)))
        if count(kept) > most:
            kept = ""
        self._known[older] = kept
        return kept


def latest(said: Sequence[str], room: int) -> list[str]:
    """The last messages that fit, whole."""
    kept: list[str] = []
    for message in reversed(said):
        room -= count(message) + 4
        if room < 0:
            break
        kept.append(message)
    return kept[::-1]


def _listed(said: Sequence[str]) -> str:
    return "\n".join(f"- {' '.join(message.split())}" for message in said)
