"""Files in, numbered lines out: one reader per format, run in a bounded child process."""
