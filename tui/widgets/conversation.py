"""The conversation: one node per turn, the selected turn shows its sources beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static

from tui import texts
from tui.rendering import live_content, message_content, note_content, waiting_content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

    from assistant.drafts import model


class Bubble(Static):
    """One turn, settled, in one node; its text can be selected with the mouse."""

    def __init__(self, content: Content, turn: model.Message | None = None, classes: str = "") -> None:
        super().__init__(content, markup=False, classes=classes)
        self.turn = turn


class Conversation(VerticalScroll, can_focus=True):
    """The turns of a conversation, walked with the arrows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "walk(-1)", texts.KEY_PREVIOUS, key_display="↑"),
        Binding("down,j", "walk(1)", texts.KEY_NEXT, key_display="↓"),
        Binding("s", "screen.sources", texts.KEY_SOURCE, key_display="S"),
        Binding("f6", "screen.next_pane", texts.KEY_PANE, key_display="F6"),
        Binding("ctrl+p", "app.do('palette')", texts.KEY_COMMANDS, key_display="^P"),
        Binding("f1", "app.do('help')", texts.KEY_HELP, key_display="F1"),
    ]

    class Shown(Message):
        """Another turn is being looked at."""

        def __init__(self, turn: model.Message) -> None:
            super().__init__()
            self.turn = turn

    def show(self, messages: Sequence[model.Message], waiting: Sequence[str]) -> None:
        """Put a whole conversation on screen."""
        with self.app.batch_update():
            self.remove_children()
            bubbles = [self._bubble(m) for m in messages] or [Bubble(note_content(texts.WELCOME), classes="welcome")]
            self.mount_all([*bubbles, *(Bubble(waiting_content(t), classes="waiting") for t in waiting)])
        self.call_after_refresh(self.scroll_end, animate=False)

    def add(self, message: model.Message) -> None:
        """Add a turn at the end and show it; what the program said of an earlier failure goes."""
        self.query(".note").remove()
        self._mount_last(self._bubble(message))

    def add_waiting(self, text: str) -> None:
        """Add a message that waits in line."""
        self._mount_last(Bubble(waiting_content(text), classes="waiting"))

    def note(self, text: str, *, error: bool = False) -> None:
        """Say something of the program itself."""
        self._mount_last(Bubble(note_content(text, "$text-error" if error else "$sourdine"), classes="note"))

    def live(self, text: str) -> None:
        """Show an answer on its way, in one node; the view follows unless one is reading above."""
        content = live_content(text)
        bubbles = list(self.query(".live").results(Bubble))
        if not bubbles:
            self._mount_last(Bubble(content, classes="live"))
            return
        follows = self.scroll_offset.y >= self.max_scroll_y - 1
        bubbles[0].update(content)
        if follows:
            self.call_after_refresh(self.scroll_end, animate=False)

    def settle(self) -> None:
        """The answer on its way is settled, or stopped: its node goes."""
        self.query(".live").remove()

    def take_waiting(self) -> None:
        """Remove the first waiting message: its turn has come."""
        for bubble in self.query(".waiting").results(Bubble):
            bubble.remove()
            return

    def take_back(self) -> None:
        """Remove the last message of the coordinator: it is back in the composer."""
        mine = [bubble for bubble in self.query(Bubble) if bubble.turn is not None and bubble.turn.de == "vous"]
        if mine:
            mine[-1].remove()

    def action_walk(self, step: int) -> None:
        """Go to the previous or next turn."""
        bubbles = [b for b in self.query(Bubble) if b.turn is not None]
        if not bubbles:
            return
        here = next((i for i, b in enumerate(bubbles) if b.has_class("current")), len(bubbles))
        self._select(bubbles[max(0, min(len(bubbles) - 1, here + step))])

    def on_click(self, event: object) -> None:
        """Select the turn that is clicked."""
        widget = getattr(event, "widget", None)
        if isinstance(widget, Bubble) and widget.turn is not None:
            self._select(widget)

    def _select(self, bubble: Bubble) -> None:
        for other in self.query(".current"):
            other.remove_class("current")
        bubble.add_class("current")
        bubble.scroll_visible(animate=False)
        if bubble.turn is not None:
            self.post_message(self.Shown(bubble.turn))

    def _mount_last(self, bubble: Bubble) -> None:
        self.query(".welcome").remove()
        self.mount(bubble)
        self.call_after_refresh(self.scroll_end, animate=False)

    @staticmethod
    def _bubble(message: model.Message) -> Bubble:
        return Bubble(message_content(message), message, classes=message.de)
