"""« Lève le point 2 »: the coordinator closes entries of the register, or opens one again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.reading.text import same_length_fold
from assistant.drafts.register import lift, open_register, register, reopen
from assistant.validation.typography import plural
from corpus.errors import UsageError

if TYPE_CHECKING:
    from assistant.drafts.model import Draft

_LIFT = re.compile(
    r"^\W*(?:(?:ok|oui|je|on|tu peux|vous pouvez|merci de)[\s,]+)*(?:leve[rz]?|clos|clore|cloture[rz]?"
    r"|regle[rz]?|ferme[rz]?)\s+"
    r"(?:le |les |l')?(?:points?|entrees?|alertes?|hypotheses?)\s*(?P<n>[\d\s,etn°-]+)\W*$"
    r"|^\W*(?:le |les )?points?\s*(?P<m>[\d\s,etn°-]+)\s*(?:est|sont)\s*(?:regle|leve|clos|vu|ok)e?s?\W*$"
)
_REOPEN = re.compile(
    r"^\W*(?:rouvre[rz]?|reouvre[rz]?|remets?)\s+(?:le |les )?(?:points?|alertes?)\s+(?:sur\s+)?(?P<w>.{3,80}?)\W*$"
)


def lifted(draft: Draft, text: str) -> tuple[Draft, str] | None:
    """The draft with the entries a message closes or opens again, and the reply; ``None`` for another message."""
    folded = same_length_fold(text)
    again = _REOPEN.match(folded)
    if again:
        return _again(draft, text[again.start("w") : again.end("w")])
    match = _LIFT.match(folded)
    if match is None:
        return None
    numbers = sorted({int(n) for n in re.findall(r"\d+", match["n"] or match["m"])}, reverse=True)
    before = open_register(draft)
    try:
        for number in numbers:
            draft = lift(draft, number)
    except UsageError as error:
        return draft, f"{error.message} {error.next_step or ''}".strip()
    closed = [before[number - 1].texte for number in reversed(numbers)]
    left = len(open_register(draft))
    head = "Point levé : " if len(closed) == 1 else "Points levés : "
    rest = (
        "Plus aucun point n'est ouvert." if not left else f"Il reste {plural(left, 'point ouvert', 'points ouverts')}."
    )
    return draft, f"{head}{' ; '.join(closed)} {rest}"


def lift_computed(draft: Draft) -> Draft:
    """The draft with every amount that was worked out written in: « oui, c'est bien ça » settles what was asked."""
    for number in range(len(open_register(draft)), 0, -1):
        if open_register(draft)[number - 1].ecrit:
            draft = lift(draft, number)
    return draft


def _again(draft: Draft, words: str) -> tuple[Draft, str]:
    opened = next((p for p in register(draft) if p.etat == "leve" and words.casefold() in p.texte.casefold()), None)
    if opened is None:
        return draft, f"Aucun point levé ne parle de « {words} »."
    return reopen(draft, opened.texte), f"Point rouvert : {opened.texte}"
