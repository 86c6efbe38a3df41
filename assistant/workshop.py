"""The workshop: everything a screen or a command can ask for, without a screen.

The corpus, the drafts and the engine stand behind this one door, so that the interface and the command line
are two faces of the same core. Nothing heavy is imported before it is used.
"""

from __future__ import annotations

import json
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from corpus.errors import FichesError, UsageError
from corpus.models import Citation, Filters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from assistant.answers.model import Answer
    from assistant.drafting import Drafting
    from assistant.drafts.model import Draft
    from assistant.drafts.store import DraftStore
    from assistant.engines import Engine
    from assistant.validation.context import ValidationContext
    from assistant.validation.model import Validation
    from corpus.corrections import Correction
    from corpus.indexing import Corpus, IndexReport, Progress
    from corpus.models import Line, SearchHit
    from corpus.search.reranking import Reranker

TurnKind = Literal["reponse", "brouillon", "modification", "refus"]


@dataclass(frozen=True, slots=True)
class CorpusSummary:
    """How much the corpus holds."""

    documents: int
    fiches: int
    lignes_plan: int
    passages: int
    vecteurs_manquants: int
    echecs: int


@dataclass(frozen=True, slots=True)
class Turn:
    """What one message of the coordinator led to."""

    kind: TurnKind
    text: str
    draft: Draft | None = None
    citations: Sequence[Citation] = ()
    changes: Sequence[str] = field(default_factory=tuple)
    inacheve: str | None = None
    """What a model had written when it broke off, before another engine answered."""


