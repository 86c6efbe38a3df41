"""The shape of the `extraire` JSON."""

from __future__ import annotations

import json

from corpus.extraction import extract
from corpus.extraction.contract import as_contract
from corpus.fiche import CHAMPS
from tests.corpus.extraction.sheets import sheet


def test_contract_keys_and_sources() -> None:
    document = sheet("Fiche action 1.1 : Un titre\nPilote : Caf\nPublic visé : tous\nIndicateurs :\n- Un\n- Deux\n")
    data = json.loads(json.dumps(as_contract(document, extract(document))))
    assert set(data) >= {"document", "lisible", "motif", "convention", "fiches", "plan_actions"}
    assert set(data["convention"]) >= {
        "titre",
        "territoire",
        "caf",
        "periode_debut",
        "periode_fin",
        "signataires",
        "date_signature",
        "axes",
        "type",
    }
    (fiche,) = data["fiches"]
    assert set(CHAMPS) <= set(fiche)
    assert fiche["source"] == {"ligne_debut": 1, "ligne_fin": 6, "page": None}
    assert fiche["indicateurs"] == ["Un", "Deux"]
    assert {
        "champ": "indicateurs",
        "rang": 1,
        "incertain": False,
        "ligne_debut": 6,
        "ligne_fin": 6,
        "page": None,
    } in fiche["sources"]
    assert data["plan_actions"] == []
