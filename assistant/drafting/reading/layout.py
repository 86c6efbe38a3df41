"""The shape of a message before it is read: a signature at its end, questions the coordinator answers herself."""

from __future__ import annotations

import re

from assistant.drafting.reading.labels import as_form
from assistant.drafting.reading.speech import plain_speech
from assistant.drafting.reading.text import same_length_fold

_CLOSING = re.compile(
    r"(?:(?:^|[.,;!?\n])\s*)(?:(?:tres |bien |avec mes )?(?:cordialement|respectueusement|sinceres? salutations)"
    r"|(?:bien|tres) a (?:vous|toi)|cdlt|cdt|bonne (?:journee|soiree|reception)|a bientot|salutations"
    r"|en vous (?:remerciant|souhaitant)[^\n]*|(?:je )?rest(?:e|ant|ons) a (?:votre|ta) disposition[^\n]*"
    r"|dans l'attente[^\n]*|(?:avec )?(?:tous )?(?:nos|mes) (?:sinceres )?remerciements|au plaisir[^\n]*|belle"
    r" journee|merci d'avance|merci par avance|merci beaucoup"
    r"|merci)\s*[,.!]*\s*(?=\n)"
)
_WHAT_WE = r"ce (?:qu'on|que (?:l'on|nous)) (?:va |allons |veut |voulons |y |en |souhaite |voudrait )*"
_ASKED = (
    (r"qui(?: ca)?(?=\s*\?)", "Porteur :"),
    (r"qui (?:porte|pilote|gere|coordonne|en est porteur)(?: (?:l'action|le projet|ca))?", "Porteur :"),
    (r"(?:et )?avec(?: qui)?|quels? partenaires", "Partenaires :"),
    (r"pour (?:qui|quel public)|a qui (?:ca|cela) s'adresse|quel public", "Public :"),
    (r"quand|a quelle date|quel calendrier|quelles dates|pour quelle duree", "Calendrier :"),
    (r"ou(?: ca)?|a quel endroit|sur quel territoire|dans quel lieu", "Lieu :"),
    (r"(?:et )?pourquoi|pour quoi faire|quel besoin|dans quel but", "Besoins :"),
    (r"comment|quelle demarche|quelles etapes", "Description :"),
    (r"quoi|quelle action|quel projet|c'est quoi", "Action :"),
    (r"quels? moyens?|avec quels moyens|avec quoi", "Moyens :"),
    (r"qui (?:participe|intervient|aide|est associe|sont les partenaires)(?: aussi)?", "Partenaires :"),
    (rf"{_WHAT_WE}(?:en )?(?:attend|attendons|espere|esperons|vise|visons)", "Effets attendus :"),
    (
        rf"{_WHAT_WE}(?:compter|mesurer|suivre|evaluer|regarder|compte(?:ra)?|mesure(?:ra)?|suit|suivra)",
        "Indicateurs :",
    ),
    (rf"{_WHAT_WE}(?:faire|fait|fera|ferons|prevoit|prevoyons|propose|proposons)", "Description :"),
    (r"combien|quel budget|et le budget", "Budget :"),
    (r"quels indicateurs|comment (?:on )?evalue\w*", "Indicateurs :"),
)
_ANSWERED = tuple(
    (re.compile(rf"(?:(?<=^)|(?<=[.!?;\n,])|(?<=[.!?;\n,] ))\s*(?:[-*•–]\s*)?(?:{asked})\s*[?:]\s*(?=[^\W_])"), label)
    for asked, label in _ASKED
)
MOST_SIGNED = 6
"""Lines a signature holds at most."""


def lay_out(text: str) -> str:
    """The message without its signature, its own questions (« Qui porte ? L'association ») turned into labels."""
    text = _telegraphic(re.sub(r"(?<=\w)[ \t]*=[ \t]*(?=\S)", " : ", plain_speech(text)))
    return as_form(_questions(_unsigned(re.sub(r"(?<=\w)\((?:s|es|e|x|se|trice)\)", "s", text))))


_BARS = re.compile(r"[ \t]+(?:/+|\||[-–—]|·)[ \t]+")
_HEADED = re.compile(
    r"(?:co-?)?(?:porteu|pilot|partenaire|public|lieu|territoire|debut|demarrage|fin\b|budget|calendrier|objectif"
    r"|indicateur|besoin|periode|dates?\b|echeance|avec |pour |portee? par|de (?:19|20)\d\d|(?:19|20)\d\d)"
)
LEAST_HEADED = 2
"""Parts of a line that open with the word of a field, from which its bars part fields."""


def _telegraphic(text: str) -> str:
    """« Ludothèque / porteur X / partenaires Y »: one line a part, when the parts open with the words of fields."""
    return "\n".join(_parted(line) for line in text.split("\n"))


def _parted(line: str) -> str:
    for mark in dict.fromkeys(m[0].strip()[:1] for m in _BARS.finditer(line)):
        parts = re.split(rf"[ \t]+{re.escape(mark)}+[ \t]+", line)
        headed = sum(bool(_HEADED.match(same_length_fold(part))) for part in parts[1:])
        if headed >= LEAST_HEADED and headed * 2 >= len(parts) - 1:
            return "\n".join(parts)
    return line


def _unsigned(text: str) -> str:
    """Drop the short lines that follow a closing formula: who signs carries nothing of the action."""
    found = list(_CLOSING.finditer(same_length_fold(text)))
    for match in found:
        lines = [line for line in text[match.end() :].splitlines() if line.strip()]
        if len(lines) <= MOST_SIGNED and all(len(line.split()) <= 8 and ":" not in line for line in lines):
            return text[: match.start()] + "."
    return text


def _questions(text: str) -> str:
    """Questions with their answers after them; only when at least two stand in the message."""
    found = sorted(
        (match.start(), match.end(), label)
        for pattern, label in _ANSWERED
        for match in pattern.finditer(same_length_fold(text))
    )
    if len(found) < 2 and not any("?" not in text[a:b] for a, b, _ in found):
        return text
    for start, end, label in reversed(found):
        text = f"{text[:start]}\n{label} {text[end:]}"
    return text
