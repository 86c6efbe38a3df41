"""One module per verb of the command line: its arguments and what it does."""
