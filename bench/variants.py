"""Invented conventions in any number, made from the samples of the program by swapping words.

Each one has its own places, names, years and figures, and about one word in six replaced, the same way everywhere in
the convention: its lines, its fiches and its passages still agree.
"""

from __future__ import annotations

import hashlib
import random
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import corpus
from corpus.extraction import extract
from corpus.models import Extraction, Passage, ReadDocument
from corpus.passages import cut_passages
from corpus.reading import find_documents, read
from corpus.search.lexicon import GENERIC
from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_PLACES = frozenset(
    "coteaux mirande cendre lone orvelle marsais brume tarane brumeval lairand aubierge cendrieux 3cm siel capo ccvb"
    " tanneurs".split()
)
"""Words of the samples that name a place, a body or a person of theirs."""
_AS_THEY_ARE = frozenset("kind champ format document name type numero fiche page motif".split())
"""Fields that are no text."""
_WORD = re.compile(r"[^\W_]+")
_SWAPPED = 0.17
"""Share of the words that are replaced."""
_INVENTED = 0.15
"""Share of those that become a word no other convention says."""
_SYLLABLES = "bar cor del fan gue lin mor nel pio quer ral sou tar ver vil zan lec mon dru fay".split()


@dataclass(frozen=True)
class Convention:
    """One convention as the catalogue keeps it."""

    document: ReadDocument
    extraction: Extraction
    passages: list[Passage]


@lru_cache(maxsize=1)
def _samples() -> tuple[Convention, ...]:
    found = []
    for path in find_documents([Path(corpus.__file__).parent / "exemples"]):
        document = read(path)
        extraction = extract(document)
        found.append(Convention(document, extraction, cut_passages(document, extraction)))
    return tuple(found)


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[str, ...]:
    """The usual words of the samples, by alphabetical order."""
    told = {w for sample in _samples() for line in sample.document.lines for w in _WORD.findall(line.text)}
    return tuple(sorted(w for w in told if w.islower() and len(w) > 4 and fold(w) not in GENERIC))


def _draw(*parts: object) -> random.Random:
    seed = hashlib.blake2b(" ".join(map(str, parts)).encode(), digest_size=8).digest()
    return random.Random(int.from_bytes(seed, "big"))  # noqa: S311 (varied text, not secrets)


def place(number: int, word: str = "mirande") -> str:
    """What an invented convention calls a place of the samples."""
    draw = _draw(number, fold(word))
    return "".join(draw.choices(_SYLLABLES, k=3)).capitalize()


def _swapped(number: int, word: str) -> str:
    if fold(word) in _PLACES:
        return place(number, word).upper()[:5] if word.isupper() or word[0].isdigit() else place(number, word)
    if word.isdigit():
        return str(int(word) + number % 7) if len(word) == 4 and word.startswith("20") else word
    if len(word) < 5 or not word.islower() or fold(word) in GENERIC:
        return word
    draw = _draw(number, word)
    if draw.random() >= _SWAPPED:
        return word
    return "".join(draw.choices(_SYLLABLES, k=4)) if draw.random() < _INVENTED else draw.choice(_vocabulary())


def _varied(data: Any, swap: Callable[[str], str]) -> Any:  # noqa: ANN401 (plain data)
    if isinstance(data, str):
        return _WORD.sub(lambda match: swap(match[0]), data)
    if isinstance(data, list | tuple):
        return [_varied(item, swap) for item in data]
    if isinstance(data, dict):
        return {key: item if key in _AS_THEY_ARE else _varied(item, swap) for key, item in data.items()}
    return data


def convention(number: int) -> Convention:
    """The invented convention of that number."""
    sample = _samples()[number % len(_samples())]
    known: dict[str, str] = {}

    def swap(word: str) -> str:
        if word not in known:
            known[word] = _swapped(number, word)
        return known[word]

    name = f"convention-{number:04d}.txt"
    document = {**_varied(sample.document.model_dump(), swap), "name": name}
    extraction = {**_varied(sample.extraction.model_dump(), swap), "document": name}
    return Convention(
        ReadDocument.model_validate(document),
        Extraction.model_validate(extraction),
        [Passage.model_validate({**_varied(p.model_dump(), swap), "document": name}) for p in sample.passages],
    )


