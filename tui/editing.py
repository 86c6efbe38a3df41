"""Opening the right editor for a value or a field, and putting what comes back in the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.drafts import operations
from assistant.drafts.model import BUDGET_PARTS
from corpus.errors import FichesError
from corpus.fiche import LigneBudget, Personne
from tui import texts
from tui.rows import help_of, label_of, plain
from tui.screens.edit import EditScreen
from tui.screens.form import BUDGET_FIELDS, PERSON_FIELDS, FormScreen

if TYPE_CHECKING:
    from assistant.drafts.model import Contenu, Valeur
    from tui.app import FichesApp


class Editing:
    """Edits the highlighted value, or adds one to the highlighted field."""

    def __init__(self, app: FichesApp) -> None:
        self._app = app

    def edit(self) -> None:
        """Open the highlighted value; on an empty field, add."""
        value = self._app.workshop_screen.draft_pane.value
        if value is None:
            self.add()
        else:
            self._ask(value.champ, value)

    def edit_value(self, value_id: str) -> None:
        """Open a value by its identifier."""
        draft = self._app.session.draft
        value = next((v for v in draft.valeurs if v.id == value_id), None) if draft else None
        if value is not None:
            self._ask(value.champ, value)

    def add(self) -> None:
        """Open an empty editor for the highlighted field."""
        champ = self._app.workshop_screen.draft_pane.champ
        if champ:
            self._ask(champ, None)
        else:
            self._app.say(texts.SELECT_PROPOSAL)

    def _ask(self, champ: str, value: Valeur | None) -> None:
        title = (texts.EDIT_TITLE if value else texts.ADD_TITLE).format(label=label_of(champ))
        key = value.id if value else champ
        kept = self._app.session.edits.get(key)
        before = value.valeur if value else None
        if champ in BUDGET_PARTS:
            line = before if isinstance(before, LigneBudget) else None
            form: FormScreen[LigneBudget] = FormScreen(title, help_of(champ), LigneBudget, BUDGET_FIELDS, line)
            self._app.push_screen(form, lambda made: self._take(champ, value, made))
        elif champ == "personnes_en_charge":
            person = before if isinstance(before, Personne) else None
            form_p: FormScreen[Personne] = FormScreen(title, help_of(champ), Personne, PERSON_FIELDS, person)
            self._app.push_screen(form_p, lambda made: self._take(champ, value, made))
        else:
            text = plain(before) if before is not None else ""
            screen = EditScreen(
                title, help_of(champ), before=text, text=kept or text, resumed=kept is not None, key=key
            )
            self._app.push_screen(screen, lambda made: self._take(champ, value, made))

    def _take(self, champ: str, value: Valeur | None, made: Contenu | None) -> None:
        if made is None or made == "":
            return
        was_proposal = value is not None and value.etat == "propose"
        try:
            done = self._app.session.change(
                lambda draft: operations.edit(draft, value.id, made) if value else operations.add(draft, champ, made)
            )
        except FichesError as error:
            self._app.say(str(error), error=True)
            self._keep(value.id if value else champ, made)
            return
        self._app.session.edits.pop(value.id if value else champ, None)
        if done:
            self._app.changed(draft=True)
        if was_proposal and self._app.workshop_screen.ready:
            self._app.workshop_screen.draft_pane.next_proposal()

    def _keep(self, key: str, made: Contenu) -> None:
        if isinstance(made, str):
            self._app.session.edits[key] = made
            self._app.saver.touch()
