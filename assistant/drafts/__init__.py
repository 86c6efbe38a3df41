"""The drafts and conversations kept on disk."""
