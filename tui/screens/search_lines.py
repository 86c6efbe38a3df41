"""What the search shows: a passage of a convention, or words of a draft or a conversation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.content import Content

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
            row("    ", _standing_out(shorten(passage.extrait, 400), found)),
        ]
    )


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
