"""PDF with a text layer: ruled tables, forms drawn by alignment, prose in reading order."""
