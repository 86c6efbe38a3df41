"""One writer for each format: a page in, bytes out."""
