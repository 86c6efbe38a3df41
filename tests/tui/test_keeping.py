"""What is kept may be deleted, given back and duplicated from the home screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import OptionList

from assistant.drafts.model import Message
from tests.tui.driving import driven
from tests.tui.fake import sample_draft

if TYPE_CHECKING:
    from tests.tui.driving import Driven
    from tests.tui.fake import FakeWorkshop


def titles(drive: Driven) -> list[str]:
    """What the home screen lists of what is kept."""
    options = drive.app.navigation.home.query_one("#todo", OptionList).options
    return [str(o.prompt).strip().splitlines()[0] for o in options if o.id and ":" in o.id]


async def at_home(drive: Driven, count: int) -> None:
    """Wait until the home screen lists so many kept things."""
    await drive.until(lambda: drive.app.navigation.home.is_current and len(titles(drive)) == count)


async def test_a_draft_is_deleted_once_confirmed_and_given_back(fake: FakeWorkshop) -> None:
    fake.save_draft(sample_draft())
    async with driven(fake) as drive:
        await at_home(drive, 1)
        await drive.press("x", "n")
        assert len(fake.drafts()) == 1
        await drive.press("x", "o")
        await at_home(drive, 0)
        assert fake.drafts() == []
        await drive.press("ctrl+z")
        await at_home(drive, 1)
        assert fake.load_draft(sample_draft().id).valeurs == sample_draft().valeurs


async def test_the_draft_on_the_table_is_deleted_for_good(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.draft()
        await drive.press("a", "f2")
        await at_home(drive, 1)
        await drive.press("home", "delete", "o")
        await at_home(drive, 0)
        await drive.settled()
        assert drive.app.session.draft is None
        assert fake.drafts() == []


async def test_the_conversation_one_comes_from_is_listed_deleted_and_given_back(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.workshop()
        await drive.type("Qui pilote ?")
        await drive.press("enter")
        await drive.until(lambda: len(drive.app.session.messages) == 2)
        await drive.press("f2")
        await at_home(drive, 1)
        assert titles(drive) == ["Qui pilote ?"]
        await drive.press("home", "x", "o")
        await at_home(drive, 0)
        assert drive.app.session.messages == []
        await drive.press("ctrl+z")
        await at_home(drive, 1)
        await drive.press("home", "enter")
        await drive.until(lambda: len(drive.app.session.messages) == 2)


async def test_a_draft_is_duplicated_and_both_are_told_apart(fake: FakeWorkshop) -> None:
    fake.save_draft(sample_draft())
    async with driven(fake) as drive:
        await at_home(drive, 1)
        await drive.press("m")
        await drive.until(lambda: drive.app.session.draft and drive.app.workshop_screen.is_current)
        assert drive.app.session.draft is not None
        assert drive.app.session.draft.id != sample_draft().id
        await drive.press("f2")
        await at_home(drive, 2)
        assert sorted(title[-3:] for title in titles(drive)) == ["(1)", "(2)"]


async def test_the_highlight_stays_on_its_line_when_the_list_grows(fake: FakeWorkshop) -> None:
    fake.save_draft(sample_draft())
    async with driven(fake) as drive:
        await at_home(drive, 1)
        todo = drive.app.screen.query_one("#todo", OptionList)
        await drive.press("end")
        here = todo.highlighted_option
        fake.save_conversation("20260302-093000-1", [Message(de="vous", texte="Qui pilote ?")])
        drive.app.navigation.refresh_home()
        await at_home(drive, 2)
        assert here is not None
        assert todo.highlighted_option is not None
        assert todo.highlighted_option.id == here.id


async def test_nothing_else_offers_to_be_deleted(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.press("end")
        shown = {b.binding.description for b in drive.app.screen.active_bindings.values() if b.binding.show}
        assert "Supprimer" not in shown
        await drive.press("x", "m")
        assert drive.app.navigation.home.is_current
