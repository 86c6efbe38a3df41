"""The tasks of a model beside answering: each has one prompt, one schema and its own check; none acts by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.checks.checker import Source, check, facts_missing
from assistant.checks.contacts import contacts
from assistant.checks.ground import ground_of
from assistant.checks.numbers import figures
from assistant.checks.text import said as say_finding
from assistant.engines.langue.passages import delimiter, inert, shown
from assistant.engines.langue.schemas import Completed, Interpretation, Items, NextQuestion, Wording
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
        text = _one_line(desk.mask.reveal(item.texte))
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


def rephrase(desk: Desk, champ: str, texte: str, consigne: str = "") -> str | None:
    """A value said better; ``None`` when the new wording adds or loses a fact."""
    values = {"champ": CHAMPS[champ].libelle, "consigne": desk.hidden(consigne), "texte": desk.hidden(texte)}
    found = _one_line(desk.mask.reveal(desk.ask("reformuler", Wording, values).texte))
    report = check(f"{found} [1]", [Source(1, texte)], consigne)
    return None if report.findings or _lost(texte, found) else found


def _lost(before: str, after: str) -> bool:
    """Whether a figure, a date or a contact of a text is no longer there."""
    ground = ground_of([after])
    return any(not ground.holds_figure(f) for f in figures(before)) or any(
        not ground.holds_contact(c) for c in contacts(before)
    )


def complete_question(desk: Desk, question: str, history: Sequence[str]) -> str | None:
    """A follow-up question that stands alone; ``None`` when the model brings in something nobody said."""
    asked = [*history[-4:], question]
    values = {"questions": "\n".join(f"{rank}. {desk.hidden(q)}" for rank, q in enumerate(asked, 1))}
    found = _one_line(desk.mask.reveal(desk.ask("suite", Completed, values).question))
    ground = ground_of(asked)
    invented = list(facts_missing(found, ground)) or ground.share_of(stems(found)) < FROM_QUESTIONS
    return None if invented else found


def interpret(desk: Desk, message: str, *, open_draft: bool) -> Interpretation:
    """What a message wants; only known fields are kept."""
    values = {
        "message": desk.hidden(message),
        "champs": ", ".join(CHAMPS),
        "fiche_ouverte": "oui" if open_draft else "non",
    }
    found = desk.ask("interpreter", Interpretation, values)
    return found.model_copy(update={"champs": [champ for champ in found.champs if champ in CHAMPS]})


def next_question(desk: Desk, fiche: str, champs: Sequence[str]) -> tuple[str, str] | None:
    """One question on one of the open fields; ``None`` when it is none, or holds a fact nobody gave."""
    values = {"fiche": desk.hidden(fiche), "champs": ", ".join(champs)}
    found = desk.ask("questionner", NextQuestion, values)
    question = _one_line(desk.mask.reveal(found.question))
    if found.champ not in champs or not question.endswith("?") or list(facts_missing(question, ground_of([fiche]))):
        return None
    return found.champ, question


def _one_line(text: str) -> str:
    return " ".join(clean(text).split()).strip(" -•*")
