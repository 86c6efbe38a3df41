"""Headings of fiches: what one line of text says of the number and the title of the fiche it opens."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.text.folding import fold

_NUM = (
    r"(?P<num>X{2,}|[A-Z]{0,3}[.\s]?\d{1,3}(?:\s?[.\-/]\s?\d{1,3}){0,3}(?:\s?(?:bis|ter)\b|[a-z]\b)?"
    r"|[IVX]{1,4}(?:[.\-]\d+)*(?![\w'’]))"
)
_NUMBERED = rf"\s*(?:n\s?[°ºo]|num[ée]ro|#)?\s*[:.]?\s*{_NUM}"
_SEPARATOR = r"\s*[:.|–—_\-)/]*\s*"
_FICHE = r"(?:fiches?[\s\-–]*(?:d['’]\s?)?actions?|fiches?[\s\-]+projets?|fiches?|fa(?=\s?(?:n°\s?)?\d))"
_STRICT_FICHE = r"(?:fiches?[\s\-–]*(?:d['’]\s?)?actions?|fiches?[\s\-]+projets?)"
_BEFORE = re.compile(
    rf"^(?:(?:mod[eè]le\s+de\s+{_STRICT_FICHE}\s*[:–-]?\s+)|(?:(?:axe|orientation|th[ée]matique|annexe)\s[^|]{{0,80}}?\s[|–—-]\s))(?=\s*{_FICHE})",
    re.IGNORECASE,
)
_FICHE_NUMBERED = re.compile(rf"^{_FICHE}{_NUMBERED}(?P<sep>{_SEPARATOR})(?P<title>.*)$", re.IGNORECASE)
_FICHE_TITLED = re.compile(rf"^{_STRICT_FICHE}\s*(?::|[–—-]\s)\s*(?P<title>\S.*)$", re.IGNORECASE)
_FICHE_BARE = re.compile(rf"^{_STRICT_FICHE}$", re.IGNORECASE)
_ACTION = re.compile(rf"^(?:sous-)?actions?{_NUMBERED}(?P<sep>\s*[:.|–—_\-)]+\s*|\s*$)(?P<title>.*)$", re.IGNORECASE)
_FORM = re.compile(rf"^n\s?[°º]\s*{_NUM}$", re.IGNORECASE)
_OUTLINE = re.compile(r"^(?P<num>\d{1,2}[.\-]\d{1,2}(?:[.\-]\d{1,2})?)\.?\s*[:–—-]?\s+(?P<title>[A-ZÀ-Ý«].{6,200})$")
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d*\s*$|…{2,}\s*\d*\s*$")
_BARE_CELL = re.compile(rf"^{_STRICT_FICHE}\s*n?\s?[°º]?\s*:?$", re.IGNORECASE)
_AXIS = re.compile(r"^(?:axe|orientation|th[ée]matique)\s*(?:n\s?°\s*)?[\divx]+\b", re.IGNORECASE)
_MORE = re.compile(r"\(?\b(?:suite|fin)\)?$", re.IGNORECASE)
_MOST_HEADING_WORDS = 25
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Heading:
    """What a line of text opens: how surely, its number, its title or the axis written in its place."""

    strength: int
    numero: str | None = None
    titre: str | None = None
    axe: str | None = None

    @property
    def goes_on(self) -> bool:
        """Whether it only says that the fiche goes on over the page."""
        return bool(self.titre and _MORE.search(self.titre) and len(self.titre.split()) <= 2)


def _tidy_number(text: str | None) -> str | None:
    return "".join(text.split()).strip(".-/") if text else None


def _plain(text: str) -> str:
    return re.sub(r"^[#*_\s]+|[*_\s]+$", "", text).strip()


def tidy_title(text: str) -> str | None:
    """A title without the separators and the quotation marks around it."""
    title = text.strip(" :|–—\t").removeprefix("-").strip()
    if len(title) > 2 and title[0] in '«"“' and title[-1] in '»"”':
        title = title[1:-1].strip()
    return title or None


def _cased(match: re.Match[str]) -> bool:
    """Whether what follows the number may be a title rather than the rest of a sentence."""
    title = match["title"].strip()
    return not title or bool(re.search(r"[:|–—_\-)]", match["sep"])) or title[0].isupper() or title[0] in '«"“('


def _made(strength: int, numero: str | None, title: str) -> Heading:
    found = tidy_title(title)
    if found and _AXIS.match(found):
        return Heading(strength, numero, None, found)
    return Heading(strength, numero, found)


def read_heading(text: str) -> Heading | None:
    """The heading a line is, or ``None``: a sentence, an entry of a table of contents, anything else."""
    text = _plain(text)
    before = _BEFORE.match(text)
    text = text[before.end() :].strip() if before else text
    if not text or len(text) > _LONGEST or _LEADERS.search(text):
        return None
    for pattern, strength in ((_FICHE_NUMBERED, 3), (_ACTION, 2)):
        match = pattern.match(text)
        if match and _cased(match):
            return _made(strength, _tidy_number(match["num"]), match["title"])
    match = _FICHE_TITLED.match(text)
    if match:
        return _made(2, None, match["title"])
    if _FICHE_BARE.match(text):
        return Heading(2)
    match = _OUTLINE.match(text)
    if match and not text.endswith((".", ";", ",")) and len(text.split()) <= _MOST_HEADING_WORDS:
        return _made(1, _tidy_number(match["num"]), match["title"])
    return None


def form_number(text: str) -> str | None:
    """The number in the head cell of a form, such as ``N°2.1``."""
    match = _FORM.match(text)
    return _tidy_number(match["num"]) if match else None


def is_bare_cell(text: str) -> bool:
    """Whether a cell only says « fiche action », its number standing in the next one."""
    return bool(_BARE_CELL.match(text))


def is_axis(text: str) -> bool:
    """Whether a text names a numbered axis."""
    return bool(_AXIS.match(text))


def is_blank_number(numero: str | None) -> bool:
    """Whether a number is still to be written, as on a blank template."""
    return bool(numero) and bool(re.fullmatch(r"[x._]+", fold(numero or "")))
