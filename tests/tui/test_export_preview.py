"""The preview of an export shows what Enter would write: the final fiche when nothing blocks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from assistant.drafts.model import Draft
from assistant.validation.model import Validation
from tui.screens.export import preview

if TYPE_CHECKING:
    from tui.ports import Backend


class Checked:
    """A backend that finds a draft valid or not, and tells how it was asked to export."""

    def __init__(self, *, valid: bool) -> None:
        self.valid = valid

    def validate(self, draft: Draft) -> Validation:
        return Validation(valide=self.valid)

    def export(self, draft: Draft, kind: str, *, unfinished: bool) -> bytes:
        return f"{kind} {'brouillon' if unfinished else 'final'}".encode()


@pytest.mark.parametrize(("valid", "shown"), [(True, "json final"), (False, "json brouillon")])
def test_a_finished_fiche_is_previewed_as_such(valid: bool, shown: str) -> None:
    backend = cast("Backend", Checked(valid=valid))
    assert preview(backend, Draft(id="essai"), "json") == shown
