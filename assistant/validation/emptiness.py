"""What counts as empty in a fiche: nothing, blanks, and the placeholders people leave in forms.

« Néant » and « sans objet » are among them: a field that has to be filled says nothing with these words.
"""

from __future__ import annotations

import re

from corpus.fiche import CHAMPS, FicheAction, Periode
from corpus.text.folding import fold

_EDGES = " .…:;,-–—_*[](){}<>«»\"'☐□▪•·→"
_PLACEHOLDER = re.compile(
    r"""
    x{2,} | n\s*[°o]?\s*x{2,}                                   # XXXX, N°XXXX
    | \?+ | [./-]*                                              # ?, …
    | (?:a|reste\s+a)\s+(?:completer|definir|preciser|determiner|renseigner|remplir|venir|confirmer|identifier|nommer)
      (?:\s+(?:ulterieurement|plus\s+tard|prochainement|(?:en|avec|par|selon|lors|au|apres)\s+(?:\S+\s*){1,4}))?
    | a\s+(?:voir|valider|discuter|arbitrer|saisir)(?:\s+(?:en|avec|par|au|lors)\s+(?:\S+\s*){1,4})?
    | en\s+cours(?:\s+(?:de\s+|d')\w+)? | en\s+attente(?:\s+(?:de\s+|d')\w+)?
    | neant | aucune? | sans\s+objet | r\.?a\.?s\.? | n\.?c\.? | tbc
    | non\s+(?:communique|concerne|applicable|connu)e?s?
    | (?:texte|champ|valeur)\s+a\s+(?:saisir|completer) | saisir\s+(?:du|le|votre)\s+texte
    | cliquez\s+(?:ou\s+appuyez\s+)?ici(?:\s+pour\s+(?:entrer|saisir|ajouter)\s+(?:du|un|le)\s+\w+)?
    | (?:non|pas\s+encore)\s+(?:defini|definie|definis|renseigne|renseignee|precise|precisee|determine|determinee)s?
    | t\.?b\.?d\.? | todo | n/?a
    | titre(?:\s+de\s+l'action)? | sans\s+titre | intitule | lorem\s+ipsum.*
    | n°|numero
    """,
    re.VERBOSE,
)
_GAP = r"\[[^\[\]]*\b(?:a preciser|a completer|a definir|a confirmer|a nommer|a choisir)\b[^\[\]]*\]"
_MARK = re.compile(rf"{_GAP}|\bx{{3,}}\b")
_ONLY_A_GAP = re.compile(_GAP)


def is_empty(text: str | None) -> bool:
    """Whether a text says nothing: ``None``, blanks, or a placeholder such as ``XXXX``, ``À définir`` or ``?``."""
    if text is None:
        return True
    folded = fold(text).strip(" .;,")
    bare = folded.strip(_EDGES)
    return not bare or bool(_PLACEHOLDER.fullmatch(bare)) or bool(_ONLY_A_GAP.fullmatch(folded))


def has_gap(text: str) -> bool:
    """Whether a text that says something still holds a marked gap, such as ``[lieu à préciser]``."""
    return not is_empty(text) and bool(_MARK.search(fold(text)))


def filled(fiche: FicheAction) -> dict[str, bool]:
    """For each field of the form, whether it holds something; the two échéances are apart, with dotted keys."""
    found: dict[str, bool] = {}
    for cle, champ in CHAMPS.items():
        value = getattr(fiche, cle)
        if isinstance(value, Periode):
            found[f"{cle}.debut"] = not is_empty(value.debut)
            found[f"{cle}.fin"] = not is_empty(value.fin) or is_permanent(value)
        elif champ.nature == "texte":
            found[cle] = not is_empty(value)
        elif champ.nature == "liste":
            found[cle] = any(not is_empty(item) for item in value)
        elif champ.nature == "personnes":
            found[cle] = any(not is_empty(part) for person in value for part in (person.nom, person.fonction))
        else:
            found[cle] = value is not None
    return found


def is_permanent(periode: Periode) -> bool:
    """Whether an action recurs or has no end, so that a missing end is not a gap."""
    return bool(periode.debut and PERMANENT.search(fold(periode.debut)))


PERMANENT = re.compile(
    r"\bpermanent|\bperenn|chaque (?:annee|an|trimestre|semestre|mois)|tous les ans|toute l'annee|annuel|\bcontinu"
    r"|(?:duree|fin|echeance|terme) de la (?:convention|ctg)|reconductible|recurrent|sans (?:fin|limite|terme)"
)
"""How a form says that an action recurs or does not end (on folded text)."""
