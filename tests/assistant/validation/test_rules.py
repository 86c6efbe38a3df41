"""Every rule leaves alone what is right and points out what is not, with its level, its field and a next step."""

from __future__ import annotations

import pytest

from assistant.validation import RULES, validate
from tests.assistant.fiches import fiche
from tests.assistant.validation.cases import CONVENTION, FAILING, PASSING, Change


def test_every_rule_has_a_passing_and_a_failing_case() -> None:
    assert set(PASSING) == set(FAILING) == set(RULES)
    assert all(PASSING.values())
    assert all(FAILING.values())


def test_every_rule_is_documented() -> None:
    for name, rule in RULES.items():
        assert rule.nom == name
        assert rule.source
        assert rule.aide


@pytest.mark.parametrize(("name", "changes"), [(name, one) for name, many in PASSING.items() for one in many])
def test_a_rule_leaves_alone_what_is_right(name: str, changes: Change) -> None:
    assert list(RULES[name](fiche(**changes), CONVENTION)) == []


@pytest.mark.parametrize(
    ("name", "changes", "niveau", "champ"), [(name, *one) for name, many in FAILING.items() for one in many]
)
def test_a_rule_points_out_what_is_not(name: str, changes: Change, niveau: str, champ: str | None) -> None:
    found = list(RULES[name](fiche(**changes), CONVENTION))
    assert (name, niveau, champ) in {(c.regle, c.niveau, c.champ) for c in found}
    assert all(c.message.endswith((".", "»")) and c.piste.endswith((".", "…")) for c in found)
    assert found[0] in validate(fiche(**changes), CONVENTION).constats
