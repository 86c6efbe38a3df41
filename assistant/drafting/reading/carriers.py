"""Who carries the action, who takes part and who pays, from sentences that say it with a verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.reading.bodies import is_body, split_bodies, surely_body, trim
from assistant.drafting.reading.carrier_patterns import (
    BY_WHOM,
    CARRIES,
    CO_CARRIER,
    CO_CARRY,
    FINANCES,
    GROUP_FOLLOWS,
    IS_CARRIER,
    PARTNERS_ARE,
    PROVIDES,
    PUBLIC_IS,
    TAKES_CHARGE,
    WHO_CARRIES,
    WITH_CO_CARRIER,
)
from assistant.drafting.reading.cues import find_cues
from assistant.drafting.reading.fields import fill
from assistant.drafting.reading.text import same_length_fold

if TYPE_CHECKING:
    from assistant.drafting.model import Reading
    from assistant.drafting.reading.text import Work


_INSTEAD = re.compile(
    r"\b(?:non|finalement|en fait|plutot|pardon|erratum|correction|au final)\b[\s,:]*(?:en fait[\s,]*)?$"
)


def correct_carrier(corrected: str, reading: Reading) -> None:
    """« Non, finalement c'est X qui porte »: X alone carries, and this is said."""
    others = [t for t in reading.texts("porteurs") if t != corrected]
    if not corrected or not others:
        return
    reading.statements = [s for s in reading.statements if s.champ != "porteurs" or s.valeur == corrected]
    reading.alertes = [a for a in reading.alertes if not a.startswith("Deux porteurs")]
    reading.alertes.append(f"Vous corrigez le porteur : « {corrected} » au lieu de « {' », « '.join(others)} ».")


def read_carriers(work: Work, reading: Reading) -> str:
    """« C'est X qui porte », « X pilote l'action », « X coporteur », « X finance »; returns who replaces another."""
    corrected = ""
    for pattern, champ in (
        (WHO_CARRIES, "porteurs"),
        (WITH_CO_CARRIER, "copilotes"),
        (CO_CARRY, "porteurs"),
        (IS_CARRIER, "porteurs"),
        (CARRIES, "porteurs"),
        (TAKES_CHARGE, "porteurs"),
        (BY_WHOM, "porteurs"),
        (PUBLIC_IS, "public_cible"),
        (GROUP_FOLLOWS, "groupe_projet"),
        (PROVIDES, "partenaires"),
        (PARTNERS_ARE, "partenaires"),
        (CO_CARRIER, "copilotes"),
        (FINANCES, "partenaires"),
    ):
        for match in list(pattern.finditer(work.folded)):
            first = _own_clause(work.folded, match) if pattern in (PARTNERS_ARE, FINANCES) else match.start("who")
            who = re.sub(r"^[\s,]*(?:et )?(?:[Ii]l y a )?(?!$)", "", work.text[first : match.end("who")])
            if _PRONOUN.fullmatch(who.strip()):
                continue
            before = len(reading.statements)
            if (
                is_body(who)
                or pattern in (PUBLIC_IS, GROUP_FOLLOWS)
                or (pattern in (CARRIES, TAKES_CHARGE) and _names_someone(who))
            ) and fill(champ, who, reading):
                if champ == "porteurs" and _INSTEAD.search(work.folded[: match.start()]):
                    corrected = str(reading.statements[before].valeur)
                if pattern is PROVIDES:
                    reading.state("moyens", work.text[match.start("who") : match.end("what")].lstrip(" ,"))
                end = _share_of(work, match.end()) if pattern is FINANCES else match.end()
                if end > match.end():
                    reading.state("moyens", work.text[match.start("who") : end])
                work.strike(first if first > match.start("who") else match.start(), end)
    return corrected


_AT_HEAD = re.compile(
    r"(?<=[.;!?\n¶])\s*(?P<who>[^.,;:!?¶\n]{3,80}?)\s*,\s*(?=(?:avec|en (?:lien|partenariat)|aux cotes|ainsi que)\b)"
)
_WIDER_NAME = re.compile(r"[A-ZÀ-Ý][^,;]* (?:agglomération|agglo|métropole|communauté)$", re.IGNORECASE)


def read_carrier_at_head(work: Work, reading: Reading) -> None:
    """« … . Ville de Brume, avec la Caf »: the body a sentence opens with carries, when no one else is said to."""
    if reading.texts("porteurs") or any(cue.champ in {"porteurs", "par"} for cue in find_cues(work)):
        return
    for match in _AT_HEAD.finditer(work.folded):
        items = split_bodies(work.text[match.start("who") : match.end("who")], one=True)
        partners = re.sub(r"^\w+(?: \w+ avec)? ", "", work.text[match.end() : match.end() + 80])
        if not items or not is_body(partners) or not all(_names_a_body(item) for item in items):
            continue
        for item in items:
            reading.state("porteurs", item, "nommé en tête de phrase : à confirmer comme porteur", sure=False)
        work.strike(match.start("who"), match.end("who"))
        return


_INSTITUTION = re.compile(
    r"(?:communes?|villes?|mairies?|municipalites?|communautes?|agglo\w*|metropole|departement|syndicat|association"
    r"|conseil|intercommunalite|caisse|federation|centre (?:social|socioculturel|hospitalier)|foyer|mission locale"
    r"|service|pays)\b(?! (?:des|aux) )"
)
_INITIALS = re.compile(r"[A-Z][A-Z0-9]{1,8}(?: (?:service|pole|direction)\b.*| (?:de |d['’]|du )?[A-ZÀ-Ý0-9].*)?")


