"""Tests of the tools on French text."""
