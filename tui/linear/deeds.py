"""What each command does in the linear mode; the commands and their names are those of the one registry."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.drafts import operations
from assistant.drafts.contents import label
from assistant.drafts.model import PARTS
from corpus.errors import RefusedError, UsageError
from corpus.fiche import CHAMPS
from corpus.text.folding import fold
from tui import texts, texts_linear
from tui.linear.base import rank_in
from tui.linear.lines import corpus_lines, draft_lines, help_lines, hit_lines, kept_lines, numbered, own_line, place
from tui.linear.making import Making
from tui.rows import citation_of, source_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.drafts.model import Valeur
    from corpus.models import Citation
    from tui.linear.run import Linear
    from tui.records import Step


class LinearDeeds(Making):
    """Does a command by name: ``_do_accept`` for ``accept``; what has no method is not offered here."""

    def __init__(self, linear: Linear) -> None:
        super().__init__(linear)
        self._found: list[Citation] = []
        self._listed: tuple[str, list[str]] = ("", [])
        """The draft shown last, and its values by number: the numbers hold until it is shown again."""

    @classmethod
    def known(cls) -> set[str]:
        """The actions of the registry this mode has."""
        return {name.removeprefix("_do_") for name in dir(cls) if name.startswith("_do_")}

    def do(self, action: str, rest: str) -> None:
        """Do an action of the registry with the text that follows it; raises ``FichesError``."""
        if action not in self.known():
            raise UsageError(texts_linear.NOT_HERE, texts_linear.NOT_HERE_NEXT)
        getattr(self, f"_do_{action}")(rest)

    # Reading

    def _do_help(self, _: str) -> None:
        self._linear.console.lines(help_lines(self.known()))

    def _do_home(self, _: str) -> None:
        backend = self._linear.backend
        self._linear.console.lines(kept_lines(backend.drafts(), backend.conversations()))

    def _do_open_kept(self, rest: str) -> None:
        backend = self._linear.backend
        drafts, conversations = backend.drafts(), backend.conversations()
        rank = rank_in(rest, len(drafts) + len(conversations))
        if rank <= len(drafts):
            self._linear.open(backend.load_draft(drafts[rank - 1].id))
            self._do_draft("")
        else:
            self._linear.open_conversation(conversations[rank - 1 - len(drafts)].id)

    def _do_draft(self, _: str) -> None:
        draft = self._draft()
        self._listed = (draft.id, [value.id for value in numbered(draft)])
        self._linear.console.lines(draft_lines(draft, self._linear.backend.validate(draft)))

    def _do_corpus(self, rest: str) -> None:
        backend = self._linear.backend
        if rest:
            self._index(rest)
        self._linear.console.lines(corpus_lines(backend.summary(), backend.documents()))

    def _do_search(self, rest: str) -> None:
        if not rest:
            raise UsageError(texts_linear.SEARCH_WHAT, texts.COMMAND_NEEDS_TEXT.format(example="/chercher ludothèque"))
        console, backend = self._linear.console, self._linear.backend
        hits = backend.search(rest)[:10]
        own = backend.search_own(rest)[:10]
        self._found = [citation_of(hit.passage) for hit in hits]
        console.say(texts.counted(len(hits), "passage", "passages") + texts_linear.FOUND)
        for rank, hit in enumerate(hits, start=1):
            console.lines(hit_lines(rank, hit))
        for rank, mine in enumerate(own, start=len(hits) + 1):
            console.say(own_line(rank, mine))

    def _do_source(self, rest: str) -> None:
        """Read a passage found, or a source of the draft or of the last answer."""
        session = self._linear.session
        known = self._found or [row.citation for row in source_rows(session.draft, session.shown)]
        citation = known[rank_in(rest, len(known)) - 1]
        self._linear.console.say(f"{place(citation)} :")
        for line in self._linear.backend.lines(citation.document, citation.ligne_debut, citation.ligne_fin):
            self._linear.console.say(f"  {line.number}. " + line.text.replace("\t", " ; "))

    def _do_sample(self, _: str) -> None:
        for name, lines in self._linear.backend.sample_fiche():
            self._linear.console.say(f"{name} :")
            self._linear.console.lines(f"  {line}" for line in lines)

    # The conversation

    def _do_ask(self, rest: str) -> None:
        self._found = []
        self._linear.message(rest, "question")

    def _do_write(self, rest: str) -> None:
        self._do_new("")
        self._linear.message(rest, "demande")

    def _do_new(self, _: str) -> None:
        self._found = []
        self._linear.put_aside()
        self._linear.console.say(texts_linear.NEW)

    # The draft

    def _do_accept(self, rest: str) -> None:
        for value in self._chosen(rest):
            self._change(partial(operations.accept, value_id=value.id))

    def _do_refuse(self, rest: str) -> None:
        for value in self._chosen(rest):
            self._change(partial(operations.refuse, value_id=value.id))

    def _do_remove(self, rest: str) -> None:
        for value in self._chosen(rest):
            self._change(partial(operations.remove, value_id=value.id))

    def _do_accept_all(self, rest: str) -> None:
        champ = _field(rest) if rest else None
        self._change(lambda draft: operations.accept_all(draft, champ))

    def _do_edit(self, rest: str) -> None:
        number, _, words = rest.partition(" ")
        value = self._chosen(number)[0]
        if not words.strip():
            raise UsageError(
                texts_linear.WORDS_MISSING, texts.COMMAND_NEEDS_TEXT.format(example="/modifier 3 mes mots")
            )
        self._change(lambda draft: operations.edit(draft, value.id, words.strip()))

    def _do_rephrase(self, rest: str) -> None:
        from assistant.rewording import request_for

        number, _, words = rest.partition(" ")
        if not number.isdigit():
            self._linear.message(f"Reformule {rest}", "auto")
            return
        self._linear.message(request_for(self._draft(), self._chosen(number)[0], words.strip()), "auto")

    def _do_add(self, rest: str) -> None:
        name, colon, words = rest.partition(":")
        if not colon or not words.strip():
            raise UsageError(texts_linear.WORDS_MISSING, texts.COMMAND_NEEDS_TEXT.format(example=texts_linear.ADD))
        champ = _field(name)
        self._change(lambda draft: operations.add(draft, champ, words.strip()))

    def _do_undo(self, _: str) -> None:
        history = self._draft().historique
        if self._change(operations.undo) and history:
            self._linear.console.say(texts.UNDONE.format(what=history[-1].quoi))

    def _do_propose(self, _: str) -> None:
        draft = self._draft()
        self._linear.console.say(texts_linear.WORK.format(what=texts.WORKING["propose"]))
        proposed = self._linear.backend.propose(draft)
        self._change(lambda _: proposed)
        self._do_draft("")

    def _do_duplicate(self, _: str) -> None:
        copy = self._linear.backend.duplicate_draft(self._draft())
        self._linear.open(copy)
        self._linear.console.say(texts.DUPLICATED)

    def _do_export(self, rest: str) -> None:
        words = rest.split()
        unfinished = "brouillon" in words
        kinds = [word for word in words if word in texts.EXPORT_FORMATS] or ["md"]
        try:
            path = self._linear.backend.export_to(self._draft(), kinds[0], unfinished=unfinished)
        except RefusedError as error:
            raise RefusedError(error.message, texts_linear.EXPORT_NEXT.format(kind=kinds[0])) from error
        self._linear.console.say(texts.EXPORT_DONE.format(path=path))

    def _do_leave(self, _: str) -> None:
        self._linear.going_on = False

    def _chosen(self, rest: str) -> list[Valeur]:
        """The values these numbers name, as ``/brouillon`` showed them last."""
        draft = self._draft()
        if self._listed[0] != draft.id:
            self._listed = (draft.id, [value.id for value in numbered(draft)])
        known = self._listed[1]
        ranks = [rank_in(word, len(known)) for word in rest.replace(",", " ").split() or [""]]
        return [operations.find(draft, known[rank - 1]) for rank in ranks]

    def _index(self, rest: str) -> None:
        console, backend = self._linear.console, self._linear.backend
        samples = fold(rest) == "exemples"
        path = backend.sample_conventions() if samples else Path(rest.strip("'\"")).expanduser()
        if not path.exists() and not samples:
            raise UsageError(texts.FOLDER_MISSING.format(path=rest), texts_linear.INDEX_NEXT)
        console.lines(backend.index([path], self._progress(), lambda: False))

    def _progress(self) -> Callable[[Step], None]:
        said: set[tuple[str, int]] = set()

        def tell(step: Step) -> None:
            quarter = 4 * step.done // max(step.total, 1)
            if (step.stage, quarter) not in said:
                said.add((step.stage, quarter))
                form = texts.INDEXING_VECTORS if step.stage == "vecteurs" else texts.INDEXING_READ
                self._linear.console.say(form.format(done=step.done, total=step.total, document=step.document))

        return tell


def _field(name: str) -> str:
    """The field a coordinator names by its label, its key or their beginning; raises ``UsageError``."""
    wanted = fold(name).strip()
    keys = [*(cle for cle, champ in CHAMPS.items() if champ.nature not in ("echeances", "budget")), *PARTS]
    for matches in (str.__eq__, str.startswith):
        for key in keys:
            if wanted and (matches(fold(label(key)), wanted) or matches(fold(key), wanted)):
                return key
    known = ", ".join(label(key) for key in keys)
    raise UsageError(texts_linear.FIELD.format(name=name.strip()), texts_linear.FIELD_NEXT.format(fields=known))
