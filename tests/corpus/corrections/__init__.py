"""Tests of the corrections a person makes."""
