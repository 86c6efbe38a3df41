"""The final order: no passage twice, no clause shared by conventions twice, every territory asked about heard."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.search.question import Question
    from corpus.search.ranking import Ranked

_SAME = 0.85
"""Share of common stems from which two passages say the same thing."""
_SHARED = 3
"""Documents in which one clause is shown when the question does not ask to compare."""
_REPEATED = 0.06
"""Taken from the score for each better passage of the same document, when no document is meant."""
_HEARD = 0.5
"""Share of the best score a passage needs to be put forward for its document in a broad question."""

_COVERED = 0.5
"""Share of the best coverage it needs as well."""


def similarity(one: Ranked, other: Ranked) -> float:
    """The share of stems two passages have in common."""
    a, b = one.view.body, other.view.body
    return len(a & b) / max(len(a | b), 1)


def distinct(ranked: Sequence[Ranked], wanted: int, shared: int = _SHARED) -> list[Ranked]:
    """The best passages; a near copy goes after all the others.

    In one document a passage is said once; in several, the same clause is kept for ``shared`` of them.
    """
    kept: list[Ranked] = []
    copies: list[Ranked] = []
    for item in ranked:
        if len(kept) >= wanted:
            break
        same = [other.view.passage.document for other in kept if _copies(item, other)]
        (copies if item.view.passage.document in same or len(same) >= shared else kept).append(item)
    return (kept + copies)[:wanted]


def _copies(item: Ranked, other: Ranked) -> bool:
    one, two = item.view.passage, other.view.passage
    if item.view.length < 8 or one.kind == "plan" or (one.document == two.document and one.kind == "champ"):
        return False
    return similarity(item, other) >= _SAME


def arrange(question: Question, ranked: Sequence[Ranked], k: int) -> list[Ranked]:
    """Choose and order ``k`` passages: in turn by document for a broad question, mixed when none is meant."""
    if question.large:
        return distinct(_in_turn(question, ranked), k, shared=k)
    chosen = ranked if question.documents else _mixed(ranked)
    return distinct(chosen, k)


def _in_turn(question: Question, ranked: Sequence[Ranked]) -> list[Ranked]:
    """The best passage of each document, then the second of each, while they are worth it."""
    if not ranked:
        return []
    meant = set(question.documents)
    floor = _HEARD * ranked[0].score
    covered = _COVERED * max(item.evidence.coverage for item in ranked)
    rows: dict[int, list[Ranked]] = defaultdict(list)
    seen: dict[str, int] = defaultdict(int)
    late: list[Ranked] = []
    for item in ranked:
        document = item.view.passage.document
        weak = item.evidence.coverage < covered and not item.clause
        if item.score < floor or weak or (meant and document not in meant):
            late.append(item)
            continue
        rows[seen[document]].append(item)
        seen[document] += 1
    return [item for turn in sorted(rows) for item in rows[turn]] + late


def _mixed(ranked: Sequence[Ranked]) -> list[Ranked]:
    """The same passages, each paying for the better ones of its own document."""
    seen: dict[str, int] = defaultdict(int)
    paid: list[tuple[float, int, Ranked]] = []
    for place, item in enumerate(ranked):
        document = item.view.passage.document
        paid.append((item.score - _REPEATED * min(seen[document], 5), -place, item))
        seen[document] += 1
    return [item for _, _, item in sorted(paid, key=lambda p: (-p[0], -p[1]))]
