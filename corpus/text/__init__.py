"""Small tools on French text that every room shares."""
