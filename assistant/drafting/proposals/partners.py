"""Partners: the bodies that fiches and rows of the same themes list or name, under names any territory has."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.drafting.lexicon.bodies import CANONICAL, HEAD, PHRASES
from assistant.drafting.lexicon.partners import GENERIC, NO_BODY, OUTDATED, PEOPLE, SAME_BODY, SHORTHAND, SIGLES
from assistant.drafting.proposals.candidates import Candidate
from assistant.drafting.proposals.citing import supports
from assistant.drafting.proposals.concepts import TRANSVERSAL, agreement, themes_told
from assistant.drafting.proposals.neutral import GAP, Neutral, is_damaged
from assistant.drafting.reading.bodies import split_bodies
from corpus.text.folding import fold, words
from corpus.text.french import STOP_WORDS, stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from assistant.drafting.knowledge import Knowledge
    from assistant.drafting.proposals.units import Unit
    from corpus.models import Span

LISTED, IN_PLAN, NAMED = 0.6, 0.5, 0.2
"""What a source is worth that lists a partner, that has it in a row of a plan, that names it in a sentence."""
AT_LEAST = 0.2
"""What a unit of another matter is worth still: a body that all name is one any action may need."""
REACH = 80
"""How many units, the nearest first, are asked for partners."""
LEAST = 0.1
OTHER_THEME, SAME_THEME = 0.55, 1.3
LONGEST_NAME = 6
_MENTIONS = ("objectifs_operationnels", "description", "moyens", "besoins", "indicateurs", "effets_attendus")


def body_key(name: str) -> str:
    """What a body is known by, whatever the name it is given."""
    folded = " ".join(words(re.sub(r"\(.*?\)|\[.*?\]", " ", name)))
    return SAME_BODY.get(folded, folded)


def choose_partners(
    close: Sequence[tuple[Unit, float]],
    asked: Mapping[str, float],
    taken: Iterable[str],
    room: int,
    knowledge: Knowledge,
) -> list[tuple[Candidate, list[Candidate]]]:
    """The partners most named by what is close to an action, each once, with the other sources that name it."""
    known = {body_key(name) for name in taken}
    found: dict[str, list[tuple[float, Candidate]]] = defaultdict(list)
    best = close[0][1] if close else 1.0
    for unit, closeness in close[:REACH]:
        near = closeness / best
        worth = max(AT_LEAST, 0.5 * near + 0.5 * agreement(asked, unit.themes) if asked else near)
        for text, span, weight in _sources(unit):
            for candidate in _bodies(text, span, unit, knowledge, listed=weight != NAMED):
                found[body_key(candidate.words.text)].append((worth * weight, candidate))
    ranked = sorted(
        ((_evidence(some) * _theme_worth(some[0][1], asked), some) for key, some in found.items() if key not in known),
        key=lambda pair: -pair[0],
    )
    shown = [_best(some) for score, some in ranked if score >= LEAST]
    return [pair for pair in shown if pair[0].words.text not in SHORTHAND][:room]


def partners_of(unit: Unit, knowledge: Knowledge) -> list[Candidate]:
    """The bodies a fiche or a row lists, each once."""
    found: dict[str, Candidate] = {}
    for text, span, weight in _sources(unit):
        for candidate in _bodies(text, span, unit, knowledge, listed=True) if weight != NAMED else ():
            if candidate.words.text not in SHORTHAND:
                found.setdefault(body_key(candidate.words.text), candidate)
    return list(found.values())


def _evidence(some: list[tuple[float, Candidate]]) -> float:
    """How much sources together say for a body: each unit once, every one more adding less."""
    by_unit: dict[int, float] = defaultdict(float)
    for worth, candidate in some:
        by_unit[id(candidate.unit)] = max(by_unit[id(candidate.unit)], worth)
    against = 1.0
    for worth in by_unit.values():
        against *= 1 - min(0.9, worth)
    return 1 - against


def _theme_worth(candidate: Candidate, asked: Mapping[str, float]) -> float:
    told = themes_told(candidate.words.text) - TRANSVERSAL
    if not told or not asked:
        return 1.0
    return SAME_THEME if told & set(asked) else OTHER_THEME


def _best(some: list[tuple[float, Candidate]]) -> tuple[Candidate, list[Candidate]]:
    written = [pair for pair in some if pair[1].words.text not in SHORTHAND]
    in_use = [pair for pair in written if pair[1].words.text not in OUTDATED] or written or some
    ranked = [candidate for _, candidate in sorted(in_use, key=lambda pair: (-pair[0], pair[1].words.gaps))]
    by_unit = {id(candidate.unit): candidate for _, candidate in some if candidate.unit is not ranked[0].unit}
    return ranked[0], list(by_unit.values())


def _sources(unit: Unit) -> Iterator[tuple[str, Span, float]]:
    if unit.row:
        for cell in (unit.row.chef_de_file, unit.row.coporteur):
            if cell:
                yield cell, unit.row.source, IN_PLAN
        return
    if unit.fiche is None:
        return
    for found in unit.fiche.sources:
        value = getattr(unit.fiche.fiche, found.champ, None) if "." not in found.champ else None
        item = value[found.rang] if isinstance(value, list) and found.rang < len(value) else value
        if isinstance(item, str) and found.champ in ("partenaires", "porteurs"):
            yield item, found.source, LISTED
        elif isinstance(item, str) and found.champ in _MENTIONS:
            yield item, found.source, NAMED


def _bodies(text: str, span: Span, unit: Unit, knowledge: Knowledge, *, listed: bool) -> Iterator[Candidate]:
    read = knowledge.documents.get(unit.document)
    if read is None:
        return
    for source in split_bodies(text) if listed else [text]:
        names = list(_known_names(source, listed=listed))
        made = [Neutral(name) for name in names] or ([local] if listed and (local := _local(source, knowledge)) else [])
        for words_of in made:
            if not is_damaged(source) and supports(read, span, words_of.text.replace(GAP, "")):
                shown = frozenset(stems(words_of.text))
                yield Candidate("partenaires", words_of, source, unit, unit.document, span, 0.0, shown)


@lru_cache(maxsize=1)
def _names() -> dict[tuple[str, ...], str]:
    """How bodies are written, by the words of their names."""
    sigles = {key: CANONICAL[key] for key in SIGLES if key in CANONICAL}
    phrases = {key: name for key, name in PHRASES.items() if key not in ("communaute de commune", "planning familial")}
    generic = {fold(name): name for name in (*GENERIC, *PEOPLE)}
    return {tuple(words(key)): name for key, name in {**generic, **sigles, **phrases, "milo": "Milo"}.items()}


_PEOPLE = frozenset(fold(name) for name in PEOPLE)
_PLACES = frozenset({"etat", "region", "ecole", "college", "lycee", "hopital", "communes", "collectivites"})
"""Names that a sentence uses for other things than partners."""


def _known_names(text: str, *, listed: bool) -> Iterator[str]:
    tokens, at = words(re.sub(r"\?", " ", text)), 0
    if listed and len(tokens) > LONGEST_NAME:
        return
    while at < len(tokens):
        length = next((n for n in (4, 3, 2, 1) if tuple(tokens[at : at + n]) in _names()), 0)
        key = " ".join(tokens[at : at + length])
        if length and (listed or (key not in _PEOPLE and key not in _PLACES)):
            yield _names()[tuple(tokens[at : at + length])]
        if listed:
            return
        at += length or 1


def _local(text: str, knowledge: Knowledge) -> Neutral | None:
    """A body of one territory by what it is (« Centre hospitalier [à préciser] »); ``None`` when that says nothing."""
    clean = " ".join(re.sub(r"\(.*?\)|\?", " ", text).split())
    folded = fold(clean)
    tokens = clean.split()
    if not HEAD.match(folded) or folded.split()[0] in NO_BODY or len(tokens) > LONGEST_NAME or not tokens:
        return None
    kept = [tokens[0]]
    for token in tokens[1:]:
        introduced = (words(kept[-1]) or [""])[-1] in STOP_WORDS and token[:1].islower()
        if not introduced and not all(_everybodys(word, token, knowledge) for word in words(token)):
            break
        kept.append(token)
    while len(kept) > 1 and (words(kept[-1]) or ["de"])[-1] in STOP_WORDS:
        kept.pop()
    said = [word for token in kept[1:] for word in words(token) if word not in STOP_WORDS]
    if not said or any(c.isdigit() for c in " ".join(kept)):
        return None
    removed = " ".join(tokens[len(kept) :])
    return Neutral(" ".join(kept) + (f" {GAP}" if removed else ""), (removed,) if removed else ())


def _everybodys(word: str, token: str, knowledge: Knowledge) -> bool:
    """Whether a word of a name is nobody's own: written by several documents, and without a capital by some."""
    if word in STOP_WORDS:
        return True
    held = len(knowledge.holders.get(word, ())) > 1 or len(knowledge.documents) == 1
    return held and (word in knowledge.names.common or not token[:1].isupper())
