"""What the catalogue remembers of what it read."""

from __future__ import annotations

import pytest

from corpus.catalogue.memory import Memory


def test_a_value_is_made_once_for_each_generation() -> None:
    memory: Memory[str] = Memory(2)
    made: list[str] = []

    def make(value: str) -> str:
        made.append(value)
        return value

    assert [memory.get(1, "a", lambda: make("un")) for _ in range(3)] == ["un"] * 3
    assert memory.get(2, "a", lambda: make("deux")) == "deux"
    assert made == ["un", "deux"]


def test_the_least_recently_used_goes_first() -> None:
    memory: Memory[int] = Memory(2)
    for key in "ab":
        memory.get(1, key, lambda: 0)
    memory.get(1, "a", lambda: 9)
    memory.get(1, "c", lambda: 0)
    assert memory.get(1, "a", lambda: 9) == 0
    assert memory.get(1, "b", lambda: 9) == 9


def test_an_error_is_not_remembered() -> None:
    memory: Memory[int] = Memory(2)
    with pytest.raises(ZeroDivisionError):
        memory.get(1, "a", lambda: 1 // 0)
    assert memory.get(1, "a", lambda: 3) == 3
