"""Foreign text is never parsed as markup, and none of its control bytes reaches the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.models import Citation, Line, Passage, SearchHit
from tests.tui.driving import driven
from tests.tui.fake import FakeWorkshop, sample_draft
from tui.records import DocumentRow, FicheRow, Live, Turn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assistant.drafts.model import Draft
    from tests.tui.driving import Driven
    from tui.records import Intention

NASTY = (
    "[/] [bold red]A[/bold] [1] [@click=app.quit]clic[/] ['x', 2] \\[ [$oops \x1b[2J\x1b]0;t\x07\x9b31m\u202etxen\u200b"
)
SAFE = "[/] [bold red]A[/bold]"


def nasty_citation() -> Citation:
    return Citation(document=f"{NASTY}.txt", ligne_debut=1, ligne_fin=1, section=NASTY, extrait=NASTY)


class HostileWorkshop(FakeWorkshop):
    """Everything it says is hostile."""

    def documents(self) -> list[DocumentRow]:
        return [DocumentRow(NASTY, lu=True, territoire=NASTY), DocumentRow(NASTY, lu=False, motif=NASTY)]

    def fiches(self, document: str) -> list[FicheRow]:
        return [FicheRow(NASTY, NASTY, 1, 1)]

    def search(self, question: str, k: int = 20) -> list[SearchHit]:
        passage = Passage(document=NASTY, ligne_debut=1, ligne_fin=1, section=NASTY, extrait=NASTY, territoire=NASTY)
        return [SearchHit(passage=passage, rang=1, score=1)]

    def lines(self, document: str, first: int, last: int) -> list[Line]:
        return [Line(number=1, text=NASTY)]

    def say(
        self,
        draft: Draft | None,
        message: str,
        history: Sequence[str],
        intention: Intention,
        on_live: Callable[[Live], None] | None = None,
    ) -> Turn:
        if on_live:
            on_live(Live("redaction", NASTY))
        if message.endswith("?"):
            return Turn("reponse", NASTY, [nasty_citation()])
        made = sample_draft()
        values = [
            v.model_copy(update={"valeur": NASTY, "citation": v.citation and nasty_citation()})
            for v in made.valeurs
            if isinstance(v.valeur, str)
        ]
        return Turn("brouillon", NASTY, draft=made.model_copy(update={"valeurs": values, "titre": NASTY}))


def screen_text(drive: Driven) -> str:
    """What the terminal would show, with every character that reaches it."""
    lines = drive.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line) for line in lines)


def check(drive: Driven, *, shown: bool = True) -> None:
    text = screen_text(drive)
    assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 for c in text)
    assert not any(c in text for c in "\u202e\u200b")
    if shown:
        assert SAFE in text


async def test_hostile_text_in_every_widget(fake: FakeWorkshop) -> None:
    hostile = HostileWorkshop(fake._data)
    async with driven(hostile) as drive:
        await drive.press("f4")
        await drive.until(lambda: SAFE in screen_text(drive))
        check(drive)
        await drive.press("enter")
        await drive.pilot.pause(0.2)
        check(drive)
        await drive.press("escape", "x")
        await drive.pilot.pause(0.1)
        check(drive)
        await drive.press("n", "escape", "f3")
        await drive.type("abc")
        await drive.until(lambda: SAFE in screen_text(drive))
        check(drive)
        await drive.press("escape")


async def test_hostile_answers_drafts_sources_and_editors(fake: FakeWorkshop) -> None:
    hostile = HostileWorkshop(fake._data)
    async with driven(hostile) as drive:
        await drive.workshop()
        await drive.type("a ?")
        await drive.press("enter")
        await drive.until(lambda: len(drive.app.session.messages) == 2)
        check(drive)
        await drive.type("b")
        await drive.press("enter")
        await drive.until(lambda: drive.app.session.draft)
        await drive.pilot.pause(0.2)
        check(drive)
        for keys in (("e",), ("escape", "s"), ("enter",), ("escape", "f8"), ("escape", "f2")):
            await drive.press(*keys)
            await drive.pilot.pause(0.2)
            check(drive, shown=keys != ("escape", "f8"))
        drive.app.say(NASTY, error=True)
        await drive.pilot.pause(0.2)
        check(drive)
