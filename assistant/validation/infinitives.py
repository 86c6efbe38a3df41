"""Whether a French line begins with an infinitive, a noun phrase or a conjugated sentence."""

from __future__ import annotations

import re

from corpus.text.folding import fold, words

_INFINITIVE = re.compile(r"\w{2,}(?:er|ir|oir|re)")
_NOT_VERBS = frozenset(
    """acier air amer atelier avenir cahier calendrier centre chantier cadre cancer cantonnier courrier
    desir dossier elixir entier espoir ephemere fer foyer greffier hier hiver jardinier leader livre loisir luthier
    manoir membre metier miroir mobilier mer notre nombre offre ordre panier papier partenaire plaisir premier pouvoir
    quartier quatre reservoir rencontre reperage repertoire rendez savoir scolaire soir solidaire souvenir soutien
    sentier territoire theatre titre trimestre trottoir tresor verre vestiaire votre""".split()
)
_SUBJECTS = frozenset({"nous", "on", "je", "il", "elle", "ils", "elles", "vous", "cela", "ca", "ce"})
_CONJUGATED = re.compile(
    r"\b(?:est|sont|sera|seront|va|vont|doit|doivent|devra|devront|faut|faudra|souhaite|souhaitent|souhaitons|veut"
    r"|veulent|voulons|permet|permettra|permettront|vise|visent|propose|proposons|allons|avons|aura|auront|peut|peuvent)\b"
)
_BULLET = re.compile(r"^[\s\-–—•*·\d.)°]+")
_REFLEXIVE = re.compile(r"^(?:s'|se\s+|ne\s+pas\s+|mieux\s+|faire\s+en\s+sorte\s+)")


def starts_with_infinitive(text: str) -> bool:
    """Whether the first word is an infinitive, pronoun or bullet aside (« Se former », « - Créer »)."""
    bare = _REFLEXIVE.sub("", fold(_BULLET.sub("", text)))
    first = next(iter(words(bare)), "")
    return first not in _NOT_VERBS and _INFINITIVE.fullmatch(first) is not None


def is_a_sentence(text: str) -> bool:
    """Whether a line is a conjugated sentence or a question, and so neither an infinitive nor a noun phrase."""
    if starts_with_infinitive(text):
        return False
    found = words(text)
    if text.rstrip().endswith("?") or (found and found[0] in _SUBJECTS):
        return True
    return bool(_CONJUGATED.search(" ".join(found[:8])))
