"""The parts of a convention that are not made of headings: title page, parties, visas, signatures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.structure.headings import Heading, shorten, title_end
from corpus.structure.labels import read_label

if TYPE_CHECKING:
    from corpus.structure.views import View

_BETWEEN = re.compile(r"^entre(?: les soussignes?| d'une part)?\s*[:,]?\s*(?:d'une part\s*[:,]?)?$")
_BETWEEN_NAMED = re.compile(
    r"^entre (?:d'une part )?[:,]?\s*(?:la |le |les |l')"
    r"(?:caf\b|caisse|commun|ville|syndicat|metropole|departement|etat)"
)
_VISA = re.compile(r"^(?:[-–•]\s*)?vu (?:la |le |les |l'|ensemble)")
_AGREED = re.compile(r"^il (?:est|a ete) (?:convenu|arrete|expose)")
_DONE = re.compile(r"^fait (?:a|en|le)\b")
_SIGNING = re.compile(r"\b(?:maire|president\w*|direct(?:eur|rice)|exemplaires?|signat\w+|represente\w*|prefete?)\b")
_DAY = re.compile(r"\ble \d{1,2}")
_SIGNER = re.compile(r"^pour (?:la |le |l'|les )")
_TITLE = re.compile(
    r"^(?:la |projet de |avenant .{0,12}(?:a|au) (?:la )?)?(?:convention|contrat|projet social|projet de territoire|"
    r"pacte|schema|protocole|charte|programme|plan local|realisation d'un projet)\b"
)
_YEARS = re.compile(r"^(?:\D{0,12})?(?:19|20)\d\d\s*(?:[-–—/àa]|au)\s*(?:19|20)\d\d$")
Zone = tuple[Heading, int]
"""A heading and the last line (0-based) in which no other heading is looked for."""


def find_title(lines: list[View], before: int) -> Heading | None:
    """The title of the document among its first lines, with its years when they stand below it."""
    head = [line for line in lines[:before] if not line.blank and not line.row][:40]
    wanted = [line for line in head if _TITLE.match(line.folded) and len(line.text) <= 140 and not line.item]
    chosen = next((line for line in wanted if _years_follow(lines, line.index)), None) or next(iter(wanted), None)
    if chosen is None:
        return None
    last = title_end(lines, chosen.index, shortest=10)
    following = next((line for line in lines[last + 1 : last + 4] if not line.blank), None)
    if following and _YEARS.match(following.folded):
        last = following.index
    text = " ".join(line.text for line in lines[chosen.index : last + 1] if not line.blank)
    return Heading(chosen.index, last, "titre", shorten(text), rank=10)


def _years_follow(lines: list[View], index: int) -> bool:
    ahead = [line for line in lines[index : index + 4] if not line.blank][:2]
    return any(re.search(r"(?:19|20)\d\d\s*[-–—]\s*(?:19|20)\d\d", line.text) for line in ahead)


def _first(lines: list[View], pattern: re.Pattern[str], start: int, end: int) -> int | None:
    return next((line.index for line in lines[start:end] if pattern.match(line.folded)), None)


def first_label(lines: list[View], contents: list[tuple[int, int]]) -> int:
    """The first line outside the sommaires that bears a labelled heading."""
    skipped = {i for first, last in contents for i in range(first, last + 1)}
    for line in lines:
        bullet = line.item and line.raw.lstrip()[:1] in "-–—•"
        if line.blank or bullet or line.index in skipped:
            continue
        if read_label(line.text):
            return line.index
    return len(lines)


def find_parties(lines: list[View], limit: int) -> Zone | None:
    """The parties: from « Entre » to what is agreed or to the visas."""
    start = _first(lines, _BETWEEN, 0, limit)
    start = _first(lines, _BETWEEN_NAMED, 0, limit) if start is None else start
    if start is None:
        return None
    end = next(
        (line.index - 1 for line in lines[start:limit] if _VISA.match(line.folded) or line.folded in _HEADED), limit - 1
    )
    agreed = _first(lines, _AGREED, start, end + 1)
    last = agreed if agreed is not None else end
    return Heading(start, start, "parties", "Parties signataires", rank=10), max(last, start)


_HEADED = ("sommaire", "table des matieres")


def find_visas(lines: list[View], limit: int) -> Zone | None:
    """The visas: two or more paragraphs that begin with « Vu »."""
    visas = [line.index for line in lines[:limit] if _VISA.match(line.folded)]
    if len(visas) < 2:
        return None
    return Heading(visas[0], visas[0], "visas", "Visas", rank=10), max(visas[-1], visas[0])


def find_signatures(lines: list[View], start: int) -> Zone | None:
    """The signatures: from the first « Fait à » followed by signatories to the next annexe or the end."""
    for line in lines[start:]:
        if not (_DONE.match(line.folded) or (_SIGNER.match(line.folded) and _signer_run(lines, line.index))):
            continue
        around = " ".join(other.folded for other in lines[line.index : line.index + 25])
        if _SIGNING.search(around) or (_DONE.match(line.folded) and _DAY.search(around[:120])):
            return Heading(line.index, line.index, "signatures", "Signatures", rank=10), _signed_until(
                lines, line.index
            )
    return None


def _signer_run(lines: list[View], index: int) -> bool:
    """Whether several « Pour la commune de… Le Maire » follow one another."""
    near = [line for line in lines[index : index + 12] if not line.blank]
    named = sum(bool(_SIGNER.match(line.folded)) for line in near)
    return named >= 3 and any(_SIGNING.search(line.folded) for line in near)


def _signed_until(lines: list[View], index: int) -> int:
    for line in lines[index + 1 :]:
        label = read_label(line.text) if not line.item and not line.blank else None
        if label and label.kind in ("annexe", "article", "fiche"):
            return line.index - 1
    return len(lines) - 1
