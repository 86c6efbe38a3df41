"""The findings on a fiche, from one registry of rules."""
