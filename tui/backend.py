"""The real workshop behind the interface's protocol. Built and used in worker threads only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus.errors import CorpusError
from tui import texts
from tui.archive import Archive
from tui.records import (
    ConversationRow,
    DocumentRow,
    DraftRow,
    EngineRow,
    FicheRow,
    Intention,
    Live,
    OwnHit,
    Step,
    Summary,
    Turn,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from assistant.drafts.model import Draft, Message
    from assistant.validation.model import Validation
    from assistant.workshop import Workshop
    from corpus.models import Line, SearchHit
    from corpus.search import Searcher
    from tui.correcting import Change, ReadFiche
    from tui.sample import Entry

_WARMING = "accueil du jeune enfant"
"""Any question will do: it is asked so that the model is loaded."""


class WorkshopBackend:
    """Adapts :class:`assistant.workshop.Workshop`; everything heavy is imported by the workshop itself, when used."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._words: Searcher | None = None
        self._archive = Archive(workshop.data / "conversations")

    @property
    def data(self) -> Path:
        """The data folder."""
        return self._workshop.data

    @property
    def engine_name(self) -> str:
        """The engine in use."""
        return self._workshop.engine_name

    def summary(self) -> Summary:
        """What the corpus holds."""
        found = self._workshop.corpus_summary()
        return Summary(
            found.documents,
            found.fiches,
            found.lignes_plan,
            found.passages,
            found.vecteurs_manquants,
            found.echecs,
        )

    def documents(self) -> list[DocumentRow]:
        """The documents of the corpus, read or failed."""
        entries = self._workshop.corpus.catalogue.documents()
        return [
            DocumentRow(
                entry.name,
                lu=entry.state == "lu",
                motif=entry.motif or "",
                territoire=(entry.carte.territoire or "") if entry.carte else "",
                pages=entry.pages,
                lignes=entry.lines,
                fiches=entry.fiches,
                lignes_plan=entry.plan_rows,
            )
            for entry in entries
        ]

    def fiches(self, document: str) -> list[FicheRow]:
        """The fiches, then the rows of the plan, found in a document."""
        extraction = self._workshop.corpus.catalogue.extraction(document)
        fiches = [
            FicheRow(f.fiche.numero or "", f.fiche.titre or "", f.source.ligne_debut, f.source.ligne_fin)
            for f in extraction.fiches
        ]
        plan = [FicheRow("plan", row.action, row.source.ligne_debut, row.source.ligne_fin) for row in extraction.plan]
        return fiches + plan

    def read_fiche(self, document: str, line: int) -> ReadFiche:
        """The extracted fiche that begins at a line, field by field."""
        from tui.correcting import read_fiche

        return read_fiche(self._workshop, document, line)

    def correct(self, change: Change) -> ReadFiche:
        """Correct a field of an extracted fiche, or cancel its correction; the fiche as it now stands."""
        from tui.correcting import apply_change

        return apply_change(self._workshop, change)

    def sample_conventions(self) -> Path:
        """The folder of the invented conventions that come with the project."""
        return self._workshop.sample_conventions()

    def sample_fiche(self) -> list[Entry]:
        """A finished fiche, field by field."""
        from tui.sample import sample_fiche

        return sample_fiche(self._workshop.sample_conventions())

    def engines(self) -> list[EngineRow]:
        """The engines that can be chosen."""
        from tui.engines import engine_rows

        return engine_rows(self._workshop)

    def choose_engine(self, name: str) -> str:
        """Use an engine from now on; its name comes back."""
        from tui.engines import choose_engine

        return choose_engine(self._workshop, name)

    def index(
        self, paths: Sequence[Path], on_progress: Callable[[Step], None], should_stop: Callable[[], bool]
    ) -> list[str]:
        """Read files and folders into the corpus; one French line per document that is not unchanged."""

        def report(progress: Any) -> None:  # noqa: ANN401
            if should_stop():
                raise CorpusError(texts.INDEXING_STOPPED, texts.INDEXING_STOPPED_NEXT)
            on_progress(Step(progress.stage, progress.done, progress.total, progress.document, progress.state))

        reports = self._workshop.index(paths, report, should_stop)
        return [
            f"{r.document} : {r.etat}" + (f" ({r.motif})" if r.motif else "") for r in reports if r.etat != "inchange"
        ]

    def remove(self, document: str) -> None:
        """Take a document out of the corpus."""
        self._workshop.corpus.remove(document)

    def search(self, question: str, k: int = 20) -> list[SearchHit]:
        """The passages that match, best first."""
        return self._workshop.search(question, k)

    def search_words(self, question: str, k: int = 20) -> list[SearchHit]:
        """The passages that hold the words, at once, without the meaning."""
        if self._words is None:
            from corpus.search import Searcher

            self._words = Searcher(self._workshop.corpus.catalogue)
        return self._words.search(question, k)

    def warm(self) -> None:
        """Load the embedding model and the vectors, before the first question needs them."""
        self._workshop.search(_WARMING, 1)

    def lines(self, document: str, first: int, last: int) -> list[Line]:
        """The lines of a document, both ends included, as far as they exist."""
        return self._workshop.lines(document, first, last)

    def say(
        self,
        draft: Draft | None,
        message: str,
        history: Sequence[str],
        intention: Intention,
        on_live: Callable[[Live], None] | None = None,
    ) -> Turn:
        """Answer a message, or draft or amend from it; ``on_live`` hears how far it is."""
        from tui.live import LiveEngine, listening, tell

        if not isinstance(self._workshop.engine, LiveEngine):
            self._workshop.__dict__["engine"] = LiveEngine(self._workshop.engine)
        with listening(on_live):
            tell("recherche")
            return self._say(draft, message, history, intention)

    def _say(self, draft: Draft | None, message: str, history: Sequence[str], intention: Intention) -> Turn:
        if intention == "question":
            answer = self._workshop.ask(message, history)
            return Turn("refus" if answer.refus else "reponse", answer.reponse, tuple(answer.citations))
        if intention == "demande":
            drafting = self._workshop.start_draft(message)
            return Turn("refus" if drafting.draft is None else "brouillon", drafting.message, (), drafting.draft)
        turn = self._workshop.say(draft, message, history)
        return Turn(turn.kind, turn.text, tuple(turn.citations), turn.draft, tuple(turn.changes))

    def propose(self, draft: Draft) -> Draft:
        """Fresh proposals for the open fields."""
        return self._workshop.propose(draft)

    def validate(self, draft: Draft) -> Validation:
        """Every finding on the fiche this draft would give."""
        return self._workshop.validate(draft)

    def export(self, draft: Draft, kind: str, *, unfinished: bool) -> bytes:
        """The bytes of an export."""
        return self._workshop.export(draft, kind, unfinished=unfinished)

    def export_to(self, draft: Draft, kind: str, *, unfinished: bool) -> Path:
        """Write an export in the folder of exports and say where; never overwrites."""
        return self._workshop.export_to(draft, kind, unfinished=unfinished)

    def drafts(self) -> list[DraftRow]:
        """The drafts kept that can be opened, latest change first."""
        found = self._workshop.drafts.list()
        return [DraftRow(d.id, d.titre, d.modifie, d.completude) for d in found if not d.probleme]

    def load_draft(self, identifier: str) -> Draft:
        """Read a draft."""
        return self._workshop.drafts.load(identifier)

    def save_draft(self, draft: Draft) -> None:
        """Write a draft."""
        self._workshop.drafts.save(draft)

    def save_typing(self, identifier: str, text: str) -> None:
        """Keep what is typed beside a draft."""
        self._workshop.drafts.save_typing(identifier, text)

    def delete_draft(self, identifier: str) -> None:
        """Delete a draft."""
        self._workshop.drafts.delete(identifier)

    def duplicate_draft(self, draft: Draft) -> Draft:
        """A copy of a draft under a name of its own, kept at once."""
        from assistant.drafts.operations import duplicate

        copy = duplicate(draft, self._workshop.drafts.new_id(draft.titre))
        self._workshop.drafts.save(copy)
        return copy

    def conversations(self) -> list[ConversationRow]:
        """The conversations set aside, latest first."""
        return self._archive.rows()

    def load_conversation(self, identifier: str) -> list[Message]:
        """The messages of a conversation set aside."""
        return self._archive.load(identifier)

    def save_conversation(self, identifier: str, messages: Sequence[Message]) -> None:
        """Set a conversation aside."""
        self._archive.save(identifier, messages)

    def search_own(self, question: str) -> list[OwnHit]:
        """What drafts and conversations hold of these words."""
        from tui.own_search import search_drafts, search_messages

        drafts = (self._workshop.drafts.load(row.id) for row in self.drafts())
        found = list(search_drafts(drafts, question))
        for row in self.conversations():
            found += search_messages(row.id, row.titre, self.load_conversation(row.id), question)
        return found

    def stop(self) -> None:
        """Stop the engine at once, when it can be."""
        engine = self._workshop.__dict__.get("engine")
        cancel = getattr(engine, "cancel", None)
        if cancel is not None:
            cancel()

    def load_state(self) -> dict[str, Any]:
        """What the interface remembered."""
        return self._workshop.load_state()

    def save_state(self, state: dict[str, Any]) -> None:
        """Remember the state of the interface."""
        self._workshop.save_state(state)
