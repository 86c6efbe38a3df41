"""The next question in a model's words: it chooses among the open fields, and asks without telling anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.checks.checker import facts_missing
from assistant.checks.ground import ground_of
from assistant.drafting.questions import MOST, field_of, named, open_fields
from assistant.drafts.contents import label
from assistant.engines.langue.drafting import stated
from assistant.engines.langue.faults import EngineError
from assistant.engines.langue.schemas import NextQuestion
from assistant.engines.langue.tasks import one_line
from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.drafts.model import Draft
    from assistant.engines.langue.engine import LanguageEngine
    from assistant.engines.langue.tasks import Desk
    from corpus.indexing import Corpus

OFFERED = 6
"""Open fields a model chooses from: the most useful ones."""
FAILED = "{said} Les questions sont celles du moteur intégré. {next}"
UNUSABLE = (
    "La question proposée par le modèle « {name} » ne convenait pas : les questions sont celles du moteur intégré."
)


def next_question(desk: Desk, fiche: str, champs: Sequence[str]) -> tuple[str, str] | None:
    """One question on one of the open fields; ``None`` when it is none, or holds a fact nobody gave."""
    values = {"fiche": desk.hidden(fiche), "champs": "\n".join(f"- {champ} : {label(champ)}" for champ in champs)}
    found = desk.ask("questionner", NextQuestion, values)
    question = one_line(desk.mask.reveal(found.question))
    champ = next((c for c in champs if fold(found.champ) in (fold(c), fold(label(c)))), None)
    if champ is None or not question.endswith("?") or question.count("?") > 1:
        return None
    return None if list(facts_missing(question, ground_of([fiche, label(champ)]))) else (champ, question)


def ask_next(engine: LanguageEngine, draft: Draft, corpus: Corpus) -> tuple[list[str], str]:
    """The questions of a draft, the first in the model's words, and what went wrong if something did.

    What the reading of a message must have settled comes before; when the model fails, the questions stand.
    """
    champs = open_fields(draft)[:OFFERED]
    if not champs:
        return draft.questions, ""
    try:
        with engine.session() as session:
            found = next_question(engine.desk(session, corpus), stated(draft), champs)
    except EngineError as error:
        return draft.questions, FAILED.format(said=error.message, next=error.next_step).strip()
    if found is None:
        return draft.questions, UNUSABLE.format(name=engine.name)
    champ, question = found
    first = [q for q in draft.questions if field_of(q) is None]
    rest = [q for q in draft.questions if field_of(q) not in (None, champ)]
    return [*first, named(question, champ), *rest][:MOST], ""
