"""How people talk and forward: hesitations, dictated punctuation, quoted mail; brought to plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.reading.text import same_length_fold

if TYPE_CHECKING:
    from collections.abc import Callable

_DICTATED = (
    (re.compile(r"\s*\b(?:point à la ligne|à la ligne|nouvelle ligne)\b\s*", re.IGNORECASE), "\n"),
    (re.compile(r"\s*\bdeux[ -]points\b", re.IGNORECASE), " :"),
    (re.compile(r"\s*\bpoint[ -]virgule\b", re.IGNORECASE), " ;"),
    (re.compile(r"\s*\bvirgule\b", re.IGNORECASE), ","),
    (re.compile(r"\s*\bpoint d'interrogation\b", re.IGNORECASE), " ?"),
    (
        re.compile(
            r"(?<!\bau)(?<!\ble)(?<!\bun)(?<!\bdu)(?<!\bde)(?<!\bce)\s+point(?=\s*$|\s+(?!d['’]|de |info|accueil|jeune"
            r"|conseil|justice|relais|rencontre|numérique|écoute|presse|vert|com))",
            re.IGNORECASE,
        ),
        ".",
    ),
)
_IS_DICTATED = re.compile(r"\bvirgule\b|\bdeux[ -]points\b|\bà la ligne\b", re.IGNORECASE)
_HESITATION = re.compile(
    r"(?:(?<=^)|(?<=[\s,(]))(?:euh+|heu+|hum+|bah|ben|hein|enfin bref|bon ben)(?:[\s,.…]+|$)", re.IGNORECASE
)
_QUOTED_LINE = re.compile(r"(?m)^[ \t]*(?:>[ \t]?)+")
_FICHE_ONLY = r"(?:(?:demande d[e'] ?)?(?:une )?fiches?(?:[ -]actions?)?(?: ctg)?|ctg)"
_MAIL_HEADER = re.compile(
    rf"(?im)^[ \t]*(?:(?:tr|fwd?|re|ref)\s*:[ \t]*{_FICHE_ONLY}?"
    r"|(?:de|from|à|to|cc|cci|envoyé|date|sent)\s*:[^\n]{0,120}(?:@|\d{1,2}[:h]\d\d)[^\n]{0,80}"
    rf"|(?:objet|sujet|subject)\s*:\s*(?:(?:tr|re|fwd?)\s*:\s*)?{_FICHE_ONLY}"
    r"|-{2,}\s*(?:message|forwarded)[^\n]*|le .{5,60} a écrit\s*:)[ \t]*$"
)
_FORWARDED = re.compile(r"(?im)^[ \t]*(?:(?:tr|fwd?|re)\s*:\s*)+")
_MONTHS = {
    "janv": "janvier",
    "fev": "février",
    "fevr": "février",
    "avr": "avril",
    "juil": "juillet",
    "sept": "septembre",
    "oct": "octobre",
    "nov": "novembre",
    "dec": "décembre",
}
_SHORT_MONTH = re.compile(rf"\b(?P<m>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?(?= ?(?:19|20)?\d\d\b)")
_ARROW = re.compile(r"(?<=\d)\s*(?:>|=>|->|→|➔)\s*(?=[a-zà-ÿ\d])", re.IGNORECASE)
_START = r"(?:(?<=^)|(?<=[.!?\n])|(?<=[.!?\n] ))[ \t]*(?:(?:bonjour|bonsoir|salut)[ ,!]+)?"
_FRAME = re.compile(
    rf"{_START}(?:et |donc |bon |alors )?"
    r"(?:comme (?:convenu|evoque|discute|vu|prevu|demande|annonce|dit|indique|on en a parle|je (?:te|vous) (?:le )?"
    r"disais)|(?:suite|faisant suite|pour faire suite|pour donner suite) (?:a|au|aux) [^,.;:\n]{0,20}\b(?:reunions?"
    r"|echanges?|rencontre|mail|courriel|discussion|conversation|entretien|rendez-vous|appel|comite|copil|cotech"
    r"|coup de fil|visio|commission|conseil communautaire|seance|seminaire))\b"
    r"[^,.;:!?\n]{0,70}(?:[,:!?]|\.(?=\s|$)|(?=\n))[ \t]*"
)
_SOCIAL = re.compile(
    rf"{_START}(?:(?:tres |meilleurs |tous mes |mes meilleurs )?(?:voeux|bonne annee)"
    r"|(?:j'|nous )esper(?:e|ons) que (?:tu|vous|ta|votre|tout|la)|en esperant que"
    r"|(?:bonne|belle) (?:reprise|semaine|rentree a (?:tous|vous))|comment (?:vas-tu|allez-vous)"
    r"|(?:je )?(?:reviens|me permets de revenir) vers (?:vous|toi)"
    r"|je (?:vous|te) (?:colle|joins|mets|copie|recopie|partage|donne|liste) (?:ici |la |ci-dessous |en vrac |donc )?"
    r"(?:ce que|les|mes|quelques|le|un)"
    r"|(?:merci|encore merci) (?:pour|de) (?:votre|ton|ta|vos|tes)|desolee? (?:pour|de))"
    r"[^.!?:\n]{0,120}(?:[.!?:]+|(?=\n))[ \t]*"
)


def plain_speech(text: str) -> str:
    """The message without what belongs to talk or to mail; what it says of the action is not touched."""
    text = _FORWARDED.sub("", _MAIL_HEADER.sub("", _QUOTED_LINE.sub("", text)))
    if _IS_DICTATED.search(text):
        for pattern, mark in _DICTATED:
            text = pattern.sub(mark, text)
    text = _ARROW.sub(" à ", _HESITATION.sub("", text))
    text = _written(_SHORT_MONTH, text, lambda m: _MONTHS[m["m"]])
    for pattern in (_SOCIAL, _FRAME):
        text = _written(pattern, text, lambda _: "")
    return text


def _written(pattern: re.Pattern[str], text: str, said: Callable[[re.Match[str]], str]) -> str:
    """The text with each place where a pattern matches its folded form written otherwise."""
    for match in reversed(list(pattern.finditer(same_length_fold(text)))):
        text = text[: match.start()] + said(match) + text[match.end() :]
    return text
