"""The lines of a budget in plain French: where each stands in a sentence, its amount, its side, its post."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from assistant.drafting.reading.budget_posts import IN_KIND, Line, is_produit, is_total, share_of_total
from assistant.drafting.reading.text import same_length_fold, tidy

if TYPE_CHECKING:
    from collections.abc import Mapping


NUMBER = r"\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?:,\d{1,2})?|\d+(?:[.,]\d{1,2})?"


AMOUNT = re.compile(
    rf"(?<![\w/@.,-])(?P<n>{NUMBER})\s*(?P<u>k€|k euros?|k\b|millions? d'euros|€|eur\b|euros?\b)", re.IGNORECASE
)


_BARE = re.compile(
    (
        rf"(?<![\w/@.,-])(?!(?:19|20)\d\d(?!\d))(?P<n>{NUMBER})(?![\w%°/-])(?!\s*(?:ans?|mois"
        r"|enfants|jeunes|personnes|familles|heures|h\b|places|jours|séances|etp))"
    ),
    re.IGNORECASE,
)


_REST = re.compile(r"\b(?:le (?:reste|solde|complement|surplus)|le restant|la difference)\b[^,;.]*")


_HEADING = re.compile(
    r"\b(?:le |la |les )?(?:budget(?: previsionnel| estime| annuel| global| total| par an| d'investissement"
    r"| de fonctionnement)?|investissements?"
    r"|aides|charges|depenses(?: prevues)?"
    r"|recettes?|produits|ressources|financements?|plan de financement|couts?)\s*(?:(?:de |pour )?(?:19|20)\d\d\s*)?"
    r"(?:prevue?s?"
    r"|attendue?s?|previsionnel(?:le)?s?|sollicitee?s?|demandee?s?|envisagee?s?|obtenue?s?|acquis(?:es?)?)?\s*:"
)


GOES_ON = re.compile(
    r"\s*(?:financements?|recettes?|produits|charges|depenses|subventions?|ressources)\b.*\d{3}", re.DOTALL
)


_GIVEN = re.compile(r"\b(?:contributions? volontaires?|valorisations?)\b[^,;]*:")
"""The heading of what is given, on one line with its items."""
_VALUED = re.compile(
    r"^.*?contributions? volontaires?(?: en nature)?\s*:?\s*|\s*\(?(?:est |sont "
    r"|sera )?valoris[ée]+[es]*\)?(?: à hauteur d['’e]?| à| pour)?"
    r"|^valorisations?\s*(?:d[ue] |des |de la )?:?\s*",
    re.IGNORECASE,
)


def lines_of(text: str, words: Mapping[str, str]) -> tuple[list[Line], list[Line], str, int]:
    """The lines, the totals, the words of the remainder of one sentence, and where its budget ends."""
    lines: list[Line] = []
    totals: list[Line] = []
    rest = ""
    produit: bool | None = None
    given = False
    last = 0
    used = 0
    pieces = _pieces(text)
    for start, end in pieces:
        piece = text[start:end]
        folded = same_length_fold(piece)
        produit = _side(folded, produit)
        left = _REST.search(folded)
        if left and not AMOUNT.search(piece):
            rest = tidy(
                piece
                if left.end() >= len(piece.rstrip(" .!\n)"))
                and left.start() > 3
                and not re.search(r"(?:reste|solde|complement)\s+\w", folded)
                else piece[left.start() :]
            )
            used = end
            continue
        match = AMOUNT.search(piece) or (_BARE.search(piece) if last or GOES_ON.match(folded) else None)
        if not match:
            continue
        last = used = end
        amount = _decimal(match)
        label = _label(piece, match)
        given = given or bool(_GIVEN.search(folded))
        if given or IN_KIND.search(folded):
            label = tidy(_VALUED.sub("", label)) or "bénévolat"
            lines.append(Line(label, amount, produit=False, written=_as_written(match, words), in_kind=True))
        elif re.search(r"\d\s?%", piece):
            totals.append(Line("total", amount, produit=False, written=tidy(_HEADING.sub("", piece) or piece)))
        elif is_total(label, folded) and not share_of_total(label):
            totals.append(Line(label, amount, produit=False, written=_as_written(match, words)))
        else:
            label = share_of_total(label) or label
            produit = is_produit(label, produit, folded)
            lines.append(Line(label, amount, produit, _as_written(match, words)))
    return lines, totals, rest, used


def _pieces(text: str) -> list[tuple[int, int]]:
    """Cut at commas, semicolons and « et » that stand between two amounts."""
    spans, start = [], 0
    for match in re.finditer(
        (
            r"\s*[;\n]\s*|\s*\(\s*(?=[^)\n]*\d)|\s+dont\s+(?=[^,;]*\d)|,\s+(?:et\s+|puis\s+)?|\s+et\s+"
            r"(?=[^,;]*\d)|\s+(?=le (?:reste"
            r"|solde)\s+(?:en|par|pour|a|sur|est))|(?<=€)\s*:\s+|(?<=euros)\s*:\s+|(?<=k)\s*:\s+"
            r"|\.\s+|\s\+\s|(?<=[€sk])\s+(?=(?:co)?financee?s? (?:par|a)\b)|\s+et\s+(?=(?:le |la )?(?:reste"
            r"|solde|complement|surplus|restant|difference)\b)"
        ),
        text,
    ):
        if match[0].strip() == "et" and not re.search(r"\d", text[start : match.start()]):
            continue
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, len(text)))
    return [(a, b) for a, b in spans if text[a:b].strip()]


def _side(folded: str, known: bool | None) -> bool | None:
    """Which side of the budget a piece opens: charges, produits, or the one already open."""
    opening = re.search(
        (
            r"\b(recettes?|produits|ressources|aides(?= *:)|financements?|financ\w+|subventions?"
            r"|prise?s? en charge par)\b|\b"
            r"(charges"
            r"|depenses|couts?)\b(?! social| patronal)"
        ),
        folded,
    )
    if not opening:
        return known
    return bool(opening[1])


def _decimal(match: re.Match[str]) -> Decimal:
    number = re.sub(r"[ .\u00a0\u202f](?=\d{3}(?!\d))", "", match["n"]).replace(",", ".").replace(" ", "")
    try:
        value = Decimal(number)
    except InvalidOperation:
        return Decimal(0)
    unit = (match.groupdict().get("u") or "").lower()
    if unit.startswith("k"):
        return value * 1000
    return value * 1_000_000 if unit.startswith("million") else value


def _as_written(match: re.Match[str], words: Mapping[str, str]) -> str:
    """The amount in the request's words when its unit multiplies it; nothing when its figures are the amount."""
    if match["n"] in words:
        return words[match["n"]]
    unit = (match.groupdict().get("u") or "").lower()
    return tidy(match[0]) if unit.startswith(("k", "million")) else ""


