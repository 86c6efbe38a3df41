"""What the operations on a draft promise: her words outrank, nothing is lost, undo is exact."""

from __future__ import annotations

import copy
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.drafts import operations as op
from assistant.drafts.model import Draft, Valeur
from corpus.errors import UsageError
from corpus.fiche import LigneBudget, Personne
from tests.assistant.drafts.samples import CITATION, draft_of, hers, proposal

if TYPE_CHECKING:
    from collections.abc import Callable


def texts(draft: Draft, champ: str) -> list[object]:
    return [v.valeur for v in draft.of(champ)]


def test_accepting_in_a_field_of_one_text_sets_the_others_aside() -> None:
    draft = draft_of(proposal("titre", "Ouvrir", ident="a"), proposal("titre", "Créer", ident="b"))
    after = op.accept(draft, "b")
    assert texts(after, "titre") == ["Créer"]
    assert [v.etat for v in after.valeurs] == ["refuse", "accepte"]
    assert after.titre == "Créer"


def test_accepting_in_a_list_leaves_the_other_proposals() -> None:
    draft = draft_of(proposal("moyens", "Un local", ident="a"), proposal("moyens", "Un agent", ident="b"))
    assert [v.etat for v in op.accept(draft, "a").valeurs] == ["accepte", "propose"]


def test_accept_all_never_replaces_what_the_coordinator_settled() -> None:
    draft = draft_of(hers("lieu", "Orvelle"), proposal("lieu", "Mirande"), proposal("moyens", "Un local"))
    after = op.accept_all(draft)
    assert after.fiche(proposals=False).lieu == "Orvelle"
    assert after.fiche(proposals=False).moyens == ["Un local"]
    assert op.accept_all(after) is after


def test_accept_all_takes_the_first_of_several_proposals_for_one_text() -> None:
    draft = draft_of(proposal("echeances.debut", "2024"), proposal("echeances.debut", "2025"))
    after = op.accept_all(draft, "echeances")
    assert after.fiche().echeances.debut == "2024"
    assert [v.etat for v in after.valeurs] == ["accepte", "refuse"]


def test_an_edited_corpus_value_becomes_hers_and_keeps_its_citation() -> None:
    after = op.edit(draft_of(proposal("moyens", "Un local", ident="a")), "a", "Un local de 40 m²")
    value = after.valeurs[0]
    assert (value.origine, value.etat, value.citation) == ("utilisateur", "modifie", CITATION)
    assert after.historique[-1].avant[0].valeur == "Un local"


def test_editing_without_changing_a_word_accepts_and_keeps_the_origin() -> None:
    after = op.edit(draft_of(proposal("moyens", "Un local", ident="a")), "a", " Un local ")
    assert (after.valeurs[0].origine, after.valeurs[0].etat) == ("corpus", "accepte")


def test_adding_her_text_to_a_field_of_one_text_replaces_what_was_proposed() -> None:
    after = op.add(draft_of(proposal("lieu", "Mirande")), "lieu", "Orvelle")
    assert texts(after, "lieu") == ["Orvelle"]
    assert after.valeurs[0].etat == "refuse"


def test_adding_words_already_proposed_takes_them_with_their_citation() -> None:
    after = op.add(draft_of(proposal("partenaires", "Le RPE")), "partenaires", "le rpe.")
    assert len(after.valeurs) == 1
    assert (after.valeurs[0].origine, after.valeurs[0].citation) == ("utilisateur", CITATION)
    assert op.add(after, "partenaires", "Le RPE") is after


def test_set_text_writes_then_empties_one_text() -> None:
    draft = op.set_text(draft_of(), "public_cible", "Familles")
    again = op.set_text(draft, "public_cible", "Familles et enfants")
    assert texts(again, "public_cible") == ["Familles et enfants"]
    assert op.set_text(again, "public_cible", " ").fiche().public_cible is None


def test_move_gives_the_rank_shown_and_leaves_other_fields_in_place() -> None:
    draft = draft_of(
        hers("moyens", "un", ident="1"),
        hers("lieu", "Orvelle"),
        proposal("moyens", "écarté", etat="refuse"),
        hers("moyens", "deux", ident="2"),
        hers("moyens", "trois", ident="3"),
    )
    after = op.move(draft, "3", 1)
    assert texts(after, "moyens") == ["trois", "un", "deux"]
    assert after.valeurs[1].champ == "lieu"
    assert op.move(draft, "2", 2) is draft
    assert texts(op.move(draft, "1", 99), "moyens") == ["deux", "trois", "un"]


def test_remove_leaves_only_the_history() -> None:
    after = op.remove(draft_of(hers("moyens", "un", ident="1")), "1")
    assert after.valeurs == []
    assert after.historique[0].avant[0].valeur == "un"


def test_offer_does_not_propose_again_what_was_refused() -> None:
    draft = op.refuse(draft_of(proposal("moyens", "Un local", ident="a")), "a")
    after = op.offer(draft, [proposal("moyens", "un local."), proposal("moyens", "Un agent")])
    assert texts(after, "moyens") == ["Un agent"]


