"""Headings that carry a label: an article, an annexe, an axe, a fiche, a numbered chapter."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NOISE = r"(?:[^\w\s<]{1,3}\s*|[A-Za-zé]\s+)?"
_ROMAN = r"(?-i:[IVXLC]{1,6})"
_SEP = r"(?P<sep>[\s.:;–—°-]*)"
_NUM = r"\d{1,3}(?:[.\-]\d{1,2})*"


@dataclass(frozen=True, slots=True)
class Label:
    """What the label of a heading says; ``rest`` is the text after it, ``strong`` that punctuation sets it apart."""

    kind: str
    number: str | None
    rest: str
    strong: bool


_ARTICLE = re.compile(
    rf"^{_NOISE}art(?:icle|\.)\s*(?P<number>pr[ée]liminaire|premier|unique|{_ROMAN}\b|{_NUM})"
    rf"(?:\s*\^?\{{?(?:er|e|ème)\}}?(?=[\s.:–—-]|$))?{_SEP}(?P<rest>.*)$",
    re.IGNORECASE,
)
_ANNEXE = re.compile(
    rf"^{_NOISE}annexe(?:s(?=\s*$))?\s*(?:n\s*[°ºo]\s*)?(?P<number>{_NUM}|{_ROMAN}\b|(?-i:[A-H])\b)?{_SEP}(?P<rest>.*)$",
    re.IGNORECASE,
)
_AXE = re.compile(
    rf"^{_NOISE}axe\s*(?:strat[ée]gique|th[ée]matique|prioritaire)?\s*(?:n\s*[°ºo]\s*)?"
    rf"(?P<number>\d{{1,2}}|{_ROMAN}\b|(?-i:[A-H])\b){_SEP}(?P<rest>.*)$",
    re.IGNORECASE,
)
_FICHE = re.compile(
    rf"^{_NOISE}fiche[\s_-]*(?P<what>actions?|projet|op[ée]ration(?:nelle)?)?[\s_-]*(?:n\s*[°ºo]?\s*[°ºo.]?\s*)?"
    rf"(?P<number>(?:(?-i:[A-Z])\.?)?\d{{1,3}}(?:[.\-]\d{{1,2}})*(?-i:[a-z]\b|bis\b)?|(?-i:[A-Z])(?=\s*[:.–—-]))?"
    rf"{_SEP}(?P<rest>.*)$",
    re.IGNORECASE,
)
_ACTION = re.compile(
    rf"^{_NOISE}action\s*(?:n\s*[°ºo]\s*)?(?P<number>\d{{1,2}}(?:[.\-]\d{{1,2}})*){_SEP}(?P<rest>.*)$",
    re.IGNORECASE,
)
_FORM = re.compile(r"^n\s*[°º]\s*(?P<number>\d{1,2}(?:[.\-]\d{1,2})*|[xX]{2,}|_+|…+|\.{2,})\s*$", re.IGNORECASE)
_PART = re.compile(
    r"^(?P<what>titre|partie|chapitre|volet|section|chantier|orientation|objectif|enjeu|priorit[ée]|d[ée]fi|th[èeé]me"
    rf"|th[ée]matique)\b\s*(?:strat[ée]gique|op[ée]rationnel|g[ée]n[ée]ral)?\s*(?:n\s*[°ºo]\s*)?"
    rf"(?P<number>\d{{1,2}}(?:[.\-]\d{{1,2}})*|{_ROMAN}\b){_SEP}(?P<rest>.*)$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^(?P<number>\d{1,2}(?:[.\-]\d{1,2}){0,3}|[IVX]{1,5}|[A-H])(?P<sep>\s*[.):°–—-]+\s*|\s+)"
    r"(?P<rest>[^\W\d_«\"“(*].*|[«\"“(*].+)$"
)
_PREAMBULE = re.compile(
    rf"^{_NOISE}(?:article\s+pr[ée]liminaire\s*[:.–—-]*\s*)?pr[ée]ambule\s*[:.–—-]*\s*$", re.IGNORECASE
)
_STRUCTURAL = ("titre", "partie", "chapitre", "volet", "section")


def _strong(match: re.Match[str]) -> bool:
    return any(c in ":.–—-;" for c in match["sep"])


def _label(kind: str, match: re.Match[str]) -> Label | None:
    rest = match["rest"].strip(" :–—-")
    strong = _strong(match)
    if rest and not strong and not (rest[0].isupper() or rest[0] in '«"“(*'):
        return None
    return Label(kind, match["number"], rest, strong or not rest)


def _fiche(text: str) -> Label | None:
    match = _FICHE.match(text)
    if match and (match["number"] or (match["what"] and (":" in match["sep"] or not match["rest"]))):
        return _label("fiche", match)
    match = _ACTION.match(text)
    return _label("action", match) if match else None


def _part(text: str) -> Label | None:
    match = _PART.match(text)
    if not match:
        return None
    what = match["what"].lower()
    kind = "partie" if what in _STRUCTURAL else "chapitre" if what == "chantier" else "orientation"
    return _label(kind, match)


def form_number(cell: str) -> str | None:
    """The number of a fiche's form written alone in a cell (``N°2.3``), or ``None``."""
    match = _FORM.match(cell)
    return match["number"] if match else None


def read_label(text: str) -> Label | None:
    """The label of a heading, or ``None`` for a line that has none."""
    if _PREAMBULE.match(text):
        return Label("preambule", None, "", strong=True)
    for kind, pattern in (("article", _ARTICLE), ("annexe", _ANNEXE), ("axe", _AXE)):
        match = pattern.match(text)
        if match:
            found = _label(kind, match)
            return None if kind == "annexe" and found and not found.strong and not found.number else found
    return _fiche(text) or _part(text)


def read_number(text: str) -> Label | None:
    """The number that starts a heading without a label word (``4.3-``, ``II.``, ``A.``), or ``None``."""
    match = _NUMBERED.match(text)
    if not match or (match["number"].isalpha() and not match["sep"].strip()):
        return None
    kind = "parenthese" if ")" in match["sep"] else "numero"
    return Label(kind, match["number"], match["rest"].strip(), bool(match["sep"].strip()))
