"""The same core line by line: no screen, no animation, no box drawing; roles and states are words."""
