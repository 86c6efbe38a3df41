"""What an indicator measures: means, what is done, what it changes, or the wider impact."""

from __future__ import annotations

import re
from typing import Literal

from corpus.text.folding import fold

Nature = Literal["moyens", "realisation", "resultat", "impact"]

_NATURES: tuple[tuple[Nature, re.Pattern[str]], ...] = (
    (
        "impact",
        re.compile(r"\bimpact|a long terme|durable|attractivite du territoire|reduction des inegalites|qualite de vie"),
    ),
    (
        "resultat",
        re.compile(
            r"\btaux\b|\bpart (?:de|des|du)\b|pourcentage|%|\bevolution|\baugmentation|\bhausse|\bbaisse|\bdiminution"
            r"|\breduction|\bprogression|satisfaction|\bsatisfait|\bretour|\bdelai"
            r"|\bressenti|\bamelior|non[- ]recours"
            r"|\bsorties? (?:positives?|vers)|\bmaintien|\bchangement|frequentation|\bautonomie|\bqualite\b"
        ),
    ),
    (
        "moyens",
        re.compile(
            r"\bbudget|\betp\b|\bheures?\b|\bmontant|\bcout|\bfinancement|\bdepense"
            r"|\bmoyens\b|temps (?:de travail|agent)"
            r"|postes? (?:cree|finance|pourvu)|\bmateriel\b|\bsubvention"
        ),
    ),
    (
        "realisation",
        re.compile(
            r"\bnombre|\bnb\b|\bnbre\b|\bvolume|\bquantite|\brealis|\bcreation"
            r"|\bcree|\bmise en place|\bmis en place|\bouverture"
            r"|\bparticipa"
            r"|\bpresence|\bliste|\bexistence|\bfrequence|\btypologie|\btypes? (?:de|d'|des)|\bcompte[- ]rendu"
            r"|\bbilan|\bsignature|\bdiffusion|\bproduction|\bperiodicite|\breunion"
            r"|\bcartographie|\bcartes?\b|\bguide\b|\beffectif|\bont[- ]elles?|\bont[- ]ils?"
        ),
    ),
)
_SOURCE = re.compile(
    r"\bsource|\bselon\b|d'apres|\bcaf\b|\binsee\b|\benquete"
    r"|\bquestionnaire|\bbilan|\brapport d'activite|\btableau de bord"
    r"|\bfeuilles? (?:de presence|d'emargement)|\bstatisti|\bobservatoire|\bsonda"
)
_BASELINE = re.compile(
    r"\bdepart\b|par rapport a|\bevolution|\bbase\b|\bactuel|\baujourd'hui"
    r"|\breference|\ben (?:19|20)\d\d\b|\bde \d+ a \d+"
    r"|\binitial|\banterieur|\bt0\b"
)
_COUNT = re.compile(r"^(?:l[ea]s? |l')?(?:nombre|nb|nbre|taux|pourcentage|part|volume|frequence) (?:de |d'|des |du )")

NAMES: dict[Nature, str] = {
    "moyens": "de moyens",
    "realisation": "de réalisation",
    "resultat": "de résultat",
    "impact": "d'impact",
}


def nature(indicator: str) -> Nature | None:
    """What an indicator measures, or ``None`` when its words do not say how it is measured."""
    text = fold(indicator)
    return next((name for name, pattern in _NATURES if pattern.search(text)), None)


def has_source(indicator: str) -> bool:
    """Whether an indicator says where its figure comes from."""
    return bool(_SOURCE.search(fold(indicator)))


def has_baseline(indicator: str) -> bool:
    """Whether an indicator says what it is compared with."""
    return bool(_BASELINE.search(fold(indicator)))


def is_a_count(text: str) -> bool:
    """Whether a text begins as an indicator does (« Nombre de… », « Taux de… »)."""
    return bool(_COUNT.match(fold(text)))
