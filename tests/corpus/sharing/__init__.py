"""Tests of the index a team shares."""
