"""Questions that ask several things, or one clause of every convention, on two invented conventions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answers import ask
from assistant.answers.choosing import best_first
from assistant.answers.evidence import read_source
from assistant.answers.expected import Expected
from assistant.answers.scoring import subject_of
from assistant.engines import load_engine
from corpus.indexing import Corpus

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST = """CONVENTION TERRITORIALE GLOBALE 2024-2028

Territoire du Haut-Bréval

Entre :

- la Caisse d'Allocations Familiales de la Vienne, ci-après dénommée « la Caf » ;
- la communauté de communes du Haut-Bréval, représentée par son président.

Article 1 : Objet de la convention

La convention réunit les signataires autour d'un projet social de territoire.

Article 2 : Pilotage

Le comité de pilotage se réunit une fois par an. Il arrête les priorités de la convention.

Le comité technique se réunit quatre fois par an et prépare les dossiers du comité de pilotage.

Article 3 : Communication

Pour organiser une manifestation publique, les partenaires s'adressent :

- au secrétariat de la Caf au 05 49 00 11 22 pour convenir de la date de la manifestation ;
- au service de presse de la Caf au 05 49 00 33 44 pour l'usage du logo.

Article 4 : Durée de la convention

La présente convention est conclue du 1er janvier 2024 au 31 décembre 2028.

Elle peut être résiliée par l'une des parties, sous réserve d'un préavis de deux mois, par lettre recommandée.

La résiliation met fin aussitôt aux engagements des parties.
"""
_SECOND = """CONVENTION TERRITORIALE GLOBALE 2023-2026

Territoire du Val-Tournois

Entre :

- la Caisse d'Allocations Familiales de la Creuse, ci-après dénommée « la Caf » ;
- la communauté de communes du Val-Tournois, représentée par son président.

Article 1 : Objet de la convention

La convention soutient les familles du Val-Tournois et leurs enfants.

Article 2 : Fin de la convention

Chaque partie peut sortir de cette convention en prévenant les autres : le préavis est de cinq mois.
"""
_THIRD = """CONVENTION TERRITORIALE GLOBALE 2023-2026

Territoire des Trois-Sauges

Entre :

- la Caisse d'Allocations Familiales de la Nièvre, ci-après dénommée « la Caf » ;
- la communauté de communes des Trois-Sauges, représentée par son président.

Article 1 : Objet de la convention

La convention développe les services aux familles des Trois-Sauges.
"""


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """Three conventions: two say how they end, one does not."""
    folder = tmp_path_factory.mktemp("inventees")
    for name, text in (("haut-breval", _FIRST), ("val-tournois", _SECOND), ("trois-sauges", _THIRD)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with Corpus(tmp_path_factory.mktemp("donnees")) as corpus:
        corpus.index([folder])
        yield corpus


def _said(question: str, corpus: Corpus) -> str:
    answer = ask(question, corpus, load_engine("integre"))
    assert not answer.refus
    return answer.reponse


def test_a_second_ask_is_answered_beside_the_period(invented: Corpus) -> None:
    said = _said("Jusqu'à quand court la convention du Haut-Bréval et quel préavis pour la résilier ?", invented)
    assert "31 décembre 2028" in said
    assert "deux mois" in said


def test_each_of_two_bodies_gets_its_sentence(invented: Corpus) -> None:
    said = _said("Tous les combien se réunissent le copil et le cotech du Haut-Bréval ?", invented)
    assert "une fois par an" in said
    assert "quatre fois par an" in said


def test_two_asks_of_a_clause_get_a_sentence_each(invented: Corpus) -> None:
    said = _said(
        "Sous quel délai peut-on résilier la convention du Haut-Bréval, et avec quel effet sur les engagements ?",
        invented,
    )
    assert "deux mois" in said
    assert "met fin aussitôt" in said


def test_numbers_to_call_are_all_said(invented: Corpus) -> None:
    said = _said("Manifestation du Haut-Bréval : quels numéros appeler pour la date et pour le logo ?", invented)
    assert "05 49 00 11 22" in said
    assert "05 49 00 33 44" in said


def test_a_clause_of_each_convention_and_who_has_none(invented: Corpus) -> None:
    said = _said("Quel préavis pour résilier chacune des conventions ?", invented)
    assert "deux mois" in said
    assert "cinq mois" in said
    assert "rien trouvé pour" in said
    assert "Sauges" in said.partition("rien trouvé pour")[2]


def test_ends_of_all_conventions_come_from_their_cards(invented: Corpus) -> None:
    assert "31 décembre 2028" in _said("Dates de fin des différentes conventions ?", invented)


def test_the_names_of_a_plan_are_counted(samples: Corpus) -> None:
    said = _said("Antenne France Services des Coteaux de Mirande : combien de coporteurs, et lesquels ?", samples)
    assert "2 noms en coporteur" in said
    assert "MSA" in said


def test_a_passage_that_says_the_rarest_word_is_preferred(invented: Corpus) -> None:
    searcher = invented.searcher()
    asked = searcher.understand("Dans quel comité les partenaires parlent-ils des dossiers et des priorités du logo ?")
    hits = {hit.passage.section: hit for hit in searcher.search("comité de pilotage, logo de la Caf", 10)}
    subject, expected = subject_of(asked), Expected()
    names = [name for name in hits if "Objet" in name][:1] + [name for name in hits if "Communication" in name][:1]
    first, second = (
        read_source(hits[name].model_copy(update={"score": score}), asked.text, subject, expected, invented)
        for name, score in zip(names, (1.0, 0.45), strict=True)
    )
    assert best_first([first, second], asked, expected)[0] is second
