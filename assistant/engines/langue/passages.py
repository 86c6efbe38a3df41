"""Passages as a model sees them: numbered, between delimiters it cannot guess, within a budget, nobody named."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.checks.answers import context_of
from assistant.checks.checker import Source
from assistant.tokens import count
from corpus.models import Citation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assistant.engines.langue.masking import Mask
    from corpus.indexing import Corpus
    from corpus.models import SearchHit

_MARK_IN_TEXT = re.compile(r"\[(\d{1,4})\]")
TAG = re.compile(r"</?\s*passages-[^>]{0,40}>?", re.IGNORECASE)
"""The delimiter, or something written to look like it."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A passage a model may cite."""

    numero: int
    citation: Citation
    contexte: str

    @property
    def source(self) -> Source:
        """What the checks hold a sentence to."""
        return Source(self.numero, self.citation.extrait, self.contexte)


def delimiter() -> str:
    """The name of a tag that no document can hold."""
    return f"passages-{secrets.token_hex(6)}"


def number(citations: Iterable[Citation], hits: Sequence[SearchHit], corpus: Corpus, budget: int) -> list[Numbered]:
    """What was already cited, then what was found, numbered from 1, without repetition, within ``budget`` tokens."""
    found: list[Numbered] = []
    left = budget
    for citation, context in [*((c, "") for c in citations), *((_citation(h), h.passage.contexte) for h in hits)]:
        if any(_within(citation, known.citation) for known in found):
            continue
        known_of = f"{context_of(citation.document, corpus)} › {citation.section} › {context}".rstrip(" ›")
        size = count(f"{known_of}\n{citation.extrait}") + 8
        if size > left:
            continue
        left -= size
        found.append(Numbered(len(found) + 1, citation, known_of))
    return found


def _citation(hit: SearchHit) -> Citation:
    p = hit.passage
    return Citation(
        document=p.document,
        ligne_debut=p.ligne_debut,
        ligne_fin=p.ligne_fin,
        page=p.page,
        section=p.section,
        extrait=p.extrait,
    )


def _within(one: Citation, other: Citation) -> bool:
    return (
        one.document == other.document
        and other.ligne_debut <= one.ligne_debut
        and one.ligne_fin <= other.ligne_fin
        and one.extrait in other.extrait
    )


def shown(passages: Sequence[Numbered], mask: Mask) -> str:
    """The passages as text; what looks like a mark or a delimiter inside them is neutral."""
    return "\n\n".join(
        f"[{p.numero}] ({inert(mask.hide(p.contexte))})\n{inert(mask.hide(p.citation.extrait))}" for p in passages
    )


def inert(text: str) -> str:
    """Foreign text that can pass neither for a citation mark nor for the end of the passages."""
    return _MARK_IN_TEXT.sub(r"(\1)", TAG.sub(" ", text))
