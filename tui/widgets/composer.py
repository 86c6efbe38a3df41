"""Where the coordinator writes: Enter sends, Ctrl+J goes to the next line, nothing typed is ever erased by Escape."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.widgets import TextArea

from corpus.text.cleaning import clean
from tui import texts
from tui.commands import completions
from tui.keys import key

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

NEW_LINE_KEYS = frozenset({"ctrl+j", "shift+enter"})


class CleanArea(TextArea):
    """A text area whose pasted text is cleaned at the door, where Ctrl+J and Shift+Enter make a new line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+o", "app.do('editor')", texts.KEY_EDITOR, show=False),
        key("f7", "app.do('budget')", texts.BUDGET, show=False),
    ]

    async def _on_key(self, event: events.Key) -> None:
        if event.key in NEW_LINE_KEYS:
            event.stop()
            event.prevent_default()
            self.insert("\n")

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        self._replace_via_keyboard(clean(event.text), *self.selection)


class Composer(CleanArea):
    """A text area that sends on Enter and recalls what was sent with the up arrow."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "send", texts.KEY_SEND),
        key("ctrl+j", "new_line", texts.KEY_NEW_LINE),
        key("f6", "screen.next_pane", texts.KEY_PANE),
        key("f8", "app.do('export')", texts.KEY_EXPORT),
        key("ctrl+p", "app.do('palette')", texts.KEY_COMMANDS),
        key("f1,ctrl+g", "app.do('help')", texts.KEY_HELP),
    ]

    class Sent(Message):
        """The coordinator pressed Enter on a text."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, identifier: str = "composer") -> None:
        super().__init__(id=identifier, show_line_numbers=False, soft_wrap=True, placeholder=texts.COMPOSER_HINT)
        self.tab_behavior = "focus"
        self.past: list[str] = []
        self._recalled = 0

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            self._take(event)
            self.action_send()
        elif event.key == "tab" and completions(self.text):
            self._take(event)
            self.put(f"/{completions(self.text)[0].name} ")
        elif event.key == "up" and self._may_recall():
            self._take(event)
            self._recall()

    @staticmethod
    def _take(event: events.Key) -> None:
        event.stop()
        event.prevent_default()

    def action_send(self) -> None:
        """Send what is written; an empty text stays where it is."""
        if self.text.strip():
            self.post_message(self.Sent(self.text.strip()))

    def action_new_line(self) -> None:
        """Go to the next line."""
        self.insert("\n")

    def put(self, text: str) -> None:
        """Replace the text and put the cursor at its end."""
        self.load_text(text)
        self.move_cursor(self.document.end)

    def emptied(self) -> None:
        """Empty the composer once its text is safe elsewhere."""
        self._recalled = 0
        self.load_text("")

    def _may_recall(self) -> bool:
        recalled = bool(self._recalled) and self.text == self.past[-self._recalled]
        return bool(self.past) and (not self.text or recalled) and self._recalled < len(self.past)

    def _recall(self) -> None:
        self._recalled += 1
        self.put(self.past[-self._recalled])
