"""Fiches, plans and cards."""
