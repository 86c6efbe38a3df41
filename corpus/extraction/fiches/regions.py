"""The layout of most fiches: a heading or the head of a form, then labels and values down to the next one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.extraction.fiches.claims import Reading
from corpus.extraction.fiches.headings import is_blank_number
from corpus.extraction.fiches.marks import has_blanks, unmark
from corpus.extraction.fiches.openers import Opener, find_openers
from corpus.extraction.fiches.pieces import Piece
from corpus.extraction.fiches.view import Unit, View
from corpus.extraction.fiches.walker import Walker
from corpus.text.folding import fold

_CLOSERS = re.compile(
    r"^(?:annexe\s+(?:n\s?°\s*)?[\divx]+\b|annexes$|article\s+\d+|sommaire$|glossaire$|signatures?$|les signataires$|"
    r"fait a \S+.{0,40}\ble\b|deliberations?\b.{0,30}$)"
)
_CLOSING_SECTIONS = frozenset({"annexe", "article", "sommaire", "preambule", "signatures", "instances"})
_ONCE = frozenset(
    {
        "titre",
        "porteurs",
        "public_cible",
        "besoins",
        "objectifs_strategiques",
        "objectifs_operationnels",
        "partenaires",
        "echeances",
        "lieu",
        "groupe_projet",
        "axe",
    }
)
_LONGEST = 400
HEAD = frozenset({"numero", "titre", "axe"})
"""Fields that a heading may give: they do not prove that a fiche follows."""
_AXIS = re.compile(r"^(?:axe|orientation|thematique|chapitre|volet)\s*(?:n°\s*)?[\divx]+\b")
_NUMBER = re.compile(r"^(\d{1,2}(?:[.-]\d{1,2}){1,2})\.?\s*[:–—-]?\s+(?=\S)")
_MOST_TITLE_WORDS = 40
_NEAR = 14
_FEWEST_BLANKS = 5
_NEEDED = {3: (2, 1), 2: (3, 2), 1: (4, 3), 0: (5, 4)}
"""How many fields must be named, and how many filled, by strength of the opener."""
_REVIEW = re.compile(r"\b(?:bilan|objectifs? (?:non |partiellement )?atteints?)\b")


class Regions:
    """Fiches read from their heading down."""

    name = "rubriques"

    def read(self, view: View) -> list[Reading]:
        """Every region that proves to be a fiche, the surest families of headings first."""
        openers, repeats = find_openers(view)
        view = view.without(repeats)
        closing = closing_lines(view)
        taken: list[Reading] = []
        for strength in (3, 2, 1):
            for opener in (o for o in openers if o.strength == strength):
                last = _end(opener, openers, closing, view)
                if any(r.first <= opener.line <= r.last for r in taken):
                    continue
                last = min([last, *(r.first - 1 for r in taken if r.first > opener.line)])
                taken += [r for r in readings_of(view, opener, last, self.name) if is_fiche(r, view)]
        return sorted(taken, key=lambda r: r.first)


def closing_lines(view: View) -> list[int]:
    """The lines that no fiche goes beyond: annexes, articles, signatures."""
    own = [
        u.number
        for u in view.units
        if u.kind in {"texte", "rangee"} and len(u.filled) <= 1 and _CLOSERS.match(fold(u.text))
    ]
    return sorted({*own, *(s.source.ligne_debut for s in view.sections if s.kind in _CLOSING_SECTIONS)})


def _end(opener: Opener, openers: Sequence[Opener], closing: Sequence[int], view: View) -> int:
    """The last line of what an opener governs; headings that announce the next fiche are left to it."""
    stops = [o.line for o in openers if o.line > opener.last and o.strength >= opener.strength]
    stops += [line for line in closing if line > opener.last]
    stop = min([*stops, len(view.units) + 1])
    end = min(stop - 1, opener.line + _LONGEST)
    if stop <= len(view.units):
        end = _without_announcement(view, opener.last, end)
    while end > opener.last and view.units[end - 1].kind == "vide":
        end -= 1
    return end


def _without_announcement(view: View, first: int, end: int) -> int:
    """The end without the headings in capitals, or of an axis, that stand just above the next fiche."""
    texts = [unit for unit in view.between(first, end) if unit.kind == "texte"]
    shouts = sum(_is_capitals(unit) for unit in texts) > len(texts) / 2
    line = end
    while line > first:
        unit = view.units[line - 1]
        heads = _AXIS.match(fold(unit.text)) or (_is_capitals(unit) and not shouts)
        if unit.kind != "vide" and (unit.kind != "texte" or len(unit.text.split()) > 20 or not heads):
            return line
        line -= 1
    return end


def _is_capitals(unit: Unit) -> bool:
    letters = [c for c in unit.text if c.isalpha()]
    return len(letters) > 3 and sum(map(str.isupper, letters)) > 0.9 * len(letters) and ":" not in unit.text


def readings_of(view: View, opener: Opener, last: int, layout: str) -> list[Reading]:
    """The reading of a region, cut where its labels start over: a heading was lost there."""
    first = opener.line if opener.label else opener.last + 1
    cuts = [title_above(view, cut) or cut for cut in _cuts(view, first, last)]
    found: list[Reading] = []
    for start, end in zip([first, *cuts], [*(c - 1 for c in cuts), last], strict=True):
        whole = start == first
        walker = Walker(view, start, end).walk()
        reading = Reading(opener.line if whole else start, end, claims=walker.claims, unread=walker.unread)
        reading.layout, reading.budget = layout, walker.budget
        reading.strength = opener.strength if whole else 1
        if whole:
            reading.numero, reading.titre, reading.axe = opener.numero, opener.titre, opener.axe
        _keep_loose(reading, walker)
        found.append(reading)
    return found


def _keep_loose(reading: Reading, walker: Walker) -> None:
    """Text before the first label: the title when there is none, else unread."""
    loose = walker.loose
    named = reading.titre is not None or any(c.champ == "titre" for c in reading.claims)
    if loose and not named and len(loose[0][1].split()) <= _MOST_TITLE_WORDS:
        line, text = loose.pop(0)
        number = _NUMBER.match(text)
        if number and reading.numero is None:
            reading.numero, text = number[1], text[number.end() :]
        reading.titre = Piece(text, line, line)
    reading.unread += [line for line, _ in loose]


def _cuts(view: View, first: int, last: int) -> list[int]:
    """The lines where a label that a fiche has once comes back after several others."""
    cuts: list[int] = []
    seen: dict[tuple[str, str], int] = {}
    for claim in Walker(view, first, last).walk().claims:
        mark = (claim.key, claim.form)
        if claim.champ in _ONCE and mark in seen and len(seen) - seen[mark] > 3 and claim.line > first:
            cuts.append(claim.line)
            seen = {}
        seen.setdefault(mark, len(seen))
    return cuts


def title_above(view: View, cut: int) -> int | None:
    """The line of the title just above a first label: a short line between blanks, neither item nor sentence."""
    line = cut - 1
    while line > 1 and view.units[line - 1].kind == "vide":
        line -= 1
    unit = view.units[line - 1]
    if unit.kind == "rangee":
        return line if len(unit.filled) == 1 and unit.cells[0] and len(unit.text.split()) <= 25 else None
    apart = line >= 2 and view.units[line - 2].kind == "vide" and cut - line <= 3
    plain = unit.kind == "texte" and len(unit.text.split()) <= 25 and unit.text[-1] not in ".;,:"
    return line if apart and plain and not unmark(unit.parts[0]).bullet else None


def is_fiche(reading: Reading, view: View) -> bool:
    """Whether enough labels are named and filled, near the heading, and it is neither a template nor a review."""
    named, filled = _NEEDED[reading.strength]
    if len(reading.keys - HEAD) < named or len(reading.said - HEAD) < filled:
        return False
    if is_blank_number(reading.numero) or not _near(reading, view):
        return False
    if reading.titre is None and len(reading.said) < 3:
        return False
    return not _is_review(reading, view) and not _is_form(reading, view)


def _is_form(reading: Reading, view: View) -> bool:
    """Whether a region is a form to fill in: more lines with blanks than fields that say something."""
    blanks = sum(has_blanks(view.document.lines[n - 1].text) for n in range(reading.first, reading.last + 1))
    return blanks >= _FEWEST_BLANKS and blanks > len(reading.said)


def _near(reading: Reading, view: View) -> bool:
    """Whether the labels start near the heading, as they do not after an entry of a table of contents."""
    first = min(claim.line for claim in reading.claims)
    between = [u for u in view.between(reading.first, first) if u.kind in {"texte", "rangee"}]
    return len(between) <= _NEAR


def _is_review(reading: Reading, view: View) -> bool:
    title = fold(reading.titre.text) if reading.titre else ""
    if _REVIEW.search(title):
        return True
    heads = [_head(u) for u in view.between(reading.first, reading.last) if u.kind in {"texte", "rangee"}]
    reviews = sum(view.vocabulary.is_review(head) for head in heads)
    return reviews >= 2 or (reviews == 1 and len(reading.said) <= 3)


def _head(unit: Unit) -> str:
    text = unit.filled[0] if unit.filled else unit.parts[0]
    return text.partition(":")[0]
