"""The live draft: every field with its state, every value an item to accept, edit or refuse with one key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets.option_list import Option

from tui import texts
from tui.keys import key
from tui.rendering import field_content, note_content, notes_content, value_content
from tui.rows import field_rows
from tui.widgets.choice import FullList

if TYPE_CHECKING:
    from textual.binding import BindingType

    from assistant.drafts.model import Draft, Valeur
    from assistant.validation.model import Validation

_FIELD, _VALUE = "champ:", "valeur:"


class DraftPane(FullList):
    """A list of fields and values; the highlighted one is what the keys act on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("a", "app.do('accept')", texts.KEY_ACCEPT),
        key("r", "app.do('refuse')", texts.KEY_REFUSE),
        key("e", "app.do('edit')", texts.KEY_EDIT),
        key("n", "app.do('add')", texts.KEY_ADD),
        key("s", "screen.sources", texts.KEY_SOURCE),
        key("f1,ctrl+g", "app.do('help')", texts.KEY_HELP),
        key("t", "app.do('accept_all')", texts.KEY_ACCEPT_ALL, show=False),
        key("p", "app.do('propose')", texts.KEY_PROPOSE, show=False),
        key("delete,x", "app.do('remove')", texts.KEY_DELETE, show=False),
        key("ctrl+z,u", "app.do('undo')", texts.KEY_UNDO, show=False),
        key("h", "app.do('move_up')", texts.KEY_UP, show=False),
        key("b", "app.do('move_down')", texts.KEY_DOWN, show=False),
    ]

    def __init__(self) -> None:
        super().__init__(id="draft", markup=False)
        self._draft: Draft | None = None
        self._champs: dict[str, str] = {}

    def show(self, draft: Draft | None, validation: Validation | None = None) -> None:
        """Show a draft; the highlight stays on its item, and begins at the first proposal of another draft."""
        another = self._draft is None or draft is None or draft.id != self._draft.id
        here, index = ("", None) if another else (self.selected_id, self.highlighted)
        self._draft = draft
        options = _options(draft, validation)
        self._champs = {}
        self.set_options([option for option, _ in options])
        self._champs = {option.id: champ for option, champ in options if option.id}
        self.highlighted = self._place(here, index)

    @property
    def selected_id(self) -> str:
        """The identifier of the highlighted option, or an empty text."""
        option = self.highlighted_option
        return (option.id or "") if option else ""

    @property
    def value(self) -> Valeur | None:
        """The highlighted value, if the highlight is on one."""
        wanted = self.selected_id.removeprefix(_VALUE)
        values = self._draft.valeurs if self._draft else []
        return next((v for v in values if v.id == wanted), None)

    @property
    def champ(self) -> str:
        """The field the highlight is in, or an empty text."""
        return self._champs.get(self.selected_id, "")

    def go_to(self, value_id: str) -> bool:
        """Highlight a value; whether it is shown."""
        wanted = f"{_VALUE}{value_id}"
        if wanted not in self._champs:
            return False
        self.highlighted = self.get_option_index(wanted)
        return True

    def next_proposal(self) -> None:
        """Go to the next proposal, below first, then from the top; stay when there is none."""
        pending = self._pending()
        start = (self.highlighted or 0) + 1
        order = [*range(start, self.option_count), *range(start)]
        found = next((i for i in order if i < self.option_count and self.options[i].id in pending), None)
        if found is not None:
            self.highlighted = found

    def _pending(self) -> set[str]:
        values = self._draft.valeurs if self._draft else []
        return {f"{_VALUE}{v.id}" for v in values if v.etat == "propose"}

    def _place(self, here: str, index: int | None) -> int | None:
        if here in self._champs:
            return self.get_option_index(here)
        order = list(range(self.option_count))
        if index is not None:
            order = order[index:] + order[:index][::-1]
        if index is None:
            pending = self._pending()
            order.sort(key=lambda i: self.options[i].id not in pending)
        return next((i for i in order if not self.options[i].disabled), None)


def _options(draft: Draft | None, validation: Validation | None) -> list[tuple[Option, str]]:
    if draft is None:
        return [(Option(note_content(texts.DRAFT_EMPTY), disabled=True), "")]
    found: list[tuple[Option, str]] = []
    for row in field_rows(draft, validation):
        heading = Option(field_content(row), id=f"{_FIELD}{row.champ}", disabled=bool(row.values))
        found.append((heading, row.champ))
        found.extend((Option(value_content(row, v), id=f"{_VALUE}{v.id}"), row.champ) for v in row.values)
    for title, notes in ((texts.QUESTIONS, draft.questions), (texts.ALERTS, draft.alertes)):
        if notes:
            found.append((Option(notes_content(title, notes), disabled=True), ""))
    return found
