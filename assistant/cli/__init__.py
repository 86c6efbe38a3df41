"""The ``fiches`` command."""
