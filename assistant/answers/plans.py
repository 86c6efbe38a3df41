"""Answers out of plans d'actions: who leads an action, with whom, when, and how many there are."""

from __future__ import annotations

import re
from textwrap import shorten
from typing import TYPE_CHECKING

from assistant.answers.quoting import cite_lines, cite_spans
from corpus.text.dates import moments
from corpus.text.folding import fold, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.builder import AnswerBuilder
    from assistant.answers.scope import Scope
    from assistant.answers.scoring import Subject
    from corpus.indexing import Corpus
    from corpus.models import Citation, Passage, PlanRow, SearchHit
    from corpus.search.question import Question

_COUNT_ACTIONS = re.compile(r"\bcombien d'actions?\b|\bnombre d'actions?\b")
_ACTIONS = re.compile(
    r"\bqu(?:e |')(?:est-ce qu\w* )?(?:compte\w*|veu\w+|va|vont|souhait\w+|prevoi\w+|propos\w+|envisag\w+|est prevu)"
    r"|\bcomment\b.* (?:veu|compt|souhait|entend|va|vont|prevoi)\w*|\bquelles? actions?\b"
    r"|\bcomment (?:mieux )?(?:les? |la |l')?\w{3,}(?:er|ir|re)\b"
    r"|\bquel(?:le)?s? (?:pistes?|solutions?|reponses?|mesures?|initiatives?|aides?|soutiens?|accompagnements?)\b"
    r"|\bqu'est-il prevu|\bqu'est-ce qu'on prevoit|\by (?:pensent?|songent?)\b"
    r"|\bkesk|\bqu'est-ce qui est prevu"
)
_AXIS = re.compile(r"\baxe (?:n°? ?)?(\d)\b")
_COUNT_NAMES = re.compile(
    r"\b(?:combien|nombre) (?:de |d')(?:(coporteurs?|partenaires?)|(chefs? de file|porteurs?|pilotes?))\b"
)
_AND = re.compile(r"\s*[,;+\n]\s*|\s+et\s+")
"""What stands between the names of a cell."""
_NUMBER = re.compile(r"^\s*\d+\s*[/.)]\s*")
MOST_ROWS = 4
MOST_LISTED = 8
FIRST = 8
"""Passages found among which the rows of one orientation are counted."""
NEARLY = 0.85
"""Share of the best passage's score from which another row is said too."""
ENOUGH = 0.4
APART = 0.3
"""How much more of the subject an orientation must say than its action, to be what is meant."""


def counts_actions(question: Question) -> bool:
    """Whether a question asks how many actions there are."""
    return bool(_COUNT_ACTIONS.search(fold(question.text)))


def counted_field(question: Question) -> str:
    """The column whose names a question counts: « combien de coporteurs »; empty when it counts none."""
    found = _COUNT_NAMES.search(fold(question.text))
    return "" if found is None else "partenaires" if found[1] else "porteurs"


def asks_actions(question: Question) -> bool:
    """Whether what a territory plans to do is asked for."""
    return bool(_ACTIONS.search(fold(question.text)))


def said_briefly(rows: Sequence[PlanRow], budget: int) -> tuple[str, list[PlanRow]]:
    """The names of some actions on one line, within a budget of words, and the rows said."""
    kept: list[PlanRow] = []
    spent = 0
    for row in rows:
        spent += len(words(row.action))
        if kept and spent > budget:
            break
        kept.append(row)
    return " ; ".join(_name(row.action) for row in kept), kept


def is_about_plan(question: Question, hits: Sequence[SearchHit]) -> bool:
    """Whether the best passage is a row of a plan, and the question asks what a row tells."""
    if question.fiches or not hits or hits[0].passage.kind != "plan":
        return False
    return bool({"porteurs", "partenaires", "echeances"} & set(question.champs)) or question.nature == "plan"


def row_at(passage: Passage, corpus: Corpus) -> PlanRow | None:
    """The row of the plan a passage is made of."""
    for row in corpus.catalogue.plan(passage.document):
        if row.source.ligne_debut <= passage.ligne_fin and passage.ligne_debut <= row.source.ligne_fin:
            return row
    return None


def _name(action: str) -> str:
    return _NUMBER.sub("", action).strip().rstrip(".")


def described(row: PlanRow, years: Sequence[int] = ()) -> str:
    """A row in words; what the source leaves empty or doubtful is said to be so, as is each year asked about."""
    lead = row.chef_de_file or "non renseigné"
    partner = row.coporteur or "non renseigné"
    doubt = " (« ? » dans la source)" if "?" in f"{row.chef_de_file}{row.coporteur}" else ""
    when = f" ; échéance : {row.echeance}" if row.echeance else ""
    dated = {m.year for m in moments(row.echeance)}
    asked = "".join(f" ; prévue en {year} : {'oui' if year in dated else 'non indiqué'}" for year in years)
    return f"{_name(row.action)} — chef de file : {lead} ; coporteur : {partner}{doubt}{asked or when}"


