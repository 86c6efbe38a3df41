"""The clauses that every convention has, under headings that vary little: how they are asked for, how they are headed.

They come from the national model of a convention territoriale globale.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.text.folding import fold
from corpus.text.french import stems

_CTG = r"(?:la |cette |les |chaque )?(?:ctg|convention|conventions|contrat)"

_NAMED = re.compile(r"\b(?:ctg|convention)\b")


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: what asks for it and what heads it, both read on folded text."""

    name: str
    asked: re.Pattern[str]
    headed: re.Pattern[str]
    words: tuple[str, ...]
    """Stems that find it."""

    def match(self, heading: str) -> float:
        """How well a folded heading is that of this clause: fully when it says it is that of the convention."""
        if not self.headed.search(heading):
            return 0.0
        return 1.0 if _NAMED.search(heading) else 0.7


def _clause(words: str, asked: str, headed: str) -> Clause:
    return Clause(words, re.compile(asked), re.compile(headed), tuple(stems(words)))


CLAUSES = (
    _clause(
        "durée de la convention",
        r"jusqu'?a? ?quand|dure\w* (?:de |d')?"
        + _CTG
        + r"|combien de temps dure|(?:dates?|quand) .*\b(?:fin|finit|termin\w+"
        r"|s'ach\w+|expir\w+|prend fin|debut\w*|commenc\w+)\b|tacite|reconduct|reconduit"
        r"|renouvel\w+ (?:auto|la ctg|la convention)|(?:convention|ctg)\b.*\brenouvel|(?:fin|echeance|periode) de "
        + _CTG,
        r"\bduree\b",
    ),
    _clause(
        "fin de la convention, résiliation",
        r"resili|denonc|preavis|prevenance|(?:sortir|se retirer|retirer) de "
        + _CTG
        + r"|quitter "
        + _CTG
        + r"|rompre|rupture|mettre fin|mise en demeure|consentement mutuel|a l'amiable|arreter "
        + _CTG
        + r"|(?:que se passe|que risqu|consequence|sanction)\w*.*\b(?:avenant|convention|ctg|engagements?)\b"
        r"|ne (?:tien\w+|respect\w+) (?:pas|plus) (?:ses|leurs|les) (?:engagements?|obligations?)",
        r"\bfin de la c|resiliation|denonciation|\bduree de la c",
    ),
    _clause(
        "recours contentieux, litige",
        r"tribunal|litige|contentieux|recours (?:contre|en cas)|juridiction|differend|\bcontest(?:er|e|ation)\b",
        r"recours|litige",
    ),
    _clause("confidentialité", r"confidentialite|secret professionnel|discretion", r"confidentialite"),
    _clause(
        "échanges de données",
        r"rgpd|donnees? (?:personnelles?|a caractere)|echanges? (?:de|des) donnees|\bdpo\b|\bcnil\b"
        r"|informations? recueillies|fichiers? (?:statistique|de donnees)|vie privee",
        r"echanges? (?:de|des) donnees|protection des donnees",
    ),
    _clause(
        "communication",
        r"\blogos?\b|communiquer sur " + _CTG + r"|inauguration|supports? de communication",
        r"communication",
    ),
    _clause("évaluation de la convention", r"evalu|\bbilan de " + _CTG, r"evaluation"),
    _clause(
        "comité de pilotage, comité technique",
        r"comites? (?:de pilotage|technique|strategique)|\b(?:copils?|cotech?|gouvernance)\b|instances? de pilotage",
        r"modalites de collaboration|pilotage|gouvernance|instances",
    ),
    _clause(
        "exécution formelle, avenant",
        r"\bavenants?\b|modifier " + _CTG + r"|modification|clause nulle|nullite|titres? (?:d'une|des|de la) clauses?"
        r"|(?:titre|intitule) (?:d'un|d'une|des|de l[ae]|de l') ?(?:clauses?|articles?)\b"
        r"|clause\b.*\b(?:nulle|illegale|contraire)",
        r"execution formelle|avenant",
    ),
    _clause(
        "représentée par, autorisé à signer",
        r"qui (?:sont les )?sign\w+|signataires?|representee? par|qui represente",
        r"^entre\b|parties|signataires",
    ),
    _clause(
        "objet de la convention", r"objet de " + _CTG + r"|a quoi sert " + _CTG + r"|but de " + _CTG, r"\bobjet de la c"
    ),
    _clause("engagements des partenaires", r"s'engag\w+|engagements?", r"engagement"),
    _clause("charte de la laïcité", r"laicite|voile|religi|neutralite|proselytisme|convictions", r"laicite|neutralite"),
)


def asked_in(question: str) -> tuple[Clause, ...]:
    """The clauses a question asks for."""
    folded = fold(question)
    return tuple(clause for clause in CLAUSES if clause.asked.search(folded))
