"""The tasks of a model beside answering: each has one prompt, one schema and its own check; none acts by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.checks.checker import check, facts_missing
from assistant.checks.ground import ground_of
from assistant.checks.text import said as say_finding
from assistant.engines.langue.memory import ROOM, latest
from assistant.engines.langue.passages import delimiter, inert, shown
from assistant.engines.langue.schemas import Completed, Items
from assistant.engines.langue.session import Prompt
from assistant.engines.langue.structured import ask_structured
from corpus.fiche import CHAMPS
from corpus.text.cleaning import clean
from corpus.text.french import stems
from prompts import load_prompt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.engines.langue.masking import Mask
    from assistant.engines.langue.passages import Numbered
    from assistant.engines.langue.session import Session
    from assistant.engines.langue.structured import LadderMemory, S

MOST_ITEMS = 5
THREAD = 4
"""Questions before, at most, that a follow-up is completed from."""
FROM_QUESTIONS = 0.7
"""Share of the words of a completed question that the questions asked must hold."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What every task needs: the session of the action, the memory of the ladder, and who is hidden."""

    session: Session
    memory: LadderMemory
    mask: Mask

    def ask(self, task: str, kind: type[S], values: dict[str, str]) -> S:
        """The structured answer to a task, between new delimiters."""
        rules, request = load_prompt(task).filled({"balise": delimiter(), **values})
        return ask_structured(self.session, Prompt(rules, request), kind, self.memory, self.session.endpoint.name)

    def hidden(self, text: str) -> str:
        """Foreign or personal text as the model may see it."""
        return inert(self.mask.hide(text))


@dataclass(frozen=True, slots=True)
class Proposed:
    """Items that hold, with the passage each rests on, and what was turned down, in French."""

    items: tuple[tuple[str, Numbered], ...]
    refused: tuple[str, ...]


def propose_items(desk: Desk, champ: str, fiche: str, passages: Sequence[Numbered], most: int = MOST_ITEMS) -> Proposed:
    """Items for a field of the form, each held to the one passage it cites.

    A figure, a date, a name or a contact of another territory is no proposal: only the coordinator's own may stand.
    """
    values = {
        "passages": shown(passages, desk.mask),
        "fiche": desk.hidden(fiche),
        "champ": CHAMPS[champ].libelle,
        "nombre": str(most),
    }
    by_number = {p.numero: p for p in passages}
    own = ground_of([fiche, CHAMPS[champ].libelle])
    kept: list[tuple[str, Numbered]] = []
    refused: list[str] = []
    for item in desk.ask("proposer", Items, values).elements[: most * 2]:
        text = one_line(desk.mask.reveal(item.texte))
        passage = by_number.get(item.source)
        if passage is None:
            refused.append(f"« {text[:80]} » : source {item.source} inconnue")
            continue
        wrong = [*check(f"{text} [{passage.numero}]", [passage.source], fiche).findings, *facts_missing(text, own)]
        if wrong or not text:
            refused += [say_finding(finding) for finding in wrong[:1]]
        elif text.casefold() not in {t.casefold() for t, _ in kept}:
            kept.append((text, passage))
    return Proposed(tuple(kept[:most]), tuple(refused))


def complete_question(desk: Desk, question: str, history: Sequence[str]) -> str | None:
    """A follow-up question that stands alone; ``None`` when the model brings in something nobody said."""
    asked = [*latest(history[-THREAD:], ROOM), question]
    values = {"questions": "\n".join(f"{rank}. {desk.hidden(q)}" for rank, q in enumerate(asked, 1))}
    found = one_line(desk.mask.reveal(desk.ask("suite", Completed, values).question))
    ground = ground_of(asked)
    invented = list(facts_missing(found, ground)) or ground.share_of(stems(found)) < FROM_QUESTIONS
    return None if invented else found


def one_line(text: str) -> str:
    """A text of a model on one line, without the marks of a list."""
    return " ".join(clean(text).split()).strip(" -•*")
