"""What a request asks the tool to make up: it is left out, and this is said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.reading.text import cut

if TYPE_CHECKING:
    from assistant.drafting.model import Reading
    from assistant.drafting.reading.text import Work

_INVENT = re.compile(
    r"(?<!n')(?<!n'y )\b(?:inventa?(?:nt|e[rz]?)?|imagine[rz]?|fabrique[rz]?(?= (?:des |un |les )?(?:chiffre"
    r"|montant|nom))"
    r"|brode[rz]?|mets? (?:aussi )?(?:un nom|des chiffres|des montants|des noms|n'importe quoi)"
    r"|mettez (?:un nom|des chiffres|des montants|des noms)"
    r"|(?:met[sz]?|mette|trouve|rajoute|ajoute|complete|donne|remplis|propose)[rz]?(?:-moi"
    r"|-nous)? (?:moi )?(?:avec )?(?:un nom"
    r"|des chiffres"
    r"|des (?:noms|montants|statistiques|contacts|donnees)|les (?:montants|chiffres|noms|contacts)"
    r"|le budget|un budget|tout)(?=[^.;\n]*\b(?:credibles?|plausibles?|realistes?|vraisemblables?|au hasard|toi-meme"
    r"|vous-memes?|bidon|fictifs?|fictives?)\b)"
    r"|au hasard|(?:toi|vous)-memes?|de (?:tete|ton cru|votre cru))\b(?! (?:collectivement|ensemble|avec))"
)
_NEXT = re.compile(
    r"\s*[:.]\s*(?=(?:une? |la )?(?:fiche|action|projet)\b)|\s+(?=pour (?:une?|la|le|l'|cette|ce|notre|mon|ma) ?"
    r"(?:action|projet|fiche))|,\s+(?!(?:et |des |un |une "
    r"|les |le |la |l'|voire |ou ))|\s+(?:mais|par contre|en revanche)\s"
)
_LINK = re.compile(
    r"(?:[,;:(]\s*|\s+(?:et|puis|quitte a|en)\s+|\s+-\s+)(?:(?:et|puis|tu|vous|peux|pouvez|si besoin|s'il le faut"
    r"|au besoin|n'hesite[z]? pas a|quitte a|merci d[e']|en)\s+|tu peux |vous pouvez |merci d')*$"
)

TOLD = "Je n'invente ni montants, ni chiffres, ni noms : ce qui manque est laissé à remplir."


def strike_inventions(work: Work, reading: Reading) -> None:
    """Take out the clauses that ask to make something up; the rest of their sentence stays."""
    for start, end in reversed(cut(work.text)):
        match = _INVENT.search(work.folded, start, end)
        if match is None:
            continue
        link = _LINK.search(work.folded[start : match.start()])
        first = start + link.start() if link else start
        following = _NEXT.search(work.folded, match.end(), end)
        work.strike(first, following.start() if following else end)
        if TOLD not in reading.alertes:
            reading.alertes.append(TOLD)
