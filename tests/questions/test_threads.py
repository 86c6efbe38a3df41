"""What is known of the corpus itself, follow-ups, and the shape of refusals, on the sample conventions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answers import ask
from assistant.engines import load_engine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.model import Answer
    from corpus.indexing import Corpus


def answer(question: str, corpus: Corpus, history: Sequence[str] = ()) -> Answer:
    return ask(question, corpus, load_engine("integre"), history=history)


@pytest.mark.parametrize("question", ["Combien de conventions dans le corpus ?", "Quels territoires sont couverts ?"])
def test_the_documents_are_counted_and_named(question: str, samples: Corpus) -> None:
    said = answer(question, samples).reponse
    assert said.startswith("- 3 documents dans le corpus")
    assert all(name in said for name in ("Val-de-Brume", "Orvelle", "Mirande"))


def test_only_the_conventions_that_end_in_a_year_are_named(samples: Corpus) -> None:
    said = answer("Quelles conventions se terminent en 2027 ?", samples).reponse
    assert "1 sur 3" in said
    assert "Orvelle" in said
    assert "Brume" not in said


def test_which_territories_speak_of_something_is_not_a_question_about_the_corpus(samples: Corpus) -> None:
    said = answer("Quels territoires parlent de micro-crèche ?", samples).reponse
    assert "dans le corpus" not in said
    assert "Val-de-Brume" in said
    assert "rien trouvé pour" in said


def test_fiches_on_a_theme_are_listed_and_counted(samples: Corpus) -> None:
    assert answer("Combien de fiches au Pays d'Orvelle ?", samples).reponse.startswith("- 5 fiches")
    listed = answer("Quelles fiches parlent de parentalité ?", samples).reponse
    assert "café des parents" in listed
    assert "Lutter contre l'habitat" not in listed


def test_a_follow_up_of_a_follow_up_keeps_the_thread(samples: Corpus) -> None:
    first = "Indicateurs de la fiche 2.1 du Val-de-Brume ?"
    partners = answer("et les partenaires ?", samples, [first])
    assert "PMI" in partners.reponse
    assert "Nombre d'enfants" not in partners.reponse
    other = answer("et pour la fiche 4.1 ?", samples, [first, "et les partenaires ?"])
    assert "CARSAT" in other.reponse


def test_a_follow_up_changes_the_territory(samples: Corpus) -> None:
    said = answer("et à Mirande ?", samples, ["Quel est le préavis pour résilier la CTG du Val-de-Brume ?"]).reponse
    assert "trois mois" in said
    assert "six mois" not in said


def test_a_field_left_empty_is_said_to_be_so_with_its_fiche(samples: Corpus) -> None:
    refused = answer("Quels moyens sont prévus dans la fiche 1.1 du Pays d'Orvelle ?", samples)
    assert (refused.refus, refused.motif) == (True, "information_absente")
    assert "laisse ce champ vide" in refused.reponse
    assert [c.document for c in refused.citations] == ["convention-pays-d-orvelle-2023-2027.pdf"]


def test_a_doubt_of_the_source_is_said(samples: Corpus) -> None:
    said = answer("Qui coporte le repérage des logements indécents à Mirande ?", samples).reponse
    assert "ARS ?" in said
    assert "« ? » dans la source" in said


def test_a_cell_left_empty_is_not_filled(samples: Corpus) -> None:
    said = answer("covoiturage des jeunes à Mirande : chef de file ?", samples).reponse
    assert "chef de file : non renseigné" in said


def test_an_axis_of_the_plan_is_counted(samples: Corpus) -> None:
    said = answer("Combien d'actions dans l'axe 3 du plan des Coteaux de Mirande ?", samples).reponse
    assert said.startswith("10 actions du plan")


def test_a_follow_up_about_a_town_the_corpus_does_not_hold_is_refused(samples: Corpus) -> None:
    first = "Que prévoit le Val-de-Brume pour les jeunes ?"
    refused = answer("et Lyon ?", samples, [first])
    assert refused.motif == "territoire_absent"
    assert "Lyon" in refused.reponse


def test_a_follow_up_keeps_what_is_counted_or_who_is_asked_for(samples: Corpus) -> None:
    counted = answer("et aux Coteaux de Mirande ?", samples, ["Combien de fiches au Pays d'Orvelle ?"])
    assert "fiches" in counted.reponse.splitlines()[0]
    assert "Mirande" in counted.reponse
    assert "Tabarin" in answer("et au Pays d'Orvelle ?", samples, ["Qui préside le Val-de-Brume ?"]).reponse


def test_a_field_said_in_other_words_replaces_the_field_before(samples: Corpus) -> None:
    thread = ["Indicateurs de la fiche 1.1 du Pays d'Orvelle ?", "et pour la 4.1 ?"]
    said = answer("et le contexte ?", samples, thread).reponse
    assert "douze communes" in said
    assert "agréés" not in said


def test_who_signs_for_each_caf_is_told_by_name_and_not_by_body(samples: Corpus) -> None:
    said = answer("Qui signe côté Caf dans chaque convention ?", samples)
    assert all(name in said.reponse for name in ("Ferrandon", "Roumieux", "Delorieux"))
    assert len({citation.document for citation in said.citations}) == 3
