"""The budget adds up while a line is typed, and says what balances it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from textual.widgets import Input, OptionList, Static

from corpus.fiche import LigneBudget
from tests.tui.driving import Driven, driven
from tests.tui.fake import FakeWorkshop
from tui.budget import balance, typed_line
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
    return str(drive.app.screen.query_one(f"#{name}", Static).content)


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
        assert "Équilibré" in shown(drive, "balance")
        await drive.press("ctrl+z")
        assert drive.app.session.draft is not None
        assert drive.app.session.draft.of("budget.charges")
        assert "À trouver" in shown(drive, "balance")
