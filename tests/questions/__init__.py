"""The questions asked of the sample conventions, with where their answers stand."""
