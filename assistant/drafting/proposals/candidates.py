"""What neighbours have to offer for each field, before it is ranked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.drafting.proposals.citing import supports
from assistant.drafting.proposals.mending import mended
from assistant.drafting.proposals.neutral import LEAST_WORDS, Neutral, is_damaged, neutral
from assistant.drafting.reading.bodies import is_infinitive
from assistant.drafting.reading.text import capital
from corpus.fiche import Personne
from corpus.text.folding import fold, words
from corpus.text.french import stems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.drafting.knowledge import Knowledge
    from assistant.drafting.proposals.units import Unit
    from corpus.models import SearchHit, Span

LISTS = (
    "besoins",
    "objectifs_strategiques",
    "objectifs_operationnels",
    "description",
    "effets_attendus",
    "indicateurs",
    "moyens",
    "points_de_vigilance",
)
_PLACEHOLDER = re.compile(
    r"^\W*(?:x{2,}|a (?:completer|definir|preciser)|en cours|neant|voir |nc|\?+)\W*$|\bxxx|voir diapo"
)
_POINTS_ELSEWHERE = re.compile(
    r"\b(?:cet axe|cette fiche|ci-dessus|ci-dessous|ci-apres|presente convention"
    r"|ces (?:memes )?bassins)\b"
)
_HEADER = re.compile(
    r"^(?:le diagnostic a mis en evidence|pour rappel|pour ce faire|les? indicateurs?"
    r"|objectifs?|axe \d|fiche action|action \d)\W*$"
)
_NEED = re.compile(
    r"\b(?:manque|besoin\w*|difficulte\w*|absence|isolement|insuffisan\w+|fragil\w+|precar\w+"
    r"|peu de|constat\w*|meconnaissance|saturation|attente\w*)\b"
)
_BULLET = re.compile(r"^[\W\d_]+")
_LEAST = {"axe": 1, "groupe_projet": 1, "indicateurs": 2}
"""How few words can fill a field, where a need or a step asks for more."""
LONGEST_ITEM = 280
HEADING_REACH = 60
"""Lines above a row in which its axis is looked for."""


@dataclass(frozen=True)
class Candidate:
    """A possible proposal: its neutral words, where they come from, and how close its source is."""

    champ: str
    words: Neutral
    source: str
    unit: Unit | None
    document: str
    span: Span
    closeness: float
    stems: frozenset[str]
    person: Personne | None = None

    @property
    def where(self) -> str:
        """How a reason names where it comes from."""
        return self.unit.name if self.unit else "diagnostic"


def from_units(close: list[tuple[Unit, float]], knowledge: Knowledge) -> Iterator[Candidate]:
    """The items of the nearest fiches and plan rows, neutral, in the fields they can serve."""
    for unit, closeness in close:
        items = _fiche_items(unit) if unit.fiche else _row_items(unit, knowledge)
        for champ, text, span in items:
            made = make(champ, text, unit.document, span, knowledge, unit=unit, closeness=closeness)
            if made:
                yield made


def _fiche_items(unit: Unit) -> Iterator[tuple[str, str, Span]]:
    assert unit.fiche is not None  # noqa: S101 (narrowing for the type checker)
    fiche = unit.fiche.fiche
    for found in unit.fiche.sources:
        if found.incertain and found.champ not in LISTS:
            continue
        value = getattr(fiche, found.champ, None) if "." not in found.champ else None
        item = value[found.rang] if isinstance(value, list) and found.rang < len(value) else value
        if isinstance(item, Personne):
            item = item.fonction if not item.nom else None
        if not isinstance(item, str):
            continue
        if found.champ in (*LISTS, "axe", "groupe_projet", "public_cible", "personnes_en_charge"):
            yield found.champ, item, found.source


def _row_items(unit: Unit, knowledge: Knowledge) -> Iterator[tuple[str, str, Span]]:
    assert unit.row is not None  # noqa: S101 (narrowing for the type checker)
    row = unit.row
    action = re.sub(r"^\W*\d+\s*[/.)]\s*", "", row.action)
    yield ("objectifs_operationnels" if is_infinitive(action) else "description"), row.action, row.source
    for champ, heading in (("axe", row.axe), ("objectifs_strategiques", row.orientation)):
        span = _heading_above(heading, unit, knowledge)
        if span:
            yield champ, heading, span


def _heading_above(heading: str, unit: Unit, knowledge: Knowledge) -> Span | None:
    """The line, at a row or above it, that writes the axis or orientation the row stands under."""
    document = knowledge.documents.get(unit.document)
    wanted = {word for word in words(heading) if len(word) > 2}
    if document is None or not wanted:
        return None
    for number in range(unit.span.ligne_fin, max(0, unit.span.ligne_debut - HEADING_REACH), -1):
        if wanted <= set(words(document.text(number, number))):
            return document.span(number, number)
    return None


def from_clauses(hits: list[SearchHit], units: list[Unit], knowledge: Knowledge) -> Iterator[Candidate]:
    """Sentences of need in the passages found outside fiches and plans: what a diagnostic says."""
    for hit in hits:
        passage = hit.passage
        if any(
            u.document == passage.document
            and u.span.ligne_debut <= passage.ligne_fin
            and passage.ligne_debut <= u.span.ligne_fin
            for u in units
        ):
            continue
        document = knowledge.documents.get(passage.document)
        if document is None:
            continue
        for number in range(passage.ligne_debut, passage.ligne_fin + 1):
            text = document.text(number, number)
            if (
                30 <= len(text) <= LONGEST_ITEM
                and "\t" not in text
                and _NEED.search(fold(text)[:60])
                and _opens(text, knowledge)
            ):
                closeness = 0.45 / (1 + 0.2 * (hit.rang - 1))
                made = make(
                    "besoins", text, passage.document, document.span(number, number), knowledge, closeness=closeness
                )
                if made:
                    yield made


def _opens(text: str, knowledge: Knowledge) -> bool:
    """Whether a line begins as a sentence or an item does, not in the middle of one."""
    bare = re.sub(r"^\W+", "", text)
    first = next(iter(words(bare)), "")
    return bare[:1].isupper() and knowledge.of_one(first) is None


def make(
    champ: str,
    text: str,
    document: str,
    span: Span,
    knowledge: Knowledge,
    *,
    unit: Unit | None = None,
    closeness: float = 0.0,
) -> Candidate | None:
    """A candidate from the words of a source, or ``None`` when they are no use elsewhere."""
    if _unusable(text) or (champ == "besoins" and is_infinitive(_BULLET.sub("", text))):
        return None
    words_of = neutral(text, document, knowledge, _LEAST.get(champ, LEAST_WORDS))
    read = knowledge.documents.get(document)
    if words_of is None or read is None or not supports(read, span, words_of.text):
        return None
    if champ == "axe":
        words_of = Neutral(re.sub(r"^axe\s*\d*\s*:?\s*", "", words_of.text, flags=re.IGNORECASE), words_of.removed)
    person = Personne(fonction=words_of.text) if champ == "personnes_en_charge" else None
    return Candidate(champ, words_of, text, unit, document, span, closeness, frozenset(stems(words_of.text)), person)


def _unusable(text: str) -> bool:
    folded = fold(text)
    return bool(
        len(text) > LONGEST_ITEM
        or text.rstrip().endswith((":", "→"))
        or _PLACEHOLDER.search(folded)
        or _HEADER.match(folded)
        or _POINTS_ELSEWHERE.search(folded)
        or (folded.endswith("?") and not is_infinitive(text))
    )


def is_sound(candidate: Candidate) -> bool:
    """Whether a candidate reads well: no trace of a bad scan, not a lone label."""
    return not is_damaged(candidate.source) and (
        len(candidate.words.text) > 10 or candidate.champ in ("partenaires", "groupe_projet", "axe")
    )


def shown(candidate: Candidate, knowledge: Knowledge) -> str:
    """The text of a candidate as it is proposed.

    A first word that one document alone knows, with a capital even inside a sentence, could be read as a name:
    it is given without its capital.
    """
    text = mended(candidate.words.text)
    first = next(iter(words(text)), "")
    if len(first) > 3 and first in knowledge.capitalised and knowledge.of_one(first):
        return text[:1].lower() + text[1:]
    return capital(text)
