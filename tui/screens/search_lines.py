"""What the search shows: a passage of a convention, or words of a draft or a conversation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.content import Content

from corpus.text.folding import fold
from tui import texts
from tui.hanging import Hanging, row
from tui.rendering import fitted
from tui.rows import citation_of
from tui.shortening import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.models import SearchHit
    from tui.records import OwnHit


def hit_content(hit: SearchHit, found: Sequence[str]) -> Hanging:
    """A passage: where it is, its heading, its words with those looked for standing out."""
    passage = hit.passage
    head = " · ".join(part for part in (passage.territoire, shorten(passage.section, 100)) if part)
    return Hanging(
        [
            row(f"{hit.rang:>2}. ", fitted(citation_of(passage), style="bold"), "$sourdine"),
            row("    ", Content.styled(shorten(head, 160), "$sourdine")),
            row("    ", _standing_out(around(passage.extrait, found), found)),
        ]
    )


LONGEST = 300
"""Characters shown of a passage."""


def around(extract: str, found: Sequence[str]) -> str:
    """The part of a passage that holds the first of the words looked for, with whole words at its ends."""
    line = shorten(extract, len(extract) + 1)
    folded = fold(line)
    places = [folded.find(fold(word)) for word in found] if len(folded) == len(line) else []
    place = min((one for one in places if one >= 0), default=0)
    if place < LONGEST * 2 // 3:
        return shorten(line, LONGEST)
    start = line.find(" ", place - LONGEST // 3) + 1
    return f"…{shorten(line[start:], LONGEST)}"


def own_content(hit: OwnHit, found: Sequence[str]) -> Hanging:
    """Words of a draft or of a conversation: which one, the field or who spoke, the words."""
    kind = texts.PANE_DRAFT if hit.sorte == "brouillon" else texts.PANE_CONVERSATION
    title = Content.assemble((f"{kind} · ", "$sourdine"), (shorten(hit.titre or texts.DRAFT_UNTITLED, 80), "bold"))
    words = Content.assemble(
        (f"{shorten(hit.champ, 50)} · ", "$sourdine"), _standing_out(shorten(hit.texte, 240), found)
    )
    return Hanging([row("    ", title), row("    ", words)])


def _standing_out(text: str, found: Sequence[str]) -> Content:
    body = Content(text)
    if not found:
        return body
    pattern = "|".join(re.escape(word) for word in found)
    return body.highlight_regex(re.compile(pattern, re.IGNORECASE), style="bold $text-accent")