class Workshop:
    """One data folder at work: index, search, answer, draft, check and export."""

    def __init__(
        self,
        data: Path,
        *,
        engine: str = "integre",
        model: str | None = None,
        reranker: str | None = None,
        chroma: str | None = None,
    ) -> None:
        self.data = data
        self.chroma = chroma
        """The address of the server of an index shared by a team; ``None`` for the index of this machine."""
        self.on_receiving: Callable[[Progress], None] | None = None
        """Hears of the documents of colleagues as they come in, at the first opening."""
        self.engine_name = engine
        self.model = model
        self.reranker = reranker

    @cached_property
    def corpus(self) -> Corpus:
        """The indexed conventions."""
        from corpus.indexing import Corpus

        self.data.mkdir(parents=True, exist_ok=True)
        second = self._second_reader()
        model, embedder = self.model, None
        if model is not None and model.startswith("serveur:"):
            from assistant.engines.langue.embedding import load_endpoint_embedder

            embedder = load_endpoint_embedder(model, self.data)
            model = None
        if self.chroma:
            from assistant.sharing import shared_corpus

            return shared_corpus(
                self.data, self.chroma, model, embedder=embedder, reranker=second, on_progress=self.on_receiving
            )
        return Corpus(self.data, model, embedder=embedder, reranker=second)

    def _second_reader(self) -> Reranker | None:
        """The model that reads passages again, of this machine or of a server, when one is set."""
        if not self.reranker:
            return None
        from corpus.search.reranking import load_reranker

        if not self.reranker.startswith("serveur:"):
            return load_reranker(self.reranker)
        from assistant.engines.langue.reranking import families

        return load_reranker(self.reranker, families(self.data))

    @property
    def share(self) -> str:
        """What the server of the index of a team receives; empty when the index is the one of this machine."""
        if not self.chroma:
            return ""
        from assistant.sharing import notice

        return notice(self.chroma)

    def notices(self) -> list[str]:
        """What a person should know of the corpus that was used: repairs, a server away, meaning not searched."""
        return list(self.corpus.notices) if "corpus" in self.__dict__ else []

    @cached_property
    def drafts(self) -> DraftStore:
        """The drafts kept."""
        from assistant.drafts.store import DraftStore

        return DraftStore(self.data / "brouillons")

    @cached_property
    def engine(self) -> Engine:
        """The engine that writes; raises ``UsageError`` when its name is unknown."""
        from assistant.engines import load_engine

        return load_engine(self.engine_name, self.data)

    # The corpus

    def corpus_summary(self) -> CorpusSummary:
        """Count what the corpus holds; reads the catalogue only."""
        entries = self.corpus.catalogue.documents()
        read = [entry for entry in entries if entry.state == "lu"]
        return CorpusSummary(
            documents=len(read),
            fiches=sum(entry.fiches for entry in read),
            lignes_plan=sum(entry.plan_rows for entry in read),
            passages=self.corpus.catalogue.passage_count(),
            vecteurs_manquants=self.corpus.missing_vectors(),
            echecs=len(entries) - len(read),
        )

    def sample_conventions(self) -> Path:
        """The folder of the conventions that come with the program."""
        return Path(str(files("corpus") / "exemples"))

    def index(
        self,
        paths: Sequence[Path],
        on_progress: Callable[[Progress], None] | None = None,
        should_stop: Callable[[], bool] | None = None,
        *,
        with_vectors: bool = True,
        ocr: bool = False,
    ) -> list[IndexReport]:
        """Read files and folders into the corpus, scans too with ``ocr``, then compute the missing vectors."""
        reports = self.corpus.index(paths, on_progress, with_vectors=False, ocr=ocr)
        if with_vectors:
            self.corpus.embed_missing(on_progress, should_stop)
        return reports

    def lines(self, document: str, first: int, last: int) -> list[Line]:
        """The lines of a document of the corpus."""
        return self.corpus.catalogue.lines(document, first, last)

    def reading_report(self, document: str) -> dict[str, Any]:
        """What was read of a document, field by field; raises ``UsageError`` when the corpus does not hold it."""
        from assistant.reading_report import report

        catalogue = self.corpus.catalogue
        extraction, entry = catalogue.extraction(document), catalogue.document(document)
        if entry is None:  # removed by another program between the two
            raise UsageError(f"« {document} » n'est plus dans le corpus.", "« fiches corpus » donne ce qu'il contient.")
        return report(entry, extraction, lambda *ends: "\n".join(line.text for line in self.lines(document, *ends)))

    def correct_fiche(
        self, document: str, fiche: str, champ: str, values: Sequence[str], *, adding: bool = False
    ) -> Correction | None:
        """Correct a field of an extracted fiche, for good; no value empties it, ``adding`` adds to a list.

        ``fiche`` is its number, words of its title, or ``@`` and one of its lines. ``None`` when the field is again
        what was read. Raises ``UsageError`` when the document, the fiche or the field is not known.
        """
        with self._vectors_kept_whole():
            return self.corpus.correct(document, fiche, champ, values, adding=adding)

    def corrections(self, document: str | None = None) -> list[Correction]:
        """What was corrected in a document, or in all of them."""
        return self.corpus.corrections(document)

    def cancel_corrections(self, document: str, fiche: str | None = None, champ: str | None = None) -> int:
        """Go back to what was read: of a document, a fiche or a field; returns how many corrections are gone."""
        with self._vectors_kept_whole():
            return self.corpus.cancel_corrections(document, fiche, champ)

    @contextmanager
    def _vectors_kept_whole(self) -> Iterator[None]:
        """Compute the few vectors that a change makes missing, when none was; without a model they wait."""
        whole = self.corpus.missing_vectors() == 0
        yield
        if whole:
            with suppress(FichesError):
                self.corpus.embed_missing()

    # Questions

    def search(self, question: str, k: int = 10, filters: Filters | None = None) -> list[SearchHit]:
        """The passages that answer a question, best first; raises ``UsageError`` for a filter that matches nothing."""
        return self.corpus.searcher().search(question, k, self._settled(filters))

    def _settled(self, filters: Filters | None) -> Filters:
        """The filters with the names of the corpus; raises ``UsageError`` with what exists."""
        return self.corpus.searcher().settle(filters) if filters else Filters()

    @contextmanager
    def action(self, history: Sequence[str] = ()) -> Iterator[None]:
        """Everything asked of a language model inside is one action, under one set of caps."""
        begin = getattr(self.engine, "action", None)
        with begin(history) if begin is not None else nullcontext():
            yield

    @property
    def spent(self) -> str:
        """What the last action cost with a language model, in French; empty when nothing was sent."""
        told: str = getattr(self.engine, "spent", "")
        return told

    def ask(self, question: str, history: Sequence[str] = (), filters: Filters | None = None) -> Answer:
        """A cited answer, or a refusal."""
        from assistant.answers import ask

        with self.action(history):
            return ask(question, self.corpus, self.engine, filters=self._settled(filters), history=history)

    def stream(
        self, question: str, history: Sequence[str] = (), filters: Filters | None = None
    ) -> Iterator[str | Answer]:
        """The same, piece by piece: unchecked text to watch, then the answer that counts."""
        from assistant.answers import stream

        with self.action(history):
            yield from stream(question, self.corpus, self.engine, filters=self._settled(filters), history=history)

    def cancel(self) -> None:
        """Stop what a language model is writing, from another thread; its connection is closed."""
        stop = getattr(self.engine, "cancel", None)
        if stop is not None:
            stop()

    # Drafts

    def start_draft(self, request: str) -> Drafting:
        """Read a request and make a draft of it, kept at once; a refused request makes none."""
        from assistant.drafting import draft_from

        with self.action():
            drafting = draft_from(request, self.corpus, self.engine)
        if drafting.draft is None:
            return drafting
        named = drafting.draft.model_copy(update={"id": self.drafts.new_id(drafting.draft.titre)})
        self.drafts.save(named)
        return drafting.model_copy(update={"draft": named})

    def start_from_fiche(self, document: str, fiche: str) -> Drafting:
        """A draft modelled on a fiche of the corpus (its number, or words of its title), kept at once."""
        from assistant.drafting import draft_from_fiche

        drafting = draft_from_fiche(document, fiche, self.corpus)
        if drafting.draft is None:
            return drafting
        named = drafting.draft.model_copy(update={"id": self.drafts.new_id(drafting.draft.titre)})
        self.drafts.save(named)
        return drafting.model_copy(update={"draft": named})

    def say(self, draft: Draft | None, message: str, history: Sequence[str] = ()) -> Turn:
        """Understand a message of the conversation and do what it asks: answer, draft or change the draft."""
        from assistant.conversation import say

        with self.action(history):
            return say(self, draft, message, history)

    def propose(self, draft: Draft, champs: Sequence[str] | None = None) -> Draft:
        """Fresh proposals from the corpus for the open fields of a draft."""
        from assistant.drafting import propose

        return propose(draft, self.corpus, champs)

    def context_of(self, draft: Draft) -> ValidationContext | None:
        """The axes, period and other fiches of the convention a draft is for, when its words name just one."""
        from assistant.validation import context_from

        named = " ".join(part for part in (draft.fiche().lieu, draft.demande) if part)
        if not named or not self.corpus.catalogue.passage_count():
            return None
        documents = self.corpus.searcher().understand(named).documents
        if len(documents) != 1:
            return None
        extraction = self.corpus.catalogue.extraction(documents[0])
        return context_from(extraction.carte, (found.fiche for found in extraction.fiches))

    def validate(self, draft: Draft) -> Validation:
        """All the findings on a draft, in the light of its convention when the corpus holds it."""
        from assistant.validation import validate_draft

        return validate_draft(draft, self.context_of(draft))

    def export(self, draft: Draft, format_name: str, *, unfinished: bool = False) -> bytes:
        """A draft in one of the formats; raises ``RefusedError`` with every error of an invalid one."""
        from assistant.exports import export_draft

        return export_draft(draft, format_name, unfinished=unfinished, context=self.context_of(draft))

    def export_to(
        self, draft: Draft, format_name: str, folder: Path | None = None, *, unfinished: bool = False
    ) -> Path:
        """Write an export beside the others and return its path; an existing file is never overwritten."""
        from assistant.exports.files import free_path, write_file

        payload = self.export(draft, format_name, unfinished=unfinished)
        target = free_path((folder or self.data / "exports") / f"{draft.id}.{format_name}")
        target.parent.mkdir(parents=True, exist_ok=True)
        write_file(target, payload)
        return target

    # What the interface remembers

    @property
    def _state_file(self) -> Path:
        return self.data / "interface.json"

    def load_state(self) -> dict[str, Any]:
        """What the interface left the last time; nothing when it cannot be read."""
        try:
            state = json.loads(self._state_file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return state if isinstance(state, dict) else {}

    def save_state(self, state: dict[str, Any]) -> None:
        """Keep what the interface needs to reopen where it was."""
        from assistant.exports.files import write_file

        self.data.mkdir(parents=True, exist_ok=True)
        write_file(self._state_file, json.dumps(state, ensure_ascii=False).encode(), overwrite=True)

    def close(self) -> None:
        """Let go of the index."""
        if "corpus" in self.__dict__:
            self.corpus.close()