def _names_a_body(item: str) -> bool:
    """Whether a few words are the name of a body that may carry an action, and no activity."""
    folded = same_length_fold(item)
    if len(item.split()) > 8 or re.search(r"\b(?:pour|sur|dans|aupres|chez)\b", folded):
        return False
    return bool(_INSTITUTION.match(folded) or _INITIALS.fullmatch(item) or _WIDER_NAME.fullmatch(item))


_PRONOUN = re.compile(r"(?:elles?|ils?|on|nous|celle-ci|celui-ci|cela|ça)", re.IGNORECASE)
_WANTING = re.compile(
    r"\b(?:propos|souhait|veut|veulent|voudr|envisag|lanc|organis|cree|creer|ouvr|port|pilot|met en place|prevoi)\w*"
)


_SAYS_WHERE = re.compile(r"\b(?:a|pour|chez|sur|dans) ")
"""Words of an action (« ateliers à Brume, … ») that no body's name holds."""


def _own_clause(folded: str, match: re.Match[str]) -> int:
    """Where who takes part begins, when what stands before a comma is about someone else who wants the action."""
    who = folded[match.start("who") : match.end("who")]
    comma = who.rfind(", ")
    if comma > 0 and _WANTING.search(who[:comma]):
        return match.start("who") + comma + 2
    first = who.find(", ")
    said = (
        first > 0
        and (_SAYS_WHERE.search(who[:first]) or re.search(r"\d", who[:first]))
        and not surely_body(who[:first])
    )
    return match.start("who") + first + 2 if said else match.start("who")


def _names_someone(who: str) -> bool:
    """Whether a subject of « porte l'action » can be a body no list knows: an article or a capital, and few words."""
    folded = same_length_fold(who.strip())
    return (
        len(folded.split()) <= 7
        and bool(re.match(r"(?:la |le |les |l')|[A-ZÀ-Ý]", who.strip().replace("’", "'").replace("L'", "l'")))
        and not re.match(
            r"(?:(?:la |le |les |l')?(?:action|projet|fiche|idee|ce|cette|il|elle|on|nous|qui|cela|tout)\b)", folded
        )
    )


_SELF = re.compile(
    r"\b(?:je (?:suis|travaille)|nous sommes|nous travaillons|ici|j'ecris|en tant que|en qualite de)\b"
    r"(?:[^.;\n¶]{0,40}?\b(?:du|de la|de l'"
    r"|au|a la|a l'|chez|pour le|pour la)\s?|\s+(?:la |le |l'|une? )(?=(?:commune|ville|mairie|association|communaute"
    r"|centre|mjc|ccas|foyer|collectif|departement|agglo|syndicat)\b))"
    r"(?P<b>(?:(?! et (?:nous|on|je)\b)[^,.;:¶\n(]){3,60})"
)


_WE_CARRY = re.compile(
    r"\b(?:(?:nous|on|je)(?:,? (?:nous|on|je))? (?:la |le |l')?(?:porte|porterait|portera|portons|porterons|pilote"
    r"|pilotons)\b"
    r"|(?:j'aimerais|je voudrais|je souhaite(?:rais)?|nous (?:souhaitons|voudrions|aimerions)|on (?:voudrait"
    r"|aimerait)) "
    r"(?:porter|piloter)(?= (?:une?|la|le|cette|ce|l'))|c'est nous qui (?:la |le |l')?(?:portons|porte|pilotons)"
    r"|portee? par (?:nous|nos soins|mes soins|notre "
    r"(?:structure|service|association)))"
)


_WE_NAMED = re.compile(
    r"(?:(?<=^)|(?<=[.\n¶])|(?<=[.\n¶] )|(?<=bonjour, ))nous, (?P<b>[^,.;\n¶]{3,70}),"
    r"(?: (?:avec|en lien|en partenariat|aux cotes|soutenu\w*)[^.;\n¶]{3,100}?,)? (?=\w+ons\b)"
)


def read_ourselves(work: Work, reading: Reading) -> None:
    """« Je suis du service enfance …, nous on porte »: the body she writes from carries."""
    named = _WE_NAMED.search(work.folded)
    if named and is_body(work.text[named.start("b") : named.end("b")]):
        said = trim(work.text[named.start("b") : named.end("b")])
        reading.state(
            "porteurs", said, "c'est la structure qui demande l'action : à confirmer comme porteur", sure=False
        )
        work.blank(named.start() + 4, named.end("b") + 1)
    bracketed = re.search(
        r"\b(?:nous|on) (?:portons|porte) \((?P<b>[^()]{3,70})\)"
        r"|\bnous \((?P<c>[^()]{3,70})\) (?:la |le |l')?(?:portons|pilotons|coordonnons)"
        r"(?: (?:l'action|le projet|cette action|ce projet|la demarche))?",
        work.folded,
    )
    named_group = "c" if bracketed and bracketed["c"] else "b"
    if bracketed and is_body(work.text[bracketed.start(named_group) : bracketed.end(named_group)]):
        reading.state("porteurs", trim(work.text[bracketed.start(named_group) : bracketed.end(named_group)]))
        work.strike(bracketed.start(), bracketed.end())
        return
    carry, self_ = _WE_CARRY.search(work.folded), _SELF.search(work.folded)
    if not carry:
        return
    work.strike(carry.start(), carry.end())
    if self_ and is_body(work.text[self_.start("b") : self_.end("b")]):
        reading.state("porteurs", trim(work.text[self_.start("b") : self_.end("b")]))
        work.strike(self_.start(), self_.end())
    else:
        reading.questions.append(
            "Vous portez l'action : quel est le nom de votre structure ? (c'est elle qui en répond)"
        )


def _share_of(work: Work, start: int) -> int:
    """Where « à hauteur de 50 % » ends, after who finances."""
    match = re.compile(r"\s*(?:a hauteur d|pour|a \d)[^.;,¶\n]*%").match(work.folded, start)
    return match.end() if match else start
