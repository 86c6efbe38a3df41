"""A language model as an engine: it writes from numbered passages, is checked, and gives way when it fails."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.engines.integre import EmbeddedEngine
from assistant.engines.langue.answering import checked_answer, says_absent
from assistant.engines.langue.budget import Budget, Usage
from assistant.engines.langue.faults import EngineError, fault
from assistant.engines.langue.masking import Mask, Revealer, people_of
from assistant.engines.langue.memory import ROOM, Memory, Thread
from assistant.engines.langue.models import ModelInfo, choose, context_of, list_models
from assistant.engines.langue.passages import delimiter, inert, number, shown
from assistant.engines.langue.session import Prompt, Session
from assistant.engines.langue.structured import LadderMemory
from assistant.engines.langue.tasks import Desk, complete_question
from assistant.tokens import count
from prompts import load_prompt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from assistant.answers.model import Answer
    from assistant.drafts.model import Draft, Valeur
    from assistant.engines.langue.endpoint import Endpoint
    from assistant.engines.langue.interpreting import Understood
    from assistant.engines.langue.passages import Numbered
    from corpus.indexing import Corpus
    from corpus.models import SearchHit
    from corpus.search import Question

MARGIN = 0.9
"""Share of the context that is used: models count tokens differently."""
HISTORY = 0.12
"""Share of the context for what was said before, at most."""
REPLY = 0.3
"""Share of the context an answer may take at most."""
LEAST_EVIDENCE = 500
"""Tokens of passages below which a model is not asked: what surrounds them has taken its context."""
BROKEN_OFF = frozenset({"incomplete", "longueur", "vide"})
"""Faults of an answer that the model began, even when nothing of it came."""
_SAID = "\nDit avant par la coordinatrice :\n<{tag}>\n{said}\n</{tag}>\n"
_WITHDRAWN = "La réponse est celle du moteur intégré."


class LanguageEngine:
    """Writes with a chat model. Retrieval, refusals and checks are those of the embedded engine."""

    def __init__(self, endpoint: Endpoint, data: Path, sleep: Callable[[float], object] = time.sleep) -> None:
        self.name = endpoint.name
        self.endpoint = endpoint
        self.usage = Usage(data, endpoint.name, endpoint.settings)
        self.memory = LadderMemory(data)
        self.failed = False
        """Whether the endpoint has failed in this action, so that what is less needed is not asked of it."""
        self._embedded = EmbeddedEngine()
        self._sleep = sleep
        self._model: ModelInfo | None = None
        self._people: tuple[int, frozenset[str]] | None = None
        self._session: Session | None = None
        self._missed = ""
        """What to tell of a question that could not be completed, with its answer."""
        self._memory = Memory()
        self._said: tuple[str, ...] = ()
        self._action: Budget | None = None
        self._budget: Budget | None = None

    # Sessions

    @contextmanager
    def action(self, history: Sequence[str] = ()) -> Iterator[None]:
        """Everything asked inside is one action, under one set of caps; ``history`` is what was said before it."""
        if self._action is not None:
            yield
            return
        self._action, self._said = Budget(self.name, self.endpoint.settings), tuple(history)
        self.failed = False
        self._budget = self._action
        try:
            yield
        finally:
            self._action, self._said = None, ()

    @property
    def tokens(self) -> int:
        """Tokens of the last action."""
        return self._budget.tokens if self._budget is not None else 0

    @property
    def spent(self) -> str:
        """What the last action cost and what the day has cost, in French; empty when it cost nothing."""
        return self.usage.told(self.tokens) if self.tokens else ""

    def session(self) -> Session:
        """The calls of one new action; raises ``EngineError`` when nothing may be sent, or no model is known."""
        self.endpoint.must_be_agreed()
        if self._model is None:
            self._model = self._find_model()
        self._budget = self._action or Budget(self.name, self.endpoint.settings)
        self._session = Session(
            self.endpoint, self._model.id, self.usage, self._sleep, self._budget, self.reply, self._context
        )
        return self._session

    def _find_model(self) -> ModelInfo:
        from assistant.engines.langue.transport import open_client

        client, _ = open_client(self.endpoint)
        with client:
            try:
                return choose(self.endpoint, list_models(self.endpoint, client))
            except EngineError as error:
                if self.endpoint.settings.modele and error.motif in ("modele", "methode", "illisible"):
                    return ModelInfo(self.endpoint.settings.modele)
                raise

    def cancel(self) -> None:
        """Stop the action in progress: its connection is closed."""
        if self._session is not None:
            self._session.cancel()

    def mask(self, corpus: Corpus) -> Mask:
        """Who is hidden from this endpoint."""
        if not self.endpoint.masks:
            return Mask(active=False)
        generation = corpus.catalogue.generation()
        if self._people is None or self._people[0] != generation:
            self._people = generation, frozenset(people_of(corpus))
        return Mask(self._people[1])

    def desk(self, session: Session, corpus: Corpus) -> Desk:
        """What the structured tasks need."""
        return Desk(session, self.memory, self.mask(corpus))

    @property
    def _context(self) -> int:
        return context_of(self.endpoint, self._model or ModelInfo(""))

    @property
    def reply(self) -> int:
        """Tokens of an answer: as set, but no more than a share of what the model takes."""
        return min(self.endpoint.settings.reponse_max, int(self._context * REPLY))

    def room(self, *others: str) -> int:
        """Tokens left for passages beside other texts and the answer; raises the ``contexte`` error when too few are.

        What a coordinator states is never cut to make room.
        """
        context = self._context
        left = int(context * MARGIN) - self.reply - sum(count(text) for text in others)
        if left < LEAST_EVIDENCE:
            raise fault("contexte", self.name, f"{context} jetons")
        return left

    def before(self, desk: Desk) -> Thread:
        """What was said before this action, within its share of the context."""
        if not self._said:
            return Thread()
        task = load_prompt("resumer")
        room = min(ROOM, int(self._context * HISTORY))
        return self._memory.thread(desk, self._said, room, self.room(task.rules, task.request))

    # Drafts

    def enrich(self, draft: Draft, corpus: Corpus) -> Draft:
        """The draft with items the model proposes, each cited and checked; unchanged but for an alert when it fails."""
        from assistant.engines.langue.drafting import enrich

        return enrich(self, draft, corpus)

    def interpret(self, draft: Draft, message: str, corpus: Corpus) -> Understood:
        """What the model reads in a message about a draft; raises ``EngineError``."""
        from assistant.engines.langue.interpreting import interpret

        with self.session() as session:
            desk = self.desk(session, corpus)
            return interpret(desk, message, draft, self.before(desk).texte)

    def reword(self, draft: Draft, targets: Sequence[Valeur], consigne: str, corpus: Corpus) -> tuple[Draft, list[str]]:
        """The draft with other words proposed for these values, and what to tell; never raises ``EngineError``."""
        from assistant.engines.langue.rewording import reword

        return reword(self, draft, targets, consigne, corpus)

    def ask_next(self, draft: Draft, corpus: Corpus) -> tuple[list[str], str]:
        """The questions of a draft, the first in the model's words; theirs and why when the model fails."""
        from assistant.engines.langue.questioning import ask_next

        if self.failed:
            return draft.questions, ""
        return ask_next(self, draft, corpus)

    # Questions

    def rewrite(self, question: str, history: Sequence[str], corpus: Corpus) -> str | None:
        """A follow-up question that stands alone, in words that were said; ``None`` when the model cannot."""
        try:
            with self.session() as session:
                return complete_question(self.desk(session, corpus), question, history)
        except EngineError as error:
            self._missed = f"{error.message} La question a été complétée sans le modèle. {error.next_step}".strip()
            return None

    # Answers

    def _refused(self, base: Answer) -> Answer:
        """A refusal, for which the model is not asked, with what failed before it."""
        missed, self._missed = self._missed, ""
        return _noted(base, [missed] if missed else [])

    def answer(self, question: Question, evidence: Sequence[SearchHit], corpus: Corpus) -> Answer:
        """The checked answer of the model; that of the embedded engine, and why, when the model fails."""
        base = self._embedded.answer(question, evidence, corpus)
        if base.refus:
            return self._refused(base)
        try:
            with self.session() as session:
                desk = self.desk(session, corpus)
                told = self._told(question.text, base, evidence, corpus, desk)
                text = desk.mask.reveal(session.complete(told.prompt))
            return self._checked(text, told, question.text, base)
        except EngineError as error:
            self._missed = ""
            return withdrawn(base, error)

    def stream_answer(
        self, question: Question, evidence: Sequence[SearchHit], corpus: Corpus
    ) -> Iterator[str | Answer]:
        """The pieces of the answer as they are written, unchecked, then the checked answer.

        What was shown before the last item is only a preview. When the model fails, the last item is the answer of
        the embedded engine with the reason, and what the model had begun (``inacheve``); a cancelled action ends
        with that answer too.
        """
        base = self._embedded.answer(question, evidence, corpus)
        if base.refus:
            yield self._refused(base)
            return
        pieces: list[str] = []
        try:
            with self.session() as session:
                desk = self.desk(session, corpus)
                told = self._told(question.text, base, evidence, corpus, desk)
                for shown_piece in _revealed(session.stream(told.prompt), desk.mask):
                    pieces.append(shown_piece)
                    yield shown_piece
            yield self._checked("".join(pieces), told, question.text, base)
        except EngineError as error:
            self._missed, begun = "", "".join(pieces)
            broken = begun or error.motif in BROKEN_OFF
            yield withdrawn(base, error).model_copy(update={"inacheve": begun if broken else None})

    def _told(self, question: str, base: Answer, evidence: Sequence[SearchHit], corpus: Corpus, desk: Desk) -> _Told:
        """What the model is told for a question: the passages that fit beside what was said before."""
        task, before, tag = load_prompt("repondre"), self.before(desk), delimiter()
        said = _SAID.format(tag=tag, said=desk.hidden(before.texte)) if before.texte else ""
        room = self.room(task.rules, task.request, question, said)
        passages = number(base.citations, evidence, corpus, room)
        values = {
            "balise": tag,
            "passages": shown(passages, desk.mask),
            "conversation": said,
            "question": inert(desk.mask.hide(question)),
        }
        return _Told(passages, Prompt(*task.filled(values)), before.note)

    def _checked(self, text: str, told: _Told, question: str, base: Answer) -> Answer:
        notes = [note for note in (told.note, self._missed) if note]
        self._missed = ""
        if says_absent(text):
            note = f"Le modèle « {self.name} » n'a pas trouvé la réponse dans les passages. {_WITHDRAWN}"
            return _noted(base, [*notes, note])
        answer, removed = checked_answer(text, told.passages, question, self.name)
        if answer is not None:
            return _noted(answer, notes)
        why = f"Rien de ce que le modèle « {self.name} » a écrit ne tient aux passages. {_WITHDRAWN}"
        return _noted(base, [*notes, why, *(f"Retiré : {note}." for note in removed)])


@dataclass(frozen=True, slots=True)
class _Told:
    """What a model is told, the passages it may cite, and what it was not told."""

    passages: list[Numbered]
    prompt: Prompt
    note: str = ""


def _noted(base: Answer, notes: Sequence[str]) -> Answer:
    return base.model_copy(update={"avertissements": [*base.avertissements, *notes]})


def withdrawn(base: Answer, error: EngineError) -> Answer:
    """The embedded engine's answer, with what happened to the model and what to do."""
    said = " ".join(part for part in (error.message, _WITHDRAWN, error.next_step) if part)
    return _noted(base, [said])


def _revealed(pieces: Iterator[str], mask: Mask) -> Iterator[str]:
    revealer = Revealer(mask)
    for piece in pieces:
        ready = revealer.feed(piece)
        if ready:
            yield ready
    rest = revealer.end()
    if rest:
        yield rest
