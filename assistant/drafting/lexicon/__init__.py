"""The words drafting knows: abbreviations, bodies, publics, short spellings, the posts of the budget."""
