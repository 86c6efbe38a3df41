"""A workshop without a corpus: scripted answers, drafts in a folder, everything dated the same."""

from __future__ import annotations

import datetime as dt
import json
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.answers.model import AnswerCitation
from assistant.drafts.model import Draft, Message, Valeur
from assistant.drafts.operations import duplicate
from assistant.drafts.store import DraftStore
from assistant.validation.model import Constat, Validation
from corpus.errors import FichesError, RefusedError
from corpus.fiche import CHAMPS, LigneBudget
from corpus.models import Citation, Line, Passage, SearchHit
from tui.archive import Archive
from tui.correcting import ReadFiche, ReadField, ReadValue
from tui.own_search import search_drafts, search_messages
from tui.records import (
    ConversationRow,
    DocumentRow,
    DraftRow,
    EngineRow,
    FicheRow,
    Holdings,
    Intention,
    Live,
    OwnHit,
    Place,
    Step,
    Summary,
    Turn,
)
from tui.sample import entries

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.correcting import Change, ReadState
    from tui.sample import Entry

WHEN = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
DOCUMENT = "convention-val-de-brume.txt"
SENTENCES = [
    "Fiche action 2.1 : ouvrir une ludothèque itinérante",
    "Porteur : communauté de communes du Val-de-Brume",
    "Indicateurs : nombre de communes desservies ; fréquentation par tranche d'âge",
    "Partenaires : Caf, MSA, bibliothèques municipales",
]


LINES = [Line(number=n, text=text) for n, text in enumerate(SENTENCES, start=1)]
READ: dict[str, list[str]] = {
    "titre": ["Ouvrir une ludothèque itinérante"],
    "porteurs": ["communauté de communes du Val-de-Brume"],
    "lieu": [],
    "partenaires": ["Caf", "MSA", "bibliothèques municipales"],
    "indicateurs": ["nombre de communes desservies", "fréquentation par tranche d'âge"],
}
"""The extracted fiche, field by field."""


def citation(line: int) -> Citation:
    """The citation of one line of the invented convention."""
    return Citation(
        document=DOCUMENT,
        ligne_debut=line,
        ligne_fin=line,
        section="Fiche action 2.1",
        extrait=SENTENCES[(line - 1) % len(SENTENCES)],
    )


def value(champ: str, text: Any, etat: str = "propose", *, line: int = 0, rank: int = 0) -> Valeur:
    """A value: the coordinator's when there is no line, else the corpus's."""
    return Valeur.model_validate(
        {
            "id": f"{champ}-{rank}",
            "champ": champ,
            "valeur": text,
            "origine": "corpus" if line else "utilisateur",
            "etat": etat,
            "citation": citation(line) if line else None,
        }
    )


def sample_draft() -> Draft:
    """A draft with a value in every state."""
    return Draft(
        id="2026-03-02-ludotheque-1",
        titre="Ouvrir une ludothèque itinérante",
        cree=WHEN,
        modifie=WHEN,
        demande="Une ludothèque itinérante à Val-de-Brume",
        valeurs=[
            value("titre", "Ouvrir une ludothèque itinérante", "accepte"),
            value("porteurs", "Communauté de communes du Val-de-Brume", "accepte"),
            value("lieu", "Val-de-Brume", "modifie"),
            value("public_cible", "Familles", "a_verifier"),
            value("public_cible", "Enfants de 0 à 6 ans et leurs parents", line=1, rank=1),
            value("indicateurs", "Nombre de communes desservies", line=3),
            value("indicateurs", "Fréquentation par tranche d'âge", line=3, rank=1),
            value("partenaires", "Caf, MSA", line=4),
            value("budget.charges", LigneBudget.model_validate({"poste": "Achats", "montant": "1250.5"}), "accepte"),
        ],
    )


