"""A batch answers every line, in order, and a bad line does not stop the others."""

from __future__ import annotations

import io
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from assistant.cli.batch import run_batch
from assistant.cli.output import Output
from corpus.errors import RefusedError


def batch(lines: list[str]) -> tuple[int, list[dict[str, Any]]]:
    data = io.StringIO()

    def answer(text: str) -> dict[str, Any]:
        if text == "refus":
            raise RefusedError("Rien à dire.", "Demandez autre chose.")
        return {"reponse": text.upper()}

    status = run_batch("question", answer, Output(data, io.StringIO()), lines)
    return status, [json.loads(line) for line in data.getvalue().splitlines()]


def test_lines_are_answered_in_order() -> None:
    status, rows = batch(['{"id": "b", "question": "un"}', "", '{"id": 2, "question": "deux"}'])
    assert status == 0
    assert rows == [{"id": "b", "reponse": "UN"}, {"id": 2, "reponse": "DEUX"}]


def test_a_bad_line_is_named_and_the_rest_goes_on() -> None:
    status, rows = batch(["{", '{"id": 1}', '{"id": 2, "question": "refus"}', '{"id": 3, "question": "oui"}'])
    assert status == 2
    assert [row.get("id") for row in rows] == [None, None, 2, 3]
    assert "Ligne 1" in rows[0]["erreur"]
    assert "question" in rows[1]["erreur"]
    assert rows[2]["erreur"] == "Rien à dire."
    assert rows[3]["reponse"] == "OUI"


@given(st.lists(st.text()))
def test_any_input_is_answered_line_for_line(lines: list[str]) -> None:
    _, rows = batch(lines)
    assert len(rows) == sum(bool(line.strip()) for line in lines)
