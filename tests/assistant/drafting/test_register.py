"""The register of what is open: made from the draft, lifted by the coordinator only."""

from __future__ import annotations

import pytest

from assistant.drafting import amend, draft_from
from assistant.drafts.model import Draft
from assistant.drafts.operations import accept_all
from assistant.drafts.register import lift, open_register
from assistant.exports import export_draft
from corpus.errors import UsageError
from corpus.fiche import LigneBudget
from tests.assistant.drafting.corpora import corpus_of
from tests.assistant.drafting.drafts import laep_draft

_REQUEST = "Jardin partagé à Brume. Porteur : CCVB. Dépenses : plants 1 500 €, salaire 9 k€. Recettes : Caf 6 000 €."


def _draft() -> Draft:
    draft = draft_from(_REQUEST, corpus_of()).draft
    assert draft is not None
    return draft


def _amounts(draft: Draft) -> list[int]:
    return sorted(int(v.valeur.montant) for v in draft.valeurs if isinstance(v.valeur, LigneBudget))


def test_a_computed_amount_enters_the_budget_when_its_point_is_lifted() -> None:
    draft = _draft()
    assert _amounts(draft) == [1500, 6000]
    lifted = amend(draft, "lève le point 1", corpus_of())
    assert _amounts(lifted.draft) == [1500, 6000, 9000]
    assert lifted.reply.startswith("Point levé")
    assert not any("9 k€" in p.texte for p in open_register(lifted.draft))


def test_undo_opens_the_point_again() -> None:
    lifted = amend(_draft(), "lève le point 1", corpus_of()).draft
    undone = amend(lifted, "annule", corpus_of()).draft
    assert _amounts(undone) == [1500, 6000]
    assert any("9 k€" in p.texte for p in open_register(undone))


def test_an_inference_is_accepted_when_its_point_is_lifted() -> None:
    draft = laep_draft()
    number = next(n for n, p in enumerate(open_register(draft), 1) if p.champ == "echeances.fin")
    assert [v.etat for v in lift(draft, number).of("echeances.fin")] == ["accepte"]


def test_proposals_close_no_gap_and_accepting_them_does() -> None:
    draft = laep_draft()
    assert "indicateurs" in {p.champ for p in open_register(draft) if p.nature == "manque"}
    assert "indicateurs" not in {p.champ for p in open_register(accept_all(draft, "indicateurs"))}


def test_a_lifted_contradiction_stays_lifted_until_it_is_opened_again() -> None:
    draft = laep_draft().model_copy(update={"alertes": ["Deux porteurs sont donnés."]})
    number = next(n for n, p in enumerate(open_register(draft), 1) if p.nature == "contradiction")
    lifted = amend(draft, f"le point {number} est réglé", corpus_of()).draft
    assert not any(p.nature == "contradiction" for p in open_register(lifted))
    again = amend(lifted, "rouvre le point sur deux porteurs", corpus_of()).draft
    assert any(p.nature == "contradiction" for p in open_register(again))


def test_a_number_that_is_none_is_refused_in_words() -> None:
    with pytest.raises(UsageError, match="pas de point 99"):
        lift(laep_draft(), 99)
    assert "pas de point 99" in amend(laep_draft(), "lève le point 99", corpus_of()).reply


def test_the_register_stands_in_an_unfinished_export_and_survives_the_file() -> None:
    draft = _draft()
    assert "9 k€" in export_draft(draft, "md", unfinished=True).decode()
    assert Draft.model_validate_json(draft.model_dump_json()) == draft
