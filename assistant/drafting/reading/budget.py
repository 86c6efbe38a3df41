"""A budget in plain French: each amount becomes a line of the form, under a post, with the words used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.model import Held, Statement
from assistant.drafting.reading.amounts import in_figures
from assistant.drafting.reading.budget_lines import AMOUNT, GOES_ON, NUMBER, lines_of
from assistant.drafting.reading.budget_posts import Line, euros, filed, gifts
from assistant.drafting.reading.budget_rest import balance, remainder
from assistant.drafting.reading.text import cut, same_length_fold
from corpus.fiche import LigneBudget

if TYPE_CHECKING:
    from assistant.drafting.model import Reading
    from assistant.drafting.reading.text import Work

_IN_BRACKETS = re.compile(rf"(?<=\w )\(\s*(?:{NUMBER})\s*(?:k€|€|euros?)\s*\)", re.IGNORECASE)
"""« l'ARS (18 000 €) »: brackets around an amount alone."""


def read_budget(work: Work, reading: Reading) -> None:
    """State the lines of the budget a request gives and strike them out; tell what does not add up."""
    work.text, words = in_figures(work.text)
    work.text = _IN_BRACKETS.sub(lambda m: f" {m[0][1:-1]} ", work.text)
    work.folded = same_length_fold(work.text)
    spans = [(a, b) for a, b in cut(work.text) if AMOUNT.search(work.text, a, b)]
    if spans:
        spans += [(a, b) for a, b in cut(work.text) if (a, b) not in spans and GOES_ON.match(work.folded[a:b])]
    lines: list[Line] = []
    totals: list[Line] = []
    rest = ""
    for start, end in spans:
        first = _start(work, start, end)
        got, total, left, used = lines_of(work.text[first:end], words)
        lines += got
        totals += total
        rest = rest or left
        work.strike(first, first + used)
    given = [line for line in lines if line.in_kind]
    lines = [line for line in lines if not line.in_kind]
    if rest:
        remainder(lines, totals, rest, reading)
    for line in given:
        for side in gifts(line):
            if line.written:
                _hold(line, side, reading)
            else:
                reading.statements.append(Statement(*side))
    for line in lines:
        place = filed(line)
        if line.written:
            _hold(line, place, reading)
        else:
            reading.statements.append(Statement(*place))
    balance(lines, totals, reading)


def _hold(line: Line, filed: tuple[str, LigneBudget, str], reading: Reading) -> None:
    """Keep an amount worked out apart: her words go to the means, the figures wait for her word."""
    champ, found, _ = filed
    words = line.written if line.label in line.written else f"{line.label} : {line.written}"
    reading.state("moyens", words, "montant tel que la demande l'écrit")
    place = found.sous_poste or found.poste
    side = "contributions en nature" if line.in_kind else "produits" if line.produit else "charges"
    how = f"{line.worked_out} ; " if line.worked_out else ""
    texte = f"« {words} » : {how}inscrire {euros(line.amount)} aux {side} du budget ({place}) ?"
    reading.held.append(Held(texte, champ, found))


def _start(work: Work, start: int, end: int) -> int:
    """Where the budget begins in its sentence: what comes before it is about something else."""
    first = AMOUNT.search(work.text, start, end)
    limit = first.start() if first else end
    heading = next(
        iter(
            re.finditer(
                (
                    r"\b(?:budget|couts?|investissements?|fonctionnement|aides|charges|depenses|recettes|produits"
                    r"|(?:co-?)?financements?|(?:co-?)?financeurs?"
                    r"|financee? par|subventions?|achats)\b"
                ),
                work.folded[start:limit],
            )
        ),
        None,
    )
    if heading:
        return start + heading.start()
    commas = [
        m.end()
        for m in re.finditer(
            r"[,;:]\s|\set\s(?=(?:la |le |l['’])?[\w-]+ (?:soutien|financ|apport|vers|donn|met |prend |pay))",
            work.text[start:limit],
        )
    ]
    return start + commas[-1] if commas else start
