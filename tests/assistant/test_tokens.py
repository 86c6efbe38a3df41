"""Tokens are counted without a network, and passages enter a budget whole or not at all."""

from __future__ import annotations

import socket
import subprocess
import sys
from typing import Any, NoReturn

import pytest

from assistant import tokens


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> NoReturn:
        raise AssertionError("aucun accès au réseau n'est permis")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_a_count_grows_with_the_text_and_is_zero_for_nothing() -> None:
    assert tokens.count("") == 0
    assert 0 < tokens.count("Créer une ludothèque") < tokens.count("Créer une ludothèque itinérante")


def test_text_that_looks_like_a_special_token_is_only_text() -> None:
    assert tokens.count("<|endoftext|>") > 1


def test_only_whole_passages_are_kept_in_order() -> None:
    passages = ["un deux trois", "mot " * 500, "quatre cinq"]
    budget = tokens.count(passages[0]) + tokens.count(passages[2])
    assert tokens.fit(passages, budget) == [passages[0], passages[2]]
    assert tokens.fit(passages, budget - 1) == [passages[0]]
    assert tokens.fit(passages, 0) == []


def test_the_text_of_an_item_is_asked_of_the_caller() -> None:
    items = [("a", "mot " * 50), ("b", "mot")]
    assert tokens.fit(items, 5, text_of=lambda item: item[1]) == [items[1]]


def test_the_module_does_not_load_the_library() -> None:
    code = "import sys, assistant.tokens; sys.exit('tiktoken' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
