"""Whether a French line begins with an infinitive, a noun phrase or a conjugated sentence."""

from __future__ import annotations

import re

from corpus.text.folding import fold, words

_IN_RE = (
    r"ettre|attre|andre|endre|ondre|perdre|mordre|tordre|oudre|eindre|aindre|oindre|ompre|aincre|uivre|vivre|crire|dire"
    r"|rire|elire|relire|duire|truire|cuire|nuire|suffire|faire|plaire|taire|traire|croire|boire|aitre|oitre|clure"
)
_INFINITIVE = re.compile(rf"\w{{2,}}(?:er|ir|oir)|\w*(?:{_IN_RE})|lire|etre")
_NOT_VERBS = frozenset(
    """
acier air amer atelier avenir boulanger bouclier cahier calendrier cancer cancelier cantonnier cellier cendre chantier
cher clavier cloitre comptoir couloir courrier creancier damier danger dernier desir dettier devoir dossier droitier
elixir entier escalier espoir familier fer fichier financier foudre foyer fumier gendre gibier gosier greffier grenier
hier hiver hospitalier infirmier jardinier leader lettre loisir loyer luthier maitre manager manoir menuisier mer metier
miroir mobilier moindre newsletter officier ordre ouvrier palier panier papier particulier pilier pionnier plaisir
policier poster poudre premier quartier regulier reservoir routier sanglier savoir sentier singulier soir souvenir
super terroir tiroir trottoir tresor usager vestiaire viager voirie verger
""".split()
)
_DATED = re.compile(
    r"^(?:en|des|courant|a partir (?:de|du)|d'ici|a compter (?:de|du)|au|le)\s[^,:]{0,30}[,:]\s*", re.IGNORECASE
)
_SUBJECTS = frozenset({"nous", "on", "je", "il", "elle", "ils", "elles", "vous", "cela"})
_CONJUGATED = re.compile(
    r"\b(?:sera|seront|doit|doivent|devra|devront|faut|faudra|souhaite|souhaitent|souhaitons|veut"
    r"|veulent|voulons|permet|permettra|permettront|vise|visent|propose|proposons|allons|avons|aura|auront|peut|peuvent)\b"
)
_RELATIVE = re.compile(r"\b(?:qui|que|qu['’]|dont|où)\s", re.IGNORECASE)
_BULLET = re.compile(r"^[\s\-–—•*·\d.)°]+")
_REFLEXIVE = re.compile(r"^(?:s'|se\s+|ne\s+pas\s+|mieux\s+|faire\s+en\s+sorte\s+)")


def starts_with_infinitive(text: str) -> bool:
    """Whether the first word is an infinitive, pronoun or bullet aside (« Se former », « - Créer »)."""
    bare = _REFLEXIVE.sub("", _DATED.sub("", fold(_BULLET.sub("", text))))
    first = next(iter(words(bare)), "")
    return first not in _NOT_VERBS and _INFINITIVE.fullmatch(first) is not None


def is_a_sentence(text: str) -> bool:
    """Whether a line is a conjugated sentence or a question, and so neither an infinitive nor a noun phrase.

    Quoted words are the name of something, and a verb after a relative pronoun belongs to a noun; « est » and « va »
    make slogans (« La Caf va aux champs ») more often than faulty titles.
    """
    if starts_with_infinitive(text):
        return False
    if text.lstrip().startswith(("«", '"', "“")):
        return text.rstrip().endswith("?")
    found = words(_RELATIVE.split(text)[0])
    if text.rstrip().endswith("?") or (found and found[0] in _SUBJECTS):
        return True
    return bool(_CONJUGATED.search(" ".join(found[:8])))
