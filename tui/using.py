"""A passage read somewhere becomes a proposal in a field of the draft, with its citation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafts import operations
from assistant.drafts.contents import check_content
from assistant.drafts.model import Valeur
from corpus.errors import FichesError
from corpus.fiche import CHAMPS
from corpus.text.cleaning import clean
from tui import texts
from tui.rows import label_of
from tui.screens.fields import FieldScreen

if TYPE_CHECKING:
    from corpus.models import Citation
    from tui.app import FichesApp

_BULLET = re.compile(r"^\s*(?:[-•–—*·▪‣◦]|\d{1,2}[.)])\s+")
_HEADING = re.compile(r"^[^:]{3,60}\s:\s*")
LONGEST_LABEL = 90
"""Characters before the bar of a row of a table that can be the label of its value."""
MOST = 12
"""Items a passage may bring to a list at once."""


def pieces(text: str, champ: str) -> list[str]:
    """What a passage gives to a field: an item per line for a list, one text else."""
    whole = clean(text).replace("\t", "\n").strip()
    label, bar, value = whole.partition(" | ")
    whole = value if bar and len(label) <= LONGEST_LABEL else whole
    lines = [line.strip() for line in whole.splitlines() if line.strip()]
    if CHAMPS[champ].nature != "liste":
        return [" ".join(lines)] if lines else []
    first = next((n for n, line in enumerate(lines) if _BULLET.match(line)), 0)
    lines = lines[first:] if first else lines[1:] if len(lines) > 1 and lines[0].endswith(":") else lines
    items = [_BULLET.sub("", _HEADING.sub("", line, count=1)) for line in lines]
    return [item for item in items if item][:MOST]


def proposals(text: str, citation: Citation, champ: str) -> list[Valeur]:
    """The proposals a passage makes for a field; raises ``UsageError`` when the field cannot hold them."""
    return [
        Valeur(
            champ=champ,
            valeur=check_content(champ, piece),
            origine="corpus",
            etat="propose",
            citation=citation,
            raison=texts.USE_REASON,
        )
        for piece in pieces(text, champ)
    ]


class Using:
    """Asks for the field, then offers."""

    def __init__(self, app: FichesApp) -> None:
        self._app = app

    def use(self, found: tuple[str, Citation] | None) -> None:
        """Propose a passage in a field the coordinator chooses."""
        if self._app.session.draft is None:
            self._app.say(texts.NO_DRAFT)
        elif found is None:
            self._app.say(texts.USE_WHAT)
        else:
            screen = self._app.workshop_screen
            here = screen.draft_pane.champ if screen.ready else ""
            self._app.push_screen(FieldScreen(here), lambda champ: self._offer(champ, *found))

    def _offer(self, champ: str | None, text: str, citation: Citation) -> None:
        if champ is None:
            return
        try:
            offered = proposals(text, citation, champ)
            done = self._app.session.change(lambda draft: operations.offer(draft, offered, texts.USE_CHANGE))
        except FichesError as error:
            self._app.say(str(error), error=True)
            return
        self._app.say((texts.USE_DONE if done else texts.USE_KNOWN).format(field=label_of(champ)))
        if done:
            self._app.changed(draft=True)
