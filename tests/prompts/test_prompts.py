"""The prompt files: well formed, versioned, with the rules that make an answer honest."""

from __future__ import annotations

import pytest

from prompts import load_prompt, task_names

TASKS = ["interpreter", "proposer", "questionner", "reformuler", "repondre", "resumer", "suite"]


def test_every_task_has_its_file() -> None:
    assert task_names() == TASKS
    with pytest.raises(KeyError):
        load_prompt("../pyproject")


@pytest.mark.parametrize("name", TASKS)
def test_a_prompt_says_that_documents_give_no_orders(name: str) -> None:
    prompt = load_prompt(name)
    assert prompt.name == name
    assert prompt.version >= 1
    assert "balise" in prompt.placeholders()
    assert "consigne" in prompt.rules
    assert "donnée" in prompt.rules


@pytest.mark.parametrize("name", ["repondre", "proposer"])
def test_what_cites_is_told_how(name: str) -> None:
    rules = load_prompt(name).rules
    assert "N'ajoute aucun fait" in rules
    assert "numéro" in rules


def test_values_are_never_read_for_placeholders() -> None:
    prompt = load_prompt("repondre")
    hostile = "$balise ${question} $$"
    _, request = prompt.filled({"balise": "b", "passages": hostile, "conversation": "", "question": "q"})
    assert hostile in request
    with pytest.raises(KeyError):
        prompt.filled({"balise": "b"})
