"""A second look at an extracted fiche: corrected from the screen, for good, and never at the price of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from assistant.workshop import Workshop
from corpus.errors import CorpusError
from tests.tui.driving import Driven, driven
from tests.tui.fake import FakeWorkshop
from tests.tui.test_hostile import NASTY, check
from tests.tui.test_screens import keys
from tests.tui.test_snapshots import _walk
from tui.app import FichesApp
from tui.backend import WorkshopBackend
from tui.correcting import Change, ReadFiche, read_fiche
from tui.screens.correction import CorrectionScreen
from tui.screens.edit import EditScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


NAME = "convention.txt"
TEXT = """Convention territoriale globale du Val-de-Brume

Fiche action 1.1 : Ouvrir une ludothèque itinérante

Pilotage, porteur(s)

Communauté de communes du VaI-de-Brurne

Public cible

Familles

Nom et coordonnées des personnes en charge de l'action

- Claire Aubrac, directrice, service enfance, c.aubrac@brume.example
- Relais petite enfance

Échéances

2024-2026

Indicateurs de réussite

- Nombre de familles
- Nombre de prêts
"""


async def opened(drive: Driven, champ: str = "porteurs") -> OptionList:
    """Open the fiche of the corpus screen, on a field."""
    await drive.press("f4")
    fiches = drive.app.screen.query_one("#fiches", OptionList)
    await drive.until(lambda: fiches.option_count > 1 and not fiches.options[-1].disabled)
    await drive.press("f6", "home", "c")
    await drive.until(lambda: isinstance(drive.app.screen, CorrectionScreen) and screen(drive)._places)
    go(drive, champ)
    await drive.pilot.pause()
    return drive.app.screen.query_one("#readings", OptionList)


def screen(drive: Driven) -> CorrectionScreen:
    found = next(s for s in drive.app.screen_stack if isinstance(s, CorrectionScreen))
    assert isinstance(found, CorrectionScreen)
    return found


def go(drive: Driven, champ: str, rank: int = 0) -> None:
    """Put the highlight on a value."""
    places = [(field.champ, max(at, 0)) for field, at in screen(drive)._places]
    screen(drive).query_one("#readings", OptionList).highlighted = places.index((champ, rank))


async def write(drive: Driven, key: str, text: str) -> None:
    """Open the editor with a key, replace what it holds, save."""
    await drive.press(key)
    await drive.until(lambda: isinstance(drive.app.screen, EditScreen))
    await drive.press("ctrl+u")
    await drive.type(text)
    await drive.press("enter")
    await drive.until(lambda: drive.app.screen is screen(drive) and not screen(drive)._busy)


def shown(drive: Driven, place: str = "#readings") -> str:
    options = screen(drive).query_one(place, OptionList).options
    return "\n".join(str(getattr(o.prompt, "plain", o.prompt)) for o in options)


async def test_a_value_is_edited_one_is_added_one_taken_out_and_the_field_put_back(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await opened(drive, "indicateurs")
        await write(drive, "e", "nombre de villages desservis")
        await drive.until(lambda: fake.values("indicateurs")[0] == "nombre de villages desservis")
        await write(drive, "n", "jeux prêtés")
        await drive.until(lambda: fake.values("indicateurs")[-1] == "jeux prêtés")
        await drive.until(lambda: "jeux prêtés" in shown(drive))
        await drive.press("x")
        await drive.until(lambda: len(fake.values("indicateurs")) == 2)
        assert "jeux prêtés" not in fake.values("indicateurs"), "the value just added is the one highlighted"
        await drive.until(lambda: "corrigé" in shown(drive))
        assert "lu dans le document" in shown(drive)
        await drive.press("r")
        await drive.until(lambda: "corrigé" not in shown(drive))
        assert fake.values("indicateurs")[0] == "nombre de communes desservies"
        assert not drive.app.session.edits


async def test_the_lines_of_the_highlighted_value_stand_out(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await opened(drive, "indicateurs")
        await drive.until(lambda: screen(drive).query_one("#lines", OptionList).highlighted == 2)
        assert [line for line in shown(drive, "#lines").splitlines() if "▌" in line] == [
            line for line in shown(drive, "#lines").splitlines() if "Indicateurs" in line
        ]


async def test_escape_and_a_failure_keep_the_typed_text(fake: FakeWorkshop, tmp_path: Path) -> None:
    async with driven(fake) as drive:
        await opened(drive)
        await drive.press("e")
        await drive.type(" et d'Orvelle")
        await drive.press("escape", "escape", "escape")
        await drive.settled()
        await drive.press("ctrl+q")
    again = FakeWorkshop(tmp_path)
    again.failure = CorpusError("Le corpus est occupé.", "Recommencez.")
    async with driven(again) as drive:
        await opened(drive)
        await drive.press("e")
        assert "et d'Orvelle" in drive.app.screen.query_one("#editor").text  # type: ignore[attr-defined]
        await drive.press("enter")
        await drive.until(lambda: not screen(drive)._busy)
        assert any("et d'Orvelle" in text for text in drive.app.session.edits.values())
        again.failure = None
        await drive.press("e", "enter")
        await drive.until(lambda: "et d'Orvelle" in again.values("porteurs")[0])
        await drive.until(lambda: not drive.app.session.edits)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda s: f"{s[0]}x{s[1]}")
def test_correction_screen(fake: FakeWorkshop, size: tuple[int, int], snap_compare: Callable[..., bool]) -> None:
    fake.corrected["porteurs"] = ["Communauté de communes du Val-de-Brume", "Caf de Brumeval"]
    path = ("f4", "f6", "home", "c", *["down"] * 7)
    app = FichesApp(lambda: fake)
    assert snap_compare(app, terminal_size=size, run_before=lambda pilot: _walk(pilot, path))


async def test_the_footer_holds_in_80_columns(fake: FakeWorkshop) -> None:
    async with driven(fake, (80, 24)) as drive:
        await opened(drive)
        assert keys(drive.app) <= 6
        await drive.press("escape")
        assert keys(drive.app) <= 6


async def test_hostile_words_stay_words(fake: FakeWorkshop) -> None:
    fake.read["indicateurs"] = [NASTY]
    async with driven(fake) as drive:
        await opened(drive, "indicateurs")
        check(drive)
        await drive.press("e")
        await drive.pilot.pause(0.1)
        check(drive)


class Real:
    """The workshop itself, on one invented convention read without vectors."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.workshop = Workshop(folder / "donnees")
        self.index()
        [row] = WorkshopBackend(self.workshop).fiches(NAME)
        self.line = row.ligne_debut

    def index(self, text: str = TEXT) -> None:
        (self.folder / NAME).write_text(text, encoding="utf-8")
        self.workshop.index([self.folder / NAME], with_vectors=False)

    def change(self, champ: str, *values: str, adding: bool = False, cancel: bool = False) -> ReadFiche:
        change = Change(NAME, self.line, champ, values, adding=adding, cancel=cancel)
        return WorkshopBackend(self.workshop).correct(change)

    def fiche(self) -> ReadFiche:
        return read_fiche(self.workshop, NAME, self.line)


