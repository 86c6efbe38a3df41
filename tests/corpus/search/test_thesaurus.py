"""The thesaurus: the form of its table, what everyday words look for, what is no misspelling."""

from __future__ import annotations

from collections import Counter

import pytest

from corpus.search.expansion import Phrases
from corpus.search.thesaurus import NEAR, SAME, base, heard, read_lines, table_text, thesaurus
from corpus.search.understanding import tokens_of
from corpus.text.french import STOP_WORDS, stems

LINES = list(read_lines(table_text()))
PHRASES = Phrases({})
_MOST = 16
"""Values that a line may look for: each one is weighed in every passage."""


def looked_for(text: str) -> dict[tuple[str, ...], float]:
    """What stands for the words of a question, with its worth."""
    said = [token for token in tokens_of(text) if token.folded not in STOP_WORDS]
    return {other.stems: other.weight for near in PHRASES.near(said).values() for other in near}


def sought(text: str) -> set[tuple[str, ...]]:
    return set(looked_for(text))


def test_the_table_covers_the_sector() -> None:
    assert len(LINES) >= 500
    assert len({value for line in LINES for value in line.said}) >= 1900


def test_every_value_can_be_said_and_looked_for() -> None:
    assert [value for line in LINES for value in line.said if not heard(value)] == []
    assert [value for line in LINES for value in line.sought if not stems(value)] == []


def test_no_line_nor_value_of_a_line_comes_twice() -> None:
    assert [line for line, times in Counter(LINES).items() if times > 1] == []
    assert [line.said for line in LINES if len(set(line.said)) < len(line.said)] == []
    assert [line.sought for line in LINES if len(set(line.sought)) < len(line.sought)] == []


def test_a_line_looks_for_few_things_and_for_something_else_than_itself() -> None:
    assert [line.said[0] for line in LINES if len(line.sought) > _MOST] == []
    stems_of = [(line.said, {tuple(stems(v)) for v in (*line.said, *line.sought)}) for line in LINES]
    idle = [said for said, told in stems_of if len(told) == 1]
    assert idle == []


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Que disent-ils de la foi ?", "convictions"),
        ("le boulot des jeunes", "emploi"),
        ("Qu'est-ce qui coince ?", "freins"),
        ("Qu'est-ce qui marche ?", "points forts"),
        ("On a interrogé les gens ?", "questionnaire"),
        ("les gosses", "enfants"),
        ("les assos du coin", "associations"),
        ("il faut un ordi", "numérique"),
        ("un toubib", "médecin"),
        ("prendre le bus", "véhicule"),
        ("les galères", "difficultés"),
        ("remplir des papiers", "démarches administratives"),
        ("on se réunit", "comité"),
        ("qui est le chef ?", "pilote"),
        ("trouver du fric", "financement"),
        ("les vieux", "personnes âgées"),
        ("les tout-petits", "petite enfance"),
        ("une nounou", "assistante maternelle"),
        ("la cantine", "restauration scolaire"),
        ("combien ça coûte", "budget"),
        ("qui va payer", "cofinancement"),
        ("sans diplôme", "qualification"),
        ("embaucher", "recrutement"),
        ("la maison de retraite", "ehpad"),
    ],
)
def test_everyday_words_look_for_what_conventions_write(said: str, written: str) -> None:
    assert tuple(stems(written)) in sought(said)


def test_the_same_thing_said_otherwise_is_worth_more_than_a_near_word() -> None:
    assert looked_for("les gosses")[tuple(stems("enfants"))] == SAME
    assert looked_for("crèche")[tuple(stems("halte-garderie"))] == NEAR


def test_the_words_of_an_expression_are_not_looked_up_alone() -> None:
    assert sought("vieux") > set()
    assert tuple(stems("seniors")) in sought("des retraités")
    assert tuple(stems("alimentation")) not in sought("restos du cœur") | sought("café associatif")
    assert tuple(stems("chef de file")) not in sought("chef d'entreprise")
    assert tuple(stems("chef de file")) in sought("le chef")


@pytest.mark.parametrize(("said", "written"), [("bossent", "travail"), ("galèrent", "freins"), ("coincent", "freins")])
def test_agreements_that_the_stemmer_leaves_are_taken_off(said: str, written: str) -> None:
    assert tuple(stems(written)) in sought(said)


def test_a_base_is_the_same_for_the_forms_of_a_word() -> None:
    assert base("consultees") == base("consulte")
    assert base("bossent") == base("bosse")
    assert base("gosses") == base("gosse")


def test_a_word_of_an_expression_is_no_misspelling() -> None:
    (aere,) = tokens_of("aéré")
    assert PHRASES.near([aere])
    (typo,) = tokens_of("aérré")
    assert not PHRASES.near([typo])


def test_an_arrow_goes_one_way() -> None:
    assert tuple(stems("taudis")) not in sought("habitat indigne")
    assert {entry.weight for entries in thesaurus().values() for entry in entries} == {NEAR, SAME}
