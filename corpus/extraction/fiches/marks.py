"""Bullets, numbers, noise and placeholders: what stands around a value without being part of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.text.folding import fold

_SYMBOLS = "-–—•▪▫►▶➢➤✓✔→➔⇒○●◦❖■□◆·∙‣⁃*¢»>§¤"
_BULLET = re.compile(
    rf"^(?:[{re.escape(_SYMBOLS)}]+(?:\s+|(?=[^\W\d_])|$)|[vV]['\"”’/°]\s*|[voe]\s+(?=[^\W\d_a-zà-ÿ])|[voe]\s+(?=\S)(?=.{{12}})|\uf0b7\s*|[\ue000-\uf8ff]\s*)"
)
_NUMBER = re.compile(r"^(?:(\d{1,2})\s*[).°](?!\d)\s*|(\d{1,2})\s*[/–-]\s+(?=[^\W\d])|(?:[a-hA-H])\)\s*|([①-⑳])\s*)")
_STEP = re.compile(r"^(?:étape|etape|phase|action|sous-action)\s*n?°?\s*(\d{1,2})\s*[:.)–-]\s*", re.IGNORECASE)
_NOISE_TOKENS = re.compile(r"^[A-Z]{1,2}(?:\s+[A-Z]{1,2})*$|^[a-zA-Z]$")
_PAGE = re.compile(
    r"^(?:[-–—_\s]*(?:page|p\.)\s*\d{1,3}(?:\s*(?:/|sur)\s*\d{1,3})?[-–—_\s]*|[-–—\s]*\d{1,3}(?:\s*/\s*\d{1,3})?[-–—\s]*)$",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"\|_|_\||_{5,}|\.{8,}|/\s?\.{3,}|…{4,}|☐|\bX{3,}\b")
_PLACEHOLDER = re.compile(
    r"^[\W_]*(?:x{2,}|\.{2,}|…+|_{2,}|a (?:completer|definir|preciser|determiner|renseigner)|"
    r"en cours(?: de definition)?|neant|"
    r"non defini|nom\W+prenom\W+mail|n/?a|tbd|\?+)?[\W_]*$"
)


class Marked(NamedTuple):
    """A line without its bullet or number."""

    text: str
    bullet: bool
    number: int | None
    """The number that opened it, such as 2 in ``2) …``."""


def unmark(line: str) -> Marked:
    """Take the bullets and the number off the start of a line."""
    text, bullet, number = line.strip(), False, None
    for _ in range(3):
        match = _BULLET.match(text)
        if match and match.end():
            text, bullet = text[match.end() :].strip(), True
            continue
        match = _NUMBER.match(text)
        if match and number is None and match.end() < len(text):
            number = int(match[1] or match[2] or 0)
            text, bullet = text[match.end() :].strip(), True
            continue
        break
    return Marked(text, bullet, number)


def is_noise(line: str) -> bool:
    """Whether a whole line is what scanning leaves: lost bullets, stray signs, page numbers."""
    text = line.strip()
    if not text or _PAGE.match(text) or _NOISE_TOKENS.match(text):
        return True
    tight = text.replace(" ", "")
    letters = sum(map(str.isalpha, tight))
    lost = letters == 0 and not any(map(str.isdigit, tight))
    if sum(map(str.isdigit, tight)) >= 4:
        return False
    return lost or (len(tight) < 16 and letters < 0.45 * len(tight) and letters < 4)


def is_lone_letter(line: str) -> bool:
    """Whether a line is one capital letter, as a label printed sideways is read."""
    return bool(re.fullmatch(r"[A-ZÀ-Ý]", line.strip()))


def is_placeholder(text: str) -> bool:
    """Whether a value says only that there is none yet."""
    return has_blanks(text) or bool(_PLACEHOLDER.match(fold(text)))


def has_blanks(text: str) -> bool:
    """Whether a text holds the boxes or dotted lines of a form to fill in."""
    return bool(_BLANKS.search(text))
