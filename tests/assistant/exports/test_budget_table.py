"""The budget is laid out as the form does: posts in its order, with their sums and their lines."""

from __future__ import annotations

from typing import Any

from assistant.exports.budget_table import budget_rows
from corpus.fiche import Budget


def laid_out(**parts: Any) -> list[tuple[Any, ...]]:
    rows = budget_rows(Budget.model_validate(parts))
    return [(left.label, left.amount, right.label, right.amount) for left, right in rows]


def line(poste: str, montant: int, **more: str) -> dict[str, Any]:
    return {"poste": poste, "montant": montant, **more}


def test_posts_follow_the_form_and_sum_their_lines() -> None:
    rows = laid_out(
        periode={"debut": "2025"},
        charges=[line("Charges de personnel", 5), line("60 - Achats", 1, libelle="Jeux"), line("Achats", 2)],
        produits=[line("Subventions", 8, sous_poste="Caf")],
    )
    assert rows[0] == ("CHARGES (2025 – …)", None, "PRODUITS (2025 – …)", None)
    assert [row[:2] for row in rows[1:]] == [
        ("Achats", 3),
        ("60 - Achats – Jeux", 1),
        ("Achats", 2),
        ("Charges de personnel", 5),
        ("TOTAL DES CHARGES", 8),
    ]
    assert [row[2:] for row in rows[1:3]] == [("Subventions d'exploitation", 8), ("Subventions – Caf", 8)]
    assert rows[-1][2:] == ("TOTAL DES PRODUITS", 8)


def test_a_post_of_ones_own_comes_after_those_of_the_form() -> None:
    rows = laid_out(charges=[line("Goûters", 4), line("Achats", 2)])
    assert [row[0] for row in rows[1:3]] == ["Achats", "Goûters"]


def test_contributions_in_kind_have_their_own_totals() -> None:
    rows = laid_out(contributions={"emplois": [line("Prestations", 7)], "ressources": [line("Bénévolat", 7)]})
    assert rows[-1] == ("TOTAL", 7, "TOTAL", 7)
    assert rows[1][:2] == ("TOTAL DES CHARGES", 0)
