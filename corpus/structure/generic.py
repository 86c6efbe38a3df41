"""Headings without a label: capitals, bold, a short line that introduces what follows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.structure import vocabulary as words
from corpus.structure.headings import joined
from corpus.structure.labels import read_label, read_number
from corpus.structure.views import isolated_after, isolated_before, next_written

if TYPE_CHECKING:
    from corpus.structure.views import View

_PERSON = re.compile(
    r"^(?:monsieur|madame|m\.|mme|mr|le maire|la maire|le president|la presidente|le directeur|la dir)"
)
_ODD = re.compile(r"[|{}\\=~@#_<>©®]|[^\w\s]{4,}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_QUESTION = re.compile(r"\?\s*$")
_LONGEST = 120


def block_end(lines: list[View], index: int, longest: int = 4) -> int:
    """The last line of the paragraph that starts at ``index``, counted up to ``longest`` lines."""
    last = index
    while last + 1 < len(lines) and last - index + 1 < longest:
        line = lines[last + 1]
        if line.blank or line.row or line.item or read_label(line.text):
            break
        if line.dense and not line.text[0].islower():
            break
        if lines[last].caps and not line.caps:
            break
        if lines[last].text.endswith(":"):
            break
        last += 1
    return last


def introduces(lines: list[View], last: int) -> bool:
    """Whether a list, a table, a paragraph or a subheading follows line ``last``."""
    following = next_written(lines, last)
    if following is None:
        return False
    if following.item or following.row:
        return True
    if read_label(following.text):
        return False
    number = read_number(following.text)
    if number and ("." in (number.number or "") or number.number == "1"):
        return True
    if lines[last].text.endswith(":") and following.index == last + 1:
        return True
    end = block_end(lines, following.index)
    text = joined(lines, following.index, end)
    return len(text) >= 60 or text.endswith((":", "."))


def _first_word(folded: str) -> str:
    match = re.match(r"[a-z]+'?", folded)
    return match.group(0).rstrip("'") if match else ""


def _opens_text(folded: str) -> bool:
    """Whether a line starts as the continuation of a text or as an objective in the infinitive."""
    first = _first_word(folded)
    if first == "pour" and re.match(r"pour (?:la|le|les|l')\b", folded):
        return False
    if first in words.CONNECTORS:
        return True
    return bool(words.INFINITIVE.match(folded)) and first not in words.INFINITIVE_LIKE


def clean(text: str) -> bool:
    """Whether a line is made of words rather than of scan noise, figures or names of signatories."""
    letters = sum(c.isalpha() or c.isspace() for c in text)
    wordy = sum(c.isalnum() or c.isspace() or c in "'’-–«»:/()," for c in text)
    long_word = any(len(word) >= 4 for word in re.findall(r"[^\W\d_]+", text))
    return letters >= 0.6 * len(text) and wordy >= 0.9 * len(text) and long_word and not _ODD.search(text)


def rubrique_heading(lines: list[View], index: int) -> int | None:
    """The last line of a rubrique's heading inside a fiche: a known name alone on its line, or ``None``."""
    line = lines[index]
    if not words.RUBRIQUES.match(line.folded) or line.row or line.item or len(line.text) > 90 or line.ended:
        return None
    alone = isolated_before(lines, index) and isolated_after(lines, index)
    listed = index + 1 < len(lines) and lines[index + 1].item and len(line.text.split()) <= 4
    marked = line.text.endswith((":", "?")) or line.bold or line.caps or listed
    return index if (alone or marked) and next_written(lines, index) and not line.text[0].islower() else None


def generic_heading(lines: list[View], index: int, repeated: set[str]) -> int | None:
    """The last line of the heading without label that starts at ``index``, or ``None``."""
    line = lines[index]
    if line.blank or line.row or line.item or len(line.text) > _LONGEST or not isolated_before(lines, index):
        return None
    last = block_end(lines, index)
    text = joined(lines, index, last)
    folded = " ".join(other.folded for other in lines[index : last + 1])
    if line.raw.lstrip().startswith("*") and not line.bold:
        return None
    if len(text) > _LONGEST + 30 or not clean(text) or _PERSON.match(folded) or not _starts(text):
        return None
    if line.bold or line.depth:
        return last
    if line.caps:
        return last if folded not in repeated and introduces(lines, last) else None
    if text.endswith(":"):
        return last if _colon(folded) and introduces(lines, last) else None
    return last if _bare(lines, last, text, folded, repeated) else None


def last_mark(text: str) -> bool:
    """Whether a text ends as a sentence or an enumeration does."""
    return text.endswith((".", ";", ",", "…"))


def _starts(text: str) -> bool:
    return text[0].isupper() or text[0] in '«“"'


def _colon(folded: str) -> bool:
    """Whether a line that ends with a colon is a heading rather than a sentence."""
    if words.INSTANCE.match(folded.removeprefix("le ").removeprefix("la ").removeprefix("les ").removeprefix("l'")):
        return len(folded) <= 90
    return len(folded.split()) <= 14 and not _opens_text(folded) and not words.VERBAL.search(folded)


def _bare(lines: list[View], last: int, text: str, folded: str, repeated: set[str]) -> bool:
    """Whether a line without any mark is a title: short, nominal, alone, and something follows."""
    if len(folded.split()) < 2 and not words.RUBRIQUES.match(folded):
        return False
    if sum(c.isdigit() for c in _YEAR.sub("", text)) > 2 or "€" in text or "%" in text:
        return False
    if (
        words.INSTANCE.match(re.sub(r"^(?:le |la |les |l')", "", folded))
        and len(folded.split()) <= 8
        and not last_mark(text)
    ):
        return True
    if text.endswith((".", ";", ",", "…", ")")) and not words.RUBRIQUES.match(folded):
        return False
    if folded in repeated and not words.RUBRIQUES.match(folded):
        return False
    if words.RUBRIQUES.match(folded) and len(folded) <= 70:
        return introduces(lines, last) and not text.endswith((".", ";", ","))
    wrapped = last > 0 and lines[last - 1].blank is False and len(text) > 100
    nominal = not words.VERBAL.search(folded) or bool(_QUESTION.search(text))
    short = len(folded.split()) <= 14 and not read_number(text)
    return nominal and short and not wrapped and not _opens_text(folded) and introduces(lines, last)


def kind_of(folded: str, *, in_fiche: bool) -> str:
    """The kind of a heading without label, from its words."""
    if in_fiche:
        return "rubrique"
    tests = (
        ("plan", words.PLAN.search),
        ("charte", words.CHARTE.match),
        ("instance", words.INSTANCE.search),
        ("diagnostic", words.DIAGNOSTIC.search),
        ("rubrique", words.RUBRIQUES.match),
    )
    return next((kind for kind, test in tests if test(folded)), "intertitre")
