"""The conversation: one node per turn, the selected turn shows its sources beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static

from tui import texts
from tui.keys import key
from tui.rendering import live_content, message_content, note_content, waiting_content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType
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
        key("up,k", "walk(-1)", texts.KEY_PREVIOUS),
        key("down,j", "walk(1)", texts.KEY_NEXT),
        key("s", "screen.sources", texts.KEY_SOURCE),
        key("f6", "screen.next_pane", texts.KEY_PANE),
        key("ctrl+p", "app.do('palette')", texts.KEY_COMMANDS),
        key("f1,ctrl+g", "app.do('help')", texts.KEY_HELP),
    ]

    class Shown(Message):
        """Another turn is being looked at."""

        def __init__(self, turn: model.Message) -> None:
            super().__init__()
            self.turn = turn

    def on_mount(self) -> None:
        """The end stays in sight as turns come and at any size, unless one is reading above."""
        self.anchor()

    def show(self, messages: Sequence[model.Message], waiting: Sequence[str]) -> None:
        """Put a whole conversation on screen."""
        with self.app.batch_update():
            self.remove_children()
            bubbles = [self._bubble(m) for m in messages] or [Bubble(note_content(texts.WELCOME), classes="welcome")]
            self.mount_all([*bubbles, *(Bubble(waiting_content(t), classes="waiting") for t in waiting)])
        self.scroll_end(animate=False)

    def add(self, message: model.Message) -> None:
        """Add a turn; what the program said of an earlier failure goes. One's own words are always shown."""
        self._drop("note")
        self._mount_last(self._bubble(message))
        if message.de == "vous":
            self.scroll_end(animate=False)

    def add_waiting(self, text: str) -> None:
        """Add a message that waits in line, under all the others."""
        self.mount(Bubble(waiting_content(text), classes="waiting"))
        self.scroll_end(animate=False)

    def note(self, text: str, *, error: bool = False) -> None:
        """Say something of the program itself."""
        self._mount_last(Bubble(note_content(text, "$text-error" if error else "$sourdine"), classes="note"))

    def live(self, text: str) -> None:
        """Show an answer on its way, in one node; the view follows unless one is reading above."""
        content = live_content(text)
        bubbles = list(self.query(".live").results(Bubble))
        if not bubbles:
            self._mount_last(Bubble(content, classes="live"))
        else:
            bubbles[0].update(content)

    def settle(self) -> None:
        """The answer on its way is settled, or stopped: its node goes."""
        self._drop("live")

    def take_waiting(self) -> None:
        """Remove the first waiting message: its turn has come."""
        self._drop("waiting", 1)

    def drop_waiting(self) -> None:
        """Remove all the waiting messages: they are in the composer again."""
        self._drop("waiting")

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
        """Put a turn at the end, above the messages that wait for theirs."""
        self._drop("welcome")
        self.mount(bubble, before=next(iter(self.query(".waiting")), None))

    def _drop(self, kind: str, most: int | None = None) -> None:
        """Remove the nodes of a kind; they lose it at once, since they leave a little later."""
        for bubble in list(self.query(f".{kind}"))[:most]:
            bubble.remove_class(kind)
            bubble.remove()

    @staticmethod
    def _bubble(message: model.Message) -> Bubble:
        return Bubble(message_content(message), message, classes=message.de)
