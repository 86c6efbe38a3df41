"""What a language model adds to the embedded reading of a message; every failure is told, and the reading stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import FichesError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assistant.drafting import Amendment
    from assistant.drafts.model import Draft
    from assistant.engines.langue.interpreting import Understood
    from assistant.workshop import Workshop

TO_CONFIRM = "Compris par le modèle « {name} », à confirmer : « oui » pour garder, « annule » pour défaire."
DROPPED = "Écarté de ce que le modèle a compris : {what}."
OTHER_FICHE = "Ce message semble décrire une autre action : « /nouveau », puis redonnez-la, ouvre un autre brouillon."
FAILED = "{said} Le message a été lu sans le modèle. {next}"


class SecondReading:
    """A message read again by the model of the engine, when it has one and something was not understood."""

    def __init__(self, workshop: Workshop, draft: Draft, message: str) -> None:
        self._workshop = workshop
        self._draft = draft
        self._message = message
        self.told: list[str] = []
        """What to tell of it, in French."""

    def of(self, amendment: Amendment) -> Amendment:
        """The amendment with what the model understood beside it, in the coordinator's words only."""
        read = getattr(self._workshop.engine, "interpret", None)
        if read is None or not amendment.incompris:
            return amendment
        found = self._read(read, amendment.draft)
        if found is None or found.draft.valeurs == amendment.draft.valeurs:
            return amendment
        from assistant.drafting.amendments import conclude

        self.told.insert(0, TO_CONFIRM.format(name=self._workshop.engine.name))
        return conclude(self._draft, found.draft, self._message, self._workshop.corpus, self.told)

    def is_question(self) -> bool:
        """Whether the model takes for a question a message that no fiche could be made of."""
        read = getattr(self._workshop.engine, "interpret", None)
        found = self._read(read, self._draft) if read is not None else None
        return found is not None and found.intention == "question"

    def _read(self, read: Callable[[Draft, str, object], Understood], draft: Draft) -> Understood | None:
        from assistant.drafting.amendments import without_private

        public, _ = without_private(" ".join(self._message.split()))
        try:
            found = read(draft, public, self._workshop.corpus)
        except FichesError as error:
            self.told.append(FAILED.format(said=error.message, next=error.next_step).strip())
            return None
        self.told += [DROPPED.format(what=what) for what in found.dropped]
        if found.intention == "nouvelle_fiche" and found.draft.valeurs == draft.valeurs:
            self.told.append(OTHER_FICHE)
        return found


def asked_next(workshop: Workshop, before: Draft, amendment: Amendment) -> Amendment:
    """The amendment with its first question in the words of the model; one that still holds is not asked for again."""
    from assistant.drafting.questions import MOST, field_of, is_worded, open_fields

    ask = getattr(workshop.engine, "ask_next", None)
    if ask is None or not amendment.changes:
        return amendment
    draft, note = amendment.draft, ""
    standing = [q for q in before.questions if is_worded(q) and field_of(q) in open_fields(draft)]
    if standing:
        others = [q for q in draft.questions if field_of(q) != field_of(standing[0])]
        questions = [*standing[:1], *others][:MOST]
    else:
        questions, note = ask(draft, workshop.corpus)
    reply = _with_question(amendment.reply, draft.questions, questions)
    reply = "\n".join(part for part in (reply, note) if part)
    said = [*draft.messages[:-1], draft.messages[-1].model_copy(update={"texte": reply})] if draft.messages else []
    fresh = draft.model_copy(update={"questions": questions, "messages": said})
    return amendment.model_copy(update={"draft": fresh, "reply": reply})


def _with_question(reply: str, former: Sequence[str], questions: Sequence[str]) -> str:
    """A reply that ends with the question to ask now."""
    if former and questions and reply.endswith(former[0]):
        return reply[: -len(former[0])] + questions[0]
    return reply
