"""An index shared by a team: a Chroma server holds it, every machine keeps a mirror of it."""

from corpus.sharing.address import FOLDER, Address, checked_address
from corpus.sharing.corpus import SharedCorpus, open_shared

__all__ = ["FOLDER", "Address", "SharedCorpus", "checked_address", "open_shared"]
