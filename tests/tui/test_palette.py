"""The palette: every command in French, found without its accents, done or begun in the composer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.driving import driven
from tests.tui.fake import sample_draft
from tui.commands import COMMANDS
from tui.screens.palette import PaletteScreen, found
from tui.screens.settings import SettingsScreen

if TYPE_CHECKING:
    from tests.tui.fake import FakeWorkshop


def test_a_command_is_found_by_any_word_without_accents_names_first() -> None:
    assert found("") == list(COMMANDS)
    assert [c.name for c in found("reglages")] == ["reglages"]
    assert found("editeur")[0].name == "editeur"
    assert "brouillon" in [c.name for c in found("manque")]
    assert found("zzzz") == []


async def test_a_command_is_chosen_from_the_line(fake: FakeWorkshop) -> None:
    async with driven(fake, (80, 24)) as drive:
        await drive.press("ctrl+p")
        assert isinstance(drive.app.screen, PaletteScreen)
        await drive.type("zzzz")
        await drive.press("enter")
        assert isinstance(drive.app.screen, PaletteScreen), "aucune commande : rien ne se passe"
        await drive.press("escape", "ctrl+p", "r", "e", "g", "l", "enter")
        await drive.until(lambda: isinstance(drive.app.screen, SettingsScreen))


async def test_a_command_that_needs_words_is_begun_in_the_composer(fake: FakeWorkshop) -> None:
    fake.save_draft(sample_draft())
    async with driven(fake, (80, 24)) as drive:
        await drive.press("ctrl+p")
        await drive.type("poser une question")
        await drive.press("enter")
        await drive.until(lambda: drive.app.workshop_screen.is_current)
        assert drive.app.workshop_screen.composer.text == "/demander "
