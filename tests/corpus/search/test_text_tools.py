"""The small tools of understanding: sigles, thesaurus, spelling, intents, fusion."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.search import intent
from corpus.search.clauses import asked_in
from corpus.search.fusion import reciprocal_ranks
from corpus.search.spelling import Speller, as_meant, distance, unglued, untexted
from corpus.search.thesaurus import thesaurus
from corpus.search.understanding import tokens_of
from corpus.text.acronyms import acronym, acronyms, full_forms
from corpus.text.french import STOP_WORDS, stems


def test_sigles_go_both_ways() -> None:
    found = acronym("Rpe")
    assert found is not None
    assert found.forms[0] == "relais petite enfance"
    assert "RAM" in found.near
    assert full_forms()["relais", "petite", "enfance"] == ("RPE",)


def test_the_table_of_sigles_is_large_and_every_line_has_a_full_form() -> None:
    assert len(acronyms()) >= 80
    assert [a.sigle for a in acronyms().values() if not a.forms] == []


def test_thesaurus_links_what_is_said_to_what_is_written() -> None:
    also = {other for entry in thesaurus()[tuple(stems("insalubre"))] for other in entry.also}
    assert tuple(stems("habitat indigne")) in also


def test_thesaurus_tells_words_of_one_stem_apart() -> None:
    entries = thesaurus()[tuple(stems("vieillissement"))]
    assert stems("vieillir") == stems("vieillissement")
    assert any(entry.is_said(["vieillissement"]) for entry in entries)
    assert not any(entry.is_said(["vieillir"]) for entry in entries if "vieillissement" in entry.words)


WORD = st.text("abcde", min_size=1, max_size=6)


@given(WORD, WORD)
def test_distance_is_symmetric_and_bounded(one: str, other: str) -> None:
    found = distance(one, other, 9)
    assert found == distance(other, one, 9)
    assert (found == 0) == (one == other)
    assert found <= max(len(one), len(other))


SPELLER = Speller({"parentalite": 9, "parental": 4, "creche": 7, "crechz": 1, "jeunes": 5, "jeuness": 1})


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("parentalitee", "parentalite"),
        ("prentalite", "parentalite"),
        ("crehce", "creche"),
        ("xreche", None),
        ("abc", None),
        ("zzzzzzzz", None),
    ],
)
def test_spelling_is_corrected_to_words_the_corpus_uses(typed: str, understood: str | None) -> None:
    assert SPELLER.nearest(typed) == understood


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("indicateurs de la fiche action n°2-3", ("2.3",)),
        ("et la 4.1 ?", ("4.1",)),
        ("fiche 5", ("5",)),
        ("0,5 ETP et 12.5 % en 2024", ()),
    ],
)
def test_numbers_of_fiches(question: str, numbers: tuple[str, ...]) -> None:
    assert intent.fiche_numbers(question) == numbers


def test_articles_in_roman_and_arabic_digits_are_the_same() -> None:
    assert intent.article_numbers("ARTICLE XIV - Fin") == intent.article_numbers("l'article 14")
    assert intent.article_numbers("Annexe 4 › Article IX.") == ("annexe 4", "article 9")


def test_years_and_periods() -> None:
    assert intent.years("la CTG 2025-2029") == ((2025, 2029), (2025, 2029))
    assert intent.years("dès 2024") == ((2024,), None)


@pytest.mark.parametrize(
    ("question", "champs"),
    [
        ("Qui est chef de file et coporteur ?", ("porteurs", "partenaires")),
        ("Quels critères d'évaluation ?", ("indicateurs",)),
        ("l'action est pour qui ?", ("public_cible",)),
        ("le tribunal compétent", ()),
    ],
)
def test_fields_asked_for(question: str, champs: tuple[str, ...]) -> None:
    assert intent.fields(question, stems(question)) == champs


@pytest.mark.parametrize(
    ("question", "heading"),
    [
        ("Jusqu'à quand court la CTG ?", "article 9 : duree de la convention"),
        ("tribunal compétent en cas de litige", "article xv. les recours"),
        ("peut-on sortir de la convention ?", "article 12 : la fin de la convention"),
        ("qui garde nos données personnelles ?", "article 8 - echanges de donnees"),
    ],
)
def test_clauses_of_the_national_model_are_recognised(question: str, heading: str) -> None:
    assert any(clause.headed.search(heading) for clause in asked_in(question))


RANKING = st.lists(st.integers(0, 20), unique=True, max_size=12)


@given(RANKING, RANKING)
def test_fusion_keeps_everything_and_prefers_what_both_rank_first(one: list[int], other: list[int]) -> None:
    scores = reciprocal_ranks([(one, 1.0), (other, 1.0)])
    assert scores.keys() == {*one, *other}
    for ranking in (one, other):
        alone = [item for item in ranking if not (item in one and item in other)]
        assert alone == sorted(alone, key=lambda item: -scores[item])
    if one and other and one[0] == other[0]:
        assert max(scores, key=lambda item: scores[item]) == one[0]


def test_an_apostrophe_or_a_texted_letter_is_put_right_only_towards_known_words() -> None:
    known = {"ouverture", "numerique", "quels"}
    assert unglued("douverture", known) == "ouverture"
    assert unglued("dinosaure", known) is None
    assert untexted("kels", known) == "quels"
    assert untexted("basket", known) is None
    assert as_meant("horaire douverture, kels ?", {"douverture": "ouverture", "kels": "quels"}) == (
        "horaire d'ouverture, quels ?"
    )


@pytest.mark.parametrize(
    ("question", "champs"),
    [
        ("Qui est porteur de la fiche 2.1 ?", ("porteurs",)),
        ("accueil des enfants porteurs de handicap", ()),
        ("les enfants porteurs d'un handicap, qui pilote", ("porteurs",)),
        ("Qui est associé au pilotage ?", ("porteurs", "partenaires")),
    ],
)
def test_those_who_carry_a_handicap_carry_no_action(question: str, champs: tuple[str, ...]) -> None:
    stems = [token.stem for token in tokens_of(question) if token.folded not in STOP_WORDS]
    assert intent.fields(question, stems) == champs


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("Que risque la ctg si on la modifie sans avenant ?", "fin de la convention, résiliation"),
        ("une commune ne respecte pas ses engagements, que se passe-t-il", "fin de la convention, résiliation"),
        ("arrêter la convention à l'amiable", "fin de la convention, résiliation"),
        ("l'intitulé d'une clause dit le contraire de son texte", "exécution formelle, avenant"),
    ],
)
def test_clauses_are_asked_for_in_plain_words(question: str, clause: str) -> None:
    assert clause in [one.name for one in asked_in(question)]
