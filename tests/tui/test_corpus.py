"""The corpus on screen: its filters, what is told of each document, reading again, a fiche taken as a model."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import Input, OptionList, Select

from assistant.workshop import Workshop
from tests.tui.driving import driven
from tests.tui.fake import DOCUMENT
from tui.backend import WorkshopBackend
from tui.filtering import FAILED, READ, WITHOUT, CorpusFilter, Filtering
from tui.records import DocumentRow, FicheRow
from tui.screens.corpus import CorpusScreen
from tui.screens.corpus_lines import card_content

if TYPE_CHECKING:
    from tests.tui.driving import Driven
    from tests.tui.fake import FakeWorkshop

ROWS = [
    DocumentRow("orvelle.pdf", lu=True, territoire="Pays d'Orvelle", fiches=2, signataires=("Caf de l'Orvelle",)),
    DocumentRow("mirande.docx", lu=True, territoire="Coteaux de Mirande", lignes_plan=5),
    DocumentRow("vieux.pdf", lu=False, motif="document numérisé"),
]
TITLES = {"orvelle.pdf": ("Ouvrir une épicerie", "Un relais"), "mirande.docx": ("Former les élus",)}
FICHES = [FicheRow("1.1", "Ouvrir une épicerie", 10, 20), FicheRow("1.2", "Un relais", 30, 40)]


def kept(**wanted: str) -> list[str]:
    """The documents a filter keeps."""
    places = frozenset({("mirande.docx", 3, 5)})
    return [row.nom for row in Filtering(CorpusFilter(**wanted), places, TITLES).documents(ROWS)]


def test_each_filter_keeps_its_documents_and_they_add_up() -> None:
    assert kept() == ["orvelle.pdf", "mirande.docx", "vieux.pdf"]
    assert kept(territoire="Pays d'Orvelle") == ["orvelle.pdf"]
    assert kept(theme="numerique") == ["mirande.docx"]
    assert kept(etat=FAILED) == ["vieux.pdf"]
    assert kept(etat=READ) == ["orvelle.pdf", "mirande.docx"]
    assert kept(etat=WITHOUT) == ["mirande.docx"]
    assert kept(theme="numerique", etat=FAILED) == []


def test_a_word_is_looked_for_in_what_is_told_and_in_the_titles() -> None:
    assert kept(text="EPICERIE") == ["orvelle.pdf"]
    assert kept(text="élus former") == ["mirande.docx"]
    assert kept(text="caf") == ["orvelle.pdf"]
    assert kept(text="numérise") == ["vieux.pdf"]


def test_the_fiches_are_filtered_too() -> None:
    by_word = Filtering(CorpusFilter(text="relais"), frozenset(), TITLES)
    assert [row.numero for row in by_word.fiches(ROWS[0], FICHES)] == ["1.2"]
    by_name = Filtering(CorpusFilter(text="orvelle"), frozenset(), TITLES)
    assert len(by_name.fiches(ROWS[0], FICHES)) == 2
    by_theme = Filtering(CorpusFilter(theme="numerique"), frozenset({("orvelle.pdf", 19, 22)}), TITLES)
    assert [row.numero for row in by_theme.fiches(ROWS[0], FICHES)] == ["1.1"]


def test_the_card_tells_who_signed_and_why_a_document_is_not_read() -> None:
    assert "Signataires\u00a0: Caf de l'Orvelle" in card_content(ROWS[0]).plain
    assert "document numérisé" in card_content(ROWS[2]).plain


async def corpus(drive: Driven) -> CorpusScreen:
    """Open the corpus and wait for what was read of its first document."""
    await drive.press("f4")
    screen = drive.app.screen
    assert isinstance(screen, CorpusScreen)
    await drive.until(lambda: screen.query_one("#fiches", OptionList).option_count > 1)
    return screen


def listed(screen: CorpusScreen, which: str) -> str:
    """The words of a list."""
    options = screen.query_one(f"#{which}", OptionList).options
    return "\n".join(str(getattr(option.prompt, "plain", option.prompt)) for option in options)


async def test_the_list_follows_the_filter_as_it_is_typed_and_escape_shows_all(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        screen = await corpus(drive)
        await drive.press("f")
        assert isinstance(screen.focused, Input)
        await drive.type("numerise")
        await drive.until(lambda: DOCUMENT not in listed(screen, "documents"))
        assert "numerise.pdf" in listed(screen, "documents")
        await drive.press("enter")
        assert screen.focused is screen.query_one("#documents")
        await drive.press("f", "escape")
        await drive.until(lambda: DOCUMENT in listed(screen, "documents"))
        assert not screen.query_one("#filters").display


async def test_a_theme_is_chosen_with_the_keyboard(fake: FakeWorkshop) -> None:
    async with driven(fake, (80, 24)) as drive:
        screen = await corpus(drive)
        await drive.press("f", "tab", "tab", "enter")
        shown = {b.binding.description for b in screen.active_bindings.values() if b.binding.show}
        assert shown >= {"Choisir", "Fermer"}
        await drive.press("down", "enter")
        theme = screen.query_one("#filter-theme", Select)
        assert theme.value == "numerique"
        await drive.until(lambda: "numerise.pdf" not in listed(screen, "documents"))
        await drive.until(lambda: "ne passe les filtres" in listed(screen, "fiches"))


async def test_a_fiche_of_the_corpus_becomes_the_model_of_a_draft(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await corpus(drive)
        await drive.press("tab", "m")
        await drive.until(lambda: drive.app.session.draft and drive.app.workshop_screen.is_current)
        assert drive.app.session.draft is not None
        assert drive.app.session.draft.demande == f"{DOCUMENT} @1"


async def test_the_palette_leads_to_the_fiches_when_none_is_highlighted(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        drive.app.do("model")
        await drive.until(lambda: isinstance(drive.app.screen, CorpusScreen))


async def test_a_document_is_read_again_from_its_file(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await corpus(drive)
        await drive.press("l")
        await drive.until(lambda: fake.indexed == [Path("/conventions") / DOCUMENT])


def test_the_real_corpus_tells_its_cards_its_titles_and_its_themes(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    backend = WorkshopBackend(workshop)
    workshop.index([backend.sample_conventions()], with_vectors=False)
    rows = backend.documents()
    assert all(row.chemin and row.lu_le and row.periode for row in rows)
    holdings = backend.holdings()
    assert {row.nom for row in rows} == set(holdings.titres)
    key = next(key for key, name in holdings.themes if name == "Mobilité")
    places = backend.about(key)
    assert places
    shown = Filtering(CorpusFilter(theme=key), places, holdings.titres)
    for row in shown.documents(rows):
        assert shown.fiches(row, backend.fiches(row.nom)), row.nom
    fiche = backend.fiches(rows[0].nom)[0]
    draft = backend.start_from_fiche(rows[0].nom, fiche.ligne_debut)
    assert draft.valeurs
    assert all(value.etat == "propose" for value in draft.valeurs)
    workshop.close()
