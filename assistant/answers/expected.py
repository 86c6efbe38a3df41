"""What shape of fact a question expects, and whether a text holds one: a count, a rate, an amount, a date, a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.text.dates import moments
from corpus.text.folding import fold, words
from corpus.text.french import STOP_WORDS, stem

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from corpus.search.question import Concept

_NUMBER_WORDS = frozenset(
    "un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente"
    " quarante cinquante soixante cent cents mille dizaine douzaine vingtaine centaine millier tiers quart moitie"
    " aucun aucune seul seule".split()
)
_COUNTED = re.compile(
    r"(?:\b(?:combien|cb|quel (?:est |etait )?(?:le )?nombre)|(?:^|[:,;] ?)(?:le )?(?:nombre|nbre|nb))"
    r" (?:y a-t-il |compte-t-on |a-t-on )?(?:de |d')\s*"
    r"((?:[\w'-]+\s*){1,5})"
)
_POPULATION = re.compile(r"\bpopulation (?:de|du|d'|des|a|totale)\b|\bquelle (?:est la )?population\b")
_RATE = re.compile(r"\b(?:taux|pourcentage|proportion|quelle part|la part d|^part des?)\b")
_RATE_OF = re.compile(r"\b(?:taux|pourcentage|proportion) (?:de |d'|des |du )(?:non[ -])?(?!plus\b|moins\b)(\w{4,})")
_MONEY = re.compile(
    r"\b(?:montant|cout|couts|budget|prix|subvention|revenus? median"
    r"|combien (?:coute\w*|gagne\w*|touche\w*|pa[iy]e\w*|verse|finance|d'euros)"
    r"|revenus? moyens?|salaires?\b|remunerations?\b|amendes?\b)"
)
_MONEY_OF = re.compile(r"\b(revenu|salaire)s? (?:median|moyen)")
_SURFACE = re.compile(r"\b(?:superficie|surface|densite)\b")
_PHONE = re.compile(
    r"\b(?:numeros?|num|tel|telephones?)\b.*\b(?:appeler|joindre|contact\w*|tel\w*|service|standard|com)\b"
)
_PHONE_OF = re.compile(r"\b(?:telephone|tel) (?:de|du|d')|\bnum(?:ero)? de tel")
_MAIL = re.compile(r"\b(?:e-?mail|mail|courriel|adresse (?:mail|electronique)) (?:de|du|d')")
_HOURS = re.compile(r"\bhoraires? d'(?:ouverture|accueil)|\bquels? (?:sont les )?horaires? d[eu]\b|\ba quelle heure\b")
_ADDRESS = re.compile(
    r"\b(?:a quelle adresse|quelle (?:est l'|est son )?adresse|adresse (?:du|de la|de l'|des|d'))\b(?! ?mail)"
)
_STREET = re.compile(
    r"\b(?:rue|r|avenue|av|place|boulevard|bd|chemin|route|quai|allee|impasse|cours|lotissement)\b|\b\d{5}\b"
)
_NAME_OF = re.compile(
    r"\b(?:noms?|prenoms?)(?: et (?:pre)?noms?)? (?:du|de la|de l'|des) (?:charge|coordinat|coordo|referent|responsable"
    r"|direct|president|animat|conseill|agent|technicien|chef|secretaire|maire|elu)"
)
_PERSON = re.compile(r"\b(?:m\.|mme|mlle|monsieur|madame|mademoiselle) ?[a-z]{3,}")
_CLOCK = re.compile(r"\b\d{1,2} ?(?:h|heures?)\b|\b\d{1,2}(?:h|:)\d\d\b")
_BIRTH = re.compile(r"\bdate de naissance\b|\bquel age a\b|\b(?:est|sont) nee?s?\b")
_BORN = re.compile(r"\bnee? (?:le|en|a)\b|\b\d\d ans\b")
_OFTEN = re.compile(
    r"\b(?:quelle (?:est la )?(?:frequence|periodicite|regularite)|tous les (?:combien|cb)|combien de fois"
    r"|frequence|periodicite)\b"
)
_TIMES = re.compile(
    r"\b(?:annuel\w*|semestriel\w*|trimestriel\w*|mensuel\w*|hebdomadaire\w*|chaque (?:an|mois|trimestre|semestre)"
    r"|chaque annee|fois par|par an|par mois|tous les (?:ans|mois|deux|trois|six)|une fois l'an|mi-parcours)\b"
)
_DUTY = re.compile(
    r"\bqu(?:e|oi) (?:doi(?:t|vent)|dois-je|devons|faut-il|faudra)|\ba quoi s'engag"
    r"|\bquelles? (?:sont les )?obligations?|\bfaut-il\b|\bdevr(?:a|ont)-"
)
_OBLIGES = re.compile(
    r"\b(?:doi(?:t|vent)|devr(?:a|ont)|obligatoire\w*|s'engagent?|prealable\w*|tenue?s? (?:de|a|au)|soumis\w*"
    r"|(?:precis|inform|transmett|communiqu|respect|fourni|remett)\w*r(?:a|ont))\b"
)
_WHEN = re.compile(r"\b(?:quand|depui[st]?|quelles? dates?|dates?|quelle annee|jusqu'?a? ?quand)\b")
_DURATION = re.compile(
    r"\b(?:combien de temps|cb de temps|quelle (?:est la )?duree|quel (?:est le )?(?:delai|preavis)|^delai|^preavis)\b"
)
_MEASURE = re.compile(
    r"\b(?:\d+|un|une|deux|trois|quatre|cinq|six|douze)\s*(?:ans?|annees?|mois|jours?|semaines?)\b"
    r"|\bduree (?:il|inde)\w+|\bpour la duree\b|\bduree de la\b|\bjusqu'au \d"
)
_AREA = re.compile(r"\d\s?(?:km|hectares?|ha\b|hab)")
_PERCENT = re.compile(
    r"\d\s?%|\bpour cent\b|\btiers\b|\bquart\b|\bmoitie\b|\b(?:un|une|deux|trois|quatre) \w+ sur \w+\b"
    r"|\bsur (?:deux|trois|quatre|cinq|six|dix|cent)\b|\d \w+ pour (?:cent|mille|100|1 ?000)\b"
)
_PHONE_NUMBER = re.compile(r"(?<!\d)0\d(?:[ .-]?\d\d){4}(?!\d)")
_AGE = re.compile(r"\bage (?:moyen|median)\b|\bmoyenne d'age\b")
_YEARS_OLD = re.compile(r"\b\d{1,3}(?:,\d)? ans\b")
_SHAPES = (
    (_AGE, _YEARS_OLD),
    (_HOURS, _CLOCK),
    (_BIRTH, _BORN),
    (_SURFACE, _AREA),
    (_NAME_OF, _PERSON),
    (_ADDRESS, _STREET),
)
"""What is asked, and the shape without which a sentence does not tell it."""
_PARTICIPLES = re.compile(r"\b[^\W\d_]+é(?:e|s|es)?\b", re.IGNORECASE)
_NOT_COUNTS = re.compile(r"(?:19|20)\d\d|0\d*|\d{5,}")
"""Years, codes, telephone numbers and the zeros of a blank budget: figures that count nothing."""
_NUMBERING = re.compile(r"^\s*(?:\d{1,2}\s*[.)/]\s*)+")
_HAS = re.compile(r"\b(?:compte|comptent|rassemble|regroupe|denombre|comprend|compose|recense|totalise|reunit)\w*\b")
_REACH = 4
_AFTER_VERB = 7
"""Words between what is counted and its number, when a verb comes right before it: « ils étaient 900 »."""
_IS = frozenset("est sont etait etaient atteint atteignait atteignent compte comptait represente totalise".split())
_SHARE = re.compile(r"\d[\d\s.,]*(?:%|pour ?cent\b)")
"""A share, which counts nothing."""
_ANYBODY = frozenset(stem(word) for word in "gens personne monde individu usager allocataire bénéficiaire".split())
"""People of no kind in particular, whom a text names by what they are."""
_PEOPLE = tuple(
    stem(word)
    for word in "personne allocataire bénéficiaire habitant usager foyer ménage famille ressortissant".split()
)
SURE = 0.7
"""Weight from which what stands for a word is the thing itself."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The fact expected; nothing expected accepts everything.

    ``counted`` are stems of what is counted; ``about`` are stems of which the fact must name one, when it names any.
    """

    counted: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    rate: bool = False
    money: bool = False
    date: bool = False
    duration: bool = False
    pattern: re.Pattern[str] | None = None
    often: bool = False
    duty: bool = False
    accented: bool = False
    """Whether what is counted is written with its accents, and is no participle: « élèves » is not « élevés »."""

    def defined_by(self, text: str) -> bool:
        """Whether a text gives the number as what a territory or a body has, and not in passing."""
        return bool(self.counted) and bool(_HAS.search(fold(text))) and self.held_by(text)

    @property
    def strict(self) -> bool:
        """Whether an answer without such a fact is no answer."""
        return bool(self.counted) or self.rate or self.money or self.pattern is not None

    @property
    def any(self) -> bool:
        """Whether something is expected at all."""
        return self.strict or self.date or self.duration or self.often or self.duty

    def held_by(self, text: str) -> bool:
        """Whether a text holds a fact of the expected shape."""
        if self.counted:
            return counts(_PARTICIPLES.sub(" ", text) if self.accented else text, self.counted)
        if self.about and not set(self.about) & {stem(word) for word in words(text)}:
            return False
        return self._shape(text)

    def _shape(self, text: str) -> bool:
        folded = fold(text)
        if self.pattern is not None:
            return bool(self.pattern.search(folded))
        if self.duty:
            return bool(_OBLIGES.search(folded))
        if self.often:
            return bool(_TIMES.search(folded))
        if self.duration:
            return bool(_MEASURE.search(folded))
        if self.rate:
            return bool(_PERCENT.search(folded))
        if self.money:
            return bool(re.search(r"\d\s?(?:€|euros?|k€)", folded))
        return bool(moments(text)) if self.date else True


def counts(text: str, counted: Collection[str]) -> bool:
    """Whether a number stands shortly before or after one of the stems in a text."""
    tokens = words(_SHARE.sub(" ", _NUMBERING.sub("", text)))
    places = [n for n, token in enumerate(tokens) if stem(token) in counted]
    has = bool(_HAS.search(fold(text)) or _TIMES.search(fold(text)))
    numbers = [n for n, token in enumerate(tokens) if _is_count(tokens, n, token, counted, has=has)]
    return any(-_before(tokens, number) <= place - number <= _REACH for place in places for number in numbers)


def _before(tokens: Sequence[str], number: int) -> int:
    """How many words before a number what it counts may stand."""
    return _AFTER_VERB if number and tokens[number - 1] in _IS else 2


def _is_count(tokens: Sequence[str], place: int, token: str, counted: Collection[str], *, has: bool) -> bool:
    """Whether a word is a number that counts; « une » does only where something is said to be had."""
    follows = place + 1 < len(tokens) and stem(tokens[place + 1]) in counted
    if token in _NUMBER_WORDS:
        return token not in ("un", "une") or (follows and has)
    if not token.isdigit():
        return False
    return follows or not _NOT_COUNTS.fullmatch(token)


def _named(match: re.Match[str] | None, concepts: Sequence[Concept]) -> tuple[str, ...]:
    """The stems of the first noun of an expression, with those of what may stand for it."""
    kept = [w for w in words(match[1]) if w not in STOP_WORDS and len(w) > 1] if match else []
    return _with_alternatives(stem(kept[0]), concepts) if kept else ()


def _with_alternatives(first: str, concepts: Sequence[Concept]) -> tuple[str, ...]:
    others = [a for concept in concepts if concept.stem == first for a in concept.alternatives]
    heads = [a.stems[0] for a in others if a.weight >= SURE]
    return tuple(dict.fromkeys((first, *heads)))


def expected_of(question: str, concepts: Sequence[Concept] = ()) -> Expected:
    """What a question expects; ``concepts`` tell what may stand for the thing counted."""
    folded = fold(question)
    if _DURATION.search(folded):
        return Expected(duration=True)
    if _OFTEN.search(folded) and "combien de fois" not in folded:
        return Expected(often=True)
    if counted := _named(_COUNTED.search(folded), concepts):
        written = [w for w in re.findall(r"[^\W\d_]+", question) if stem(fold(w)) == counted[0]]
        counted = (*counted, *_PEOPLE) if counted[0] in _ANYBODY else counted
        accented = any(fold(w) != w.lower() and not _PARTICIPLES.fullmatch(w) for w in written)
        return Expected(counted=counted, accented=accented)
    figure = _figure(folded, concepts)
    return figure or Expected(date=bool(_WHEN.search(folded)), duty=bool(_DUTY.search(folded)))


def _figure(folded: str, concepts: Sequence[Concept]) -> Expected | None:
    if _POPULATION.search(folded):
        return Expected(counted=(stem("habitants"), stem("personnes")))
    if _RATE.search(folded):
        return Expected(rate=True, about=_named(_RATE_OF.search(folded), concepts))
    if _MONEY.search(folded):
        return Expected(money=True, about=_named(_MONEY_OF.search(folded), ()))
    for asked, shape in _SHAPES:
        if asked.search(folded):
            return Expected(pattern=shape)
    if _PHONE.search(folded) or _PHONE_OF.search(folded):
        return Expected(pattern=_PHONE_NUMBER)
    return Expected(pattern=re.compile(r"[\w.+-]+@[\w-]+\.\w+")) if _MAIL.search(folded) else None
