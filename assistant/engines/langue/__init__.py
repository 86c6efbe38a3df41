"""Language models behind the same protocol, the same evidence and the same checks as the embedded engine."""
