"""The budget: charges on one side, produits on the other, their sums while a line is typed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from assistant.drafts import operations
from corpus.errors import FichesError
from corpus.fiche import LigneBudget
from tui import texts
from tui.budget import COLUMNS, balance, column, part_label, retyped, typed_line
from tui.keys import key
from tui.rendering import budget_content, total_content
from tui.rows import euros
from tui.screens.base import FichesScreen
from tui.widgets.choice import BudgetList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from assistant.drafts.model import Draft


class BudgetScreen(FichesScreen):
    """Two lists, one line to type in, and the balance."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("f6", "next_part", texts.KEY_COLUMN),
        key("ctrl+z", "app.do('undo')", texts.KEY_UNDO, show=False),
    ]

    def __init__(self, name: str | None = None) -> None:
        super().__init__(name=name)
        self._side = "charges"
        self._corrected: tuple[str, LigneBudget] | None = None
        """The value being corrected and its line, while one is."""
        self._typed = ""
        """What was being typed when a correction began."""

    def compose(self) -> ComposeResult:
        """The two sides, the balance, the line to type in."""
        with Horizontal(id="budget"):
            for name in COLUMNS:
                with Vertical(classes="pane"):
                    yield Static("", id=f"total-{name}", classes="pane-title", markup=False)
                    yield BudgetList(id=name, markup=False)
        yield Static("", id="balance", markup=False)
        yield Input(id="line", select_on_focus=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show the budget, ready to type."""
        self.refresh_draft()
        self.query_one("#line").focus()

    def on_screen_resume(self) -> None:
        """A form was closed over this screen."""
        self.refresh_draft()

    def refresh_draft(self) -> None:
        """Show the lines and the sums."""
        draft = self.fiches.session.draft
        if draft is None or not self.is_mounted:
            return
        for name in COLUMNS:
            values = column(draft, name).values
            lines = self.query_one(f"#{name}", OptionList)
            here = lines.highlighted
            if values:
                lines.set_options([Option(budget_content(v, part_label(v.champ)), id=v.id) for v in values])
                lines.highlighted = min(here or 0, len(values) - 1)
            else:
                lines.set_options([Option(Content.styled(texts.BUDGET_NONE, "$sourdine"), disabled=True)])
        self._add_up(self.query_one("#line", Input).value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Add up what is typed with the rest."""
        self._add_up(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Put the line in its column, or in its place; what makes no line stays."""
        made, corrected = typed_line(event.value), self._corrected
        if made is None:
            self.fiches.say(texts.BUDGET_LINE_HELP, error=True)
            return
        if corrected is None:
            self._change(lambda draft: operations.add(draft, COLUMNS[self._side][0], made))
        else:
            words = {"poste": made.poste, "montant": made.montant}
            line = corrected[1].model_copy(update=words)
            self._change(lambda draft: operations.edit(draft, corrected[0], line))
        self._stop_correcting("")
        self.refresh_draft()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter takes a line to where lines are typed, to be corrected."""
        draft = self.fiches.session.draft
        chosen = next((v for v in draft.valeurs if v.id == event.option_id), None) if draft else None
        if chosen is not None and isinstance(chosen.valeur, LigneBudget):
            line = self.query_one("#line", Input)
            if self._corrected is None:
                self._typed = line.value
            self._corrected = (chosen.id, chosen.valeur)
            line.value = retyped(chosen.valeur)
            line.focus()
            line.cursor_position = len(line.value)

    def action_back(self) -> None:
        """Leave a correction first, giving back what was being typed; then the screen."""
        if self._corrected is not None:
            self._stop_correcting(self._typed)
            self.query_one(f"#{self._side}").focus()
        else:
            super().action_back()

    def _stop_correcting(self, text: str) -> None:
        self._corrected, self._typed = None, ""
        self.query_one("#line", Input).value = text

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The column one is in takes what is typed next."""
        if event.widget.id in COLUMNS:
            self._side = str(event.widget.id)
            self._add_up(self.query_one("#line", Input).value)

    def action_next_part(self) -> None:
        """From the line to the other column and back; the line keeps what is typed."""
        line = self.query_one("#line", Input)
        if line.has_focus and self._corrected is None:
            self._side = "produits" if self._side == "charges" else "charges"
            self._add_up(line.value)
        else:
            line.focus()

    def action_decide(self, what: str) -> None:
        """Accept, refuse or take out the highlighted line."""
        here = self.query_one(f"#{self._side}", OptionList).highlighted_option
        if here is not None and here.id:
            operation = getattr(operations, what)
            chosen = here.id
            self._change(lambda draft: operation(draft, chosen))
            self.refresh_draft()

    def _change(self, operation: Callable[[Draft], Draft]) -> bool:
        try:
            done = self.fiches.session.change(operation)
        except FichesError as error:
            self.fiches.say(str(error), error=True)
            return False
        if done:
            self.fiches.changed(draft=True)
        return done

    def _add_up(self, typed: str) -> None:
        draft, made = self.fiches.session.draft, typed_line(typed)
        if draft is None:
            return
        before = self._corrected[1].montant if self._corrected else Decimal(0)
        totals = {name: column(draft, name).total for name in COLUMNS}
        if made is not None:
            totals[self._side] += made.montant - before
        for name, total in totals.items():
            heading = self.query_one(f"#total-{name}", Static)
            heading.update(total_content(part_label(COLUMNS[name][0]), euros(total)))
        self.query_one("#balance", Static).update(balance(totals["charges"], totals["produits"]))
        line = self.query_one("#line", Input)
        form = texts.BUDGET_CORRECT if self._corrected else texts.BUDGET_ADD
        line.border_title = form.format(side=part_label(COLUMNS[self._side][0]).lower())
        line.placeholder = texts.BUDGET_HINT
