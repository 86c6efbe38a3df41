"""The findings on a fiche, from one registry of rules."""

from assistant.validation.checking import validate, validate_draft
from assistant.validation.completeness import completeness
from assistant.validation.context import ValidationContext, context_from
from assistant.validation.model import Constat, Validation
from assistant.validation.registry import RULES

__all__ = [
    "RULES",
    "Constat",
    "Validation",
    "ValidationContext",
    "completeness",
    "context_from",
    "validate",
    "validate_draft",
]
