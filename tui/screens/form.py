"""Editing a person or a line of the budget: one line per part, checked while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Footer, Input, Label, Static

from corpus.fiche import LigneBudget, Personne
from tui import texts
from tui.keys import key
from tui.screens.base import FichesModal

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

Made = TypeVar("Made", bound=BaseModel)
PERSON_FIELDS = tuple(Personne.model_fields)
BUDGET_FIELDS = tuple(LigneBudget.model_fields)


def read_form(model: type[Made], values: dict[str, str]) -> Made | str:
    """The object these texts make, or the French reason why they make none."""
    filled = {key: text.strip() for key, text in values.items() if text.strip()}
    if "montant" in filled:
        filled["montant"] = filled["montant"].replace(" ", "").replace("\u00a0", "").replace(",", ".").rstrip("€")
    try:
        return model.model_validate(filled)
    except ValidationError as error:
        wrong = error.errors()[0]["loc"][0]
        return texts.POST_MISSING if wrong == "poste" else texts.BAD_AMOUNT


class FormScreen(FichesModal[Made | None], Generic[Made]):
    """Gives a person or a line of the budget, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+s", "save", texts.KEY_SAVE),
        key("escape", "close", texts.KEY_CANCEL),
    ]

    def __init__(self, title: str, hint: str, model: type[Made], fields: tuple[str, ...], before: Made | None) -> None:
        super().__init__()
        self._title, self._hint, self._model, self._names = title, hint, model, fields
        self._before = before

    def compose(self) -> ComposeResult:
        """One labelled line per part."""
        known = self._before.model_dump() if self._before else {}
        with Vertical(classes="dialog"):
            yield Static(self._title, classes="dialog-title", markup=False)
            yield Static(self._hint, classes="hint", markup=False)
            with VerticalScroll(can_focus=False):
                for name in self._names:
                    yield Label(self._model.model_fields[name].title or name, markup=False)
                    value = known.get(name)
                    yield Input("" if value is None else str(value), id=f"part-{name}", compact=True)
            yield Static("", id="problem", markup=False)
        yield Footer(show_command_palette=False)

    def on_input_changed(self) -> None:
        """Say what is missing while it is typed."""
        made = read_form(self._model, self._values())
        self.query_one("#problem", Static).update(made if isinstance(made, str) else "")

    def on_input_submitted(self) -> None:
        """Enter saves."""
        self.action_save()

    def action_save(self) -> None:
        """Give the object back, if these texts make one."""
        made = read_form(self._model, self._values())
        if isinstance(made, str):
            self.query_one("#problem", Static).update(made)
        else:
            self.dismiss(made)

    def action_close(self) -> None:
        """Close without saving."""
        self.dismiss(None)

    def _values(self) -> dict[str, str]:
        return {name: self.query_one(f"#part-{name}", Input).value for name in self._names}
