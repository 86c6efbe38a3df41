"""A language model as an engine: it writes from numbered passages, is checked, and gives way when it fails."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from assistant.engines.integre import EmbeddedEngine
from assistant.engines.langue.answering import checked_answer, says_absent
from assistant.engines.langue.budget import Usage
from assistant.engines.langue.faults import EngineError
from assistant.engines.langue.masking import Mask, Revealer, people_of
from assistant.engines.langue.models import ModelInfo, choose, context_of, list_models
from assistant.engines.langue.passages import delimiter, number, shown
from assistant.engines.langue.session import Prompt, Session
from assistant.engines.langue.structured import LadderMemory
from assistant.engines.langue.tasks import Desk, complete_question
from assistant.tokens import count
from prompts import load_prompt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from assistant.answers.model import Answer
    from assistant.drafts.model import Draft
    from assistant.engines.langue.endpoint import Endpoint
    from assistant.engines.langue.passages import Numbered
    from corpus.indexing import Corpus
    from corpus.models import SearchHit
    from corpus.search import Question

MARGIN = 0.9
"""Share of the context that is used: models count tokens differently."""
LEAST_EVIDENCE = 500
_WITHDRAWN = "La réponse est celle du moteur intégré."


class LanguageEngine:
    """Writes with a chat model. Retrieval, refusals and checks are those of the embedded engine."""

    def __init__(self, endpoint: Endpoint, data: Path, sleep: Callable[[float], object] = time.sleep) -> None:
        self.name = endpoint.name
        self.endpoint = endpoint
        self.usage = Usage(data, endpoint.name, endpoint.settings)
        self.memory = LadderMemory(data)
        self.tokens = 0
        """Tokens of the last action."""
        self._embedded = EmbeddedEngine()
        self._sleep = sleep
        self._model: ModelInfo | None = None
        self._people: tuple[int, frozenset[str]] | None = None
        self._session: Session | None = None

    # Sessions

    def session(self) -> Session:
        """The calls of one new action; raises ``EngineError`` when nothing may be sent, or no model is known."""
        self.endpoint.must_be_agreed()
        if self._model is None:
            self._model = self._find_model()
        self._session = Session(self.endpoint, self._model.id, self.usage, self._sleep)
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

    def room(self, *others: str) -> int:
        """Tokens left for passages beside other texts and the answer."""
        context = context_of(self.endpoint, self._model or ModelInfo(""))
        taken = sum(count(text) for text in others) + self.endpoint.settings.reponse_max
        return max(int(context * MARGIN) - taken, LEAST_EVIDENCE)

    # Drafts

    def enrich(self, draft: Draft, corpus: Corpus) -> Draft:
        """The draft with items the model proposes, each cited and checked; unchanged but for an alert when it fails."""
        from assistant.engines.langue.drafting import enrich

        return enrich(self, draft, corpus)

    # Questions

    def rewrite(self, question: str, history: Sequence[str], corpus: Corpus) -> str | None:
        """A follow-up question that stands alone, in words that were said; ``None`` when the model cannot."""
        try:
            with self.session() as session:
                return complete_question(self.desk(session, corpus), question, history)
        except EngineError:
            return None  # the answer that follows meets the same fault, and tells it

    # Answers

    def answer(self, question: Question, evidence: Sequence[SearchHit], corpus: Corpus) -> Answer:
        """The checked answer of the model; that of the embedded engine, and why, when the model fails."""
        base = self._embedded.answer(question, evidence, corpus)
        if base.refus:
            return base
        try:
            with self.session() as session:
                mask = self.mask(corpus)
                passages, prompt = self._prompt(question.text, base, evidence, corpus, mask)
                text = mask.reveal(session.complete(prompt))
                self.tokens = session.budget.tokens
            return self._checked(text, passages, question.text, base)
        except EngineError as error:
            return withdrawn(base, error)

    def stream_answer(
        self, question: Question, evidence: Sequence[SearchHit], corpus: Corpus
    ) -> Iterator[str | Answer]:
        """The pieces of the answer as they are written, unchecked, then the checked answer.

        What was shown before the last item is only a preview. When the model fails, the last item is the answer of
        the embedded engine with the reason; a cancelled action ends with that answer too.
        """
        base = self._embedded.answer(question, evidence, corpus)
        if base.refus:
            yield base
            return
        try:
            with self.session() as session:
                mask = self.mask(corpus)
                passages, prompt = self._prompt(question.text, base, evidence, corpus, mask)
                pieces: list[str] = []
                for shown_piece in _revealed(session.stream(prompt), mask):
                    pieces.append(shown_piece)
                    yield shown_piece
                self.tokens = session.budget.tokens
            yield self._checked("".join(pieces), passages, question.text, base)
        except EngineError as error:
            yield withdrawn(base, error)

    def _prompt(
        self, question: str, base: Answer, evidence: Sequence[SearchHit], corpus: Corpus, mask: Mask
    ) -> tuple[list[Numbered], Prompt]:
        task = load_prompt("repondre")
        room = self.room(task.rules, task.request, question)
        passages = number(base.citations, evidence, corpus, room)
        values = {"balise": delimiter(), "passages": shown(passages, mask), "question": mask.hide(question)}
        return passages, Prompt(*task.filled(values))

    def _checked(self, text: str, passages: Sequence[Numbered], question: str, base: Answer) -> Answer:
        if says_absent(text):
            note = f"Le modèle « {self.name} » n'a pas trouvé la réponse dans les passages. {_WITHDRAWN}"
            return _noted(base, [note])
        answer, notes = checked_answer(text, passages, question, self.name)
        if answer is not None:
            return answer
        why = f"Rien de ce que le modèle « {self.name} » a écrit ne tient aux passages. {_WITHDRAWN}"
        return _noted(base, [why, *(f"Retiré : {note}." for note in notes)])


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
