"""The one registry of rules, by their stable names."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from assistant.validation.rules import budget, completeness, dates, evaluation, identity, people, text, typography

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.validation.rule import Rule

_ROOMS = (completeness, identity, dates, people, budget, evaluation, text, typography)

RULES: Mapping[str, Rule] = MappingProxyType({one.nom: one for room in _ROOMS for one in room.RULES})
"""Every rule by name, in the order in which they are run."""
