"""Labels of a form in a message: « Territoire d'intervention : … », with the vocabulary that reads conventions."""

from __future__ import annotations

import re

from assistant.drafting.lexicon.labels import CANONICAL, FEEDS_NOTHING, OWN, SAID_AS, TELLING, WHOLE_LINE_ONLY

_HEAD = r"(?:(?<=^)|(?<=[\n.;!?¶/])|(?<=[.;!?¶/] )|(?<=\n )|(?<=\n> ))[ \t]*(?:[-•*–>·]\s*|\d{1,2}[.)]\s+)?"
_LABEL = re.compile(rf"{_HEAD}(?P<l>[^\W\d_][^:=\n.;,!?¶\t/]{{0,58}}\.?)[ \t]*[:=][ \t]*(?=\S|\n)")
_DASHED = re.compile(r"(?m)^[ \t]*(?:[-•*]\s*)?(?P<l>[^\W\d_][^:=\n.;,!?\t–—]{1,50}?)[ \t]+[-–—][ \t]+(?=\S)")
_TABLED = re.compile(r"(?m)^[ \t]*(?P<l>[^\W\d_][^:=\n\t]{1,60}?)[ \t]*:?\t+[ \t]*(?=\S)")
_ALONE = re.compile(r"(?m)^[ \t]*(?P<l>[^\W\d_][^:=\n\t]{1,60}?)[ \t]*:?[ \t]*\n(?=[ \t]*\S)")
LONGEST = 7
"""Words a label holds at most."""


def label_of(words: str) -> str | None:
    """The field that the words before a colon announce, or ``None``."""
    from corpus.extraction.vocabulary import HORS_GABARIT, default_vocabulary
    from corpus.text.folding import fold

    bare = re.sub(r"^(?:et |puis )?(?:le |la |les |l['’]|nos |notre |mes |mon )?", "", fold(words.strip(" .")))
    if not bare or len(bare.split()) > LONGEST:
        return None
    if bare in OWN:
        return OWN[bare]
    if bare in FEEDS_NOTHING:
        return None
    vocabulary = default_vocabulary()
    found = vocabulary.match(bare)
    if found is None:
        head = bare.split()[0]
        found = vocabulary.exact(head) if len(bare.split()) <= WHOLE_LINE_ONLY else None
        if found is not None and found.weak and head not in TELLING:
            return None
    if found is None or found.key == HORS_GABARIT:
        return None
    return SAID_AS.get(found.form, found.key)


def label_spans(text: str) -> list[tuple[str, int, int]]:
    """The labels of a text: the field, where the label starts and where its value does."""
    found = []
    for match in _LABEL.finditer(text):
        champ = label_of(match["l"])
        if champ:
            found.append((champ, match.start("l"), match.end()))
    return found


def as_form(text: str) -> str:
    """A form pasted in a message with a colon after each label, and one word for each label of dates or contacts."""
    for pattern in (_TABLED, _DASHED):
        text = _with_colons(pattern, text)
    text = _lone_labels(text)
    for champ, start, end in reversed(label_spans(text)):
        if champ in CANONICAL and (champ != "budget" or text[start:].lower().startswith("combien")):
            text = f"{text[:start]}{CANONICAL[champ]} : {text[end:].lstrip(' ')}"
    return text


def _with_colons(pattern: re.Pattern[str], text: str) -> str:
    for match in reversed(list(pattern.finditer(text))):
        if _plain_label(match["l"]):
            text = f"{text[: match.start('l')]}{match['l']} : {text[match.end() :]}"
    return text


def _lone_labels(text: str) -> str:
    """« Porteur », then its value on the next line; only when the message holds two labels so."""
    found = [m for m in _ALONE.finditer(text) if _plain_label(m["l"])]
    if len(found) < 2:
        return text
    for match in reversed(found):
        text = f"{text[: match.start('l')]}{match['l']} : {text[match.end() :].lstrip()}"
    return text


def _plain_label(words: str) -> bool:
    """Whether some words are a label as a whole, sure enough without a colon of its own."""
    from corpus.extraction.vocabulary import default_vocabulary

    if not words or len(words.split()) > LONGEST:
        return False
    found = default_vocabulary().exact(words)
    return found is not None