class FakeWorkshop:
    """Implements the interface's :class:`tui.ports.Backend` with nothing behind it."""

    def __init__(self, data: Path, *, documents: int = 1) -> None:
        self._data = data
        self._store = DraftStore(data / "brouillons")
        self._archive = Archive(data / "conversations")
        self.count = documents
        self.stopped = 0
        self.pieces: list[str] = []
        """What is told of an answer before it is settled, each with all the text so far."""
        self.engine = "integre"
        self.gate: threading.Event | None = None
        """When set, messages wait for it: a slow engine."""
        self.failure: FichesError | None = None
        self.heard: list[tuple[str, Intention]] = []
        self.indexed: list[Path] = []
        self.warmed = False
        self.shared = ""
        self.noticed: list[str] = []
        self.read = {champ: list(values) for champ, values in READ.items()}
        self.corrected: dict[str, list[str]] = {}
        self.answer = "La communauté de communes porte la fiche 2.1 [1]. Elle suit deux indicateurs [2]."
        self.citations: tuple[Citation, ...] = tuple(
            AnswerCitation(**citation(line).model_dump(), rang=rank) for rank, line in ((1, 2), (2, 3))
        )

    @property
    def data(self) -> Path:
        return Path("/donnees/fiches-ctg")

    @property
    def engine_name(self) -> str:
        return self.engine

    @property
    def share(self) -> str:
        return self.shared

    def notices(self) -> list[str]:
        return list(self.noticed)

    def sample_fiche(self) -> list[Entry]:
        return entries(sample_draft().fiche())

    def engines(self) -> list[EngineRow]:
        far = EngineRow("lointain", "Vos questions sont envoyées au loin.", agreed=False, remote=True)
        return [EngineRow("integre", "Rien ne quitte la machine.", agreed=True, remote=False), far]

    def choose_engine(self, name: str) -> str:
        self.engine = name
        return name

    def summary(self) -> Summary:
        return Summary(self.count, 4 * self.count, 12 * self.count, 90 * self.count)

    def documents(self) -> list[DocumentRow]:
        path = f"/conventions/{DOCUMENT}"
        rows = [
            DocumentRow(DOCUMENT, lu=True, territoire="Val-de-Brume", lignes=4, fiches=1, lignes_plan=2, chemin=path)
        ]
        failed = DocumentRow("numerise.pdf", lu=False, motif="document numérisé, sans texte")
        return [*rows, failed] if self.count else []

    def holdings(self) -> Holdings:
        return Holdings({DOCUMENT: ("Ouvrir une ludothèque itinérante",)}, (("numerique", "Numérique"),))

    def about(self, theme: str) -> frozenset[Place]:
        return frozenset({(DOCUMENT, 9, 9)})

    def start_from_fiche(self, document: str, line: int) -> Draft:
        made = sample_draft().model_copy(update={"id": "2026-03-02-modele-1", "demande": f"{document} @{line}"})
        self._store.save(made)
        return made

    def fiches(self, document: str) -> list[FicheRow]:
        return [FicheRow("2.1", "Ouvrir une ludothèque itinérante", 1, 4)]

    def values(self, champ: str) -> list[str]:
        """What stands in a field of the extracted fiche."""
        return self.corrected.get(champ, self.read.get(champ, []))

    def read_fiche(self, document: str, line: int) -> ReadFiche:
        return ReadFiche(document, line, "fiche 2.1", tuple(self._field(champ) for champ in READ), tuple(LINES))

    def correct(self, change: Change) -> ReadFiche:
        if self.failure:
            raise self.failure
        before = self.values(change.champ) if change.adding else []
        self.corrected[change.champ] = [*before, *change.values]
        if change.cancel:
            del self.corrected[change.champ]
        return self.read_fiche(change.document, change.line)

    def _field(self, champ: str) -> ReadField:
        read_as: ReadState = ("incertain" if champ == "partenaires" else "lu") if self.values(champ) else "absent"
        state: ReadState = "corrige" if champ in self.corrected else read_as
        lines = frozenset(n for n, text in enumerate(SENTENCES, start=1) if text.lower().startswith(champ[:5]))
        values = tuple(ReadValue(text, state, lines) for text in self.values(champ))
        read = " ; ".join(self.read.get(champ, [])) if champ in self.corrected else ""
        return ReadField(champ, state, champ not in ("titre", "lieu"), values, read)

    def sample_conventions(self) -> Path:
        return Path("exemples")

    def index(
        self,
        paths: Sequence[Path],
        on_progress: Callable[[Step], None],
        should_stop: Callable[[], bool],
        *,
        ocr: bool = False,
    ) -> list[str]:
        on_progress(Step("lecture", 1, 1, DOCUMENT))
        self.indexed.extend(paths)
        self.count = 1
        return [f"{DOCUMENT} : nouveau"]

    def remove(self, document: str) -> None:
        self.count = 0

    def search(self, question: str, k: int = 20) -> list[SearchHit]:
        found = [n for n, text in enumerate(SENTENCES, start=1) if question.lower() in text.lower()]
        return [SearchHit(passage=_passage(n), rang=rank, score=1.0) for rank, n in enumerate(found, start=1)]

    def search_words(self, question: str, k: int = 20) -> list[SearchHit]:
        return self.search(question, k)

    def warm(self) -> None:
        self.warmed = True

    def lines(self, document: str, first: int, last: int) -> list[Line]:
        return [Line(number=n, text=text) for n, text in enumerate(SENTENCES, start=1)][first - 1 : last]

    def say(
        self,
        draft: Draft | None,
        message: str,
        history: Sequence[str],
        intention: Intention,
        on_live: Callable[[Live], None] | None = None,
    ) -> Turn:
        self.heard.append((message, intention))
        for text in self.pieces if on_live else ():
            on_live(Live("redaction", text))  # type: ignore[misc]
        if self.gate:
            self.gate.wait(10)
        if self.failure:
            raise self.failure
        if intention == "question" or message.endswith("?"):
            return Turn("reponse", self.answer, self.citations)
        if draft is None:
            made = sample_draft()
            self._store.save(made)
            return Turn("brouillon", "Voici un premier brouillon.", draft=made)
        changed = draft.model_copy(update={"valeurs": [*draft.valeurs, value("axe", message, "accepte")]})
        return Turn("modification", "C'est noté.", draft=changed, changes=("axe",))

    def propose(self, draft: Draft) -> Draft:
        return draft.model_copy(update={"valeurs": [*draft.valeurs, value("moyens", "Un véhicule", line=1)]})

    def validate(self, draft: Draft) -> Validation:
        missing = [c for c, champ in CHAMPS.items() if champ.obligatoire and champ.nature != "echeances"]
        empty = [c for c in missing if not draft.of(c, proposals=False)]
        found = [
            Constat(regle="obligatoire", niveau="erreur", champ=c, message="Ce champ est vide.", piste="Remplissez-le.")
            for c in empty
        ]
        return Validation(valide=not found, constats=found, completude=1 - len(empty) / len(missing))

    def export(self, draft: Draft, kind: str, *, unfinished: bool) -> bytes:
        if not unfinished and not self.validate(draft).valide:
            raise RefusedError("La fiche n'est pas complète.", "Complétez-la ou exportez-la en brouillon.")
        return json.dumps({"titre": draft.titre}, ensure_ascii=False, indent=2).encode()

    def export_to(self, draft: Draft, kind: str, *, unfinished: bool) -> Path:
        payload = self.export(draft, kind, unfinished=unfinished)
        (self._data / f"{draft.id}.{kind}").write_bytes(payload)
        return Path("exports") / f"{draft.id}.{kind}"

    def drafts(self) -> list[DraftRow]:
        return [DraftRow(d.id, d.titre, WHEN, d.completude) for d in self._store.list()]

    def load_draft(self, identifier: str) -> Draft:
        return self._store.load(identifier)

    def save_draft(self, draft: Draft) -> None:
        self._store.save(draft)

    def save_typing(self, identifier: str, text: str) -> None:
        self._store.save_typing(identifier, text)

    def delete_draft(self, identifier: str) -> None:
        self._store.delete(identifier)

    def duplicate_draft(self, draft: Draft) -> Draft:
        copy = duplicate(draft, f"{draft.id}-copie")
        self._store.save(copy)
        return copy

    def conversations(self) -> list[ConversationRow]:
        return self._archive.rows()

    def load_conversation(self, identifier: str) -> list[Message]:
        return self._archive.load(identifier)

    def save_conversation(self, identifier: str, messages: Sequence[Message]) -> None:
        self._archive.save(identifier, messages)

    def delete_conversation(self, identifier: str) -> None:
        self._archive.delete(identifier)

    def search_own(self, question: str) -> list[OwnHit]:
        found = list(search_drafts([self.load_draft(row.id) for row in self.drafts()], question))
        for row in self.conversations():
            found += search_messages(row.id, row.titre, self.load_conversation(row.id), question)
        return found

    def stop(self) -> None:
        self.stopped += 1

    def load_state(self) -> dict[str, Any]:
        path = self._data / "interface.json"
        return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}

    def save_state(self, state: dict[str, Any]) -> None:
        self._data.mkdir(parents=True, exist_ok=True)
        (self._data / "interface.json").write_text(json.dumps(state), encoding="utf-8")


def _passage(line: int) -> Passage:
    place = citation(line)
    return Passage(
        document=DOCUMENT,
        ligne_debut=line,
        ligne_fin=line,
        section=place.section,
        extrait=place.extrait,
        territoire="Val-de-Brume",
    )
