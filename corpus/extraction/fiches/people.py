"""The people in charge: names, functions, structures and addresses out of a few words."""

from __future__ import annotations

import re

from corpus.fiche import Personne
from corpus.text.folding import fold

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?:t[ée]l\.?\s*:?\s*)?(?:\+33\s?|0)\d(?:[ .-]?\d{2}){4}", re.IGNORECASE)
_CIVILITY = re.compile(r"^(?:m\.|mr|mme|mlle|madame|monsieur|docteur|dr)\s+", re.IGNORECASE)
_NAME = re.compile(r"^(?:[A-ZÀ-Ý][\w'’-]*\.?\s+){1,3}[A-ZÀ-Ý][\w'’-]+$")
_CUT = re.compile(r"\s*(?:[,;|:()]|\s[-–—]\s|\s/\s)\s*")
_LIST = re.compile(r"\s*[,;/]\s*|\s+et\s+")
_STRUCTURE = re.compile(
    r"\b(?:caf|ccas|cias|msa|mairie|commune|ville|communaute|agglomeration|departement|region|association|"
    r"centre social|mjc|metropole|syndicat|pays|prefecture|ars|france services|mission locale|"
    r"cc|epci|cpts|federation|maison)\b"
)
_FUNCTION = re.compile(
    r"\b(?:coordin\w*|coordon\w*|charge\w*|direct\w*|respons\w*|elu\w*|president\w*|maire|anim\w*|agent\w*|referent\w*|conseill\w*|"
    r"vice|chef\w*|technic\w*|dgs|adjoint\w*|service|cooperation|secretaire)\b"
)


def read_person(text: str) -> Personne | None:
    """One person out of one item; what is neither a name, an address nor a structure is the function."""
    mail = _MAIL.search(text)
    rest = _PHONE.sub(" ", _MAIL.sub(" ", text)).strip(" ,;:-–()")
    parts = [part for part in _CUT.split(rest) if part.strip()]
    nom = fonction = structure = None
    if (
        parts
        and _is_name(parts[0])
        and (mail or len(parts) > 1 or _CIVILITY.match(parts[0]) or len(parts[0].split()) == 2)
    ):
        nom, parts = parts[0], parts[1:]
        functions = [p for p in parts if _FUNCTION.search(fold(p))]
        structures = [p for p in parts if p not in functions and (functions or _STRUCTURE.search(fold(p)))]
        structure = ", ".join(structures) or None
        fonction = ", ".join(p for p in parts if p not in structures) or None
    else:
        fonction = rest or None
    if not (nom or fonction or mail):
        return None
    return Personne(nom=nom, fonction=fonction, structure=structure, mail=mail[0] if mail else None)


def read_people(text: str) -> list[Personne]:
    """The people of one item: several when it lists nothing but names, else one."""
    names = [part for part in _LIST.split(text) if part.strip()]
    if len(names) > 1 and all(_is_name(name) and len(name.split()) <= 4 for name in names):
        return [Personne(nom=name) for name in names]
    person = read_person(text)
    return [person] if person else []


def _is_name(text: str) -> bool:
    bare = _CIVILITY.sub("", text)
    folded = fold(bare)
    civil = bare != text and bool(re.match(r"^[A-ZÀ-Ý]", bare))
    return (civil or bool(_NAME.match(bare))) and not _STRUCTURE.search(folded) and not _FUNCTION.search(folded)
