"""What can be neighbour to an action: the fiches and the plan rows of the corpus, with their words."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.drafting.proposals.concepts import agreement, weigh_themes
from corpus.text.french import stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from assistant.drafting.knowledge import Knowledge
    from corpus.models import ExtractedFiche, PlanRow, SearchHit, Span

_WEIGHTS = {
    "titre": 3.0,
    "axe": 0.6,
    "objectifs_strategiques": 1.2,
    "objectifs_operationnels": 1.5,
    "description": 0.8,
    "besoins": 0.8,
    "public_cible": 0.7,
    "effets_attendus": 0.5,
    "indicateurs": 0.5,
}
_THEME_WEIGHTS = {
    "titre": 3.0,
    "objectifs_strategiques": 1.5,
    "objectifs_operationnels": 1.0,
    "public_cible": 1.0,
    "axe": 0.7,
    "description": 0.3,
    "besoins": 0.3,
}
"""What each field tells of the themes of a fiche."""
OFF_THEME = 0.4
"""Share of its closeness a unit keeps when its themes are none of the action's."""
RANK_FALL = 0.15
"""How fast the worth of a search result falls with its rank."""


@dataclass(frozen=True)
class Unit:
    """A fiche or a plan row of a document, with the weights of its stems."""

    document: str
    span: Span
    fiche: ExtractedFiche | None = None
    row: PlanRow | None = None
    weights: Mapping[str, float] = field(default_factory=dict)
    themes: Mapping[str, float] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """How a reason names it."""
        if self.fiche is None:
            return "plan d'actions"
        numero = self.fiche.fiche.numero
        return f"fiche {numero}" if numero else f"fiche « {(self.fiche.fiche.titre or '')[:40]} »"


def units_of(knowledge: Knowledge) -> list[Unit]:
    """Every fiche and plan row of the corpus."""
    units: list[Unit] = []
    for extraction in knowledge.extractions:
        units += [of_fiche(extraction.document, found) for found in extraction.fiches]
        units += [_of_row(extraction.document, row) for row in extraction.plan]
    return units


def of_fiche(document: str, found: ExtractedFiche) -> Unit:
    """A fiche with its words and its themes."""
    weights, told = _weigh(_parts(found, _WEIGHTS)), weigh_themes(_parts(found, _THEME_WEIGHTS, shared=True))
    return Unit(document, found.source, fiche=found, weights=weights, themes=told)


def _of_row(document: str, row: PlanRow) -> Unit:
    weights = _weigh([(row.action, 3.0), (row.orientation, 1.0), (row.axe, 0.3)])
    told = weigh_themes([(row.action, 3.0), (row.orientation, 1.5), (row.axe, 0.5)])
    return Unit(document, row.source, row=row, weights=weights, themes=told)


def _parts(found: ExtractedFiche, worth: Mapping[str, float], *, shared: bool = False) -> list[tuple[str, float]]:
    """The texts of a fiche, each with the weight of its field, or with its share of it."""
    parts: list[tuple[str, float]] = []
    for champ, weight in worth.items():
        value = getattr(found.fiche, champ)
        texts = value if isinstance(value, list) else [value or ""]
        parts += [(text, weight / (len(texts) if shared else 1)) for text in texts]
    return parts


def _weigh(parts: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Each stem at the weight of its best place: a long fiche is not favoured for repeating itself."""
    best: dict[str, float] = {}
    for text, weight in parts:
        for stem in stems(text):
            best[stem] = max(best.get(stem, 0.0), weight)
    return best


class Rarity:
    """How rare each stem is among units: what is said everywhere tells nothing of closeness."""

    def __init__(self, units: list[Unit]) -> None:
        self._count: Counter[str] = Counter(stem for unit in units for stem in unit.weights)
        self._total = max(1, len(units))

    def __call__(self, stem: str) -> float:
        """The weight of a stem: the rarer, the heavier."""
        return math.log(1 + self._total / (1 + self._count[stem]))


def nearest(
    units: list[Unit],
    query: Mapping[str, float],
    hits: list[SearchHit],
    rarity: Rarity,
    asked: Mapping[str, float],
) -> list[tuple[Unit, float]]:
    """The units closest to an action, best first: by shared words, what the search finds in them, and themes."""
    shared = {id(unit): _overlap(unit.weights, query, rarity) for unit in units}
    most = max(shared.values(), default=0.0) or 1.0
    found = {id(unit): _found(unit, hits) for unit in units}
    best = max(found.values(), default=0.0) or 1.0
    scored = [
        (unit, (0.5 * shared[id(unit)] / most + 0.5 * found[id(unit)] / best) * _fit(asked, unit)) for unit in units
    ]
    return sorted((pair for pair in scored if pair[1] > 0), key=lambda pair: -pair[1])


def _fit(asked: Mapping[str, float], unit: Unit) -> float:
    """What the themes of a unit leave of its closeness; all of it when the action tells none."""
    return OFF_THEME + (1 - OFF_THEME) * agreement(asked, unit.themes) if asked else 1.0


def _overlap(weights: Mapping[str, float], query: Mapping[str, float], rarity: Rarity) -> float:
    return sum(min(weights[stem], 3.0) * weight * rarity(stem) for stem, weight in query.items() if stem in weights)


def _found(unit: Unit, hits: list[SearchHit]) -> float:
    """What the passages found inside a unit are worth, the first counting most."""
    worth = sorted(
        (
            1 / (1 + RANK_FALL * (hit.rang - 1))
            for hit in hits
            if hit.passage.document == unit.document
            and hit.passage.ligne_debut <= unit.span.ligne_fin
            and hit.passage.ligne_fin >= unit.span.ligne_debut
            and hit.passage.ligne_fin - hit.passage.ligne_debut <= 60
        ),
        reverse=True,
    )
    return sum(w * 0.4**n for n, w in enumerate(worth[:4]))
