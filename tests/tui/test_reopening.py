"""Quit, or be killed, and find everything as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.driving import driven
from tests.tui.fake import FakeWorkshop, sample_draft

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_draft_the_conversation_and_the_unsent_text_come_back(fake: FakeWorkshop, tmp_path: Path) -> None:
    async with driven(fake) as drive:
        await drive.draft()
        await drive.press("a", "f6", "f6")
        await drive.type("pas encore")
        before = [m.texte for m in drive.app.session.messages]
        await drive.press("ctrl+q")
    async with driven(FakeWorkshop(tmp_path)) as drive:
        await drive.until(lambda: drive.app.workshop_screen.is_current)
        assert drive.states()["public_cible-1"] == "accepte"
        assert [m.texte for m in drive.app.session.messages] == before
        assert drive.app.workshop_screen.composer.text == "pas encore"


async def test_what_is_typed_is_on_disk_within_a_second_without_quitting(fake: FakeWorkshop, tmp_path: Path) -> None:
    async with driven(fake) as drive:
        await drive.workshop()
        await drive.type("seul")
        await drive.pilot.pause(1)
        assert FakeWorkshop(tmp_path).load_state()["saisie"] == "seul"
        await drive.press("ctrl+q")


async def test_a_conversation_without_a_draft_comes_back(fake: FakeWorkshop, tmp_path: Path) -> None:
    async with driven(fake) as drive:
        await drive.workshop()
        await drive.type("Qui ?")
        await drive.press("enter")
        await drive.until(lambda: len(drive.app.session.messages) == 2)
        await drive.press("ctrl+q")
    async with driven(FakeWorkshop(tmp_path)) as drive:
        assert [m.de for m in drive.app.session.messages] == ["vous", "assistant"]
        assert len(drive.app.session.messages[1].citations) == 2


async def test_the_text_left_in_an_editor_comes_back(fake: FakeWorkshop, tmp_path: Path) -> None:
    async with driven(fake) as drive:
        await drive.draft()
        await drive.press("e")
        await drive.type("Z")
        await drive.press("ctrl+q")
    async with driven(FakeWorkshop(tmp_path)) as drive:
        await drive.until(lambda: drive.app.workshop_screen.is_current)
        assert drive.app.session.edits["public_cible-1"].endswith("Z")


async def test_a_damaged_state_opens_the_home_screen(fake: FakeWorkshop) -> None:
    fake.save_state({"brouillon": "absent", "messages": 3, "editions": [], "theme": 4, "ecran": None})
    async with driven(fake) as drive:
        assert drive.app.screen is drive.app.navigation.home
        assert drive.app.session.messages == []


async def test_a_conversation_without_a_draft_survives_the_opening_of_one(fake: FakeWorkshop) -> None:
    fake.save_draft(sample_draft())
    async with driven(fake) as drive:
        await drive.workshop()
        await drive.type("Qui ?")
        await drive.press("enter")
        await drive.until(lambda: len(drive.app.session.messages) == 2)
        await drive.type("en cours")
        await drive.press("f2")
        drive.app.screen.query_one("#todo").highlighted = 1  # type: ignore[attr-defined]
        await drive.press("enter")
        await drive.until(lambda: drive.app.session.draft)
        assert drive.app.session.messages == []
        await drive.press("f2", "n")
        await drive.until(lambda: drive.app.session.draft is None)
        assert len(drive.app.session.messages) == 2
        assert drive.app.workshop_screen.composer.text == "en cours"
