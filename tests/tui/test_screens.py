"""The other screens: home, corpus, search, reading, export, settings, help."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import Input, OptionList, Static

from assistant.drafts.model import Message
from assistant.workshop import Workshop
from corpus.errors import CorpusError
from tests.tui.driving import driven
from tests.tui.fake import FakeWorkshop, sample_draft
from tui.app import FichesApp
from tui.commands import COMMANDS
from tui.sample import sample_fiche
from tui.screens.confirm import ConfirmScreen
from tui.screens.export import ExportScreen
from tui.screens.fields import FieldScreen
from tui.screens.folder import FolderScreen, complete
from tui.screens.reading import ReadingScreen
from tui.screens.sample import SampleScreen
from tui.using import pieces

if TYPE_CHECKING:
    from textual.screen import Screen


async def listed(folder: Path, pattern: str) -> list[Path]:
    return await asyncio.to_thread(lambda: list(folder.glob(pattern)))


def text(screen: Screen[object], selector: str) -> str:
    content = screen.query_one(selector, Static).content
    return str(getattr(content, "plain", content))


async def test_the_first_run_offers_the_samples_and_says_what_it_does(tmp_path: Path) -> None:
    fake = FakeWorkshop(tmp_path, documents=0)
    async with driven(fake) as drive:
        assert "vide" in text(drive.app.screen, "#corpus-line")
        await drive.press("e")
        await drive.until(lambda: "1 convention" in text(drive.app.screen, "#corpus-line"))
        assert [p.name for p in fake.indexed] == ["exemples"]


async def test_a_folder_of_ones_own_is_typed_in(fake: FakeWorkshop, tmp_path: Path) -> None:
    folder = tmp_path / "mes conventions"
    folder.mkdir()
    async with driven(fake) as drive:
        await drive.press("d")
        await drive.until(lambda: isinstance(drive.app.screen, FolderScreen))
        line = drive.app.screen.query_one(Input)
        line.value = str(tmp_path / "absent")
        await drive.press("enter")
        assert "absent" in text(drive.app.screen, "#problem")
        line.value = str(folder)
        await drive.press("enter")
        await drive.until(lambda: fake.indexed == [folder])


def test_a_path_completes(tmp_path: Path) -> None:
    (tmp_path / "conventions").mkdir()
    assert complete(f"{tmp_path}/conv") == f"{tmp_path}/conventions/"
    assert complete(f"{tmp_path}/zzz") is None


async def test_a_draft_is_reopened_and_deleted_from_home(fake: FakeWorkshop) -> None:
    fake.save_draft(sample_draft())
    async with driven(fake) as drive:
        await drive.press("enter")
        await drive.until(lambda: drive.app.session.draft is not None and drive.app.workshop_screen.is_current)
        await drive.press("f2")
        await drive.until(lambda: drive.app.screen is drive.app.navigation.home)
        drive.app.screen.query_one(OptionList).highlighted = 1
        await drive.press("delete")
        await drive.until(lambda: isinstance(drive.app.screen, ConfirmScreen))
        await drive.press("o")
        await drive.until(lambda: not fake.drafts())
        assert drive.app.session.draft is None
        await drive.pilot.pause(0.6)
        assert not fake.drafts(), "l'enregistrement différé ne doit pas ramener un brouillon supprimé"


async def test_the_corpus_lists_documents_and_removes(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.press("f4")
        fiches = drive.app.screen.query_one("#fiches", OptionList)
        await drive.until(lambda: fiches.option_count > 1 and not fiches.options[-1].disabled)
        await drive.press("x")
        await drive.until(lambda: isinstance(drive.app.screen, ConfirmScreen))
        await drive.press("n")
        assert fake.count == 1
        await drive.press("x", "o")
        await drive.until(lambda: fake.count == 0)


async def test_search_while_typing_then_read(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.press("f3")
        await drive.type("indicateurs")
        hits = drive.app.screen.query_one("#hits", OptionList)
        await drive.until(lambda: hits.option_count == 1)
        await drive.press("enter", "enter")
        await drive.until(lambda: isinstance(drive.app.screen, ReadingScreen))
        lines = drive.app.screen.query_one("#lines", OptionList)
        await drive.until(lambda: lines.highlighted == 2)
        await drive.press("f")
        await drive.type("ludotheque")
        await drive.press("enter")
        assert lines.highlighted == 0


async def test_export_shows_what_blocks_and_writes_a_draft_as_such(fake: FakeWorkshop, tmp_path: Path) -> None:
    async with driven(fake) as drive:
        await drive.draft()
        await drive.press("f8")
        await drive.until(lambda: isinstance(drive.app.screen, ExportScreen))
        screen = drive.app.screen
        await drive.until(lambda: "ludothèque" in text(screen, "#preview"))
        await drive.until(lambda: "bloque" in text(screen, "#findings"))
        await drive.press("enter")
        await drive.until(lambda: "Rien n'a été écrit" in text(screen, "#written"))
        assert not (await listed(tmp_path, "*-1.json"))
        await drive.press("b")
        await drive.until(lambda: "Écrit" in text(screen, "#written"))
        assert await listed(tmp_path, "*-1.json")


async def test_export_without_a_draft_says_so(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.press("f8")
        assert not isinstance(drive.app.screen, ExportScreen)


async def test_the_theme_is_kept(fake: FakeWorkshop, tmp_path: Path) -> None:
    async with driven(fake) as drive:
        await drive.press("g")
        await drive.press("enter")
        assert drive.app.theme == "sombre"
        await drive.press("ctrl+q")
    async with driven(FakeWorkshop(tmp_path)) as drive:
        assert drive.app.theme == "sombre"


async def test_data_that_cannot_be_opened_are_said_so() -> None:
    def broken() -> FakeWorkshop:
        raise CorpusError("L'index est abîmé.", "Lancez « fiches corpus reconstruire ».")

    app = FichesApp(broken)
    async with app.run_test() as pilot:
        await pilot.pause(0.2)
        assert "reconstruire" in text(app.screen, "#corpus-line")
        await pilot.press("q", "a", "enter")
        assert app.workshop_screen.composer.text == "a", "rien de ce qui est tapé n'est perdu"


async def test_every_command_of_the_registry_can_be_done(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.draft()
        for command in COMMANDS:
            if command.action not in ("leave", "new"):
                drive.app.do("home")
                await drive.workshop()
                drive.app.do(command.action, "texte ?" if command.takes else "")
                await drive.pilot.pause()
                while drive.app.screen not in (drive.app.workshop_screen, drive.app.navigation.home):
                    await drive.press("escape")


async def test_at_most_six_keys_in_the_footer(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.draft()
        screen = drive.app.workshop_screen
        for widget in (screen.composer, screen.draft_pane, screen.sources, screen.conversation):
            widget.focus()
            await drive.pilot.pause()
            assert 3 <= keys(drive.app) <= 6
        for key in ("f1", "f2", "f3", "f4", "f8"):
            await drive.press(key)
            assert keys(drive.app) <= 6, key


def keys(app: FichesApp) -> int:
    """How many keys the footer shows; all of them must fit in 80 columns."""
    shown = {b.binding.action: b.binding for b in app.screen.active_bindings.values() if b.binding.show}
    width = sum(len(app.get_key_display(b)) + len(b.description) + 3 for b in shown.values())
    assert width <= 80, [b.description for b in shown.values()]
    return len(shown)


async def test_a_passage_found_becomes_a_sourced_proposal(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.draft()
        await drive.press("f3")
        await drive.type("Partenaires")
        hits = drive.app.screen.query_one("#hits", OptionList)
        await drive.until(lambda: hits.option_count)
        await drive.press("enter", "u")
        await drive.until(lambda: isinstance(drive.app.screen, FieldScreen))
        fields = drive.app.screen.query_one("#fields", OptionList)
        fields.highlighted = fields.get_option_index("moyens")
        await drive.press("enter")
        draft = drive.app.session.draft
        assert draft is not None
        added = draft.of("moyens")[0]
        assert (added.etat, added.origine, added.citation and added.citation.ligne_debut) == ("propose", "corpus", 4)
        assert added.valeur == "Caf, MSA, bibliothèques municipales"


def test_a_passage_gives_items_to_a_list_and_one_text_to_a_text() -> None:
    passage = "Indicateurs :\n- Nombre de lieux\n• Part de familles"
    assert pieces(passage, "indicateurs") == ["Nombre de lieux", "Part de familles"]
    assert pieces("Effets attendus\n- Moins de trajets", "effets_attendus") == ["Moins de trajets"]
    assert pieces("Public cible | Les\nfamilles", "public_cible") == ["Les familles"]


async def test_search_looks_in_drafts_and_conversations_too(fake: FakeWorkshop) -> None:
    fake.save_draft(sample_draft())
    fake.save_conversation("1", [Message(de="vous", texte="Où poser le bibliobus itinérant ?")])
    async with driven(fake) as drive:
        await drive.press("f3")
        await drive.type("itinerant")
        hits = drive.app.screen.query_one("#hits", OptionList)
        await drive.until(lambda: "2 endroits" in text(drive.app.screen, "#count"))
        assert "p0" not in [o.id for o in hits.options]
        await drive.press("enter", "down", "enter")
        await drive.until(lambda: drive.app.workshop_screen.is_current)
        assert [m.texte for m in drive.app.session.messages] == ["Où poser le bibliobus itinérant ?"]


async def test_the_first_run_shows_three_steps_and_steals_no_key(tmp_path: Path) -> None:
    fake = FakeWorkshop(tmp_path, documents=0)
    async with driven(fake, (80, 24)) as drive:
        shown = [str(o.prompt) for o in drive.app.screen.query_one("#todo", OptionList).options]
        steps = [line.strip()[:2] for line in shown if line.strip()[:1].isdigit()]
        assert steps == ["1.", "2.", "3."]
        await drive.press("f")
        await drive.until(lambda: isinstance(drive.app.screen, SampleScreen))
        await drive.until(lambda: "Communauté" in str(drive.app.screen.query_one("#sample", Static).visual.plain))  # type: ignore[attr-defined]
        await drive.press("escape", "q", "b", "o", "n")
        assert drive.app.workshop_screen.composer.text == "bon"


def test_the_sample_fiche_is_a_full_one() -> None:
    folder = Workshop(Path()).sample_conventions()
    assert len(sample_fiche(folder)) >= 12


async def test_a_far_engine_is_chosen_only_once_its_notice_is_accepted(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.press("g")
        settings = drive.app.screen.query_one("#settings", OptionList)
        await drive.until(lambda: settings.option_count == 9)
        settings.highlighted = settings.get_option_index("moteur:lointain")
        await drive.press("enter")
        await drive.until(lambda: isinstance(drive.app.screen, ConfirmScreen))
        await drive.press("n")
        assert fake.engine == "integre"
        await drive.press("enter", "o")
        await drive.until(lambda: fake.engine == "lointain")


async def test_what_a_shared_index_sends_is_in_the_settings_and_a_server_away_is_told_once(fake: FakeWorkshop) -> None:
    fake.shared = "Le texte des conventions est sur le serveur https://chroma.exemple.fr."
    async with driven(fake) as drive:
        await drive.press("g")
        settings = drive.app.screen.query_one("#settings", OptionList)
        await drive.until(lambda: settings.option_count == 9)
        privacy = str(settings.get_option("privacy").prompt)
        assert "chroma.exemple.fr" in privacy
        assert "rien ne quitte" not in privacy
        fake.noticed.append("Le serveur partagé ne répond pas [1].")
        drive.app.tell_notices()
        drive.app.tell_notices()
        await drive.pilot.pause()
        assert [one.message for one in drive.app._notifications] == ["Le serveur partagé ne répond pas [1]."]
