"""Citation marks: the many ways a model writes them, brought to ``[n]``; those of no source removed and counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

MARK = re.compile(r"\[(\d{1,4})\]")
MOST = 12
"""Numbers a range such as ``[1-9]`` may stand for; a longer one is no mark."""
_WORDED = re.compile(
    r"[\[【(]\s*\^?(?:(?:passages?|sources?|extraits?|citations?|réf(?:érences?)?\.?|ref\.?|doc(?:uments?)?\.?)\s*)?"
    r"(?:n\s?°\s*|#)?(?P<numbers>\d{1,4}(?:\s*(?:,|;|et|-|–|à)\s*(?:n°\s*)?\d{1,4})*)(?:†[^\]】]{0,20})?\s*[\]】)]",
    re.IGNORECASE,
)
_STEP = re.compile(r"(\d{1,4})\s*(?:-|–|à)\s*(\d{1,4})")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text whose marks are all of known sources, and how many marks were taken out."""

    text: str
    unknown: int


def _numbers(text: str) -> list[int]:
    spread = _STEP.sub(lambda m: ",".join(map(str, _range(int(m[1]), int(m[2])))), text)
    return [int(number) for number in re.findall(r"\d+", spread)]


def _range(first: int, last: int) -> list[int]:
    return list(range(first, last + 1)) if first < last <= first + MOST else [first, last]


def _is_mark(match: re.Match[str]) -> bool:
    """Round brackets are marks only when a word says so: « (3) » may be a figure of the text."""
    return not match[0].startswith("(") or bool(re.match(r"\(\s*\^?[a-zé]", match[0], re.IGNORECASE))


def tidy(text: str, known: Collection[int]) -> Marked:
    """The text with plain ``[n]`` marks of known sources only."""
    unknown = 0

    def plain(match: re.Match[str]) -> str:
        nonlocal unknown
        if not _is_mark(match):
            return match[0]
        numbers = list(dict.fromkeys(_numbers(match["numbers"])))
        unknown += sum(number not in known for number in numbers)
        return "".join(f"[{number}]" for number in numbers if number in known)

    return Marked(re.sub(r"[ \t]+([.,])", r"\1", _WORDED.sub(plain, text)), unknown)


def marks_of(text: str) -> tuple[int, ...]:
    """The numbers of the marks of a text, in order, once each."""
    return tuple(dict.fromkeys(int(number) for number in MARK.findall(text)))


def without_marks(text: str) -> str:
    """A text without its marks."""
    return re.sub(r"\s+([.,])", r"\1", re.sub(r"[ \t]{2,}", " ", MARK.sub(" ", text))).strip()
