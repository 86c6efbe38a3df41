"""The cards of the real conventions, against the annotated ones and by facts."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from corpus.extraction.carte import read_carte
from corpus.models import Carte
from corpus.reading import read
from corpus.structure import outline
from tests.shared import CONVENTIONS, EVALUATION, needs_shared

pytestmark = needs_shared


@cache
def _carte(prefix: str) -> Carte:
    doc = read(next(CONVENTIONS.glob(f"{prefix}*.txt")), isolated=False)
    return read_carte(doc, outline(doc))


def _annotated() -> list[dict[str, Any]]:
    gold: list[dict[str, Any]] = json.loads((EVALUATION / "conventions.json").read_text(encoding="utf-8"))
    return gold


@pytest.mark.parametrize("prefix", ["000", "001"])
def test_every_annotated_value_is_found(prefix: str) -> None:
    gold = next(g for g in _annotated() if g["document"].startswith(prefix))
    carte = _carte(prefix)
    for key in ("titre", "territoire", "caf", "periode_debut", "periode_fin", "type"):
        assert getattr(carte, key) == gold[key]
    assert carte.date_signature == gold.get("date_signature")
    assert list(carte.axes) == gold["axes"]
    assert set(gold["signataires_principaux"]) <= set(carte.signataires)


@pytest.mark.parametrize(("prefix", "count"), [("000", 3), ("001", 91), ("002", 12), ("003", 0), ("004", 21)])
def test_every_signatory_is_counted(prefix: str, count: int) -> None:
    assert len(_carte(prefix).signataires) == count


def test_a_presentation_states_no_period_and_no_signature() -> None:
    carte = _carte("003")
    assert (carte.periode_debut, carte.periode_fin, carte.date_signature, carte.axes) == (None, None, None, ())
    assert (carte.type, carte.caf) == ("projet_social", "Maine et Loire")


def test_a_signature_before_a_deliberation_is_flagged() -> None:
    carte = _carte("002")
    assert (carte.periode_debut, carte.periode_fin, carte.date_signature) == (
        "1^{er} janvier 2022", "31 décembre 2025", "31 octobre 2022",
    )  # fmt: skip
    assert carte.caf == "Alpes de Haute-Provence"
    assert len(carte.axes) == 6
    assert len(carte.contradictions) == 1


def test_a_scan_states_its_end_and_its_three_axes() -> None:
    carte = _carte("004")
    assert (carte.periode_debut, carte.periode_fin, carte.date_signature) == (None, "31 décembre 2026", None)
    assert len(carte.axes) == 3
    assert "CUCM" in carte.sigles
