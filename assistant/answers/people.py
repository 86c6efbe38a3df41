"""Who presides, directs or represents: answered from the parties a convention names, one line each."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.quoting import cite_lines
from assistant.answers.units import units_of
from corpus.search.lexicon import SPOKEN
from corpus.text.folding import fold, words
from corpus.text.french import STOP_WORDS, stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.builder import AnswerBuilder
    from assistant.answers.units import Unit
    from corpus.indexing import Corpus
    from corpus.models import SearchHit
    from corpus.search.question import Question

_ROLE = r"(?:vice-)?president\w*|maire|direct(?:eur|rice)\w*|ministre|prefet\w*|depute\w*|senat\w+"
_ASKS = re.compile(
    rf"\bqui (?:est|sont|etait) (?:le |la |l'|les )?(?:{_ROLE})\b|\b(?:{_ROLE})\b.*\bqui (?:est|c'est)\b"
    rf"|\b(?:{_ROLE})\b.*\bc'est qui\b|\bc'est qui (?:le |la |l')?(?:{_ROLE})\b"
    rf"|\bnoms? (?:du|de la|de l'|des) (?:{_ROLE})\b"
    r"|\bqui (?:signe|a signe)\b.*\b(?:pour|au nom d|cote)"
    r"|\bqui (?:preside|dirige|represente)\b|\brepresente\w* par\b|\bpar qui\b.*\brepresente"
)
_BODIES = r"(?:les? |la |l'|une? |ce(?:tte|s)? )?(?:comites?|copil|cotech|instances?|groupes?|commissions?|reunions?)\b"
"""Bodies presided by a function, not by a person whom the convention names."""
_NAMED_ROLE = re.compile(rf"\b({_ROLE})\b|\b(preside|dirige)\b")
_ROLES = {"pres": "president", "mair": "maire", "dire": "direct", "diri": "direct"}
_TITLED = re.compile(r"\b(?:M\.|MM?|Mme|Mlle|Monsieur|Madame|Dr)\.? [A-ZÉÈ]")
"""A person named with a title, as above a signature."""
_IN_PARTY = re.compile(r"\breprese\w+\b")
_FORMULA = re.compile(r",?\s*\bd\S{1,4}ments? autoris")
"""Where « dûment autorisé à signer » begins, however a scan reads it."""
_AFTER = 3
"""Lines read after the last party, in case it goes on."""
_SMALL = frozenset(
    "qui signe signent cote pour au nom est sont etait noms preside dirige represente representee"
    " representees represent commune ville communaute agglomeration agglo urbaine communes actuel actuelle"
    " convention ctg dans par territoire intercommunalite intercommunalites territoires conventions chaque"
    " agglos collectivites signataire signataires signer elu elue elus nom prenom nomme nommee appelle".split()
)


def asks_who(question: Question) -> bool:
    """Whether a question asks for the person at the head of a body."""
    return bool(_ASKS.search(fold(question.text)))


def names_a_person(question: Question) -> bool:
    """Whether only a name can answer: « qui est le maire de … »."""
    holders = rf"(?:{_ROLE}|coordin\w+|referente?s?|chargee?s? de \w+)"
    asked = rf"\bqui (?:est|sont|etait) (?:les? |la |l')?{holders}\b|\bqui (?:preside|dirige) (?!{_BODIES})"
    return bool(re.search(asked, fold(question.text)))


def _role(question: Question) -> str | None:
    found = _NAMED_ROLE.search(fold(question.text))
    return _ROLES.get(found[0].removeprefix("vice-")[:4], found[0]) if found else None


def _body(question: Question) -> set[str]:
    """The words that tell which body is meant."""
    role = _NAMED_ROLE.search(fold(question.text))
    kept = {w for w in words(question.text) if w not in STOP_WORDS and w not in SPOKEN and w not in _SMALL}
    return {w for w in kept if not w.isdigit() and len(w) > 2 and (role is None or not role[0].startswith(w[:6]))}


def _parties(document: str, corpus: Corpus) -> list[Unit]:
    span = corpus.catalogue.carte(document).sources.get("signataires")
    if span is None:
        return []
    units = units_of(document, corpus.catalogue.lines(document, span.ligne_debut, span.ligne_fin + _AFTER))
    return [_alone(unit) for unit in units if _IN_PARTY.search(fold(unit.text))]


def _alone(unit: Unit) -> Unit:
    """A party without what a scan has joined before it: the « ci-après dénommée … ; » of the one above."""
    named = re.search(r"\brepr[eé]se", unit.text, re.IGNORECASE)
    start = unit.text.rfind(";", 0, named.start()) + 1 if named else 0
    return replace(unit, text=unit.text[start:].strip()) if start else unit


def _name_of(unit: Unit) -> set[str]:
    """The words that name the party of a unit, with their stems, and ``caf`` for a Caisse d'allocations familiales."""
    text = fold(unit.text)
    found = _IN_PARTY.search(text)
    name = words(text[: found.start() if found else len(text)])
    more = {"caf"} if {"caisse", "allocations"} <= set(name) else set()
    return {*name, *(stem(w) for w in name), *more}


def _meant(units: Sequence[Unit], body: set[str], role: str | None) -> Unit | None:
    """The party whose name holds all these words; a Caf only when it is asked for."""
    asks_caf = bool(body & {"caf", "caisse"})
    for unit in units:
        name = _name_of(unit)
        told = all(w in name or stem(w) in name for w in body)
        if body and told and (asks_caf or "caf" not in name) and (role is None or role in fold(unit.text)):
            return unit
    return None


def _party(document: str, question: Question, corpus: Corpus) -> Unit | None:
    """The party meant in a document: by its name, else the territory itself when only that is named."""
    body, role = _body(question), _role(question)
    units = _parties(document, corpus)
    if "caf" in body:
        return _meant(units, {"caf"}, role)
    mentioned = {w for mention in question.mentions for w in words(mention)}
    territory = corpus.catalogue.carte(document).territoire or ""
    own = {w for w in words(territory) if w not in STOP_WORDS and w not in _SMALL}
    return (
        _meant(units, body, role)
        or _meant(units, body - mentioned, role)
        or (_meant(units, own, role) if body <= mentioned else None)
    )


def say_who(builder: AnswerBuilder, question: Question, documents: Sequence[str], corpus: Corpus) -> bool:
    """Say the parties meant, as the convention names them; whether one was found."""
    for document in documents:
        unit = _party(document, question, corpus)
        if unit is not None:
            citation = cite_lines(document, unit.first, unit.last, corpus, "Parties signataires")
            builder.add(_FORMULA.split(unit.text)[0].rstrip(" ;,"), [citation])
    return not builder.empty


def say_named(builder: AnswerBuilder, question: Question, hits: Sequence[SearchHit], corpus: Corpus) -> bool:
    """Say the line, among the passages found, that names a person in the role asked for, for the body asked for."""
    body, role = _body(question), _role(question)
    if not body or role is None:
        return False
    for hit in hits:
        passage = hit.passage
        lines = corpus.catalogue.lines(passage.document, passage.ligne_debut, passage.ligne_fin)
        for unit in units_of(passage.document, lines):
            said = set(words(unit.text))
            if body <= said and role in fold(unit.text) and _TITLED.search(unit.text):
                citation = cite_lines(passage.document, unit.first, unit.last, corpus, passage.section)
                builder.add(_FORMULA.split(unit.text)[0].rstrip(" ;,"), [citation])
                return True
    return False
