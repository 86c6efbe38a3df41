"""A fiche in the formats colleagues open."""
