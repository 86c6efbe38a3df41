"""A fiche of the corpus as a model: what holds anywhere is proposed, what is its own is taken out and asked for."""

from __future__ import annotations

import re

import pytest

from assistant.drafting.from_fiche import draft_from_fiche
from corpus.extraction import extract
from corpus.indexing import Corpus
from corpus.models import Line, ReadDocument
from tests.assistant.drafting.corpora import corpus_of

_MIRANDE = """Convention territoriale globale des Coteaux de Mirande
La commune de Brindas et la commune de Valserine ont signé.
Fiche action 1.1 : Soutenir la parentalité par des groupes de parole
Contexte (Les constats et les raisons justifiant cette action)
- Solitude de nombreux parents de jeunes enfants à Valserine
- Créerun lieu pour les parents
Objectif(s) de l'action
Offrir aux parents de Brindas un lieu pour échanger
Descriptif des actions et dates de mise en œuvre
1) En 2023, former les accueillants
Les indicateurs :
- Nombre de participants
- 45 parents présents en 2024
Pilotes et acteurs associés
Centre social Les Tilleuls, RPE, association Brindille
Public visé
Parents de Valserine
"""


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    lines = tuple(Line(number=n, text=t) for n, t in enumerate(_MIRANDE.splitlines(), 1))
    document = ReadDocument(name="mirande.txt", format="txt", lines=lines)
    return corpus_of([document], [extract(document)])


def test_nothing_of_its_territory_is_left(corpus: Corpus) -> None:
    draft = draft_from_fiche("mirande.txt", "1.1", corpus).draft
    assert draft is not None
    said = " ; ".join(str(v.valeur) for v in draft.valeurs)
    assert not re.search(r"Valserine|Brindas|Tilleuls|Brindille|Mirande|20\d\d|45", said)
    assert {v.champ for v in draft.valeurs} >= {"titre", "besoins", "objectifs_operationnels", "indicateurs"}
    assert not {v.champ for v in draft.valeurs} & {
        "lieu",
        "porteurs",
        "personnes_en_charge",
        "echeances.debut",
        "numero",
    }


def test_every_value_waits_with_its_citation(corpus: Corpus) -> None:
    draft = draft_from_fiche("mirande.txt", "1.1", corpus).draft
    assert draft is not None
    assert all(v.etat == "propose" and v.citation and v.citation.document == "mirande.txt" for v in draft.valeurs)


def test_what_was_taken_out_is_told(corpus: Corpus) -> None:
    draft = draft_from_fiche("mirande.txt", "1.1", corpus).draft
    assert draft is not None
    need = next(v for v in draft.valeurs if v.champ == "besoins")
    assert "Valserine" in need.raison
    assert "[à préciser]" in str(need.valeur)


def test_a_damaged_line_is_left_out_and_a_short_indicator_kept(corpus: Corpus) -> None:
    draft = draft_from_fiche("mirande.txt", "1.1", corpus).draft
    assert draft is not None
    said = [str(v.valeur) for v in draft.valeurs]
    assert not [text for text in said if "Créerun" in text]
    assert "Nombre de participants" in said


def test_what_is_its_own_is_asked_for(corpus: Corpus) -> None:
    drafting = draft_from_fiche("mirande.txt", "1.1", corpus)
    assert drafting.draft is not None
    assert "porte l'action" in drafting.draft.questions[0]
    assert not [question for question in drafting.draft.questions if question.startswith("Quelle action")]
