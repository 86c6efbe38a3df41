"""A budget in plain French: each amount becomes a line of the form, under a post, with the words used."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from assistant.drafting.lexicon import budget as posts
from assistant.drafting.model import Held, Statement
from assistant.drafting.reading.amounts import in_figures
from assistant.drafting.reading.text import cut, same_length_fold, tidy
from corpus.fiche import LigneBudget

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.drafting.model import Reading
    from assistant.drafting.reading.text import Work

_NUMBER = r"\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?:,\d{1,2})?|\d+(?:[.,]\d{1,2})?"
AMOUNT = re.compile(
    rf"(?<![\w/@.,-])(?P<n>{_NUMBER})\s*(?P<u>k€|k euros?|k\b|millions? d'euros|€|eur\b|euros?\b)", re.IGNORECASE
)
_BARE = re.compile(
    (
        rf"(?<![\w/@.,-])(?!(?:19|20)\d\d(?!\d))(?P<n>{_NUMBER})(?![\w%°/-])(?!\s*(?:ans?|mois"
        r"|enfants|jeunes|personnes|familles|heures|h\b|places|jours|séances|etp))"
    ),
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(rf"(?<=\w )\(\s*(?:{_NUMBER})\s*(?:k€|€|euros?)\s*\)", re.IGNORECASE)
"""« l'ARS (18 000 €) »: brackets around an amount alone."""
_REST = re.compile(r"\b(?:le (?:reste|solde|complement|surplus)|le restant|la difference)\b[^,;.]*")
_TOTAL = re.compile(
    r"\b(?:budget|cout|montant|enveloppe|total)\b(?:\s+(?:total|global|previsionnel|estime"
    r"|annuel|du projet|de l'action|des charges|des depenses))*"
)
_HEADING = re.compile(
    r"\b(?:le |la |les )?(?:budget(?: previsionnel| estime)?|charges|depenses(?: prevues)?"
    r"|recettes?|produits|ressources|financements?|plan de financement|couts?)\s*(?:prevue?s?"
    r"|attendue?s?|previsionnel(?:le)?s?)?\s*:"
)

_FUNDER = re.compile(
    r"\b(?:caf|msa|departement|region|etat|fse|feder|fonds propres|autofinancement|communes?"
    r"|mairie|ville|ars|cd ?\d\d)\b"
)


_GOES_ON = re.compile(
    r"\s*(?:financements?|recettes?|produits|charges|depenses|subventions?|ressources)\b.*\d{3}", re.DOTALL
)


@dataclass(slots=True)
class _Line:
    label: str
    amount: Decimal
    produit: bool
    written: str = ""
    worked_out: str = ""
    """How the amount is written, when its figures are not in the request (« 20 k€ », « le reste »)."""


def read_budget(work: Work, reading: Reading) -> None:
    """State the lines of the budget a request gives and strike them out; tell what does not add up."""
    work.text, words = in_figures(work.text)
    work.text = _IN_BRACKETS.sub(lambda m: f" {m[0][1:-1]} ", work.text)
    work.folded = same_length_fold(work.text)
    spans = [(a, b) for a, b in cut(work.text) if AMOUNT.search(work.text, a, b)]
    if spans:
        spans += [(a, b) for a, b in cut(work.text) if (a, b) not in spans and _GOES_ON.match(work.folded[a:b])]
    lines: list[_Line] = []
    totals: list[_Line] = []
    rest = ""
    for start, end in spans:
        first = _start(work, start, end)
        got, total, left, used = _sentence(work.text[first:end], words)
        lines += got
        totals += total
        rest = rest or left
        work.strike(first, first + used)
    if rest:
        _remainder(lines, totals, rest, reading)
    for line in lines:
        filed = _filed(line)
        if line.written:
            _hold(line, filed, reading)
        else:
            reading.statements.append(Statement(*filed))
    _balance(lines, totals, reading)


def _hold(line: _Line, filed: tuple[str, LigneBudget, str], reading: Reading) -> None:
    """Keep an amount worked out apart: her words go to the means, the figures wait for her word."""
    champ, found, _ = filed
    words = line.written if line.label in line.written else f"{line.label} : {line.written}"
    reading.state("moyens", words, "montant tel que la demande l'écrit")
    place = found.sous_poste or found.poste
    side = "produits" if line.produit else "charges"
    how = f"{line.worked_out} ; " if line.worked_out else ""
    texte = f"« {words} » : {how}inscrire {euros(line.amount)} aux {side} du budget ({place}) ?"
    reading.held.append(Held(texte, champ, found))


