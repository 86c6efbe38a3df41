"""What is done in the conversation."""

from __future__ import annotations

from tui import texts
from tui.deeds.base import Part
from tui.session import Outgoing


class Talking(Part):
    """Asking, writing, beginning again, copying."""

    def _do_retry(self, _: str) -> None:
        if not self._app.turns.retry():
            self._app.say(texts.NOTHING_TO_RETRY)

    def _do_ask(self, rest: str) -> None:
        self._app.navigation.go("atelier")
        self._app.turns.send(Outgoing(rest, "question"))

    def _do_write(self, rest: str) -> None:
        self._do_new("")
        self._app.navigation.go("atelier")
        self._app.turns.send(Outgoing(rest, "demande"))

    def _do_new(self, _: str) -> None:
        self._app.turns.leave()
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
