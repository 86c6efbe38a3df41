"""What each command of the registry does; a screen may add its own."""

from __future__ import annotations

from tui.deeds.drafting import Drafting
from tui.deeds.going import Going
from tui.deeds.talking import Talking


class Deeds(Going, Talking, Drafting):
    """Does a command by name: ``do("accept")`` calls ``_do_accept``."""

    def do(self, action: str, rest: str = "") -> None:
        """Do an action of the registry with the text that follows it."""
        getattr(self, f"_do_{action}")(rest)
