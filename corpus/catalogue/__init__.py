"""What is known of the documents, kept in one SQLite file."""
