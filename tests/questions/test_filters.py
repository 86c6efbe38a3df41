"""Answers read in the catalogue honour the filters of the coordinator as those read in passages do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answers import ask
from assistant.engines import load_engine
from corpus.models import Filters

if TYPE_CHECKING:
    from assistant.answers.model import Answer
    from corpus.indexing import Corpus


def answer(question: str, samples: Corpus, **filters: object) -> Answer:
    settled = samples.searcher().settle(Filters.model_validate(filters))
    return ask(question, samples, load_engine("integre"), filters=settled)


def documents(samples: Corpus, word: str) -> str:
    return next(e.name for e in samples.catalogue.documents() if word in (e.carte.territoire or ""))


@pytest.mark.parametrize("filters", [{"territoires": ("Orvelle",)}, {"periode": (2023, 2023)}])
def test_the_documents_counted_are_those_kept(samples: Corpus, filters: dict[str, object]) -> None:
    whole = answer("Combien de conventions dans le corpus ?", samples)
    kept = answer("Combien de conventions dans le corpus ?", samples, **filters)
    assert whole.reponse.startswith("- 3 documents dans le corpus")
    assert "avec ces filtres" in kept.reponse
    assert "Orvelle" in kept.reponse
    assert "Brume" not in kept.reponse


def test_fiches_are_counted_within_the_filters(samples: Corpus) -> None:
    question = "Combien de fiches dans le corpus ?"
    whole = answer(question, samples).reponse
    kept = answer(question, samples, territoires=("Orvelle",))
    assert kept.reponse.startswith("- 5 fiches")
    assert not whole.startswith("- 5 fiches")
    assert {c.document for c in kept.citations} == {documents(samples, "Orvelle")}


def test_a_theme_keeps_the_fiches_that_treat_it(samples: Corpus) -> None:
    question = "Quelles fiches au Pays d'Orvelle ?"
    whole, kept = answer(question, samples), answer(question, samples, themes=("logement",))
    assert len(kept.citations) < len(whole.citations)
    assert "habitat" in kept.reponse


def test_a_card_is_not_read_in_a_convention_left_out(samples: Corpus) -> None:
    dates = answer("Quelle est la durée de chaque convention ?", samples, territoires=("Orvelle",))
    assert {c.document for c in dates.citations} == {documents(samples, "Orvelle")}
    refused = answer("Jusqu'à quand court la CTG du Val-de-Brume ?", samples, territoires=("Orvelle",))
    assert refused.refus
    assert "filtres" in refused.reponse
    assert "Val-de-Brume" in refused.reponse


def test_people_are_looked_for_within_the_filters(samples: Corpus) -> None:
    question = "Qui préside la communauté de communes du Val-de-Brume ?"
    assert "Maraval" in answer(question, samples).reponse
    assert "Maraval" not in answer(question, samples, territoires=("Mirande",)).reponse


def test_actions_of_a_plan_are_counted_within_the_filters(samples: Corpus) -> None:
    question = "Combien d'actions dans le plan ?"
    assert "actions du plan" in answer(question, samples, territoires=("Mirande",)).reponse
    kept = answer(question, samples, territoires=("Orvelle",))
    assert documents(samples, "Mirande") not in {c.document for c in kept.citations}
    themed = answer("Combien d'actions dans le plan des Coteaux de Mirande ?", samples, themes=("logement",))
    whole = answer("Combien d'actions dans le plan des Coteaux de Mirande ?", samples)
    assert themed.reponse != whole.reponse


def test_fiches_only_leaves_cards_and_plans_aside(samples: Corpus) -> None:
    kept = answer("Quels sont les axes de la CTG du Val-de-Brume ?", samples, fiches_seulement=True)
    fiches = samples.catalogue.extraction(documents(samples, "Brume")).fiches
    assert all(any(f.source.ligne_debut <= c.ligne_debut <= f.source.ligne_fin for f in fiches) for c in kept.citations)
