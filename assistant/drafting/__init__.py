"""Drafting: from plain French to a sourced draft, and from a message to a changed draft."""

from assistant.drafting.amendments import amend
from assistant.drafting.drafting import draft_from, propose
from assistant.drafting.from_fiche import draft_from_fiche
from assistant.drafting.model import Amendment, Drafting

__all__ = ["Amendment", "Drafting", "amend", "draft_from", "draft_from_fiche", "propose"]
