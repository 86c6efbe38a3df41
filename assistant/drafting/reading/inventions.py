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
    r"|une? (?:chiffre|pourcentage|taux|montant|nombre|proportion|statistique)"
    r"|le budget|un budget|tout)(?=[^.;\n]*\b(?:approximati\w+|qui (?:frappe|marque|choque|impressionne)\w*"
    r"|percutante?s?|parlante?s?|au pif|a peu pres|credibles?|plausibles?|realistes?|vraisemblables?|au hasard|toi-meme"
    r"|vous-memes?|bidon|fictifs?|fictives?)\b)"
    r"|au hasard|(?:toi|vous)-memes?|de (?:tete|ton cru|votre cru))\b(?! (?:collectivement|ensemble|avec))"
)
_NEXT = re.compile(
    r"\s*[:.]\s*(?=(?:une? |la )?(?:fiche|action|projet)\b)|\s+(?=pour (?:une?|la|le|l'|cette|ce|notre|mon|ma) ?"
    r"(?:action|projet|fiche))|,\s+(?!(?:et |des |un |une "
    r"|les |le |la |l'|voire |ou |meme ))|\s+(?:mais|par contre|en revanche)\s"
)
_LINK = re.compile(
    r"(?:[,;:(]\s*|\s+(?:et|puis|quitte a|en)\s+|\s+-\s+)(?:(?:et|puis|tu|vous|peux|pouvez|si besoin|s'il le faut"
    r"|au besoin|n'hesite[z]? pas a|quitte a|merci d[e']|en)\s+|tu peux |vous pouvez |merci d')*$"
)

_IN_FIELD = re.compile(r"(?:dans|pour|au titre d[eu]s?) (?:le |la |les |l')?[a-z]+(?: [a-z]+)?,?\s*$")
"""« Dans les besoins, (ajoute …) »: where she asks to write it."""
_NOT_AGREED = re.compile(
    r"\b(?:ecri[st]|ecrive[sz]|ecrire|met[sz]?|mettez|mettre|note[rz]?|indique[rz]?|marque[rz]?|affirme[rz]?|precise[rz]?"
    r"|di[st]|dites) "
    r"(?:bien |deja )?(?:que |qu')[^.;\n]*\b(?:s'engage\w*|financ\w+|d'accord|accept\w+|valid\w+|sign\w+|soutien\w*)\b"
    r"[^.;\n]*\b(?:pas encore|pas (?:leur|son|l'|d')\s?(?:accord|aval)|sans (?:leur|son) accord|pas (?:confirme|valide"
    r"|signe|acquis|vote))\w*"
)
NOT_AGREED = (
    "Je n'écris pas un engagement que votre message dit ne pas être acquis : à ajouter quand l'accord sera donné."
)

TOLD = "Je n'invente ni montants, ni chiffres, ni noms : ce qui manque est laissé à remplir."


def strike_inventions(work: Work, reading: Reading) -> None:
    """Take out the clauses that ask to make something up; the rest of their sentence stays."""
    for start, end in reversed(cut(work.text)):
        early = _NOT_AGREED.search(work.folded, start, end)
        if early:
            work.strike(early.start(), end)
            reading.alertes.append(NOT_AGREED)
        match = _INVENT.search(work.folded, start, end)
        if match is None:
            continue
        link = _LINK.search(work.folded[start : match.start()])
        where = _IN_FIELD.search(work.folded, start, match.start())
        first = start + link.start() if link else start
        first = where.start() if where else first
        following = _NEXT.search(work.folded, match.end(), end)
        work.strike(first, following.start() if following else end)
        if TOLD not in reading.alertes:
            reading.alertes.append(TOLD)
