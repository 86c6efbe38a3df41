"""Tests of embedding and of the vectors kept."""