def seen(fiche: ReadFiche, champ: str) -> tuple[str, list[tuple[str, str]]]:
    """The state of a field, its values with theirs."""
    field = next(f for f in fiche.fields if f.champ == champ)
    return field.state, [(value.text, value.state) for value in field.values]


def test_the_real_workshop_corrects_and_remembers(tmp_path: Path) -> None:
    real = Real(tmp_path)
    assert seen(real.fiche(), "indicateurs") == ("lu", [("Nombre de familles", "lu"), ("Nombre de prêts", "lu")])
    assert seen(real.fiche(), "lieu") == ("absent", [])
    fixed = "Communauté de communes du Val-de-Brume"
    assert seen(real.change("porteurs", fixed), "porteurs") == ("corrige", [(fixed, "corrige")])
    real.change("indicateurs", "Nombre de lieux", adding=True)
    real.index(TEXT.replace("Familles\n", "Parents\n"))
    again = real.fiche()
    assert seen(again, "porteurs") == ("corrige", [(fixed, "corrige")])
    assert [state for _, state in seen(again, "indicateurs")[1]] == ["lu", "lu", "corrige"]
    assert seen(real.change("indicateurs", cancel=True), "indicateurs")[0] == "lu"


def test_one_end_of_the_period_is_corrected_alone(tmp_path: Path) -> None:
    made = Real(tmp_path).change("echeances.fin", "2027")
    assert seen(made, "echeances.fin") == ("corrige", [("2027", "corrige")])
    assert seen(made, "echeances.debut")[0] == "lu"


def test_a_person_who_is_not_edited_stays_as_they_were_read(tmp_path: Path) -> None:
    real = Real(tmp_path)
    before = real.workshop.corpus.catalogue.extraction(NAME).fiches[0].fiche.personnes_en_charge
    _, values = seen(real.fiche(), "personnes_en_charge")
    assert len(values) > 1
    real.change("personnes_en_charge", *[text for text, _ in values[:-1]], "Relais des familles")
    after = real.workshop.corpus.catalogue.extraction(NAME).fiches[0].fiche.personnes_en_charge
    assert after[:-1] == before[:-1]
    assert after[-1] != before[-1]
