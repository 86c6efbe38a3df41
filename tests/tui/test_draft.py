"""A proposal is accepted, edited or refused with one key; a value leads to its passage and back."""

from __future__ import annotations

from assistant.drafts.model import Draft
from corpus.fiche import LigneBudget
from tests.tui.driving import driven
from tests.tui.fake import FakeWorkshop, sample_draft, value
from tui.merging import merge
from tui.screens.edit import EditScreen
from tui.screens.form import FormScreen, read_form
from tui.screens.reading import ReadingScreen


async def test_a_request_brings_a_draft_and_the_first_proposal(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.draft()
        pane = drive.app.workshop_screen.draft_pane
        assert drive.app.focused is pane
        assert pane.value is not None
        assert pane.value.id == "public_cible-1"


async def test_accepting_goes_to_the_next_proposal(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.draft()
        await drive.press("a")
        assert drive.states()["public_cible-1"] == "accepte"
        assert drive.app.workshop_screen.draft_pane.value == value("partenaires", "Caf, MSA", line=4)


async def test_refusing_and_undoing(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.draft()
        await drive.press("r")
        assert drive.states()["public_cible-1"] == "refuse"
        await drive.press("ctrl+z")
        assert drive.states()["public_cible-1"] == "propose"


async def test_editing_keeps_the_words_of_the_coordinator(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.draft()
        await drive.press("e")
        await drive.until(lambda: isinstance(drive.app.screen, EditScreen))
        await drive.type(" isolés")
        await drive.press("enter")
        draft = drive.app.session.draft
        assert draft is not None
        edited = next(v for v in draft.valeurs if v.id == "public_cible-1")
        assert (edited.valeur, edited.etat) == ("Enfants de 0 à 6 ans et leurs parents isolés", "modifie")
        assert edited.citation is not None


async def test_escape_in_the_editor_keeps_the_text_for_the_next_time(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.draft()
        await drive.press("e")
        await drive.type("X")
        await drive.press("escape")
        assert drive.states()["public_cible-1"] == "propose"
        await drive.press("e")
        assert drive.app.screen.query_one("#editor").text.endswith("X")  # type: ignore[attr-defined]


async def test_other_words_for_the_chosen_value_are_asked_in_the_conversation(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.draft()
        drive.app.turns.submit("/reformuler plus court")
        await drive.until(lambda: len(fake.heard) == 2)
        assert fake.heard[-1] == ("Reformule public cible, plus court", "auto")


async def test_filling_an_empty_field(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.draft()
        pane = drive.app.workshop_screen.draft_pane
        pane.highlighted = pane.get_option_index("champ:axe")
        await drive.press("n")
        await drive.type("Petite enfance")
        await drive.press("enter")
        draft = drive.app.session.draft
        assert draft is not None
        assert [v.valeur for v in draft.of("axe")] == ["Petite enfance"]


async def test_adding_a_line_of_the_budget(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.draft()
        pane = drive.app.workshop_screen.draft_pane
        pane.highlighted = pane.get_option_index("champ:budget.produits")
        await drive.press("n")
        await drive.until(lambda: isinstance(drive.app.screen, FormScreen))
        await drive.type("Caf")
        await drive.press("enter")
        assert isinstance(drive.app.screen, FormScreen), "sans montant, la ligne n'est pas prise"
        await drive.press("tab", "tab", "tab")
        await drive.type("1250,50")
        await drive.press("enter")
        draft = drive.app.session.draft
        assert draft is not None
        assert draft.fiche().budget.produits == [LigneBudget(poste="Caf", montant="1250.50")]  # type: ignore[union-attr]


async def test_from_a_value_to_its_passage_and_back(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.draft()
        assert drive.app.workshop_screen.draft_pane.go_to("indicateurs-1")
        await drive.press("s")
        screen = drive.app.workshop_screen
        assert drive.app.focused is screen.sources
        assert screen.sources.row is not None
        assert screen.sources.row.citation.ligne_debut == 3
        await drive.press("c")
        assert screen.draft_pane.value is not None
        assert screen.draft_pane.value.id == "indicateurs-0", "le champ suivant qui utilise ce passage"
        await drive.press("s", "enter")
        await drive.until(lambda: isinstance(drive.app.screen, ReadingScreen))
        lines = drive.app.screen.query_one("#lines")
        await drive.until(lambda: lines.option_count == 4)  # type: ignore[attr-defined]
        assert lines.highlighted == 2  # type: ignore[attr-defined]


async def test_the_status_line_counts(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.draft()
        assert "4 propositions à traiter" in str(drive.app.workshop_screen.status.content)
        await drive.press("a", "a", "a", "a")
        await drive.until(lambda: "rien à traiter" in str(drive.app.workshop_screen.status.content))


async def test_a_decision_made_while_the_engine_amends_is_kept(fake: FakeWorkshop) -> None:
    sent = sample_draft()
    accepted = sent.model_copy(update={"valeurs": [_accepted(v.id, sent) for v in sent.valeurs]})
    current = accepted.model_copy(update={"valeurs": [v for v in accepted.valeurs if v.id != "lieu-0"]})
    returned = sent.model_copy(update={"valeurs": [*sent.valeurs, value("axe", "Jeunesse", "accepte")]})
    merged = {v.id: v.etat for v in merge(sent, current, returned).valeurs}
    assert merged["indicateurs-0"] == "accepte"
    assert "lieu-0" not in merged
    assert merged["axe-0"] == "accepte"


def _accepted(value_id: str, draft: Draft) -> object:
    found = next(v for v in draft.valeurs if v.id == value_id)
    return found.model_copy(update={"etat": "accepte"}) if found.champ == "indicateurs" else found


def test_a_form_reads_french_amounts() -> None:
    made = read_form(LigneBudget, {"poste": "Achats", "montant": "1 250,50 €"})
    assert isinstance(made, LigneBudget)
    assert str(made.montant) == "1250.50"
    assert isinstance(read_form(LigneBudget, {"poste": "", "montant": "12"}), str)
    assert isinstance(read_form(LigneBudget, {"poste": "Achats", "montant": "douze"}), str)
