"""The budget adds up while a line is typed, and says what balances it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from corpus.fiche import LigneBudget
from tests.tui.driving import Driven, driven
from tests.tui.fake import FakeWorkshop
from tui.budget import balance, typed_line
from tui.hanging import Ledger
from tui.screens.budget import BudgetScreen


@pytest.mark.parametrize(
    ("text", "post", "amount"),
    [
        ("Achats de jeux 1 250,50", "Achats de jeux", "1250.50"),
        ("Caf : 900 €", "Caf", "900"),
        ("Salaires 2026 12\u202f000 euros", "Salaires 2026", "12000"),
    ],
)
def test_a_line_is_read_as_it_is_typed(text: str, post: str, amount: str) -> None:
    assert typed_line(text) == LigneBudget(poste=post, montant=Decimal(amount))


def test_what_is_no_line_makes_none() -> None:
    assert [typed_line(text) for text in ("", "Achats", "1250", "Achats 12 mois")] == [None] * 4


def test_the_balance_is_said_in_words() -> None:
    assert "Équilibré" in balance(Decimal(10), Decimal(10))
    assert "À trouver\u00a0: 5\u00a0€" in balance(Decimal(15), Decimal(10))
    assert "dépassent" in balance(Decimal(10), Decimal(15))


def shown(drive: Driven, name: str) -> str:
    found = drive.app.screen.query_one(f"#{name}", Static)
    return str(getattr(found.content, "plain", found.content))


async def test_a_line_is_typed_in_each_column_and_the_sums_follow(fake: FakeWorkshop) -> None:
    async with driven(fake, (80, 24)) as drive:
        await drive.draft()
        await drive.press("f7")
        await drive.until(lambda: isinstance(drive.app.screen, BudgetScreen) and drive.app.screen.focused)
        await drive.press("f6")
        await drive.type("Caf 1 000")
        assert "1\u00a0000\u00a0€" in shown(drive, "total-produits"), "pendant la frappe"
        assert "À trouver\u00a0: 250,50\u00a0€" in shown(drive, "balance")
        await drive.press("enter")
        await drive.type("Mairie 250,5")
        await drive.press("enter")
        assert "Équilibré" in shown(drive, "balance")
        assert drive.app.session.draft is not None
        assert len(drive.app.session.draft.of("budget.produits")) == 2


async def test_a_text_without_amount_stays(fake: FakeWorkshop) -> None:
    async with driven(fake, (80, 24)) as drive:
        await drive.draft()
        await drive.press("f7")
        await drive.until(lambda: isinstance(drive.app.screen, BudgetScreen) and drive.app.screen.focused)
        await drive.type("Mairie")
        await drive.press("enter")
        assert drive.app.screen.query_one("#line", Input).value == "Mairie"


async def test_a_line_is_taken_out_of_its_column(fake: FakeWorkshop) -> None:
    async with driven(fake, (80, 24)) as drive:
        await drive.draft()
        await drive.press("f7")
        await drive.until(lambda: isinstance(drive.app.screen, BudgetScreen) and drive.app.screen.focused)
        drive.app.screen.query_one("#charges", OptionList).focus()
        await drive.press("x")
        assert "Pas encore de budget" in shown(drive, "balance")
        await drive.press("ctrl+z")
        assert drive.app.session.draft is not None
        assert drive.app.session.draft.of("budget.charges")
        assert "À trouver" in shown(drive, "balance")


async def test_a_line_is_corrected_in_its_place_and_the_sums_follow(fake: FakeWorkshop) -> None:
    async with driven(fake, (80, 24)) as drive:
        await drive.draft()
        await drive.press("f7")
        await drive.until(lambda: isinstance(drive.app.screen, BudgetScreen) and drive.app.screen.focused)
        line = drive.app.screen.query_one("#line", Input)
        await drive.type("Caf")
        drive.app.screen.query_one("#charges", OptionList).focus()
        await drive.press("enter")
        assert line.has_focus
        assert line.value == "Achats 1250,50"
        await drive.press(*["backspace"] * 7)
        await drive.type("2000")
        assert "2\u00a0000\u00a0€" in shown(drive, "total-charges"), "à la place, pas en plus"
        await drive.press("enter")
        assert drive.app.session.draft is not None
        (value,) = drive.app.session.draft.of("budget.charges")
        assert value.valeur == LigneBudget(poste="Achats", montant=Decimal(2000))
        assert value.etat == "modifie"
        assert line.value == ""


async def test_a_correction_left_gives_back_the_line_and_what_was_typed(fake: FakeWorkshop) -> None:
    async with driven(fake, (80, 24)) as drive:
        await drive.draft()
        await drive.press("f7")
        await drive.until(lambda: isinstance(drive.app.screen, BudgetScreen) and drive.app.screen.focused)
        line = drive.app.screen.query_one("#line", Input)
        await drive.type("Caf 300")
        drive.app.screen.query_one("#charges", OptionList).focus()
        await drive.press("enter", "9", "escape")
        assert line.value == "Caf 300"
        assert isinstance(drive.app.screen, BudgetScreen)
        assert drive.app.session.draft is not None
        (value,) = drive.app.session.draft.of("budget.charges")
        assert value.etat == "accepte"


def test_amounts_stand_one_under_the_other() -> None:
    lines = [Ledger(Content(words), Content(amount)) for words, amount in (("Achats", "9 €"), ("Salaires", "12 000 €"))]
    assert [line.at(30).plain for line in lines] == [f"{'Achats':<20}{'9 €':>10}", f"{'Salaires':<20}{'12 000 €':>10}"]
    long = Ledger(Content("Un poste aux mots nombreux"), Content("12 000 €")).at(20).plain
    assert long.splitlines()[-1] == f"{'12 000 €':>20}"
