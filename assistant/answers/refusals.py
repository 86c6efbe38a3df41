"""When not to answer, and how to say it: what was looked for, why it is not there, and what comes nearest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answers.builder import citation_of
from assistant.answers.choosing import is_clause, names_said, states
from assistant.answers.evidence import UNDER
from assistant.answers.fiches import say_empty
from assistant.answers.places import unknown_place
from assistant.answers.plans import described
from assistant.answers.quoting import cite_lines
from assistant.answers.scoring import Subject, stems_of
from corpus.text.dates import moments
from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.builder import AnswerBuilder
    from assistant.answers.evidence import Source
    from assistant.answers.expected import Expected
    from assistant.answers.fiches import FoundFiche
    from assistant.answers.model import Answer
    from assistant.answers.scope import Scope
    from corpus.indexing import Corpus
    from corpus.models import PlanRow, SearchHit
    from corpus.search.question import Question

ENOUGH = 0.12
"""Coverage of the question under which the best passages do not answer."""
ENOUGH_WHEN_UNKNOWN = 0.4
"""The same when the corpus never says most of what the question is about."""
MOSTLY_UNKNOWN = 0.45
NEAR = 0.25
"""How much of the question a passage must say to be worth showing beside a refusal."""
SAYS = 0.2
"""How much of the question the sentence that says the most must say."""
SAYS_WHEN_UNKNOWN = 0.3
"""The same when the corpus never says part of what the question is about."""
FAR = 0.55
"""Score of the best passage under which it is only the least far of all."""
SOME_UNKNOWN = 0.25
WHY_UNKNOWN = 0.4
"""Share of unknown words from which a « pourquoi » takes for granted what no convention says."""
_WHY = re.compile(r"^(?:pourquoi|pq|pk|pour quelles? raisons?)\b")
REASONS = 0.75
"""How much of what is said to have happened a passage must say when « pourquoi » takes it for granted."""
FACT_ABSENT, FACT_SAID = 0.35, 0.45
"""The same two shares where a fact is expected: a figure or a date of what no convention names is none."""
MOSTLY_ABSENT = 0.55
"""Share of nouns that no convention says, places aside, from which a passage must say the rest plainly."""
_AXIS = re.compile(r"\baxe (?:n°? ?)?(\d{1,2})\b")
_HAPPENED = re.compile(
    r"\b(?:a|ont|avait|avaient)(?:-t)?(?:-(?:ils?|elles?|on))? (?:ete )?(\w{4,}(?:e|ee|es|ees|i|is|u|us|it))\b"
)
_BEGUN = re.compile(
    r"\b(?:a|ont)(?:-t)?(?:-(?:ils?|elles?|on))? (?:ete )?"
    r"(?:cree|ouvert|inaugure|construit|lance|fonde|ferme|suppri\w+)e?s?\b"
    r"|\b(?:a|ont) eu lieu\b|\bs'est (?:tenue?|reunie?)\b"
    r"|\bdepuis quand\b|\b(?:est|sont)-(?:ils?|elles?) (?:ouvert|ne|ferme)e?s?\b"
)
"""What has begun or ended: asked when, only a date answers; a plan or a wish to do it does not."""
_OF_A_CONVENTION = re.compile(
    r"\b(?:ctg|convention|conventions|plan d'actions?)\b[^?.,]{0,25}\b(20\d\d)\s?(?:-|–|/|a|au)\s?(20\d\d)"
)


def _territories(scope: Scope) -> str:
    return ", ".join(dict.fromkeys(e.carte.territoire or e.name for e in scope.entries))


def filtered_out(documents: Sequence[str], scope: Scope, corpus: Corpus) -> str:
    """The sentence of a refusal when the filters leave out every convention that a question names."""
    names = ", ".join(corpus.catalogue.carte(d).territoire or d for d in documents[:3])
    kept = _territories(scope) or "aucun"
    return f"Les filtres écartent ce que vous demandez ({names}). Territoires gardés : {kept}."


def refuse_empty(builder: AnswerBuilder) -> Answer:
    """There is nothing to answer from."""
    return builder.refusal(
        "Le corpus est vide : je ne peux répondre qu'à partir de conventions indexées. "
        "Indexez un dossier avec « fiches indexer DOSSIER ».",
        "corpus_vide",
    )


def wrong_period(question: Question, scope: Scope) -> str | None:
    """The sentence of a refusal when the convention of a period that is not in the corpus is asked for."""
    asked = _OF_A_CONVENTION.search(fold(question.text))
    if not asked:
        return None
    first, last = int(asked[1]), int(asked[2])
    meant = [e for e in scope.entries if e.name in question.documents] or scope.entries
    for entry in meant:
        years = _years(entry.carte.periode_debut, entry.carte.periode_fin, entry.carte.titre)
        if not years or (first in years and last in years):
            return None
    held = [f"{e.carte.territoire or e.name} ({_span(e.carte.periode_debut, e.carte.periode_fin)})" for e in meant]
    return (
        f"Le corpus ne contient pas de convention {first}-{last} pour cette demande. "
        f"Ce qui s'en approche : {' ; '.join(held[:5])}."
    )


def _years(*texts: str | None) -> set[int]:
    return {m.year for text in texts if text for m in moments(text)}


def _span(debut: str | None, fin: str | None) -> str:
    return "-".join(str(m.year) for end in (debut, fin) if end for m in moments(end)[:1]) or "période non dite"


def absent_place(question: Question, hits: Sequence[SearchHit], scope: Scope) -> str | None:
    """The sentence of a refusal when the only place named is one no convention is about."""
    name = unknown_place(question, hits)
    if name is None:
        return None
    return f"Aucune convention du corpus ne porte sur « {name} ». Territoires indexés : {_territories(scope)}."


def missing_fiche(question: Question, scope: Scope, corpus: Corpus) -> str | None:
    """The sentence of a refusal when a fiche is asked for by a number that does not exist."""
    if not question.fiches:
        return None
    documents = question.documents or tuple(e.name for e in scope.entries)
    every = corpus.catalogue.fiche_numbers()
    numbers = {document: every.get(document, []) for document in documents}
    if any(number in question.fiches for found in numbers.values() for number in found):
        return None
    held = " ; ".join(
        f"{corpus.catalogue.carte(d).territoire or d} : {', '.join(found)}"
        for d, found in numbers.items() if found
    )  # fmt: skip
    asked = ", ".join(question.fiches)
    near = f" Fiches présentes : {held}." if held else ""
    return f"Il n'y a pas de fiche {asked} dans les documents concernés.{near}"


def missing_axis(question: Question, corpus: Corpus) -> str | None:
    """The sentence of a refusal when an axis is asked for by a number that the conventions meant do not have."""
    asked = _AXIS.search(fold(question.text))
    if not asked or not question.documents:
        return None
    axes = {d: corpus.catalogue.carte(d).axes for d in question.documents}
    if any(not found or int(asked[1]) <= len(found) for found in axes.values()):
        return None
    held = " ; ".join(f"{corpus.catalogue.carte(d).territoire or d} : {len(found)} axes" for d, found in axes.items())
    return f"Il n'y a pas d'axe {asked[1]} dans les documents concernés. Axes présents : {held}."


def too_thin(sources: Sequence[Source], question: Question, subject: Subject, expected: Expected) -> bool:
    """Whether the evidence does not answer: it says too little, or not the kind of fact that is asked."""
    if not sources or (expected.strict and not any(states(s, expected) and names_said(s, question) for s in sources)):
        return True
    if expected.date and _BEGUN.search(fold(question.text)) and not any(states(s, expected) for s in sources):
        return True
    clause = bool(question.clauses) and (not question.restricts or any(is_clause(s, question) for s in sources))
    unknown = _unknown(subject)
    says = max(_says_without_places(source, question, subject) for source in sources)
    if not clause and says < (SAYS_WHEN_UNKNOWN if unknown > SOME_UNKNOWN else SAYS):
        return True
    if not clause and says < SAYS_WHEN_UNKNOWN and max(s.hit.score for s in sources) < FAR:
        return True
    if not clause and _unknown(_bare(question, subject)) > MOSTLY_ABSENT and says < MOSTLY_ABSENT:
        return True
    if expected.any and not clause and _unknown(_bare(question, subject)) > FACT_ABSENT and says < FACT_SAID:
        return True
    if _WHY.search(fold(question.text)) and _unfounded(sources, question):
        return True
    needed = ENOUGH_WHEN_UNKNOWN if unknown > MOSTLY_UNKNOWN else ENOUGH
    return not clause and max(says, *(source.hit.couverture for source in sources[:3])) < needed


def is_strange(question: Question, subject: Subject, hits: Sequence[SearchHit]) -> bool:
    """Whether most of what is asked about is nothing a convention says, and no passage found makes up for it."""
    if _unknown(_bare(question, subject)) <= MOSTLY_ABSENT:
        return False
    return all(hit.couverture < MOSTLY_ABSENT for hit in hits[:3])


def _unknown(subject: Subject) -> float:
    """The share of a subject that no convention says in any form."""
    return sum(c.weight for c in subject.concepts if not c.known) / max(subject.weight, 1e-9)


def _unfounded(sources: Sequence[Source], question: Question) -> bool:
    """Whether a « pourquoi » takes for granted what no passage says, or is met by rows of a table only."""
    if _unknown(Subject(question.concepts)) > WHY_UNKNOWN or sources[0].hit.passage.kind == "tableau":
        return True
    happened = set(_HAPPENED.findall(fold(question.text)))
    done = Subject(tuple(c for c in question.concepts if fold(c.surface) in happened))  # in its own words: no near one
    return bool(done.concepts) and max(done.own_coverage(s.hit.passage.extrait) for s in sources[:3]) < REASONS


def _bare(question: Question, subject: Subject) -> Subject:
    """The subject without the places that the question names."""
    places = stems_of(" ".join(question.mentions))
    return Subject(tuple(c for c in subject.concepts if c.stem not in places))


def _says_without_places(source: Source, question: Question, subject: Subject) -> float:
    """How much of what a question asks a passage says, the places it names aside."""
    bare = _bare(question, subject)
    if not bare.concepts or not question.mentions:
        return source.says
    context = source.hit.passage.contexte
    return max(
        (bare.coverage(s.unit.text, f"{s.unit.lead} {context}", discount=UNDER) for s in source.units), default=0
    )


def refuse(builder: AnswerBuilder, question: Question, near: Sequence[Source], corpus: Corpus) -> Answer:
    """Say that the corpus does not hold the answer, with the nearest passage it holds."""
    where = ""
    if question.documents:
        names = [corpus.catalogue.carte(d).territoire or d for d in question.documents[:3]]
        where = f" ({', '.join(names)})"
    text = f"Je ne trouve pas cette information dans les conventions indexées{where}."
    for source in near[:1]:
        best = max(source.body, key=lambda s: s.score, default=None)
        if best is not None and best.alone >= NEAR:
            citation = citation_of(best.unit, source.hit.passage.section)
            builder.add(f"Le passage le plus proche dit : {best.unit.text}", [citation])
    return builder.refusal(text, "sujet_absent" if builder.empty else "information_absente")


def refuse_field(builder: AnswerBuilder, label: str, document: str, row: PlanRow, corpus: Corpus) -> Answer:
    """Say that what is asked about stands in a plan, which has no such field."""
    source = row.source
    citation = cite_lines(document, source.ligne_debut, source.ligne_fin, corpus, "Plan d'actions")
    builder.add(f"Ce que le plan en dit : {described(row)}", [citation], bullet=False)
    return builder.refusal(f"Le plan d'actions en parle, mais ne donne pas ce champ : {label}.", "information_absente")


def refuse_empty_field(builder: AnswerBuilder, fiche: FoundFiche, champ: str, corpus: Corpus) -> Answer:
    """Say that the fiche meant exists and leaves empty what is asked."""
    say_empty(builder, fiche, champ, corpus)
    return builder.refusal("La convention ne donne pas cette information.", "information_absente")
