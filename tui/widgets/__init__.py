"""The panes and the small widgets the screens are made of."""
