"""What heads a fiche: a title between quotes, its axis, its number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.drafting.model import Reading
    from assistant.drafting.reading.text import Work


_QUOTED = re.compile(
    r"(?:(?:nouvelle |notre |le |la |l'|une? |ce |cette )?(?:fiches?(?:[ -]actions?)?|actions?|projets?"
    r"|dispositif|demarche|operation|campagne|festival|forum|programme|evenement)"
    r"(?: (?:de|du|d'|n° ?[\d.]+|nomme[e]?|intitulee?|baptisee?|appelee?|sur|pour|concernant|concernera|concerne"
    r"|portera|porte|s'appelle|s'intitule|a produire|a rediger|le|la|un|une))*\s*:?\s*)[«\"“]\s*"
)


def read_quoted_title(work: Work, reading: Reading) -> None:
    """« notre projet de « Maison des parents » »: what stands between the quotes is the title."""
    match = _QUOTED.search(work.folded)
    close = re.compile(r"\s*[»\"”]").search(work.text, match.end()) if match else None
    if match is None or close is None or not 4 <= close.start() - match.end() <= 140:
        return
    reading.state("titre", work.text[match.end() : close.start()])
    work.strike(match.start(), close.end())


def read_axis(work: Work, reading: Reading) -> None:
    """« Dans le cadre de l'axe 2 de la CTG »."""
    match = re.search(
        (
            r"(?:dans le cadre de |au titre de |en lien avec )?l'axe (?P<n>\d+)(?: de (?:la"
            r"|notre) (?:ctg|convention)[^,.;¶]{0,40})?\s*,?"
        ),
        work.folded,
    )
    if match:
        named = re.compile(r"\s*[«\"“(]\s*([^»\"”)]{3,80}?)\s*[»\"”)]").match(work.text, match.end())
        reading.state("axe", f"Axe {match['n']}" + (f" : {named[1]}" if named else ""))
        work.strike(match.start(), named.end() if named else match.end())
    inside = re.search(
        r"\(\s*(?:dans l'|de l'|l')?axe (?P<b>[^()]{3,80})\)"
        r"|\b(?:dans|de|pour) l'axe (?P<q>[«\"“][^»\"”]{3,80}[»\"”]|[a-z]{4,}(?: [a-z]{4,})?(?=\s*[,:.]))",
        work.folded,
    )
    if inside and not match:
        group = "b" if inside["b"] else "q"
        reading.state("axe", work.text[inside.start(group) : inside.end(group)].strip('«»"“” '))
        work.strike(inside.start(), inside.end())
    headed = re.search(
        r"(?:(?<=^)|(?<=[.\n¶])|(?<=[.\n¶] ))axe (?:n°\s*)?\d+\s*[-–:]\s*(?P<a>[^.\n¶]{3,120})", work.folded
    )
    if headed:
        reading.state("axe", work.text[headed.start("a") : headed.end("a")])
        work.strike(headed.start(), headed.end())
    numbered = re.search(r"\b(?:fiche(?:[ -]action)?|action)\s*(?:n°\s*)?(?P<n>\d+\.\d+)\s*[-–:]\s*(?=\w)", work.folded)
    if numbered:
        reading.state("numero", numbered["n"])
        work.strike(numbered.start(), numbered.end())