def questions(numbers: Sequence[int]) -> list[str]:
    """Questions as coordinators ask them; some name the territory of one of these conventions."""
    asked = []
    for rank, text in enumerate(_QUESTIONS):
        number = numbers[rank * 7 % len(numbers)]
        asked.append(text.format(lieu=place(number, _NAMED[number % len(_NAMED)])))
    return asked


_NAMED = ("mirande", "orvelle", "brume")
"""The place each sample is called by, in the order of their files."""

_QUESTIONS = (
    "Quand finit la convention de {lieu} ?",
    "Qui porte l'action sur le transport des jeunes à {lieu} ?",
    "Quels sont les indicateurs de la fiche sur le numérique ?",
    "places d'accueil le mercredi",
    "tribunal compétent en cas de litige",
    "LAEP itinérant, quels territoires ?",
    "Que prévoient les conventions pour les personnes âgées ?",
    "comité de pilotage : composition à {lieu}",
    "kesk est prévu pour les ados ?",
    "Quel est le préavis pour dénoncer la convention ?",
    "accompagner les familles nouvellement arrivées",
    "Combien d'habitants à {lieu} ?",
    "chef de file de l'action sur la mobilité",
    "Comment la Caf finance-t-elle le poste de coordination ?",
    "relais petite enfance et assistantes maternelles",
    "Quels partenaires pour l'accès aux droits à {lieu} ?",
    "logement des jeunes travailleurs",
    "actions de soutien à la parentalité",
    "échéance de la fiche 1.2 de {lieu}",
    "évaluation de la convention",
    "besoins des habitants repérés dans le diagnostic",
    "espace de vie sociale",
    "Qui représente la communauté de communes de {lieu} ?",
    "bénévoles et vie associative",
    "handicap : places en crèche",
    "protection des données personnelles",
    "Quels moyens humains pour le guichet unique ?",
    "public cible de la fiche sur les vacances en famille",
    "navette vers le marché",
    "insertion professionnelle des parents",
    "Quels territoires parlent des gens du voyage ?",
    "Combien de places en crèche sont prévues à {lieu} ?",
    "objectifs de la fiche sur la parentalité à {lieu}",
    "A quelle date la convention de {lieu} a-t-elle été signée ?",
    "accueil périscolaire : amplitude des horaires",
    "Quelles actions pour les jeunes de 16 à 25 ans ?",
    "soutien aux aidants familiaux",
    "Qui finance le relais petite enfance de {lieu} ?",
    "formation des animateurs et des directeurs",
    "Comment les habitants sont-ils associés au projet ?",
    "lutte contre l'isolement des personnes âgées",
    "les ateliers numeriques pour les debutants",
    "Quelles sont les communes signataires à {lieu} ?",
    "points de vigilance de la fiche sur le logement",
    "modalités de résiliation",
    "confidentialité des informations échangées",
    "Quel est le rôle de la chargée de coopération ?",
    "ludothèque et lieux de rencontre des familles",
    "échanges de données avec la Caf",
    "Qui pilote la petite enfance à {lieu} ?",
    "transport à la demande et mobilité solidaire",
    "effets attendus de l'action en faveur des ados",
    "Combien d'assistantes maternelles à {lieu} ?",
    "violences conjugales : que prévoit-on ?",
    "compte rendu annuel et bilan à mi-parcours",
    "Quels publics pour la fiche 2.1 de {lieu} ?",
    "santé mentale des jeunes",
    "inclusion des enfants en situation de handicap à {lieu}",
    "promeneurs du net et éducation aux écrans",
    "Quelles fiches se terminent en 2026 ?",
)
