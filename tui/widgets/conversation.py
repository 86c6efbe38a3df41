"""The conversation: one node per turn, the selected turn shows its sources beside it.

Each node costs something at every key and every piece of an answer: only the last turns are nodes, the earlier ones
come when one goes up to them.
"""

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


WINDOW = 60
"""Turns shown of a long conversation."""
BATCH = 30
"""Turns that come when one goes up to them, and that may come after before the first ones go."""


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

    def __init__(self, identifier: str) -> None:
        super().__init__(id=identifier)
        self._all: list[model.Message] = []
        self._first = 0
        """The rank of the first turn that is a node."""

    def on_mount(self) -> None:
        """The end stays in sight as turns come and at any size, unless one is reading above."""
        self.anchor()

    def show(self, messages: Sequence[model.Message], waiting: Sequence[str]) -> None:
        """Put a whole conversation on screen."""
        self._all, self._first = list(messages), max(0, len(messages) - WINDOW)
        turns = [self._bubble(message) for message in self._all[self._first :]]
        bubbles = turns or [Bubble(note_content(texts.WELCOME), classes="welcome")]
        with self.app.batch_update():
            self.remove_children()
            self.mount_all([*bubbles, *(Bubble(waiting_content(t), classes="waiting") for t in waiting)])
            self._tell_earlier(bubbles[0])
        self.scroll_end(animate=False)

    def add(self, message: model.Message) -> None:
        """Add a turn; what the program said of an earlier failure goes. One's own words are always shown."""
        self._drop("note")
        self._all.append(message)
        if self.scroll_y >= self.max_scroll_y:
            self._let_go()
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
        mine = [bubble for bubble in self._turns() if bubble.has_class("vous")]
        if mine:
            self._all = [message for message in self._all if message is not mine[-1].turn]
            mine[-1].remove()

    def action_walk(self, step: int) -> None:
        """Go to the previous or next turn."""
        bubbles = self._turns()
        if not bubbles:
            return
        here = next((i for i, b in enumerate(bubbles) if b.has_class("current")), len(bubbles))
        if here + step < 0 and self.earlier():
            here += len(self._turns()) - len(bubbles)
            bubbles = self._turns()
        self._select(bubbles[max(0, min(len(bubbles) - 1, here + step))])

    def on_click(self, event: object) -> None:
        """Select the turn that is clicked; a click on the count of earlier turns brings some."""
        widget = getattr(event, "widget", None)
        if isinstance(widget, Bubble) and widget.has_class("earlier"):
            self.earlier()
        elif isinstance(widget, Bubble) and widget.turn is not None:
            self._select(widget)

    def on_mouse_scroll_up(self) -> None:
        """At the top, the wheel brings earlier turns."""
        if self.scroll_y <= 0:
            self.earlier()

    def action_page_up(self) -> None:
        """A page up; at the top, earlier turns come first."""
        if self.scroll_y <= 0:
            self.earlier()
        else:
            super().action_page_up()

    def earlier(self) -> bool:
        """Bring turns that come before those shown, the view staying where it is; whether there were some."""
        if self._first == 0:
            return False
        start = max(0, self._first - BATCH)
        bubbles = [self._bubble(message) for message in self._all[start : self._first]]
        height, self._first = self.virtual_size.height, start
        self.mount_all(bubbles, before=self._turns()[0])
        self._tell_earlier(bubbles[0])
        self.call_after_refresh(self._keep_place, height)
        return True

    def _keep_place(self, height: int) -> None:
        self.scroll_to(y=self.scroll_y + self.virtual_size.height - height, animate=False)

    def _let_go(self) -> None:
        """Turns far above the end are no longer nodes."""
        excess = len(self._all) - self._first - WINDOW
        if excess <= BATCH:
            return
        turns = self._turns()
        for bubble in turns[:excess]:
            bubble.turn = None
            bubble.remove()
        self._first += excess
        self._tell_earlier(turns[excess])

    def _tell_earlier(self, first: Bubble) -> None:
        """Say above the first turn how many come before it."""
        self._drop("earlier")
        if self._first:
            count = texts.counted(self._first, "message", "messages")
            self.mount(Bubble(note_content(texts.EARLIER.format(messages=count)), classes="earlier"), before=first)

    def _turns(self) -> list[Bubble]:
        """The nodes of turns, in order."""
        return [bubble for bubble in self.query(Bubble) if bubble.turn is not None]

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