def row_citation(document: str, row: PlanRow, corpus: Corpus) -> Citation:
    """Where a row stands."""
    return cite_lines(document, row.source.ligne_debut, row.source.ligne_fin, corpus, "Plan d'actions")


def rows_about(hits: Sequence[SearchHit], subject: Subject, corpus: Corpus) -> list[PlanRow]:
    """The rows of the orientation of the first row found, when the subject is that orientation; else that row alone.

    It is when the orientation says so, or when most of its rows were found among the first passages.
    """
    row = row_at(hits[0].passage, corpus)
    if row is None:
        return []
    plan = corpus.catalogue.plan(hits[0].passage.document)
    kin = [other for other in plan if other.orientation == row.orientation and other.axe == row.axe]
    lines = {hit.passage.ligne_debut for hit in hits[:FIRST] if hit.passage.kind == "plan"}
    found = sum(other.source.ligne_debut in lines for other in kin)
    meant = subject.coverage(row.orientation) >= ENOUGH or found > max(1, len(kin) // 2)
    return kin if row.orientation and meant else [row]


def of_orientation(hits: Sequence[SearchHit], subject: Subject, corpus: Corpus) -> bool:
    """Whether the subject is the orientation of the first row found, and not an action of it."""
    row = row_at(hits[0].passage, corpus)
    if row is None or not row.orientation:
        return False
    said = subject.coverage(row.orientation)
    return said >= ENOUGH and said >= subject.coverage(row.action) + APART


def say_list(
    builder: AnswerBuilder,
    hits: Sequence[SearchHit],
    subject: Subject,
    scope: Scope,
    corpus: Corpus,
    counted: str = "",
) -> None:
    """One bullet for each action of the plan that the subject covers."""
    kept = [row for row in rows_about(hits, subject, corpus) if scope.holds(hits[0].passage.document, row.source)]
    for row in kept[:MOST_LISTED]:
        builder.add(described(row), [row_citation(hits[0].passage.document, row, corpus)])
        builder.remark(_how_many(row, counted))


def _how_many(row: PlanRow, counted: str) -> str:
    """How many names the column that a question counts holds; empty when it counts none."""
    if not counted:
        return ""
    cell, label = (row.coporteur, "coporteur") if counted == "partenaires" else (row.chef_de_file, "chef de file")
    names = [name for name in _AND.split(cell) if name.strip()]
    return f"{len(names)} nom{'s' if len(names) > 1 else ''} en {label}" if names else ""


def say_rows(
    builder: AnswerBuilder, hits: Sequence[SearchHit], corpus: Corpus, years: Sequence[int] = (), counted: str = ""
) -> None:
    """One bullet for the best row found, and for those found nearly as well; ``counted`` is a field to count."""
    best = hits[0].score
    for hit in hits[:MOST_ROWS]:
        row = row_at(hit.passage, corpus) if hit.passage.kind == "plan" else None
        if row is None or hit.score < NEARLY * best:
            continue
        builder.add(described(row, years), [row_citation(hit.passage.document, row, corpus)])
        builder.remark(_how_many(row, counted))


def _about(rows: Sequence[PlanRow], subject: Subject) -> list[PlanRow]:
    """The rows about a subject: by their action or orientation, else by their axis."""
    close = [r for r in rows if subject.own_coverage(f"{r.action} {r.orientation}") >= ENOUGH]
    return close or [r for r in rows if subject.own_coverage(r.axe) >= ENOUGH]


def _of_axis(rows: Sequence[PlanRow], question: Question) -> list[PlanRow]:
    """The rows of the axis a question gives by its number."""
    asked = _AXIS.search(fold(question.text))
    axes = list(dict.fromkeys(row.axe for row in rows))
    if not asked or not 0 < int(asked[1]) <= len(axes):
        return []
    return [row for row in rows if row.axe == axes[int(asked[1]) - 1]]


def say_count(
    builder: AnswerBuilder,
    question: Question,
    documents: Sequence[str],
    subject: Subject,
    scope: Scope,
    corpus: Corpus,
) -> None:
    """How many actions of the plans are about the subject, and how many of them in a year that is named."""
    for document in documents:
        plan = [row for row in corpus.catalogue.plan(document) if scope.holds(document, row.source)]
        rows = _of_axis(plan, question) or (_about(plan, subject) if subject.concepts else list(plan))
        if not rows:
            continue
        text = f"{len(rows)} action{'s' if len(rows) > 1 else ''} du plan"
        for year in question.annees:
            dated = [row for row in rows if any(m.year == year for m in moments(row.echeance))]
            text += f", dont {len(dated)} en {year}"
        names = " ; ".join(shorten(_name(row.action), 70, placeholder="…") for row in rows[:8])
        citations = cite_spans(document, [row.source for row in rows], corpus, "Plan d'actions")
        builder.add(f"{text} : {names}", citations, bullet=False)
