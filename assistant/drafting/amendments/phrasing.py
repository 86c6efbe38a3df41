"""Turns of phrase brought to the order they amount to: « la Caf ne participe plus » is « enlève la Caf »."""

from __future__ import annotations

import re

from assistant.drafting.amendments.phrases import ONE_TEXT, PHRASES, RANK, SINGLE
from assistant.drafting.reading.text import same_length_fold


def plain_order(clause: str) -> str:
    """The clause as a plain order or statement when its turn of phrase is known; else as it is."""
    folded = same_length_fold(clause)
    for pattern, made in PHRASES:
        match = pattern.match(folded)
        if match:
            groups = {
                name: clause[match.start(name) : match.end(name)].strip()
                for name, found in match.groupdict().items()
                if found
            }
            return _single(made, groups).format(**groups)
    return clause


def _single(made: str, groups: dict[str, str]) -> str:
    """« Nouveau titre : X » sets the title; only a list grows."""
    field = same_length_fold(groups.get("f", ""))
    if made.startswith("remplace {f}") and not re.search(rf"{RANK}|\d", field) and ONE_TEXT.search(field):
        return "{f} : {x}"
    return "{f} : {x}" if made.startswith("ajoute {f}") and field in SINGLE else made
