"""Tests of the checker outside the model."""
