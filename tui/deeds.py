"""What each command of the registry does, in one place; a screen may add its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import TextArea

from assistant.drafts import operations
from corpus.errors import FichesError
from tui import texts
from tui.editing import Editing
from tui.jobs import start
from tui.merging import merge
from tui.session import Outgoing
from tui.using import Using

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.drafts.model import Draft
    from tui.app import FichesApp


class Deeds:
    """Does a command by name: ``do("accept")`` calls ``_do_accept``."""

    def __init__(self, app: FichesApp) -> None:
        self._app = app
        self._editing = Editing(app)
        self._using = Using(app)
        self._proposed_from: Draft | None = None

    def do(self, action: str, rest: str = "") -> None:
        """Do an action of the registry with the text that follows it."""
        getattr(self, f"_do_{action}")(rest)

    # Going somewhere

    def _do_help(self, _: str) -> None:
        self._app.navigation.go("aide")

    def _do_palette(self, _: str) -> None:
        self._app.action_command_palette()

    def _do_home(self, _: str) -> None:
        self._app.navigation.go("accueil")

    def _do_corpus(self, _: str) -> None:
        self._app.navigation.go("corpus")

    def _do_search(self, rest: str) -> None:
        self._app.navigation.go("recherche")
        if rest:
            self._app.call_after_refresh(lambda: getattr(self._app.screen, "look_for", str)(rest))

    def _do_settings(self, _: str) -> None:
        self._app.navigation.go("reglages")

    def _do_sample(self, _: str) -> None:
        self._app.navigation.go("exemple")

    def _do_workshop(self, _: str) -> None:
        self._app.navigation.go("atelier")

    def _do_export(self, _: str) -> None:
        if self._app.session.draft is None:
            self._app.say(texts.NO_DRAFT)
        else:
            self._app.navigation.go("export")

    def _do_draft(self, _: str) -> None:
        self._app.navigation.go("atelier")
        self._app.workshop_screen.front("draft")

    def _do_open_kept(self, _: str) -> None:
        self._app.navigation.go("accueil")

    def _do_source(self, _: str) -> None:
        self._app.navigation.go("atelier")
        self._app.workshop_screen.action_sources()

    def _do_use(self, _: str) -> None:
        self._using.use(getattr(self._app.screen, "passage", None))

    def _do_duplicate(self, _: str) -> None:
        draft, backend = self._app.session.draft, self._app.backend
        if draft is None or backend is None:
            self._app.say(texts.NO_DRAFT)
            return
        self._app.saver.now()
        start(self._app, "opened_draft", lambda: backend.duplicate_draft(draft))

    def opened(self, draft: Draft) -> None:
        """A copy was made: it is the draft on the table now."""
        self._app.turns.stop()
        self._app.session.open(draft)
        self._app.navigation.go("atelier")
        self._app.workshop_screen.show_session()
        self._app.say(texts.DUPLICATED)
        self._app.changed()
        self._app.check()

    def _do_budget(self, _: str) -> None:
        if self._app.session.draft is None:
            self._app.say(texts.NO_DRAFT)
        else:
            self._app.navigation.go("budget")

    def edit_value(self, value_id: str) -> None:
        """Open the editor of a value, wherever it is shown."""
        self._editing.edit_value(value_id)

    def _do_retry(self, _: str) -> None:
        if not self._app.turns.retry():
            self._app.say(texts.NOTHING_TO_RETRY)

    def _do_mouse(self, _: str) -> None:
        self._app.handoff.toggle_mouse()

    def _do_editor(self, _: str) -> None:
        area = self._app.focused
        if not isinstance(area, TextArea):
            self._app.navigation.go("atelier")
            self._app.workshop_screen.front("conversation")
            area = self._app.workshop_screen.composer
        self._app.handoff.edit(area)

    def _do_leave(self, _: str) -> None:
        self._app.leave()

    def _do_toggle_theme(self, _: str) -> None:
        self._app.theme = self._app.session.theme = "sombre" if self._app.theme == "clair" else "clair"
        self._app.saver.touch()

    # The conversation

    def _do_ask(self, rest: str) -> None:
        self._app.navigation.go("atelier")
        self._app.turns.send(Outgoing(rest, "question"))

    def _do_write(self, rest: str) -> None:
        self._do_new("")
        self._app.navigation.go("atelier")
        self._app.turns.send(Outgoing(rest, "demande"))

    def _do_new(self, _: str) -> None:
        self._app.turns.stop()
        self._app.saver.now()
        session = self._app.session
        if session.draft is None:
            self._app.conversations.put_aside()
        else:
            session.open(None)
        self._app.workshop_screen.show_session()
        self._app.navigation.go("atelier")
        self._app.changed()

    def _do_copy(self, _: str) -> None:
        last = next((m for m in reversed(self._app.session.messages) if m.de == "assistant"), None)
        if last is None:
            self._app.say(texts.NOTHING_TO_COPY)
            return
        places = [f"[{n}] {c.document}, {c.ligne_debut}-{c.ligne_fin}" for n, c in enumerate(last.citations, start=1)]
        self._app.handoff.copy("\n".join([last.texte, *places]))

    # The draft

    def _do_accept(self, _: str) -> None:
        self._on_value(operations.accept)

    def _do_refuse(self, _: str) -> None:
        self._on_value(operations.refuse)

    def _do_remove(self, _: str) -> None:
        self._on_value(operations.remove)

    def _do_accept_all(self, _: str) -> None:
        if champ := self._app.workshop_screen.draft_pane.champ:
            self._change(lambda draft: operations.accept_all(draft, champ))

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

    def _change(self, operation: Callable[[Draft], Draft]) -> bool:
        try:
            done = self._app.session.change(operation)
        except FichesError as error:
            self._app.say(str(error), error=True)
            return False
        if done:
            self._app.changed(draft=True)
        return done
