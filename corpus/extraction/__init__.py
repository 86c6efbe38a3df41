"""Fiches, plan rows and the card of a convention, out of numbered lines."""