_LINK_END = re.compile(
    r"\s+(?:à hauteur(?: de| d['’])?|et|ainsi que|pour|de|d['’]|soit|environ|:|=|donne(?:nt)?|met|paie"
    r"(?:nt)?|paye(?:nt)?|paiera|prend en charge|(?:apport"
    r"|financ|mett?|vers|donn|subventionn|pay)(?:e|ent|era|erait|eraient|eront|ra|rait|raient|tent)?"
    r"|(?:soutien(?:t|nent|drait|dra)|financ\w+) (?:le projet|l['’]action)|demandés? à l['’ ]?|demandés"
    r"|à|sont prévus?|par an)\s*$",
    re.IGNORECASE,
)


def _label(piece: str, match: re.Match[str]) -> str:
    """The words of a line without its amount, its heading and the links between them."""
    words = f"{piece[: match.start()]} {piece[match.end() :]}"
    words = words.replace(")", " ") if words.count("(") < words.count(")") else words
    words = re.sub(r"\b(?:par|sur|pendant|pour) (?:an|\w+ ans)\b", " ", words)
    words = re.sub(r"\b(?:soit\b.{0,3})?pris(?:es?)? en charge par\b", " financé par ", words)
    words = re.sub(r"^\W*(?:co-?)?financeurs?\b\s*:?", " ", words, flags=re.IGNORECASE)
    heading = _HEADING.search(same_length_fold(words))
    if heading and same_length_fold(words)[heading.end() :].strip():
        words = words[heading.end() :]
    words = re.sub(
        r"^\W*(?:(?:nous demandons|on demande|nous sollicitons|il y a(?:urait)?|on a|dont|soit|avec|et|environ"
        r"|comptez|prévoir|prévus?|prévoit|aura|à hauteur de)\s+)+",
        "",
        words.strip(),
        flags=re.IGNORECASE,
    )
    words = re.sub(
        r"^\s*(?:recettes?|produits|charges|dépenses|financements?)\s*:?\s+(?=\S)(?!soc|pat|de p)",
        "",
        words,
        flags=re.IGNORECASE,
    )
    words = re.sub(
        (
            r"^(?:financ[ée]e?s? (?:par|à)|financements?(?: de| par)?|subvention(?:s)?(?: de| par)?"
            r"|versés? par|apportés? par|demandés? à|(?:par|pour|de|en)\b|d['’])?\s*(?:la |le |les |l['’]"
            r"|des |du |aux? |une? )?(?=\S)"
        ),
        "",
        tidy(words),
        count=1,
        flags=re.IGNORECASE,
    )
    while _LINK_END.search(tidy(words)):
        words = _LINK_END.sub("", tidy(words))
    return tidy(re.sub(r"\s[:=-]\s?", " ", tidy(words))) or "montant"
