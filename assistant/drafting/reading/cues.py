"""The words that announce a field: « porté par », « en lien avec », « public : »…"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.drafting.lexicon.labels import CANONICAL
from assistant.drafting.reading.bodies import is_body, is_infinitive, is_only_people
from assistant.drafting.reading.cue_patterns import (
    AT_WALL,
    PATTERNS,
)
from assistant.drafting.reading.labels import label_spans

if TYPE_CHECKING:
    from assistant.drafting.reading.text import Work


@dataclass(frozen=True, slots=True)
class Cue:
    """A field announced at ``start``; its words begin at ``end``."""

    champ: str
    start: int
    end: int


def find_cues(work: Work) -> list[Cue]:
    """The cues of a text, in order, none over another: the earliest, then the longest, wins."""
    found = [
        Cue(champ, m.start(), m.end())
        for table in (PATTERNS, AT_WALL)
        for champ, pattern in table
        for m in pattern.finditer(work.folded)
        if _holds(champ, m, work)
    ]
    found += [Cue(champ, start, end) for champ, start, end in label_spans(work.text) if champ not in CANONICAL]
    found = [_with_subject(cue, work) for cue in found]
    found.sort(key=lambda cue: (cue.start, cue.start - cue.end))
    kept: list[Cue] = []
    for cue in found:
        if kept and cue.champ == kept[-1].champ and not work.text[kept[-1].end : cue.start].strip():
            continue
        if not kept or cue.start >= kept[-1].end:
            kept.append(cue)
    return kept


_ITS_SUBJECT = re.compile(
    r"(?:(?<=^)|(?<=[.;\n¶]))\s*(?P<s>(?:le |la |les |l'|nos |notre |nous )[^.,;:\n¶]{2,50}?)\s+$"
)


def _with_subject(cue: Cue, work: Work) -> Cue:
    """« Le secteur manque de places »: a need told by its verb begins with the subject."""
    if cue.champ != "besoins" or cue.start != cue.end:
        return cue
    before = _ITS_SUBJECT.search(work.folded[: cue.start])
    return Cue(cue.champ, before.start("s"), before.start("s")) if before else cue


_ASKS_IN = re.compile(r"(?:y )?(?:associer|mobiliser|impliquer|solliciter|convier)\b(?! *:)")
"""« Associer les écoles »: as « avec », it leads to partners when bodies follow."""
WORDS_BEFORE_MEANS = 8
"""Words after which « il faudra un local » tells a means; before them it is the action itself."""


def _holds(champ: str, match: re.Match[str], work: Work) -> bool:
    """Whether a cue really announces its field, by what follows."""
    after = work.text[match.end() : match.end() + 160]
    labelled = ":" in match[0] or "=" in match[0]
    if champ == "par" or (champ == "partenaires" and match[0].startswith(("grace", "financement", "cofinancement"))):
        return is_body(after) and (champ != "par" or work.text[: match.start()].rstrip().endswith(","))
    if champ == "moyens" and match[0].startswith("il "):
        return len(re.findall(r"\w+", work.folded[: match.start()])) >= WORDS_BEFORE_MEANS
    if champ == "avec" or _ASKS_IN.match(match[0]):
        return _announces_bodies(after)
    if champ == "porteurs" and not labelled and _LOOSE_LABEL.match(match[0]) and not _said_of(match[0]):
        return _opens_sentence(work, match.start())
    if champ == "porteurs" and "par" not in match[0].split() and not labelled and not _said_of(match[0]):
        return (is_body(after) or _opens_sentence(work, match.start())) and not after.startswith(("l'", "l’"))
    if (
        champ in {"partenaires", "groupe_projet", "copilotes"}
        and not labelled
        and match[0].strip() in {"partenaires", "partenaire", "les partenaires", "groupe de travail"}
    ):
        return is_body(after) or _opens_sentence(work, match.start())
    if champ == "indicateurs" and not labelled:
        return bool(re.match(r"\s*(?:(?:le|la|les|l'|un|une)\s?)?\w+", work.folded[match.end() :])) and match[
            0
        ].strip() not in {"evaluation", "l'evaluation"}
    return True


_LOOSE_LABEL = re.compile(
    r"(?:les? |la )?(?:gestionnaires?|structures?|operateurs?|organisat\w+|responsable)\b"
    r"(?!.*\bpar\b)"
)
"""Words that label who carries the action only at the head of a sentence."""


def _opens_sentence(work: Work, start: int) -> bool:
    """Whether a bare label (« porteur agglo ») stands at the head of its sentence."""
    return bool(re.search(r"(?:^|[.;\n¶])\s*$", work.folded[:start]))


def _said_of(words: str) -> bool:
    return any(word in words.split() for word in ("est", "sera", "c'est", "sont", "serait"))


def _announces_bodies(after: str) -> bool:
    """« avec » leads to partners when bodies follow; to a step or a feature otherwise."""
    first = re.split(r"[,.;\n¶]| et ", after, maxsplit=1)[0]
    if (
        not first.strip()
        or is_infinitive(first)
        or re.match(r"\s*(?:formation|un temps|une? \w+ (?:de|d)|des (?:ateliers|temps|sorties|animations))", first)
    ):
        return is_body(first) and not re.match(r"\s*(?:un temps|des ateliers|formation)", first)
    if is_only_people(first):
        return bool(re.search(r",| et ", after)) and is_body(after.split(",", 1)[-1])
    return is_body(first)


_LEADING_CLAUSE = re.compile(
    r"(?:suite|face|compte tenu|vu|devant|pour que|pour qu'|afin|parce qu|comme|dans le but|en vue)\b|parce qu'|afin d"
)
"""Words that open a clause before the action itself: « Pour que les parents soufflent, nous voulons … »."""


def _clause_end(work: Work, cue: Cue, limit: int) -> int:
    """« Face au manque de places (…), la ville souhaite … »: the need ends at its comma, brackets aside."""
    greeted = re.search(r"\b(?:bonjour|bonsoir|madame|monsieur)\W*$", work.folded[: cue.start])
    if not (greeted or _opens_sentence(work, cue.start)):
        return limit
    for match in re.finditer(r",\s", work.text[cue.end : limit]):
        before = work.text[cue.end : cue.end + match.start()]
        if before.count("(") <= before.count(")"):
            return cue.end + match.start()
    return limit


_NEXT_ITEM = re.compile(r"\n[ \t]*(?:[-•*–]|\d{1,2}[.)/])[ \t]*\Z")
"""The mark of the item of a list that the next label opens."""


def value_end(work: Work, cues: list[Cue], index: int) -> int:
    """Where the words a cue announces end: the next cue, a wall, the end of the sentence."""
    cue = cues[index]
    limit = cues[index + 1].start if index + 1 < len(cues) else len(work.text)
    numbered = _NEXT_ITEM.search(work.text[:limit], cue.end)
    limit = numbered.start() if numbered else limit
    listed = cue.champ in {
        "indicateurs",
        "objectifs_operationnels",
        "objectifs_strategiques",
        "besoins",
        "description",
        "effets_attendus",
        "moyens",
        "points_de_vigilance",
        "partenaires",
    }
    newline = r"\n(?!\s*(?:[-•*–]|\d+[.)/]))" if listed else r"\n(?=\S)"
    stop = re.compile(rf"¶|(?<!\b[A-Z])(?<!\bSt)(?<!\bSte)(?<!\betc)[.!?](?=\s|$|¶)|{newline}").search(
        work.text, cue.end, limit
    )
    if _LEADING_CLAUSE.match(work.folded[cue.start :]):
        limit = _clause_end(work, cue, limit)
    first_line = re.match(r"\s*\n", work.text[cue.end : limit])
    if stop and first_line and stop.start() < cue.end + first_line.end():
        return limit
    return min(stop.start(), limit) if stop else limit
