"""Keys: what the footer names works with Caps Lock on, can be sent by any terminal, and is explained by the help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from tests.tui.driving import driven
from tests.tui.fake import sample_draft
from tui.helping import EVERYWHERE, PARTS
from tui.keys import key, spoken
from tui.screens.help import meaning

if TYPE_CHECKING:
    from tests.tui.driving import Driven
    from tests.tui.fake import FakeWorkshop

WALK: tuple[tuple[str, ...], ...] = (
    (),
    ("f4",),
    ("f6",),
    ("c",),
    ("escape", "f", "tab", "enter"),
    ("escape", "f3"),
    ("f2", "g"),
    ("f2", "f"),
    ("f2", "enter"),
    ("f6",),
    ("f6",),
    ("f7",),
    ("shift+tab",),
    ("f2", "enter", "f8"),
    ("ctrl+p",),
)
"""From screen to screen, by the keys of each."""
NOT_SENT = ("ctrl+enter", "ctrl+i", "ctrl+m", "ctrl+h", "ctrl+left_square_bracket", "alt+", "ctrl+backslash")


def page(drive: Driven) -> str:
    """The words of the help."""
    return str(drive.app.screen.query_one("#help Static", Static).visual.plain)  # type: ignore[attr-defined]


async def test_a_letter_works_with_caps_lock(fake: FakeWorkshop) -> None:
    fake.save_draft(sample_draft())
    async with driven(fake) as drive:
        await drive.press("C")
        await drive.until(lambda: drive.app.screen.name == "corpus")
        await drive.press("escape", "enter", "f6")
        await drive.until(lambda: drive.app.session.draft)
        first = drive.app.workshop_screen.draft_pane
        await drive.until(lambda: first.has_focus and first.value)
        assert first.value is not None
        chosen = first.value.id
        await drive.press("A")
        await drive.until(lambda: drive.states()[chosen] == "accepte")


def test_a_letter_is_named_once() -> None:
    assert spoken(key("x,delete", "drop", "Enlever")) == "X ou Suppr"
    assert spoken(key("ctrl+p", "palette", "Commandes")) == "Ctrl+P"
    assert key("ctrl+p", "palette").key_display == "^P"
    assert key("shift+f6", "back").key_display == "Maj+F6"


def test_no_key_asks_what_azerty_or_terminals_cannot_send() -> None:
    every = [b for part in PARTS for b in part.bindings] + EVERYWHERE
    names = [name for b in every for name in b.key.split(",")]
    assert len(names) > 40
    assert [name for name in names if any(bad in name for bad in NOT_SENT)] == []


async def test_the_help_begins_with_the_part_one_is_in(fake: FakeWorkshop) -> None:
    fake.save_draft(sample_draft())
    async with driven(fake) as drive:
        await drive.press("f1")
        assert page(drive).startswith("Aide\u00a0: Accueil")
        await drive.press("f1")
        assert drive.app.navigation.home.is_current
        await drive.press("f4", "ctrl+g")
        assert page(drive).startswith("Aide\u00a0: Corpus")
        await drive.press("escape", "escape", "enter", "f6")
        await drive.until(lambda: drive.app.workshop_screen.ready and drive.app.workshop_screen.draft_pane.has_focus)
        await drive.press("f1")
        assert page(drive).startswith("Aide\u00a0: Brouillon")


async def test_the_footer_holds_six_keys_at_most_in_80_columns(fake: FakeWorkshop) -> None:
    fake.save_draft(sample_draft())
    async with driven(fake, (80, 24)) as drive:
        for keys in WALK:
            await drive.press(*keys)
            await drive.pilot.pause(0.2)
            shown = {b.binding.action: b.binding for b in drive.app.screen.active_bindings.values() if b.binding.show}
            width = sum(len(f" {b.key_display} {b.description} ") for b in shown.values())
            assert len(shown) <= 6, (keys, [b.description for b in shown.values()])
            assert width <= 80, (keys, width)


def test_the_help_says_in_full_what_each_key_does() -> None:
    said = {meaning(b) for part in PARTS for b in part.bindings}
    assert {"Envoyer le message", "Accepter la proposition", "Corriger ce qui a été lu de la fiche"} <= said
    names = {part.name: [spoken(b) for b in part.bindings] for part in PARTS}
    assert names["Correction"] == ["E", "N", "X ou Suppr", "R", "F6", "Échap"]
    assert "Entrée" in names["Recherche"]
