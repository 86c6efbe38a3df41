"""The checker outside the model: every mark, quote, figure and name of a text must stand in what it cites."""

from assistant.checks.checker import Claim, Finding, Report, Source, check
from assistant.checks.text import repaired

__all__ = ["Claim", "Finding", "Report", "Source", "check", "repaired"]