def _start(work: Work, start: int, end: int) -> int:
    """Where the budget begins in its sentence: what comes before it is about something else."""
    first = AMOUNT.search(work.text, start, end)
    limit = first.start() if first else end
    heading = next(
        iter(
            re.finditer(
                (
                    r"\b(?:budget|couts?|charges|depenses|recettes|produits|financements?|financeurs?"
                    r"|financee? par|subventions?|achats)\b"
                ),
                work.folded[start:limit],
            )
        ),
        None,
    )
    if heading:
        return start + heading.start()
    commas = [m.end() for m in re.finditer(r"[,;:]\s", work.text[start:limit])]
    return start + commas[-1] if commas else start


def _sentence(text: str, words: Mapping[str, str]) -> tuple[list[_Line], list[_Line], str, int]:
    """The lines, the totals, the words of the remainder of one sentence, and where its budget ends."""
    lines: list[_Line] = []
    totals: list[_Line] = []
    rest = ""
    produit: bool | None = None
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
                if left.end() >= len(piece.rstrip())
                and left.start() > 3
                and not re.search(r"(?:reste|solde|complement)\s+\w", folded)
                else piece[left.start() :]
            )
            used = end
            continue
        match = AMOUNT.search(piece) or (_BARE.search(piece) if last or _GOES_ON.match(folded) else None)
        if not match:
            continue
        last = used = end
        amount = _decimal(match)
        label = _label(piece, match)
        if re.search(r"\d\s?%", piece):
            totals.append(_Line("total", amount, produit=False, written=tidy(_HEADING.sub("", piece) or piece)))
        elif _is_total(label, folded):
            totals.append(_Line(label, amount, produit=False, written=_as_written(match, words)))
        else:
            produit = _is_produit(label, produit, folded)
            lines.append(_Line(label, amount, produit, _as_written(match, words)))
    return lines, totals, rest, used


def _pieces(text: str) -> list[tuple[int, int]]:
    """Cut at commas, semicolons and « et » that stand between two amounts."""
    spans, start = [], 0
    for match in re.finditer(
        (
            r"\s*[;\n]\s*|\s*\(\s*(?=[^)\n]*\d)|\s+dont\s+(?=[^,;]*\d)|,\s+(?:et\s+|puis\s+)?|\s+et\s+"
            r"(?=[^,;]*\d)|\s+(?=le (?:reste"
            r"|solde)\s+(?:en|par|pour|a|sur|est))|(?<=€)\s*:\s+|(?<=euros)\s*:\s+|(?<=k)\s*:\s+"
            r"|\.\s+|\s\+\s|\s+et\s+(?=(?:le |la )?(?:reste|solde|complement|surplus|restant|difference)\b)"
        ),
        text,
    ):
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, len(text)))
    return [(a, b) for a, b in spans if text[a:b].strip()]


def _side(folded: str, known: bool | None) -> bool | None:
    """Which side of the budget a piece opens: charges, produits, or the one already open."""
    opening = re.search(
        (
            r"\b(recettes?|produits|ressources|financements?|financ\w+|subventions?|prise?s? en charge par)\b|\b"
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


def _label(piece: str, match: re.Match[str]) -> str:
    """The words of a line without its amount, its heading and the links between them."""
    words = f"{piece[: match.start()]} {piece[match.end() :]}".replace(")", " ")
    words = re.sub(r"\b(?:par|sur|pendant|pour) (?:an|\w+ ans)\b", " ", words)
    words = re.sub(r"\b(?:soit\b.{0,3})?pris(?:es?)? en charge par\b", " financé par ", words)
    words = re.sub(r"^\W*(?:co)?financeurs?\b\s*:?", " ", words, flags=re.IGNORECASE)
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
            r"|versés? par|apportés? par|demandés? à|par|pour|de|d['’]|en)?\s*(?:la |le |les |l['’]"
            r"|des |du |aux? |une? )?(?=\S)"
        ),
        "",
        tidy(words),
        count=1,
        flags=re.IGNORECASE,
    )
    words = re.sub(
        (
            r"\s+(?:à hauteur(?: de| d['’])?|et|ainsi que|pour|de|d['’]|soit|environ|:|=|donne(?:nt)?|(?:apport"
            r"|financ|mett?|vers|donn|subventionn)(?:e|ent|era|erait|eraient|eront|ra|rait|raient|tent)?"
            r"|(?:soutien(?:t|nent|drait|dra)|financ\w+) (?:le projet|l['’]action)|demandés? à l['’ ]?|demandés"
            r"|à|sont prévus?|par an)\s*$"
        ),
        "",
        words,
        flags=re.IGNORECASE,
    )
    return tidy(re.sub(r"\s[:=-]\s?", " ", tidy(words))) or "montant"


