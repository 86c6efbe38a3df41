"""Answers out of the card of a convention: its period, its signature, who signs it, its axes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answers.quoting import cite_lines
from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assistant.answers.builder import AnswerBuilder
    from corpus.indexing import Corpus
    from corpus.models import Carte, Citation
    from corpus.search.question import Question

_WHEN_SIGNED = (
    r"\b(?:quand|quelle date|date|depuis quand|quel (?:jour|mois)|quelle annee)\b.*\bsign(?:e|ee|es|ees|ature|er)\b",
    r"\bdate de (?:la )?signature\b",
)
_HOW_LONG = (
    r"\b(?:duree|periode)\b.*\b(?:convention|ctg)s?\b",
    r"\bjusqu'?a? ?quand\b.*\b(?:convention|ctg)\b",
    r"\b(?:convention|ctg)\b.*\b(?:jusqu'?a? ?quand|combien de temps|cb de temps|dure\w*|se termine|s'arrete|finit)\b",
    r"\b(?:quand|dates?)\b.*\b(?:s'arrete|finit|fin|echeance|termine)\w*\b.*\b(?:convention|ctg)\b",
    r"\bcombien de temps dure\w*\b.*\b(?:convention|ctg)\b",
    r"\b(?:quand|jusqu'a quand)\b.*\b(?:convention|ctg)\b.*\b(?:fin|termine|finit|expire|acheve|court|valable|dure)\w*",
    r"\bquand\b.*\b(?:convention|ctg)\b.*\b(?:se termine|prend\w*-?\w* fin|cesse)",
    r"\bquand\b.*\b(?:se termine|prend fin|s'acheve|expire)\w*\b.*\b(?:convention|ctg)\b",
)
_WHO_SIGNS = (
    r"\b(?:quels?|quelles?|qui|liste\w*|combien de|donne\w*)\b(?: \w+){0,3} signataires\b",
    r"^(?:les )?signataires\b",
    r"\bqui (?:a|ont) signe\b|\bqui signe\b",
)
_WHICH_AXES = (
    r"\b(?:combien|cb|liste\w*)\b.*\baxes\b",
    r"\bquels\b(?: (?:sont|les|des|grands|principaux|trois|quatre|cinq|six)){0,3} axes\b",
    r"^(?:les )?axes\b|\blesquels\b.*\baxes\b",
)
_ASKED = tuple(
    (name, re.compile("|".join(patterns)))
    for name, patterns in (
        ("date_signature", _WHEN_SIGNED),
        ("periode", _HOW_LONG),
        ("signataires", _WHO_SIGNS),
        ("axes", _WHICH_AXES),
    )
)
_CONVENTION = re.compile(r"\b(?:conventions?|ctg)\b")
_TIME = re.compile(
    r"\b(?:quand|dates?|jusqu\w*|(?:combien|cb) (?:de temps|d'ans|d'annees)|duree|periode|quelles? annees?)\b"
)
_ENDING = re.compile(
    r"\b(?:jusqu\w*|fin|finit|finissent|termine\w*|acheve\w*|expire\w*|cour(?:t|ent)|valable\w*|dure\w*|echeance"
    r"|cesse\w*|arrete\w*|couvre\w*|periode)\b"
)
_NOT_ITS_PERIOD = re.compile(
    r"\b(?:preavis|resili\w+|denonc\w+|met\w* fin|avant terme|rompre|sortir|prevenir|avance|avenants?|revis\w+"
    r"|comites?|copil|cotech|bilans?|evalu\w+|fiches?|actions?|donnees|conserv\w+|gard\w+|reconduc\w+|renouvel\w+"
    r"|recours|litiges?|creee?|siege|delai|amiable|avant|arreter|secret|confiden\w+|desengag\w+|quitter)\b"
)
_NOT_ITS_AXES = re.compile(r"\baxes? (?:du|de la|d'un|d'une) (?!ctg\b|convention\b|cc)|\bpedt\b|\bprojet\b")


def asked_of_card(question: Question) -> str | None:
    """What of a card a question asks for, or ``None``."""
    folded = fold(question.text)
    for name, pattern in _ASKED:
        if name == "periode" and (_NOT_ITS_PERIOD.search(folded) or not (pattern.search(folded) or _when(folded))):
            continue
        if name != "periode" and not pattern.search(folded):
            continue
        if not (name == "axes" and _NOT_ITS_AXES.search(folded)):
            return name
    return None


def _when(folded: str) -> bool:
    """Whether a question is when conventions end, whatever the order of its words."""
    return all(pattern.search(folded) for pattern in (_CONVENTION, _TIME, _ENDING))


def _cite(document: str, carte: Carte, names: Sequence[str], corpus: Corpus) -> list[Citation]:
    spans = [carte.sources[name] for name in names if name in carte.sources]
    return [cite_lines(document, span.ligne_debut, span.ligne_fin, corpus) for span in spans]


def _period(carte: Carte) -> list[str]:
    ends = [end for end in (carte.periode_debut, carte.periode_fin) if end]
    return [f"du {ends[0]} au {ends[1]}" if len(ends) == 2 else f"jusqu'au {ends[0]}"] if ends else []


_VALUES: dict[str, tuple[str, tuple[str, ...], Callable[[Carte], list[str]]]] = {
    "date_signature": (
        "signée le",
        ("date_signature",),
        lambda carte: [carte.date_signature] if carte.date_signature else [],
    ),
    "periode": ("période :", ("periode_fin", "periode_debut"), _period),
    "signataires": ("signataires :", ("signataires",), lambda carte: ["; ".join(carte.signataires[:12])]),
    "axes": ("", ("axes",), lambda carte: list(carte.axes)),
}


def say_card(
    builder: AnswerBuilder, asked: str, documents: Sequence[str], corpus: Corpus, *, counting: bool = False
) -> bool:
    """Say what the cards of these documents hold of it, and how many when asked; whether one holds something."""
    label, names, values_of = _VALUES[asked]
    for document in documents:
        carte = corpus.catalogue.carte(document)
        citations = _cite(document, carte, names, corpus)
        values = [value for value in values_of(carte) if value]
        if not citations or not values:
            continue
        name = carte.territoire or carte.titre or document
        if asked == "axes" and counting:
            builder.add(f"{name} : {len(values)} axes", citations[:1])
        if asked == "axes":
            for value in values:
                builder.add(f"{name} : {value}" if len(documents) > 1 else value, citations[:1])
        else:
            builder.add(f"{name}, {label} {values[0]}", citations[:1], bullet=len(documents) > 1)
        for contradiction in carte.contradictions if asked == "periode" else ():
            builder.add(f"À noter : {contradiction}", citations[:1])
    return not builder.empty
