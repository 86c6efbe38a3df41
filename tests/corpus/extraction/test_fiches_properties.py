"""Damaged documents: never a crash nor a hang, and a loss in proportion to the damage."""

from __future__ import annotations

import random
import time
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.extraction.contract import as_contract
from corpus.extraction.fiches import find_fiches
from corpus.models import ExtractedFiche, Extraction
from tests.corpus.extraction.sheets import fiches, sheet

TOWNS = ("Mirande", "Orvelle", "Brume", "Castel")


def _prose(rank: int) -> str:
    return f"""
Fiche action {rank}.1 : Ouvrir un lieu d'accueil à {TOWNS[rank % 4]}

Contexte (les constats)

Les familles n'ont pas de lieu d'accueil à moins de {rank + 20} minutes.

Objectif(s) de l'action

Proposer un accueil deux fois par semaine

Descriptif de l'action

1) Trouver un local adapté
2) Recruter deux accueillantes

Les indicateurs :

- Nombre de familles reçues
- Nombre de séances tenues

Partenaires à associer

Caf, PMI, bibliothèque

Public visé

Parents de jeunes enfants
"""


def _form(rank: int) -> str:
    return f"""
|N°{rank}.2|Petite enfance|
|Accompagner les assistantes maternelles de {TOWNS[rank % 4]}||
|Pilotage, porteur(s)|Communauté de communes|
|Public cible|Assistantes maternelles du secteur|
|Partenaires à associer|Caf, relais petite enfance|
|Effets attendus||
|- Des professionnelles moins isolées⏎- Des pratiques partagées||
|Indicateurs de réussite||
|- Nombre de rencontres⏎- Nombre de participantes||
"""


DOCUMENT = "".join(_prose(n) + _form(n) for n in range(1, 5))
LINES = DOCUMENT.strip("\n").split("\n")


def _values(found: tuple[ExtractedFiche, ...]) -> set[str]:
    values: set[str] = set()
    for one in found:
        for key, value in one.fiche.model_dump(mode="json", exclude_none=True).items():
            for item in value if isinstance(value, list) else [value]:
                values.add(f"{key}={_plain(str(item))}")
    return values


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text).lower()
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


@pytest.mark.parametrize(
    "damage",
    [
        str.upper,
        lambda text: text.replace(" ", "  ").replace("|  ", "| "),
        lambda text: "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)),
        lambda text: text.replace("- ", "• ").replace("'", "’"),
        lambda text: "\n".join(line for line in text.split("\n") if line.strip()),
        lambda text: text.replace("\n- ", "\n\n- "),
    ],
)
def test_case_accents_spaces_and_bullets_lose_nothing(damage: object) -> None:
    assert callable(damage)
    whole, hurt = _values(fiches(DOCUMENT)), _values(fiches(damage(DOCUMENT)))
    assert {v.replace("’", "'") for v in hurt} == whole


def test_wrong_letters_in_labels_lose_nothing() -> None:
    hurt = DOCUMENT.replace("Descriptif de", "Descnptif de").replace("Partenaires à", "Partenalres &")
    hurt = hurt.replace("Indicateurs de réussite", "lndicateurs de réusslte")
    assert _values(fiches(hurt)) == _values(fiches(DOCUMENT))


@given(st.sets(st.sampled_from([n for n, line in enumerate(LINES) if line.startswith(("Fiche", "|N°"))]), max_size=3))
@settings(max_examples=20, deadline=None)
def test_dropped_headings_cost_their_own_fiche_at_most(dropped: set[int]) -> None:
    kept = "\n".join(line for n, line in enumerate(LINES) if n not in dropped)
    whole, hurt = fiches(DOCUMENT), fiches(kept)
    lost = _values(whole) - _values(hurt)
    assert len(lost) <= 12 * len(dropped)
    assert len(hurt) >= len(whole) - len(dropped)


@given(st.sets(st.integers(0, len(LINES) - 1), max_size=8))
@settings(max_examples=40, deadline=None)
def test_dropped_lines_cost_in_proportion(dropped: set[int]) -> None:
    kept = "\n".join(line for n, line in enumerate(LINES) if n not in dropped)
    lost = _values(fiches(DOCUMENT)) - _values(fiches(kept))
    assert len(lost) <= 12 * len(dropped)


@given(st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_shuffled_lines_never_crash_and_every_source_is_in_the_document(chance: random.Random) -> None:
    lines = list(LINES)
    chance.shuffle(lines)
    document = sheet("\n".join(lines))
    for one in find_fiches(document):
        assert 1 <= one.source.ligne_debut <= one.source.ligne_fin <= len(lines)
        for source in one.sources:
            assert 1 <= source.source.ligne_debut <= source.source.ligne_fin <= len(lines)


@given(st.lists(st.text(alphabet="abcdeàé |-•:?.()123\tN°XFicheaction\"'⏎", max_size=60), max_size=60))
@settings(max_examples=120, deadline=None)
def test_any_text_is_read_without_a_crash(lines: list[str]) -> None:
    document = sheet("\n".join(lines) or "a")
    assert as_contract(document, Extraction(document="x", fiches=find_fiches(document)))["fiches"] is not None


@pytest.mark.parametrize(
    "line", ["(" * 5000, "a " * 20000, "Objectifs • " * 3000, "- " * 9000, "Pilote : " * 4000, "*" * 9000, "1." * 9000]
)
def test_monstrous_lines_take_no_time(line: str) -> None:
    started = time.process_time()
    fiches(f"Fiche action 1 : Titre\nPilote : Caf\n{line}\n|{line}|{line}|\nPublic visé : tous\n")
    assert time.process_time() - started < 5


def test_a_hundred_pages_are_read_in_seconds() -> None:
    text = DOCUMENT * 14
    started = time.process_time()
    found = fiches(text)
    assert len(found) == 14 * 8
    assert time.process_time() - started < 8
