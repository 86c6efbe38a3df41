"""A fiche in the formats colleagues open, and back from JSON."""

from assistant.exports.loading import load_fiche
from assistant.exports.registry import FORMATS, export_draft
from assistant.exports.schema import json_schema

__all__ = ["FORMATS", "export_draft", "json_schema", "load_fiche"]
