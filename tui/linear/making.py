"""Deeds of the linear mode that the screens do in screens of their own: the budget, a model, deleting."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from assistant.drafts import operations
from corpus.errors import UsageError
from corpus.fiche import LigneBudget
from corpus.text.folding import fold
from tui import texts, texts_linear
from tui.budget import COLUMNS, balance, column, part_label, typed_line
from tui.glyphs import STATES
from tui.linear.base import LinearPart, rank_in
from tui.rows import euros, plain
from tui.shortening import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.linear.run import Linear
    from tui.records import FicheRow

PLAN = "plan"
MOST_FICHES = 60
"""Fiches listed at once."""


class Making(LinearPart):
    """The budget, a draft from a fiche of the corpus, what is kept no more."""

    def __init__(self, linear: Linear) -> None:
        super().__init__(linear)
        self._models: list[tuple[str, FicheRow]] = []
        """The fiches listed last."""

    def _do_budget(self, rest: str) -> None:
        """Read the budget, or add a line: ``/budget produits : Caf 900``."""
        side, colon, line = rest.partition(":")
        if rest:
            wanted = next((name for name in COLUMNS if side.strip() and name.startswith(fold(side).strip())), None)
            made = typed_line(line) if colon else None
            if wanted is None or made is None:
                raise UsageError(texts.BUDGET_LINE_HELP, texts.COMMAND_NEEDS_TEXT.format(example=texts_linear.BUDGET))
            self._change(partial(operations.add, champ=COLUMNS[wanted][0], contenu=made))
        self._linear.console.lines(self._budget_lines())

    def _budget_lines(self) -> Iterator[str]:
        draft = self._draft()
        for name in COLUMNS:
            side = column(draft, name)
            yield f"{part_label(COLUMNS[name][0])}{texts_linear.TOTAL.format(amount=euros(side.total))} :"
            for value in side.values:
                if isinstance(value.valeur, LigneBudget):
                    yield f"  {plain(value.valeur)} ({STATES[value.etat].word})"
        yield balance(column(draft, "charges").total, column(draft, "produits").total)

    def _do_model(self, rest: str) -> None:
        """List the fiches of the corpus that hold these words, or begin a draft from one of the list."""
        if rest.strip().isdigit():
            document, fiche = self._models[rank_in(rest, len(self._models)) - 1]
            self._linear.open(self._linear.backend.start_from_fiche(document, fiche.ligne_debut))
            self._linear.console.say(texts.MODEL_FROM.format(title=shorten(fiche.titre)))
            self._linear.changed()
            return
        self._models = self._fiches(rest)[:MOST_FICHES]
        console = self._linear.console
        console.say(texts_linear.MODELS.format(count=texts.counted(len(self._models), "fiche", "fiches")))
        for rank, (document, fiche) in enumerate(self._models, start=1):
            console.say(f"  {rank}. {fiche.numero} {shorten(fiche.titre, 120)} ({shorten(document, 80)})")

    def _fiches(self, words: str) -> list[tuple[str, FicheRow]]:
        wanted, found = fold(words).split(), []
        for row in self._linear.backend.documents():
            said = fold(f"{row.nom} {row.territoire}")
            fiches = self._linear.backend.fiches(row.nom) if row.lu and row.fiches else []
            kept = (one for one in fiches if one.numero != PLAN)
            found += [(row.nom, one) for one in kept if all(w in fold(one.titre) or w in said for w in wanted)]
        return found

    def _do_erase(self, rest: str) -> None:
        """Delete a draft or a conversation of the list of ``/accueil``."""
        backend, session = self._linear.backend, self._linear.session
        drafts, conversations = backend.drafts(), backend.conversations()
        rank = rank_in(rest, len(drafts) + len(conversations))
        if rank <= len(drafts):
            wanted = drafts[rank - 1].id
            if session.draft is not None and session.draft.id == wanted:
                session.open(None)
            backend.delete_draft(wanted)
        else:
            wanted = conversations[rank - 1 - len(drafts)].id
            if session.loose_id == wanted:
                session.take_up("", [])
            backend.delete_conversation(wanted)
        self._linear.save()
        self._linear.console.say(texts_linear.ERASED)
