"""What is done to the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.drafts import operations
from tui import texts
from tui.deeds.base import Part
from tui.jobs import start
from tui.merging import merge
from tui.session import Outgoing
from tui.shortening import shorten

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.drafts.model import Draft
    from tui.records import FicheRow


class Drafting(Part):
    """Values accepted, edited, refused; proposals; copies."""

    def _do_use(self, _: str) -> None:
        self._using.use(getattr(self._app.screen, "passage", None))

    def _do_duplicate(self, _: str) -> None:
        draft, backend = self._app.session.draft, self._app.backend
        if draft is None or backend is None:
            self._app.say(texts.NO_DRAFT)
            return
        self._app.saver.now()
        start(self._app, "opened_draft", lambda: backend.duplicate_draft(draft))

    def _do_model(self, _: str) -> None:
        """From wherever one is: the corpus, then the key of its fiches."""
        here = getattr(self._app.screen, "action_model", None)
        if here is not None:
            here()
            return
        self._app.navigation.go("corpus")
        self._app.say(texts.MODEL_CHOOSE)

    def model_on(self, document: str, fiche: FicheRow) -> None:
        """Begin a draft modelled on a fiche of the corpus."""
        backend = self._app.backend
        if backend is not None:
            self._app.saver.now()
            self._said = texts.MODEL_FROM.format(title=shorten(fiche.titre))
            start(self._app, "opened_draft", lambda: backend.start_from_fiche(document, fiche.ligne_debut))

    def opened(self, draft: Draft) -> None:
        """A draft was made, a copy or modelled on a fiche: it is the one on the table now."""
        self._app.turns.leave()
        self._app.session.open(draft)
        self._app.navigation.go("atelier")
        self._app.workshop_screen.show_session()
        self._app.workshop_screen.front("draft")
        self._app.say(self._said or texts.DUPLICATED)
        self._said = ""
        self._app.changed()
        self._app.check()

    def edit_value(self, value_id: str) -> None:
        """Open the editor of a value, wherever it is shown."""
        self._editing.edit_value(value_id)

    def _do_accept(self, _: str) -> None:
        self._on_value(operations.accept)

    def _do_refuse(self, _: str) -> None:
        self._on_value(operations.refuse)

    def _do_remove(self, _: str) -> None:
        self._on_value(operations.remove)

    def _do_accept_all(self, _: str) -> None:
        pane = self._app.workshop_screen.draft_pane
        if (champ := pane.champ) and self._change(lambda draft: operations.accept_all(draft, champ)):
            pane.next_proposal()

    def _do_undo(self, _: str) -> None:
        draft = self._app.session.draft
        if self._change(operations.undo) and draft:
            self._app.say(texts.UNDONE.format(what=draft.historique[-1].quoi))

    def _do_move_up(self, _: str) -> None:
        self._move(-1)

    def _do_move_down(self, _: str) -> None:
        self._move(1)

    def _do_edit(self, _: str) -> None:
        self._editing.edit()

    def _do_rephrase(self, rest: str) -> None:
        """Other words for the value chosen, or for the one named: a message of the conversation like another."""
        from assistant.rewording import request_for

        draft, pane = self._app.session.draft, self._app.workshop_screen.draft_pane
        value = pane.value if pane.is_mounted else None
        if draft is None:
            self._app.say(texts.NO_DRAFT)
            return
        if value is None and not rest:
            self._app.say(texts.SELECT_PROPOSAL)
            return
        message = request_for(draft, value, rest) if value is not None else f"Reformule {rest}"
        self._app.navigation.go("atelier")
        self._app.turns.send(Outgoing(message))

    def _do_add(self, _: str) -> None:
        self._editing.add()

    def _do_propose(self, _: str) -> None:
        draft, backend = self._app.session.draft, self._app.backend
        if draft is None or backend is None:
            self._app.say(texts.NO_DRAFT)
            return
        self._proposed_from = draft
        self._app.workshop_screen.status.show_work(f"{texts.WORKING['propose']}…")
        start(self._app, "propose", lambda: backend.propose(draft))

    def proposed(self, returned: Draft) -> None:
        """Fresh proposals arrived."""
        self._app.workshop_screen.status.show_work("")
        current, sent = self._app.session.draft, self._proposed_from
        if current is None or sent is None or current.id != returned.id:
            return
        merged = merge(sent, current, returned)
        known = {v.id for v in current.valeurs}
        self._app.say(texts.NEW_PROPOSALS.format(count=sum(v.id not in known for v in merged.valeurs)))
        self._app.session.draft = merged.model_copy(update={"messages": current.messages})
        self._app.changed(draft=True)

    def _on_value(self, operation: Callable[[Draft, str], Draft]) -> None:
        pane = self._app.workshop_screen.draft_pane
        value = pane.value if pane.is_mounted else None
        if value is None:
            self._app.say(texts.SELECT_PROPOSAL)
            return
        chosen, was_proposal = value.id, value.etat == "propose"
        if self._change(lambda draft: operation(draft, chosen)) and was_proposal:
            pane.next_proposal()

    def _move(self, step: int) -> None:
        value, draft = self._app.workshop_screen.draft_pane.value, self._app.session.draft
        if value is None or draft is None:
            return
        rank = [v.id for v in draft.of(value.champ)].index(value.id) + 1 + step
        if rank >= 1:
            self._change(lambda current: operations.move(current, value.id, rank))
