"""What a person corrected in extracted fiches: kept beside the catalogue, applied at every extraction."""

from corpus.corrections.applying import apply, as_read, lost
from corpus.corrections.finding import find_fiche
from corpus.corrections.model import Correction, FicheRef
from corpus.corrections.store import CorrectionStore
from corpus.corrections.values import content_of

__all__ = ["Correction", "CorrectionStore", "FicheRef", "apply", "as_read", "content_of", "find_fiche", "lost"]