def _is_total(label: str, folded: str) -> bool:
    bare = same_length_fold(label)
    if _TOTAL.fullmatch(bare) or bare in {"total", "montant", "budget", "tout"}:
        return True
    return bool(re.match(r"(?:le )?(?:budget|cout|total)\b", folded.strip()) and _TOTAL.match(bare))


def _is_produit(label: str, side: bool | None, folded: str) -> bool:
    bare = same_length_fold(label)
    if side is False and _FUNDER.search(bare) and not any(p.search(bare) for p, _, _ in posts.CHARGES):
        return True
    if side is not None:
        return side
    if re.search(r"\b(?:de|par|a) la (?:caf|msa|commune|ville|region)\b|fonds propres", folded):
        return True
    charge = any(p.search(bare) for p, _, _ in posts.CHARGES)
    produit = any(p.search(bare) for p, _, _ in posts.PRODUITS)
    return produit and not charge


def _filed(line: _Line) -> tuple[str, LigneBudget, str]:
    """The line under its post of the form; an unknown kind of line goes to the general post, and this is told."""
    bare = same_length_fold(line.label)
    table = posts.PRODUITS if line.produit else posts.CHARGES
    champ = "budget.produits" if line.produit else "budget.charges"
    for pattern, poste, sous_poste in table:
        if pattern.search(bare):
            found = LigneBudget(poste=poste, sous_poste=sous_poste, libelle=line.label, montant=line.amount)
            return champ, found, f"« {line.label} » rangé dans « {sous_poste or poste} »"
    poste = posts.SUBVENTIONS if line.produit else posts.GESTION
    found = LigneBudget(poste=poste, sous_poste=None, libelle=line.label, montant=line.amount)
    return champ, found, f"« {line.label} » : poste à vérifier, rangé par défaut dans « {poste} »"


def _remainder(lines: list[_Line], totals: list[_Line], words: str, reading: Reading) -> None:
    """« Le reste en fonds propres »: what the charges leave once the other resources are counted."""
    charges = sum((x.amount for x in lines if not x.produit), Decimal(0)) or sum(
        (x.amount for x in totals[:1]), Decimal(0)
    )
    produits = sum((x.amount for x in lines if x.produit), Decimal(0))
    rest = charges - produits
    label = _remainder_label(words)
    if charges <= 0 or rest < 0:
        reading.alertes.append(
            f"« {words} » : le reste ne peut pas être calculé (charges connues : {euros(charges)}, "
            f"autres produits : {euros(produits)})."
        )
        return
    sum_ = f"{euros(charges)} − {euros(produits)} = {euros(rest)}"
    lines.append(_Line(label or "fonds propres", rest, produit=True, written=words, worked_out=sum_))


_LEFT = r"(?:restant|reste|solde|complément|complement|surplus|différence|difference)"
_WHO_PAYS = re.compile(
    rf"^.*?{_LEFT}\s*(?:est |sera )?(?:à la charge de |pris en charge par |financée? par "
    r"|payée? par |en |par |sur |pour |de |:)?"
    r"\s*(?:la |le |les |l['’]|nos |notre )?",
    re.IGNORECASE,
)


def _remainder_label(words: str) -> str:
    """Who pays the rest, said before (« la ville le reste ») or after (« le reste en fonds propres »)."""
    before = re.match(rf"(?:la |le |les |l['’])?(?P<w>[^,;]*?\w)\s+(?:le |la ){_LEFT}\W*$", words, re.IGNORECASE)
    return before["w"] if before else _WHO_PAYS.sub("", words)


def _balance(lines: list[_Line], totals: list[_Line], reading: Reading) -> None:
    charges = sum((x.amount for x in lines if not x.produit), Decimal(0))
    produits = sum((x.amount for x in lines if x.produit), Decimal(0))
    for said in totals:
        total = said.amount
        sums = [s for s in (charges, produits) if s]
        if not sums:
            reading.state(
                "moyens", f"Budget total annoncé : {said.written or euros(total)}", "montant total donné sans détail"
            )
            reading.questions.append(
                f"Le budget de {euros(total)} est donné sans détail : quelles charges et quels financeurs ?"
            )
        elif total not in sums:
            reading.alertes.append(
                f"Le total annoncé ({euros(total)}) n'est pas la somme des lignes "
                f"({' et '.join(map(euros, sums))}) : lequel est juste ?"
            )
    if charges and produits and charges != produits:
        reading.alertes.append(
            f"Le budget n'est pas équilibré : {euros(charges)} de charges, {euros(produits)} de "
            f"produits (écart {euros(abs(charges - produits))}). Que faut-il corriger ?"
        )


def euros(amount: Decimal) -> str:
    """An amount as it is written in French, thousands apart."""
    whole = f"{amount:,.2f}".replace(",", "\u202f").replace(".", ",")
    return f"{whole.removesuffix(',00')} €"