def test_people_are_read_from_a_line() -> None:
    after = op.add(draft_of(), "personnes_en_charge", "Anna Lebrun, coordinatrice, Communauté (a.lebrun@orvelle.fr)")
    assert after.fiche().personnes_en_charge == [
        Personne(nom="Anna Lebrun", fonction="coordinatrice", structure="Communauté", mail="a.lebrun@orvelle.fr")
    ]


def test_budget_lines_enter_the_fiche() -> None:
    line = LigneBudget(poste="Achats", montant=Decimal("12.50"))
    budget = op.add(draft_of(), "budget.charges", line).fiche().budget
    assert budget is not None
    assert budget.charges == [line]


@pytest.mark.parametrize(
    "action",
    [
        lambda d: op.accept(d, "inconnu"),
        lambda d: op.add(d, "budget", "1 200 €"),
        lambda d: op.add(d, "budget.charges", "1 200 €"),
        lambda d: op.add(d, "couleur", "bleu"),
        lambda d: op.add(d, "titre", Personne(nom="Anna")),
        lambda d: op.edit(d, "a", "  "),
        lambda d: op.set_text(d, "moyens", "x"),
        op.undo,
    ],
)
def test_what_cannot_be_done_is_said_in_french_with_a_next_step(action: Callable[[Draft], Draft]) -> None:
    with pytest.raises(UsageError) as caught:
        action(draft_of(hers("titre", "Ouvrir", ident="a")))
    assert caught.value.next_step


def test_one_turn_is_undone_at_once() -> None:
    before = op.add(draft_of(), "moyens", "un")
    after = op.as_one(before, op.add(op.add(before, "moyens", "deux"), "lieu", "Orvelle"), "un message")
    assert len(after.historique) == 2
    assert op.undo(after).valeurs == before.valeurs


def test_undo_of_one_field_leaves_the_others() -> None:
    draft = op.add(op.add(op.add(draft_of(), "moyens", "un"), "lieu", "Orvelle"), "partenaires", "Le RPE")
    after = op.undo_field(draft, "lieu")
    assert after.fiche().lieu is None
    assert (after.fiche().moyens, after.fiche().partenaires) == (["un"], ["Le RPE"])


def test_a_copy_has_the_values_and_no_conversation() -> None:
    copied = op.duplicate(op.add(draft_of(), "lieu", "Orvelle"), "copie-1")
    assert (copied.id, copied.historique, texts(copied, "lieu")) == ("copie-1", [], ["Orvelle"])


def test_the_history_is_bounded() -> None:
    draft = draft_of()
    for rank in range(op.LONGEST_HISTORY + 5):
        draft = op.add(draft, "moyens", f"moyen {rank}")
    assert len(draft.historique) == op.LONGEST_HISTORY


FIELDS = st.sampled_from(["titre", "lieu", "moyens", "partenaires", "echeances.debut", "echeances.fin"])
WORDS = st.sampled_from(["Un local", "un local", "Orvelle", "2024", "Le RPE", "À définir"])
STATES = st.sampled_from(["propose", "accepte", "modifie", "refuse", "a_verifier"])
VALUES = st.lists(st.builds(proposal, FIELDS, WORDS, etat=STATES) | st.builds(hers, FIELDS, WORDS), max_size=8)


@st.composite
def steps(draw: st.DrawFn) -> Callable[[Draft], Draft]:
    name = draw(st.sampled_from(["accept", "refuse", "edit", "add", "remove", "move", "accept_all", "offer"]))
    rank, champ, words = draw(st.integers(0, 9)), draw(FIELDS), draw(WORDS)

    def apply(draft: Draft) -> Draft:
        if name == "add":
            return op.add(draft, champ, words)
        if name == "accept_all":
            return op.accept_all(draft, champ if rank % 2 else None)
        if name == "offer":
            return op.offer(draft, [proposal(champ, words)])
        if not draft.valeurs:
            return draft
        target = draft.valeurs[rank % len(draft.valeurs)].id
        extra: tuple[object, ...] = {"edit": (words,), "move": (rank,)}.get(name, ())
        result: Draft = getattr(op, name)(draft, target, *extra)
        return result

    return apply


@given(VALUES, st.lists(steps(), max_size=6))
def test_apply_then_undo_is_identity_and_nothing_is_mutated(
    values: list[Valeur], chain: list[Callable[[Draft], Draft]]
) -> None:
    draft = draft_of(*values)
    for step in chain:
        frozen = copy.deepcopy(draft)
        after = step(draft)
        assert draft == frozen
        if after is not draft:
            assert len(after.historique) == len(draft.historique) + 1
            assert op.undo(after).valeurs == draft.valeurs
            assert op.undo(after).historique == draft.historique
        Draft.model_validate_json(after.model_dump_json()).fiche()
        draft = after


@given(VALUES, FIELDS, WORDS)
def test_proposing_never_changes_a_settled_fiche(values: list[Valeur], champ: str, words: str) -> None:
    draft = draft_of(*values)
    assert op.offer(draft, [proposal(champ, words)]).fiche(proposals=False) == draft.fiche(proposals=False)
