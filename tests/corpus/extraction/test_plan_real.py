"""The plans of the real documents: counts and labels."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from corpus.extraction.plan import find_plan
from corpus.models import PlanRow
from corpus.reading import read
from corpus.structure import outline
from tests.shared import CONVENTIONS, DOCUMENTS, EVALUATION, needs_shared

pytestmark = needs_shared


@cache
def _plan(path: Path) -> tuple[PlanRow, ...]:
    doc = read(path, isolated=False)
    return find_plan(doc, outline(doc))


def _convention(prefix: str) -> tuple[PlanRow, ...]:
    return _plan(next(CONVENTIONS.glob(f"{prefix}*.txt")))


def test_every_row_of_the_table_is_found() -> None:
    rows = _convention("000")
    assert len(rows) == 68
    assert Counter(r.axe[:5].replace("e1", "e 1")[:5] for r in rows) == {
        "Axe 1": 4, "Axe 2": 10, "Axe 3": 10, "Axe 4": 23, "Axe 5": 7, "Axe 6": 14,
    }  # fmt: skip


def test_annotated_rows_are_read_cell_by_cell() -> None:
    rows = {r.source.ligne_debut: r for r in _convention("000")}
    for gold in json.loads((EVALUATION / "plan_actions.json").read_text(encoding="utf-8")):
        row = rows[gold["line"]]
        for key in ("axe", "orientation", "action", "chef_de_file", "coporteur"):
            assert getattr(row, key) == gold[key]
        assert row.echeance == ("2020" if gold["action_2020"] else "")


@pytest.mark.parametrize("prefix", ["001", "002", "003"])
def test_conventions_without_a_table_of_actions_have_no_row(prefix: str) -> None:
    assert _convention(prefix) == ()


def test_the_scanned_plan_is_read_where_it_is_clear() -> None:
    rows = _convention("004")
    assert len(rows) >= 14
    assert all(r.incertain and r.axe and r.chef_de_file and r.echeance for r in rows)
    assert {r.axe[:5] for r in rows} == {"AXE 1", "AXE 2", "AXE 3"}
    assert not any("|" in r.action for r in rows)


def test_numbered_operations_of_a_contract_are_rows() -> None:
    rows = _plan(DOCUMENTS / "sud-charente_contrat-region_actions.pdf")
    assert len(rows) == 16
    assert all(r.axe.startswith("Axe ") and r.chef_de_file for r in rows)
