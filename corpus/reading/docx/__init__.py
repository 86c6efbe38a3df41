"""Word documents: the body in order, with its lists, tables, text boxes and content controls."""
