"""Adding up: « et au total ? » is answered by the sum of what each passage states, shown with its terms."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from assistant.answers.builder import citation_of
from corpus.text.folding import fold, words
from corpus.text.french import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.builder import AnswerBuilder
    from assistant.answers.evidence import Scored, Source
    from assistant.answers.expected import Expected

_TOTAL = re.compile(r"\b(?:au total|en tout|total de|cumul\w*|en cumule)\b")
_AMOUNT = re.compile(r"(\d+(?:[,.]\d+)?)\s*([A-Za-zÀ-ÿ€%]+)")


def asks_total(question: str) -> bool:
    """Whether a question asks for a sum."""
    return bool(_TOTAL.search(fold(question)))


def _amount(text: str, counted: Sequence[str]) -> tuple[Decimal, str] | None:
    for number, noun in _AMOUNT.findall(text):
        if any(stem(word) in counted for word in words(noun)):
            return Decimal(number.replace(",", ".")), noun
    return None


def say_total(builder: AnswerBuilder, sources: Sequence[Source], expected: Expected) -> bool:
    """Say each amount of the same thing in one document, and their sum; whether there were at least two."""
    document = sources[0].document
    found: list[tuple[Decimal, str, Scored]] = []
    for source in sources:
        for scored in source.units if source.document == document else ():
            amount = _amount(scored.unit.text, expected.counted)
            if amount and all(scored.unit.first != other.unit.first for _, _, other in found):
                found.append((*amount, scored))
    if len(found) < 2:
        return False
    found.sort(key=lambda f: f[2].unit.first)
    citations = [citation_of(scored.unit) for _, _, scored in found]
    for (_, _, scored), citation in zip(found, citations, strict=True):
        builder.add(f"{scored.unit.lead} {scored.unit.text}".strip(), [citation])
    terms = " + ".join(_written(number) for number, _, _ in found)
    total = sum((number for number, _, _ in found), Decimal(0))
    builder.add(f"Au total : {terms} = {_written(total)} {found[0][1]} (somme calculée)", citations)
    return True


def _written(number: Decimal) -> str:
    return f"{number.normalize():f}".replace(".", ",")
