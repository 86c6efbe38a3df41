"""What to make of the corpus: answers, drafts, checks, exports and the command line."""
