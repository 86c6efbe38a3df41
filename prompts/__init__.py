"""What a language model is told: one French file per task, and its loader."""
