"""What writes: the embedded engine, and language models under the same checks."""
